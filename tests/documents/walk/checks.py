"""What must hold of every paper, each as a list of what is wrong with it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from io import BytesIO
from itertools import combinations

import page
import pikepdf

from mentordesk.documents.edition import Edition
from mentordesk.documents.kinds import ReadyPaper
from mentordesk.documents.typesetting import fonts
from mentordesk.documents.typesetting.page import LANDSCAPE, UPRIGHT
from mentordesk.documents.typesetting.press import Printed, pdf
from mentordesk.documents.typesetting.saying import Voices
from mentordesk.documents.typesetting.tagged import HEADINGS
from mentordesk.domain.form_identity import CODE, HIDDEN
from mentordesk.domain.forms import AnswerKind
from mentordesk.i18n.catalog import Catalog, catalog
from tests.documents.drawn import Box, Run
from tests.documents.reading import Reading, read
from tests.documents.said_by import Saying, said_by

_PROFILES = {"PDF/UA-1": page.ValidationProfile.PDF_UA_1, "PDF/A-2a": page.ValidationProfile.PDF_A_2A}
_BOXED = (AnswerKind.TICK, AnswerKind.ONE_OF)
_FALLEN = 4  # lines of at most two letters
_FOOT = UPRIGHT.bottom - 10  # what lies lower is the page's furniture
_EDGE = 14.0  # points at the sheet's edge that office printers leave white


@dataclass
class Checked:
    """One paper in one language, or two, and what it became; `again`: it is made twice, for its bytes."""

    paper: ReadyPaper
    languages: str  # two are joined by +
    again: bool = True

    def printed(self, edition: Edition = Edition.SCREEN) -> Printed:
        return pdf(self.paper.document, self.catalogs, edition)

    @property
    def catalogs(self) -> list[Catalog]:
        return [catalog(code) for code in self.languages.split("+")]

    @cached_property
    def voices(self) -> Voices:
        return Voices(self.catalogs)

    @cached_property
    def screen(self) -> Printed:
        return self.printed()

    @cached_property
    def read_on_screen(self) -> Reading:
        return read(self.screen.data)

    @cached_property
    def said(self) -> Saying:
        return said_by(self.paper.document)

    @property
    def has_fields(self) -> bool:
        return bool(self.said.values)


def problems(checked: Checked) -> list[str]:
    """Everything that is wrong with the paper; [] is what the walk wants."""
    wrong = [*_file(checked), *_same_again(checked), *_words(checked), *_set(checked.read_on_screen)]
    return [*wrong, *_places(checked.read_on_screen, checked), *_fields(checked), *_on_paper(checked)]


def unsaid_points(checked: Checked) -> list[str]:
    """Points that the kind declares and this paper does not say, in each of its languages, as one element each."""
    aloud = {node.text for node in checked.read_on_screen.root.all()}
    return [
        f"point {point.id} is not said in {spoken.code}: {text[:80]!r}"
        for point in checked.paper.kind.points
        for spoken in checked.catalogs
        for text in (spoken.say(point.heading), spoken.say(point.sentence))
        if text not in aloud
    ]


def conformance(data: bytes) -> list[str]:
    return [name for name, profile in _PROFILES.items() if not page.is_pdf_compliant_bytes(data, profile=profile)]


def _file(checked: Checked) -> Iterator[str]:
    for profile in conformance(checked.screen.data):
        yield f"does not conform to {profile}"
    with pikepdf.open(BytesIO(checked.screen.data)) as file:
        yield from (f"syntax: {problem}" for problem in file.check_pdf_syntax())
        if checked.read_on_screen.pages != checked.screen.pages:
            yield "has another number of pages than it says"


def _same_again(checked: Checked) -> Iterator[str]:
    if checked.again and checked.printed().data != checked.screen.data:
        yield "the same content gave other bytes"


def _words(checked: Checked) -> Iterator[str]:
    """What is read out is what the blocks say, text by text."""
    nodes = list(checked.read_on_screen.root.all())
    wanted, free = checked.said.texts(checked.voices), checked.said.may_say(checked.voices)
    spoken = [node.own for node in nodes if node.own and node.tag != "Figure"]
    for text, times in wanted.items():
        if spoken.count(text) < times:
            yield f"said {spoken.count(text)} times instead of {times}: {text[:80]!r}"
    for text in spoken:
        if text not in wanted and text not in free and not text.isdecimal():
            yield f"nobody said {text[:80]!r}"
        if fonts.missing(text):
            yield f"no glyph for {fonts.missing(text)!r}"
    figures = [node.alt for node in nodes if node.tag == "Figure"]
    tips = _tips(checked.screen.data)
    for said in checked.said.aloud:
        aloud = checked.voices.joined(said, " / ")
        if aloud and aloud not in tips and checked.voices.joined(said) not in figures:
            yield f"not read out: {aloud[:80]!r}"


def _set(reading: Reading) -> Iterator[str]:
    """No heading alone at a page's foot, no page that says nothing, no word fallen apart into letters."""
    titles = [node for node in reading.root.all() if node.tag in HEADINGS]
    headings = {mark: part.own for node in titles for part in (node, *node.kids) for mark in part.marks}
    for number, told in enumerate(reading.drawn):
        body = [run for run in told.runs if run.mark is not None]
        drawn = [box for box in (*told.strokes, *(box for _, box in told.fields)) if box.bottom > _FOOT]
        if not body:
            if not drawn:  # rows to write in are reason enough for a page
                yield f"page {number + 1} says nothing"
            continue
        lowest = min((run.box.bottom, run.mark) for run in body)
        lower = [box for box in drawn if box.bottom < lowest[0]]
        if (number, lowest[1]) in headings and not lower and number + 1 < reading.pages:
            yield f"page {number + 1} ends with a heading: {headings[number, lowest[1]]!r}"
        lines: dict[int, list[str]] = {}
        for run in body:
            lines.setdefault(run.mark, []).append(run.text.strip())
        for parts in lines.values():
            if len(parts) >= _FALLEN and max(map(len, parts)) <= 2:
                yield f"page {number + 1}: fallen apart into letters: {parts}"


def _places(reading: Reading, checked: Checked) -> Iterator[str]:
    """Text and fields inside the margins, no text over another, nothing where a printer leaves white."""
    sheet = LANDSCAPE if checked.paper.document.landscape else UPRIGHT
    wide, tall = sheet.size
    whole = Box(_EDGE, _EDGE, wide - _EDGE, tall - _EDGE)
    body = Box(sheet.left, sheet.bottom, sheet.left + sheet.width, tall - sheet.top)
    for number, told in enumerate(reading.drawn, start=1):
        seen = [run for run in told.runs if run.seen and run.text.strip()]
        for run in seen:
            if not run.box.within(whole if run.mark is None else body):
                yield f"page {number}: outside the margins: {run.text[:60]!r} {run.box}"
        for one, other in _over_each_other(seen):
            yield f"page {number}: one over the other: {one.text[:40]!r} {other.text[:40]!r}"
        for stroke in told.strokes:
            if not stroke.within(whole):
                yield f"page {number}: a stroke outside the sheet: {stroke}"
        for name, box in told.fields:
            if name != CODE and not box.within(body):
                yield f"page {number}: field {name} outside the margins: {box}"
        for (one, first), (other, second) in combinations(told.fields, 2):
            if first.meets(second):
                yield f"page {number}: field {one} over {other}"


def _over_each_other(runs: list[Run]) -> Iterator[tuple[Run, Run]]:
    upwards = sorted(runs, key=lambda run: run.box.bottom)
    for at, one in enumerate(upwards):
        for other in upwards[at + 1 :]:
            if other.box.bottom > one.box.top:
                break
            if one.box.meets(other.box):
                yield one, other


def _fields(checked: Checked) -> Iterator[str]:
    """What the form declares is what the file has, with the values that are known."""
    form, stamp = checked.paper.kind.form, checked.paper.document.stamp
    with pikepdf.open(BytesIO(checked.screen.data)) as file:
        known = {str(field.T): field for field in file.Root.get("/AcroForm", {}).get("/Fields", [])}
        values = {name: str(field.get("/V", "")) for name, field in known.items()}
    if bool(form) != bool(stamp):
        yield "a form has a stamp, and nothing else has"
    if stamp:
        yield from (f"no identity in {name}" for name in (HIDDEN, CODE) if values.pop(name, "") != stamp.hidden)
    declared = {field.name for field in form.fields} if form else set()
    yield from (f"field {name} is not declared" for name in sorted(values.keys() - declared))
    asked: dict[str, str] = {}
    for field, said in checked.said.values:
        boxed = field.kind in _BOXED
        value = str(said) if boxed else _typed(said, checked.voices)
        asked[field.name] = asked.get(field.name, "") or value
    for name, value in asked.items():
        if values.get(name) not in {f"/{value or 'Off'}", value}:
            yield f"field {name} holds {values.get(name)!r} and not {value!r}"


def _on_paper(checked: Checked) -> Iterator[str]:
    """The edition for the pen: the same pages, no field, what is known drawn on the page."""
    if not checked.has_fields:
        return
    printed = checked.printed(Edition.PAPER)
    reading = read(printed.data)
    if printed.pages != checked.screen.pages:
        yield f"{printed.pages} pages on paper, {checked.screen.pages} on screen"
    yield from (f"on paper: {problem}" for problem in _places(reading, checked))
    yield from (f"on paper: does not conform to {profile}" for profile in conformance(printed.data))
    if any(told.fields for told in reading.drawn):
        yield "fields on paper"
    spoken = [node.own for node in reading.root.all()]
    for field, said in checked.said.values:
        value = _typed(said, checked.voices)
        in_words = checked.catalogs[0].date(said, "long") if isinstance(said, date) else value
        if field.kind not in _BOXED and value and value not in spoken and in_words not in spoken:
            yield f"not on paper: {value[:60]!r}"
    ticked = sum(bool(said) for field, said in checked.said.values if field.kind in _BOXED)
    if spoken.count("☑") < ticked:
        yield f"{spoken.count('☑')} boxes ticked on paper instead of {ticked}"
    for text in checked.said.texts(checked.voices):
        if text not in spoken:
            yield f"not said on paper: {text[:80]!r}"


def _typed(said: object, voices: Voices) -> str:
    """As it stands in a field: once, and a day in figures; on paper it may stand in words."""
    if isinstance(said, date):
        short = voices.catalogs[0].date(said, "short")
        return said.isoformat() if "/" in short else short
    spoken = voices.say(said)
    return spoken[0].text.replace("\u00a0", " ") if spoken else ""


def _tips(data: bytes) -> set[str]:
    with pikepdf.open(BytesIO(data)) as file:
        found = [annotation for each in file.pages for annotation in each.get("/Annots", [])]
        fields = [annotation for annotation in found if annotation.Subtype == "/Widget"]
        tips = {str(each.get("/TU", "")) for each in fields}
        return tips | {str(each.Parent.TU) for each in fields if "/Parent" in each}
