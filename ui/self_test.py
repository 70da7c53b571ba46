"""`mentordesk --self-test`: the installed program tries itself, in a scratch folder without a screen (interface.md).

It opens the window, makes a file, matches and approves with the window's own buttons, prints, reads what it printed,
and says after each step what worked. Not here: whether each part does what it should; that is for the project's tests.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from mentordesk.domain.refusals import Refused
from mentordesk.fault_log import log_fault
from mentordesk.i18n.catalog import Catalog
from mentordesk.i18n.message import Message, msg, nmsg
from ui.pictures import Camera, Setting, application

if TYPE_CHECKING:
    from mentordesk.actions.files import Store

DONE, FAILED = 0, 1


def run(catalog: Catalog) -> int:
    """Says each step on standard output as it is done; gives the exit status."""
    try:
        with tempfile.TemporaryDirectory(prefix="mentordesk-self-test-") as scratch:
            for done in steps(Path(scratch), catalog):
                _say(catalog, done)
    except Refused as no:
        _say(catalog, no.message)
        _say(catalog, msg("The self-test ended there: something does not work on this machine."))
        return FAILED
    except Exception as fault:  # noqa: BLE001  # whatever it is, the one who asked is told how far it came
        _say(catalog, msg("The self-test failed there. Details are in {log}.", log=str(log_fault(fault))))
        return FAILED
    _say(catalog, msg("Everything works."))
    return DONE


def steps(folder: Path, catalog: Catalog) -> Iterator[Message]:
    """What was done, said once it is.

    Raises:
        Refused: a step did not come to what it must.
    """
    app = application()
    from ui.theme import ThemeName

    camera = Camera(app, Setting(catalog.code, ThemeName.LIGHT))
    try:
        yield msg("The window opens.")
        file = folder / "self-test.mentordesk"
        camera.open(lambda: _example(file))
        if not file.exists():
            raise Refused(msg("No file can be made in {folder}.", folder=str(folder)))
        yield msg("A file is made, and its people are taken in.")
        camera.program.workplace_shown().show_tab("matching")
        _press(camera, "mainAction", msg("The best plan cannot be asked for."))
        yield msg("The best plan is found.")
        _press(camera, "mainAction", msg("The plan cannot be approved."))
    finally:
        camera.close()
    day, pairs = _approved(file)
    yield nmsg("It is approved: {count} pair.", "It is approved: {count} pairs.", pairs)
    papers = _print(file, folder / "papers", day)
    yield nmsg("{count} paper is printed and can be read.", "{count} papers are printed and can be read.", papers)


def _example(file: Path) -> Store:
    from mentordesk.actions.files import open_file
    from mentordesk.sample.rounds import on_the_sample_day, write_example
    from ui.opening import load_rooms

    load_rooms()
    write_example(file)
    return open_file(file, clock=on_the_sample_day)


def _press(camera: Camera, name: str, otherwise: Message) -> None:
    from PySide6.QtWidgets import QAbstractButton

    camera.settle()
    found = camera.program.window.findChildren(QAbstractButton, name)
    button = next((one for one in found if one.isVisible() and one.isEnabled()), None)
    if button is None:
        raise Refused(otherwise)
    button.click()
    camera.settle()


def _approved(file: Path) -> tuple[date, int]:
    """Read anew, by somebody who has not written it."""
    from mentordesk.actions.files import open_file
    from mentordesk.queries.pairs import pairs
    from mentordesk.sample.cohorts import SAMPLE_DAY

    with open_file(file) as store:
        approved = len(pairs(store))
    if not approved:
        raise Refused(msg("No pair was approved."))
    return SAMPLE_DAY, approved


def _print(file: Path, folder: Path, day: date) -> int:
    from PySide6.QtPdf import QPdfDocument

    from mentordesk.actions.documents import print_documents
    from mentordesk.actions.files import open_file
    from mentordesk.documents.declared.pair_kinds import AT_APPROVAL
    from mentordesk.queries.programmes import programmes

    with open_file(file) as store:
        only = programmes(store)[0]
        kinds = [kind.key for kind in AT_APPROVAL]
        printed = print_documents(store, kinds=kinds, folder=folder, programme=only.id, made_on=day)
    for paper in printed.written:
        read = QPdfDocument()
        if read.load(str(paper.path)) is not QPdfDocument.Error.None_ or read.pageCount() != paper.pages:
            raise Refused(msg("“{name}” was printed, but cannot be read.", name=paper.path.name))
    return len(printed.written)


def _say(catalog: Catalog, sentence: Message) -> None:
    sys.stdout.write(catalog.say(sentence) + "\n")
    sys.stdout.flush()
