"""Every sentence of the demo's sheets, workbook and lists against the figures it speaks of.

The measure is `consolidate --json`, the catalogue's file and the tables of the workspace; nothing that words a sentence
is asked.
"""

import json
import re
import shutil
import sqlite3
import tomllib
from collections.abc import Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from typing import Any

import pytest

from resources import path
from tests.exports import tag_tree
from tests.exports.tag_tree import Element
from tests.journeys.agreement import Cells, rows_of, stored_values
from tests.journeys.program import votum

pytestmark = pytest.mark.journey

CATALOGUE: dict[str, Any] = tomllib.loads(next(path("catalogues").glob("*.toml")).read_text(encoding="utf-8"))
THRESHOLDS = {area["key"]: area["threshold"] for area in CATALOGUE["area"]}
MINIMA = {one["key"]: one["minimum"] for area in CATALOGUE["area"] for one in area["criterion"] if "minimum" in one}
_PERCENT = re.compile(r"\b([A-D]) (\d+(?:,\d+)?) %")
_KEYS = re.compile(r"\b[A-D][1-5]\b")


def plain(text: object) -> str:
    return " ".join(str(text).replace("\N{NO-BREAK SPACE}", " ").split())


def comma(value: float, places: int) -> str:
    """Show a number half up with a comma."""
    shown = Decimal(repr(value)).quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return str(shown).replace(".", ",")


@dataclass
class Case:
    """What the store knows of one application, and what its sheet says by heading."""

    record: dict[str, Any]
    listed: dict[str, Any]
    cells: Cells
    expected: set[str] = field(default_factory=set)
    stated: dict[str, str] = field(default_factory=dict)
    reasons: dict[str, str] = field(default_factory=dict)
    release: tuple[str, datetime, str] | None = None
    sections: dict[str, list[Element]] = field(default_factory=dict)

    @property
    def number(self) -> str:
        return str(self.record["number"])

    @property
    def is_withdrawn(self) -> bool:
        return bool(self.record["state"] == "zurueckgezogen")

    @property
    def criteria(self) -> dict[str, dict[str, Any]]:
        return {one["key"]: one for one in self.record["criteria"]}

    @property
    def shares(self) -> dict[str, float]:
        return {one["key"]: one["share"] for one in self.record["areas"] if one["share"] is not None}

    @property
    def open_keys(self) -> list[str]:
        return [key for key, one in self.criteria.items() if one["needs_discussion"] and one["consensus"] is None]

    def said(self, heading: str) -> list[str]:
        """Give the paragraphs and points below the first heading that begins so."""
        blocks = next((blocks for title, blocks in self.sections.items() if title.startswith(heading)), [])
        return [plain(one.text()) for block in blocks for one in block.by_role("P", "LBody", "TH", "TD")]

    def columns(self, heading: str) -> list[list[str]]:
        """Give the rows of the table below a heading, its head first."""
        (blocks,) = (blocks for title, blocks in self.sections.items() if title.startswith(heading))
        return [[plain(cell.text()) for cell in row.by_role("TH", "TD")] for one in blocks for row in one.by_role("TR")]

    @property
    def everything(self) -> str:
        return " ".join(plain(one.text()) for blocks in self.sections.values() for one in blocks)


@pytest.fixture(scope="module")
def cases(made_demo: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, Case]:
    out = tmp_path_factory.mktemp("Ausgabe")
    votum(out, "export", made_demo, out)
    book = stored_values(out / "Mappe.xlsx")
    records = json.loads(votum(out, "consolidate", made_demo, "--json"))["applications"]
    listed = {one["number"]: one for one in json.loads(votum(out, "list", made_demo, "--json"))["applications"]}
    found = {one["number"]: Case(one, listed[one["number"]], book[one["number"]]) for one in records}
    found[""] = Case({"number": "", "state": "", "criteria": [], "areas": []}, {}, {})
    with closing(sqlite3.connect(made_demo)) as store:
        for number, name, state in store.execute(
            "SELECT a.number, p.name, c.state FROM conflicts c JOIN applications a ON a.id = c.application"
            " JOIN people p ON p.id = c.person"
        ):
            found[number].stated[name] = state
        for table in ("assignments", "reviews"):
            for number, name in store.execute(
                f"SELECT a.number, p.name FROM {table} t JOIN applications a ON a.id = t.application"  # noqa: S608  # reason: names of tables
                " JOIN people p ON p.id = t.person"
            ):
                found[number].expected.add(name)
        for number, key, reason in store.execute(
            "SELECT a.number, c.criterion, c.reason FROM consensus c JOIN applications a ON a.id = c.application"
        ):
            found[number].reasons[key] = reason
        for number, at, who, note in store.execute(
            "SELECT a.number, h.at, h.author, h.note FROM history h JOIN applications a ON a.id = h.application"
            " WHERE h.what = 'release' AND h.text = 'released' ORDER BY h.id"
        ):
            found[number].release = (who, datetime.fromisoformat(at), note)
    for number, one in found.items():
        if number:
            one.sections = dict(_sections(out / f"Empfehlungsblatt_{number}.pdf"))
    found[""].cells.update(
        {f"{title}!{place}": value for title, cells in book.items() for place, value in cells.items()}
    )
    return found


def _sections(sheet: Path) -> Iterator[tuple[str, list[Element]]]:
    title = ""
    blocks: list[Element] = []
    for one in tag_tree.read(sheet.read_bytes()).root.kids:
        assert isinstance(one, Element)
        if one.role == "H2":
            yield title, blocks
            title, blocks = plain(one.text()), []
        else:
            blocks.append(one)
    yield title, blocks


def applications(cases: Mapping[str, Case]) -> list[Case]:
    return [one for number, one in cases.items() if number]


def reviewed(cases: Mapping[str, Case]) -> list[Case]:
    return [one for one in applications(cases) if not one.is_withdrawn]


def sheet_of(cases: Mapping[str, Case], title: str) -> Cells:
    return {place.partition("!")[2]: value for place, value in cases[""].cells.items() if place.startswith(f"{title}!")}


def test_the_demo_shows_every_state_that_is_spoken_of(cases: dict[str, Case]) -> None:
    every = applications(cases)
    assert len(every) == 12
    assert {one.release is not None for one in every} == {True, False}
    assert {one.is_withdrawn for one in every} == {True, False}
    assert {state for one in every for state in one.stated.values()} == {"none", "open", "excluded"}
    assert any(one.reasons.values() for one in every)
    assert any(one["agreed"] is None and one["needs_discussion"] for case in every for one in case.criteria.values())


def test_values_are_called_what_they_are(cases: dict[str, Case]) -> None:
    for one in reviewed(cases):
        head = one.columns("1 ")[0][1]
        assert head.startswith("Vereinbarte Werte" if one.release else "Median der Gutachten"), one.number
        assert ("oder vereinbart" in head) is (bool(one.reasons) and not one.release), one.number
        if one.release is None:
            medians = {key: found["median"] for key, found in one.criteria.items() if key not in one.reasons}
            agreed = {key: found["agreed"] for key, found in one.criteria.items()}
            moved = [key for key, median in medians.items() if median != agreed[key]]
            assert (" ".join(moved) in " ".join(_KEYS.findall(one.said("1 ")[-1]))) or not moved, one.number
        released = [line for line in one.said("Vorschlag") if line.startswith("Freigegeben")]
        assert len(released) == (one.release is not None), one.number
        if one.release is not None:
            who, at, confirmed = one.release
            assert released == [f"Freigegeben von {who} am {at:%d.%m.%Y}. Bestätigt: „{confirmed}“."]
        stand = str(one.cells["A2"])
        assert ("Freigegeben von" in stand) is (one.release is not None)
        assert ("Median der Gutachten" in stand) is any(
            key not in one.reasons and found["agreed"] is not None for key, found in one.criteria.items()
        )


def test_the_median_stands_in_only_where_there_is_one(cases: dict[str, Case]) -> None:
    for one in reviewed(cases):
        empty = [key for key in one.open_keys if one.criteria[key]["median"] is None]
        preliminary = [line for line in one.said("Vorschlag") if "offen" in line and "vorläufig" in line]
        assert bool(preliminary) is bool(one.open_keys), one.number
        said = " ".join([*preliminary, *(line for line in one.said("Offen") if line.startswith("Zu klären"))])
        count = 2 if one.open_keys else 0
        assert len(re.findall(r"Median eingesetzt|gilt der Median", said)) == (
            0 if len(empty) == len(one.open_keys) else count
        )
        assert bool(re.search("kein Gutachten nennt einen Wert|ohne Wert", said)) is bool(empty), one.number
        for row in one.columns("5 ")[1:]:
            key = row[0].split()[0]
            value = one.criteria[key]
            assert row[2] == ("offen" if value["consensus"] is None else comma(value["consensus"], 1))
            assert ("Median eingesetzt" in row[3]) is (value["consensus"] is None and value["median"] is not None)


def holds(when: dict[str, Any], case: Case) -> list[str]:
    """Say which single conditions hold, by kind and areas or keys, as a reader of the catalogue finds them."""
    ((kind, bound), *others) = when.items()
    assert not others
    total, missed = case.record["total"], [key for key, least in MINIMA.items() if _below(case, key, least)]
    match kind:
        case "any":
            return [said for part in bound for said in holds(part, case)]
        case "formal_open":
            return ["formal"] if case.listed["formal_open"] else []
        case "minimum_missed":
            return ["minimum " + " ".join(missed)] if missed else []
        case "total_below":
            return [f"total {bound}"] if total is not None and total < bound else []
        case "area_below" | "areas_below":
            share, count = (bound["share"], bound["count"]) if isinstance(bound, dict) else (bound, 1)
            below = [key for key, value in case.shares.items() if round(value, 9) < share]
            return [f"areas {' '.join(below)}"] if total is not None and len(below) >= count else []
    raise AssertionError(kind)


def _below(case: Case, key: str, least: float) -> bool:
    agreed = case.criteria[key]["agreed"]
    return agreed is not None and agreed < least


def told(line: str) -> list[str]:
    """Read a line about a rule back as `holds` says it."""
    found = []
    for part in line.rstrip(".").split("; "):
        if "formal" in part:
            found.append("formal")
        elif "Mindestwert" in part:
            found.append("minimum " + " ".join(_KEYS.findall(part)))
        elif part.startswith("Gesamt"):
            found.append("total " + re.findall(r"unter (\d+)", part)[0])
        elif part.startswith("Bereich"):
            found.append("areas " + " ".join(re.findall(r"\b[A-D]\b", part)))
        else:
            found.append(part)
    return found


def test_a_rule_is_told_by_what_made_it_speak(cases: dict[str, Case]) -> None:
    rules = {rule["id"]: rule for rule in CATALOGUE["rule"]}
    for one in reviewed(cases):
        result = one.record["result"]
        line = next((line for line in one.said("Vorschlag") if line.startswith("Nach Regel")), "")
        assert bool(line) is (result is not None), one.number
        if result is None:
            continue
        rule = rules[result["rule"]]
        spoken, words = re.findall(r"Nach Regel (R\d) des Katalogs: (.+)", line)[0]
        assert spoken == rule["id"]
        held = holds(rule["when"], one) if "when" in rule else ["keine Regel davor trifft zu"]
        assert told(words) == held, (one.number, line)
        assert one.columns("1 ")[-1][-1] == f"{spoken}: {words.rstrip('.')}"
        for key, share in _PERCENT.findall(words):
            assert share == comma(100 * one.shares[key], 0), one.number
        if one.record["total"] is not None and "Gesamt" in words:
            assert f"Gesamt {comma(one.record['total'], 1)} unter" in words
        for row in _rules(one):
            whole = rules[row["Regel"]].get("when")
            if row["trifft zu"] == "ja" and whole and "any" in whole:
                expected = [said.split()[0] if said.startswith("minimum") else said for said in holds(whole, one)]
                assert [said.strip() for said in told(row["Bedingung"])] == expected, (one.number, row)


def _rules(one: Case) -> list[dict[str, str]]:
    """Give the rows of the table of rules on the sheet of an application."""
    start = next(int(re.sub(r"\D", "", place)) for place, value in one.cells.items() if value == "trifft zu")
    rows = []
    for row in rows_of(one.cells, start):
        if not re.fullmatch(r"R\d", str(row.get("Regel", ""))):
            break
        rows.append({str(key): plain(value) for key, value in row.items()})
    return rows


def test_every_missed_area_and_minimum_stands_under_why(cases: dict[str, Case]) -> None:
    for one in reviewed(cases):
        why = " ".join(line for line in one.said("Warum"))
        missed = {key for key, share in one.shares.items() if round(share, 9) < THRESHOLDS[key]}
        named = {key for line in one.said("Warum") if "Schwelle" in line for key in re.findall(r"\b[A-D]\b", line)}
        assert named == missed, one.number
        below = {key for key, least in MINIMA.items() if _below(one, key, least)}
        assert ("Mindestwerte erreicht" in why) is (
            not below and all(one.criteria[key]["agreed"] is not None for key in MINIMA)
        ), one.number
        lines = [
            line for line in one.said("Warum") if "unter dem Mindestwert" in line or "Mindestwerte verfehlt" in line
        ]
        assert {key for line in lines for key in _KEYS.findall(line)} == below, one.number


def test_nothing_is_said_of_a_vote_before_there_is_one(cases: dict[str, Case]) -> None:
    for one in reviewed(cases):
        for heading in ("Auflagen", "6 Auflagen"):
            assert one.said(heading)[0].startswith("Noch nicht gefasst."), one.number
        assert "Keine Auflagen" not in one.everything
        assert "Noch keine Abstimmung und keine Unterschriften." in one.said("2 ")
    assert sheet_of(cases, "Auflagen")["A3"] == "Noch nicht gefasst."


def test_who_may_not_judge_and_who_has_not_said_so_stands_everywhere(cases: dict[str, Case]) -> None:
    basis = list(rows_of(sheet_of(cases, "Grundlagen"), _row_of(sheet_of(cases, "Grundlagen"), "Befangenheit", "C")))
    for one in applications(cases):
        everybody = one.expected | one.stated.keys()
        excluded = {name for name in everybody if one.stated.get(name) == "excluded"}
        undeclared = {name for name in everybody if one.stated.get(name, "open") == "open"}
        if one.is_withdrawn:
            undeclared = set()
        for words, names, kind in (
            ("Wegen Befangenheit ausgeschlossen", excluded, "ausgeschlossen"),
            ("Befangenheit noch nicht erklärt", undeclared, "noch nicht erklärt"),
        ):
            lines = [line.removesuffix(".") for line in one.said("2 ") if line.startswith(words)]
            said = {name for line in lines for name in re.split(", | und ", line.partition(": ")[2])}
            assert said == names, (one.number, words)
            rows = [row for row in basis if row.get("Nummer") == one.number and row.get("Befangenheit") == kind]
            assert {name for row in rows for name in str(row["Personen"]).split(", ")} == names, one.number
            assert [row["Anzahl"] for row in rows] == ([len(names)] if names else [])


def _row_of(cells: Cells, text: str, column: str) -> int:
    return next(int(place[1:]) for place, value in cells.items() if place.startswith(column) and value == text)


def test_lists_say_of_nobody_what_nobody_declared(cases: dict[str, Case], made_demo: Path, tmp_path: Path) -> None:
    from reviewer_app.services.applications.worklist import worklist
    from reviewer_app.ui.applications.lines import ApplicationLines
    from reviewer_app.ui.applications.model import ApplicationColumn
    from tests.factories import rounds

    own = tmp_path / "demo.votum"
    shutil.copyfile(made_demo, own)
    words = {"none": "Keine", "excluded": "Ausgeschlossen", "open": "Noch nicht erklärt", None: "Noch nicht erklärt"}
    with closing(sqlite3.connect(own)) as store:
        people = store.execute("SELECT id, name FROM people").fetchall()
    for person, name in people:
        with closing(sqlite3.connect(own)) as store, store:
            store.execute("UPDATE rounds SET me = ?", (person,))
        workspace = rounds.open_round(own)
        with workspace.unit_of_work() as uow:
            found = worklist(uow, figures=False)
        workspace.close()
        for line in ApplicationLines(found, date(2026, 11, 24), "de").lines():
            if not cases[line.number].is_withdrawn:
                shown = line.cells[ApplicationColumn.CONFLICT].text
                assert shown == words[cases[line.number].stated.get(name)], (line.number, name)
    for one in applications(cases):
        assert one.listed["conflict"] == one.stated.get("R. Vogelsang", "open")


def test_a_reason_is_the_chairs_or_none(cases: dict[str, Case]) -> None:
    for one in reviewed(cases):
        rows = [row for row in one.columns("3 ") if _KEYS.match(row[0])]
        assert len(rows) == len(one.criteria)
        cells = {str(row["Krit."]): row for row in rows_of(one.cells, 4) if row.get("Krit.") in one.criteria}
        for row in rows:
            key, shown = row[0].split()[0], row[-1]
            given = plain(one.reasons.get(key, ""))
            assert shown == given or (shown.endswith(" …") and given.startswith(shown[:-2])), (one.number, key)
            assert plain(cells[key].get("Begründung des vereinbarten Wertes") or "") == given, (one.number, key)


def test_counts_and_days_are_those_of_the_store(cases: dict[str, Case], made_demo: Path) -> None:
    with closing(sqlite3.connect(made_demo)) as store:
        last = datetime.fromisoformat(store.execute("SELECT max(at) FROM history").fetchone()[0])
    overview = {str(row["Nummer"]): row for row in rows_of(sheet_of(cases, "Übersicht"), 4)}
    for one in reviewed(cases):
        counted = sum(review["counted"] for review in one.record["reviews"])
        excluded = {name for name, state in one.stated.items() if state == "excluded"}
        expected = len(one.expected - excluded)
        facts = one.said("")
        assert f"{counted} von {expected}" in facts[-1], one.number
        assert overview[one.number]["Gutachten"] == f"{counted} von {expected}"
        pending = any("steht aus" in line or "stehen aus" in line for line in one.said("Vorschlag"))
        assert pending is (counted < expected), one.number
        flagged = sum(found["needs_discussion"] for found in one.criteria.values())
        assert (overview[one.number]["zu klären"], overview[one.number]["Formal offen"]) == (
            flagged,
            one.listed["formal_open"],
        )
        if one.listed["formal_open"]:
            open_checks = [row[0].split()[0] for row in one.columns("4 ")[1:] if row[1].split()[0] != "erfüllt"]
            named = re.findall(r"F\d\d", " ".join(one.said("Offen")))
            assert set(named) <= set(open_checks)
            assert len(named) == one.listed["formal_open"], one.number
        summary = next(line for line in one.said("4 ") if "Prüfpunkte:" in line)
        first, *parts = (int(word) for word in re.findall(r"\d+", summary))
        assert first == sum(parts) == len(one.columns("4 ")) - 1
    assert f"Stand {last:%d.%m.%Y %H:%M}" in plain(sheet_of(cases, "Übersicht")["A2"])
