// At a review server decisions are sent as they are made, and those of others come in.
const secret = document.body.dataset.live;
const EVERY = 10_000; // milliseconds between two looks at what others decided

async function ask(options) {
  const answer = await fetch("decisions", { credentials: "same-origin", ...options });
  if (!answer.ok) throw new Error((await answer.text()).trim());
  return answer.json();
}

async function exchange() {
  try {
    const theirs = await ask({});
    file(theirs.filter(readable));
    const kept = new Set(theirs.map((made) => made.article + identity(made)));
    const decisions = [...filed.values()].flat().filter((made) => !kept.has(made.article + identity(made)));
    if (!decisions.length) return;
    const body = JSON.stringify({ schema: SCHEMA, exported: new Date().toISOString(), decisions });
    await ask({ method: "POST", body, headers: { "Content-Type": "application/json", "X-Verifier-Page": secret } });
  } catch (error) {
    say(`The server did not keep it (${error.message}); it is kept in this browser and sent again.`);
  }
}

let turnOf = Promise.resolve(); // one exchange at a time
const exchangeNext = () => { turnOf = turnOf.then(exchange); };
if (secret) {
  document.addEventListener("decided", exchangeNext);
  setInterval(exchangeNext, EVERY);
  exchangeNext();
}
