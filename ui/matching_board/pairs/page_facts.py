"""What is known of a pair, a card to a subject (R42): history, agreement, conversations, dates to come, papers, goals.

Rows only: nothing here changes anything, but for the one button that ends a substitution.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout

from mentordesk.documents.declared.pair_kinds import PAIR_KINDS
from mentordesk.documents.declared.plan_kinds import WHY_YOU_TWO
from mentordesk.domain.goals import GOAL_STATUS_NAMES
from mentordesk.domain.meetings import MeetingStatus
from mentordesk.domain.pair_stages import ENDED, STAGE_NAMES
from mentordesk.domain.pairs import ENDING_NAMES, PairStatus, Side
from mentordesk.domain.passing import DecisionKind
from mentordesk.domain.people import PAPER_FIELDS
from mentordesk.domain.programmes import MODE_NAMES
from mentordesk.i18n.message import Message, Sayable, msg, nmsg
from mentordesk.queries.conversations import Outcome
from mentordesk.queries.pair_life import EndingRow
from mentordesk.queries.pair_page import PairPage
from ui.language import say, spoken, tr
from ui.theme import Look, Space
from ui.widgets.buttons import button
from ui.widgets.frames import column, frame, row
from ui.widgets.labels import label

_MOST = 8  # lines of meetings to come


def card(look: Look, title: str, name: str) -> tuple[QFrame, QVBoxLayout]:
    """An empty one with its heading."""
    made = frame("card")
    made.setObjectName(name)
    made.setAccessibleName(title)
    down = column(look, within=made, space=Space.WITHIN, edge=Space.AROUND)
    down.addWidget(label(title, "strong", wrap=True))
    down.addSpacing(look.px(Space.WITHIN))
    return made, down


def history_card(look: Look, page: PairPage) -> QFrame:
    made, down = card(look, tr("History"), "historyCard")
    for reached in page.history:
        _two(look, down, say(STAGE_NAMES[reached.stage]), spoken().date(reached.on))
    if page.ended is not None:
        for sentence in _ending(page.ended, page):
            down.addWidget(label(say(sentence), "second", wrap=True))
    for each in page.decisions:
        told = tr("Approved by {name}, {day}", name=each.by, day=each.on)
        if each.kind is DecisionKind.PASSED:
            why = each.reason or ""
            told = tr("A warning was passed by {name}, {day}: {reason}", name=each.by, day=each.on, reason=why)
        down.addWidget(label(told, "second", wrap=True))
    return made


def conversations_card(look: Look, page: PairPage) -> QFrame:
    made, down = card(look, tr("Conversations"), "conversationsCard")
    held = [each for each in page.conversations if each.outcome is not Outcome.CANCELLED]
    _two(look, down, tr("Registered"), spoken().number(len(held), 0))
    _two(look, down, tr("The last one"), spoken().date(held[-1].day) if held else tr("none yet"))
    ahead = page.next
    if page.stage not in ENDED:
        _two(look, down, tr("The next one"), spoken().date(ahead.starts_at.date()) if ahead else tr("not planned"))
    talks = [each for each in page.talks if each.status is MeetingStatus.HELD]
    _two(look, down, tr("Talks with the programme"), spoken().number(len(talks), 0))
    row_ = page.row
    agreed = [
        *([nmsg("every {count} day", "every {count} days", row_.rhythm_days)] if row_.rhythm_days else []),
        *([nmsg("{count} minute", "{count} minutes", row_.length_minutes)] if row_.length_minutes else []),
        *([MODE_NAMES[row_.mode]] if row_.mode else []),
    ]
    parts = [*map(say, agreed), *([row_.place] if row_.place else [])]
    _two(look, down, tr("They agreed"), ", ".join(parts) if parts else tr("as the programme says"))
    return made


def due_card(look: Look, page: PairPage) -> QFrame:
    made, down = card(look, tr("Meetings to come"), "dueCard")
    if not page.due:
        down.addWidget(label(tr("None is planned."), "second", wrap=True))
    for each in page.due[:_MOST]:
        day = each.starts_at.date()
        words = spoken().date(day)
        if each.rests:
            words = tr("{day}, rests", day=day)
        elif day < page.today:
            words = tr("{day}, held?", day=day)
        _two(look, down, say(each.title), words)
    if len(page.due) > _MOST:
        down.addWidget(label(say(nmsg("and {count} more", "and {count} more", len(page.due) - _MOST)), "second"))
    return made


def papers_card(look: Look, page: PairPage) -> QFrame:
    made, down = card(look, tr("Papers"), "papersCard")
    if not page.printed and not page.received:
        down.addWidget(label(tr("None was made or received yet."), "second", wrap=True))
    for printed in page.printed[:_MOST]:
        _two(look, down, _printed_title(printed.kind), tr("made {day}", day=printed.made_at.date()))
    for paper in page.received:
        name = page.row.mentee.name if paper.side is Side.MENTEE else page.row.mentor.name
        title = tr("{paper}, {name}", paper=_received_title(paper.kind), name=name)
        if paper.received_on is not None:
            state = tr("came {day}", day=paper.received_on)
        else:
            state = tr("received") if paper.received else tr("not received")
        _two(look, down, title, state)
    return made


def goals_card(look: Look, page: PairPage) -> QFrame:
    made, down = card(look, tr("Goals"), "goalsCard")
    if not page.goals:
        down.addWidget(label(tr("None is registered. What they say belongs to the two."), "second", wrap=True))
    for goal in page.goals:
        _two(look, down, tr("Goal {number}", number=goal.number), say(GOAL_STATUS_NAMES[goal.status]))
    return made


def pauses_card(look: Look, page: PairPage, back: Callable[[], object] | None) -> QFrame:
    """Times on hold and substitutes; `back`: the pair's own mentor is back, where somebody stands in."""
    made, down = card(look, tr("On hold, and substitutes"), "pausesCard")
    if not page.holds and not page.substitutes:
        down.addWidget(label(tr("Neither so far."), "second", wrap=True))
    for hold in page.holds:
        end = hold.resumed_on or hold.until_on
        words = spoken().date(hold.from_on)
        if end is not None:
            words = tr("{first} to {last}", first=hold.from_on, last=end)
        _two(look, down, tr("On hold"), words)
    for each in page.substitutes:
        last = each.until_on if each.ended_on is None else each.ended_on
        words = tr("{first} to {last}", first=each.from_on, last=last)
        _two(look, down, tr("{name} stands in", name=each.name), words)
    if back is not None:
        words = tr("{mentor} is back", mentor=page.row.mentor.name)
        line = row(look)
        line.addWidget(button(words, back, name="endSubstitute"))
        line.addStretch(1)
        down.addLayout(line)
    return made


def _two(look: Look, down: QVBoxLayout, title: str, value: str) -> None:
    """What it is on the left, how it stands on the right; both wrap where there is no room."""
    line = row(look)
    line.addWidget(label(title, "second", wrap=True), 3)
    words = label(value, wrap=True)
    words.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop)
    line.addWidget(words, 2)
    down.addLayout(line)


def _printed_title(kind: str) -> str:
    return next((say(known.title) for known in (*PAIR_KINDS, WHY_YOU_TWO) if known.key == kind), kind)


def _received_title(kind: str) -> str:
    return next((say(field.title) for field in PAPER_FIELDS if field.key == kind), kind)


def _ending(ended: EndingRow, page: PairPage) -> Iterable[Sayable]:
    if ended.ending is not None:
        yield ENDING_NAMES[ended.ending]
        names = {Side.MENTEE: page.row.mentee.name, Side.MENTOR: page.row.mentor.name}
        side = ended.asked_by
        yield msg("Both asked for it") if side is None else msg("Asked for by {name}", name=names[side])
        if ended.new_mentor_wanted is not None:
            yield _WANTED[ended.new_mentor_wanted]
    if page.row.status is PairStatus.COMPLETED:
        for answer, yes, no in (
            (ended.mentee_evaluated, msg("The mentee has evaluated"), msg("The mentee has not evaluated")),
            (ended.mentor_evaluated, msg("The mentor has evaluated"), msg("The mentor has not evaluated")),
            (ended.lessons_summed_up, msg("What they learnt is summed up"), msg("What they learnt is not summed up")),
            (ended.contact_continues, msg("They stay in touch"), msg("They don’t stay in touch")),
        ):
            if answer is not None:
                yield yes if answer else no


_WANTED: dict[bool, Message] = {True: msg("A new mentor is wanted"), False: msg("No new mentor is wanted")}
