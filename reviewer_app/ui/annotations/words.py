"""The words of the list of annotations: rows, heads, segments, orders, why it is empty, what an act has done."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from reviewer_app.domain.annotations.annotation import AnchorState, Annotation, Direction, Kind, MarkStyle, WholePlace
from reviewer_app.domain.annotations.listing import Order
from reviewer_app.domain.reviews.permissions import Role
from reviewer_app.services.annotations.words import source
from reviewer_app.ui.annotations.model import ORPHANED, SEGMENTS, AnnotationColumn, AnnotationFilter, AnnotationLine
from reviewer_app.ui.kit.button import ButtonKind
from reviewer_app.ui.kit.list_model import ALL, ListCell
from reviewer_app.ui.kit.text import counted
from reviewer_app.ui.kit.translated import Translated

if TYPE_CHECKING:
    from reviewer_app.services.annotations.editing import Listed
    from reviewer_app.ui.shell.messages import Messages

EVERY = "every"
"""The button that shows the annotations of all applications."""

_LONGEST = 300
"""Characters of a quote that a row is given; no row shows more."""


class AnnotationListWords(Translated):
    """Words what the store holds."""

    def __init__(self, messages: "Messages") -> None:
        """Speak the language of `messages`."""
        self._messages = messages

    def heads(self) -> dict[AnnotationColumn, str]:
        """Return the columns with their heads, in their order."""
        return {
            AnnotationColumn.KIND: self.tr("Art"),
            AnnotationColumn.PLACE: self.tr("Stelle"),
            AnnotationColumn.WORDS: self.tr("Wortlaut und Notiz"),
            AnnotationColumn.CRITERIA: self.tr("Kriterium"),
            AnnotationColumn.AUTHOR: self.tr("Von"),
            AnnotationColumn.TAGS: self.tr("Schlagwörter"),
            AnnotationColumn.PRIVATE: self.tr("Sichtbar"),
        }

    def orders(self) -> dict[Order, str]:
        """Return the orders with their words."""
        return {
            Order.PLACE: self.tr("Stelle"),
            Order.KIND: self.tr("Art"),
            Order.CRITERION: self.tr("Kriterium"),
            Order.AUTHOR: self.tr("Person"),
            Order.CHANGED: self.tr("Änderung"),
            Order.CREATED: self.tr("Entstehung"),
        }

    def segments(self, counts: Mapping[str, int]) -> dict[str, str]:
        """Return the words of the segments that hold something, and of the whole."""
        words = {ALL: self.tr("Alle"), ORPHANED: self.tr("Ohne Stelle")}
        words |= {kind.value: self._kind(kind) for kind in Kind}
        return {key: f"{words[key]} {counts.get(key, 0)}" for key in SEGMENTS if key == ALL or counts.get(key)}

    def line(self, listed: "Listed", number: str) -> AnnotationLine:
        """Return the line of an annotation; `number` names its application where it should."""
        one = listed.annotation
        kind, place, criteria = (
            self._kind(one.kind),
            source(one, self._messages.language, listed.label),
            self._criteria(one),
        )
        quote, note = self.quote(one), " ".join(one.note[:_LONGEST].split())
        first, second = (quote, note) if quote else (note or self._nameless(one), "")
        orphaned = one.state is AnchorState.ORPHANED
        state = self.tr("ohne Stelle") if orphaned else self.tr("Wortlaut geändert") if one.reworded else ""
        below = state or number
        seen = self.tr("privat") if one.private else ""
        tags = ", ".join(one.tags)
        facts = (place, state, number, criteria.text, listed.author, tags, seen)
        cells = {
            AnnotationColumn.KIND: ListCell(kind),
            AnnotationColumn.PLACE: ListCell(place, below, strong=True, second_tone="warn" if state else "text2"),
            AnnotationColumn.WORDS: ListCell(first, second, second_tone="text2"),
            AnnotationColumn.CRITERIA: criteria,
            AnnotationColumn.AUTHOR: ListCell(listed.author, tone="text2"),
            AnnotationColumn.TAGS: ListCell(tags, tone="text2"),
            AnnotationColumn.PRIVATE: ListCell(seen, icon="lock" if one.private else "", tone="text2"),
        }
        narrow = ListCell(first, " · ".join(part for part in facts if part))
        return AnnotationLine(one.id, one.kind, cells, narrow)

    def _criteria(self, one: Annotation) -> ListCell:
        """Return the criteria of one direction in a line, at most two lines."""
        said = {Direction.FOR: self.tr("dafür"), Direction.AGAINST: self.tr("dagegen"), Direction.NONE: ""}
        words = [f"{link.criterion} {said[link.direction]}".strip() for link in one.links]
        if len(words) <= 1:
            return ListCell("".join(words))
        if one.direction is not Direction.NONE or not any(link.direction is not Direction.NONE for link in one.links):
            keys = ", ".join(link.criterion for link in one.links)
            return ListCell(keys, said[one.direction])
        return ListCell(words[0], ", ".join(words[1:]), second_tone="text")

    def quote(self, one: Annotation) -> str:
        """Return the marked words in quotation marks; empty where there are none."""
        words = " ".join(one.quote.text[:_LONGEST].split())
        return self.tr("„{quote}“").format(quote=words) if words else ""

    def _nameless(self, one: Annotation) -> str:
        if isinstance(one.target, WholePlace):
            return self.tr("der ganze Antrag")
        return self.tr("Rechteck") if one.style is MarkStyle.AREA else self.tr("ganze Seite")

    def _kind(self, kind: Kind) -> str:
        return self._messages.word(f"annotation.kind.{kind.value}")

    def count(self, n: int) -> str:
        """Return how many annotations there are."""
        return counted(n, self.tr("1 Anmerkung"), self.tr("{n} Anmerkungen"))

    def summary(self, shown: int, total: int, chosen: int) -> str:
        """Return what the line under the list says."""
        words = self.count(total) if shown == total else self.tr("{n} von {total} Anmerkungen").format(
            n=shown, total=total
        )  # fmt: skip
        return f"{words} · " + self.tr("{n} ausgewählt").format(n=chosen) if chosen > 1 else words

    def empty(
        self, wanted: AnnotationFilter, within: int, every: int, role: str
    ) -> tuple[tuple[str, ...], dict[str, tuple[str, ButtonKind]]]:
        """Say why nothing is in sight (title, text, icon), and what leads on.

        `within` is how many annotations the application has, `every` how many the round.
        """
        if within:
            return (self.no_fit(wanted),), {"reset_filter": (self.tr("Filter zurücksetzen"), ButtonKind.LINK)}
        text = self.tr(
            "Markieren Sie beim Lesen eine Textstelle und drücken Sie F. Sie erscheint dann in dieser Liste."
        )
        if role != Role.REVIEWER.value:
            text = self.tr("Anmerkungen der Gutachter:innen erscheinen hier, sobald deren Gutachten eingereicht ist.")
        buttons = {"go_applications": (self.tr("Zu den Anträgen"), ButtonKind.LINK)}
        if every:
            buttons = {EVERY: (self.tr("Anmerkungen aller Anträge zeigen"), ButtonKind.LINK)}
        return (self.tr("Noch keine Anmerkungen"), text, "pencil"), buttons

    def no_fit(self, wanted: AnnotationFilter) -> str:
        """Say that nothing fits a filter."""
        if wanted.text:
            return self.tr("Keine Anmerkung passt auf „{text}“").format(text=wanted.text)
        if wanted.segment == ORPHANED:
            return self.tr("Alle Anmerkungen haben ihre Stelle.")
        return self.tr("Keine Anmerkung passt auf den Filter.")

    def removed(self, n: int) -> str:
        """Say that annotations were deleted."""
        return counted(n, self.tr("Anmerkung gelöscht"), self.tr("{n} Anmerkungen gelöscht"))

    def linked(self, n: int, criterion: str) -> str:
        """Say that annotations were linked."""
        one, several = self.tr("Anmerkung mit {key} verknüpft"), self.tr("{n} Anmerkungen mit {key} verknüpft")
        return counted(n, one, several, key=criterion)

    def unlinked(self, n: int) -> str:
        """Say that annotations were taken from their criteria."""
        one, several = (
            self.tr("Anmerkung von ihren Kriterien gelöst"),
            self.tr("{n} Anmerkungen von ihren Kriterien gelöst"),
        )
        return counted(n, one, several)

    def confirmed(self, n: int) -> str:
        """Say that changed words were taken note of."""
        several = self.tr("Geänderter Wortlaut von {n} Anmerkungen bestätigt")
        return counted(n, self.tr("Geänderter Wortlaut bestätigt"), several)

    def hidden(self, n: int, *, private: bool) -> str:
        """Say that annotations became private or visible."""
        if private:
            one, several = self.tr("Anmerkung nur für Sie sichtbar"), self.tr("{n} Anmerkungen nur für Sie sichtbar")
        else:
            one, several = self.tr("Anmerkung gehört zum Gutachten"), self.tr("{n} Anmerkungen gehören zum Gutachten")
        return counted(n, one, several)

    def authors(self, listed: "Sequence[Listed]") -> dict[str, str]:
        """Return who made annotations, by key, in the order of names."""
        found = {one.annotation.author or "": one.author or self.tr("ohne Namen") for one in listed}
        named = {key: words for key, words in found.items() if key}
        return dict(sorted(named.items(), key=lambda pair: pair[1].casefold()))
