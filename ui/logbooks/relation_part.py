"""How well the two fit, as each of them says after the first and the third conversation (R41): values, never words."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt

from mentordesk.actions.files import Store
from mentordesk.actions.matching import FitAnswer, answer_fits
from mentordesk.domain.fields import ChoiceField, Choices, DateField, FieldValue, YesNoField
from mentordesk.domain.ids import PairId
from mentordesk.domain.pairs import FIT_AFTER, FIT_NAMES, FitValue, Side
from mentordesk.i18n.message import msg
from mentordesk.queries.pair_facts import PairFacts, pair_facts
from mentordesk.queries.pair_life import FitRow
from ui.desk import Desk
from ui.forms.form import Heading, Row
from ui.language import ptr, say, spoken, tr
from ui.logbooks.form_part import FormPart, focus
from ui.theme import Space
from ui.widgets.buttons import button
from ui.widgets.chip import Chip
from ui.widgets.frames import clear, column, row
from ui.widgets.labels import label

TONES = {FitValue.GOOD: ("good", "done"), FitValue.DECIDING: ("warn", "clock"), FitValue.NOT_GOOD: ("bad", "warning")}
_VALUES = Choices(tuple((each, name, "") for each, name in FIT_NAMES.items()))
_ON = DateField("relationOn", msg("Answered on"))


class RelationPart(FormPart):
    def __init__(self, desk: Desk, *, paged: bool) -> None:
        super().__init__(desk, paged=paged)
        self.setObjectName("relationPart")
        self._facts: PairFacts | None = None
        down = column(desk.look, within=self)
        down.addLayout(self.slot)
        self._lines = column(desk.look)
        down.addLayout(self._lines)
        self._note = button(tr("Note the answers …"), self.add, name="noteRelation", keys="Ctrl+R")
        down.addWidget(self._note, 0, Qt.AlignmentFlag.AlignLeft)
        down.addWidget(
            label(
                tr(
                    "You and the programme see these values. What is behind them belongs to the two, and is not kept. "
                    "On paper each of them answers on the slip of the conversation sheet."
                ),
                "caption",
                wrap=True,
            )
        )
        down.addStretch(1)

    def read(self, pair: PairId) -> None:
        today = self.desk.today
        self.desk.work.ask("relation of pair", lambda store: pair_facts(store, pair, today=today), self._take)

    def enter(self) -> None:
        focus(self._note if self.form is None else self.form.first_control)

    def add(self) -> None:
        """For the conversation that both were asked after last: one form for both of them."""
        facts, strip = self._facts, self.strip
        if strip is None or not self.desk.may_change():
            return
        if facts is None or facts.pair != strip.pair:  # not read yet
            self._wanted = strip.pair
            return
        if not facts.runs:
            self.desk.tell(msg("The pair has ended, so nobody is asked how well the two fit any more."))
            return
        if facts.held < FIT_AFTER[0]:
            self.desk.tell(msg("Both are asked after their first conversation. Register that one first."))
            return
        after = facts.fit_due
        there = {each.side: each for each in facts.fit if each.after_meeting == after}
        names = {Side.MENTEE: strip.mentee, Side.MENTOR: strip.mentor}
        fields: list[Row | Heading | DateField] = []
        values: dict[str, FieldValue] = {_ON.key: self.desk.today}
        for side in Side:
            value, talk = _fields(side, names[side])
            fields += [value, talk]
            values[value.field.key] = there[side].value
            values[talk.field.key] = there[side].wants_to_talk or None
        self.ask(
            tr("How well the two fit, after conversation {number}", number=after),
            (*fields, _ON),
            tr("Note the answers"),
            lambda pair, told: self._on_told(pair, after, told),
            values=values,
            text=tr("Three values and no words. Leave out who has not answered."),
            name="relationForm",
        )

    _wanted = ""

    def _take(self, facts: PairFacts) -> None:
        if self.strip is None or facts.pair != self.strip.pair:
            return
        self._facts = facts
        clear(self._lines)
        for after in FIT_AFTER:
            rows = [each for each in facts.fit if each.after_meeting == after]
            self._question(after, rows, facts.held)
        self._note.setVisible(facts.runs)
        if self._wanted == facts.pair:
            self._wanted = ""
            self.add()

    def _question(self, after: int, rows: list[FitRow], held: int) -> None:
        self._lines.addWidget(label(tr("After conversation {number}", number=after), "strong", wrap=True))
        if held < after and all(each.value is None for each in rows):
            self._lines.addWidget(label(tr("Not yet: conversations registered so far: {held}.", held=held), "second"))
            return
        for each in rows:
            self._answer(each)

    def _answer(self, each: FitRow) -> None:
        assert self.strip is not None
        name = self.strip.mentee if each.side is Side.MENTEE else self.strip.mentor
        self._lines.addWidget(label(name, wrap=True))
        line = row(self.look, space=Space.WITHIN)
        if each.value is None or each.answered_on is None:
            words = ptr("fit", "Not answered")
            if each.asked_on is not None:
                words = tr("Asked on {day}, not answered", day=spoken().date(each.asked_on))
            line.addWidget(label(words, "second", wrap=True), 1)
        else:
            tone, picture = TONES[each.value]
            line.addWidget(Chip(self.look, say(FIT_NAMES[each.value]), tone, picture))
            if each.wants_to_talk:
                line.addWidget(Chip(self.look, tr("wants to talk"), "warn", "interview"))
            line.addWidget(label(spoken().date(each.answered_on), "second"))
            line.addStretch(1)
        self._lines.addLayout(line)

    def _on_told(self, pair: PairId, after: int, told: Mapping[str, FieldValue]) -> None:
        on = told[_ON.key]
        day = on if isinstance(on, date) else self.desk.today
        answers = {
            side: FitAnswer(value, told[f"relation_{side}_talk"] is True)
            for side in Side
            if isinstance(value := told[f"relation_{side}"], FitValue)
        }
        fresh = {side: answer for side, answer in answers.items() if answer != self._known(after, side)}

        def noting(store: Store) -> None:
            answer_fits(store, pair, after_meeting=after, answers=fresh or answers, on=day)

        self.keep(pair, noting)

    def _known(self, after: int, side: Side) -> FitAnswer | None:
        """Kept as it is, with its day, where only the other one is answered."""
        rows = () if self._facts is None else self._facts.fit
        found = next((each for each in rows if (each.after_meeting, each.side) == (after, side)), None)
        return None if found is None or found.value is None else FitAnswer(found.value, bool(found.wants_to_talk))


def _fields(side: Side, name: str) -> tuple[Row, Row]:
    """How well the two fit as one of them says, and whether she wants to talk."""
    value = ChoiceField(f"relation_{side}", msg("What {name} says", name=name), choices=_VALUES)
    talk = YesNoField(f"relation_{side}_talk", msg("{name} wants to talk with the programme", name=name))
    return Row(value), Row(talk)
