"""Annotations in words for people: where one stands, and a quote copied with its source."""

from resources import messages
from reviewer_app.domain.annotation import Annotation, FieldPlace, PagePlace


def source(annotation: Annotation, language: str) -> str:
    """Return where an annotation stands: `A03, S. 7`, a field of the form, or the application as a whole."""
    place = annotation.target
    if isinstance(place, PagePlace):
        return page_source(place.annex, str(place.page + 1), language)
    if isinstance(place, FieldPlace):
        key = "field" if place.row is None else "cell"
        row = "" if place.row is None else str(place.row + 1)
        return messages.text(f"annotation.source.{key}", language, field=place.field, row=row)
    return messages.text("annotation.source.whole", language)


def page_source(annex: str, page: str, language: str) -> str:
    """Return the source of a passage; `page` is the number or the label the document gives it."""
    return messages.text("annotation.source.page", language, annex=annex, page=page)


def quoted(text: str, source_words: str, language: str) -> str:
    """Return words as they are copied: their source, then the words in quotation marks."""
    return messages.text("annotation.source.quoted", language, quote=text, source=source_words)
