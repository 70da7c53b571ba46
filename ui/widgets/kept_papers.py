"""Papers in a folder of their own, looked at: the folder with people's names in it is gone when the preview is."""

from __future__ import annotations

import functools
import tempfile
import threading
from collections.abc import Mapping, Sequence
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from ui.desk import Desk
from ui.widgets.paper_preview import PaperPreview


def preview_of(
    desk: Desk,
    kept: tempfile.TemporaryDirectory[str],
    papers: Sequence[tuple[str, Path]],
    over: QWidget,
    *,
    shown: Mapping[Path, Path] | None = None,
    lists: bool = False,
) -> PaperPreview:
    """Shown a turn later: making it and painting it are two turns. `shown` and `lists` as in PaperPreview."""
    preview = PaperPreview(desk, papers, over=over, shown=shown, lists=lists)
    preview.destroyed.connect(functools.partial(_empty, kept))
    QTimer.singleShot(0, preview, preview.show)
    return preview


def _empty(kept: tempfile.TemporaryDirectory[str]) -> None:
    """Beside the window: sixty papers take a tenth of a second to go. The program does not end before they have.

    A function of its own: Qt would hold a bound method, and with it the folder, only weakly.
    """
    threading.Thread(target=kept.cleanup, name="papers go").start()
