// Decisions leave and enter the page as decisions.json, which `verifier review import` reads too.
function exportDecisions() {
  const decisions = [...filed.values()].flat();
  if (!decisions.length) return say("Nothing is decided yet.");
  const text = JSON.stringify({ schema: SCHEMA, exported: new Date().toISOString(), decisions }, null, 1);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([text], { type: "application/json" }));
  link.download = "decisions.json";
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 1000);
  say(`${decisions.length} decision${decisions.length > 1 ? "s" : ""} exported.`);
}

const FIELDS = ["run", "article", "claim", "text", "machine", "action", "reason", "comment", "reviewer", "time"];
const readable = (made) => FIELDS.every((field) => typeof made?.[field] === "string") && Object.hasOwn(SAID, made.action);

function importDecisions(text) {
  let read;
  try { read = JSON.parse(text); } catch { return say("This is no JSON file."); }
  if (read?.schema !== SCHEMA || !Array.isArray(read.decisions) || !read.decisions.every(readable)) {
    return say("This is no decisions.json of this version.");
  }
  const { added, here } = file(read.decisions);
  filter();
  document.dispatchEvent(new Event("decided"));
  const strange = read.decisions.length - here;
  say(`${added} imported, ${here - added} known already${strange ? `, ${strange} of other reports left out` : ""}.`);
}

function file(decisions) {
  let added = 0, here = 0;
  for (const [sheet, { run, article }] of known) {
    const texts = new Map(cards.filter((e) => e.sheet === sheet).map((e) => [e.card.dataset.claim, e.text]));
    const own = decisions.filter((m) => m.run === run && m.article === article && texts.get(m.claim) === m.text);
    here += own.length;
    if (own.length) added += add(sheet, own);
  }
  return { added, here };
}

at("export").addEventListener("click", exportDecisions);
at("import").addEventListener("change", async (event) => {
  const file = event.target.files[0];
  if (file) importDecisions(await file.text());
  event.target.value = "";
});

file(JSON.parse(at("decided").textContent).filter(readable)); // what the file was written with
