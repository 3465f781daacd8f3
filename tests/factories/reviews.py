"""Reviews and applications made from bare scores."""

from collections.abc import Mapping

from reviewer_app.domain.application import Application
from reviewer_app.domain.ids import ApplicationId, PersonId, ReviewId
from reviewer_app.domain.reviews.review import Person, Review, ReviewOrigin, ReviewState, Score
from reviewer_app.domain.scale import Value


def an_application(number: str = "GC-2026-014", procedure: str = "aufnahme") -> Application:
    return Application(ApplicationId(number), number, "Photonikverbund Werratal", procedure, catalogue="")


def a_review(
    name: str, scores: Mapping[str, Value | None], number: int = 1, state: ReviewState = ReviewState.SUBMITTED
) -> Review:
    return Review(
        id=ReviewId(name),
        application=ApplicationId("GC-2026-014"),
        reviewer=Person(PersonId(name), name, number),
        state=state,
        origin=ReviewOrigin.DESK,
        scores={key: Score(key, value, f"Grund {key}") for key, value in scores.items()},
    )
