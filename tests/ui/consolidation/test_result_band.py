"""The chain of rules gives up words before it is cut, and all probes open in a list that scrolls."""

from pytestqt.qtbot import QtBot

from reviewer_app.ui.consolidation.result_band import ProbeLine, ResultBand, ResultView, RuleLink
from reviewer_app.ui.kit.theme import SizeClass, Theme

CHAIN = (
    RuleLink("R1", "nicht entscheidungsreif? nein", passed=True, short="nein"),
    RuleLink("R2", "Ablehnung? nein", passed=True, short="nein"),
    RuleLink("R4", "Bereich D 54 % unter 60 %", matched=True),
    RuleLink("R5", "–"),
)
VIEW = ResultView(
    "Vorschlag", "Aufnahme", "65,6", "", CHAIN, "Das Ergebnis hängt von einem Gutachten ab", "", is_robust=False
)


def band(theme: Theme, qtbot: QtBot, width: int) -> ResultBand:
    made = ResultBand(theme)
    qtbot.addWidget(made)
    made.show_size(SizeClass.NORMAL)
    made.resize(width, 72)
    made.show()
    made.show_result(VIEW)
    return made


def test_a_chain_with_room_says_everything(theme: Theme, qtbot: QtBot) -> None:
    made = band(theme, qtbot, 1300)
    said = [link.text() for link in made.links]
    assert said == ["R1 nicht entscheidungsreif? nein", "R2 Ablehnung? nein", "R4 Bereich D 54 % unter 60 %", "R5 –"]


def test_rules_that_were_passed_give_up_words_first(theme: Theme, qtbot: QtBot) -> None:
    made = band(theme, qtbot, 900)
    said = [link.text() for link in made.links]
    assert said[0] == "R1 nein"
    assert said[2:] == ["R4 Bereich D 54 % unter 60 %", "R5 –"]


def test_a_rule_is_not_read_aloud_twice(theme: Theme, qtbot: QtBot) -> None:
    made = ResultBand(theme)
    qtbot.addWidget(made)
    rest = "in allen übrigen Fällen"
    chain = (RuleLink("R4", "61,7 unter 70", matched=True, full="Gesamt unter 70"), RuleLink("R5", rest, full=rest))
    made.show_result(ResultView(chain=chain))
    assert [link.accessibleName() for link in made.links] == ["R4 Gesamt unter 70: 61,7 unter 70", f"R5 {rest}"]


def test_showing_again_adds_nothing(theme: Theme, qtbot: QtBot) -> None:
    made = band(theme, qtbot, 1300)
    for _ in range(3):
        made.show_result(VIEW)
    assert len(made.links) == len(CHAIN)
    assert made.probes_button.isVisible() is False
    made.show_result(ResultView(probes=(ProbeLine("ohne G1", "R5 Aufnahme", "73,3", flips=True),)))
    assert made.probes_button.text() == "Probe zeigen"
