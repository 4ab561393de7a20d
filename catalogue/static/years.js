// Years to filter by: drawn over the bars by mouse or finger, or set by the two sliders below, which the arrow
// keys move. Either fills in the fields of the form, as if they had been typed. Nothing that was asked for is lost
// when an answer comes meanwhile: under a hand it is not shown, but asked for again when the hand lets go; and
// years that are not asked for yet are set again in the form that an answer brings.

const PATIENCE = 400; // milliseconds in which another step of a slider may follow

const form = document.getElementById("search"); // unless a site leaves it out
let isHeld = false; // whether a hand is on the bars or on a slider
let drawn = null; // the bars between which a reader is drawing, and the years as they were before
let missed = null; // what asked for an answer that was not shown: the form, or a link
let chosen = null; // first and last year that the sliders chose, until they are asked for
let waiting = 0;
let isLed = false; // whether the answer to a link is on its way, which comes before the years

const parts = () => ({
  ends: [document.getElementById("first-year"), document.getElementById("last-year")],
  fields: [form.elements.from, form.elements.to],
});
const inputs = () => [...parts().ends, ...parts().fields];
const years = () => parts().ends.map(({ value }) => Number(value));

// All years are no filter.
const show = (first, last) => {
  const { ends, fields } = parts();
  const isAll = first <= Number(ends[0].min) && last >= Number(ends[1].max);
  [first, last].forEach((year, at) => {
    ends[at].value = year;
    fields[at].value = isAll ? "" : year;
  });
};

const barAt = (bars, x) => {
  const { left, width } = bars.getBoundingClientRect();
  const number = bars.dataset.years.split(" ").length;
  return Math.max(0, Math.min(number - 1, Math.floor(((x - left) / width) * number)));
};

const draw = (event) => {
  drawn.to = barAt(drawn.bars, event.clientX);
  const [low, high] = [drawn.from, drawn.to].sort((one, other) => one - other);
  const firsts = drawn.bars.dataset.years.split(" ").map(Number);
  const step = drawn.bars.viewBox.baseVal.width / firsts.length;
  const rectangle = drawn.bars.querySelector(".drawn");
  rectangle.setAttribute("x", low * step);
  rectangle.setAttribute("width", (high - low + 1) * step);
  show(firsts[low], high + 1 < firsts.length ? firsts[high + 1] - 1 : Number(parts().ends[1].max));
};

const putBack = () => {
  drawn.bars.querySelector(".drawn").setAttribute("width", 0);
  inputs().forEach((input, at) => (input.value = drawn.before[at]));
};

document.addEventListener("pointerdown", (event) => {
  const place = form && event.target.closest(".histogram, .ends input");
  if (!place || event.button !== 0) return;
  isHeld = true;
  if (place.localName === "input") return;
  event.preventDefault();
  place.setPointerCapture(event.pointerId);
  drawn = { bars: place, from: barAt(place, event.clientX), before: inputs().map(({ value }) => value) };
  draw(event);
});

document.addEventListener("pointermove", (event) => drawn && draw(event));

const letGo = ({ type }) => {
  if (!isHeld) return;
  const again = missed;
  // A finger that scrolls has drawn nothing.
  const isDrawn = drawn && type === "pointerup";
  if (drawn && !isDrawn) putBack();
  isHeld = false;
  drawn = missed = null;
  if (again && again !== form) {
    if (isDrawn) chosen = years();
    again.click();
  } else if (again || isDrawn) form.requestSubmit();
};
document.addEventListener("pointerup", letGo);
document.addEventListener("pointercancel", letGo);

document.addEventListener("input", ({ target }) => {
  if (target.form !== form || !target.matches(".ends input")) return;
  // An end that meets the other takes it along.
  const [first, last] = years();
  if (first > last) show(Number(target.value), Number(target.value));
  else show(first, last);
});

const askSoon = () => {
  clearTimeout(waiting);
  waiting = setTimeout(() => isLed || form.requestSubmit(), PATIENCE);
};

document.addEventListener("change", ({ target }) => {
  if (target.form !== form || !target.matches(".ends input")) return;
  chosen = years();
  askSoon();
});

const onResult = (name, act) => {
  document.addEventListener(`htmx:${name}`, ({ detail }) => detail.target.id === "result" && act(detail));
};

onResult("beforeRequest", ({ elt }) => {
  clearTimeout(waiting);
  isLed = elt !== form;
  // The form takes them along.
  if (!isLed) chosen = null;
});

onResult("beforeSwap", (detail) => {
  if (!isHeld) return;
  detail.shouldSwap = false;
  missed = detail.requestConfig.elt;
});

onResult("afterRequest", () => {
  isLed = false;
  if (!chosen || isHeld) return;
  // A result of a single year has no sliders.
  if (!parts().ends[0]) return (chosen = null);
  show(...chosen);
  askSoon();
});
