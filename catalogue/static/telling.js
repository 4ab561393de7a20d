// What scripts tell their reader. They say it by events: `said` are words for who cannot see what has changed, with
// their language where it is not the page's; `told` is what a button did; `unreached` is an address that the
// network did not bring, if a browser may go there, until something is `renewed`.

const announcement = document.getElementById("announcement"); // like all of this, unless a site leaves it out
const notice = document.getElementById("unreached");

document.addEventListener("said", ({ detail: { text, lang } }) => {
  if (!announcement) return;
  announcement.lang = lang || document.documentElement.lang;
  announcement.textContent = text;
});

document.addEventListener("told", ({ target, detail }) => {
  const place = target.closest("[data-citing]").querySelector(".copied");
  place.textContent = detail;
  setTimeout(() => (place.textContent = ""), 4000);
});

document.addEventListener("unreached", ({ detail: address }) => {
  if (!notice) return address && location.assign(address);
  const again = notice.querySelector("a");
  again.hidden = !address;
  if (address) again.href = address;
  notice.hidden = false;
});

document.addEventListener("renewed", () => {
  if (notice) notice.hidden = true;
});
