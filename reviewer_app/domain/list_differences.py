"""Compares the member list of an annex with the sheet of the form where an application brings both.

The annex counts; whatever differs is said, because one of the two is out of date.
"""

from collections.abc import Iterator

from reviewer_app.domain.answers import FORM
from reviewer_app.domain.application import Form, MemberList
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.field_checks import finding_about, place_of
from reviewer_app.domain.finding import Finding, Place, Severity
from reviewer_app.domain.form_spec import Field


def check_lists(catalogue: Catalogue, form: Form, members: MemberList | None) -> Iterator[Finding]:
    """Give each member that stands in one list alone, and each whose type differs."""
    table = catalogue.by_role("members")
    if table is None or members is None or members.source == FORM:
        return
    name, kind = table.by_role("member_name"), table.by_role("member_kind")
    if name is None or kind is None or not form.tables.get(table.id):
        return
    listed = {_plain(member.name): member for member in members.members}
    stated = {}
    for number, row in enumerate(form.tables[table.id], 1):
        who, what = row.get(name.id), row.get(kind.id)
        if not isinstance(who, str) or not who:
            continue
        stated[_plain(who)] = number
        place = place_of(form, name, f"{table.id}.{number}.{name.id}", table, number)
        member = listed.get(_plain(who))
        if member is None:
            yield _difference(name, "member_only_in_form", place, who, members.source)
        elif isinstance(what, str) and what and member.kind and what != member.kind:
            yield _difference(kind, "member_kind_differs", place, who, members.source)
    for key, member in listed.items():
        if key not in stated:
            place = Place(file=members.source, field=table.id, row=member.row)
            yield _difference(name, "member_only_in_list", place, member.name, members.source)


def _difference(field: Field, code: str, place: Place, found: str, source: str) -> Finding:
    return finding_about(field, code, place, Severity.WARNING, found, source=source)


def _plain(name: str) -> str:
    """Give a name as two lists may spell it alike."""
    return " ".join(name.casefold().split())
