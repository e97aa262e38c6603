#!/usr/bin/env python3
"""Keeps the notes as we want them in git: what the author wrote, and nothing a server added.

    python3 notebooks/format.py            rewrites every note here
    python3 notebooks/format.py --check    changes nothing; exit code 1 and one line per fault

A note saved by Zeppelin holds results, users, dates and host names: all of it is dropped. What can be told from the text
is written from the text: the input forms with their defaults, and the column numbers of the charts. Plain Python, no packages.
"""
import json
import re
import sys
from pathlib import Path

HERE = Path(__file__).parent
MODES = ("table", "multiBarChart", "pieChart", "lineChart", "stackedAreaChart", "scatterChart")
EDITORS = {"%md": ("ace/mode/markdown", "markdown", True), "%spark.sql": ("ace/mode/sql", "sql", False)}
FORM = re.compile(r"(\$\$?)\{([^=}]*)=([^}]*)\}")
LAKE = "data/lake"


def forms_of(text, marker):
    """The forms of a text as Zeppelin would make them; marker is $ for a paragraph's, $$ for the note's."""
    forms = {}
    for found, name, rest in FORM.findall(text):
        if found != marker:
            continue
        default, _, choices = rest.partition(",")
        form = {"type": "Select" if choices else "TextBox"}
        if choices:
            form["options"] = [option(choice) for choice in choices.split("|")]
        form |= {"name": name, "displayName": name, "defaultValue": default, "hidden": False}
        if forms.setdefault(name, form) != form:
            raise ValueError(f"form {name} is written in two ways")
        if choices and default not in [o["value"] for o in form["options"]]:
            raise ValueError(f"form {name}: default {default} is not among its options")
    return forms


def option(choice):
    value, shown = re.fullmatch(r"([^(]*)(?:\((.*)\))?", choice).groups()
    return {"value": value, "displayName": shown} if shown else {"value": value}


def columns_of(text):
    """The output columns of a paragraph's last statement, by their back-quoted names; every column must have one."""
    sql = text.rpartition(";")[2]
    depth, item, items, select = 0, "", [], False
    for token in re.findall(r"'(?:[^'\\]|\\.)*'|`[^`]*`|\w+|\s+|.", sql):
        depth += (token == "(") - (token == ")")
        word = token.upper() if depth == 0 else ""
        if word == "SELECT" and not select:
            select = True
        elif word == "FROM" and select:
            break
        elif word == "," and select:
            items.append(item)
            item = ""
        elif select:
            item += token
    names = [re.search(r"(?:^|\sAS\s+)`([^`]+)`$", i.strip()) for i in [*items, item]]
    if not all(names):
        raise ValueError("a column without a back-quoted name")
    return [n.group(1) for n in names]


def graph_of(graph, text):
    mode = graph.get("mode", "table")
    if mode not in MODES:
        raise ValueError(f"chart mode {mode}: Zeppelin would show nothing")
    columns = columns_of(text)

    def picked(role):
        names = [k["name"] for k in graph.get(role, [])]
        unknown = [n for n in names if n not in columns]
        if unknown:
            raise ValueError(f"chart {role} {unknown} are no columns of the result: Zeppelin would draw others")
        return [{"name": n, "index": columns.index(n), "aggr": "sum"} for n in names]

    tidy = {"mode": mode, "height": graph.get("height", 300), "optionOpen": False}
    tidy |= {role: picked(role) for role in ("keys", "groups", "values")}
    if mode != "table" and not (tidy["keys"] and tidy["values"]):
        raise ValueError(f"a {mode} needs explicit keys and values")
    stacked = graph.get("setting", {}).get(mode, {}).get("stacked")
    tidy["setting"] = {} if stacked is None else {mode: {"stacked": stacked}}
    return tidy | {"commonSetting": {}}


def paragraph_of(old, number, note_id):
    text = "\n".join(line.rstrip() for line in old["text"].strip().splitlines())
    interpreter = text.split(None, 1)[0]
    if interpreter not in EDITORS:
        raise ValueError(f"{interpreter}: only {', '.join(EDITORS)} (a %spark.conf would clash with other notes)")
    mode, language, hidden = EDITORS[interpreter]
    was = old.get("config", {})
    hides = was.get("tableHide", False)
    config = {"colWidth": was.get("colWidth", 12), "fontSize": 9, "enabled": True, "title": True}
    config |= {"editorHide": hidden, "tableHide": hides, "editorMode": mode, "editorSetting": {"language": language, "editOnDblClick": hidden}}
    if interpreter == "%spark.sql" and not hides:
        graph = was.get("results", {}).get("0", {}).get("graph", {})
        config["results"] = {"0": {"graph": graph_of(graph, text), "helium": {}}}
    forms = forms_of(text, "$")
    return {
        "title": old["title"],
        "text": text,
        "config": config,
        "settings": {"params": {n: f["defaultValue"] for n, f in forms.items()}, "forms": forms},
        "id": f"paragraph_{note_id}_{number:02}",
        "status": "READY",
    }


def note_of(old, note_id):
    paragraphs = [paragraph_of(p, n, note_id) for n, p in enumerate(old["paragraphs"], 1) if p.get("text", "").strip()]
    if not paragraphs or not paragraphs[0]["text"].startswith("%md"):
        raise ValueError("a note begins with words that explain it")
    forms = forms_of("\n".join(p["text"] for p in paragraphs), "$$")
    if forms.get("lake", {}).get("defaultValue") != LAKE:
        raise ValueError(f"form lake must be there with the default {LAKE}, the same in every note")
    return {
        "paragraphs": paragraphs,
        "name": old["name"].rpartition("/")[2],
        "id": note_id,
        "defaultInterpreterGroup": "spark",
        "version": "0.12.1",
        "noteParams": {n: f["defaultValue"] for n, f in forms.items()},
        "noteForms": forms,
        "angularObjects": {},
        "config": {"isZeppelinNotebookCronEnable": False},
        "info": {},
    }


def formatted(path):
    note_id = path.stem.rpartition("_")[2]
    if "_" not in path.stem:
        raise ValueError("the file's name must be <name>_<id>.zpln, or Zeppelin passes it over")
    note = note_of(json.loads(path.read_text(encoding="utf-8")), note_id)
    return json.dumps(note, ensure_ascii=False, indent=2) + "\n"


def main(arguments):
    check, faults = arguments == ["--check"], 0
    if arguments and not check:
        sys.exit(__doc__)
    for path in sorted(HERE.glob("*.zpln")):
        try:
            text = formatted(path)
            if check and text != path.read_text(encoding="utf-8"):
                raise ValueError("not as the formatter writes it; run python3 notebooks/format.py")
            if not check:
                path.write_text(text, encoding="utf-8")
        except (ValueError, KeyError, TypeError) as fault:
            faults += 1
            lacks = "no key " if isinstance(fault, KeyError) else ""
            print(f"{path.name}: {lacks}{fault}", file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
