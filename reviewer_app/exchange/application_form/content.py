"""The answers that go onto the form, as cells show them: names for keys, ja and nein, real numbers and dates."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from reviewer_app.domain.application import Row, Scalar
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.form_spec import Field, FieldKind
from reviewer_app.exchange.application_form.words import Words

type CellValue = str | int | float | date | None


@dataclass(frozen=True, slots=True)
class Content:
    """A catalogue's form, its language and the answers on it."""

    catalogue: Catalogue
    words: Words
    values: Mapping[str, Scalar]
    tables: Mapping[str, Sequence[Row]]
    annexes: Mapping[str, str]
    given: Mapping[str, Scalar]

    def shown(self, field: Field, value: Scalar) -> CellValue:
        """Return what stands in the cell of an answer."""
        if value is None or value == "":
            return None
        if field.kind is FieldKind.BOOLEAN or isinstance(value, bool):
            return self.words.say("yes" if value is True else "no") if isinstance(value, bool) else str(value)
        if field.kind is FieldKind.CHOICE:
            entry = self.catalogue.entry(field, str(value))
            return self.words.name(entry.name) if entry else str(value)
        if isinstance(value, Decimal):
            return int(value) if value == value.to_integral_value() else float(value)
        if isinstance(value, tuple):
            return "; ".join(value)
        return value

    def answer(self, field: Field) -> CellValue:
        """Return what stands in the cell of a field."""
        return self.shown(field, self.values.get(field.id))

    def choice(self, field: Field, key: str) -> CellValue:
        """Return `ja` where a multiple choice holds `key`; `nein` where it is answered without it, else nothing."""
        chosen = self.values.get(field.id)
        if not isinstance(chosen, tuple) or not chosen:
            return None
        return self.words.say("yes") if key in chosen else None
