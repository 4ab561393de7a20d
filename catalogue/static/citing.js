// Citing without a page load: another style swaps the citation, a button copies it; what is downloaded is chosen in
// sight.

const prepare = (root) => {
  for (const form of root.querySelectorAll("form.picker")) {
    form.addEventListener("change", (event) => {
      if (event.target.name === "style") form.elements.other.value = "";
      swap(form);
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      swap(form);
    });
  }
  for (const button of root.querySelectorAll("[data-copy]")) {
    button.hidden = false;
    button.addEventListener("click", () => copy(button));
  }
  for (const button of root.querySelectorAll("[data-print]")) {
    button.hidden = false;
    button.addEventListener("click", () => print());
  }
};

let asking = new AbortController();

const swap = async (form) => {
  const place = form.closest("[data-citing]");
  const stated = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  const address = new URL(form.action);
  const posted = form.method === "post";
  if (!posted) address.search = stated;
  // What is chosen while an answer is on its way asks for all of it anew.
  asking.abort();
  const { signal } = (asking = new AbortController());
  place.setAttribute("aria-busy", "true");
  const page = await fetched(address, posted ? { method: "post", body: stated, signal } : { signal });
  if (signal.aborted) return;
  place.removeAttribute("aria-busy");
  if (!page) {
    document.dispatchEvent(new CustomEvent("unreached", { detail: posted ? "" : address.href }));
    return;
  }
  const fresh = page.getElementById(place.id);
  // A page of another kind is for the browser to show.
  if (!fresh) return form.submit();
  if (!posted) history.replaceState(null, "", address);
  // Another language leads to this page as it is now.
  const languages = page.getElementById("languages");
  if (languages) document.getElementById("languages")?.replaceWith(languages);
  keepTyped(form.elements.other, fresh.querySelector("[name=other]"), stated.get("other"));
  renew(place, fresh);
};

// What was opened stays open, and a name that somebody types meanwhile stays there; what was sent is answered.
const keepTyped = (old, fresh, sent) => {
  if (!old.closest("details").open) return;
  fresh.closest("details").open = true;
  if (!sent || sent !== old.value) fresh.value = old.value;
};

// The page at an address; null where the network does not bring it.
const fetched = async (address, options) => {
  try {
    const answer = await fetch(address, options);
    return new DOMParser().parseFromString(await answer.text(), "text/html");
  } catch {
    return null;
  }
};

const renew = (place, fresh) => {
  const focused = place.contains(document.activeElement) ? document.activeElement : null;
  const kind = focused?.localName;
  const number = focused ? [...place.querySelectorAll(kind)].indexOf(focused) : 0;
  place.replaceWith(fresh);
  prepare(fresh);
  document.dispatchEvent(new CustomEvent("renewed"));
  const wrong = fresh.querySelector("[aria-invalid]");
  const told = fresh.querySelector("#cite-complaint, .notice, .citation");
  // The keyboard stays on what was changed, unless something must be mended; where it was folded away again, its
  // name is chosen. A phone would move what it focuses to the middle of the screen, and the citation out of it.
  if (focused) {
    const same = fresh.querySelectorAll(kind)[number];
    const stays = same?.checkVisibility() ? same : fresh.querySelector("select");
    (wrong ?? stays).focus({ preventScroll: true });
  }
  told?.scrollIntoView({ block: "nearest", behavior: "instant" });
  // What describes the field that has the focus now is heard with it.
  if (told && !(wrong && focused)) {
    document.dispatchEvent(new CustomEvent("said", { detail: { text: told.innerText, lang: told.lang } }));
  }
};

const copy = async (button) => {
  const source = document.getElementById(button.dataset.copy);
  const lines = [...source.querySelectorAll(".citation")];
  const parts = lines.length ? lines : [source];
  const text = parts.map((part) => part.innerText.trim()).join("\n");
  const html = parts.map(({ tagName, innerHTML }) => {
    const element = tagName === "PRE" ? "pre" : "p";
    return `<${element}>${innerHTML.trim()}</${element}>`;
  }).join("\n");
  let isCopied = true;
  try {
    await navigator.clipboard.write([
      new ClipboardItem({
        "text/plain": new Blob([text], { type: "text/plain" }),
        "text/html": new Blob([html], { type: "text/html" }),
      }),
    ]);
  } catch {
    getSelection().selectAllChildren(source);
    isCopied = document.execCommand("copy");
  }
  const { done, failed } = button.dataset;
  button.dispatchEvent(new CustomEvent("told", { bubbles: true, detail: isCopied ? done : failed }));
};

// What opens over the page may open out of the screen.
document.addEventListener("toggle", ({ target }) => {
  target.closest(".actions > .formats")?.querySelector("ul").scrollIntoView({ block: "nearest", behavior: "instant" });
}, true);

prepare(document);
