// The keyboard: single letters outside of fields, and they can be turned off (WCAG 2.1.4).
const singleOn = () => keep.get("verifier/keys") !== "off";
at("single").checked = singleOn();
at("single").addEventListener("change", () => keep.set("verifier/keys", at("single").checked ? "on" : "off"));
at("keys").addEventListener("click", () => at("help").showModal());

function step(by) {
  const sheet = openedSheet();
  const shown = cards.filter((entry) => entry.shown && entry.sheet === sheet?.id);
  if (!shown.length) return;
  const now = shown.indexOf(current);
  const next = now < 0 ? (by > 0 ? 0 : shown.length - 1) : Math.min(Math.max(now + by, 0), shown.length - 1);
  choose(shown[next]);
}

function turn(by) {
  const now = sheets.indexOf(openedSheet());
  const next = sheets[now + by];
  if (next && sheets.length > 1) location.hash = next.id;
}

const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  "/": () => at("words").focus(),
  "?": () => at("help").showModal(),
  a: () => current && ACTS.accept(current),
  o: () => current && ACTS.override(current),
  c: () => current && ACTS.comment(current),
  u: () => current && ACTS.withdraw(current),
  e: () => exportDecisions(),
  "[": () => turn(-1),
  "]": () => turn(1),
};

document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || at("help").open) return;
  const onCard = event.target.matches(".card");
  if (event.key === "Escape") return escape(event.target);
  if (event.target.closest("input, select, textarea")) return;
  if (onCard && event.key === "Enter") { event.preventDefault(); return toArticle(byId.get(event.target.id)); }
  if (onCard && ["ArrowDown", "ArrowUp"].includes(event.key)) {
    event.preventDefault();
    return step(event.key === "ArrowDown" ? 1 : -1);
  }
  if (singleOn() && KEYS[event.key]) { event.preventDefault(); KEYS[event.key](); }
});

function escape(target) {
  const card = target.closest(".card");
  if (card?.querySelector(".decide")) return closeForm(byId.get(card.id));
  if (target.matches("input, select, textarea")) { target.blur(); current?.card.focus({ preventScroll: true }); }
}

route();
