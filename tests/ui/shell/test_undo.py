"""Undo: one stack of service calls that knows its places, merges typing, and drops what could not be done."""

import time
from collections.abc import Callable
from typing import Any

import pytest
from pytestqt.qtbot import QtBot

from reviewer_app.domain.errors import MendableError
from reviewer_app.ui.shell.navigation import READING, Place
from reviewer_app.ui.shell.operations import Operations
from reviewer_app.ui.shell.undo import Step, Undo, UseCaseCall
from tests.ui.fake_store import FakeUnit, FakeWorkspace, say

PLACE = Place(READING, "GC-2026-014", "B3")


@pytest.fixture
def undo(operations: Operations, workspace: FakeWorkspace) -> Undo:
    del workspace
    return Undo(operations)


def step(do: str, back: str, merge: str = "", use_case: Callable[..., Any] = say) -> Step:
    return Step(f"B3: {do}", UseCaseCall(use_case, (do,)), UseCaseCall(say, (back,)), PLACE, merge)


def said(workspace: FakeWorkspace) -> list[str]:
    return [word for word in workspace.log if word != "left"]


def test_a_step_is_done_taken_back_and_done_again(
    undo: Undo,
    operations: Operations,
    workspace: FakeWorkspace,
    qtbot: QtBot,
) -> None:
    undo.push(step("3,5", "2,0"))
    assert undo.undo_text == "B3: 3,5"
    undo.undo()
    assert (undo.undo_text, undo.redo_text) == ("", "B3: 3,5")
    undo.redo()
    qtbot.waitUntil(lambda: operations.idle)
    assert said(workspace) == ["3,5", "2,0", "3,5"]


def test_going_back_shows_the_place_but_doing_does_not(undo: Undo, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(undo.place_reached):
        undo.push(step("3,5", "2,0"))
    with qtbot.waitSignal(undo.place_reached) as reached:
        undo.undo()
    assert reached.args == [PLACE]


def test_typing_within_five_seconds_is_one_step(
    undo: Undo,
    operations: Operations,
    workspace: FakeWorkspace,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    now = [100.0]
    monkeypatch.setattr(time, "monotonic", lambda: now[0])
    undo.push(step("D", "", merge="text:B3"))
    now[0] += 1
    undo.push(step("Da", "D", merge="text:B3"))
    now[0] += 6
    undo.push(step("Das", "Da", merge="text:B3"))
    undo.undo()
    assert undo.undo_text == "B3: Da"
    undo.undo()
    assert not undo.can_undo
    qtbot.waitUntil(lambda: operations.idle)
    assert said(workspace) == ["D", "Da", "Das", "Da", ""]


def test_other_fields_do_not_merge(undo: Undo) -> None:
    undo.push(step("a", "", merge="text:B3"))
    undo.push(step("b", "", merge="text:B4"))
    undo.undo()
    assert undo.can_undo


def test_a_step_that_was_refused_leaves_the_stack_and_is_told(undo: Undo, operations: Operations, qtbot: QtBot) -> None:
    def refuse(_unit: FakeUnit, _word: str) -> None:
        raise MendableError("locked_submitted")

    with qtbot.waitSignal(operations.operation_failed) as told:
        undo.push(step("3,5", "2,0", use_case=refuse))
    assert told.args is not None
    assert told.args[0].code == "locked_submitted"
    undo.undo()
    assert not undo.can_undo
    assert not undo.can_redo


def test_a_refusal_is_told_although_its_step_became_one_with_the_last(
    undo: Undo, operations: Operations, workspace: FakeWorkspace, qtbot: QtBot
) -> None:
    def refuse(_unit: FakeUnit, _word: str) -> None:
        raise MendableError("locked_submitted")

    undo.push(step("D", "", merge="text:B3"))
    with qtbot.waitSignal(operations.operation_failed) as told:
        undo.push(step("Da", "D", merge="text:B3", use_case=refuse))
    assert told.args is not None
    assert told.args[0].code == "locked_submitted"
    undo.undo()
    qtbot.waitUntil(lambda: operations.idle)
    assert said(workspace) == ["D", ""]


def test_what_is_taken_back_and_done_again_is_said_with_its_place(undo: Undo, qtbot: QtBot) -> None:
    made = step("3,5", "2,0")
    undo.push(made)
    with qtbot.waitSignal(undo.step_undone) as undone:
        undo.undo()
    assert undone.args == [made]
    with qtbot.assertNotEmitted(undo.step_undone):
        undo.undo()
    with qtbot.waitSignal(undo.step_redone) as redone:
        undo.redo()
    assert redone.args == [made]
