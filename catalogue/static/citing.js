// Citing without a page load: another style swaps the citation, a button copies it.

const start = (root) => {
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
  try {
    const answer = await fetch(address, posted ? { method: "post", body: stated, signal } : { signal });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById(place.id);
    if (!fresh) throw new Error(answer.statusText);
    const focused = place.contains(document.activeElement) ? document.activeElement : null;
    place.replaceWith(fresh);
    if (!posted) history.replaceState(null, "", address);
    // Another language leads to this page as it is now.
    const languages = page.getElementById("languages");
    if (languages) document.getElementById("languages").replaceWith(languages);
    start(fresh);
    if (focused) refocus(fresh, focused);
    fresh.querySelector(".citation, .notice")?.scrollIntoView({ block: "nearest", behavior: "instant" });
    document.dispatchEvent(new CustomEvent("citing"));
  } catch {
    // Whatever failed here, the form still works as a form.
    if (!signal.aborted) form.submit();
  }
};

// The keyboard stays on what was changed; the field of another style is folded away again, its name is chosen.
const refocus = (fresh, { id }) => {
  const same = id && document.getElementById(id);
  // A phone would move to the middle of the screen what it focuses, and the citation out of it.
  (same?.checkVisibility() ? same : fresh.querySelector("select")).focus({ preventScroll: true });
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
  try {
    await navigator.clipboard.write([
      new ClipboardItem({
        "text/plain": new Blob([text], { type: "text/plain" }),
        "text/html": new Blob([html], { type: "text/html" }),
      }),
    ]);
  } catch {
    const selection = getSelection();
    selection.selectAllChildren(source);
    document.execCommand("copy");
  }
  button.dispatchEvent(new Event("done", { bubbles: true }));
};

// Whatever a button did, it says so where screen readers listen.
document.addEventListener("done", ({ target }) => {
  const place = target.closest("[data-citing]").querySelector(".copied");
  place.textContent = target.dataset.done;
  setTimeout(() => (place.textContent = ""), 4000);
});

start(document);
