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
  const place = target.parentElement.querySelector(".copied");
  if (!place) return;
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

const hide = () => {
  if (notice) notice.hidden = true;
};
document.addEventListener("renewed", hide);
addEventListener("online", hide);

const isReached = () => fetch(location, { method: "HEAD", cache: "no-store" }).then(() => true, () => false);
let isTried = false;

// Off line a form would lead to a page of the browser's. Whether it is off line, a browser may be mistaken in.
document.addEventListener("submit", async (event) => {
  const { target: form, submitter } = event;
  if (navigator.onLine || isTried || !notice || form.matches(".picker, [data-hx-get], [method=dialog]")) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  if (!(await isReached())) return document.dispatchEvent(new CustomEvent("unreached", { detail: "" }));
  isTried = true;
  form.requestSubmit(submitter);
  isTried = false;
}, true);
