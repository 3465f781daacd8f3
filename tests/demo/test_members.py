"""Member lists: as many of each kind as the figures say, named ones at their row, nobody by accident."""

from collections import Counter
from collections.abc import Mapping
from io import BytesIO

from openpyxl import load_workbook

from reviewer_app.demo.members import DemoMember, members_of
from reviewer_app.demo.package import write_member_list
from reviewer_app.demo.story import Story, round_facts
from reviewer_app.domain.catalogue import Catalogue

_FIRST = (
    "Aurich & Söhne Waagenbau GmbH",
    "Berner Sensorik GmbH",
    "Berufskolleg Leinebogen",
    "Dörrfeld Prüfgeräte AG",
    "Eichwerk Süd GmbH",
    "Fachhochschule Leinestadt, Institut für Messwesen",
    "Feinblech Grothe GmbH",
    "Glaswerk Hirschfurt GmbH",
    "Hellmut Brandt Optik OHG",
    "Industrie- und Handelskammer Oberwerra",
    "Ingenieurbüro Ümit Sağlam",
    "Kranz Feinmechanik GmbH & Co. KG",
    "Kreisstadt Leinestadt, Wirtschaftsförderung",
)


def test_lists_count_as_the_figures_say(
    told: Mapping[str, Story], crowds: Mapping[str, tuple[DemoMember, ...]]
) -> None:
    assert all(crowds.values())
    assert crowds
    for number, members in crowds.items():
        story = told[number]
        counted = "actors.a01" if story.get("actors.a01") else "actors"
        kinds = Counter(member.kind for member in members)
        assert len(members) == story.number_of(f"{counted}.gesamt") == story.annexes["A01"].pages
        for kind in ("kmu", "gross", "hs", "auf", "sonst"):
            assert kinds[kind] == story.number_of(f"{counted}.{kind}"), (number, kind)
        assert sum(bool(member.bond) for member in members) == story.number_of("actors.verbindlich")
        assert sum(member.country != "DE" for member in members) == story.number_of("actors.ausland")


def test_no_name_comes_twice_in_a_list(crowds: Mapping[str, tuple[DemoMember, ...]]) -> None:
    assert all(crowds.values())
    assert crowds
    for members in crowds.values():
        assert max(Counter(member.name for member in members).values()) == 1


def test_the_picture_of_the_gate_is_met(crowds: Mapping[str, tuple[DemoMember, ...]]) -> None:
    members = crowds["GC-2026-006"]
    assert tuple(member.name for member in members[:13]) == _FIRST
    assert members[26].name == "Institut für Angewandte Photonik Leinestadt"
    assert (members[26].kind, members[26].town) == ("auf", "Leinestadt")


def test_only_told_hits_match_an_employer_or_a_mandate(
    told: Mapping[str, Story], crowds: Mapping[str, tuple[DemoMember, ...]]
) -> None:
    people = round_facts()["person"]
    assert isinstance(people, list)
    bound = {name for one in people for name in (*one["employers"], *one["mandates"])}
    found = {
        (number, row, member.name)
        for number, members in crowds.items()
        for row, member in enumerate(members, 1)
        if member.name in bound
    }
    assert found == {(number, hit.row, hit.name) for number, story in told.items() for hit in story.hits}


def test_nobody_bears_a_name_of_the_board(crowds: Mapping[str, tuple[DemoMember, ...]]) -> None:
    people = round_facts()["person"]
    assert isinstance(people, list)
    surnames = {str(one["name"]).split()[-1] for one in people}
    for members in crowds.values():
        for member in members:
            assert not surnames & set(f"{member.name} {member.contact}".replace("-", " ").split())


def test_postcodes_at_home_have_five_digits(crowds: Mapping[str, tuple[DemoMember, ...]]) -> None:
    assert all(crowds.values())
    assert crowds
    for members in crowds.values():
        for member in members:
            assert member.country != "DE" or (member.postcode.isdigit() and len(member.postcode) == 5)


def test_three_contracts_have_no_date(crowds: Mapping[str, tuple[DemoMember, ...]]) -> None:
    members = crowds["GC-2026-010"]
    undated = [row for row, member in enumerate(members, 1) if member.joined is None]
    assert undated == [29, 30, 31]
    assert {members[row - 1].bond for row in undated} == {"vertrag"}


def test_a_list_is_written_the_same_every_time(told: Mapping[str, Story], catalogue: Catalogue) -> None:
    story = told["GC-2026-002"]
    members = members_of(story, 1)
    first, second = (write_member_list(catalogue, "Mitgliederliste", members) for _ in range(2))
    assert first == second
    sheet = load_workbook(BytesIO(first)).worksheets[0]
    assert sheet.max_row == 1 + len(members)
    assert [cell.value for cell in sheet["A"]][1:] == [member.name for member in members]


def test_another_seed_invents_other_members(told: Mapping[str, Story]) -> None:
    story = told["GC-2026-008"]
    assert members_of(story, 1) == members_of(story, 1)
    assert {m.name for m in members_of(story, 1)} != {m.name for m in members_of(story, 2)}
