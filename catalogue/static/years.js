// Years to filter by: drawn over the bars by mouse or finger, or set by the two sliders below, which the arrow
// keys move. Either fills in the fields of the form, as if they had been typed.

const PATIENCE = 400; // milliseconds in which another step of a slider may follow

const form = document.getElementById("search");
let drawn = null; // the bars between which a reader is drawing
let waiting = 0;

const parts = () => ({
  bars: document.querySelector(".histogram"),
  ends: [document.getElementById("first-year"), document.getElementById("last-year")],
  fields: [form.elements.from, form.elements.to],
});

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

document.addEventListener("pointerdown", (event) => {
  const bars = event.target.closest(".histogram");
  if (!bars || event.button !== 0) return;
  event.preventDefault();
  bars.setPointerCapture(event.pointerId);
  drawn = { bars, from: barAt(bars, event.clientX) };
  draw(event);
});

document.addEventListener("pointermove", (event) => drawn && draw(event));

// What a scrolling finger began to draw is put back with the rest of the form.
document.addEventListener("pointercancel", () => {
  if (!drawn) return;
  drawn.bars.querySelector(".drawn").setAttribute("width", 0);
  for (const field of [...parts().ends, ...parts().fields]) field.value = field.defaultValue;
  drawn = null;
});

document.addEventListener("pointerup", () => {
  if (!drawn) return;
  drawn = null;
  form.requestSubmit();
});

document.addEventListener("input", ({ target }) => {
  const { ends } = parts();
  if (!ends.includes(target)) return;
  // An end that meets the other takes it along.
  const years = ends.map(({ value }) => Number(value));
  if (years[0] > years[1]) years.fill(Number(target.value));
  show(...years);
});

document.addEventListener("change", ({ target }) => {
  if (!parts().ends.includes(target)) return;
  clearTimeout(waiting);
  waiting = setTimeout(() => {
    waiting = 0;
    form.requestSubmit();
  }, PATIENCE);
});

// An earlier answer must not take away what is being drawn; another will follow.
document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (drawn || waiting) detail.shouldSwap = false;
});
