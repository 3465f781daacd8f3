"""Where an application stands, and when a review is late."""

from datetime import date, datetime

import pytest

from reviewer_app.domain.application import ApplicationState
from reviewer_app.domain.reviews.standing import Standing, is_late, standing_of


@pytest.mark.parametrize(
    ("state", "formal_open", "released", "standing"),
    [
        (ApplicationState.RECEIVED, 0, False, Standing.RECEIVED),
        (ApplicationState.IN_REVIEW, 0, False, Standing.IN_REVIEW),
        (ApplicationState.REVIEWED, 0, False, Standing.REVIEWED),
        (ApplicationState.REVIEWED, 2, False, Standing.REQUESTED),
        (ApplicationState.RECEIVED, 1, False, Standing.REQUESTED),
        (ApplicationState.REVIEWED, 2, True, Standing.RELEASED),
        (ApplicationState.WITHDRAWN, 2, True, Standing.WITHDRAWN),
    ],
)
def test_what_comes_first(state: ApplicationState, formal_open: int, released: bool, standing: Standing) -> None:
    assert standing_of(state, formal_open=formal_open, released=released) is standing


@pytest.mark.parametrize(
    ("submitted", "due", "late"),
    [
        (datetime(2026, 12, 15, 23, 59), date(2026, 12, 15), False),  # noqa: DTZ001 # reason: the store keeps no zone
        (datetime(2026, 12, 16, 0, 0), date(2026, 12, 15), True),  # noqa: DTZ001 # reason: the store keeps no zone
        (datetime(2026, 12, 16, 0, 0), None, False),  # noqa: DTZ001 # reason: the store keeps no zone
        (None, date(2026, 12, 15), False),
    ],
)
def test_a_review_is_late_from_the_day_after_it_was_due(
    submitted: datetime | None, due: date | None, late: bool
) -> None:
    assert is_late(submitted, due) is late
