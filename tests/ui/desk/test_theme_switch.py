"""A switch of the theme at run time: no page keeps a colour of the other side; settings act at once; high contrast."""

from typing import override

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from reviewer_app.ui.desk.settings_dialog import SettingsDialog
from reviewer_app.ui.kit import tokens
from reviewer_app.ui.kit.theme import Theme
from reviewer_app.ui.kit.tokens import Scheme
from reviewer_app.ui.reading.presenter import ReadingPresenter
from reviewer_app.ui.shell import navigation
from reviewer_app.ui.shell.navigation import Place
from tests.factories import worked_case
from tests.ui.conftest import OpenCase
from tests.ui.desk_user import DeskUser

GROUNDS = ("window", "surface", "hover", "selected", "quiet", "line")
PLACES = (
    Place(navigation.APPLICATIONS),
    Place(navigation.CONSOLIDATIONS),
    Place(navigation.CONSOLIDATION, worked_case.NUMBER, "B1"),
    Place(navigation.READING, worked_case.NUMBER, "B3"),
    Place(navigation.EXPORT),
    Place(navigation.IDENTITY),
)
FEW = 40
"""Pixels that may have a colour by chance, where the smoothing of letters mixes ink and ground."""


def stale(picture: QImage, scheme: Scheme) -> dict[str, int]:
    """Count the pixels that have a ground of a scheme."""
    small = picture.convertToFormat(QImage.Format.Format_RGB32)
    raw = bytes(small.constBits())
    colours = tokens.load().window[scheme]
    counts = {}
    for name in GROUNDS:
        red, green, blue = QColor(colours[name]).red(), QColor(colours[name]).green(), QColor(colours[name]).blue()
        counts[name] = raw.count(bytes((blue, green, red, 255)))
    return {name: count for name, count in counts.items() if count > FEW}


def picture_in(user: DeskUser, scheme: Scheme) -> QImage:
    user.desk.settings.change(scheme=scheme)
    QApplication.processEvents()
    return user.window.grab().toImage()


def test_no_page_keeps_a_colour_of_the_other_side(open_case: OpenCase) -> None:
    user = open_case(worked_case.CHAIR, handed_in=True, place=PLACES[0])
    left = {}
    for place in PLACES:
        user.go(place)
        assert stale(picture_in(user, Scheme.LIGHT), Scheme.LIGHT)
        left[place.page] = stale(picture_in(user, Scheme.DARK), Scheme.LIGHT)
        left[f"{place.page} back"] = stale(picture_in(user, Scheme.LIGHT), Scheme.DARK)
    user.desk.window.actions_table.trigger("close_workspace")
    user.settle()
    left["start"] = stale(picture_in(user, Scheme.DARK), Scheme.LIGHT)
    assert {name: found for name, found in left.items() if found} == {}


def test_settings_act_at_once_and_are_kept(open_case: OpenCase) -> None:
    user = open_case()
    theme, settings = user.desk.theme, user.desk.settings
    presenter = user.window.router.presenter
    assert isinstance(presenter, ReadingPresenter)
    dialog = SettingsDialog(user.desk.context, user.window)
    dialog.sizes._segments["150"].click()
    dialog.schemes._segments["dark"].click()
    dialog.paper.click()
    dialog.motion.click()
    dialog.hints.click()
    user.settle()
    assert (theme.text_size, theme.dark, theme.dims_paper, theme.less_motion) == (150, True, False, True)
    assert theme.color("paper") == QColor("#FFFFFF")
    assert not user.window.actions_table["show_hints"].isChecked()
    values = settings.values
    assert (values.text_size, values.scheme, values.dim_paper, values.hints) == (150, Scheme.DARK, False, False)
    assert dialog.sizeHint().width() <= user.window.width()
    assert stale(dialog.grab().toImage(), Scheme.LIGHT) == {}
    dialog.deleteLater()


class Listener(QObject):
    """Counts what a page is told of."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[QEvent.Type] = []

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in {QEvent.Type.StyleChange, QEvent.Type.FontChange, QEvent.Type.Resize}:
            self.told.append(event.type())
        return False


def test_other_colours_measure_nothing_and_another_text_size_does(open_case: OpenCase) -> None:
    user = open_case()
    settings, page, listener = user.desk.settings, user.window.router.page, Listener()
    settings.change(scheme=Scheme.LIGHT)
    assert page is not None
    user.settle()
    widgets = [widget for widget in page.findChildren(QWidget) if widget.isVisible()]
    assert widgets
    before = [widget.geometry() for widget in widgets]
    for widget in widgets:
        widget.installEventFilter(listener)
    settings.change(scheme=Scheme.DARK)
    assert listener.told == []
    QApplication.processEvents()
    assert [widget.geometry() for widget in widgets] == before
    settings.change(text_size=115)
    assert QEvent.Type.StyleChange in listener.told


@pytest.fixture
def contrast(monkeypatch: pytest.MonkeyPatch, open_case: OpenCase, qtbot: QtBot) -> DeskUser:
    """Give a desk on a system that asks for high contrast."""
    monkeypatch.setattr(Theme, "_finds_high_contrast", lambda _theme: True)
    user = open_case()
    with qtbot.waitSignal(user.desk.theme.changed):
        user.desk.theme._on_hints_contrast_changed(None)  # type: ignore[arg-type] # reason: what the system tells
    return user


def test_high_contrast_takes_the_systems_palette_alone(contrast: DeskUser, qapp: QApplication) -> None:
    theme, palette = contrast.desk.theme, qapp.palette()
    assert theme.high_contrast
    assert theme.color("text") == palette.color(QPalette.ColorRole.WindowText)
    assert theme.color("surface") == palette.color(QPalette.ColorRole.Base)
    assert theme.score_fill(0) == theme.score_fill(5)
    roles = {palette.color(role).name() for role in list(QPalette.ColorRole)[: QPalette.ColorRole.NColorRoles.value]}
    used = {word.strip(";") for word in qapp.styleSheet().split() if word.startswith("#")}
    assert used <= roles
    picture = contrast.window.grab().toImage()
    light = {name: count for name, count in stale(picture, Scheme.LIGHT).items() if name != "surface"}
    assert light == {}
