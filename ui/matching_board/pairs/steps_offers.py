"""What each plain step of a pair's life asks, and the action that it is (R40 to R42): one table.

To add one: a function that gives its Offer, and a line in OFFERS. Hold, substitute, fit and re-match show more than a
form and have modules of their own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from mentordesk.actions.contracts import sign_contract
from mentordesk.actions.files import Store
from mentordesk.actions.matching import (
    Agreement,
    Closing,
    CriteriaException,
    accept,
    ask_both,
    begin,
    complete,
    decline,
    dissolve,
    note_agreement,
    resume,
)
from mentordesk.domain.fields import ChoiceField, Choices, DateField, Field, NumberField, TextField, YesNoField
from mentordesk.domain.pair_steps import PairStep
from mentordesk.domain.pairs import ENDING_NAMES, Ending, Side
from mentordesk.domain.programmes import MODE_NAMES, Mode
from mentordesk.i18n.message import Message, msg
from mentordesk.queries.pair_page import PairPage
from ui.forms.form import Row
from ui.matching_board.pairs.steps_form import Told

ON = DateField("on", msg("Date"))
DAY = Row(ON, required=True)
NO_REASON_KEPT = msg("Only the category is kept. No reason is written down, here or anywhere else.")


class Who(StrEnum):
    """Which of the two, or neither of them alone."""

    MENTEE = "mentee"
    MENTOR = "mentor"
    NEITHER = "neither"

    @property
    def side(self) -> Side | None:
        return None if self is Who.NEITHER else Side(self.value)


@dataclass(frozen=True, slots=True)
class Offer:
    """`does` is the button's; `deed` makes the action out of what was told, `excepting` where criteria are open."""

    does: Message
    fields: tuple[Field | Row, ...]
    deed: Callable[[Told], Callable[[Store], object]]
    known: Told = field(default_factory=dict)
    hints: tuple[Message, ...] = ()
    excepting: Callable[[Told, CriteriaException], Callable[[Store], object]] | None = None


def who_field(page: PairPage, key: str, title: Message, neither: Message | None, *, but: tuple[Side, ...] = ()) -> Row:
    """A choice between the two by name; `neither`: what the third choice is called."""
    names = {Who.MENTEE: mentee_named(page), Who.MENTOR: mentor_named(page)}
    options = [(who, name, "") for who, name in names.items() if who.side not in but]
    if neither is not None:
        options.append((Who.NEITHER, neither, ""))
    return Row(ChoiceField(key, title, choices=Choices(tuple(options))), required=True)


def mentee_named(page: PairPage) -> Message:
    return msg("{name} (mentee)", name=page.row.mentee.name)


def mentor_named(page: PairPage) -> Message:
    return msg("{name} (mentor)", name=page.row.mentor.name)


def ending_fields(page: PairPage) -> tuple[Row, ...]:
    """What an end by agreement asks, without whether a new mentor is wanted."""
    endings = Choices(tuple((ending, name, "") for ending, name in ENDING_NAMES.items()))
    return (
        DAY,
        Row(ChoiceField("ending", msg("Why, as a category"), choices=endings), required=True, hint=NO_REASON_KEPT),
        who_field(page, "asked_by", msg("Who asked for it"), msg("Both")),
    )


def agreement_of(told: Told, *, new_mentor_wanted: bool) -> Agreement:
    ending, who = told["ending"], told["asked_by"]
    assert isinstance(ending, Ending)
    assert isinstance(who, Who)
    return Agreement(day_of(told), ending, who.side, new_mentor_wanted)


def day_of(told: Told, key: str = "on") -> date:
    day = told[key]
    assert isinstance(day, date)
    return day


def _ask(page: PairPage) -> Offer:
    pair = page.row.id
    does = msg("Note that both are asked")
    return Offer(does, (DAY,), lambda told: lambda store: ask_both(store, pair, on=day_of(told)))


def _accept(page: PairPage) -> Offer:
    def deed(told: Told) -> Callable[[Store], object]:
        who = told["who"]
        assert isinstance(who, Who)
        assert who.side is not None
        side = who.side
        return lambda store: accept(store, page.row.id, side, on=day_of(told))

    only = [who for who in (Who.MENTEE, Who.MENTOR) if who.side not in page.said_yes]
    known = {"who": only[0]} if len(only) == 1 else {}
    who = who_field(page, "who", msg("Who said yes"), None, but=page.said_yes)
    return Offer(msg("Note the yes"), (who, DAY), deed, known)


def _decline(page: PairPage) -> Offer:
    def deed(told: Told) -> Callable[[Store], object]:
        who = told["who"]
        assert isinstance(who, Who)
        return lambda store: decline(store, page.row.id, by=who.side, on=day_of(told))

    who = who_field(page, "who", msg("Who said no"), msg("Nobody: the programme takes the proposal back"))
    hint = msg("Both are free again and what was planned is cancelled. Why is not written down.")
    return Offer(msg("End the proposal"), (who, DAY), deed, hints=(hint,))


def _sign(page: PairPage) -> Offer:
    pair = page.row.id
    hint = msg("The day on which the second of the two signed.")
    does = msg("Mark as signed")
    return Offer(does, (DAY,), lambda told: lambda store: sign_contract(store, pair, on=day_of(told)), hints=(hint,))


def _begin(page: PairPage) -> Offer:
    pair = page.row.id

    def excepting(told: Told, exception: CriteriaException) -> Callable[[Store], object]:
        return lambda store: begin(store, pair, on=day_of(told), exception=exception)

    does = msg("Mark as active")
    return Offer(
        does,
        (DAY,),
        lambda told: lambda store: begin(store, pair, on=day_of(told)),
        excepting=excepting,
    )


def _agree(page: PairPage) -> Offer:
    modes = Choices(tuple((mode, name, "") for mode, name in MODE_NAMES.items()))
    fields = (
        Row(NumberField("rhythm_days", msg("They meet every"), low=1, high=366), unit=msg("days")),
        Row(NumberField("length_minutes", msg("Each conversation lasts"), low=1, high=1440), unit=msg("minutes")),
        Row(ChoiceField("mode", msg("Form"), choices=modes)),
        Row(TextField("place", msg("Place"))),
    )

    def deed(told: Told) -> Callable[[Store], object]:
        rhythm, length, mode, place = (told[each.field.key] for each in fields)
        return lambda store: note_agreement(
            store,
            page.row.id,
            rhythm_days=rhythm if isinstance(rhythm, int) else None,
            length_minutes=length if isinstance(length, int) else None,
            mode=mode if isinstance(mode, Mode) else None,
            place=place if isinstance(place, str) else "",
        )

    row = page.row
    known: Told = {
        "rhythm_days": row.rhythm_days,
        "length_minutes": row.length_minutes,
        "mode": row.mode,
        "place": row.place or None,
    }
    hint = msg("What is left empty is as the programme says.")
    return Offer(msg("Note what they agreed"), fields, deed, known, (hint,))


def _resume(page: PairPage) -> Offer:
    pair = page.row.id
    hint = msg("They meet again from that day on. What was to move or be cancelled for the hold does so now.")
    does = msg("Let them go on")
    return Offer(does, (DAY,), lambda told: lambda store: resume(store, pair, on=day_of(told)), hints=(hint,))


_CLOSING = (
    YesNoField("mentee_evaluated", msg("The mentee has evaluated the relation, alone")),
    YesNoField("mentor_evaluated", msg("The mentor has evaluated the relation, alone")),
    YesNoField("lessons_summed_up", msg("Both have summed up what they learnt")),
    YesNoField("contact_continues", msg("The two stay in touch")),
)


def _complete(page: PairPage) -> Offer:
    def deed(told: Told) -> Callable[[Store], object]:
        answers = (told[each.key] for each in _CLOSING)
        closing = Closing(*(answer if isinstance(answer, bool) else None for answer in answers))
        return lambda store: complete(store, page.row.id, on=day_of(told), closing=closing)

    return Offer(msg("Complete the pair"), (DAY, *_CLOSING), deed)


_WANTED = YesNoField("new_mentor_wanted", msg("The mentee wants a new mentor"))


def _dissolve(page: PairPage) -> Offer:
    def deed(told: Told) -> Callable[[Store], object]:
        agreement = agreement_of(told, new_mentor_wanted=told[_WANTED.key] is True)
        return lambda store: dissolve(store, page.row.id, agreement)

    fields = (*ending_fields(page), Row(_WANTED, required=True))
    hint = msg("Both are free again, and what is planned after that day is cancelled.")
    return Offer(msg("End by agreement"), fields, deed, hints=(hint,))


OFFERS: Mapping[PairStep, Callable[[PairPage], Offer]] = {
    PairStep.ASK: _ask,
    PairStep.ACCEPT: _accept,
    PairStep.DECLINE: _decline,
    PairStep.SIGN: _sign,
    PairStep.BEGIN: _begin,
    PairStep.AGREE: _agree,
    PairStep.RESUME: _resume,
    PairStep.COMPLETE: _complete,
    PairStep.DISSOLVE: _dissolve,
}
