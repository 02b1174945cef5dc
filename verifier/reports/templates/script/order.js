// The order of claims: as in the article, or by what a look of a person is worth.
const EACH = 10; // cards of a stack
const places = new Map(cards.map((entry, place) => [entry.id, place]));

// Disputes among people first, then verdicts against what people decided on the same words elsewhere, then conflicting
// evidence and low confidence; what is decided, and what is not judged, comes last.
function worth(entry, decided) {
  const verdicts = new Set(standing(entry).map((made) => made.verdict).filter(Boolean));
  if (verdicts.size > 1) return 4;
  if (verdicts.size === 1) return -1;
  const elsewhere = decided.get(entry.text);
  if (elsewhere && elsewhere !== entry.verdict) return 3;
  if (entry.confidence === null) return 0;
  return (entry.verdict === "conflicting" ? 2 : 0) + 1 - entry.confidence;
}

function order() {
  const decided = new Map([...filed.values()].flat().filter((made) => made.verdict).map((made) => [made.text, made.verdict]));
  const value = new Map(cards.map((entry) => [entry, at("order").value ? worth(entry, decided) : 0]));
  cards.sort((a, b) => value.get(b) - value.get(a) || places.get(a.id) - places.get(b.id));
  for (const sheet of sheets) {
    const own = cards.filter((entry) => entry.sheet === sheet.id).map((entry) => entry.card);
    for (const stack of sheet.querySelectorAll(".stack")) stack.replaceChildren(...own.splice(0, EACH));
  }
  fit(stacks);
}

at("order").addEventListener("change", order);
at("everything").addEventListener("click", order);
