"""What a thousand contracts cost: beside the same words through bare ReportLab, on one core and two, and in memory.

    python -m tests.benchmarks.documents [PAPERS]

Goals: 1.5 x the time of ReportLab's own paragraphs with the same texts in the same typeface (they know no tags and no
columns); two cores 1.6 x as fast as one; memory flat from 100 papers to the last. Seconds of the comparison are of the
processor, interleaved rounds and their median; with two cores the clock counts, so a busy machine judges nothing.
"""

from __future__ import annotations

import os
import resource
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from html import escape
from io import BytesIO
from itertools import islice
from pathlib import Path
from statistics import median
from time import perf_counter, process_time

from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate

from mentordesk.documents.batch import Addressed, write_all
from mentordesk.documents.blocks import Document
from mentordesk.documents.declared.pair_kinds import CONTRACT
from mentordesk.documents.kinds import ReadyPaper
from mentordesk.documents.papers.parties import Party
from mentordesk.documents.typesetting import fonts
from mentordesk.documents.typesetting.fonts import Face
from mentordesk.documents.typesetting.press import pdf
from mentordesk.documents.typesetting.saying import Voices
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.languages import LanguageCode
from tests.documents.said_by import said_by
from tests.documents.samples import NNO

PAPERS = 1_000
ROUNDS, EACH = 7, 40  # of the comparison
TIMES, CORES, GROWTH = 1.5, 1.6, 5.0  # the goals; the last in MB
QUIET = 0.5  # of load, besides our own
NB = LanguageCode.NB
_STYLE = ParagraphStyle("text", fontName=Face.REGULAR.value, fontSize=11, leading=14.85, spaceBefore=4)


def main(words: list[str]) -> int:
    papers = int(words[0]) if words else PAPERS
    load = os.getloadavg()[0]
    print(f"load at the start: {load:.1f}" + ("" if load <= QUIET else " (busy: the cores are not judged)"))
    fine = [_beside_reportlab(), _on_two_cores(papers, judged=load <= QUIET), _memory(papers)]
    print(f"load at the end: {os.getloadavg()[0]:.1f}")
    return 0 if all(fine) else 1


def contracts() -> Iterator[ReadyPaper]:
    """Of pairs that are all different."""
    number = 0
    while True:
        mentee = Party(f"Åse Ødegård {number}", NNO.mentee.title, NNO.mentee.unit)
        mentor = Party(f"Čáhppe Ŋilas {number}", NNO.mentor.title, NNO.mentor.unit)
        yield CONTRACT.ready(replace(NNO, mentee=mentee, mentor=mentor))
        number += 1


def _beside_reportlab() -> bool:
    documents = [paper.document for paper in islice(contracts(), EACH)]
    words = [_words_of(document) for document in documents]
    tasks: dict[str, Callable[[], None]] = {
        "ours": lambda: _each(_ours, documents),
        "paragraphs": lambda: _each(_paragraphs, words),
        "canvas": lambda: _each(_bare, words),
    }
    seconds: dict[str, list[float]] = {name: [] for name in tasks}
    for task in tasks.values():
        task()  # typefaces are read once
    for _ in range(ROUNDS):
        for name, task in tasks.items():
            begun = process_time()
            task()
            seconds[name].append(process_time() - begun)
    ratio = median(a / b for a, b in zip(seconds["ours"], seconds["paragraphs"], strict=True))
    for name, times in seconds.items():
        print(f"{name:>10}: {1000 * median(times) / EACH:.1f} ms a contract ({1000 * min(times) / EACH:.1f} at best)")
    return _told(f"{ratio:.2f} x ReportLab's paragraphs, goal {TIMES}", ratio <= TIMES)


def _each(make: Callable[[object], object], things: list) -> None:
    for thing in things:
        make(thing)


def _ours(document: Document) -> bytes:
    return pdf(document, [catalog(NB)]).data


def _words_of(document: Document) -> list[str]:
    voices = Voices([catalog(NB)])
    return [spoken.text for said in said_by(document).own for spoken in voices.say(said)]


def _paragraphs(words: list[str]) -> bytes:
    file = BytesIO()
    SimpleDocTemplate(file, pagesize=A4).build([Paragraph(escape(text), _STYLE) for text in words])
    return file.getvalue()


def _bare(words: list[str]) -> bytes:
    file = BytesIO()
    canvas = Canvas(file, A4)
    for start in range(0, len(words), 48):
        text = canvas.beginText(68, 780)
        text.setFont(Face.REGULAR.value, 11, 14.85)
        for line in words[start : start + 48]:
            text.textLine(line)
        canvas.drawText(text)
        canvas.showPage()
    canvas.save()
    return file.getvalue()


def _on_two_cores(papers: int, *, judged: bool) -> bool:
    alone, together = (_written(papers, processes) for processes in (1, 2))
    faster = alone.clock / together.clock
    print(
        f"{papers} contracts, seconds of the processor: {alone.processor:.1f} by one process, {together.processor:.1f} "
        f"by two; on two idle cores that is {2 * alone.processor / together.processor:.2f} x"
    )
    told = f"{papers} contracts: {alone.clock:.1f} s by one process, {together.clock:.1f} s by two, {faster:.2f} x"
    return _told(f"{told}; goal {CORES}", faster >= CORES) or not judged


@dataclass(frozen=True, slots=True)
class _Taken:
    """Seconds, by the clock and of the processor, all processes added up."""

    clock: float
    processor: float


def _written(papers: int, processes: int) -> _Taken:
    with tempfile.TemporaryDirectory(dir=_memory_drive()) as folder:
        begun, before = perf_counter(), os.times()
        addressed = (Addressed(paper, (NB,)) for paper in islice(contracts(), papers))
        assert sum(1 for _ in write_all(addressed, Path(folder), processes=processes)) == papers
        return _Taken(perf_counter() - begun, sum(os.times()[:4]) - sum(before[:4]))


def _memory(papers: int) -> bool:
    """Of this process, which the comparison and the other papers have filled already, over as many again."""
    with tempfile.TemporaryDirectory(dir=_memory_drive()) as folder:
        addressed = (Addressed(paper, (NB,)) for paper in islice(contracts(), papers))
        early = late = 0.0
        for number, _ in enumerate(write_all(addressed, Path(folder), processes=1), start=1):
            early = _resident() if number == min(100, papers) else early
        late = _resident()
    return _told(
        f"{early:.0f} MB after 100 papers, {late:.0f} MB after {papers}; goal +{GROWTH}", late - early <= GROWTH
    )


def _resident() -> float:
    """MB now; where the system does not tell, the most there was."""
    status = Path("/proc/self/status")
    if status.exists():
        line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _memory_drive() -> str | None:
    return "/dev/shm" if os.access("/dev/shm", os.W_OK) else None


def _told(what: str, reached: bool) -> bool:
    print(f"{what}: {'reached' if reached else 'NOT reached'}")
    return reached


if __name__ == "__main__":
    fonts.font(Face.REGULAR)
    sys.exit(main(sys.argv[1:]))
