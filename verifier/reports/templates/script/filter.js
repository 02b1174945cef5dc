// Filters: by verdict, kind, confidence, words and review; a claim that fails one of them is hidden.
const reviewOf = new Map(); // claim id -> "accept" or "override", kept by decisions.js

function wanted() {
  const verdicts = new Set([...document.querySelectorAll("[name=verdict]:checked")].map((box) => box.value));
  const kind = at("kind").value, review = at("reviewed").value;
  const least = Number(at("least").value || 0) / 100, most = Number(at("most").value || 100) / 100;
  const words = at("words").value.toLowerCase().split(/\s+/).filter(Boolean);
  const narrow = least > 0 || most < 1; // what is not judged has no confidence and passes only the whole range
  return (entry) =>
    verdicts.has(entry.verdict) && (!kind || entry.kind === kind) &&
    (!narrow || (entry.confidence !== null && entry.confidence >= least - 1e-9 && entry.confidence <= most + 1e-9)) &&
    words.every((word) => entry.words.includes(word)) &&
    (!review || (reviewOf.get(entry.id) ?? "open") === review);
}

function filter() {
  const passes = wanted(), touched = new Set();
  for (const entry of cards) {
    const shown = passes(entry);
    if (shown === entry.shown) continue;
    entry.shown = shown;
    entry.card.hidden = !shown;
    touched.add(entry.card.parentElement);
  }
  fit(touched);
  for (const mark of marks) {
    const out = !mark.claims.some((entry) => entry.shown);
    if (out !== mark.out) mark.link.classList.toggle("out", mark.out = out);
  }
  const left = new Set(cards.filter((entry) => entry.shown).map((entry) => entry.sheet));
  const narrowed = cards.some((entry) => !entry.shown); // if not, articles without claims are listed too
  for (const row of document.querySelectorAll("#articles tbody tr")) row.hidden = narrowed && !left.has(row.dataset.sheet);
  tellShown();
}

// A stack that is off the screen is not drawn, so it takes as much room as its cards are likely to.
function fit(stacks) {
  for (const stack of stacks) {
    const shown = stack.querySelectorAll(":scope > :not([hidden])").length;
    stack.hidden = shown === 0;
    stack.style.setProperty("--cards", shown);
  }
}

function tellShown() {
  const sheet = openedSheet();
  const here = cards.filter((entry) => !sheet || entry.sheet === sheet.id);
  const shown = here.filter((entry) => entry.shown).length;
  at("shown").textContent = `${shown} of ${here.length} claims`;
  for (const each of sheet ? [sheet] : []) each.querySelector(".nothing").hidden = shown > 0 || here.length === 0;
}

at("controls").addEventListener("input", (event) => {
  if (!["reviewer", "import"].includes(event.target.id)) filter();
});
at("controls").addEventListener("submit", (event) => event.preventDefault());
at("everything").addEventListener("click", () => { at("controls").reset(); restoreReviewer(); filter(); });
