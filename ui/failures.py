"""A fault of ours: logged with its traceback, shown once, with nothing half done (design D17)."""

from __future__ import annotations

import sys
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from mentordesk.i18n.message import Message, msg


class Failures(QObject):
    """One for the program; catches what Qt's event loop would only print."""

    noticed = Signal(object)  # Message

    def watch(self) -> None:
        sys.excepthook = self._unhandled

    def report(self, fault: BaseException) -> None:
        from mentordesk.fault_log import log_fault

        log = log_fault(fault)
        self.noticed.emit(sentence(str(log)))

    def _unhandled(self, kind: type[BaseException], fault: BaseException, _: TracebackType | None) -> None:
        if issubclass(kind, KeyboardInterrupt):
            sys.exit(1)
        self.report(fault)


def sentence(log: str) -> Message:
    return msg("Something unforeseen went wrong. Nothing was half done. Try again; details are in {log}.", log=log)
