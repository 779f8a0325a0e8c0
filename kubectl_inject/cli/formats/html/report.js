
"use strict";
const form = document.getElementById("filter");
const words = document.getElementById("words");
const tone = document.getElementById("tone");
const shown = document.getElementById("shown");
const body = document.querySelector("#table tbody");
const rows = [...body.rows].map((row) => {
  const article = document.getElementById(row.dataset.entry);
  return { row, article, text: `${row.textContent} ${article ? article.textContent : ""}`.toLowerCase() };
});
function filter() {
  const wanted = words.value.toLowerCase().split(/\s+/).filter(Boolean);
  let count = 0;
  for (const { row, article, text } of rows) {
    const fits = (!tone.value || row.className === tone.value) && wanted.every((word) => text.includes(word));
    row.hidden = !fits;
    if (article) article.hidden = !fits;
    count += fits;
  }
  shown.textContent = `${count} of ${rows.length}`;
}
function sort(heading, column) {
  const up = heading.getAttribute("aria-sort") !== "ascending";
  for (const each of heading.parentNode.cells) each.removeAttribute("aria-sort");
  heading.setAttribute("aria-sort", up ? "ascending" : "descending");
  const key = (row) => row.cells[column].textContent.trim();
  const order = (one, other) => key(one.row).localeCompare(key(other.row), "en", { numeric: true });
  rows.sort((one, other) => (up ? order(one, other) : order(other, one)));
  body.append(...rows.map((each) => each.row));
}
[...document.querySelectorAll("#table thead th")].forEach((heading, column) => {
  const button = document.createElement("button");
  button.type = "button";
  button.append(...heading.childNodes);
  button.addEventListener("click", () => sort(heading, column));
  heading.append(button);
});
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("input", filter);
form.hidden = false;
filter();
