"""Reads a filled application form: every answer with its place, and what there is to say about how it was written.

Whether an answer is allowed is for the checks of the form; here stands only what the workbook itself makes doubtful.
The form and the member list that comes as an annex are both read this way. Seventy numbers written as text are one
remark with seventy places, not seventy remarks.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reviewer_app.domain import localised
from reviewer_app.domain.application import Form, Member, MemberList, Row, Scalar
from reviewer_app.domain.catalogue import Catalogue
from reviewer_app.domain.finding import Finding, FindingPlace, Severity
from reviewer_app.domain.form.spec import Field, FieldKind
from reviewer_app.domain.localised import Words
from reviewer_app.exchange.application_form.answers import Answer, Converter
from reviewer_app.exchange.application_form.layout import MARKER, MARKER_KEYS
from reviewer_app.exchange.application_form.recognise import AnswerCell, Recognised, TableArea, recognise
from reviewer_app.exchange.cleaning import alike, one_line
from reviewer_app.exchange.file_fault import FileFault
from reviewer_app.exchange.spreadsheet import MOST_TEXT, Sheet, Workbook, column_letters

_SHOWN = 5
_MOST_FOUND = 120


class Notes:
    """The remarks about one file."""

    def __init__(self, file: str) -> None:
        """Begin without remarks; `file` is the name people know it by."""
        self._file = file
        self._findings: list[Finding] = []
        self._cells: dict[str, list[tuple[AnswerCell, str]]] = {}

    def say(
        self, code: str, severity: Severity, place: FindingPlace | None = None, found: str = "", **params: object
    ) -> None:
        """Add a remark about the file or a sheet."""
        where = place or FindingPlace()
        self._findings.append(
            Finding(
                code,
                severity,
                FindingPlace(self._file, where.sheet, where.cell, where.field, where.row),
                found,
                {key: localised.as_words(value) for key, value in params.items()},
            )
        )

    def cell(self, code: str, spot: AnswerCell, severity: Severity, field: str, **params: object) -> None:
        """Add a remark about a cell: errors and warnings one by one, notes gathered."""
        if severity is Severity.NOTE:
            self._cells.setdefault(code, []).append((spot, field))
            return
        sheet, _, cell = spot.place.rpartition("!")
        length = spot.cell.length if spot.cell else 0
        self.say(
            code, severity, FindingPlace(sheet=sheet, cell=cell, field=field), _shown(spot), length=length, **params
        )

    def gather(self, code: str, spots: Sequence[AnswerCell], severity: Severity = Severity.NOTE) -> None:
        """Add one remark about several cells."""
        first = spots[0]
        sheet, _, cell = first.place.rpartition("!")
        self.say(code, severity, FindingPlace(sheet=sheet, cell=cell), cells=_places(spots), count=len(spots))

    def list(self, code: str, names: Sequence[Words], severity: Severity) -> None:
        """Add one remark that names several things."""
        more = f"+{len(names) - _SHOWN}" if len(names) > _SHOWN else ""
        self.say(code, severity, names=localised.listed([*names[:_SHOWN], *([more] if more else [])]), count=len(names))

    def findings(self) -> tuple[Finding, ...]:
        """Return all remarks, those about the file first."""
        for code, spots in self._cells.items():
            self.gather(code, [spot for spot, _ in spots])
        self._cells = {}
        return tuple(self._findings)


def _places(spots: Sequence[AnswerCell]) -> str:
    more = f" (+{len(spots) - _SHOWN})" if len(spots) > _SHOWN else ""
    return ", ".join(spot.place for spot in spots[:_SHOWN]) + more


def _shown(spot: AnswerCell) -> str:
    if spot.cell is None:
        return ""
    return one_line(str(spot.cell.value if spot.cell.value is not None else spot.cell.fault))[:_MOST_FOUND]


MOST_ROWS = 5_000
_TOTALS = frozenset({"summe", "gesamt", "total", "gesamtsumme", "zwischensumme", "sum"})


@dataclass(frozen=True, slots=True)
class TakenRow:
    """A row with its answers, and what its own program had computed; `number` is the row of the sheet."""

    number: int
    answers: Mapping[str, Scalar]
    computed: Mapping[str, Scalar] = field(default_factory=dict)


class CellReader:
    """Reads the cells of one file."""

    def __init__(self, converter: Converter, notes: Notes) -> None:
        """Read by `converter`, say what there is to say to `notes`."""
        self._converter = converter
        self._notes = notes

    def take(self, spot: AnswerCell, one: Field) -> Answer:
        """Read one cell as the answer of a field."""
        answer = self._converter.answer(spot.cell, one)
        if answer.note:
            severity = Severity.ERROR if answer.error else Severity.NOTE
            self._notes.cell(answer.note, spot, severity, one.id, limit=MOST_TEXT)
        if answer.misled:
            self._notes.cell("form_cleaned", spot, Severity.NOTE, one.id)
        return answer

    def rows(self, table: Field, area: TableArea) -> list[TakenRow]:
        """Read the filled rows of a table; raise FileFault where there are too many. A sum below the data is left."""
        taken: list[TakenRow] = []
        for number in area.rows:
            answers = self._row(table, area, number, computed=False)
            if not answers:
                continue
            if _is_total(table, answers):
                self._notes.say("form_total_row", Severity.NOTE, FindingPlace(sheet=area.sheet.name, row=number))
                continue
            if len(taken) >= MOST_ROWS:
                raise FileFault("form_table_rows", FindingPlace(sheet=area.sheet.name), limit=MOST_ROWS)
            taken.append(TakenRow(number, answers, self._row(table, area, number, computed=True)))
        return taken

    def _row(self, table: Field, area: TableArea, number: int, *, computed: bool) -> dict[str, Scalar]:
        cells = area.sheet.rows[number]
        answers: dict[str, Scalar] = {}
        for column in table.columns:
            place = area.columns.get(column.id)
            cell = cells.get(place) if place else None
            if place is None or cell is None or (column.kind is FieldKind.COMPUTED) is not computed:
                continue
            value = self.take(AnswerCell(area.sheet.name, number, place, cell), column).value
            if value is not None:
                answers[column.id] = value
        return answers


def members_of(table: Field, rows: tuple[Row, ...], source: str) -> MemberList | None:
    """Make a member list of the rows of its table, None where there are none."""
    name, kind = table.by_role("member_name"), table.by_role("member_kind")
    if not rows or name is None:
        return None
    members = tuple(
        Member(number, str(row.get(name.id) or ""), str(row.get(kind.id) or "") if kind else "", row)
        for number, row in enumerate(rows, 1)
    )
    return MemberList(source, members)


def _is_total(table: Field, answers: Mapping[str, Scalar]) -> bool:
    """Say whether a row is a sum that someone put below the data."""
    first = next(iter(answers.values()), None)
    return isinstance(first, str) and alike(first) in _TOTALS and len(answers) < max(3, len(table.columns))


FORM_SOURCE = "form"
_LEAST_FOUND = 3


@dataclass(frozen=True, slots=True)
class FormReading:
    """A form as read; `form` None where the file is refused, then one finding says why.

    Tables hold what was answered; computed columns stand in `given` as `table.row.column`, as the places of cells do.
    `members` is the sheet Mitglieder where it is filled; `annexes_named` are (kind, file name) of the sheet
    Anlagen; the marker says which form it is: form_version, catalogue_id, catalogue_version, catalogue_sha256.
    """

    form: Form | None
    members: MemberList | None = None
    annexes_named: tuple[tuple[str, str], ...] = ()
    findings: tuple[Finding, ...] = ()
    marker: Mapping[str, str] = field(default_factory=dict)

    @property
    def form_version(self) -> str:
        """The version of the form, empty where the workbook does not say."""
        return self.marker.get("form_version", "")


def read_form_book(book: Workbook, file: str, catalogue: Catalogue) -> FormReading:
    """Read a workbook that is open already; raise FileFault where it is no form or holds too much."""
    return _Reading(book, file, catalogue).read()


def is_form(book: Workbook, catalogue: Catalogue) -> bool:
    """Say whether a workbook is an application form: it carries the marker, or fields of the form are found."""
    return bool(_marker(book)) or _enough(recognise(book, catalogue), catalogue)


def _enough(found: Recognised, catalogue: Catalogue) -> bool:
    return len(found.answers) + len(found.choices) >= min(_LEAST_FOUND, max(1, len(catalogue.fields)))


def _marker(book: Workbook) -> dict[str, str]:
    sheet = book.sheet(MARKER)
    facts: dict[str, str] = {}
    for cells in sheet.rows.values() if sheet else ():
        key, value = cells.get(1), cells.get(2)
        if key is not None and value is not None and key.value in MARKER_KEYS:
            facts[str(key.value)] = one_line(str(value.value))[:80]
    return facts


class _Reading:
    """Reads one workbook."""

    def __init__(self, book: Workbook, file: str, catalogue: Catalogue) -> None:
        self._book = book
        self._catalogue = catalogue
        self._found = recognise(book, catalogue)
        self._converter = Converter(catalogue, since_1904=book.since_1904)
        self._notes = Notes(file)
        self._cells = CellReader(self._converter, self._notes)
        self._values: dict[str, Scalar] = {}
        self._given: dict[str, Scalar] = {}
        self._places: dict[str, str] = {}

    def read(self) -> FormReading:
        if not _enough(self._found, self._catalogue):
            raise FileFault("form_not_recognised")
        marker = _marker(self._book)
        self._about_the_file(marker)
        for one in self._catalogue.fields:
            if one.kind is FieldKind.MULTI:
                self._multi(one)
            elif one.kind is not FieldKind.TABLE:
                self._single(one)
        tables = {one.id: self._table(one) for one in self._catalogue.fields if one.id in self._found.tables}
        members_field = self._catalogue.by_role("members")
        members = members_of(members_field, tables.get(members_field.id, ()), FORM_SOURCE) if members_field else None
        form = Form(self._values, tables, self._places, self._given, marker.get("form_version", ""))
        return FormReading(form, members, self._annexes(), self._notes.findings(), marker)

    def _about_the_file(self, marker: Mapping[str, str]) -> None:
        notes, catalogue = self._notes, self._catalogue
        if self._book.has_macros:
            notes.say("form_macros", Severity.NOTE)
        if self._book.has_links:
            notes.say("form_links", Severity.NOTE)
        for sheet in self._book.sheets:
            if sheet.cut_after:
                notes.say("form_rows_cut", Severity.NOTE, FindingPlace(sheet=sheet.name), row=sheet.cut_after)
        if not marker:
            notes.say("form_no_marker", Severity.WARNING)
        else:
            self._about_the_version(marker)
        if self._found.by_label:
            notes.gather("form_by_label", self._found.by_label)
        if self._found.twice:
            notes.gather("form_twice", self._found.twice, Severity.WARNING)
        missing = [one.label for one in catalogue.fields if _is_asked(one) and not self._found.has(one)]
        if missing:
            notes.list("form_fields_gone", missing, Severity.WARNING)
        if self._found.unknown:
            notes.list("form_fields_unknown", self._found.unknown, Severity.NOTE)

    def _about_the_version(self, marker: Mapping[str, str]) -> None:
        version, ours = marker.get("form_version", ""), self._catalogue.form_version
        if version and version != ours:
            code = "form_version_old" if _order(version) < _order(ours) else "form_version_new"
            severity = Severity.NOTE if code == "form_version_old" else Severity.WARNING
            self._notes.say(code, severity, found=version, ours=ours or "–")
        elif marker.get("catalogue_sha256", "") not in ("", self._catalogue.sha256):
            shown = f"{marker.get('catalogue_id', '')} {marker.get('catalogue_version', '')}".strip()
            ours = f"{self._catalogue.id} {self._catalogue.version}"
            self._notes.say("form_other_catalogue", Severity.NOTE, found=shown, ours=ours)

    def _single(self, one: Field) -> None:
        spot = self._found.answers.get(one.id)
        if spot is None:
            return
        self._places[one.id] = spot.place
        answer = self._take(spot, one)
        if answer.value is not None:
            (self._given if one.kind is FieldKind.COMPUTED else self._values)[one.id] = answer.value

    def _multi(self, one: Field) -> None:
        head, choices = self._found.answers.get(one.id), self._found.choices.get(one.id, {})
        if head is None and not choices:
            return
        first = head or next(iter(choices.values()))
        self._places[one.id] = first.place
        chosen: list[str] = []
        for key, spot in choices.items():
            marked, clear = self._converter.choice(spot.cell)
            if not clear:
                self._notes.cell("form_choice_unclear", spot, Severity.WARNING, one.id)
            elif marked:
                chosen.append(key)
                self._places.setdefault(f"{one.id}:{key}", spot.place)
        if head is not None and head.cell is not None:
            answer = self._take(head, one)
            chosen += [key for key in _as_keys(answer.value) if key not in chosen]
        self._values[one.id] = tuple(chosen)

    def _take(self, spot: AnswerCell, one: Field) -> Answer:
        return self._cells.take(spot, one)

    def _table(self, one: Field) -> tuple[Row, ...]:
        area = self._found.tables[one.id]
        self._places[one.id] = f"{area.sheet.name}!A{area.head_row + 1}"
        taken = self._cells.rows(one, area)
        if self._catalogue.by_role("members") is not one:  # hundreds of rows, each known by its number
            self._place_rows(one, area, taken)
        return tuple(row.answers for row in taken)

    def _place_rows(self, one: Field, area: TableArea, taken: Sequence[TakenRow]) -> None:
        for index, row in enumerate(taken, 1):
            self._given |= {f"{one.id}.{index}.{key}": value for key, value in row.computed.items()}
            for column, number in area.columns.items():
                place = f"{area.sheet.name}!{column_letters(number)}{row.number}"
                self._places[f"{one.id}.{index}.{column}"] = place

    def _annexes(self) -> tuple[tuple[str, str], ...]:
        kinds = {annex.key for annex in self._catalogue.annexes}
        best: tuple[tuple[str, str], ...] = ()
        for sheet in self._book.sheets:
            named = tuple(_annex_rows(sheet, kinds))
            if len(named) > len(best):
                best = named
        return best


def _annex_rows(sheet: Sheet, kinds: set[str]) -> list[tuple[str, str]]:
    """Give (kind, file name) of the rows that begin with a kind of annex and name a file."""
    named = []
    for row in sorted(sheet.rows):
        texts = [
            one_line(cell.value) if isinstance(cell.value, str) else ""
            for _, cell in sorted(sheet.rows[row].items())
            if cell.value is not None
        ]
        if texts and texts[0].upper() in kinds:
            name = next(
                (value for value in texts[1:] if "." in value[1:-1] and len(value.rpartition(".")[2]) in (3, 4)), ""
            )
            if name:
                named.append((texts[0].upper(), name[:200]))
    return named


def _is_asked(one: Field) -> bool:
    return one.kind is not FieldKind.COMPUTED and not one.by_office


def _as_keys(value: Scalar) -> tuple[str, ...]:
    return value if isinstance(value, tuple) else (str(value),) if value is not None else ()


def _order(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in version.split(".") if part.isascii() and part.isdigit() and len(part) < 6)  # noqa: PLR2004  # no version is longer
