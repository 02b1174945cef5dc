// Decisions of people: a list for each article that only grows; the latest of a reviewer on a claim counts.
const SCHEMA = 1;
const filed = new Map([...known.keys()].map((sheet) => [sheet, load(sheet)]));

function shelf(sheet) {
  const { run, article, digest } = known.get(sheet);
  return `verifier/${run}/${digest}/${article}`;
}

function load(sheet) {
  try { return JSON.parse(keep.get(shelf(sheet))) ?? []; } catch { return []; }
}

function restoreReviewer() { at("reviewer").value = keep.get("verifier/reviewer") ?? ""; }

function standing(entry) {
  const latest = new Map();
  for (const made of filed.get(entry.sheet)) {
    if (made.claim === entry.card.dataset.claim && made.text === entry.text) latest.set(made.reviewer, made);
  }
  return [...latest.values()].filter((made) => made.action !== "withdraw");
}

// The same act, however its time is written.
const identity = (made) => JSON.stringify([made.claim, made.action, made.verdict, made.reviewer, Date.parse(made.time)]);

function add(sheet, decisions) {
  const list = filed.get(sheet), seen = new Set(list.map(identity));
  const fresh = decisions.filter((made) => !seen.has(identity(made)));
  list.push(...fresh);
  list.sort((a, b) => Date.parse(a.time) - Date.parse(b.time));
  const kept = keep.set(shelf(sheet), JSON.stringify(list));
  const touched = new Set(fresh.map((made) => made.claim));
  for (const entry of cards) if (entry.sheet === sheet && touched.has(entry.card.dataset.claim)) showDecision(entry);
  if (!kept) say("This browser keeps nothing for this file: export before you close it.");
  return fresh.length;
}

function decide(entry, action, { verdict = null, reason = "", comment = "" } = {}) {
  const reviewer = at("reviewer").value.trim();
  if (!reviewer) {
    at("more").open = true;
    at("reviewer").focus();
    say("Write your name first: every decision is kept with who made it.");
    return false;
  }
  const { run, article } = known.get(entry.sheet);
  say(`${entry.card.dataset.claim}: ${SAID[action]}.`);
  add(entry.sheet, [{
    run, article, claim: entry.card.dataset.claim, text: entry.text, machine: entry.verdict,
    action, verdict, reason, comment, reviewer, time: new Date().toISOString(),
  }]);
  document.dispatchEvent(new Event("decided"));
  return true;
}

const SAID = { accept: "accepted", override: "overridden", comment: "comment kept", withdraw: "decision withdrawn" };
const LABELS = new Map([...at("form").content.querySelectorAll("option")].map((o) => [o.value, o.textContent]));

at("reviewer").addEventListener("change", () => {
  keep.set("verifier/reviewer", at("reviewer").value.trim());
  for (const entry of cards) showDecision(entry);
});
restoreReviewer();
