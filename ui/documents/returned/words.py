"""How a form that came back, and what it would change, is said in the window."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mentordesk.actions.returned.proposals import Shown, Take
from mentordesk.actions.returned.takings import Change, Taking
from mentordesk.i18n.message import Message, Sayable, msg, pmsg
from mentordesk.queries.returned_forms import FORM, ReturnedForm
from ui.language import ntr, say, spoken, tr
from ui.tables.columns import Align, Column, day_column

_FILE = pmsg("in a folder", "File")
_MOST = 5  # problems in words
_LONGEST = 200  # letters of an answer in a cell


@dataclass(frozen=True, slots=True)
class Beside:
    """One row side by side."""

    name: str
    title: Sayable
    now: Shown
    then: Shown
    take: Take | None  # None: it cannot be taken, and `why` says so
    why: Message | None = None


def beside(taking: Taking) -> tuple[Beside, ...]:
    """What it changes, and under it the answers that cannot be taken."""
    changes = [Beside(each.name, each.title, each.now, each.then, each.take) for each in taking.changes]
    problems = [
        Beside(f"problem {at}", each.title, None, None, None, each.message) for at, each in enumerate(taking.problems)
    ]
    return (*changes, *problems)


def said(value: Shown) -> str:
    match value:
        case None:
            return ""
        case bool():
            return tr("Yes") if value else tr("No")
        case Message():
            return say(value)
        case date():
            return spoken().date(value)
        case tuple():
            return ", ".join(each if isinstance(each, str) else say(each) for each in value)
        case _:
            return str(value)


def on_a_line(value: Shown) -> str:
    text = " ".join(said(value).split())
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"


def state_of(taking: Taking) -> tuple[str, str]:
    """In words, and its tone."""
    if taking.refused is not None:
        return tr("not taken"), "bad"
    if taking.left:
        return ntr("{count} differs", "{count} differ", len(taking.left)), "warn"
    if taking.problems:
        return ntr("{count} not taken", "{count} not taken", len(taking.problems)), "warn"
    if not taking.taken:
        return tr("nothing new"), "plain"
    return ntr("{count} answer", "{count} answers", taking.taken), "good"


def who_of(taking: Taking) -> str:
    who = taking.who if isinstance(taking.who, str) else say(taking.who)
    if taking.is_new and who:
        return tr("{name} (new)", name=who)
    return who


def notes_of(taking: Taking) -> str:
    """What stands in no cell, or is too long for one."""
    told = [] if taking.refused is None else [say(taking.refused)]
    problems = [tr("{where}: {reason}", where=each.title, reason=each.message) for each in taking.problems[:_MOST]]
    return "\n".join([*told, *problems, *map(say, taking.notes)])


def form_columns() -> tuple[Column[Taking], ...]:
    return (
        Column(key="who", title=msg("Whose"), text=who_of, width=130),
        Column(key="form", title=FORM, text=lambda each: "" if each.title is None else say(each.title), width=115),
        Column(
            key="state",
            title=msg("What comes of it"),
            text=lambda each: state_of(each)[0],
            tone=lambda each: state_of(each)[1],
            width=145,
        ),
        Column(key="file", title=_FILE, text=lambda each: each.file, width=70),
    )


def beside_columns() -> tuple[Column[Beside], ...]:
    return (
        Column(key="title", title=msg("Question"), text=lambda each: say(each.title), width=150),
        Column(
            key="now",
            title=msg("In the file"),
            text=lambda each: on_a_line(each.now),
            hint=lambda each: said(each.now),
            width=115,
        ),
        Column(
            key="then",
            title=msg("On the form"),
            text=lambda each: on_a_line(each.then) if each.why is None else say(each.why),
            hint=lambda each: said(each.then) if each.why is None else say(each.why),
            width=150,
        ),
        Column(key="take", title=msg("What holds"), text=_holds, tone=_tone, width=120),
    )


def came_back_columns() -> tuple[Column[ReturnedForm], ...]:
    return (
        day_column("returned_on", msg("Came back on"), lambda each: each.returned_on),
        Column(key="form", title=FORM, text=lambda each: say(each.title), width=260),
        Column(key="who", title=msg("Whose"), text=lambda each: each.who, width=260),
        Column(
            key="taken",
            title=msg("Answers taken"),
            text=lambda each: str(each.taken),
            sort=lambda each: each.taken,
            align=Align.RIGHT,
            width=130,
        ),
    )


def _holds(each: Beside) -> str:
    if each.take is None:
        return tr("not taken")
    return tr("the form") if each.take is Take.THEIRS else tr("the file")


def _tone(each: Beside) -> str:
    if each.take is None:
        return "bad"
    if each.take is Take.THEIRS:
        return "good"
    return "warn" if each.now not in (None, "", ()) else "plain"


def other(change: Change | Beside) -> Take:
    return Take.OURS if change.take is Take.THEIRS else Take.THEIRS
