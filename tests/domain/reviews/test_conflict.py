"""The grounds of a conflict of interest, as the shipped catalogue spells them."""

from reviewer_app.domain.reviews.conflict import ConflictOfInterest, Tier, grounds
from reviewer_app.exchange.catalogue.file import default_catalogue


def test_every_ground_excludes_or_is_decided_in_the_single_case() -> None:
    found = grounds(default_catalogue().value_lists["befangenheit"])
    single = {one.key for one in found if one.tier is Tier.SINGLE_CASE}
    assert single == {"misstrauen", "gremium", "wechsel"}
    assert len(found) == 12
    assert {one.tier for one in found if one.basis.startswith("§ 20 ")} == {Tier.EXCLUSION}
    assert all(one.name.read("de") and one.name.texts.get("en") and one.basis for one in found)


def test_the_stored_words_stay() -> None:
    assert {one.value for one in ConflictOfInterest} == {"open", "none", "excluded"}
