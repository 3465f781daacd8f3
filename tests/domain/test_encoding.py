"""Values survive their spelling exactly, and a wrong spelling is refused rather than guessed at."""

import json
from datetime import date
from decimal import Decimal
from typing import cast

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from reviewer_app.domain import encoding
from reviewer_app.domain.application import Form, Member, MemberList, Scalar
from reviewer_app.domain.finding import Finding, FindingPlace, Severity

TEXTS = st.text(max_size=20)
COUNTS = st.integers(min_value=0, max_value=10**12)
SCALARS: st.SearchStrategy[Scalar] = st.one_of(
    st.none(),
    st.booleans(),
    TEXTS,
    st.integers(),
    st.decimals(allow_nan=False, allow_infinity=False),
    st.dates(),
    st.lists(TEXTS, max_size=3).map(tuple),
)
ROWS = st.dictionaries(TEXTS, SCALARS, max_size=5)
FORMS = st.builds(
    Form,
    values=ROWS,
    tables=st.dictionaries(TEXTS, st.lists(ROWS, max_size=3).map(tuple), max_size=3),
    places=st.dictionaries(TEXTS, TEXTS, max_size=3),
    given=ROWS,
    version=TEXTS,
)
MEMBERS = st.builds(
    MemberList,
    TEXTS,
    st.lists(st.builds(Member, COUNTS, TEXTS, TEXTS, ROWS), max_size=4).map(tuple),
)
PLACES = st.builds(FindingPlace, file=TEXTS, sheet=TEXTS, cell=TEXTS, field=TEXTS, row=COUNTS, page=COUNTS)
FINDINGS = st.builds(
    Finding, TEXTS, st.sampled_from(Severity), PLACES, TEXTS, st.dictionaries(TEXTS, TEXTS, max_size=3)
)


def through_json(data: encoding.Json) -> encoding.Json:
    return cast("encoding.Json", json.loads(json.dumps(data, allow_nan=False)))


@given(SCALARS)
def test_an_answer_keeps_value_and_type(value: Scalar) -> None:
    found = encoding.decode_scalar(through_json(encoding.encode_scalar(value)))
    assert type(found) is type(value)
    assert str(found) == str(value)


@given(FORMS)
def test_a_form_comes_back_whole(form: Form) -> None:
    assert encoding.decode_form(through_json(encoding.encode_form(form))) == form


@given(MEMBERS)
def test_a_member_list_comes_back_whole(members: MemberList) -> None:
    assert encoding.decode_members(through_json(encoding.encode_members(members))) == members


@given(FINDINGS)
@example(Finding("long", Severity.ERROR, FindingPlace(), "a\x1fb", {"name": "\x1f"}))
def test_a_finding_comes_back_whole(finding: Finding) -> None:
    assert encoding.decode_finding(through_json(encoding.encode_finding(finding))) == finding


def test_decimals_keep_their_digits_and_months_are_dates() -> None:
    assert encoding.encode_scalar(Decimal("1.50")) == {"decimal": "1.50"}
    assert encoding.encode_scalar(date(2026, 3, 1)) == {"date": "2026-03-01"}


def test_a_float_is_no_answer() -> None:
    with pytest.raises(TypeError):
        encoding.encode_scalar(0.1)


@pytest.mark.parametrize(
    "data",
    [{}, {"decimal": "one"}, {"decimal": 1}, {"date": "2026-13-01"}, {"when": "x"}, {"date": "x", "decimal": "1"}, [1]],
)
def test_a_wrong_answer_is_refused(data: encoding.Json) -> None:
    with pytest.raises(encoding.EncodingError):
        encoding.decode_scalar(data)


_KEYS = (
    *("values", "tables", "places", "members", "source", "severity", "code", "states", "place", "row", "found"),
    *("params", "", "de", "en", "xx", "self", "texts"),
)
JSON: st.SearchStrategy[encoding.Json] = st.recursive(
    st.one_of(st.none(), st.booleans(), st.integers(), TEXTS),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3),
        st.dictionaries(
            st.sampled_from(_KEYS),
            inner,
            max_size=4,
        ),
    ),
    max_leaves=8,
)


@given(JSON)
def test_anything_else_is_refused_with_our_own_error(data: encoding.Json) -> None:
    for decode in (encoding.decode_form, encoding.decode_members, encoding.decode_finding, encoding.decode_words):
        try:
            decode(data)
        except encoding.EncodingError as error:
            assert str(error)  # noqa: PT017  # both outcomes are right, only another error is not
