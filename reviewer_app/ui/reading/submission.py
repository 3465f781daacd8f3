"""Hand a review in, open it again, or enter one for somebody else: what is asked, and what is done then."""

from collections.abc import Sequence
from fractions import Fraction
from functools import partial
from typing import TYPE_CHECKING, ClassVar, override

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtWidgets import QApplication, QButtonGroup, QComboBox, QWidget

from reviewer_app.domain import locale
from reviewer_app.domain.ids import PersonId
from reviewer_app.domain.reviews.consolidation import review_total
from reviewer_app.domain.reviews.review import LONG_TEXT, Gap, Missing, Review, ReviewOrigin
from reviewer_app.domain.reviews.scoring import evaluate
from reviewer_app.domain.scale import NotAssessable
from reviewer_app.services.changes import Outcome
from reviewer_app.services.reviews import reviewing
from reviewer_app.services.reviews.reviewing import Reading, Stored
from reviewer_app.ui.kit.button import Button, ButtonKind
from reviewer_app.ui.kit.choices import RadioButton
from reviewer_app.ui.kit.fields import LabelledField
from reviewer_app.ui.kit.layout import ColumnLayout, RowLayout
from reviewer_app.ui.kit.painting import Glyph
from reviewer_app.ui.kit.status_chip import GlyphIcon
from reviewer_app.ui.kit.text import Panel, Text, counted, some_of
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.scoring.words import CriterionWords, points_of
from reviewer_app.ui.shell.dialog import Dialog, QuestionDialog
from reviewer_app.ui.shell.operations import SaveState, SaveStatus

if TYPE_CHECKING:
    from reviewer_app.ui.reading.page import ReadingPage
    from reviewer_app.ui.shell.context import Context

_MOST_KEYS = 12


class SubmitDialog(Dialog):
    """Hand in: what is still to do with links, what is worth knowing, one's own result, what follows.

    `answer` is SUBMIT, GO_ON, a criterion's key, or empty.
    """

    SUBMIT: ClassVar[str] = "submit"
    GO_ON: ClassVar[str] = "go on"

    def __init__(self, theme: Theme, parent: QWidget, reading: Reading, language: str) -> None:
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
            later.setAccessibleDescription(self.tr("Das Einreichen ist möglich, sobald nichts mehr fehlt."))
            self.foot.insertWidget(self.foot.indexOf(self.accept_button), later)
        done = CriterionWords(reading.catalogue, language).standing(reading.running, reading.missing).done
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
            title = counted(len(unscored), self.tr("1 Kriterium ohne Wert"), self.tr("{n} Kriterien ohne Wert"))
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
        count, most = (locale.number(Fraction(number), 0, self._language) for number in (one.count, LONG_TEXT))
        return words.format(key=one.criterion, count=count, most=most)

    def _why(self, one: Missing) -> str:
        catalogue = self._reading.catalogue
        criterion, decimals = catalogue.criterion(one.criterion), catalogue.scale.decimals
        value = locale.score(one.value, self._language, decimals)
        if isinstance(one.value, NotAssessable):
            return self.tr("Zu „nicht beurteilbar“ ist eine Begründung Pflicht.")
        if criterion.is_missed_by(one.value):
            words = self.tr(
                "{key} liegt mit {value} unter dem Mindestwert {minimum}. Dazu ist eine Begründung Pflicht."
            )
            minimum = locale.score(criterion.minimum, self._language, decimals)
            return words.format(key=one.criterion, value=value, minimum=minimum)
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
            text = self.tr("Ohne Gesamtwert, weil mindestens ein Kriterium nicht beurteilbar ist.")
        else:
            values = {one.key: reading.review.value(one.key) for one in catalogue.criteria}
            agreed = {key: value for key, value in values.items() if not isinstance(value, NotAssessable)}
            formal = sum(one.is_open for one in reading.formal)
            rule = evaluate(catalogue, reading.application.procedure, agreed, formal).suggestion.rule
            _, totals = catalogue.thresholds()
            points = locale.points(total, totals, language)
            maximum = locale.number(catalogue.maximum, 0, language)
            text = points_of(points, maximum)
            if rule is not None:
                text += f" · {rule.id} {rule.name.read(language)}"
        self._add_card(self.tr("Ihr Ergebnis nach Katalog"), [self._line(Glyph.RING, "info", text, "", "")])

    def _add_outlook(self) -> None:
        self.body.addWidget(Text(self.tr("So geht es weiter"), "label", "text2"))
        first = self.tr("Ihr Gutachten wird eingereicht und ist danach nur lesbar.")
        second = "" if self._complete else self.tr("Das Einreichen ist möglich, sobald nichts mehr fehlt.")
        third = self.tr("Mit Begründung können Sie es wieder öffnen.")
        self.body.addWidget(Text(" ".join(part for part in (first, second, third) if part), "body", "text2", wrap=True))

    # Lines

    def _add_card(self, title: str, lines: Sequence[QWidget]) -> None:
        if not lines:
            return
        self.body.addWidget(Text(title, "label", "text2"))
        card = Panel("raised", "card")
        column = ColumnLayout(self.theme, gap=0, parent=card)
        for line in lines:
            column.addWidget(line)
        self.body.addWidget(card)

    def _line(self, glyph: Glyph, tone: str, title: str, text: str, key: str, whole: str = "") -> QWidget:
        """Make a line; `whole` says in its tooltip what `text` had to leave out."""
        theme, line = self.theme, QWidget()
        words = ColumnLayout(theme, Text(title, "strong", wrap=True), gap=2)
        if text:
            second = Text(text, "small", "text2", wrap=True)
            second.setToolTip(whole)
            words.addWidget(second)
        row = RowLayout(theme, GlyphIcon(theme, glyph, tone), (words, 1), gap=10, margins=(12, 8, 12, 8), parent=line)
        if key:
            link = Button(theme, self.tr("Zu {key}").format(key=key), ButtonKind.LINK)
            link.setObjectName(key)
            link.clicked.connect(self._on_link_clicked)
            row.addWidget(link)
        return line

    def _on_link_clicked(self) -> None:
        sender = self.sender()
        self.answer = sender.objectName() if sender is not None else ""
        self.done(0)

    @classmethod
    def ask(cls, theme: Theme, parent: QWidget, reading: Reading, language: str) -> str:
        """Show it; return SUBMIT, GO_ON with what is missing, a criterion that was linked to, or nothing."""
        dialog = cls(theme, parent, reading, language)
        accepted = bool(dialog.exec())
        if dialog.answer or not accepted:
            return dialog.answer
        return cls.GO_ON if reading.missing else cls.SUBMIT


class EnterForDialog(Dialog):
    """Asks whose review is entered that came by paper or telephone; its origin is noted with every answer."""

    def __init__(self, theme: Theme, parent: QWidget, names: Sequence[str]) -> None:
        """Offer `names`; another one may be typed."""
        title = self.tr("Gutachten für andere eintragen")
        super().__init__(theme, parent, title, 460, self.tr("Eintragen"), self.tr("Zurück"))
        text = self.tr("Für Gutachten, die auf Papier oder telefonisch eingegangen sind. Die Herkunft wird vermerkt.")
        self.body.addWidget(Text(text, "body", wrap=True))
        self.name_box = QComboBox()
        self.name_box.setEditable(True)
        self.name_box.addItems(list(names))
        self.name_box.setCurrentText("")
        self._name = LabelledField(theme, self.tr("Gutachter:in"), self.name_box)
        self._name_parts()
        self.body.addWidget(self._name)
        self.paper_button = RadioButton(theme, self.tr("auf Papier"))
        self.phone_button = RadioButton(theme, self.tr("telefonisch"))
        self.paper_button.setChecked(True)
        self._group = QButtonGroup(self)
        row = RowLayout(theme)
        for button in (self.paper_button, self.phone_button):
            self._group.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.name_box.setFocus()

    def _name_parts(self) -> None:
        """Name what the box is made of: its field has the focus, and its list is a window of its own."""
        box, known = self.name_box, self.tr("Bekannte Gutachter:innen")
        if (edit := box.lineEdit()) is not None:
            edit.setAccessibleName(self.tr("Gutachter:in"))
        for part in (box.view(), box.view().window()):
            part.setAccessibleName(known)

    @property
    def answer(self) -> tuple[str, ReviewOrigin]:
        """The name and the origin."""
        origin = ReviewOrigin.PHONE if self.phone_button.isChecked() else ReviewOrigin.PAPER
        return self.name_box.currentText().strip(), origin

    @override
    def accept(self) -> None:
        """Close only with a name."""
        if not self.answer[0]:
            self._name.show_error(self.tr("Bitte nennen Sie einen Namen."))
            return
        super().accept()

    @classmethod
    def ask(cls, theme: Theme, parent: QWidget, names: Sequence[str]) -> tuple[str, ReviewOrigin] | None:
        """Ask; None when the person went back."""
        dialog = cls(theme, parent, names)
        return dialog.answer if dialog.exec() else None


class SubmissionPresenter(QObject):
    """Asks and carries out.

    `review_changed` says that the store has another state, `criterion_wanted` carries a key that a dialog linked to,
    `next_wanted` the number of the application to review next, `person_chosen` (PersonId or None for oneself, origin).
    """

    review_changed = Signal()
    criterion_wanted = Signal(str)
    next_wanted = Signal(str)
    person_chosen = Signal(object, object)

    def __init__(self, context: "Context", page: "ReadingPage", parent: QObject) -> None:
        """Ask over `page`."""
        super().__init__(parent)
        self._context = context
        self._page = page
        self._wanted: tuple[str, PersonId | None] | None = None
        self._open = ""
        self._origin = ReviewOrigin.PAPER
        context.operations.save_state_changed.connect(self._on_operations_save_state_changed)

    # Hand in

    def submit(self, number: str, reviewer: PersonId | None, criterion: str) -> None:
        """Show what is missing or hand in, once everything entered is stored; `criterion` is the one that is open."""
        self._wanted, self._open = (number, reviewer), criterion
        if not self._context.operations.unsaved:
            self._read()

    def forget(self) -> None:
        """Ask nothing any more that had to wait: another application is in sight."""
        self._wanted = None

    def _on_operations_save_state_changed(self, state: SaveState) -> None:
        if self._is_elsewhere:
            self.forget()
        if self._wanted is not None and state.status is SaveStatus.SAVED:
            self._read()

    def _read(self) -> None:
        if self._wanted is not None:
            number, reviewer = self._wanted
            self._wanted = None
            self._context.operations.run(reviewing.read, number, reviewer).done(self._on_read_done).read()

    def _on_read_done(self, reading: Reading) -> None:
        if self._is_elsewhere or QApplication.activeModalWidget() is not None:
            return  # one question at a time: whoever pressed the key twice would answer the second in vain
        context = self._context
        answer = SubmitDialog.ask(context.theme, self._page.window(), reading, context.language)
        if answer == SubmitDialog.SUBMIT:
            reviewer = _other(reading)
            run = context.operations.run(
                reviewing.submit, reading.application.id, context.now(), reviewer=reviewer
            ).done(partial(self._on_submit_done, reading))
            run.write(keep=False)
        elif answer == SubmitDialog.GO_ON:
            missing = [one.criterion for one in reading.missing]
            self.criterion_wanted.emit(self._open if self._open in missing else missing[0])
        elif answer:
            self.criterion_wanted.emit(answer)

    def _on_submit_done(self, reading: Reading, _outcome: Outcome[Stored]) -> None:
        self._context.undo.clear()
        if _other(reading) is not None:
            self._stay(self.tr("Gutachten eingereicht"))
            return
        run = self._context.operations.run(reviewing.next_to_do, reading.application.number, self._context.order)
        run.done(partial(self._on_next_to_do_done, reading.application.number)).read()

    def _on_next_to_do_done(self, number: str, following: str) -> None:
        """Go on with what is to be reviewed next, unless the person has gone elsewhere since."""
        if self._is_elsewhere or not following:
            last = self.tr("Gutachten eingereicht. Von Ihnen wird kein weiteres erwartet.")
            self._stay(self.tr("Gutachten eingereicht") if following else last)
            return
        self.next_wanted.emit(following)
        words = self.tr("Gutachten zu {number} eingereicht. Weiter mit {following}.")
        self._context.messages.note(words.format(number=number, following=following))

    def _stay(self, words: str) -> None:
        self._context.messages.note(words)
        self.review_changed.emit()

    # Open again

    def reopen(self, reading: Reading, reviewer: PersonId | None) -> None:
        """Ask for the reason and open a review again."""
        context = self._context
        edition = reading.review.edition if reading.review else 1
        text = self.tr("Das bisherige bleibt als Fassung {n} erhalten. Warum öffnen Sie es?").format(n=edition)
        words = (self.tr("Gutachten wieder öffnen?"), text, self.tr("Wieder öffnen"))
        reason = QuestionDialog.ask_reason(context.theme, self._page.window(), words, self.tr("Grund"))
        if reason:
            run = context.operations.run(
                reviewing.reopen, reading.application.id, reason, context.now(), reviewer=reviewer
            ).done(self._on_reopen_done)
            run.write(keep=False)

    def _on_reopen_done(self, _outcome: Outcome[Stored]) -> None:
        self._context.messages.note(self.tr("Gutachten wieder geöffnet"))
        self.review_changed.emit()

    # For somebody else

    def enter_for(self, reading: Reading) -> None:
        """Ask whose review it is and how it came, then begin it."""
        context = self._context
        identity = context.identity
        names = (
            [one.name for one in identity.people if reading.me is None or one.id != reading.me.id] if identity else []
        )
        answer = EnterForDialog.ask(context.theme, self._page.window(), names)
        if answer is None:
            return
        name, self._origin = answer
        run = context.operations.run(
            reviewing.begin_for, reading.application.id, name, self._origin, context.now()
        ).done(self._on_begin_for_done)
        run.write(keep=False)

    def _on_begin_for_done(self, outcome: Outcome[Review]) -> None:
        if not self._is_elsewhere:
            self.person_chosen.emit(outcome.value.reviewer.id, self._origin)

    @property
    def _is_elsewhere(self) -> bool:
        """Whether the person has gone to another page or application since."""
        return not self._page.isVisible() or self._page.is_covered


def _other(reading: Reading) -> PersonId | None:
    """Return the reviewer where it is not oneself."""
    same = reading.reviewer is None or reading.me is None or reading.reviewer.id == reading.me.id
    return None if same or reading.reviewer is None else reading.reviewer.id
