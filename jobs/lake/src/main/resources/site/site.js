/* Everything here is a comfort: each page says the same without it. No fetch and no modules, which browsers block on file:. */
"use strict";
(function () {
  const root = document.documentElement.dataset.root || "";

  /* Tables sort by data-v where a cell has it, else by its text; numbers as numbers. */
  const collator = new Intl.Collator(document.documentElement.lang, { numeric: true });
  function value(row, i) {
    const cell = row.cells[i];
    return cell.dataset.v !== undefined ? cell.dataset.v : cell.textContent.trim().replace(/,/g, "");
  }
  function sort(table, th) {
    const i = th.cellIndex;
    const down = th.getAttribute("aria-sort") === "ascending";
    for (const other of th.parentNode.cells) other.removeAttribute("aria-sort");
    th.setAttribute("aria-sort", down ? "descending" : "ascending");
    const rows = Array.from(table.tBodies[0].rows);
    rows.sort(function (a, b) {
      const x = value(a, i), y = value(b, i);
      if (x === "" || y === "") return x === y ? 0 : x === "" ? 1 : -1; /* empty stays at the end either way */
      const nx = Number(x), ny = Number(y);
      const order = isNaN(nx) || isNaN(ny) ? collator.compare(x, y) : nx - ny;
      return down ? -order : order;
    });
    table.tBodies[0].append(...rows);
  }
  for (const table of document.querySelectorAll("table.sortable")) {
    for (const th of table.tHead.rows[0].cells) {
      const button = document.createElement("button");
      button.type = "button";
      button.append(...th.childNodes);
      th.append(button);
      button.addEventListener("click", function () { sort(table, th); });
    }
  }
})();
