"""Rows to frozen values and back, so that no row, no connection and no lazy load ever leaves the store."""

import hashlib
import json
import re
import unicodedata
from collections.abc import Collection, Iterable, Mapping, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import Any, cast

from sqlalchemy import Row, RowMapping

from db.tables import plain
from reviewer_app.domain.application import Annex, AnnexState, Application, FieldChange, Form
from reviewer_app.domain.encoding import (
    EncodingError,
    Json,
    decode_answers,
    decode_finding,
    decode_form,
    decode_members,
    decode_words,
    encode_finding,
    encode_form,
    encode_members,
    encode_words,
)
from reviewer_app.domain.errors import WorkspaceError
from reviewer_app.domain.ids import PersonId
from reviewer_app.domain.reviews.permissions import Role
from reviewer_app.domain.reviews.review import Person
from reviewer_app.domain.scale import NB, NotAssessable, Scale, Value
from reviewer_app.services.ports import ListedApplication

_EXACT = re.compile(r"-?[0-9]{1,40}(?:[./][0-9]{1,40})?")

type Values = dict[str, Any]


def dumps(data: object) -> str:
    """Return compact JSON in the order given."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def loads(text: str, place: str) -> Json:
    """Return the JSON in `text`; raise WorkspaceError(`workspace_damaged`) naming `place` where it is none."""
    try:
        return cast("Json", json.loads(text))
    except (ValueError, RecursionError) as error:
        raise WorkspaceError("workspace_damaged", place) from error


def name_key(name: str) -> str:
    """Return what two spellings of a name are compared by: trimmed, in NFC."""
    return unicodedata.normalize("NFC", name).strip()


def answer_columns(scale: Scale, value: Value | None) -> Values:
    """Return kind and step of an answer; raise ValueError for a number off the scale."""
    if value is None:
        return {"kind": "none", "step": None}
    if isinstance(value, NotAssessable):
        return {"kind": "nb", "step": None}
    return {"kind": "number", "step": scale.index(value)}


def answer(values: Sequence[Fraction], kind: str, step: int | None) -> Value | None:
    """Return the answer that kind and step stand for; `values` are those of the scale, ascending."""
    if kind == "nb":
        return NB
    return None if kind == "none" or step is None else value_at(values, step)


def value_at(values: Sequence[Fraction], step: int) -> Fraction:
    """Return the value `step` steps above the lowest; raise WorkspaceError where the scale does not reach there."""
    if 0 <= step < len(values):
        return values[step]
    raise WorkspaceError("workspace_damaged", str(step))


def answer_text(value: Value | None) -> str:
    """Return an answer as the history spells it: `3.5`, `10/3`, `n. b.`, empty for not scored."""
    if value is None:
        return ""
    if isinstance(value, NotAssessable):
        return str(value.value)
    return exact_text(value)


def exact_text(value: Fraction) -> str:
    """Return a number without loss: as a decimal where it ends, else as a fraction; `Fraction(text)` reads both."""
    rest = value.denominator
    for prime in (2, 5):
        while rest % prime == 0:
            rest //= prime
    if rest != 1:
        return str(value)
    digits = 0
    while (value * 10**digits).denominator != 1:
        digits += 1
    return f"{value:.{digits}f}"


def exact_number(text: str | None) -> Fraction | None:
    """Return the number of an `exact_text`, None for nothing and for what is none."""
    if text is None or not _EXACT.fullmatch(text):
        return None
    try:
        return Fraction(text)
    except ZeroDivisionError:
        return None


def person_columns(person: Person) -> Values:
    """Return the row of a person."""
    return {
        "id": person.id,
        "name": person.name,
        "name_key": name_key(person.name),
        "number": person.number,
        "role": person.role.value,
        "employers": dumps(list(person.employers)),
        "mandates": dumps(list(person.mandates)),
    }


def person(row: RowMapping) -> Person:
    """Return the person of a row of `people`."""
    place = row["name"]
    return Person(
        PersonId(row["id"]),
        row["name"],
        row["number"],
        Role(row["role"]),
        texts(row["employers"], place),
        texts(row["mandates"], place),
    )


def texts(text: str, place: str) -> tuple[str, ...]:
    """Return a stored list of texts."""
    data = loads(text, place)
    if not isinstance(data, list) or not all(isinstance(one, str) for one in data):
        raise WorkspaceError("workspace_damaged", place)
    return tuple(cast("list[str]", data))


def version_columns(application: Application) -> Values:
    """Return the facts of a version that may be rewritten: the procedure's, and the findings."""
    return {
        "name": application.name,
        "procedure": application.procedure,
        "reference_date": application.reference_date,
        "received": application.received,
        "deadline": application.deadline,
        "reviews_due": application.reviews_due,
        "file_reference": application.file_reference,
        "proceeding": application.proceeding,
        "findings": dumps([encode_finding(one) for one in application.findings]),
    }


def content_columns(application: Application) -> Values:
    """Return what came in with a version and is never rewritten, with its digest."""
    head: str | None = None
    tables: str | None = None
    if application.form is not None:
        parts = encode_form(application.form)
        tables = plain(dumps(parts.pop("tables")))
        head = plain(dumps(parts))
    members = plain(dumps(encode_members(application.members))) if application.members is not None else None
    return {"form": head, "form_tables": tables, "members": members, "digest": digest((head, tables, members))}


def digest(parts: Iterable[str | None]) -> str:
    """Return the SHA-256 over texts that may be missing."""
    return hashlib.sha256(dumps(list(parts)).encode()).hexdigest()


def application(
    row: RowMapping,
    annexes: tuple[Annex, ...],
    *,
    light: bool = False,
    member_columns: Collection[str] | None = None,
) -> Application:
    """Return the application of a joined row of `applications` and `application_versions`.

    It has no members where it is to be light, and of each only `member_columns` where they are named.
    """
    number = row["number"]
    try:
        listed = None if light or row["members"] is None else loads(row["members"], number)
        members = None if listed is None else decode_members(listed, member_columns)
        findings = loads(row["findings"], number)
        return Application(
            id=row["id"],
            number=number,
            name=row["name"],
            procedure=row["procedure"],
            catalogue=row["catalogue"],
            reference_date=row["reference_date"],
            received=row["received"],
            deadline=row["deadline"],
            reviews_due=row["reviews_due"],
            withdrawn=row["withdrawn"],
            file_reference=row["file_reference"],
            proceeding=row["proceeding"],
            version=row["version"],
            imported_at=row["imported_at"],
            form=_form(row, number, light=light),
            members=members,
            annexes=annexes,
            findings=tuple(decode_finding(one) for one in findings) if isinstance(findings, list) else (),
        )
    except EncodingError as error:
        raise WorkspaceError("workspace_damaged", number) from error


def listed(row: Row[*tuple[Any, ...]], fields: Mapping[str, str], proposed: frozenset[str]) -> ListedApplication:
    """Return what a list says of an application; `fields` are those of its form whose answers it says, by role."""
    try:
        answers = {} if row.form is None else decode_answers(loads(row.form, row.number), fields.values())
    except EncodingError as error:
        raise WorkspaceError("workspace_damaged", row.number) from error
    form = Form(answers)
    return ListedApplication(
        row.id,
        row.number,
        row.name,
        row.procedure,
        row.catalogue,
        row.withdrawn,
        row.reviews_due,
        {role: form.text(field) for role, field in fields.items()},
        proposed,
    )


def _form(row: RowMapping, number: str, *, light: bool) -> Form | None:
    """Return the form, without its tables where it is to be light."""
    if row["form"] is None:
        return None
    data = loads(row["form"], number)
    if isinstance(data, dict) and not light and row["form_tables"] is not None:
        data["tables"] = loads(row["form_tables"], number)
    return decode_form(data)


def annex_columns(application: Application) -> list[Values]:
    """Return the rows of a version's annexes in their order."""
    return [
        {
            "application": application.id,
            "version": application.version,
            "position": position,
            "kind": one.kind,
            "name": one.name,
            "sha256": one.sha256,
            "size": one.size,
            "media_type": one.media_type,
            "pages": one.pages,
            "states": " ".join(state.value for state in one.states),
            "blank_pages": " ".join(str(page) for page in one.blank_pages),
        }
        for position, one in enumerate(application.annexes)
    ]


@lru_cache(maxsize=64)
def _states(text: str) -> tuple[AnnexState, ...]:
    return tuple(AnnexState(one) for one in text.split())


def annex(row: RowMapping) -> Annex:
    """Return the annex of a row of `attachments`."""
    try:
        return Annex(
            kind=row["kind"],
            name=row["name"],
            sha256=row["sha256"],
            size=row["size"],
            media_type=row["media_type"],
            pages=row["pages"],
            states=_states(row["states"]),
            blank_pages=tuple(int(one) for one in row["blank_pages"].split()),
        )
    except ValueError as error:
        raise WorkspaceError("workspace_damaged", row["name"]) from error


def changes_text(changes: Iterable[FieldChange]) -> str:
    """Return field changes as stored."""
    return dumps([[one.field, encode_words(one.before), encode_words(one.after)] for one in changes])


def changes(text: str, place: str) -> tuple[FieldChange, ...]:
    """Return stored field changes."""
    data = loads(text, place)
    try:
        return tuple(map(change, cast("list[Json]", data)))
    except (TypeError, ValueError) as error:
        raise WorkspaceError("workspace_damaged", place) from error


def change(data: Json) -> FieldChange:
    """Return one stored field change; raise TypeError or ValueError where it is none."""
    field, before, after = cast("list[Json]", data)
    if not isinstance(field, str):
        raise TypeError(data)
    return FieldChange(field, decode_words(before), decode_words(after))


def steps_on(old: Scale, new: Scale) -> Mapping[int, int | None]:
    """Return for each step of `old` the step of `new` with the same value, None where it has none."""
    return {
        step: new.index(value) if new.contains(value) else None
        for step, value in ((step, old.value(step)) for step in range(old.grades))
    }
