// What the page knows: one sheet for each article, one entry for each claim, and which of them is the current one.
const known = new Map(JSON.parse(document.getElementById("known").textContent).map((k) => [k.sheet, k]));
const sheets = [...document.querySelectorAll(".sheet")];
const cards = [...document.querySelectorAll(".card")].map((card) => ({
  card,
  id: card.id,
  sheet: card.closest(".sheet").id,
  verdict: card.dataset.verdict,
  kind: card.dataset.kind,
  confidence: card.dataset.confidence === undefined ? null : Number(card.dataset.confidence),
  text: card.querySelector("h3").textContent,
  words: card.querySelector("h3").textContent.toLowerCase(),
  marks: [],
  shown: true,
}));
const stacks = [...document.querySelectorAll(".stack")]; // cards by tens, of which the browser draws what is on the screen
const byId = new Map(cards.map((entry) => [entry.id, entry]));
const marks = [...document.querySelectorAll(".text a[data-claims]")].map((link) => {
  const claims = link.dataset.claims.split(" ").map((id) => byId.get(id)).filter(Boolean);
  for (const entry of claims) entry.marks.push(link);
  return { link, claims, out: false };
});
const marked = new Map(marks.map((mark) => [mark.link, mark]));
let current = null;

const at = (id) => document.getElementById(id);
const say = (text) => { at("said").textContent = text; };

function make(tag, className, text) {
  const element = document.createElement(tag);
  element.className = className;
  element.textContent = text;
  return element;
}

// The browser may refuse to keep anything for a file; the page works on and says so when it matters.
const keep = {
  get(key) { try { return localStorage.getItem(key); } catch { return null; } },
  set(key, value) { try { localStorage.setItem(key, value); return true; } catch { return false; } },
};

at("controls").hidden = false;
const measure = () => document.documentElement.style.setProperty(
  "--top", getComputedStyle(at("controls")).position === "sticky" ? `${at("controls").offsetHeight + 12}px` : "1rem");
new ResizeObserver(measure).observe(at("controls"));
