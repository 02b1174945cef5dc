// From the words of the article to their claim and back; of several articles one is shown at a time.
let back = null; // the claim whose words were looked up last: the way back leads to it

function choose(entry, { focus = true, scroll = true } = {}) {
  if (current) for (const element of [current.card, ...current.marks]) element.classList.remove("here");
  current = entry;
  if (!entry) return;
  openSheet(entry.sheet);
  for (const element of [entry.card, ...entry.marks]) element.classList.add("here");
  if (focus) entry.card.focus({ preventScroll: true });
  if (scroll) entry.card.scrollIntoView({ block: "start" });
  const text = entry.card.closest(".sheet").querySelector(".text");
  if (entry.marks[0] && getComputedStyle(text).overflowY === "auto") reveal(text, entry.marks[0]);
}

function reveal(box, element) {
  const outer = box.getBoundingClientRect(), inner = element.getBoundingClientRect();
  if (inner.top < outer.top || inner.bottom > outer.bottom) box.scrollTop += inner.top - outer.top - box.clientHeight / 3;
}

function toArticle(entry) {
  back = entry;
  if (!entry.marks[0]) return say("This claim has no words of its own in the article.");
  entry.marks[0].focus();
  entry.marks[0].scrollIntoView({ block: "center" });
}

function toClaim(link) {
  const claims = marked.get(link).claims.filter((entry) => entry.shown);
  if (!claims.length) return say("The filter hides the claims on these words.");
  choose(claims.includes(back) ? back : claims[(claims.indexOf(current) + 1) % claims.length]);
  back = null;
}

function openSheet(id) {
  const several = sheets.length > 1;
  for (const sheet of sheets) sheet.hidden = several && sheet.id !== id;
  if (several) at("index").hidden = Boolean(id);
  tellShown();
}

const openedSheet = () => sheets.find((sheet) => !sheet.hidden);

function route() {
  const id = decodeURIComponent(location.hash.slice(1));
  if (byId.has(id)) return choose(byId.get(id));
  if (known.has(id)) { openSheet(id); window.scrollTo(0, 0); return; }
  if (id === "claims") return;
  openSheet(sheets.length > 1 ? "" : sheets[0].id);
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a[data-claims]");
  if (link) { event.preventDefault(); return toClaim(link); }
  const card = event.target.closest(".card");
  if (!card || event.target.closest("a, button, summary, form, input") || String(getSelection())) return;
  choose(byId.get(card.id), { scroll: false });
});
window.addEventListener("hashchange", route);
