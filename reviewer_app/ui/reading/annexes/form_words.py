"""Words an application's form: every answer as a person reads it, computed figures, findings beside their fields."""

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from fractions import Fraction
from typing import TYPE_CHECKING

from reviewer_app.domain import locale
from reviewer_app.domain.finding import Finding, Severity
from reviewer_app.domain.form.checks import is_as_computed
from reviewer_app.domain.form.spec import Field, FieldKind
from reviewer_app.domain.localised import Words, read
from reviewer_app.ui.kit.text import counted
from reviewer_app.ui.kit.translated import Translated
from reviewer_app.ui.reading.annexes.form_view import FormGrid, FormLine, FormNote, FormPart

if TYPE_CHECKING:
    from reviewer_app.domain.application import Scalar
    from reviewer_app.services.reviews.reviewing import Reading


type Explain = Callable[..., str]

_MOST_ROWS = 40
_PERCENT = "%"


class FormWords(Translated):
    """Words one application's form in one language; `explain` gives the words of a message key."""

    def __init__(self, reading: "Reading", language: str, explain: Explain) -> None:
        self._reading = reading
        self._catalogue = reading.catalogue
        self._form = reading.application.form
        self._language = language
        self._explain = explain
        self._signs = {
            Severity.ERROR: ("▼", "err", self.tr("Fehler")),
            Severity.WARNING: ("▲", "warn", self.tr("Hinweis")),
        }

    def parts(self) -> tuple[FormPart, ...]:
        """Return what changed with this version, findings without a field, then all sections."""
        found = [self._changes(), self._loose_findings()]
        if self._form is not None:
            found += [
                self._section(section.key, section.title.read(self._language)) for section in self._catalogue.sections
            ]
        return tuple(part for part in found if part.items)

    # What stands above the form

    def _changes(self) -> FormPart:
        reading = self._reading
        title = self.tr("Geändert mit Fassung {n}").format(n=reading.application.version)
        rows = tuple(
            (self._label(one.field), *(read(text, self._language) or "–" for text in (one.before, one.after)))
            for one in reading.changes
        )
        if not rows:
            return FormPart(title, ())
        heads = (self.tr("Angabe"), self.tr("vorher"), self.tr("jetzt"))
        count = self.tr("1 Angabe") if len(rows) == 1 else self.tr("{n} Angaben").format(n=len(rows))
        return FormPart(title, (FormGrid(count, heads, rows),))

    def _label(self, field_id: str) -> str:
        """Return the words of a field, or of a column of a table written as table.column."""
        field = self._catalogue.field(field_id)
        if field is not None:
            return field.label.read(self._language)
        annex = self._catalogue.annex(field_id)
        if annex is not None:
            return f"{annex.key} {annex.title.read(self._language)}"
        table, _, column = field_id.partition(".")
        outer = self._catalogue.field(table)
        inner = outer.column(column) if outer is not None and column else None
        if outer is None or inner is None:
            return field_id
        return f"{outer.label.read(self._language)}: {inner.label.read(self._language)}"

    def _loose_findings(self) -> FormPart:
        fields = {one.id for one in self._catalogue.fields}
        loose = [one for one in self._findings() if one.place.field.partition(".")[0] not in fields]
        items = tuple(
            FormLine(self._weight(one), self._said(one), self._remedy(one), tone=self._signs[one.severity][1])
            for one in loose
        )
        return FormPart(self.tr("Fehler und Hinweise zum Antrag"), items)

    def _weight(self, one: Finding) -> str:
        """Return sign and word of a finding's severity."""
        sign, _, word = self._signs[one.severity]
        return f"{sign} {word}"

    # Sections

    def _section(self, key: str, title: str) -> FormPart:
        fields = (field for field in self._catalogue.fields if field.section == key)
        items = (self._grid(field) if field.kind is FieldKind.TABLE else self._line(field) for field in fields)
        return FormPart(f"{key}  {title}", tuple(items))

    def _line(self, field: Field) -> FormLine:
        form = self._form
        notes = list(self._notes(field.id))
        if field.kind is FieldKind.COMPUTED:
            value, stated = self._figure(field), form.given.get(field.id) if form else None
            given = self._value(field, stated)
            if given not in {locale.NOTHING, value} and not self._is_as_computed(field, stated):
                words = self.tr("berechnet {value}, im Formular angegeben {given}")
                notes.insert(0, FormNote(words.format(value=value, given=given), "▲", "warn"))
        else:
            value = self._value(field, form.values.get(field.id) if form else None)
        return FormLine(self._head(field), value, tuple(notes), field.id)

    def _grid(self, field: Field) -> FormGrid:
        rows = self._form.tables.get(field.id, ()) if self._form else ()
        heads = tuple(self._head(column) for column in field.columns)
        shown = tuple(
            tuple(self._value(column, row.get(column.id)) for column in field.columns) for row in rows[:_MOST_ROWS]
        )
        count = self.tr("1 Zeile") if len(rows) == 1 else self.tr("{n} Zeilen").format(n=len(rows))
        left = len(rows) - len(shown)
        rest = counted(
            left, self.tr("1 weitere Zeile steht in der Tabelle."), self.tr("{n} weitere Zeilen stehen in der Tabelle.")
        )
        rest = rest if left else ""
        label = f"{field.label.read(self._language)} · {count}"
        return FormGrid(label, heads, shown, tuple(self._notes(field.id)), rest, field.id)

    def _head(self, field: Field) -> str:
        """Return a label with its unit; percent and money stand beside the number instead."""
        unit = field.unit.read(self._language)
        label = field.label.read(self._language)
        beside = unit in {"", _PERCENT} or field.kind is FieldKind.MONEY
        return label if beside else f"{label} ({unit})"

    # Values

    def _figure(self, field: Field) -> str:
        number = self._reading.figures.get(field.figure)
        figure = self._catalogue.figure(field.figure)
        if number is None or figure is None:
            return locale.NOTHING
        return self._number_in(number, figure.unit)

    def _is_as_computed(self, field: Field, stated: "Scalar") -> bool:
        figure = self._catalogue.figure(field.figure)
        return figure is not None and is_as_computed(stated, self._reading.figures.get(field.figure), figure)

    def _number_in(self, number: Fraction, unit: str) -> str:
        if unit == "share":
            return locale.share(number, (), self._language)
        if unit == "money":
            return locale.money(number, self._language)
        return locale.plain(number, self._language, 1)

    def _value(self, field: Field, value: "Scalar") -> str:
        """Return an answer as a person reads it; nothing is a dash."""
        if value is None or value in ("", ()):
            return locale.NOTHING
        if isinstance(value, bool):
            return self.tr("ja") if value else self.tr("nein")
        if isinstance(value, tuple):
            return ", ".join(self._entry(field, key) for key in value)
        if isinstance(value, date):
            return self._day(field, value)
        if isinstance(value, int | Decimal):
            return self._number(field, Fraction(value))
        return self._entry(field, value) if field.list else value

    def _entry(self, field: Field, key: str) -> str:
        entry = self._catalogue.entry(field, key)
        return entry.name.read(self._language) if entry else key

    def _day(self, field: Field, value: date) -> str:
        if field.kind is FieldKind.MONTH:
            return f"{value.month:02d}/{value.year}"
        return locale.day(value, self._language)

    def _number(self, field: Field, value: Fraction) -> str:
        if field.kind is FieldKind.YEAR:
            return str(value.numerator)
        if field.kind is FieldKind.MONEY:
            return locale.money(value, self._language)
        shown = locale.plain(value, self._language, 2)
        return f"{shown}{locale.NO_BREAK}%" if field.unit.read(self._language) == _PERCENT else shown

    # Findings

    def _findings(self) -> Iterable[Finding]:
        return (one for one in self._reading.application.findings if one.severity in self._signs)

    def _notes(self, field_id: str) -> Iterable[FormNote]:
        for one in self._findings():
            if one.place.field.partition(".")[0] == field_id:
                sign, tone, word = self._signs[one.severity]
                yield FormNote(f"{word}: {self._said(one)}", sign, tone, one.place.label(self._language))
                yield from self._remedy(one, where=False)

    def _said(self, one: Finding) -> str:
        return self._explain(f"finding.{one.code}", **self._params(one))

    def _remedy(self, one: Finding, *, where: bool = True) -> tuple[FormNote, ...]:
        text = self._explain(f"finding.{one.code}_remedy", **self._params(one))
        return (FormNote(text, where=one.place.label(self._language) if where else ""),) if text else ()

    def _params(self, one: Finding) -> dict[str, Words]:
        return {"found": one.found, "field": self._label(one.place.field), **one.params}
