"""Score tables of the demo round, one file for each reviewer, as they would be sent to the office."""

import csv
import io
from collections.abc import Iterable
from fractions import Fraction

from reviewer_app.demo.writing.german import decimal
from reviewer_app.domain.catalogue import NB, Value

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
