"""Passages found again in newer versions; right and wrong are counted against the truth of the edits."""

from random import Random

import pytest

from reviewer_app.domain.text import anchoring
from reviewer_app.domain.text.anchoring import Anchor, Lost, document, fits, move
from tests.factories import revisions
from tests.factories.revisions import Edit, corrected, revised, without, wrapped

PASSAGES = 60
LENGTHS = (12, 40, 90, 200, 350)


def _passages(random: Random, pages: list[str]) -> list[Anchor]:
    found = []
    for _ in range(PASSAGES):
        page = random.randrange(len(pages))
        length = random.choice(LENGTHS)
        start = random.randrange(len(pages[page]) - length)
        found.append(Anchor(page, start, start + length))
    return found


def _is_right(found: Anchor, truth: set[tuple[int, int]]) -> bool:
    mine = {(found.page, index) for index in range(found.start, found.end)}
    here = {one for one in truth if one[0] == found.page}
    return bool(here) and len(mine & here) >= 0.7 * len(here) and len(mine & here) >= 0.6 * len(mine)


@pytest.mark.parametrize(
    ("edits", "inserted", "recall", "short"),
    [
        ((), 3, 0.97, anchoring.SHORT),
        ((wrapped,), 0, 0.97, anchoring.SHORT),
        ((corrected,), 0, 0.8, anchoring.SHORT),
        ((corrected, wrapped), 2, 0.75, anchoring.SHORT),
        ((corrected, wrapped), 2, 0.75, 0),
    ],
    ids=["inserted pages", "re-wrapped and hyphenated", "corrected words", "all together", "as in a long document"],
)
def test_passages_are_found_again_and_never_moved_to_a_wrong_place(
    edits: tuple[Edit, ...], inserted: int, recall: float, short: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(anchoring, "SHORT", short)
    random = Random(20261127)  # noqa: S311  # a fixed seed, not a secret
    old = revisions.pages(random)
    new = revised(random, old, *edits, inserted=inserted)
    before, after = document(old), document(new.pages)
    right = moved = 0
    for passage in _passages(random, old):
        found = move(passage, before, after)
        if isinstance(found, Anchor):
            moved += 1
            right += _is_right(found, new.where(passage.page, passage.start, passage.end))
    assert right == moved
    assert right / PASSAGES >= recall


def test_a_passage_that_was_taken_out_is_lost_even_where_others_are_like_it() -> None:
    random = Random(7)  # noqa: S311  # a fixed seed, not a secret
    old = revisions.pages(random)
    before, passages = document(old), _passages(random, old)
    assert len(passages) == PASSAGES
    for passage in passages:
        new = revised(random, old, without(passage.page, passage.start, passage.end))
        assert isinstance(move(passage, before, document(new.pages)), Lost)


def test_words_that_stand_often_with_the_same_around_them_are_ambiguous() -> None:
    old = document(["Kopf. Antrag gestellt. Schluss."])
    passage = Anchor(0, 6, 21)
    twice = document(["Kopf. Antrag gestellt. Schluss.", "Kopf. Antrag gestellt. Schluss."])
    assert move(passage, old, twice) is Lost.AMBIGUOUS


def test_a_passage_over_a_page_break_is_marked_on_the_page_with_most_of_it() -> None:
    text = "Am Anfang steht ein Satz. Die Geschäftsstelle berichtet über das Vorhaben in Quellach. Am Ende noch einer."
    start, end = text.index("Die Gesch"), text.index(" Am Ende")
    cut = start + 12
    found = move(Anchor(0, start, end), document([text]), document([text[:cut], text[cut:]]))
    assert found == Anchor(1, 0, end - cut)


def test_a_passage_needs_a_letter() -> None:
    with pytest.raises(ValueError, match="letter"):
        move(Anchor(0, 0, 1), document([" a"]), document(["a"]))


def test_a_person_is_offered_what_is_ambiguous_and_what_says_the_half_of_it_best_first() -> None:
    new = document(
        [
            "Kopf\nDas Netzwerk hat 54 Mitglieder in Hessen.",
            "Das Netzwerk hat 54 Mitglieder in Bayern.",
            "Sonst nichts.",
        ]
    )
    found = fits("Das Netzwerk hat 54 Mitglieder", ("", " in Bayern"), new)
    assert [one.anchor.page for one in found] == [1, 0]
    assert found[0].agreement == 1.0
    assert found[0].agreement > found[1].agreement
    changed = fits("Das Netzwerk zählt 61 Mitglieder", ("", " in Bayern"), new)
    assert changed[0].anchor.page == 1
    assert changed[0].agreement < 1.0
    assert not changed[0].anchor.exact


def test_nothing_is_offered_for_words_without_a_letter_or_unlike_anything() -> None:
    new = document(["Das Netzwerk hat 54 Mitglieder."])
    assert fits(" – ", ("", ""), new) == ()
    assert fits("Zwölf Boxkämpfer jagen Viktor quer", ("", ""), new) == ()
