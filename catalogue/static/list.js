// My list: the keys that a reader picked, kept in this browser, and the address that shows them.

const NAME = "catalogue-list";
const LONGEST = 7500; // characters of an address that servers take

const read = () => {
  try {
    const keys = JSON.parse(localStorage.getItem(NAME) ?? "[]");
    return Array.isArray(keys) ? keys.filter((key) => typeof key === "string") : [];
  } catch {
    return [];
  }
};

const write = (keys) => {
  try {
    localStorage.setItem(NAME, JSON.stringify([...new Set(keys)]));
  } catch {
    // Without a store the ticks on this page still make a list.
  }
  show();
};

const done = (button) => button.dispatchEvent(new Event("done", { bubbles: true }));
const same = (one, other) => one.length === other.length && one.every((key, at) => key === other[at]);
const form = document.getElementById("pick");
const list = document.getElementById("listed"); // on the page of a list only
const listed = () => new FormData(list).getAll("key");
// A list that was asked for by my keys is mine, also where some of them name nothing any more.
const isMine = () => [JSON.parse(list.dataset.asked), listed()].some((keys) => same(read(), keys));
const picks = () => document.querySelectorAll('input[name="key"][form="pick"]');

const show = () => {
  const keys = read();
  document.getElementById("picked").textContent = keys.length ? `(${keys.length})` : "";
  for (const box of picks()) box.checked = keys.includes(box.value);
  for (const button of document.querySelectorAll("[data-keep]")) {
    button.hidden = isMine();
  }
};

const open = (keys) => {
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
  if (box.name !== "key" || box.form !== form) return;
  const others = read().filter((key) => key !== box.value);
  write(box.checked ? [...others, box.value] : others);
});

form.addEventListener("submit", (event) => {
  event.preventDefault();
  open(read());
});

const edited = (keys, { name, value, dataset }) => {
  if (name === "sort") return JSON.parse(dataset.order);
  const order = keys.filter((key) => key !== value);
  if (name === "up") order.splice(Math.max(keys.indexOf(value) - 1, 0), 0, value);
  return order;
};

// Editing the list that is mine edits what is kept; editing another's leaves mine alone.
list?.addEventListener("submit", ({ submitter }) => {
  if (submitter.name && isMine()) write(edited(listed(), submitter));
});

document.addEventListener("click", async ({ target }) => {
  if (target.closest("a[data-empty]") && isMine()) write([]);
  const keep = target.closest("[data-keep]");
  if (keep) {
    write(listed());
    done(keep);
  }
  const share = target.closest("[data-share]");
  if (share) {
    const address = new URL(list.action);
    for (const key of listed()) address.searchParams.append("key", key);
    await navigator.clipboard.writeText(address.href);
    done(share);
  }
});

const prepare = () => {
  for (const button of document.querySelectorAll("[data-share]")) button.hidden = !navigator.clipboard;
  show();
};

addEventListener("storage", (event) => event.key === NAME && show());
addEventListener("pageshow", show);
document.addEventListener("citing", prepare);
prepare();
