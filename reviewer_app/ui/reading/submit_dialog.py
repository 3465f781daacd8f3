"""Hand in: what is still to do with links, what is worth knowing, one's own result once all is scored, what follows."""

from collections.abc import Sequence
from fractions import Fraction
from typing import TYPE_CHECKING, ClassVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from reviewer_app.domain import display
from reviewer_app.domain.catalogue import NotAssessable
from reviewer_app.domain.consolidation import review_total
from reviewer_app.domain.review import LONG_TEXT, Gap, Missing
from reviewer_app.domain.scoring import evaluate
from reviewer_app.ui.kit.button import Button, Kind
from reviewer_app.ui.kit.painting import Glyph
from reviewer_app.ui.kit.sign import Sign
from reviewer_app.ui.kit.text import Panel, Text, some_of
from reviewer_app.ui.scoring.point_words import points_of
from reviewer_app.ui.shell.dialog import Dialog

if TYPE_CHECKING:
    from reviewer_app.services.reviewing import Reading
    from reviewer_app.ui.kit.theme import Theme

_MOST_KEYS = 12


class SubmitDialog(Dialog):
    """Shows one reading; `answer` is SUBMIT, GO_ON, a criterion's key, or empty."""

    SUBMIT: ClassVar[str] = "submit"
    GO_ON: ClassVar[str] = "go on"

    def __init__(self, theme: "Theme", parent: QWidget, reading: "Reading", language: str) -> None:
        """Show what is missing; while something is, the primary button goes on with scoring."""
        complete = not reading.missing
        title = QCoreApplication.translate("SubmitDialog", "Gutachten einreichen")
        go_on = QCoreApplication.translate("SubmitDialog", "Weiter bewerten")
        back = QCoreApplication.translate("SubmitDialog", "Zurück")
        super().__init__(theme, parent, title, 560, title if complete else go_on, back if complete else "")
        self.answer = ""
        self._reading = reading
        self._language = language
        self._complete = complete
        if not complete:
            later = Button(theme, title)
            later.setEnabled(False)
            later.setAccessibleDescription(self.tr("Das wird möglich, sobald nichts mehr fehlt."))
            self.foot.insertWidget(self.foot.indexOf(self.accept_button), later)
        running = reading.running
        done = self.tr("{n} von {total} erledigt").format(n=running.answered, total=running.total)
        self.body.addWidget(Text(f"{reading.application.name} · {done}", "body", "text2", wrap=True))
        self._add_missing()
        self._add_notes()
        self._add_result()
        self._add_outlook()

    # Parts

    def _add_missing(self) -> None:
        missing = self._reading.missing
        unscored = [one for one in missing if one.gap is Gap.SCORE]
        unreasoned = [one for one in missing if one.gap is Gap.RATIONALE]
        long = [one for one in missing if one.gap is Gap.LENGTH]
        lines: list[QWidget] = []
        if unscored:
            n = len(unscored)
            title = self.tr("1 Kriterium ohne Wert") if n == 1 else self.tr("{n} Kriterien ohne Wert").format(n=n)
            keys = [one.criterion for one in unscored]
            shown, whole = some_of(keys, _MOST_KEYS), ", ".join(keys)
            lines.append(self._line(Glyph.TRIANGLE, "warn", title, shown, keys[0], whole if whole != shown else ""))
        said = self.tr("Begründung zu {key} fehlt")
        lines += [
            self._line(Glyph.TRIANGLE, "warn", said.format(key=one.criterion), self._why(one), one.criterion)
            for one in unreasoned
        ]
        lines += [self._line(Glyph.TRIANGLE, "warn", self._length(one), "", one.criterion) for one in long]
        self._add_card(self.tr("Noch zu tun"), lines)

    def _length(self, one: Missing) -> str:
        words = self.tr("Begründung zu {key}: {count} Zeichen, höchstens {most}")
        count, most = (display.number(Fraction(number), 0, self._language) for number in (one.count, LONG_TEXT))
        return words.format(key=one.criterion, count=count, most=most)

    def _why(self, one: Missing) -> str:
        value = display.score(one.value, self._language)
        minimum = self._reading.catalogue.criterion(one.criterion).minimum
        if isinstance(one.value, NotAssessable):
            return self.tr("„nicht beurteilbar“ braucht eine Begründung.")
        if minimum is not None and one.value is not None and one.value < minimum:
            words = self.tr(
                "{key} liegt mit {value} unter dem Mindestwert {minimum}. Dazu ist eine Begründung Pflicht."
            )
            return words.format(key=one.criterion, value=value, minimum=display.score(minimum, self._language))
        return self.tr("Zum Wert {value} ist eine Begründung Pflicht.").format(value=value)

    def _add_notes(self) -> None:
        review = self._reading.review
        lines: list[QWidget] = []
        for criterion in self._reading.catalogue.criteria if review else ():
            value = review.value(criterion.key) if review else None
            if isinstance(value, NotAssessable) and review and review.rationale(criterion.key).strip():
                title = self.tr("{key} „nicht beurteilbar“ ist begründet").format(key=criterion.key)
                lines.append(self._line(Glyph.CHECK, "ok", title, "", ""))
        self._add_card(self.tr("Zur Kenntnis"), lines)

    def _add_result(self) -> None:
        reading, language = self._reading, self._language
        if reading.review is None or any(one.gap is Gap.SCORE for one in reading.missing):
            return
        catalogue = reading.catalogue
        total, _ = review_total(catalogue, reading.review)
        if total is None:
            text = self.tr("Ohne Gesamtwert, weil ein Kriterium nicht beurteilbar ist.")
        else:
            values = {one.key: reading.review.value(one.key) for one in catalogue.criteria}
            agreed = {key: value for key, value in values.items() if not isinstance(value, NotAssessable)}
            formal = sum(one.is_open for one in reading.formal)
            rule = evaluate(catalogue, reading.application.procedure, agreed, formal).suggestion.rule
            _, totals = catalogue.thresholds()
            points = display.points(total, totals, language)
            maximum = display.number(catalogue.maximum, 0, language)
            text = points_of(points, maximum)
            if rule is not None:
                text += f" · {rule.id} {rule.name.read(language)}"
        self._add_card(self.tr("Ihr Ergebnis nach Katalog"), [self._line(Glyph.RING, "info", text, "", "")])

    def _add_outlook(self) -> None:
        self.body.addWidget(Text(self.tr("So geht es weiter"), "label", "text2"))
        first = self.tr("Ihr Gutachten wird eingereicht und ist danach nur lesbar.")
        second = "" if self._complete else self.tr("Das wird möglich, sobald nichts mehr fehlt.")
        third = self.tr("Mit Begründung können Sie es wieder öffnen.")
        self.body.addWidget(Text(" ".join(part for part in (first, second, third) if part), "body", "text2", wrap=True))

    # Lines

    def _add_card(self, title: str, lines: Sequence[QWidget]) -> None:
        if not lines:
            return
        self.body.addWidget(Text(title, "label", "text2"))
        card = Panel("raised", "card")
        column = QVBoxLayout(card)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for line in lines:
            column.addWidget(line)
        self.body.addWidget(card)

    def _line(self, glyph: Glyph, tone: str, title: str, text: str, key: str, whole: str = "") -> QWidget:
        """Make a line; `whole` says in its tooltip what `text` had to leave out."""
        theme, line = self.theme, QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(theme.em(12), theme.em(8), theme.em(12), theme.em(8))
        row.setSpacing(theme.em(10))
        row.addWidget(Sign(theme, glyph, tone))
        words = QVBoxLayout()
        words.setSpacing(theme.em(2))
        words.addWidget(Text(title, "strong", wrap=True))
        if text:
            second = Text(text, "small", "text2", wrap=True)
            second.setToolTip(whole)
            words.addWidget(second)
        row.addLayout(words, 1)
        if key:
            link = Button(theme, self.tr("Zu {key}").format(key=key), Kind.LINK)
            link.setObjectName(key)
            link.clicked.connect(self._on_link_clicked)
            row.addWidget(link)
        return line

    def _on_link_clicked(self) -> None:
        sender = self.sender()
        self.answer = sender.objectName() if sender is not None else ""
        self.done(0)

    @classmethod
    def ask(cls, theme: "Theme", parent: QWidget, reading: "Reading", language: str) -> str:
        """Show it; return SUBMIT, GO_ON with what is missing, a criterion that was linked to, or nothing."""
        dialog = cls(theme, parent, reading, language)
        accepted = bool(dialog.exec())
        if dialog.answer or not accepted:
            return dialog.answer
        return cls.GO_ON if reading.missing else cls.SUBMIT
