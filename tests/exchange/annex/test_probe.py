"""What an annex is before anyone opens it, and that a hostile one takes only its child along."""

from pathlib import Path

import pytest

from reviewer_app.domain.application import AnnexState
from reviewer_app.domain.errors import MendableError
from reviewer_app.exchange.annex import probe as annex_probe
from reviewer_app.exchange.annex.pdf import open_document
from reviewer_app.exchange.annex.probe import probe, probe_locked, probe_many
from reviewer_app.exchange.file_kind import CSV, DOCX, PDF, XLSX, media_type
from tests.factories import filled_forms, papers
from tests.factories.bad_files import archive


@pytest.mark.parametrize(
    ("data", "states", "pages", "blank"),
    [
        (papers.paper("eins", "zwei"), (AnnexState.READABLE,), 2, ()),
        (papers.paper("eins", ""), (AnnexState.READABLE,), 2, (2,)),
        (papers.paper(""), (AnnexState.NO_TEXT,), 1, (1,)),
        (papers.scan(), (AnnexState.NO_TEXT,), 1, ()),
        (papers.locked(), (AnnexState.ENCRYPTED,), 0, ()),
        (papers.without_pages(), (AnnexState.EMPTY,), 0, ()),
        (papers.broken(), (AnnexState.BROKEN,), 0, ()),
        (b"", (AnnexState.EMPTY,), 0, ()),
    ],
    ids=["text", "blank page", "blank", "scan", "locked", "no pages", "broken", "no bytes"],
)
def test_states(data: bytes, states: tuple[AnnexState, ...], pages: int, blank: tuple[int, ...]) -> None:
    found = probe(data)
    assert (found.states, found.pages, found.blank_pages) == (states, pages, blank)


@pytest.mark.parametrize("kind", ["javascript", "launch", "embedded_file", "submit_form"])
def test_active_content_is_named(kind: str) -> None:
    found = probe(papers.active(kind))
    assert (found.states, found.details) == ((AnnexState.ACTIVE,), (kind,))


def test_many_files_keep_their_order() -> None:
    found = probe_many([papers.paper("a"), b"a;b\n1;2\n", papers.scan(), papers.paper("c", "d", "e")])
    assert [one.pages for one in found] == [1, 0, 1, 3]
    assert [one.media_type for one in found] == [PDF, CSV, PDF, PDF]


def test_packages_that_are_looked_into_together_share_their_children(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[object] = []

    class Counted(annex_probe._Child):
        def __init__(self) -> None:
            super().__init__()
            started.append(self)

    monkeypatch.setattr(annex_probe, "_Child", Counted)
    with annex_probe.together():
        pages = [[one.pages for one in probe_many([papers.paper(f"{n}a"), papers.paper(f"{n}b", "c")])] for n in "123"]
    assert pages == [[1, 2]] * 3
    assert len(started) <= 2
    probe_many([papers.paper("allein")])
    assert len(started) <= 3


def test_a_file_that_hangs_or_dies_is_broken_and_the_others_go_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = Path(annex_probe._CHILD).read_text(encoding="utf-8")
    trap = (
        "def probe(data, *rest):\n"
        "    if b'HANG' in data:\n"
        "        import time; time.sleep(60)\n"
        "    if b'DIE' in data:\n"
        "        os.kill(os.getpid(), 11)\n"
        "    return real_probe(data, *rest)\n\n\n"
    )
    child = tmp_path / "child.py"
    child.write_text(source.replace("def probe(", "def real_probe(").replace("if __name__", trap + "if __name__"))
    monkeypatch.setattr(annex_probe, "_CHILD", child)
    good = papers.paper("gut")
    found = probe_many([good, b"%PDF-HANG", good, b"%PDF-DIE", good], seconds=1.5)
    assert [one.details for one in found] == [(), ("timeout",), (), ("crash",), ()]
    assert [one.states[0] for one in found] == [
        AnnexState.READABLE,
        AnnexState.BROKEN,
        AnnexState.READABLE,
        AnnexState.BROKEN,
        AnnexState.READABLE,
    ]


def test_samples_of_other_programs_are_read(shared: Path) -> None:
    files = sorted((shared / "samples" / "pdf").glob("*.pdf"))
    found = {file.name: one for file, one in zip(files, probe_many([f.read_bytes() for f in files]), strict=True)}
    assert found["libreoffice-writer-password.pdf"].states == (AnnexState.ENCRYPTED,)
    assert found["with-attachment.pdf"].details == ("embedded_file",)
    assert found["cmyk-image.pdf"].states == (AnnexState.NO_TEXT,)
    assert found["pdflatex-4-pages.pdf"].pages == 4
    assert not [name for name, one in found.items() if "crash" in one.details or "timeout" in one.details]


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (papers.paper(), PDF),
        (b"\n\nGarbage %PDF-1.4", PDF),
        (filled_forms.filled(), XLSX),
        (archive(("word/document.xml", b"<w/>")), DOCX),
        (archive(("a.txt", b"")), "application/zip"),
        (b"a;b", CSV),
        (b"<html>", "text/html"),
        (b"\x89PNG\r\n\x1a\nx", "image/png"),
        (b"", ""),
    ],
    ids=range(9),
)
def test_a_file_is_what_its_bytes_say(data: bytes, kind: str) -> None:
    assert media_type(data) == kind


def test_a_locked_file_is_looked_into_with_its_password_before_it_is_opened_here(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = probe_locked(papers.locked(papers.active("javascript")), "u")
    assert (seen.states, seen.details, seen.pages) == ((AnnexState.ACTIVE,), ("javascript",), 1)
    with open_document(papers.locked(), "u") as document:
        assert document.text(0).strip() == "Geheim"
    with pytest.raises(MendableError, match="pdf_password"):
        open_document(papers.locked(), "v")
    source = annex_probe._CHILD.read_text(encoding="utf-8")
    child = tmp_path / "child.py"
    child.write_text(
        source.replace("    import pypdfium2.raw as pdfium\n", "    os.kill(os.getpid(), 11)\n"), encoding="utf-8"
    )
    monkeypatch.setattr(annex_probe, "_CHILD", child)
    with pytest.raises(MendableError, match="pdf_broken"):
        open_document(papers.locked(papers.paper("Falle")), "u")
