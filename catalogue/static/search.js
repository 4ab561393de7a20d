// The search page in place: what is chosen in its form, and its links to other searches, change the result alone.
// htmx fetches the page of the new address and takes the result from it; this module says when, and keeps what
// a reader would lose: the place of the keyboard, what is open, and word of what was found.

const form = document.getElementById("search"); // unless a site leaves it out
const isResult = ({ target }) => target.id === "result";
let held = {};
let sent = new FormData();
let isSwapping = false;

const say = (text) => document.dispatchEvent(new CustomEvent("said", { detail: { text } }));

// A field says by its change that it was chosen; words are sent by Enter or the button. A field in which somebody
// types says so as well when it is taken away.
document.addEventListener("change", ({ target }) => {
  if (form && target.form === form && target.name && target.name !== "q" && !isSwapping) form.requestSubmit();
});

// An address says what was chosen, not what was left open.
document.addEventListener("htmx:configRequest", ({ detail }) => {
  if (detail.elt === form) sent = new FormData(form);
  for (const [name, value] of [...detail.formData]) if (!value) detail.formData.delete(name);
});

document.addEventListener("htmx:beforeRequest", ({ detail }) => {
  if (!isResult(detail)) return;
  detail.target.setAttribute("aria-busy", "true");
  say("");
});

document.addEventListener("htmx:afterRequest", ({ detail }) => {
  if (isResult(detail)) detail.target.removeAttribute("aria-busy");
});

document.addEventListener("htmx:beforeHistoryUpdate", ({ detail }) => {
  isSwapping = true;
  if (detail.history.path === location.pathname + location.search) detail.history.type = "replace";
});

document.addEventListener("htmx:beforeSwap", (event) => {
  const { detail } = event;
  if (!isResult(detail) || !detail.shouldSwap) return;
  if (!detail.serverResponse.includes('id="result"')) return leave(event);
  const focused = detail.target.contains(document.activeElement) ? document.activeElement : null;
  held = {
    focused,
    top: focused?.getBoundingClientRect().top,
    opened: [...detail.target.querySelectorAll("details[id][open]")].map(({ id }) => id),
  };
});

document.addEventListener("htmx:afterSwap", ({ detail, target }) => {
  if (!isResult({ target })) return;
  isSwapping = false;
  for (const id of held.opened) document.getElementById(id)?.setAttribute("open", "");
  if (held.focused) refocus(held.focused, held.top);
  if (form && detail.requestConfig.elt !== form) {
    form.elements.q.value = new URLSearchParams(location.search).get("q") ?? "";
  }
  say([...target.querySelectorAll("#notices p, #found, .complaint")].map((each) => each.innerText).join(" "));
  fold(target);
  document.dispatchEvent(new CustomEvent("renewed"));
});

// The keyboard stays on what was changed, and that stays where it was seen; what is gone leads to the result.
const refocus = (old, top) => {
  const same = old.id && document.getElementById(old.id);
  if (same) {
    // Perhaps half a year, typed meanwhile; what was sent is answered by what it was taken for.
    if (same.type === "text" && old.value !== sent.get(old.name)) same.value = old.value;
    same.focus({ preventScroll: true });
    scrollBy({ top: same.getBoundingClientRect().top - top, behavior: "instant" });
  } else {
    const found = document.getElementById("found");
    found.focus({ preventScroll: true });
    if (found.getBoundingClientRect().top < 0) found.scrollIntoView({ behavior: "instant" });
  }
};

// From the end of the filters to what they have left, which they no longer stand before.
document.addEventListener("click", (event) => {
  if (!event.target.closest(".leads")) return;
  event.preventDefault();
  document.getElementById("filtering").open = false;
  const found = document.getElementById("found");
  found.focus({ preventScroll: true });
  found.scrollIntoView();
});

const miss = (address) => document.dispatchEvent(new CustomEvent("unreached", { detail: address }));

// What was answered otherwise than can be shown here, a browser can show by itself.
const leave = (event) => {
  event.preventDefault();
  location.assign(event.detail.pathInfo.finalRequestPath);
};
for (const failure of ["responseError", "swapError"]) document.addEventListener(`htmx:${failure}`, leave);
for (const failure of ["sendError", "timeout"]) {
  document.addEventListener(`htmx:${failure}`, ({ detail }) => miss(detail.pathInfo.finalRequestPath));
}

// The whole abstract, below the link that leads to it.
const fold = (root) => {
  for (const link of root.querySelectorAll("a.whole")) link.setAttribute("aria-expanded", "false");
};

const unfold = async (link) => {
  const place = document.createElement("div");
  place.className = "unfolded";
  link.parentElement.after(place);
  try {
    const answer = await fetch(`${new URL(link.href).pathname}?part=abstract`);
    const part = await answer.text();
    // Where something else is answered than a part of a page, the whole of it says what.
    if (answer.ok && !/<html/i.test(part)) place.innerHTML = part;
    else location.assign(link.href);
  } catch {
    place.remove();
    link.setAttribute("aria-expanded", false);
    miss(link.href);
  }
};

document.addEventListener("click", (event) => {
  const link = event.target.closest("a.whole");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
  event.preventDefault();
  const isOpen = link.getAttribute("aria-expanded") === "true";
  link.setAttribute("aria-expanded", !isOpen);
  const next = link.parentElement.nextElementSibling;
  if (next) next.hidden = isOpen;
  else unfold(link);
});

fold(document);
