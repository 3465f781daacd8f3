"""The workbook in the making: what every sheet looks at, gathered once."""

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from openpyxl import Workbook
from openpyxl.workbook.defined_name import DefinedName

from reviewer_app.domain import locale
from reviewer_app.domain.reviews.consolidation import Consolidation, ReviewFigures
from reviewer_app.exports.context import SheetContext
from reviewer_app.exports.identities import Identities, names_in_forms, people_of
from reviewer_app.exports.material import Dossier, RoundMaterial
from reviewer_app.exports.workbook import cells
from reviewer_app.exports.workbook.cells import shortened
from reviewer_app.exports.workbook.layout import SheetLayout
from reviewer_app.exports.workbook.names import INTERNAL, sheet_titles
from reviewer_app.exports.workbook.page import WorksheetPage, in_foot
from reviewer_app.exports.workbook.styles import CellStyle, Styles
from reviewer_app.exports.workbook.terms import ResultTerm, Terms, outcomes, terms_of, votes
from reviewer_app.exports.workbook.wording import Wording

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

    from reviewer_app.domain.catalogue import Catalogue
    from reviewer_app.exports.workbook.application import RowStyles
    from reviewer_app.exports.workbook.formulas import RowFormulas

FIXED = ("overview", "charts", "criteria", "scores", "findings", "conditions", "basis")
"""The sheets that stand before those of the applications, in this order."""

_HASH = 8


@dataclass(frozen=True, slots=True)
class ApplicationSheet:
    """One application as its sheet shows it: the case, its named cells, and where everything stands."""

    dossier: Dossier
    context: SheetContext
    terms: Terms
    layout: SheetLayout
    name: str
    procedure: str
    state: str
    technology: str

    @property
    def case(self) -> Consolidation:
        """The consolidation."""
        return self.dossier.consolidation

    @property
    def number(self) -> str:
        """The application's number."""
        return self.case.application.number

    @property
    def is_withdrawn(self) -> bool:
        """The application was withdrawn: it is listed, without figures."""
        return self.context.is_withdrawn

    def stand(self, book: "Book") -> str:
        """Say whether the values are released, or all agreed at least; empty where there is none."""
        release, say = self.dossier.release, book.wording.say
        if self.is_withdrawn or not self.case.counted:
            return ""
        if release is not None:
            day = self.context.day(release.at.date())
            hidden = book.names.hidden or not release.by
            return say("application.released_by_chair" if hidden else "application.released", day=day, who=release.by)
        return say("application.agreed" if self.is_agreed else "application.not_released")

    @property
    def is_agreed(self) -> bool:
        """Somebody agreed on every value."""
        return all(one.consensus is not None for one in self.case.criteria)

    @property
    def has_medians(self) -> bool:
        """A median stands in for a value nobody agreed on yet."""
        return any(one.consensus is None and one.agreed is not None for one in self.case.criteria)

    @property
    def has_rules(self) -> bool:
        """The catalogue has rules for the procedure, and the application is not withdrawn."""
        return self.layout.rules > 0 and not self.is_withdrawn


@dataclass
class Book:
    """The workbook: openpyxl's frame, the pages so far, words, looks, names and applications.

    `names` lists what it replaced in texts of people.
    """

    material: RoundMaterial
    wording: Wording
    frame: Workbook
    styles: Styles
    names: Identities
    terms: tuple[Terms, ...]
    outcomes: tuple[ResultTerm, ...]
    votes: tuple[ResultTerm, ...]
    sheets: tuple[ApplicationSheet, ...] = ()
    pages: list[WorksheetPage] = field(default_factory=list)
    row_styles: dict[object, "RowStyles"] = field(default_factory=dict)
    row_formulas: dict[tuple[str, str], "RowFormulas"] = field(default_factory=dict)
    _rationales: dict[tuple[str, str, str], str] = field(default_factory=dict)

    def page(self, title: str) -> WorksheetPage:
        """Add a sheet."""
        frame: Worksheet = self.frame.create_sheet(title)
        frame.sheet_view.showGridLines = False
        frame.sheet_format.defaultRowHeight = 12.75
        frame.sheet_view.tabSelected = not self.pages
        page = WorksheetPage(frame, title)
        self.pages.append(page)
        return page

    def fixed_page(self, key: str) -> WorksheetPage:
        """Add one of the sheets that stand first."""
        return self.page(self.wording.say(f"sheet.{key}"))

    def style(self, look: CellStyle) -> int:
        """Give the index of a look."""
        return self.styles.of(look)

    def name_cell(self, name: str, page: WorksheetPage, place: str) -> None:
        """Name a cell or range of a sheet; `place` is absolute."""
        quoted = page.title.replace("'", "''")
        self.frame.defined_names[name] = DefinedName(name, attr_text=f"'{quoted}'!{place}")

    def rationale(self, sheet: ApplicationSheet, one: ReviewFigures, key: str) -> str:
        """Give a reviewer's reason as it may be shown here, whole."""
        place = (sheet.number, one.label, key)
        found = self._rationales.get(place)
        if found is None:
            given = one.review.rationale(key)
            if not given.strip():
                given = ""
            clean = self.names.text(given, f"{sheet.number}, {key}, {one.label}")
            found = self._rationales[place] = clean
        return found

    def agreed_reason(self, sheet: ApplicationSheet, key: str) -> str:
        """Give the chair's reason for an agreed value as it may be shown here, whole; empty where there is none."""
        agreed = sheet.case.criterion(key).consensus
        if agreed is None or not agreed.reason.strip():
            return ""
        place = (sheet.number, "", key)
        found = self._rationales.get(place)
        if found is None:
            clean = self.names.text(agreed.reason.strip(), f"{sheet.number}, {key}")
            found = self._rationales[place] = clean
        return found

    def fit(self, text: str) -> str:
        """Cut a text that is whole in the form to what a cell can hold, saying so."""
        return shortened(text, self.wording.say("cut"))

    def begun(self, text: str) -> str:
        """Give of a text what one cell can hold, and where the rest of it stands."""
        return cells.parts(text, self.wording.say("rest"))[0]

    def print_page(self, page: WorksheetPage, last: str, *, heads: str = "4:4", rows: int = 0) -> None:
        """Set up the print of a page up to column `last` and row `rows` (0: the last), with foot."""
        say, material = self.wording.say, self.material
        marking = material.issuer.confidentiality.read(material.language)
        left = say("foot.left", round=material.title, sheet=page.title, confidentiality=marking)
        right = say("foot.page", page="&P", pages="&N")
        middle = in_foot(self.catalogue_line)
        page.set_up_print(last, heads=heads, left=in_foot(left), middle=middle, right=right, rows=rows)

    @cached_property
    def namesakes(self) -> frozenset[str]:
        """The names that several reviewers of the round bear."""
        people = {one.review.reviewer for sheet in self.sheets for one in sheet.case.counted}
        names = Counter(name for name, _ in {(person.name, person.id) for person in people})
        return frozenset(name for name, count in names.items() if count > 1)

    @cached_property
    def catalogue_line(self) -> str:
        """The catalogues of the round with version and the first digits of their hash."""
        return ", ".join(self._catalogue(one) for one in self.terms)

    def _catalogue(self, terms: Terms) -> str:
        one = terms.catalogue
        title = one.title.read(self.wording.language)
        if not one.sha256:
            return self.wording.say("catalogue_plain", title=title, version=one.version)
        return self.wording.say("catalogue", title=title, version=one.version, hash=one.sha256[:_HASH])

    @property
    def stand_line(self) -> str:
        """The second row of the sheets: as of when, reference date, catalogue, program."""
        say, material = self.wording.say, self.material
        parts = [say("as_of", moment=locale.moment(material.as_of, material.language))]
        if material.reference_date:
            parts.append(say("reference_date", day=locale.day(material.reference_date, material.language)))
        parts += [self.catalogue_line, material.program]
        return "  ·  ".join(part for part in parts if part)


def open_book(material: RoundMaterial) -> Book:
    """Start the workbook: name the catalogues' terms and give every application its sheet and places."""
    wording = Wording(material.language)
    frame = Workbook()
    for sheet in frame.worksheets:
        frame.remove(sheet)
    hidden = material.variant != INTERNAL
    people = people_of(material) if hidden else ()
    others = names_in_forms(material) if hidden else ()
    names = Identities(wording.prose, hidden, people, others)
    catalogues: list[Catalogue] = []
    for one in material.dossiers:
        if one.catalogue not in catalogues:
            catalogues.append(one.catalogue)
    terms = tuple(terms_of(one, index, wording) for index, one in enumerate(catalogues, 1))
    known = outcomes(catalogues, material.language)
    book = Book(
        material=material,
        wording=wording,
        frame=frame,
        styles=Styles(frame),
        names=names,
        terms=terms,
        outcomes=known,
        votes=votes(catalogues, known, material.language),
    )
    titles = sheet_titles(
        (one.consolidation.application.number for one in material.dossiers),
        (wording.say(f"sheet.{key}") for key in FIXED),
    )
    book.sheets = tuple(
        _sheet(book, one, terms[catalogues.index(one.catalogue)], title)
        for one, title in zip(material.dossiers, titles, strict=True)
    )
    return book


def _sheet(book: Book, dossier: Dossier, terms: Terms, title: str) -> ApplicationSheet:
    case = dossier.consolidation
    context = SheetContext(book.material, dossier, book.wording.prose, book.names)
    rules = () if context.is_withdrawn else case.catalogue.rules_for(case.application.procedure)
    layout = SheetLayout(title, len(case.counted), case.catalogue.areas, len(rules))
    answers = (context.name, context.procedure(), context.answer("state"), context.answer("technology"))
    return ApplicationSheet(dossier, context, terms, layout, *answers)
