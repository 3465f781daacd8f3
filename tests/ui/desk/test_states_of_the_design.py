"""Every text of the design's table of states: there in both languages, produced by a test, drawn in a picture."""

import importlib
import re
from dataclasses import dataclass
from functools import cache

import pytest

import resources
import resources.messages as words
from reviewer_app.ui.shell.translation import read_ts
from tests.shots import SHOTS

NB = "n.\u00a0b."


@dataclass(frozen=True)
class State:
    """Its texts and buttons as the design words them, the test that produces it, and its picture."""

    texts: tuple[str, ...]
    produced: str
    picture: str


STATES = {
    "list empty": State(
        (
            "Noch keine Anträge",
            "Die Geschäftsstelle schickt Ihnen ein Paket. Öffnen Sie es hier.",
            "Paket importieren …",
            "Demo-Runde öffnen",
        ),
        "desk.test_texts_of_the_design:test_an_empty_list",
        "antraege-leer",
    ),
    "filter empty": State(
        ("Kein Antrag passt auf „Textil“ in „Eingereicht“", "Filter zurücksetzen"),
        "desk.test_texts_of_the_design:test_a_filter_that_nothing_fits",
        "antraege-ohne-treffer",
    ),
    "no passages": State(
        ("Noch keine Fundstelle. Text im Dokument markieren, dann F.",),
        "reading.test_evidence:test_without_a_passage_the_way_to_one_is_said_whole",
        "lesen-entwurf",
    ),
    "no reviews": State(
        ("Noch keine Gutachten", "Importieren Sie die Pakete der Gutachter:innen.", "Gutachten importieren …"),
        "consolidation.test_release:test_without_reviews_the_page_offers_to_read_them_in",
        "konsolidierung-leer",
    ),
    "nothing disputed": State(
        ("✓ Kein Klärungsbedarf. 20 Werte liegen höchstens 1,5 auseinander.",),
        "consolidation.test_words:test_nothing_disputed_says_how_near_the_scores_are",
        "konsolidierung-einig",
    ),
    "not saved": State(
        (
            "Nicht gespeichert seit 14:32",
            "Der Datenträger ist voll.",
            "Der Datenträger ist voll. Ihre Eingaben sind noch da; Votum versucht es alle 10\u00a0Sekunden.",
            "Kopie sichern …",
        ),
        "shell.test_saving:test_a_full_disk_is_a_band_until_there_is_room",
        "stoerungen",
    ),
    "file in use": State(
        (
            "Die Arbeitsdatei ist schon geöffnet. Auf diesem Gerät seit 09:12. Bitte schließen Sie „x“ dort.",
            "Nur lesen",
        ),
        "shell.test_saving:test_a_file_that_is_open_elsewhere_can_be_read",
        "schon-geoeffnet",
    ),
    "file from the future": State(
        (
            (
                "Diese Datei stammt aus einer neueren Fassung von Votum. Zum Öffnen von „x“ wird eine neuere Fassung "
                "gebraucht. Nichts wurde verändert."
            ),
        ),
        "shell.test_saving:test_a_file_from_the_future_is_left_alone",
        "neuere-fassung",
    ),
    "wrong password": State(
        ("Das Kennwort passt nicht", "Groß- und Kleinschreibung zählt.", "Nochmals", "Abbrechen"),
        "reading.test_annexes:test_a_protected_pdf_asks_for_its_password_once",
        "lesen-kennwort-falsch",
    ),
    "no text layer": State(
        (
            "A06 hat keine Textebene. Markieren geht nur als Rechteck, Suchen gar nicht. Fundstellen bleiben möglich.",
            "Mehr",
        ),
        "reading.test_reading_annexes:test_papers_are_listed_with_what_is_odd_and_what_is_missing",
        "lesen-ohne-text",
    ),
    "PDF locked": State(
        (
            "A09 ist mit Kennwort geschützt",
            "Das Kennwort steht nicht im Paket. Bitte bei der Geschäftsstelle nachfragen.",
            "Kennwort eingeben …",
            f"Als „{NB}“ vermerken",
        ),
        "reading.test_annexes:test_a_protected_pdf_asks_for_its_password_once",
        "lesen-gesperrt",
    ),
    "active content": State(
        ("A12 enthält ausführbaren Inhalt. Er wird nicht ausgeführt. Der Text ist lesbar.",),
        "reading.test_annex_notice:test_the_first_sentence_of_a_note_is_its_title",
        "lesen-aktiv",
    ),
    "field error": State(
        ("Diesen Tag gibt es nicht. Beispiel: 28.02.2027",),
        "desk.test_texts_of_the_design:test_a_day_that_does_not_exist",
        "neue-runde-fehler",
    ),
    "unexpected error": State(
        (
            "Das hat nicht geklappt",
            "Ihre Arbeit ist gespeichert.",
            "Der Bericht enthält keine Inhalte aus Anträgen.",
            "Bericht ansehen …",
            "Weiter",
        ),
        "desk.test_texts_of_the_design:test_an_unexpected_error_offers_its_report",
        "stoerungen",
    ),
    "reopen": State(
        (
            "Gutachten wieder öffnen?",
            "Das bisherige bleibt als Fassung 1 erhalten. Warum öffnen Sie es?",
            "Wieder öffnen",
            "Zurück",
        ),
        "reading.test_reading_dialogs:test_opening_again_says_what_is_kept_and_asks_why",
        "wieder-oeffnen",
    ),
    "cancel import": State(
        ("Abgebrochen. Nichts wurde geändert.",),
        "desk.test_texts_of_the_design:test_cancelled_work_says_that_nothing_was_changed",
        "abgebrochen",
    ),
    "undo note": State(
        ("Fundstelle von B3 gelöst", "Rückgängig"),
        "desk.test_texts_of_the_design:test_an_undo_note_takes_back_and_shows_the_place_without_a_step_of_its_own",
        "ruecknahme",
    ),
}
LATER = {
    "no session": "there are no sessions yet",
    "gate locked": "the statement of conflicts is not asked for yet",
    "bundle damaged": "reviews do not come as bundles with a seal yet",
    "seal": "reviews are handed in without a seal; the dialog of handing in says what follows",
    "excluded": "the statement of conflicts is not asked for yet",
    "delete package": "packages are not deleted yet",
}


@cache
def both_languages() -> tuple[tuple[str, str], ...]:
    """Return every text of the program, German and English."""
    pairs = [(forms["de"], forms["en"]) for forms in words.entries().values()]
    pairs += [(source, there) for (_, source), there in read_ts(resources.path("i18n", "votum_en.ts")).items()]
    return tuple(pairs)


def fits(text: str, source: str) -> bool:
    """Say whether a text is a source string with its gaps filled."""
    pattern = ".+".join(re.escape(part) for part in re.split(r"\{\w+\}", source))
    return bool(source.strip("{}")) and re.fullmatch(pattern, text) is not None


@pytest.mark.parametrize("state", STATES)
def test_each_text_stands_in_both_languages(state: str) -> None:
    assert STATES[state].texts
    for text in STATES[state].texts:
        english = [there for source, there in both_languages() if fits(text, source)]
        assert english, text
        assert all(there and there != text for there in english), text


@pytest.mark.parametrize("state", STATES)
def test_each_state_is_produced_and_drawn(state: str) -> None:
    module, _, name = STATES[state].produced.partition(":")
    assert callable(getattr(importlib.import_module(f"tests.ui.{module}"), name))
    assert STATES[state].picture in {shot.name for shot in SHOTS}


def test_no_text_is_loud_or_sorry() -> None:
    loud = ("!", "leider", "erfolgreich", "bitte warten", "Hash", "Datenbank", "Bundle")
    assert any(state.texts for state in STATES.values())
    assert [text for state in STATES.values() for text in state.texts for sign in loud if sign in text] == []


def test_what_is_not_there_yet_says_why() -> None:
    assert len(STATES) + len(LATER) == 23
    assert all(LATER.values())
