"""A catalogue is read exactly or not at all, and every fault is named by line and key."""

from decimal import Decimal
from fractions import Fraction
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from resources import path
from reviewer_app.domain.catalogue import RationaleDuty
from reviewer_app.domain.errors import MendableError
from reviewer_app.domain.reviews.scoring import evaluate
from reviewer_app.exchange.catalogue.faults import CatalogueFaultsError
from reviewer_app.exchange.catalogue.file import (
    check_catalogue,
    default_catalogue,
    read_catalogue,
    read_catalogue_file,
    read_stored_catalogue,
)

SMALL = """format = 1
id = "klein"
version = "1"
title = "Kleiner Katalog"

[scale]
min = 1
max = 10
step = 1

[[area]]
key = "A"
title = { de = "Bereich", en = "Area" }

  [[area.criterion]]
  key = "A1"
  title = "Kriterium"
"""
FORM = """
[[value_list]]
key = "ja_nein"
entries = [{ key = "ja", de = "ja" }, { key = "nein", de = "nein" }]

[[annex]]
key = "A01"
title = "Liste"

[[field]]
id = "zahl"
label = "Zahl"
kind = "integer"

[[field]]
id = "wahl"
label = "Wahl"
kind = "choice"
list = "ja_nein"

[[field]]
id = "tabelle"
label = "Tabelle"
kind = "table"
sheet = "Blatt"

  [[field.column]]
  id = "spalte"
  label = "Spalte"
  kind = "decimal"

[[figure]]
id = "anteil"
title = "Anteil"
numerator = ["zahl"]
denominator = ["tabelle.spalte"]
"""


RULE = '[[rule]]\nid = "R"\nresult = { key = "r", de = "r" }\n'
HINT = '[[hint]]\ncriterion = "A1"\nsource = "zahl"\n'
TURNED = "valid_from = 2026-02-01, valid_to = 2026-01-01"
CHECK = '[[formal_check]]\nid = "F"\ntitle = "x"\n'


def faults_of(text: str) -> list[tuple[int, str, str]]:
    with pytest.raises(CatalogueFaultsError) as caught:
        read_catalogue(text, "k.toml")
    assert all(
        fault.file == "k.toml" and fault.sentence("de") and fault.sentence("en") for fault in caught.value.faults
    )
    return [(fault.line, fault.key, fault.code) for fault in caught.value.faults]


def at(text: str, piece: str) -> int:
    """Return the line in which a piece of text stands."""
    return text[: text.index(piece)].count("\n") + 1


def test_a_catalogue_of_one_criterion_on_another_scale() -> None:
    catalogue = read_catalogue(SMALL)
    assert catalogue.scale.values() == tuple(map(Fraction, range(1, 11)))
    assert (catalogue.criteria[0].weight, catalogue.maximum, catalogue.rules) == (1, 1, ())
    assert evaluate(catalogue, "aufnahme", {"A1": Fraction(7)}).total == Fraction(7, 10)


def test_twelve_areas_with_sixty_criteria_in_quarter_steps() -> None:
    head = SMALL[: SMALL.index("[[area]]")].replace("min = 1", "min = 0").replace("step = 1", "step = 0.25")
    areas = "".join(
        f'[[area]]\nkey = "B{area}"\ntitle = "Bereich"\n'
        + "".join(f'[[area.criterion]]\nkey = "B{area}.{one}"\ntitle = "Kriterium"\nweight = 0.1\n' for one in range(5))
        for area in range(12)
    )
    catalogue = read_catalogue(head + areas)
    assert (len(catalogue.areas), len(catalogue.criteria), catalogue.scale.grades) == (12, 60, 41)
    assert catalogue.maximum == 6


def test_decimals_are_exact() -> None:
    catalogue = read_catalogue(SMALL + "weight = 0.1\nminimum = 2.3\n")
    assert catalogue.criteria[0].weight == Fraction(1, 10)
    assert catalogue.criteria[0].minimum == Fraction(23, 10)


def test_entries_stand_by_their_sort_else_by_their_place_in_the_file() -> None:
    sorts = {"a": "", "b": ", sort = -1", "c": ", sort = 9", "d": "", "e": ", sort = 0"}
    entries = ", ".join(f'{{ key = "{key}", de = "{key}"{sort} }}' for key, sort in sorts.items())
    found = read_catalogue(f'{SMALL}\n[[value_list]]\nkey = "v"\nentries = [{entries}]\n').value_lists["v"]
    assert [(one.key, one.sort) for one in found.entries] == [("b", -1), ("e", 0), ("a", 1), ("d", 4), ("c", 9)]


def test_the_hash_is_that_of_the_file(tmp_path: Path) -> None:
    for data in (SMALL.encode(), b"\xef\xbb\xbf" + SMALL.encode(), SMALL.replace("\n", "\r\n").encode()):
        file = tmp_path / "katalog.toml"
        file.write_bytes(data)
        catalogue = read_catalogue_file(file)
        assert catalogue.sha256 == sha256(data).hexdigest()
        assert read_catalogue(catalogue.source).sha256 == catalogue.sha256
        assert check_catalogue(file) == ()


def test_the_stored_musterkatalog_is_the_same_catalogue() -> None:
    assert read_stored_catalogue(default_catalogue().source) == default_catalogue()


def test_any_other_stored_catalogue_is_checked_like_one_that_comes_in() -> None:
    changed = default_catalogue().source.replace("format = 1", "format = 1\nunbekannt = 1", 1)
    with pytest.raises(CatalogueFaultsError):
        read_stored_catalogue(changed)


def test_the_example_of_the_contract_holds() -> None:
    catalogue = read_catalogue(
        SMALL.replace("min = 1", "min = 0").replace("max = 10", "max = 5").replace("step = 1", "step = 0.5")
        + 'evidence = ["akt_*", "A01"]\nreference = ["ECEI 1.1"]\n'
        + '[flags]\nrange = 1.5\n[rationale]\nrequired = ["scale_ends"]\n'
        + '[[rule]]\nid = "R2"\n'
        + "when = { any = [ { total_below = 0.5 }, { areas_below = { share = 0.5, count = 1 } } ] }\n"
        + 'result = { key = "refuse", de = "Ablehnung", en = "Refusal" }\n'
    )
    assert (catalogue.flags.range, catalogue.flags.floor) == (Fraction(3, 2), 3)
    assert catalogue.duties == {RationaleDuty.SCALE_ENDS}
    assert catalogue.rules[0].name.read("en") == "Refusal"
    suggestion = evaluate(catalogue, "aufnahme", {"A1": Fraction(2)}).suggestion
    assert suggestion.rule is not None
    assert suggestion.rule.id == "R2"


@pytest.mark.parametrize(
    ("old", "new", "piece", "key", "code"),
    [
        ('version = "1"\n', "", "format", "version", "missing_key"),
        ("[scale]", "[skala]", "[skala]", "skala", "unknown_key"),
        ("step = 1", "step = 2", "step = 2", "scale.step", "step_does_not_divide"),
        ("step = 1", "step = 0", "step = 0", "scale.step", "not_above"),
        ("step = 1", 'step = "1"', "step", "scale.step", "not_a_number"),
        ("step = 1", "step = 1e40", "step", "scale.step", "not_a_number"),
        ("step = 1", "step = nan", "step", "scale.step", "not_a_number"),
        ("step = 1", "step = 0.001", "step", "scale.step", "too_many_grades"),
        ("max = 10", "max = 1", "max", "scale.max", "empty_scale"),
        (
            "step = 1",
            "step = 1\nlevels = [{ value = 0, de = 'x' }]",
            "levels",
            "scale.levels[1].value",
            "level_off_scale",
        ),
        (
            'title = "Kriterium"',
            'title = "Kriterium"\nweight = 0',
            "weight",
            "area[A].criterion[A1].weight",
            "not_above",
        ),
        ('title = "Kriterium"', 'titel = "Kriterium"', "titel", "area[A].criterion[A1].titel", "unknown_key"),
        ('title = "Kriterium"', "title = 7", "title = 7", "area[A].criterion[A1].title", "not_local"),
        ('title = "Kriterium"', 'title = ""', 'title = ""', "area[A].criterion[A1].title", "empty_text"),
        (
            'title = "Kriterium"',
            'title = "Kriterium"\nminimum = 11',
            "minimum",
            "area[A].criterion[A1].minimum",
            "off_scale",
        ),
        ('key = "A"', 'key = "A"\nthreshold = 60', "threshold", "area[A].threshold", "too_high"),
        ('key = "A"', 'key = "A;B"', 'key = "A;B"', "area[A;B].key", "bad_key"),
        ('title = "Kleiner', 'valid_from = "2026"\ntitle = "Kleiner', "valid_from", "valid_from", "not_a_day"),
        (
            'title = "Kleiner',
            'valid_from = 2026-01-01T00:00:00\ntitle = "Kleiner',
            "valid_from",
            "valid_from",
            "not_a_day",
        ),
        ('version = "1"', "version = 1", "version", "version", "not_text"),
        ("format = 1", "format = 2", "format", "format", "other_format"),
        ("[[area]]", "[area]", "[area]", "area", "not_a_list"),
    ],
)
def test_a_fault_is_named_by_line_and_key(old: str, new: str, piece: str, key: str, code: str) -> None:
    text = SMALL.replace(old, new, 1)
    if "[area]" in new:
        text = text.replace("[[area.criterion]]", "[area.criterion]")
    assert (at(text, piece), key, code) in faults_of(text)


@pytest.mark.parametrize(
    ("more", "key", "code"),
    [
        ('[[area.criterion]]\nkey = "A1"\ntitle = "x"', "area[A].criterion[A1].key", "twice"),
        ('[[rule]]\nid = "R"', "rule[R].result", "missing_key"),
        (RULE + "when = { total = 3 }", "rule[R].when.total", "unknown_key"),
        (
            RULE + "when = { total_below = 1, area_below = 0.5 }",
            "rule[R].when",
            "one_condition",
        ),
        (RULE + "when = { total_below = 70 }", "rule[R].when", "above_maximum"),
        (
            RULE + "when = { areas_below = { share = 0.5, count = 2 } }",
            "rule[R].when",
            "more_than_areas",
        ),
        (
            RULE + '[[rule]]\nid = "S"\nresult = { key = "s", de = "s" }',
            "rule[R]",
            "hides_later_rules",
        ),
        ('[rationale]\nrequired = ["always"]', "rationale.required[1]", "not_a_choice"),
        ("[flags]\nspan = 2", "flags.span", "unknown_key"),
    ],
)
def test_rules_and_criteria_have_to_make_sense(more: str, key: str, code: str) -> None:
    assert (key, code) in [fault[1:] for fault in faults_of(f"{SMALL}{more}\n")]


@pytest.mark.parametrize(
    ("more", "key", "code"),
    [
        (
            '[[hint]]\ncriterion = "B1"\nsource = "zahl"\ntext = "x"\nbands = [{ low = 1, high = 2 }]',
            "hint[B1].criterion",
            "unknown_criterion",
        ),
        (
            '[[hint]]\ncriterion = "A1"\nsource = "nichts"\ntext = "x"\nbands = [{ low = 1, high = 2 }]',
            "hint[A1].source",
            "unknown_field",
        ),
        (HINT + 'text = "{leer}"\nbands = [{ low = 1, high = 2 }]', "hint[A1].text", "unknown_placeholder"),
        (HINT + 'text = "{value.x}"\nbands = [{ low = 1, high = 2 }]', "hint[A1].text", "unknown_placeholder"),
        (HINT + 'text = "x"\nbands = [{ low = 1, high = 12 }]', "hint[A1].bands[1].low", "off_scale"),
        (HINT + 'text = "x"', "hint[A1].bands", "missing_key"),
        ('[[figure]]\nid = "f"\ntitle = "f"\nnumerator = ["nichts"]', "figure[f].numerator[1]", "unknown_field"),
        ('[[field]]\nid = "zahl"\nlabel = "x"\nkind = "text"', "field[zahl].id", "twice"),
        ('[[field]]\nid = "f"\nlabel = "x"\nkind = "text"\npattern = "("', "field[f].pattern", "bad_pattern"),
        ('[[field]]\nid = "f"\nlabel = "x"\nkind = "prosa"', "field[f].kind", "not_a_choice"),
        ('[[field]]\nid = "f"\nlabel = "x"\nkind = "choice"', "field[f].list", "missing_key"),
        ('[[field]]\nid = "f"\nlabel = "x"\nkind = "choice"\nlist = "leer"', "field[f].list", "unknown_list"),
        (
            '[[field]]\nid = "f"\nlabel = "x"\nkind = "text"\nrequired_when = { wahl = ["weiß"] }',
            "field[f].required_when.wahl[1]",
            "unknown_entry",
        ),
        (
            '[[form_rule]]\nid = "r"\nkind = "at_most"\nfields = ["zahl"]\ntext = "x"',
            "form_rule[r].fields",
            "too_few_fields",
        ),
        (
            '[[form_rule]]\nid = "r"\nkind = "row_at_most"\nfields = ["tabelle", "spalte"]\ntext = "x"',
            "form_rule[r].within",
            "missing_key",
        ),
        (
            '[[form_rule]]\nid = "r"\nkind = "unique_rows"\nfields = ["zahl", "spalte"]\ntext = "x"',
            "form_rule[r].fields[1]",
            "unknown_field",
        ),
        (
            CHECK + 'rule = { kind = "at_least", value = "nichts", bound = 1, finding = "staff" }',
            "formal_check[F].rule.value",
            "unknown_field",
        ),
        (
            CHECK + 'rule = { kind = "at_least", value = "zahl", bound = 1, finding = "x" }',
            "formal_check[F].rule.finding",
            "unknown_finding",
        ),
        (
            CHECK + 'rule = { kind = "complete", annex = "A77", finding = "complete" }',
            "formal_check[F].rule.annex",
            "unknown_annex",
        ),
        (
            '[[value_list]]\nkey = "v"\nentries = [{ key = "a", de = "a", ' + TURNED + "}]",
            "value_list[v].entries[a].valid_to",
            "ends_before_start",
        ),
    ],
)
def test_the_form_part_has_to_make_sense(more: str, key: str, code: str) -> None:
    assert (key, code) in [fault[1:] for fault in faults_of(f"{SMALL}{FORM}{more}\n")]


def test_evidence_has_to_name_something_where_there_is_a_form() -> None:
    text = SMALL + 'evidence = ["spal*", "anteil", "A01", "akt_*"]\n' + FORM
    assert faults_of(text) == [(at(text, "evidence"), "area[A].criterion[A1].evidence[4]", "names_nothing")]


def test_all_faults_of_one_look_come_together() -> None:
    text = SMALL.replace("step = 1", 'step = "x"').replace('title = "Kriterium"', "titel = 1")
    assert [code for _, _, code in faults_of(text)] == ["not_a_number", "missing_key", "unknown_key"]
    text = SMALL.replace("step = 1", "step = 2").replace('title = "Kriterium"', "titel = 1")
    assert [code for _, _, code in faults_of(text)] == ["step_does_not_divide", "missing_key", "unknown_key"]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\xff\xfe", "not_utf8"),
        (b'id = "x', "unfinished"),
        (b"id = [1,", "unfinished"),
        (b"a = 1\na = 2\n", "bad_syntax"),
        (b"a = " + b"[" * 5_000 + b"]" * 5_000, "too_deep"),
        (b"a = " + b"9" * 5_000, "bad_syntax"),
        (b"", "missing_key"),
        (b"\0", "bad_syntax"),
        (b"PK\x03\x04\x00\x00", "bad_syntax"),
    ],
)
def test_what_is_no_catalogue_is_said_in_a_sentence(data: bytes, code: str, tmp_path: Path) -> None:
    file = tmp_path / "katalog.toml"
    file.write_bytes(data)
    faults = check_catalogue(file)
    assert faults[0].code == code
    assert faults[0].line_of_text("de").startswith("katalog.toml")
    with pytest.raises(MendableError):
        read_catalogue_file(file)


def test_a_missing_file_and_a_folder_are_no_catalogue(tmp_path: Path) -> None:
    assert [fault.code for fault in check_catalogue(tmp_path / "fehlt.toml")] == ["no_file"]
    assert [fault.code for fault in check_catalogue(tmp_path)] == ["no_file"]


@given(st.text(max_size=60), st.integers(min_value=0))
@example("]]", 5)
def test_a_catalogue_with_a_slip_is_refused_in_words_or_read(slip: str, place: int) -> None:
    spot = place % len(SMALL)
    text = SMALL[:spot] + slip + SMALL[spot:]
    try:
        read_catalogue(text)
    except CatalogueFaultsError as error:
        said = [fault.line_of_text(language) for fault in error.faults for language in ("de", "en")]
    else:
        said = ["read"]
    assert all(said)
    assert said


@given(st.decimals(allow_nan=True, allow_infinity=True) | st.integers() | st.booleans() | st.text())
def test_any_value_in_place_of_a_weight(value: object) -> None:
    shown = {True: "true", False: "false"}.get(value) if isinstance(value, bool) else None
    word = shown or (f'"{value}"' if isinstance(value, str) else str(value))
    good = isinstance(value, int | Decimal) and not isinstance(value, bool)
    try:
        catalogue = read_catalogue(f"{SMALL}weight = {word}\n")
    except CatalogueFaultsError:
        return
    assert good
    assert catalogue.criteria[0].weight > 0


def test_the_sample_catalogue_is_clean() -> None:
    assert check_catalogue(path("catalogues", "go-cluster-muster-1.0.toml")) == ()
    assert default_catalogue() is default_catalogue()
