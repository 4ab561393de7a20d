// Suggestions below every box to search by: an editable combobox with a list, after the ARIA Authoring Practices.

const PAUSE = 120; // milliseconds without a key, after which somebody has stopped to look
const KEPT = 50; // answers
const SIGNS = "\u2e80"; // from here on, one says as much as several letters

const set = (element, attributes) => {
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
};

const make = (name, attributes, ...children) => {
  const made = document.createElement(name);
  set(made, attributes);
  made.append(...children);
  return made;
};

const option = ({ pieces, language, kind_label, count_label }, id) => {
  // Every second piece is what was typed. Nodes, because a label is data and never HTML.
  const marked = pieces.map((piece, at) => (at % 2 ? make("b", {}, piece) : piece));
  const name = make("span", { dir: "auto", ...(language && { lang: language }) }, ...marked);
  const kind = make("small", {}, [kind_label, count_label].filter(Boolean).join(" · "));
  return make("li", { id, role: "option", "aria-selected": false }, name, " ", kind);
};

const say = (text) => document.dispatchEvent(new CustomEvent("said", { detail: { text } }));

class Combobox {
  #input;
  #list;
  #answers = new Map();
  #shown = []; // the suggestions of which the list has an option each
  #active = -1; // the number of the one that keys have led to
  #timer;
  #request;

  constructor(input) {
    const id = `${input.id}-suggestions`;
    this.#input = input;
    const called = input.dataset.list;
    this.#list = make("ul", { id, class: "suggestions", role: "listbox", "aria-label": called, hidden: "" });
    set(input, { role: "combobox", autocomplete: "off", "aria-autocomplete": "list" });
    set(input, { "aria-expanded": false, "aria-controls": id });
    input.after(this.#list);
    this.#listen();
  }

  #listen() {
    this.#input.addEventListener("keydown", (event) => this.#press(event));
    // Also while a word is being composed, because keyboards of phones compose every word.
    this.#input.addEventListener("input", () => {
      clearTimeout(this.#timer);
      this.#activate(-1);
      this.#timer = setTimeout(() => this.#open(), PAUSE);
    });
    this.#input.addEventListener("blur", () => this.#close());
    this.#input.form.addEventListener("submit", () => this.#close());
    // A press on the list leaves the focus, and the keyboard of a phone, where they are.
    this.#list.addEventListener("mousedown", (event) => event.preventDefault());
    this.#list.addEventListener("click", (event) => {
      const chosen = [...this.#list.children].indexOf(event.target.closest("li"));
      if (chosen >= 0) this.#choose(chosen, event);
    });
  }

  get #isOpen() {
    return !this.#list.hidden;
  }

  #press(event) {
    // While a word is being composed, keys are for the composer. (229: Safari says too early that it is done.)
    if (event.isComposing || event.keyCode === 229) return;
    const { key, altKey } = event;
    if (key === "ArrowDown") altKey ? this.#open() : this.#move(1);
    else if (key === "ArrowUp") altKey ? this.#close() : this.#move(-1);
    else if (key === "Enter" && this.#active >= 0) this.#choose(this.#active, event);
    else if (key === "Escape" && this.#isOpen) this.#close();
    else if (key === "Escape" && this.#input.value) this.#clear();
    else {
      if (["ArrowLeft", "ArrowRight", "Home", "End"].includes(key)) this.#activate(-1);
      return;
    }
    event.preventDefault();
  }

  async #move(step) {
    if (!this.#isOpen) {
      await this.#open();
      if (this.#isOpen) this.#activate(step > 0 ? 0 : this.#shown.length - 1);
      return;
    }
    // There is one place more than suggestions: the box itself.
    const places = this.#shown.length + 1;
    this.#activate(((this.#active + 1 + step + places) % places) - 1);
  }

  #activate(number) {
    const options = this.#list.children;
    options[this.#active]?.setAttribute("aria-selected", false);
    this.#active = number;
    const active = options[number];
    if (!active) return this.#input.removeAttribute("aria-activedescendant");
    set(active, { "aria-selected": true });
    set(this.#input, { "aria-activedescendant": active.id });
    active.scrollIntoView({ block: "nearest" });
  }

  #choose(number, { ctrlKey, metaKey }) {
    const { url } = this.#shown[number];
    this.#close();
    if (ctrlKey || metaKey) open(url, "_blank", "noopener");
    else location.assign(url);
  }

  #clear() {
    this.#input.value = "";
    this.#input.dispatchEvent(new Event("input", { bubbles: true }));
  }

  // Suggests for what stands in the box now.
  async #open() {
    clearTimeout(this.#timer);
    const typed = this.#input.value.trim();
    if (typed.length < 2 && typed < SIGNS) return this.#close();
    try {
      const answer = this.#answers.get(typed) ?? (await this.#ask(typed));
      const isWanted = document.activeElement === this.#input && this.#input.value.trim() === typed;
      if (isWanted) this.#show(answer);
    } catch (failure) {
      // A newer question took the place of this one, or a search has to do without suggestions.
      if (failure.name !== "AbortError") this.#close();
    }
  }

  async #ask(typed) {
    this.#request?.abort();
    this.#request = new AbortController();
    const address = new URL(this.#input.dataset.suggest, location);
    address.searchParams.set("q", typed);
    const response = await fetch(address, { signal: this.#request.signal });
    if (!response.ok) throw new Error(response.statusText);
    const answer = await response.json();
    if (this.#answers.size >= KEPT) this.#answers.delete(this.#answers.keys().next().value);
    this.#answers.set(typed, answer);
    return answer;
  }

  #show({ suggestions, summary }) {
    this.#activate(-1);
    this.#shown = suggestions;
    const options = suggestions.map((each, number) => option(each, `${this.#list.id}-${number}`));
    this.#list.replaceChildren(...options);
    this.#expand(options.length > 0);
    this.#list.scrollTop = 0;
    say(summary);
  }

  #close() {
    clearTimeout(this.#timer);
    this.#request?.abort();
    if (!this.#isOpen) return;
    this.#activate(-1);
    this.#expand(false);
    say("");
  }

  #expand(isOpen) {
    const { left, right } = this.#input.getBoundingClientRect();
    this.#list.classList.toggle("from-end", left + right > document.documentElement.clientWidth);
    this.#list.hidden = !isOpen;
    set(this.#input, { "aria-expanded": isOpen });
  }
}

for (const input of document.querySelectorAll("input[data-suggest]")) new Combobox(input);
