// Citing without a page load: another style swaps the citation, a button copies it.

const start = (root) => {
  for (const form of root.querySelectorAll("form.picker")) {
    form.addEventListener("change", (event) => {
      if (event.target.name === "style") form.elements.other.value = "";
      swap(form, event.target.name);
    });
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      swap(form, document.activeElement?.name || "style");
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

const swap = async (form, focus) => {
  const place = form.closest("[data-citing]");
  const stated = new URLSearchParams([...new FormData(form)].filter(([, value]) => value));
  const address = new URL(form.action);
  const posted = form.method === "post";
  if (!posted) address.search = stated;
  place.setAttribute("aria-busy", "true");
  try {
    const answer = await fetch(address, posted ? { method: "post", body: stated } : {});
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById(place.id);
    if (!fresh) throw new Error(answer.statusText);
    place.replaceWith(fresh);
    if (!posted) history.replaceState(null, "", address);
    start(fresh);
    fresh.querySelector(`form.picker [name="${CSS.escape(focus)}"]`)?.focus();
    document.dispatchEvent(new CustomEvent("citing"));
  } catch {
    // Whatever failed here, the form still works as a form.
    form.submit();
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
