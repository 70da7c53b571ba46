"""What people do in a simulated programme: a temper for each pair, and from it the deeds of every day, by one seed.

The story knows the notebook and no product; running.py does what is told here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum, auto
from random import Random

from tests.year.facts import Facts, Joint, PairFacts, Planned
from tests.year.oracle_pairs import begins, ends, resting


class Temper(Enum):
    PUNCTUAL = auto()
    LATE = auto()  # with everything
    SILENT = auto()  # for a long time, and then back
    DISSOLVED = auto()
    RESTS_UNTIL = auto()
    RESTS_OPEN = auto()
    UNSIGNED = auto()
    BAD_FIT = auto()
    NO_ANSWERS = auto()
    NO_GOALS = auto()
    MISSES_TALK = auto()
    NO_TOPICS = auto()
    OWN_RHYTHM = auto()
    SLOW_TO_MEET = auto()


@dataclass(frozen=True)
class Deed:
    """`about` is a pair, a meeting, a deadline or a participation by its id; the rest is what was said."""

    what: str
    about: str = ""
    day: date | None = None
    words: tuple[object, ...] = ()


@dataclass
class Story:
    """Deeds are drawn afresh from the seed and the thing they are about, so that they do not hang on their order."""

    seed: int
    tempers: tuple[Temper, ...]
    told: set[tuple[object, ...]] = field(default_factory=set)

    def dice(self, *about: object) -> Random:
        return Random(f"{self.seed} {about}")

    def once(self, *about: object) -> bool:
        """True the first time that it is asked."""
        fresh = about not in self.told
        self.told.add(about)
        return fresh

    def deeds(self, facts: Facts, day: date) -> list[Deed]:
        found: list[Deed] = []
        for number, pair in enumerate(facts.pairs):
            if pair.ended is None:
                found += self._of_pair(facts, pair, self.tempers[number], number, day)
        networks = [each.id for each in facts.joint if each.kind == "mentor_network"]
        for number, meeting in enumerate(facts.joint):
            if meeting.id in networks[1:2] and meeting.status == "planned":  # the second of them is never held
                found += [Deed("cancel the meeting", meeting.id)] if day >= meeting.days[0] - timedelta(30) else []
            else:
                found += self._of_meeting(meeting, number, day)
        for number, due in enumerate(facts.deadlines):
            done = due.day + timedelta(self.dice("deadline", number).choice((-9, -3, 0, 1, 6)))
            if due.done is None and day >= done:
                found.append(Deed("finish", due.id))
        return found + self._of_programme(facts, day)

    def _of_pair(self, facts: Facts, pair: PairFacts, temper: Temper, number: int, day: date) -> list[Deed]:
        dice = self.dice("pair", number)
        late = temper is Temper.LATE
        start, end = begins(facts, pair), ends(facts, pair)
        sign_after = 95 if temper is Temper.UNSIGNED else dice.choice((20, 30)) if late else dice.randint(0, 12)
        event = start + timedelta(dice.randint(60, 200))  # when this pair's own story happens
        found: list[Deed] = []
        for paper, after in (("contract", dice.randint(0, 3)), ("first-meeting-checklist", dice.randint(0, 20))):
            if paper not in pair.printed and day >= pair.approved + timedelta(after):
                found.append(Deed("print", pair.id, words=(paper,)))
        if pair.signed is None and day >= pair.approved + timedelta(sign_after):
            found.append(Deed("sign", pair.id))
        if day > end:
            gone = end + timedelta(dice.randint(2, 15))
            back = [Deed("resume", pair.id)] if resting(pair, day) else []
            return [*found, *back, Deed("complete", pair.id)] if day >= gone else found
        if (rest := resting(pair, day)) is not None:
            back_on = (rest.until or rest.begins + timedelta(45)) + timedelta(dice.choice((0, 3)))
            return [*found, Deed("resume", pair.id)] if day >= back_on else found
        if pair.signed is not None and day >= event and self.once("event", number):
            found += self._event(pair, temper, number, day)
            if any(deed.what in ("dissolve", "hold") for deed in found):
                return found
        found += self._conversation(pair, temper, number, day, event)
        found += self._answers(pair, temper, number, day)
        found += self._goals(pair, temper, number, day)
        return found + self._talks(pair, temper, number, day)

    def _event(self, pair: PairFacts, temper: Temper, number: int, day: date) -> list[Deed]:
        match temper:
            case Temper.DISSOLVED:
                others = sum(each is Temper.DISSOLVED for each in self.tempers[:number])
                return [Deed("dissolve", pair.id, words=(others % 2 == 0,))]
            case Temper.RESTS_UNTIL:
                return [Deed("hold", pair.id, day + timedelta(60))]
            case Temper.RESTS_OPEN:
                return [Deed("hold", pair.id)]
            case Temper.OWN_RHYTHM:
                return [Deed("agree", pair.id, words=(self.dice("rhythm", number).choice((14, 35)),))]
        return []

    def _conversation(self, pair: PairFacts, temper: Temper, number: int, day: date, event: date) -> list[Deed]:
        if temper is Temper.SILENT and event <= day < event + timedelta(220):
            return []
        if temper is Temper.SLOW_TO_MEET and not pair.held and day < pair.planned[0].day + timedelta(30):
            return []
        waiting = (
            each
            for each in pair.planned
            if each.status == "planned"
            and each.day <= day
            and each.kind.startswith("conversation")
            and ("alone", number, each.day) not in self.told
        )
        due = next((each for each in waiting if self._when(temper, each) <= day), None)
        if due is None or (pair.held and pair.held[-1].day >= day):
            return []
        alone = self.dice("alone", due.day).random() < 0.1  # registered by its day, not as the planned one
        if alone:
            self.once("alone", number, due.day)
        sent = temper is not Temper.NO_TOPICS or self.dice("topic", due.day).random() < 0.2
        return [Deed("talk together", pair.id, day, (sent, sent, None if alone else due.day))]

    def _when(self, temper: Temper, planned: Planned) -> date:
        late = self.dice("late", temper, planned.day).choice((0, 0, 4, 12, 25) if temper is Temper.LATE else (0, 0, 1))
        return planned.day + timedelta(late)

    def _answers(self, pair: PairFacts, temper: Temper, number: int, day: date) -> list[Deed]:
        found = []
        for after in (1, 3):
            for side in ("mentee", "mentor"):
                dice = self.dice("fit", number, after, side)
                wait = 40 if temper is Temper.NO_ANSWERS else dice.choice((0, 2, 9))
                if len(pair.held) < after or day < pair.held[after - 1].day + timedelta(wait):
                    continue
                bad = temper is Temper.BAD_FIT and side == "mentee"
                if self.once("fit", number, after, side):
                    found.append(
                        Deed("answer", pair.id, words=(side, after, "not_good" if bad else "good", bad and after == 3))
                    )
        return found

    def _goals(self, pair: PairFacts, temper: Temper, number: int, day: date) -> list[Deed]:
        if not pair.held:
            return []
        wait = 60 if temper is Temper.NO_GOALS else self.dice("goals", number).randint(5, 25)
        if not pair.goals and day >= pair.held[0].day + timedelta(wait):
            return [Deed("set a goal", pair.id, day + timedelta(self.dice("goal", number).randint(40, 200)))]
        reached = [goal for goal in pair.goals if goal.open and day >= goal.due + timedelta(number % 5 - 2)]
        return [Deed("reach the goal", pair.id)] if reached else []

    def _talks(self, pair: PairFacts, temper: Temper, number: int, day: date) -> list[Deed]:
        found = []
        for talk in pair.planned:
            if talk.kind != "pair_talk" or talk.status != "planned":
                continue
            if temper is Temper.MISSES_TALK and day >= talk.day - timedelta(20):
                found.append(Deed("cancel the talk", pair.id, talk.day))
            elif day >= talk.day + timedelta(self.dice("talk", number, talk.day).choice((0, 0, 2, 8))):
                found.append(Deed("hold the talk", pair.id, talk.day))
        return found

    def _of_meeting(self, meeting: Joint, number: int, day: date) -> list[Deed]:
        dice = self.dice("meeting", number)
        held, noted = dice.choice((0, 0, 1, 5)), dice.choice((0, 1, 4))
        last = meeting.days[-1]
        if meeting.status == "planned":
            return [Deed("hold the meeting", meeting.id)] if day >= last + timedelta(held) else []
        if meeting.status == "held" and meeting.kind.startswith("team") and self.once("decided", meeting.id):
            to = (day + timedelta(dice.randint(3, 25)), day + timedelta(dice.randint(3, 40)))
            return [Deed("add a task", day=to[0]), Deed("open an issue", day=to[1])]
        if meeting.status != "held" or meeting.kind.startswith("team"):
            return []
        found = []
        if not meeting.noted and day >= last + timedelta(held + noted) and self.once("attendance", meeting.id):
            found.append(Deed("note who came", meeting.id, words=(dice.randint(0, 3),)))
        if meeting.absent and day >= last + timedelta(dice.choice((8, 12, 22))):
            found.append(Deed("follow up", meeting.id))
        return found

    def _of_programme(self, facts: Facts, day: date) -> list[Deed]:
        found = [
            Deed("hand out the book", mentor)
            for mentor in sorted(facts.without_book)
            if day >= facts.starts + timedelta(self.dice("book", facts.numbers[mentor]).randint(5, 100))
        ]
        found += [
            Deed("enter the unit", side)
            for side in sorted(facts.without_unit)
            if day >= facts.starts + timedelta(self.dice("unit", facts.numbers[side]).randint(20, 60))
        ]
        for pair in facts.pairs:
            if pair.new_mentor_wanted and pair.ended is not None and day >= pair.ended + timedelta(38):
                found.append(Deed("want no mentor", pair.id))
        for what, tasks in (("finish the task", facts.tasks), ("close the issue", facts.issues)):
            for number, task in enumerate(tasks):
                done = task.day + timedelta(self.dice(what, number).choice((-4, -1, 0, 6)))
                found += [Deed(what, task.id)] if task.open and day >= done else []
        asked = min(facts.ask_on.values(), default=date.max)
        if day - timedelta(self.dice("stay").choice((3, 20))) >= asked:
            found.append(Deed("they stay"))
        return found


def a_story(seed: int, pairs: int) -> Story:
    """Every temper is there as often as any other, in an order by the seed."""
    tempers = [list(Temper)[number % len(Temper)] for number in range(pairs)]
    Random(f"{seed} tempers").shuffle(tempers)
    return Story(seed, tuple(tempers))
