"""The row above a paper that is odd: sign, title, what it means."""

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from reviewer_app.ui.kit.text import Text
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.reading.annexes.annex_bar import AnnexNotice


def test_the_first_sentence_of_a_note_is_its_title(theme: Theme, qtbot: QtBot) -> None:
    notice = AnnexNotice(theme)
    qtbot.addWidget(notice)
    notice.show_notes(
        ("A12 enthält ausführbaren Inhalt. Er wird nicht ausgeführt. Der Text ist lesbar.", "leere Seite: 3")
    )
    said = [(one.text(), one.property("role")) for one in notice.findChildren(Text) if one.isVisibleTo(notice)]
    assert said == [
        ("A12 enthält ausführbaren Inhalt", "strong"),
        ("Er wird nicht ausgeführt. Der Text ist lesbar.", "small"),
        ("leere Seite: 3", "strong"),
    ]
    signs = [one for one in notice.findChildren(QLabel) if not one.pixmap().isNull() and one.isVisibleTo(notice)]
    assert [one.accessibleName() for one in signs] == ["Hinweis", "Hinweis"]
    topics: list[str] = []
    notice.help_wanted.connect(topics.append)
    assert not notice._more.isVisible()
    notice.show_notes(("A06 hat keine Textebene. Suchen geht nicht.",), "finding")
    notice._more.click()
    assert (notice._more.text(), topics) == ("Mehr", ["finding"])
    notice.show_room(shown=False)
    assert not notice.isVisible()
    notice.show_room(shown=True)
    notice.show_notes(())
    assert not notice.isVisible()
