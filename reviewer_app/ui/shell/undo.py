"""Undo for everything that is stored: one stack per workspace, whose steps carry service calls in both directions.

It works after a change of page: the step knows its place and the window shows it.
"""

import time
import zlib
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import partial
from typing import Any, override

import shiboken6
from PySide6.QtCore import QObject, Signal, SignalInstance
from PySide6.QtGui import QUndoCommand, QUndoStack

from reviewer_app.domain.errors import VotumError
from reviewer_app.ui.shell.navigation import Place
from reviewer_app.ui.shell.operations import Operations

MERGE_WITHIN = 5.0
"""Seconds within which typing in one field is one step."""


@dataclass(frozen=True, slots=True)
class UseCaseCall:
    """A use case with its arguments; the unit of work comes first and is added when it runs."""

    use_case: Callable[..., Any]
    args: tuple[object, ...] = ()


@dataclass(frozen=True, slots=True)
class Step:
    """Something done that can be taken back.

    `text` is shown in the note and the menu ("B3: 3,5"); `place` is where it shows; steps with the same `merge` within
    five seconds are one; `key` lets a later write replace a waiting one.
    """

    text: str
    do: UseCaseCall
    undo: UseCaseCall
    place: Place | None = None
    merge: str = ""
    key: object = None


class _StepCommand(QUndoCommand):
    def __init__(self, history: "Undo", step: Step) -> None:
        super().__init__(step.text)
        self._history = history
        self._first = True
        self.step = step
        self.at = time.monotonic()

    @override
    def id(self) -> int:
        return zlib.crc32(self.step.merge.encode()) & 0x7FFFFFFF if self.step.merge else -1

    @override
    def mergeWith(self, other: QUndoCommand) -> bool:
        if not isinstance(other, _StepCommand) or other.step.merge != self.step.merge:
            return False
        if other.at - self.at > MERGE_WITHIN:
            return False
        self.step = replace(self.step, do=other.step.do, text=other.step.text)
        self.at = other.at
        self.setText(self.step.text)
        return True

    @override
    def redo(self) -> None:
        self._history.carry_out(self, self.step.do, show=not self._first)
        self._first = False

    @override
    def undo(self) -> None:
        self._history.carry_out(self, self.step.undo, show=True)


class Undo(QObject):
    """The stack; `place_reached` says where a step taken back or done again shows, `undo_changed` that words differ.

    `step_undone` and `step_redone` carry the Step, for the note that says what was taken back or done again, and where.
    """

    place_reached = Signal(object)
    undo_changed = Signal()
    step_undone = Signal(object)
    step_redone = Signal(object)

    def __init__(self, operations: Operations) -> None:
        """Carry steps out through `operations`."""
        super().__init__(operations)
        self._operations = operations
        self._carried: Step | None = None
        self._stack = QUndoStack(self)
        self._stack.indexChanged.connect(self._on_stack_index_changed)

    def push(self, step: Step) -> None:
        """Do a step and keep it."""
        self._stack.push(_StepCommand(self, step))

    def undo(self) -> None:
        """Take the last step back."""
        if self.can_undo:
            self._stack.undo()
            self._tell(self.step_undone)

    def redo(self) -> None:
        """Do the last step taken back again."""
        if self.can_redo:
            self._stack.redo()
            self._tell(self.step_redone)

    def clear(self) -> None:
        """Forget all steps (another workspace, or an act that cannot be undone)."""
        self._stack.clear()

    @property
    def undo_text(self) -> str:
        """What would be taken back; empty where nothing can be."""
        return self._stack.undoText() if self._stack.canUndo() else ""

    @property
    def redo_text(self) -> str:
        """What would be done again; empty where nothing can be."""
        return self._stack.redoText() if self._stack.canRedo() else ""

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return self._stack.canUndo()

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to do again."""
        return self._stack.canRedo()

    def carry_out(self, command: _StepCommand, call: UseCaseCall, *, show: bool) -> None:
        """Run one direction of a step, called by its command; `show` lets the window go to its place."""
        failed, self._carried = partial(self._on_step_failed, command), command.step
        self._operations.run(call.use_case, *call.args).failed(failed).write(command.step.key)
        if show and command.step.place is not None:
            self.place_reached.emit(command.step.place)

    def _tell(self, signal: SignalInstance) -> None:
        if self._carried is not None:
            signal.emit(self._carried)

    def _on_step_failed(self, command: _StepCommand, error: VotumError) -> None:
        if shiboken6.isValid(command):  # one that became one with the step before it is gone
            command.setObsolete(True)
        self._operations.operation_failed.emit(error)

    def _on_stack_index_changed(self, _index: int) -> None:
        self.undo_changed.emit()
