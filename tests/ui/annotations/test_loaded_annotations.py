"""What stands in an annotation is found while one types, however it is spelt."""

import pytest

from reviewer_app.domain.annotation import Quote
from reviewer_app.services.annotating import Listed
from reviewer_app.ui.annotations.loaded_annotations import with_texts
from tests.domain.test_annotation import annotation

PLAN = Listed(annotation("plan", quote=Quote("Maßnahmen- und Zeitplan"), note="Prüfen"), "GC-2026-001", "Ada", "")
OTHER = Listed(annotation("other"), "GC-2026-001", "Ada", "")


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("massnahm", [PLAN]),
        ("zeitplan pruef", [PLAN]),
        ("zeitplan fehlt", []),
        (" ", [PLAN, OTHER]),
        ("", [PLAN, OTHER]),
    ],
)
def test_every_word_typed_is_found_whatever_its_spelling(typed: str, found: list[Listed]) -> None:
    assert list(with_texts((PLAN, OTHER)).having(typed)) == found
