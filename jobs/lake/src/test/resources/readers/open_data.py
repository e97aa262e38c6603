"""Opens a site's open data with other programs: open_data.py FOLDER compares every format with the JSON, cell by cell.

DuckDB reads the CSV and the Parquet, openpyxl the XLSX. Prints what was compared; ends with 1 at the first difference.
"""

import datetime
import decimal
import json
import pathlib
import sys

import duckdb
import openpyxl

folder = pathlib.Path(sys.argv[1])
database = duckdb.connect()


def number(text):
    return decimal.Decimal(text)


def typed(cell):
    """A cell as JSON has it: days as text, numbers as exact decimals."""
    if isinstance(cell, datetime.datetime):
        return cell.date().isoformat()
    if isinstance(cell, datetime.date):
        return cell.isoformat()
    if isinstance(cell, bool) or cell is None:
        return cell
    if isinstance(cell, (int, float, decimal.Decimal)):
        return number(repr(cell) if isinstance(cell, float) else str(cell))
    return cell


def as_text(cell):
    """A cell as CSV has it: text that would be a formula is preceded by an apostrophe."""
    if isinstance(cell, decimal.Decimal):
        return format(cell, "f")
    return None if cell is None or cell == "" else str(cell)


def compare(name, what, ours, theirs):
    if ours != theirs:
        at = next(i for i, pair in enumerate(zip(ours + [None], theirs + [None])) if pair[0] != pair[1])
        sys.exit(f"{name} {what}: row {at} is {(theirs + [None])[at]}, expected {(ours + [None])[at]}")


compared = []
for path in sorted(folder.glob("*.json")):
    name = path.stem
    rows = json.loads(path.read_text("utf-8"), parse_float=number, parse_int=number)
    if not rows:
        continue
    columns = list(rows[0])
    ours = [[row[column] for column in columns] for row in rows]

    parquet = database.execute("SELECT * FROM read_parquet(?)", [str(folder / f"{name}.parquet")])
    compare(name, "parquet columns", columns, [column[0] for column in parquet.description])
    compare(name, "parquet", ours, [[typed(cell) for cell in row] for row in parquet.fetchall()])

    csv = database.execute(
        "SELECT * FROM read_csv(?, header = true, all_varchar = true, quote = '\"', escape = '\"', delim = ',')",
        [str(folder / f"{name}.csv")],
    )
    compare(name, "csv columns", columns, [column[0] for column in csv.description])
    texts = [
        [cell[1:] if cell and cell[0] == "'" and cell[1:] == as_text(our) else cell for cell, our in zip(row, mine)]
        for row, mine in zip(csv.fetchall(), ours, strict=True)
    ]
    compare(name, "csv", [[as_text(cell) for cell in row] for row in ours], texts)

    # The variant for old Excel is the same text in CP949, where a letter that it lacks is a question mark.
    old = (folder / f"{name}.cp949.csv").read_bytes().decode("cp949")
    new = (folder / f"{name}.csv").read_bytes().decode("utf-8-sig")
    compare(name, "cp949", list(new.encode("cp949", "replace").decode("cp949")), list(old))

    book = openpyxl.load_workbook(folder / f"{name}.xlsx")
    described = [row[0] for row in book["codebook"].iter_rows(min_row=6, values_only=True)]
    compare(name, "xlsx code book", columns, described)
    sheet = book["data"]
    if sheet.freeze_panes != "A2":
        sys.exit(f"{name} xlsx: the header is not frozen")
    cells = [[None if cell == "" else typed(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
    compare(name, "xlsx columns", columns, cells[0])
    compare(name, "xlsx", [[None if cell == "" else cell for cell in row] for row in ours], cells[1:])
    compared.append(f"{name} {len(rows)}")
print("\n".join(compared))
