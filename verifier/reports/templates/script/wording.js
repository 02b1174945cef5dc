// At a review server another wording of a claim, or several lines instead of it, is judged at once.
function openWording(entry) {
  entry.card.querySelector(".wording")?.remove();
  const form = at("wording").content.firstElementChild.cloneNode(true);
  form.setAttribute("aria-label", `Another wording of claim ${entry.card.dataset.claim}`);
  form.elements.text.value = entry.text;
  entry.card.append(form);
  form.elements.text.focus();
}

async function judgeWording(entry, form) {
  const answers = form.querySelector(".answers");
  answers.textContent = "Judging … (the first time opens the models, which takes some seconds)";
  const { article } = known.get(entry.sheet);
  const body = JSON.stringify({ article, claim: entry.card.dataset.claim, text: form.elements.text.value });
  try {
    const answer = await fetch("wording", { method: "POST", body, credentials: "same-origin",
      headers: { "Content-Type": "application/json", "X-Verifier-Page": secret } });
    const text = await answer.text();
    if (answer.ok) answers.innerHTML = text; // escaped by the server that made this very page
    else answers.textContent = text;
  } catch (error) {
    answers.textContent = `The server does not answer (${error.message}).`;
  }
}

if (secret) {
  for (const entry of cards) {
    const button = make("button", "", "Other wording");
    button.type = "button";
    button.addEventListener("click", () => openWording(entry));
    entry.card.querySelector(".buttons.own").append(button);
  }
  KEYS.w = () => current && openWording(current);
  document.addEventListener("submit", (event) => {
    if (!event.target.matches(".wording")) return;
    event.preventDefault();
    judgeWording(byId.get(event.target.closest(".card").id), event.target);
  });
  document.addEventListener("click", (event) => {
    if (event.target.name === "close") event.target.closest(".wording").remove();
  });
}
