// Single keys outside of fields: a search, the results one by one, the pages of the site, and a sheet that names them.

const NAME = "catalogue-shortcuts";
const PATIENCE = 1500; // milliseconds between the keys of two
const FIELD = "input:not([type=checkbox], [type=radio]), select, textarea, [contenteditable]";
const BRACKETS = { BracketLeft: "[", BracketRight: "]" };

const sheet = document.getElementById("shortcuts");
const wanted = document.getElementById("shortcuts-on");

// What is on the key; on one of another script what an English keyboard has in its place: «о» is j, and the full
// stop beside the right Shift of a Russian one the slash.
const meant = ({ key, code, shiftKey }) => {
  const isForeign = key >= "\x80" || (code === "Slash" && ".,".includes(key));
  if (isForeign && code === "Slash") return shiftKey ? "?" : "/";
  if (shiftKey && (isForeign || /[a-z]/i.test(key))) return "";
  return isForeign ? (BRACKETS[code] ?? code.slice("Key".length).toLowerCase()) : key.toLowerCase();
};

const openSheet = () => sheet.showModal();

const toSearch = () => {
  const box = [...document.querySelectorAll("input[data-suggest]")].find((each) => each.checkVisibility());
  box?.focus();
  box?.select();
};

const titles = () => [...document.querySelectorAll("main .entry :is(h2, h3, h4) > a")];
const entry = () => document.activeElement.closest(".entry");
const reached = () => titles().findIndex((title) => title.closest(".entry") === entry());
const step = (by) => titles()[reached() + by]?.focus();

const say = (text) => document.dispatchEvent(new CustomEvent("said", { detail: { text } }));

const pick = () => {
  const boxes = [...document.querySelectorAll("input[name=key][form=pick]")];
  // The one that stands in no entry is that of the publication whose page this is.
  const box = boxes.find((each) => each.closest(".entry") === entry());
  if (!box) return;
  box.click();
  say(document.querySelector("#pick button")?.innerText ?? "");
};

const turn = (direction) => document.querySelector(`a[rel~=${direction}]`)?.click();

const ACTIONS = {
  "/": toSearch,
  "?": openSheet,
  j: () => step(1),
  k: () => step(-1),
  o: () => titles()[reached()]?.click(),
  s: pick,
  "[": () => turn("prev"),
  "]": () => turn("next"),
};

const follow = (key) => sheet.querySelector(`a[data-key=${key}]`).click();

// What keys do after a g.
const SECONDS = { h: follow, p: follow, l: () => document.forms.pick?.requestSubmit() };

let led = -Infinity; // when a g was pressed

document.addEventListener("keydown", (event) => {
  if (!wanted.checked || sheet.open || event.defaultPrevented || event.target.closest?.(FIELD)) return;
  // Some layouts have brackets only behind AltGr, which Windows calls Ctrl and Alt.
  const isModified = (event.ctrlKey || event.altKey) && !event.getModifierState("AltGraph");
  if (isModified || event.metaKey || event.isComposing) return;
  const key = meant(event);
  const action = (event.timeStamp - led < PATIENCE ? SECONDS : ACTIONS)[key];
  led = key === "g" ? event.timeStamp : -Infinity;
  if (!action) return;
  event.preventDefault();
  action(key);
});

const read = () => {
  try {
    wanted.checked = localStorage.getItem(NAME) !== "off";
  } catch {
    // Without a store they are on, until the page is left.
  }
};

wanted.addEventListener("change", () => {
  try {
    localStorage.setItem(NAME, wanted.checked ? "on" : "off");
  } catch {
    // Then they are off on this page alone.
  }
});
// A press beside the sheet closes it, and so does a link, or who comes back would find it open.
sheet.addEventListener("click", (event) => {
  const link = event.target.closest("a");
  if (link || event.target === sheet) sheet.close();
  const { pick } = document.forms;
  // What is on my list this browser knows, and no address alone.
  if (link?.dataset.key === "l" && pick && !event.ctrlKey && !event.metaKey) {
    event.preventDefault();
    pick.requestSubmit();
  }
});
addEventListener("storage", ({ key }) => key === NAME && read());
addEventListener("pageshow", read);
read();

for (const opener of document.querySelectorAll("[data-shortcuts]")) {
  opener.hidden = false;
  opener.addEventListener("click", openSheet);
}
