"""PDF files of strangers, whole, cut off or made to harm: each is opened or refused in words, nothing dies."""

from pathlib import Path

import pytest

from reviewer_app.exchange.annex import probe as annex_probe
from reviewer_app.exchange.annex.pdf import MOST_PAGES, open_document
from tests.exchange.hardiness import CUTS, OPENED, cuts, outcomes, probed_outcomes
from tests.factories.harsh_papers import HARSH, many_pages_claimed, objects_packed_many_times, sized

CLOSED = {
    "a page tree that holds itself",
    "a page tree of 5,000 floors",
    "drawing commands of 100 MB",
    "a drawing that draws itself",
    "nothing but its first line",
    "no pages",
    "cut off",
}
"""What the probe finds broken or empty, so that it never reaches the window."""

LOCKED = {"libreoffice-writer-password.pdf", "encrypted-attachment.pdf"}


def test_what_is_made_to_harm_is_opened_or_said_to_be_closed() -> None:
    found = dict(zip(HARSH, probed_outcomes([make() for make in HARSH.values()], seconds=4.0), strict=True))
    assert found == {
        name: "annex_closed" if name in CLOSED else "pdf_password" if name == "asks for a password" else OPENED
        for name in HARSH
    }


def test_samples_of_other_programs_are_opened_or_ask_for_their_password(shared: Path) -> None:
    files = sorted((shared / "samples/pdf").glob("*.pdf"))
    found = {file.name: code for file, code in zip(files, outcomes(f.read_bytes() for f in files), strict=True)}
    assert {name for name, code in found.items() if code == "pdf_password"} <= LOCKED
    assert {name: code for name, code in found.items() if code not in {OPENED, "pdf_password"}} == {
        "bug1020226.pdf": "pdf_broken"
    }


def test_samples_cut_off_are_opened_or_said_to_be_broken(shared: Path) -> None:
    """Four of the fifty places in each file, others in each; all of them: python -m tests.exchange.hardiness FOLDER."""
    files = sorted((shared / "samples/pdf").glob("*.pdf"))
    assert files
    some = [
        (file.name, place, cuts(file.read_bytes())[place])
        for number, file in enumerate(files)
        for place in range(number % 13, CUTS, 13)
    ]
    found = zip(some, outcomes(data for _, _, data in some), strict=True)
    odd = [(name, place, code) for (name, place, _), code in found if code not in {OPENED, "pdf_broken"}]
    assert [one for one in odd if one[0] not in LOCKED or one[2] != "pdf_password"] == []


def test_pages_that_are_only_claimed_count_up_to_the_limit() -> None:
    data = many_pages_claimed()
    assert annex_probe.probe(data).details == ("too_many_pages",)
    with open_document(data) as document:
        assert document.pages == len(document.sizes()) == MOST_PAGES
        assert document.sizes()[:2] == ((200.0, 200.0), (595.0, 842.0))


@pytest.mark.parametrize(
    ("box", "size"),
    [((0, 0, 0, 0), (612, 792)), ((0, 0, 2e6, 2e6), (20_000, 20_000)), ((0, 0, 0.001, 5e6), (10, 20_000))],
)
def test_pages_of_no_size_or_of_kilometres_have_one_that_can_be_shown(
    box: tuple[float, ...], size: tuple[float, float]
) -> None:
    with open_document(sized(*box)) as document:
        assert document.sizes() == (size,)


def test_what_fills_the_memory_of_the_child_is_broken(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = annex_probe._CHILD.read_text(encoding="utf-8")
    child = tmp_path / "child.py"
    child.write_text(source.replace("MEMORY = 2_000_000_000", "MEMORY = 500_000_000"), encoding="utf-8")
    monkeypatch.setattr(annex_probe, "_CHILD", child)
    assert annex_probe.probe(objects_packed_many_times(300)).details == ("crash",)
