// Review of a claim: its buttons, the form for another verdict, and what was decided.
function showDecision(entry) {
  const made = standing(entry);
  let list = entry.card.querySelector(".decisions");
  if (!made.length && !list) return;
  if (!list) entry.card.querySelector(".buttons.own").before(list = make("div", "decisions", ""));
  list.replaceChildren(...made.map((one) => make("p", "decision", phrase(one))));
  const own = made.some((one) => one.reviewer === at("reviewer").value.trim());
  entry.card.querySelector("[data-act=withdraw]").hidden = !own;
  const action = made.findLast((one) => one.action !== "comment")?.action;
  if (action) reviewOf.set(entry.id, action); else reviewOf.delete(entry.id);
}

function phrase(made) {
  const what = { accept: "Accepted", override: `Overridden: ${LABELS.get(made.verdict)}`, comment: "Comment" }[made.action];
  const why = [made.reason, made.comment].filter(Boolean).join(" – ");
  return `${what} (${made.reviewer}, ${made.time.slice(0, 10)})${why ? `: ${why}` : ""}`;
}

function openForm(entry, field) {
  entry.card.querySelector(".decide:not(.wording)")?.remove();
  const form = at("form").content.firstElementChild.cloneNode(true);
  form.setAttribute("aria-label", `Decision on claim ${entry.card.dataset.claim}`);
  form.elements.verdict.value = entry.verdict;
  entry.card.append(form);
  form.elements[field].focus();
}

function submitForm(entry, form) {
  const verdict = form.elements.verdict.value;
  const reason = form.elements.reason.value.trim(), comment = form.elements.comment.value.trim();
  const other = verdict !== entry.verdict;
  if (other && !reason) { form.elements.reason.focus(); return say("Another verdict needs a reason."); }
  if (!other && !reason && !comment) { form.elements.comment.focus(); return say("Write a comment, or choose another verdict."); }
  const action = other ? "override" : "comment";
  if (decide(entry, action, { verdict: other ? verdict : null, reason, comment })) closeForm(entry);
}

function closeForm(entry) {
  for (const form of entry.card.querySelectorAll(".decide")) form.remove();
  entry.card.focus({ preventScroll: true });
}

const ACTS = {
  find: (entry) => toArticle(entry),
  accept: (entry) => decide(entry, "accept", { verdict: entry.verdict }),
  override: (entry) => openForm(entry, "verdict"),
  comment: (entry) => openForm(entry, "comment"),
  withdraw: (entry) => standing(entry).some((made) => made.reviewer === at("reviewer").value.trim())
    ? decide(entry, "withdraw") : say("You have decided nothing on this claim."),
};

for (const entry of cards) {
  const row = make("p", "buttons own", "");
  for (const [act, words] of [["find", "In the article"], ["accept", "Accept"], ["override", "Override"], ["comment", "Comment"], ["withdraw", "Undo"]]) {
    const button = make("button", "", words);
    button.type = "button";
    button.dataset.act = act;
    button.hidden = act === "withdraw";
    row.append(button);
  }
  entry.card.append(row);
  showDecision(entry);
}

document.addEventListener("click", (event) => {
  const card = event.target.closest(".card"), act = event.target.dataset?.act;
  if (card && act) { choose(byId.get(card.id), { focus: false, scroll: false }); ACTS[act](byId.get(card.id)); }
  if (card && event.target.name === "cancel") closeForm(byId.get(card.id));
});
document.addEventListener("submit", (event) => {
  if (!event.target.matches(".decide:not(.wording)")) return;
  event.preventDefault();
  submitForm(byId.get(event.target.closest(".card").id), event.target);
});
