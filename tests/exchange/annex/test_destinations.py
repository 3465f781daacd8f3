"""Page labels, outline and links of a document."""

import io
from collections.abc import Callable

import pikepdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from reviewer_app.exchange.annex import destinations
from reviewer_app.exchange.annex.destinations import (
    AnnexLink,
    Destination,
    OutlineEntry,
    Refusal,
    links,
    outline,
    page_labels,
)
from reviewer_app.exchange.annex.pdf import open_document
from tests.factories import papers


def changed(change: Callable[[pikepdf.Pdf], None]) -> bytes:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(papers.paper("eins", "zwei", "drei"))) as pdf:
        change(pdf)
        pdf.save(out)
    return out.getvalue()


def linked(*actions: Dictionary) -> bytes:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].obj.Annots = Array(
            [
                Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=[1, 2, 3 + number, 4], A=action)
                for number, action in enumerate(actions)
            ]
        )

    return changed(change)


def test_labels_are_the_documents_own() -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.Root.PageLabels = Dictionary(Nums=[0, Dictionary(S=Name.r), 1, Dictionary(P=String("A-"), S=Name.D)])

    with open_document(changed(change)) as pdf:
        assert page_labels(pdf) == ("i", "A-1", "A-2")
    with open_document(papers.paper("a", "b")) as pdf:
        assert page_labels(pdf) == ("1", "2")


def test_the_outline_from_top_to_bottom() -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        with pdf.open_outline() as made:
            first = pikepdf.OutlineItem("Erstes\u202e", 0, "XYZ", top=100)
            first.children.append(pikepdf.OutlineItem("Darunter", 1))
            made.root.extend([first, pikepdf.OutlineItem("Ohne Ziel")])

    with open_document(changed(change)) as pdf:
        assert outline(pdf) == (
            OutlineEntry("Erstes", 0, Destination(0, 100)),
            OutlineEntry("Darunter", 1, Destination(1)),
            OutlineEntry("Ohne Ziel", 0, None),
        )


def test_an_outline_that_runs_in_a_circle_ends() -> None:
    def change(pdf: pikepdf.Pdf) -> None:
        one = pdf.make_indirect(Dictionary(Title=String("eins")))
        two = pdf.make_indirect(Dictionary(Title=String("zwei"), Next=one, First=one))
        one.Next = two
        pdf.Root.Outlines = pdf.make_indirect(Dictionary(Type=Name.Outlines, First=one, Last=two))

    with open_document(changed(change)) as pdf:
        assert [entry.title for entry in outline(pdf)] == ["eins", "zwei"]


def test_links_lead_to_pages_and_addresses_and_say_what_else_they_would_do(monkeypatch: pytest.MonkeyPatch) -> None:
    data = linked(
        Dictionary(S=Name.URI, URI=String("https://example.org/ä")),
        Dictionary(S=Name.GoTo, D=Array([1, Name.Fit])),
        Dictionary(S=Name.Launch, F=String("calc.exe")),
        Dictionary(S=Name.JavaScript, JS=String("app.alert(1)")),
        Dictionary(S=Name.GoToR, F=String("other.pdf"), D=Array([0, Name.Fit])),
    )
    with open_document(data) as pdf:
        address, page, *refused = links(pdf, 0)
        assert [one.refusal for one in refused] == [Refusal.LAUNCH, Refusal.ACTION, Refusal.DOCUMENT]
        assert all(one.target is None and not one.address for one in refused)
        assert (address.box, address.target) == ((1, 2, 3, 4), None)
        assert address.address.startswith("https://example.org/")
        assert page == AnnexLink((1, 2, 4, 4), Destination(1))
        assert links(pdf, 1) == ()
        monkeypatch.setattr(destinations, "MOST_LINKS", 1)
        assert links(pdf, 0) == (address,)
