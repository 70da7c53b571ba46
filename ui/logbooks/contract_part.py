"""What is known of a pair's contract: its version, who has agreed and when both signed, and its ground rules."""

from __future__ import annotations

from PySide6.QtCore import Qt

from mentordesk.domain.ground_rules import RULES
from mentordesk.domain.subjects import Subject
from mentordesk.queries.logbooks import PairStrip
from mentordesk.queries.pair_facts import PairFacts, pair_facts
from ui.desk import Desk
from ui.language import ntr, tr
from ui.logbooks.part import PairPart
from ui.theme import Space
from ui.widgets.buttons import button
from ui.widgets.frames import clear, column
from ui.widgets.labels import label


class ContractPart(PairPart):
    def __init__(self, desk: Desk, *, paged: bool) -> None:
        super().__init__(desk, paged=paged)
        self.setObjectName("contractPart")
        look = desk.look
        down = column(look, within=self)
        self._lines = column(look)
        down.addLayout(self._lines)
        self._open = button(tr("Open the pair’s page"), self._lead, name="openPair")
        down.addWidget(self._open, 0, Qt.AlignmentFlag.AlignLeft)
        down.addWidget(label(tr("Ground rules that every contract of the programme holds"), "strong", wrap=True))
        rules = column(look, space=Space.WITHIN)
        for point in RULES:
            rules.addWidget(label(tr("• {point}", point=point.sentence), wrap=True))
        down.addLayout(rules)
        down.addStretch(1)

    def show_strip(self, strip: PairStrip) -> None:
        self.strip = strip
        today = self.desk.today
        self.desk.work.ask("contract of pair", lambda store: pair_facts(store, strip.pair, today=today), self._take)

    def enter(self) -> None:
        self._open.setFocus(Qt.FocusReason.OtherFocusReason)

    def _lead(self) -> None:
        if self.strip is not None:
            self.desk.please_show(Subject.PAIRS, self.strip.pair)

    def _take(self, facts: PairFacts) -> None:
        if self.strip is None or facts.pair != self.strip.pair:
            return
        clear(self._lines)
        for at, words in enumerate(_in_words(facts, self.strip)):
            line = label(words, "strong" if at == 0 else "", wrap=True)
            line.setObjectName(f"contractLine{at}")
            self._lines.addWidget(line)


def _in_words(facts: PairFacts, strip: PairStrip) -> list[str]:
    """The state first; then the version, both sides, and what the two agreed."""
    if facts.signed_on is not None:
        agreed = tr("Both have signed: noted for {day}. The ground rules are agreed.", day=facts.signed_on)
    else:
        agreed = tr("Not noted as signed yet, so the ground rules are not agreed either.")
    said = [agreed]
    if facts.printed:
        newest = facts.printed[-1]
        made = tr("Version {number}, printed on {day}", number=len(facts.printed), day=newest.made_at.date())
        said.append(made)
    else:
        said.append(tr("It has not been printed from here."))
    for name, day in ((strip.mentee, facts.mentee_agreed_on), (strip.mentor, facts.mentor_agreed_on)):
        if day is not None:
            said.append(tr("{name} said yes to the pair on {day}", name=name, day=day))
    said.append(
        tr("The pair shares its goals, as the contract says.")
        if facts.goals_shared
        else tr("The pair keeps its goals to itself.")
    )
    if facts.rhythm_days is not None:
        said.append(
            ntr("Agreed between them: every {count} day", "Agreed between them: every {count} days", facts.rhythm_days)
        )
    if facts.length_minutes is not None:
        said.append(ntr("{count} minute each time", "{count} minutes each time", facts.length_minutes))
    if facts.place:
        said.append(tr("Place: {place}", place=facts.place))
    return said
