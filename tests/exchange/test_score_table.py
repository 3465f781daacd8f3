"""Score tables: every way people write them, and every fault with its row."""

import csv
import io
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer_app.domain.scale import NB, Scale
from reviewer_app.exchange.score_table import ScoreTable, is_number, number, read_score_table

SCALE = Scale(Fraction(0), Fraction(5), Fraction(1, 2))
KEYS = frozenset({"A1", "A2"})
HEAD = "application;reviewer;criterion;score;rationale\n"


def read(text: str | bytes, scale: Scale = SCALE) -> ScoreTable:
    return read_score_table(text.encode() if isinstance(text, str) else text, "scores.csv", scale, KEYS)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("3,5", Fraction(7, 2)),
        ("3.5", Fraction(7, 2)),
        ("0", Fraction(0)),
        ("5", Fraction(5)),
        (" 4,0 ", Fraction(4)),
        ("n. b.", NB),
        ("n.b.", NB),
        ("NA", NB),
        ("n.\u00a0b.", NB),
        ("", None),
    ],
)
def test_scores_as_people_write_them(written: str, value: object) -> None:
    table = read(f"{HEAD}GC-1;K. Tamm;A1;{written};Grund\n")
    assert [entry.value for entry in table.entries] == [value]


@pytest.mark.parametrize("encoding", ["utf-8", "cp1252"])
def test_a_german_head_counts_like_the_english_one(encoding: str) -> None:
    rows = "GC-1;K. Tamm;A1;3,5;Grund\n"
    table = read(f"Antrag;Gutachter;Kriterium;Wert;Begründung\n{rows}".encode(encoding))
    assert not table.findings
    assert table == read(HEAD + rows)
    (finding,) = read("Antrag;Gutachter;Kriterium;Wert;score\nGC-1;K. Tamm;A1;3,5;3\n").findings
    assert finding.code == "table_column_twice"


@pytest.mark.parametrize("mark", [";", ",", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_separators_and_encodings_are_found(mark: str, encoding: str) -> None:
    out = io.StringIO()
    writer = csv.writer(out, delimiter=mark)
    writer.writerows([["reviewer", "application", "criterion", "score", "rationale"]])
    writer.writerow(["L. Öztürk", "GC-1", "A1", "3.5", "Zwei Zeilen,\nmit ä; und Ende"])
    table = read(out.getvalue().encode(encoding))
    assert [(entry.reviewer, entry.rationale) for entry in table.entries] == [
        ("L. Öztürk", "Zwei Zeilen,\nmit ä; und Ende")
    ]


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("GC-1;T;A1;5,5;", "table_off_scale"),
        ("GC-1;T;A1;3,3;", "table_off_scale"),
        ("GC-1;T;A1;-1;", "table_off_scale"),
        ("GC-1;T;A1;drei;", "table_not_a_number"),
        ("GC-1;T;A1;1e1;", "table_not_a_number"),
        ("GC-1;T;Z9;3;", "table_criterion"),
        ("GC-1;;A1;3;", "table_reviewer"),
        ("../x;T;A1;3;", "table_application"),
        (f"GC-1;T;A1;3;{'x' * 20_001}", "table_rationale"),
        (f"GC-1;T;A1;3;{'x' * 140_000}", "table_rationale"),
        (f"GC-1;T;A1;{'9' * 5_000};", "table_not_a_number"),
        ("GC-1;T;A1;٣;", "table_not_a_number"),
        ("GC-1;T;A1;=1+1;", "table_not_a_number"),
        ("GC-1;T;A1", "table_row_length"),
        ("GC-1;T;A1;3;gut; nur teuer", "table_row_length"),
        (f"GC-1;{'N' * 201};A1;3;", "table_reviewer"),
        ("=cmd|x;T;A1;3;", "table_application"),
    ],
)
def test_a_fault_names_its_row_and_nothing_is_taken(row: str, code: str) -> None:
    table = read(f"{HEAD}GC-1;T;A2;3;gut\n{row}\n")
    assert [(finding.code, finding.place.row) for finding in table.findings] == [(code, 3)]
    assert table.wrong


@pytest.mark.parametrize("row", ["GC-1;T;A1;3", "GC-1;T;A1;3;;;;", "\u202eGC-1;T\u0007;A1;3;x"])
def test_rows_without_a_reason_with_empty_cells_or_hidden_characters_are_fine(row: str) -> None:
    table = read(f"{HEAD}{row}\n")
    assert table.findings == ()
    assert [(one.application, one.reviewer, one.value) for one in table.entries] == [("GC-1", "T", Fraction(3))]


def test_scoring_twice_is_wrong_only_when_it_differs() -> None:
    same = f"{HEAD}GC-1;T;A1;3;\nGC-1;T;A1;3;\n"
    assert not read(same).wrong
    assert [finding.code for finding in read(f"{same}GC-1;T;A1;4;\n").findings] == ["table_twice"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "table_empty"),
        (b"PK\x03\x04\x00\x00", "table_not_text"),
        (b"a;b;c\n1;2;3\n", "table_columns"),
        (HEAD.encode() + b'GC-1;T;A1;3;"offen', "table_broken"),
        (HEAD.encode(), "table_empty"),
        (f"{HEAD.strip()};application\nGC-1;T;A1;3;;GC-2\n".encode(), "table_column_twice"),
        (b"application,reviewer,criterion,score\nGC-1,T,A1,3,5\n", "table_row_length"),
        (HEAD.encode("utf-16"), "table_not_text"),
    ],
)
def test_what_is_no_score_table_says_so(data: bytes, code: str) -> None:
    assert [finding.code for finding in read(data).findings] == [code]


def test_other_columns_are_passed_over_with_a_note() -> None:
    table = read("application;reviewer;criterion;score;punkte\nGC-1;T;A1;3;9\n")
    assert not table.wrong
    assert [finding.code for finding in table.findings] == ["table_extra_columns"]
    assert table.entries[0].rationale is None


@given(st.binary(max_size=400))
def test_any_bytes_give_findings_or_entries_never_an_error(data: bytes) -> None:
    table = read(data)
    assert table.findings or table.entries


@given(st.decimals(-99, 99, places=3).map(str))
def test_numbers_are_read_exactly(text: str) -> None:
    assert number(text.replace(".", ",")) == Fraction(text)


@pytest.mark.parametrize(("text", "fine"), [("GC-2026-014", True), ("", False), ("a/b", False), ("x" * 41, False)])
def test_numbers_of_applications(text: str, *, fine: bool) -> None:
    assert is_number(text) is fine
