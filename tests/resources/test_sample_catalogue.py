"""The Musterkatalog is whole: areas, criteria, rules, form, value lists, in both languages."""

import re
from pathlib import Path

import pytest

from reviewer_app.domain.form.spec import FieldKind
from reviewer_app.domain.localised import Localised
from reviewer_app.exchange.catalogue.file import default_catalogue

CATALOGUE = default_catalogue()
FIELDS = [*CATALOGUE.fields, *(column for field in CATALOGUE.fields for column in field.columns)]


def test_areas_criteria_and_weights() -> None:
    assert [(area.key, area.maximum, float(area.threshold or 0)) for area in CATALOGUE.areas] == [
        (key, 25, 0.6) for key in "ABCD"
    ]
    assert len(CATALOGUE.criteria) == 20
    minima = {one.key: float(one.minimum) for one in CATALOGUE.criteria if one.minimum is not None}
    assert minima == {
        "A1": 3, "A2": 2.5, "B1": 3, "B3": 2.5, "B5": 2.5, "C2": 2.5, "D3": 2.5, "D4": 2.5,
    }  # fmt: skip
    assert len(CATALOGUE.scale.levels) == 6
    assert len(CATALOGUE.formal_checks) == 12
    assert [rule.result for rule in CATALOGUE.rules] == ["not_ready", "refuse", "defer", "conditions", "admit"]
    assert CATALOGUE.rules_for("ausschluss") == ()


def test_every_field_of_the_domain_is_there(shared: Path) -> None:
    text = (shared / "docs" / "domain.md").read_text(encoding="utf-8")
    section = text[text.index("## 5. Application record") : text.index("### 5.1 Annexes")]
    rows = re.findall(r"^\| ([^|]*) \|", section, re.MULTILINE)[2:]
    ids = {one for row in rows for one in re.findall(r"[a-z]+_[a-z0-9_]+|\b[a-z]{6,}\b", row)}
    missing = ids - {field.id for field in FIELDS}
    assert missing == set()
    assert {field.id for field in FIELDS} >= {"messen", "koepfe", "regionen", "fin_jahr"}


def test_annexes_and_value_lists() -> None:
    required = [annex.key for annex in CATALOGUE.annexes if annex.required == "yes"]
    assert required == ["A01", "A02", "A03", "A04", "A05", "A06", "A07", "A12", "A15"]
    assert [annex.key for annex in CATALOGUE.annexes if annex.required == "when"] == ["A08", "A10", "A14"]
    sizes = {key: len(values.entries) for key, values in CATALOGUE.value_lists.items()}
    assert (sizes["bundesland"], sizes["technologiefeld"], sizes["label"], sizes["befangenheit"]) == (16, 27, 7, 12)
    assert sizes["land"] == 249


def texts(value: object) -> list[Localised]:
    if isinstance(value, Localised):
        return [value]
    if hasattr(value, "__dataclass_fields__"):
        return [one for name in value.__dataclass_fields__ for one in texts(getattr(value, name))]
    if isinstance(value, dict):
        return [one for inner in value.values() for one in texts(inner)]
    return [one for inner in value for one in texts(inner)] if isinstance(value, tuple) else []


def test_every_text_stands_in_both_languages() -> None:
    found = texts(CATALOGUE)
    assert len(found) > 1_000
    assert [one.read("de") for one in found if bool(one.read("de")) != bool(one.texts.get("en"))] == []


def test_texts_keep_the_tone() -> None:
    wrong = [one.read("de") for one in texts(CATALOGUE) if re.search(r"!|\bleider\b|[\"”]", one.read("de"))]
    assert wrong == []


def test_choices_have_lists_and_answers_have_sections() -> None:
    assert all(field.list in CATALOGUE.value_lists for field in FIELDS if field.kind is FieldKind.CHOICE)
    sections = [section.key for section in CATALOGUE.sections]
    assert sections == [str(number) for number in range(1, 14)]
    assert {field.section for field in CATALOGUE.fields} == set(sections)
    order = [sections.index(field.section) for field in CATALOGUE.fields]
    assert order == sorted(order)


@pytest.mark.parametrize(
    ("postcode", "state"),
    [
        ("01067", "SN"), ("01968", "BB"), ("03046", "BB"), ("04600", "TH"), ("06108", "ST"), ("06556", "TH"),
        ("07743", "TH"), ("08523", "SN"), ("10115", "BE"), ("14467", "BB"), ("17291", "BB"), ("18055", "MV"),
        ("19322", "BB"), ("20095", "HH"), ("21465", "SH"), ("22113", "SH"), ("23552", "SH"), ("23966", "MV"),
        ("24937", "SH"), ("26122", "NI"), ("27498", "SH"), ("27499", "HH"), ("27568", "HB"), ("28195", "HB"),
        ("29410", "ST"), ("30159", "NI"), ("32657", "NW"), ("34117", "HE"), ("34346", "NI"), ("34431", "NW"),
        ("36433", "TH"), ("37073", "NI"), ("37308", "TH"), ("37213", "HE"), ("37671", "NW"), ("38820", "ST"),
        ("44135", "NW"), ("49074", "NI"), ("49477", "NW"), ("50667", "NW"), ("53474", "RP"), ("55246", "HE"),
        ("56068", "RP"), ("57518", "RP"), ("60311", "HE"), ("63739", "BY"), ("65582", "RP"), ("66111", "SL"),
        ("66482", "RP"), ("67655", "RP"), ("68519", "HE"), ("69115", "BW"), ("69434", "HE"), ("70173", "BW"),
        ("76829", "RP"), ("80331", "BY"), ("88045", "BW"), ("88131", "BY"), ("89073", "BW"), ("89231", "BY"),
        ("96515", "TH"), ("97070", "BY"), ("97877", "BW"), ("99084", "TH"),
    ],
)  # fmt: skip
def test_postcodes_lie_in_their_state(postcode: str, state: str) -> None:
    entry = CATALOGUE.value_lists["bundesland"].entry(state)
    assert entry is not None
    bounds = [one.partition("-") for one in entry.more["plz"].split()]
    assert any(start <= postcode <= (end or start) for start, _, end in bounds)
