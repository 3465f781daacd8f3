"""Annotations in words for people: where one stands, and a quote copied with its source."""

from resources import messages
from reviewer_app.domain.annotations.annotation import Annotation, FieldPlace, PagePlace, Target
from reviewer_app.domain.annotations.cell_place import annex_of_place, sheet_of
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.localised import Localised


def source(annotation: Annotation, language: str, label: Localised | None = None) -> str:
    """Return where an annotation stands: `A03, S. 7`, a field of the form, a cell of a table, or the whole.

    `label` is what the field is called, else its id is given.
    """
    place = annotation.target
    if isinstance(place, PagePlace):
        return page_source(place.annex, str(place.page + 1), language)
    if isinstance(place, FieldPlace):
        return field_source(place, language, label)
    return messages.text("annotation.source.whole", language)


def field_source(place: FieldPlace, language: str, label: Localised | None = None) -> str:
    """Return a place in the form or in a table: `Formular, Akteure`, `A05 Kosten, C12`, `A01 Mitglieder, Zeile 3`."""
    row = "" if place.row is None else str(place.row + 1)
    if paper := annex_of_place(place):
        where = f"{paper} {sheet_of(place)}"
        key = "sheet_cell" if place.column else "sheet_row"
        return messages.text(f"annotation.source.{key}", language, field=where, row=row, column=place.column)
    field = label.read(language) if label is not None else place.field
    return messages.text(
        f"annotation.source.{'field' if place.row is None else 'cell'}", language, field=field, row=row
    )


def field_label(target: Target, catalogue: Catalogue) -> Localised | None:
    """Return what the form field of a place is called; None for every other place."""
    field = catalogue.field(target.field) if isinstance(target, FieldPlace) else None
    return field.label if field is not None else None


def page_source(annex: str, page: str, language: str) -> str:
    """Return the source of a passage; `page` is the number or the label the document gives it."""
    return messages.text("annotation.source.page", language, annex=annex, page=page)


def quoted(text: str, source_words: str, language: str) -> str:
    """Return words as they are copied: their source, then the words in quotation marks."""
    return messages.text("annotation.source.quoted", language, quote=text, source=source_words)
