// The table of articles: its head sorts, downwards first for numbers.
for (const [column, button] of [...document.querySelectorAll("#articles thead button")].entries()) {
  button.addEventListener("click", () => {
    const head = button.parentElement, body = document.querySelector("#articles tbody");
    const first = column < 2 ? "ascending" : "descending";
    const other = first === "ascending" ? "descending" : "ascending";
    const order = head.getAttribute("aria-sort") === first ? other : first;
    for (const each of head.parentElement.children) each.setAttribute("aria-sort", "none");
    head.setAttribute("aria-sort", order);
    const value = (row) => row.children[column].textContent.trim();
    const compare = (a, b) => value(a).localeCompare(value(b), "en", { numeric: true });
    const sign = order === "ascending" ? 1 : -1;
    body.append(...[...body.rows].sort((a, b) => sign * compare(a, b)));
  });
}
