// My list: the keys that a reader picked, kept in this browser, and the address that shows them.

const NAME = "catalogue-list";
const LONGEST = 7500; // characters of an address that servers take
let unkept = null; // the keys, where the browser keeps nothing: until the page is left

const read = () => {
  if (unkept) return unkept;
  try {
    const keys = JSON.parse(localStorage.getItem(NAME) ?? "[]");
    return Array.isArray(keys) ? keys.filter((key) => typeof key === "string") : [];
  } catch {
    return [];
  }
};

const write = (given) => {
  const keys = [...new Set(given)];
  try {
    localStorage.setItem(NAME, JSON.stringify(keys));
    unkept = null;
  } catch {
    unkept = keys;
  }
  show();
};

const tell = (button, detail) => button.dispatchEvent(new CustomEvent("told", { bubbles: true, detail }));
const same = (one, other) => one.length === other.length && one.every((key, at) => key === other[at]);
const BOXES = 'input[name="key"][form="pick"]';
const form = document.getElementById("pick"); // unless a site leaves it out
const list = document.getElementById("listed"); // on the page of a list only
const listed = () => new FormData(list).getAll("key");
// A list that was asked for by my keys is mine, also where some of them name nothing any more.
const isMine = () => [JSON.parse(list.dataset.asked), listed()].some((keys) => same(read(), keys));

const show = () => {
  const keys = read();
  const number = document.getElementById("picked");
  if (number) number.textContent = keys.length ? `(${keys.length})` : "";
  for (const box of document.querySelectorAll(BOXES)) box.checked = keys.includes(box.value);
  for (const button of document.querySelectorAll("[data-keep]")) button.hidden = isMine();
};

const goTo = (keys) => {
  const address = new URL(form.action);
  for (const key of keys) address.searchParams.append("key", key);
  if (address.href.length <= LONGEST) return location.assign(address);
  // Too long for an address: the same list, sent as a form.
  const post = document.createElement("form");
  post.method = "post";
  post.action = form.action;
  for (const key of keys) {
    const input = document.createElement("input");
    input.type = "hidden";
    input.name = "key";
    input.value = key;
    post.append(input);
  }
  document.body.append(post);
  post.submit();
};

document.addEventListener("change", (event) => {
  const box = event.target;
  if (!box.matches(BOXES)) return;
  const others = read().filter((key) => key !== box.value);
  write(box.checked ? [...others, box.value] : others);
});

form?.addEventListener("submit", (event) => {
  event.preventDefault();
  goTo(read());
});

const EDITS = ["without", "up", "sort", "empty"];
const edited = (keys, { name, value, dataset }) => {
  if (name === "sort") return JSON.parse(dataset.order);
  if (name === "empty") return [];
  const order = keys.filter((key) => key !== value);
  if (name === "up") order.splice(Math.max(keys.indexOf(value) - 1, 0), 0, value);
  return order;
};

// Editing the list that is mine edits what is kept; editing another's leaves mine alone.
list?.addEventListener("submit", ({ submitter }) => {
  if (EDITS.includes(submitter.name) && isMine()) write(edited(listed(), submitter));
});

const share = async (button) => {
  // Whoever gets it may read another language, and has no result to go back to.
  const address = new URL(button.dataset.share, location);
  if (list) for (const key of listed()) address.searchParams.append("key", key);
  try {
    if (navigator.share && matchMedia("(pointer: coarse)").matches) return await navigator.share({ url: address.href });
    await navigator.clipboard.writeText(address.href);
    tell(button, button.dataset.done);
  } catch ({ name }) {
    if (name === "AbortError") return; // a phone's reader thought better of it
    // A browser may refuse, and has no clipboard for pages that come without encryption.
    if (!list) return location.assign(address);
    const field = document.getElementById("shared");
    field.value = address.href;
    field.parentElement.hidden = false;
    field.select();
  }
};

document.addEventListener("click", ({ target }) => {
  const keep = target.closest("[data-keep]");
  if (keep) {
    write(listed());
    tell(keep, keep.dataset.done);
  }
  const sharing = target.closest("[data-share]");
  if (sharing) share(sharing);
});

const prepare = () => {
  for (const button of document.querySelectorAll("[data-share]")) button.hidden = false;
  show();
};

addEventListener("storage", (event) => event.key === NAME && show());
addEventListener("pageshow", show);
document.addEventListener("renewed", prepare); // a part of the page is new
prepare();
