"""Places, history and entries: back restores, entries follow role and pages."""

from reviewer_app.ui.shell.navigation import (
    APPLICATIONS,
    CONSOLIDATIONS,
    EXPORT,
    READING,
    STATISTICS,
    History,
    Place,
    entries,
)

LIST = Place(APPLICATIONS)
FIRST = Place(READING, "GC-2026-014")
SECOND = Place(READING, "GC-2026-009")


def test_back_gives_the_place_with_the_state_it_was_left_in() -> None:
    history = History()
    history.go(LIST)
    history.keep("gefiltert", "Anträge")
    history.go(FIRST)
    assert history.previous_title == "Anträge"
    assert history.step(-1) == (LIST, "gefiltert")
    assert history.can_forward
    assert history.step(1) == (FIRST, None)


def test_going_elsewhere_forgets_what_was_forward() -> None:
    history = History()
    for place in (LIST, FIRST):
        history.go(place)
    history.step(-1)
    history.go(SECOND)
    assert not history.can_forward
    assert history.step(-1) == (LIST, None)


def test_the_same_place_again_is_no_step() -> None:
    history = History()
    history.go(LIST)
    history.go(LIST)
    assert not history.can_back


def test_staying_makes_a_step_that_leads_back_to_how_it_stood() -> None:
    history = History()
    history.stay()
    assert not history.can_back
    history.go(FIRST)
    history.keep("A03, Seite 2", "A03, S. 2")
    history.stay()
    assert history.here == FIRST
    assert history.previous_title == "A03, S. 2"
    assert history.step(-1) == (FIRST, "A03, Seite 2")


def test_the_next_application_replaces_so_that_back_goes_to_the_list() -> None:
    history = History()
    history.go(LIST)
    history.go(FIRST)
    history.replace(SECOND)
    assert history.here == SECOND
    assert history.step(-1) == (LIST, None)


def test_steps_past_the_ends_go_nowhere() -> None:
    history = History()
    assert history.step(-1) is None
    history.go(LIST)
    assert history.step(1) is None
    assert history.here == LIST


def test_a_list_remembers_its_newest_state() -> None:
    history = History()
    history.go(LIST)
    history.keep("alt", "Anträge")
    history.go(FIRST)
    history.go(LIST)
    history.keep("neu", "Anträge")
    history.go(SECOND)
    assert history.state_of(APPLICATIONS) == "neu"
    assert history.state_of(EXPORT) is None


def test_entries_follow_the_role() -> None:
    assert list(entries("reviewer")) == [APPLICATIONS, STATISTICS]
    assert list(entries("chair")) == [APPLICATIONS, CONSOLIDATIONS, EXPORT, STATISTICS]
    assert list(entries("office")) == [APPLICATIONS, CONSOLIDATIONS, EXPORT, STATISTICS]


def test_the_last_other_places_are_named_once_newest_first() -> None:
    history = History()
    for number in ("1", "2", "1", "3"):
        history.go(Place(READING, number))
        history.keep(None, f"Antrag {number}")
    assert [(place.application, title) for place, title in history.last] == [("1", "Antrag 1"), ("2", "Antrag 2")]
    history.step(-1)
    assert [place.application for place, _ in history.last] == ["3", "2"]
    assert History().last == ()
