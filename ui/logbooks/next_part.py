"""What a pair goes by when it meets next (R63): the day that is agreed, and the script for that conversation."""

from __future__ import annotations

from itertools import groupby
from pathlib import Path

from PySide6.QtCore import Qt

from mentordesk.actions.documents import PrintedPapers, print_documents
from mentordesk.documents.declared.pair_kinds import CONVERSATION_SHEET
from mentordesk.domain.ids import PairId
from mentordesk.domain.scripts import Script
from mentordesk.domain.subjects import Subject
from mentordesk.queries.logbooks import PairStrip
from mentordesk.queries.pair_facts import PairFacts, pair_facts
from ui.desk import Desk, NoticeKind
from ui.language import say, spoken, tr
from ui.logbooks.part import PairPart
from ui.theme import Space
from ui.widgets.buttons import button
from ui.widgets.flow import Flow
from ui.widgets.frames import clear, column
from ui.widgets.labels import label


class NextPart(PairPart):
    def __init__(self, desk: Desk, *, paged: bool) -> None:
        super().__init__(desk, paged=paged)
        self.setObjectName("nextPart")
        self._facts: PairFacts | None = None
        look = desk.look
        down = column(look, within=self)
        self._when = label("", "strong", wrap=True)
        self._when.setObjectName("nextWhen")
        down.addWidget(self._when)
        deeds = Flow(look.px(Space.WITHIN))
        self._sheet = button(tr("Print the conversation sheet …"), self._print, name="printSheet")
        self._show = button(tr("Show in the calendar"), self._lead, name="showNext", kind="quiet")
        deeds.addWidget(self._sheet)
        deeds.addWidget(self._show)
        down.addLayout(deeds)
        self._points = column(look, space=Space.WITHIN)
        down.addLayout(self._points)
        down.addStretch(1)

    def show_strip(self, strip: PairStrip) -> None:
        self.strip = strip
        today = self.desk.today
        self.desk.work.ask("next of pair", lambda store: pair_facts(store, strip.pair, today=today), self._take)

    def enter(self) -> None:
        self._sheet.setFocus(Qt.FocusReason.OtherFocusReason)

    def _take(self, facts: PairFacts) -> None:
        if self.strip is None or facts.pair != self.strip.pair:
            return
        before, self._facts = self._facts, facts
        self._when.setText(_when(facts))
        self._show.setVisible(facts.next_meeting is not None)
        self._sheet.setVisible(facts.runs)
        if before is None or before.script != facts.script or before.runs != facts.runs:
            clear(self._points)
            if facts.runs:
                self._write(facts.script)

    def _write(self, script: Script) -> None:
        title = label(say(script.title), "heading", wrap=True)
        title.setObjectName("scriptTitle")
        self._points.addWidget(title)
        for heading, points in groupby(script.points, key=lambda point: point.heading):
            self._points.addWidget(label(say(heading), "strong", wrap=True))
            for point in points:
                self._points.addWidget(label(tr("• {point}", point=point.sentence), wrap=True))

    def _lead(self) -> None:
        if self._facts is not None and self._facts.next_meeting is not None:
            self.desk.please_show(Subject.MEETINGS, self._facts.next_meeting)

    def _print(self) -> None:
        if self.strip is None or not self.desk.may_change():
            return
        folder = self.desk.ask.folder(tr("Put the papers in"))
        if folder is None:
            return
        pair, programme, today = PairId(self.strip.pair), self.strip.programme, self.desk.today
        self.desk.work.change(
            lambda store: print_documents(
                store, kinds=(CONVERSATION_SHEET.key,), folder=folder, programme=programme, made_on=today, only=pair
            ),
            self._printed,
        )

    def _printed(self, papers: PrintedPapers) -> None:
        for left_out in papers.left_out:
            self.desk.tell(left_out.reason, NoticeKind.WARNING)
        for written in papers.written:
            self._look_at(written.path)

    def _look_at(self, path: Path) -> None:
        from ui.widgets.paper_preview import PaperPreview  # QtPdf, which nobody needs who prints nothing

        self.preview = PaperPreview(self.desk, [(path.stem, path)], over=self)
        self.preview.show()


def _when(facts: PairFacts) -> str:
    if not facts.runs:
        return tr("The pair has ended: nothing comes next.")
    if facts.next_at is None:
        return tr("No conversation is planned. This is how the next one goes.")
    day = spoken().date(facts.next_at.date(), "long")
    if not facts.place:
        return tr("Planned for {day}", day=day)
    return tr("Planned for {day}, {place}", day=day, place=facts.place)
