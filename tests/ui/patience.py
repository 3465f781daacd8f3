"""A qtbot that waits as long as a busy machine needs; what comes at once costs nothing."""

import time
from collections.abc import Callable
from contextlib import suppress
from typing import override

from PySide6.QtCore import SignalInstance
from pytestqt.qtbot import QtBot
from pytestqt.wait_signal import SignalBlocker

_LOOK_AGAIN = 2
PATIENCE = 30_000
"""Milliseconds that a test waits for what it expects; pytest-qt waits 5,000."""


class PatientQtBot(QtBot):
    """Waits for conditions and signals with patience."""

    @override
    def waitUntil(self, callback: Callable[[], bool | None], *, timeout: int = PATIENCE) -> None:
        """Look every other millisecond: pytest-qt looks again after ten, some ten times in a test."""
        end = time.monotonic() + timeout / 1000
        while time.monotonic() < end:
            with suppress(AssertionError):
                if (result := callback()) is None or result:
                    return
            self.wait(_LOOK_AGAIN)
        super().waitUntil(callback, timeout=0)

    @override
    def waitSignal(
        self,
        signal: SignalInstance,
        *,
        timeout: int = PATIENCE,
        raising: bool | None = None,
        check_params_cb: Callable[..., bool] | None = None,
    ) -> SignalBlocker:
        return super().waitSignal(signal, timeout=timeout, raising=raising, check_params_cb=check_params_cb)
