"""What tells an annotation of another program from all others."""

from reviewer_app.domain.annotations.foreign_identity import foreign_identity, is_among, told_apart

RECT = (1.0, 2.0, 3.0, 4.0)


def test_the_given_name_counts() -> None:
    assert foreign_identity("abc", 0, "Text", RECT, "x") == "abc"


def test_without_a_name_what_it_is_and_where_it_stands() -> None:
    one = foreign_identity("", 0, "Text", RECT, "x")
    others = [
        foreign_identity("", 1, "Text", RECT, "x"),
        foreign_identity("", 0, "Square", RECT, "x"),
        foreign_identity("", 0, "Text", (1, 2, 3, 5), "x"),
        foreign_identity("", 0, "Text", RECT, "y\ud800"),
    ]
    assert len({one, *others}) == 5
    assert foreign_identity("", 0, "Text", (1.01, 2, 3, 3.99), "x") == one
    assert foreign_identity("", 0, "Text", (-0.01, 0, 0, 0), "") == foreign_identity("", 0, "Text", (0, 0, 0, 0), "")


def test_one_name_for_two() -> None:
    name = told_apart("abc", 0, "Text", RECT, "x")
    assert name != told_apart("abc", 1, "Text", RECT, "x")
    assert is_among(name, {"abc"})
    assert is_among("abc", {"abc"})
    assert not is_among(name, {"ab", "c"})
