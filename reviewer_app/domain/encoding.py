"""Forms, member lists, findings and annexes as JSON-able values and back, exact: nothing passes through a float.

The store, checksums of records and bundles all need one spelling of the same values; two would drift apart.
"""

from collections.abc import Collection, Mapping, Sequence
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import cast

from reviewer_app.domain.application import Form, Member, MemberList, Row, Scalar
from reviewer_app.domain.finding import Finding, FindingPlace, Severity
from reviewer_app.domain.localised import Localised, Words

type Json = str | int | bool | list[Json] | dict[str, Json] | None


class EncodingError(ValueError):
    """A value that is not spelt as this module spells it; the message names the place inside the value."""


def encode_scalar(value: object) -> Json:
    """Return text, whole numbers, truth values and None as they are, the rest tagged.

    `{"decimal": "1.50"}`, `{"date": "2026-01-01"}`, a list for a multiple choice. Raise TypeError for anything else.
    """
    if value is None or isinstance(value, str | bool | int):
        return value
    if isinstance(value, Decimal):
        return {"decimal": str(value)}
    if isinstance(value, date):
        return {"date": date(value.year, value.month, value.day).isoformat()}
    if isinstance(value, tuple):
        return [str(one) for one in value]
    msg = f"{type(value).__name__} is not an answer of a form"
    raise TypeError(msg)


def decode_scalar(data: Json) -> Scalar:
    """Return the answer that `encode_scalar` spelt; raise EncodingError where it is none."""
    if data is None or isinstance(data, str | bool | int):
        return data
    if isinstance(data, list):
        return _texts(data)
    if isinstance(data, dict) and len(data) == 1:
        ((tag, text),) = data.items()
        try:
            if tag == "decimal":
                return Decimal(_text(text))
            if tag == "date":
                return date.fromisoformat(_text(text))
        except (InvalidOperation, ValueError) as error:
            msg = f"not a {tag}: {text!r}"
            raise EncodingError(msg) from error
    msg = f"not an answer: {type(data).__name__}"
    raise EncodingError(msg)


def encode_form(form: Form) -> dict[str, Json]:
    """Return `{"values", "tables", "places", "given", "version"}`."""
    return {
        "values": _encode_row(form.values),
        "tables": {key: [_encode_row(row) for row in rows] for key, rows in form.tables.items()},
        "places": dict(form.places),
        "given": _encode_row(form.given),
        "version": form.version,
    }


def decode_form(data: Json) -> Form:
    """Return the form; a missing part is empty. Raise EncodingError where the spelling is wrong."""
    parts = _mapping(data)
    return Form(
        values=_decode_row(parts.get("values", {})),
        tables={
            key: tuple(_decode_row(row) for row in _sequence(rows))
            for key, rows in _mapping(parts.get("tables", {})).items()
        },
        places={key: _text(place) for key, place in _mapping(parts.get("places", {})).items()},
        given=_decode_row(parts.get("given", {})),
        version=_text(parts.get("version", "")),
    )


def decode_answers(data: Json, fields: Collection[str]) -> dict[str, Scalar]:
    """Return of an encoded form the answers to `fields` alone; raise EncodingError where the spelling is wrong."""
    return _decode_row(_mapping(data).get("values", {}), fields)


def encode_members(members: MemberList) -> dict[str, Json]:
    """Return `{"source", "members": [{"row", "name", "kind", "values"}]}`."""
    rows: list[Json] = [
        {"row": one.row, "name": one.name, "kind": one.kind, "values": _encode_row(one.values)}
        for one in members.members
    ]
    return {"source": members.source, "members": rows}


def decode_members(data: Json, columns: Collection[str] | None = None) -> MemberList:
    """Return the member list, of each member only `columns` where they are named.

    Raise EncodingError where the spelling is wrong.
    """
    parts = _mapping(data)
    members = [_mapping(one) for one in _sequence(parts.get("members", []))]
    return MemberList(
        _text(parts.get("source")),
        tuple(
            Member(
                _whole(one.get("row")),
                _text(one.get("name")),
                _text(one.get("kind", "")),
                _decode_row(one.get("values", {}), columns),
            )
            for one in members
        ),
    )


_BETWEEN = "\x1f"
"""Stood between the German and the English form where programs up to 0.1 wrote both into one text."""


def encode_words(words: Words) -> Json:
    """Return a text as it is or one for each language, `{"de": …, "en": …}`; what holds the old mark as `{"": …}`."""
    if isinstance(words, str):
        return {"": words} if _BETWEEN in words else words
    return dict(words.texts)


def decode_words(data: Json) -> Words:
    """Return the words that `encode_words` or a program up to 0.1 spelt; raise EncodingError where they are none."""
    if isinstance(data, dict):
        if "" in data:
            return _text(data[""])
        return Localised(**{language: _text(text) for language, text in data.items()})
    german, mark, english = _text(data).partition(_BETWEEN)
    return Localised(german, en=english) if mark else german


def encode_finding(finding: Finding) -> dict[str, Json]:
    """Return `{"code", "severity", "place", "found", "params"}`; of the place only what is known."""
    place = finding.place
    known: dict[str, str | int] = {
        "file": place.file,
        "sheet": place.sheet,
        "cell": place.cell,
        "field": place.field,
        "row": place.row,
        "page": place.page,
    }
    return {
        "code": finding.code,
        "severity": finding.severity.value,
        "place": {key: part for key, part in known.items() if part},
        "found": encode_words(finding.found),
        "params": {key: encode_words(param) for key, param in finding.params.items()},
    }


def decode_finding(data: Json) -> Finding:
    """Return the finding; raise EncodingError where the spelling is wrong."""
    parts = _mapping(data)
    place = _mapping(parts.get("place", {}))
    try:
        severity = Severity(_text(parts.get("severity")))
    except ValueError as error:
        raise EncodingError(str(error)) from error
    return Finding(
        _text(parts.get("code")),
        severity,
        FindingPlace(
            file=_text(place.get("file", "")),
            sheet=_text(place.get("sheet", "")),
            cell=_text(place.get("cell", "")),
            field=_text(place.get("field", "")),
            row=_whole(place.get("row", 0)),
            page=_whole(place.get("page", 0)),
        ),
        decode_words(parts.get("found", "")),
        {key: decode_words(param) for key, param in _mapping(parts.get("params", {})).items()},
    )


_AS_IS = frozenset({str, int, bool, type(None)})
"""Types of answers that JSON holds as they are: nearly all, so they are passed by before anything is called."""


def _encode_row(row: Row) -> dict[str, Json]:
    return {key: cast("Json", value) if type(value) in _AS_IS else encode_scalar(value) for key, value in row.items()}


def _decode_row(data: Json, columns: Collection[str] | None = None) -> dict[str, Scalar]:
    cells = _mapping(data)
    if columns is not None:
        cells = {key: cells[key] for key in columns if key in cells}
    return {
        key: cast("Scalar", value) if type(value) in _AS_IS else decode_scalar(value) for key, value in cells.items()
    }


def _mapping(data: Json) -> Mapping[str, Json]:
    if isinstance(data, dict):
        return data
    msg = f"not an object: {type(data).__name__}"
    raise EncodingError(msg)


def _sequence(data: Json) -> Sequence[Json]:
    if isinstance(data, list):
        return data
    msg = f"not a list: {type(data).__name__}"
    raise EncodingError(msg)


def _text(data: Json) -> str:
    if isinstance(data, str):
        return data
    msg = f"not a text: {type(data).__name__}"
    raise EncodingError(msg)


def _texts(data: Json) -> tuple[str, ...]:
    return tuple(_text(one) for one in _sequence(data))


def _whole(data: Json) -> int:
    if isinstance(data, int) and not isinstance(data, bool):
        return data
    msg = f"not a whole number: {type(data).__name__}"
    raise EncodingError(msg)
