"""Writes what a round was made from: a folder for each application with form and annexes, a table for each reviewer."""

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING

from resources.languages import SOURCE
from reviewer_app.demo.annexes import AnnexFile, annex_files, naming, settled
from reviewer_app.demo.form_answers import answers_of, form_map, part, scalar_of
from reviewer_app.demo.members import DemoMember, members_of
from reviewer_app.demo.story import Story
from reviewer_app.demo.writing.german import decimal
from reviewer_app.domain.cancellation import CancelCheck, never_cancelled
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.form.spec import Field
from reviewer_app.domain.scale import NB, Value
from reviewer_app.exchange.application_form.template import fill_form

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from reviewer_app.domain.application import Row


_WIDTHS = {"name": 52, "kind": 30, "postcode": 9, "town": 26, "country": 14, "staff": 13, "bond": 24, "contact": 28}
_DATE_WIDTH = 12
_DATE_FORMAT = "DD.MM.YYYY"


def member_table(catalogue: Catalogue) -> tuple[Field, dict[str, str]] | None:
    """Return the catalogue's table of members and which fact of a member fills which column, None without a table."""
    known = part(form_map(), "members")
    table = catalogue.field(str(known.get("table", "")))
    return None if table is None else (table, {name: str(fact) for name, fact in part(known, "columns").items()})


def member_rows(catalogue: Catalogue, members: Iterable[DemoMember]) -> "Iterator[Row]":
    """Yield what each member has in the columns of the table of members; nothing without that table."""
    known = member_table(catalogue)
    if known is None:
        return
    table, facts = known
    columns = [(name, fact, scalar_of(table.column(name))) for name, fact in facts.items()]
    for member in members:
        yield {name: make(member.fact(fact)) for name, fact, make in columns}


def write_member_list(catalogue: Catalogue, title: str, members: Sequence[DemoMember]) -> bytes:
    """Return the workbook of a member list with one head row; the same members give the same bytes.

    Raises ValueError where the catalogue has no table of members.
    """
    from openpyxl import Workbook
    from openpyxl.styles import Font
    from openpyxl.utils import get_column_letter

    known = member_table(catalogue)
    if known is None:
        raise ValueError("the catalogue has no table of members")
    table, facts = known
    book = Workbook()
    sheet: Worksheet = book.worksheets[0]
    sheet.title = table.sheet
    sheet.append([column.label.read(SOURCE) for column in table.columns])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for values in member_rows(catalogue, members):
        row = []
        for column in table.columns:
            value = values.get(column.id)
            entry = catalogue.entry(column, value) if isinstance(value, str) else None
            row.append(entry.name.read(SOURCE) if entry else value)
        sheet.append(row)
    for index, column in enumerate(table.columns, 1):
        letters = get_column_letter(index)
        sheet.column_dimensions[letters].width = _WIDTHS.get(facts.get(column.id, ""), _DATE_WIDTH)
        for cells in sheet.iter_rows(min_row=2, min_col=index, max_col=index):
            for cell in cells:
                if isinstance(cell.value, date):
                    cell.number_format = _DATE_FORMAT
    sheet.freeze_panes = "B2"
    book.properties.title = title
    raw = io.BytesIO()
    book.save(raw)
    return settled(raw.getvalue())


HEADER = ("application", "reviewer", "criterion", "score", "rationale")


def score_table(reviewer: str, rows: Iterable[tuple[str, str, Value, str]]) -> bytes:
    """Return a table of answers: application, criterion, answer and rationale in each row; UTF-8 with semicolons."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\n")
    writer.writerow(HEADER)
    for application, criterion, value, rationale in rows:
        writer.writerow((application, reviewer, criterion, spelt(value), rationale))
    return out.getvalue().encode("utf-8")


def spelt(value: Value) -> str:
    """Return an answer as a German table has it: 3,5 or n. b."""
    return decimal(float(value)) if isinstance(value, Fraction) else NB.value


def table_name(reviewer: str) -> str:
    """Return the file name of a reviewer's table."""
    return f"Bewertung_{reviewer.replace(' ', '_')}.csv"


PACKAGES, TABLES = "Antraege", "Bewertungen"


def write_package(
    folder: Path, story: Story, catalogue: Catalogue, seed: int, go_on: CancelCheck = never_cancelled
) -> Path:
    """Write the folder of one application and return it; a missing annex is an empty folder of its name.

    `go_on` is asked before each annex.
    """
    target = folder / PACKAGES / f"{story.number}_{story.text('short')}"
    target.mkdir(parents=True, exist_ok=True)
    members = members_of(story, seed)
    known = member_table(catalogue)
    rows_kind = next((kind.key for kind in catalogue.annexes if known and kind.table == known[0].id), "")
    annexes = annex_files(story, members, seed, rows_kind, go_on)
    if rows_kind in story.annexes:
        stem, title = naming(rows_kind, story.text("legal_form"))
        written = write_member_list(catalogue, f"{title} {story.text('applicant.cmo_kurz')}", members)
        annexes.insert(0, AnnexFile(rows_kind, f"{rows_kind}_{stem}.xlsx", written))
    for annex in annexes:
        if annex.data is None:
            (target / Path(annex.name).stem).mkdir(exist_ok=True)
        else:
            (target / annex.name).write_bytes(annex.data)
    answers = answers_of(story, catalogue)
    named = {annex.kind: annex.name for annex in annexes if annex.data is not None}
    fill_form(catalogue, answers.values, answers.tables, target / f"{story.number}_Antrag.xlsx", annexes=named)
    return target


def write_score_tables(folder: Path, handed_in: Mapping[str, Iterable[tuple[str, str, Value, str]]]) -> None:
    """Write one table for each reviewer: application, criterion, answer, rationale."""
    target = folder / TABLES
    target.mkdir(parents=True, exist_ok=True)
    for reviewer, rows in handed_in.items():
        (target / table_name(reviewer)).write_bytes(score_table(reviewer, rows))
