"""The window speaks English: every text has a translation that keeps its places, and Qt asks for it."""

import re

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QLabel

import resources
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.shell import translation
from reviewer_app.ui.shell.action_table import ROWS
from reviewer_app.ui.shell.actions import key_label
from reviewer_app.ui.shell.menu_row import SearchField
from tools import translations

_PLACES = re.compile(r"\{\w+\}")


def test_every_text_has_an_english_translation() -> None:
    known = translations.translations()
    assert translations.sources()
    assert [message for message in translations.sources() if message not in known] == []


def test_every_row_of_the_action_table_has_an_english_translation() -> None:
    known = translations.translations()
    assert len(ROWS) > 1
    assert [row.id for row in ROWS if ("actions", row.text) not in known] == []


def test_translations_keep_the_places_to_fill() -> None:
    wrong = {
        message: text
        for message, text in translations.translations().items()
        if sorted(_PLACES.findall(message[1])) != sorted(_PLACES.findall(text))
    }
    assert wrong == {}


def test_the_file_holds_nothing_that_is_gone() -> None:
    assert set(translations.translations()) - set(translations.sources()) == set()


def test_german_texts_have_no_exclamation_mark_and_no_straight_quotes() -> None:
    assert translations.sources()
    assert [text for _, text in translations.sources() if "!" in text or '"' in text] == []


def test_german_texts_never_break_before_percent_or_within_nb() -> None:
    assert translations.sources()
    assert [text for _, text in translations.sources() if re.search(r"n\. b\.|\d %", text)] == []


def test_english_is_installed_and_removed(qapp: QApplication, theme: Theme) -> None:
    del qapp
    kept = translation.install("en")
    field = SearchField(theme)
    assert field.text() == "Search or command"
    assert QCoreApplication.translate("needs", "Es ist keine Arbeitsdatei geöffnet.") == "No workspace is open."
    assert key_label("Ctrl+K") == "Ctrl K"
    translation.remove(kept)
    field.deleteLater()
    assert SearchField(theme).text() == "Suchen oder Befehl"


def test_words_that_are_alike_in_both_languages_do_not_vanish(qapp: QApplication) -> None:
    del qapp
    kept = translation.install("en")

    class SpreadAxis(QLabel):
        """Bears the name of a context in which a word is its own translation."""

    label = SpreadAxis()
    assert label.tr("Median") == "Median"
    assert label.tr("not in the file") == "not in the file"
    translation.remove(kept)
    label.deleteLater()


def test_reading_the_file_gives_finished_messages_only() -> None:
    found = translation.read_ts(resources.path("i18n", "votum_en.ts"))
    assert found["StartPage", "Fortsetzen"] == "Continue"
    assert all(found.values())
