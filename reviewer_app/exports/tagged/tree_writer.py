"""Writes the structure tree, the outline and the links into the file that the PDF writer made without them."""

from collections.abc import Sequence
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from reviewer_app.exports.tagged.pen import Bookmark, Link, Pen
from reviewer_app.exports.tagged.structure import AnnotationReference, Content, Node, settle

if TYPE_CHECKING:
    from pikepdf import Object, Page, Pdf


class TreeWriter:
    """Writes one document's structure; made for a single use."""

    def __init__(self, pdf: "Pdf", pen: Pen) -> None:
        """Take the open file and the pen that drew it."""
        self._pdf = pdf
        self._pen = pen
        self._pages: list[Page] = list(pdf.pages)
        self._elements: dict[Node, Object] = {}
        self._annotations: list[Object] = []
        self._named: dict[str, Object] = {}

    def write(self, root: Node) -> None:
        """Write everything below `root`, which is the Document element."""
        from pikepdf import Array, Dictionary, Name

        settle(root)
        self._annotations = [self._annotation(link, number) for number, link in enumerate(self._pen.links)]
        tree = self._pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        tree.K = Array([self._element(root, tree)])
        tree.ParentTree = self._pdf.make_indirect(self._parents())
        tree.ParentTreeNextKey = len(self._pages) + len(self._annotations)
        if self._named:
            names: list[Any] = []
            for name in sorted(self._named):
                names += [name, self._named[name]]
            tree.IDTree = self._pdf.make_indirect(Dictionary(Names=Array(names)))
        catalog = self._pdf.Root
        catalog.StructTreeRoot = tree
        catalog.MarkInfo = Dictionary(Marked=True)
        for number, page in enumerate(self._pages):
            page.obj.StructParents = number
            page.obj.Tabs = Name.S
            if "/Trans" in page.obj:
                del page.obj["/Trans"]

    def _element(self, node: Node, parent: "Object") -> "Object":
        from pikepdf import Array, Dictionary

        entries: dict[str, Any] = {"/S": _role(node.role), "/P": parent}
        for key, text in (("/Alt", node.alt), ("/ActualText", node.actual), ("/Lang", node.lang)):
            if text:
                entries[key] = _text(text)
        if node.identifier:
            entries["/ID"] = node.identifier
        attributes = _attributes(node)
        if attributes is not None:
            entries["/A"] = attributes
        page = next((kid.page for kid in node.kids if isinstance(kid, Content)), None)
        if page is not None:
            entries["/Pg"] = self._pages[page].obj
        element = self._pdf.make_indirect(Dictionary(entries))
        self._elements[node] = element
        if node.identifier:
            self._named[node.identifier] = element
        kids = [self._kid(kid, element, page) for kid in node.kids]
        if kids:
            element.K = kids[0] if len(kids) == 1 else Array(kids)
        return element

    def _kid(self, kid: "Node | Content | AnnotationReference", element: "Object", page: int | None) -> Any:  # noqa: ANN401  # a number or an object
        from pikepdf import Dictionary, Name

        if isinstance(kid, Node):
            return self._element(kid, element)
        if isinstance(kid, Content):
            if kid.page == page:
                return kid.mcid
            return Dictionary(Type=Name.MCR, Pg=self._pages[kid.page].obj, MCID=kid.mcid)
        link = self._pen.links[kid.index]
        return Dictionary(Type=Name.OBJR, Pg=self._pages[link.page].obj, Obj=self._annotations[kid.index])

    def _annotation(self, link: Link, number: int) -> "Object":
        from pikepdf import Array, Dictionary, Name

        page, top = self._pen.tops[link.target]
        target = Array([self._pages[page].obj, Name.XYZ, 0, round(top, 2), 0])
        annotation = self._pdf.make_indirect(
            Dictionary(
                Type=Name.Annot,
                Subtype=Name.Link,
                Rect=Array([round(edge, 2) for edge in link.box]),
                Border=Array([0, 0, 0]),
                F=4,
                Dest=target,
                Contents=_text(link.contents),
                StructParent=len(self._pages) + number,
            )
        )
        home = self._pages[link.page].obj
        if "/Annots" not in home:
            home.Annots = Array([])
        home.Annots.append(annotation)
        return annotation

    def _parents(self) -> "Object":
        from pikepdf import Array, Dictionary

        numbers: list[Any] = []
        for number, marked in enumerate(self._pen.marked):
            numbers += [number, self._pdf.make_indirect(Array([self._elements[node] for node in marked]))]
        for number, link in enumerate(self._pen.links):
            numbers += [len(self._pages) + number, self._elements[link.node]]
        return Dictionary(Nums=Array(numbers))


@cache
def _role(role: str) -> "Object":
    from pikepdf import Name

    return Name(f"/{role}")


def _text(text: str) -> "Object":
    from pikepdf import String

    return String(text)


def _attributes(node: Node) -> Any:  # noqa: ANN401  # a dictionary or nothing
    from pikepdf import Array, Dictionary, Name

    if node.scope:
        table = Dictionary(O=Name.Table, Scope=Name(f"/{node.scope}"))
        if node.columns > 1:
            table.ColSpan = node.columns
        return table
    if node.columns > 1:
        return Dictionary(O=Name.Table, ColSpan=node.columns)
    if node.box:
        return Dictionary(O=Name.Layout, Placement=Name.Block, BBox=Array([round(edge, 2) for edge in node.box]))
    return None


def write_outline(pdf: "Pdf", bookmarks: Sequence[Bookmark]) -> None:
    """Write the outline; entries of a level follow each other, deeper ones hang below the last one above them."""
    from pikepdf import Array, Dictionary, Name

    if not bookmarks:
        return
    outline = pdf.make_indirect(Dictionary(Type=Name.Outlines))
    items = [
        pdf.make_indirect(
            Dictionary(Title=_text(one.title), Dest=Array([pdf.pages[one.page].obj, Name.XYZ, 0, round(one.top, 2), 0]))
        )
        for one in bookmarks
    ]
    below: dict[int, list[int]] = {}
    parents: list[int] = []
    for index, one in enumerate(bookmarks):
        parent = next((other for other in range(index - 1, -1, -1) if bookmarks[other].level < one.level), -1)
        parents.append(parent)
        below.setdefault(parent, []).append(index)
    for parent, children in below.items():
        above = outline if parent < 0 else items[parent]
        above.First, above.Last = items[children[0]], items[children[-1]]
        above.Count = len(children) if parent < 0 else -len(children)
        for index in children:
            items[index].Parent = above
        for before, after in pairwise(children):
            items[before].Next, items[after].Prev = items[after], items[before]
    pdf.Root.Outlines = outline
    pdf.Root.PageMode = Name.UseOutlines
