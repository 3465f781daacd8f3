"""The words of the find bar: how many hits, which one, and what a reader has to know about them."""

from dataclasses import dataclass

from PySide6.QtCore import QObject


@dataclass(frozen=True, slots=True)
class Told:
    """What stands: hits of the paper in sight, and counts by annex where all are searched.

    `key` is empty for the form; `silent` counts pages without words; `turned` says that finding began anew at the other
    end, `goes_on` that another annex was opened for it; `apart` that words stand apart as in a search of the round.
    """

    key: str = ""
    title: str = ""
    is_asked: bool = False
    can_find: bool = True
    count: int = 0
    current: int = -1
    is_whole: bool = True
    has_words: bool = True
    silent: int = 0
    apart: bool = False
    turned: bool = False
    goes_on: bool = False
    in_all: bool = False
    counts: tuple[int, ...] = ()
    unread: int = 0
    all_whole: bool = True


class FindingWords(QObject):
    """Words what stands, with the tone of each sentence."""

    def count(self, told: Told) -> tuple[str, str]:
        """Return how many hits there are."""
        if not told.is_asked or not told.can_find:
            return "", "text2"
        more = "" if told.is_whole else " …"
        if told.count:
            if told.current < 0:
                one = self.tr("1 Treffer") if told.count == 1 else self.tr("{count} Treffer")
                return one.format(count=told.count) + more, "text"
            words = self.tr("{n} von {count}").format(n=told.current + 1, count=told.count)
            return words + more, "text"
        if not told.is_whole:
            return self.tr("sucht …"), "text2"
        return (self.tr("nicht gefunden") if told.has_words else self.tr("kein Text")), "warn"

    def note(self, told: Told) -> tuple[str, str]:
        """Return what else is to be known; empty for nothing."""
        parts = [*self._about_paper(told), *self._about_all(told)]
        tone = "warn" if not told.has_words or not told.can_find else "text2"
        return " · ".join(parts), tone

    def _about_paper(self, told: Told) -> list[str]:
        if not told.can_find:
            return [self.tr("Diese Unterlage hat keinen Text, in dem sich suchen lässt.")]
        if not told.has_words:
            words = self.tr(
                "{key} hat keine Textebene: Suchen geht hier nicht, Fundstellen bleiben als Ausschnitt möglich."
            )
            return [words.format(key=told.key)]
        parts = []
        if told.goes_on:
            parts.append(self.tr("Weiter in {title}").format(title=told.title))
        elif told.turned:
            parts.append(self.tr("Von vorn begonnen") if told.current == 0 else self.tr("Vom Ende her begonnen"))
        if told.apart and told.is_asked:
            parts.append(self.tr("Wörter einzeln, wie in der Suche über alles"))
        if told.silent and told.is_asked and told.is_whole:
            one = self.tr("1 Seite ohne Textebene") if told.silent == 1 else self.tr("{n} Seiten ohne Textebene")
            parts.append(one.format(n=told.silent))
        return parts

    def _about_all(self, told: Told) -> list[str]:
        if not told.in_all or not told.is_asked:
            return []
        parts = []
        total, annexes = sum(told.counts), len(told.counts)
        if annexes:
            several = self.tr("{count} Treffer in {n} Anlagen")
            one = self.tr("1 Treffer in 1 Anlage") if total == 1 else self.tr("{count} Treffer in 1 Anlage")
            parts.append((several if annexes > 1 else one).format(count=total, n=annexes))
        elif told.all_whole and not told.unread:
            parts.append(self.tr("In keiner Anlage gefunden"))
        if told.unread:
            wait = self.tr("1 Anlage wird noch eingelesen")
            waiting = self.tr("{n} Anlagen werden noch eingelesen")
            parts.append((wait if told.unread == 1 else waiting).format(n=told.unread))
        return parts
