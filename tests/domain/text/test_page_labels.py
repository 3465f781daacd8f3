"""Pages by the paper's own count and by number."""

import pytest

from reviewer_app.domain.text.page_labels import differ, named, page_of

LABELS = ("i", "ii", "1", "2", "A-1")


def test_a_page_is_called_as_the_paper_counts_with_its_number_behind() -> None:
    assert [named(page, LABELS) for page in (1, 3, 5)] == ["i (1)", "1 (3)", "A-1 (5)"]
    assert named(3, ("1", "2", "3")) == named(3, ()) == "3"
    assert (differ(LABELS), differ(("1", "2")), differ(())) == (True, False, False)


@pytest.mark.parametrize(
    ("typed", "page"),
    [
        ("ii", 2), (" II ", 2), ("1", 3), ("a-1", 5), ("(1)", 1), ("i (1)", 1), ("5", 5), ("4", 4),
        ("6", None), ("0", None), ("x", None), ("", None), ("²", None), ("9" * 5000, None), ("-1", None),
    ],
)  # fmt: skip
def test_what_is_typed_means_a_label_first_then_a_number(typed: str, page: int | None) -> None:
    assert page_of(typed, LABELS, 5) == page
