"""The theme: one stylesheet, lengths in em, size classes, and a switch at run time that leaves nothing behind."""

import ast

import pytest
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from reviewer_app.ui.kit.stylesheet import stylesheet
from reviewer_app.ui.kit.text import Text
from reviewer_app.ui.kit.theme import SizeClass, Theme
from reviewer_app.ui.kit.tokens import Scheme
from reviewer_app.ui.shell.settings import TEXT_SIZES
from tests.tree import modules, parsed, shown

ALLOWED = {
    "theme.py",
    "stylesheet.py",
    "figure_painter.py",
}  # the last draws paper, whose type is in the figure
FORBIDDEN_CALLS = {"setStyleSheet", "setPointSize", "setPointSizeF", "setPixelSize", "setPalette", "QFont"}


def test_the_stylesheet_is_short_and_complete(theme: Theme) -> None:
    text = stylesheet(theme)
    assert len(text.splitlines()) < 150
    assert "@" not in text


@pytest.mark.parametrize(
    ("width", "size", "expected"),
    [
        (1920, 100, SizeClass.WIDE),
        (1366, 100, SizeClass.NORMAL),
        (1920, 150, SizeClass.NORMAL),
        (1366, 115, SizeClass.COMPACT),
        (1366, 130, SizeClass.COMPACT),
        (1366, 200, SizeClass.NARROW),
        (1920, 200, SizeClass.NARROW),
    ],
)
def test_the_size_class_follows_width_and_text_size(theme: Theme, width: int, size: int, expected: SizeClass) -> None:
    theme.choose(text_size=size)
    assert theme.size_class(width) is expected


def test_a_laptop_is_not_short_but_half_its_height_is(theme: Theme) -> None:
    assert not theme.is_short(700)
    assert theme.is_short(660)


@pytest.mark.parametrize("size", TEXT_SIZES)
def test_lengths_grow_with_the_text(theme: Theme, size: int) -> None:
    theme.choose(text_size=size)
    assert theme.em(100) == size
    assert theme.em(0.1) == 1
    assert theme.em(0) == 0
    assert theme.font("body").pointSizeF() == pytest.approx(9.75 * size / 100)


def test_a_switch_reaches_palette_stylesheet_and_listeners(theme: Theme, qtbot: QtBot, qapp: QApplication) -> None:
    light = (theme.color("surface").name(), qapp.palette().color(QPalette.ColorRole.Base).name(), qapp.styleSheet())
    with qtbot.waitSignal(theme.changed):
        theme.choose(scheme=Scheme.DARK)
    dark = (theme.color("surface").name(), qapp.palette().color(QPalette.ColorRole.Base).name(), qapp.styleSheet())
    assert theme.dark
    assert all(one != other for one, other in zip(light, dark, strict=True))
    left = {color for color in light[2].split() if color.startswith("#")}
    assert not any(theme.color(token).name() in left for token in ("surface", "window", "text"))


def test_choosing_the_same_again_tells_nobody(theme: Theme, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(theme.changed):
        theme.choose(scheme=Scheme.LIGHT, text_size=100)


def test_selected_text_has_the_contrast_of_a_primary_button(theme: Theme, qapp: QApplication) -> None:
    palette = qapp.palette()
    assert palette.color(QPalette.ColorRole.Highlight) == theme.color("accent")
    assert palette.color(QPalette.ColorRole.HighlightedText) == theme.color("on_accent")


def test_a_role_sets_size_and_weight(theme: Theme, qtbot: QtBot) -> None:
    label = Text("Titel", "title")
    qtbot.addWidget(label)
    label.ensurePolished()
    assert label.font().pointSizeF() == pytest.approx(theme.font("title").pointSizeF(), abs=0.01)
    assert label.font().weight() == 600


def test_labels_show_texts_of_people_as_they_are(theme: Theme, qtbot: QtBot) -> None:
    del theme
    label = Text("<b>fett</b> & <img src=x>")
    qtbot.addWidget(label)
    assert isinstance(label, QLabel)
    assert label.textFormat().name == "PlainText"


def test_only_the_theme_sets_fonts_colours_and_stylesheets() -> None:
    wrong = []
    for file in modules("reviewer_app/ui"):
        if file.name in ALLOWED:
            continue
        for node in ast.walk(parsed(file)):
            if isinstance(node, ast.Call):
                name = ast.unparse(node.func).rpartition(".")[2]
                if name in FORBIDDEN_CALLS:
                    wrong.append(f"{shown(file)}:{node.lineno} {name}")
    assert wrong == []


def test_fonts_and_metrics_follow_the_text_size_and_are_the_callers_own(theme: Theme) -> None:
    small, width = theme.font("body"), theme.metrics("body").horizontalAdvance("Antrag")
    small.setBold(True)
    assert not theme.font("body").bold()
    theme.choose(text_size=200)
    assert theme.font("body").pointSizeF() == pytest.approx(2 * small.pointSizeF())
    assert theme.metrics("body").horizontalAdvance("Antrag") > 1.8 * width
