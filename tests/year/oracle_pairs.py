"""What the start page should say of one pair (R40 to R42, R60, R62 to R64, R69)."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator
from datetime import date, timedelta

from tests.year.facts import Expected, Facts, PairFacts, Rest

CONTRACT = "contract"
SIGN, FIRST_CONTACT, FIT, GOALS, LAST, NOTE_TALK = 14, 14, 7, 30, 30, 7  # days
REMIND, ASK, TALK = 1.5, 2, 3  # times the pair's interval
HABIT = 3
Figures = tuple[tuple[str, object], ...]


def entry(
    alert: str, about: str, urgency: str, figures: Figures = (), rule: Figures = (), due: date | None = None
) -> Expected:
    return Expected(alert, about, urgency, tuple(sorted(figures)), tuple(sorted(rule)), due)


def urgency_of(due: date, day: date) -> str | None:
    if due < day:
        return "overdue"
    if due == day:
        return "today"
    return "this_week" if due <= day + timedelta(7) else None


def begins(facts: Facts, pair: PairFacts) -> date:
    start_up = [each.days[-1] for each in facts.joint if each.kind == "start_up" and each.status != "cancelled"]
    return max([facts.starts, pair.approved, *start_up])


def ends(facts: Facts, pair: PairFacts) -> date:
    if facts.template["intake"] == "cohort":
        return facts.ends
    months = facts.template["months"]
    assert isinstance(months, int)
    return add_months(max(facts.starts, pair.approved), months) - timedelta(1)


def add_months(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def resting(pair: PairFacts, day: date) -> Rest | None:
    """The rest that nobody has ended yet; a pair that agreed on a day rests until somebody notes that it goes on."""
    return next((rest for rest in pair.rests if rest.begins <= day and (rest.back is None or day < rest.back)), None)


def meets(pair: PairFacts, day: date) -> bool:
    return pair.ended is None and resting(pair, day) is None


def running(facts: Facts, pair: PairFacts, day: date) -> bool:
    return meets(pair, day) and day <= ends(facts, pair)


def awake(pair: PairFacts, since: date, day: date) -> int:
    """Days from the one to the other in which the pair did not rest."""
    rested = 0
    for rest in pair.rests:
        first, back = max(rest.begins, since + timedelta(1)), min(rest.back or date.max, day + timedelta(1))
        rested += max(0, (back - first).days)
    return max(0, (day - since).days - rested)


def after_awake(pair: PairFacts, since: date, days: int) -> date:
    """The day on which so many days have passed awake."""
    day = since
    while days > 0:
        day += timedelta(1)
        days -= resting(pair, day) is None
    return day


def of_pair(facts: Facts, pair: PairFacts, day: date) -> Iterator[Expected]:
    if pair.ended is not None:
        return
    over = (day - ends(facts, pair)).days
    if over > 0:
        yield entry("to_close", pair.id, "overdue", (("count", over),), due=ends(facts, pair))
    elif (rest := resting(pair, day)) is not None:
        yield from _rest(facts, pair, rest, day)
    else:
        yield from _contract(pair, day)
        yield from _silence(facts, pair, day)
        yield from _no_agreement(facts, pair)
        yield from _minimum(facts, pair, day)
        yield from _planned(facts, pair, day)
        yield from _habits(pair)
        yield from _last(facts, pair, day)
        yield from _fit(facts, pair, day)
        yield from _goals(facts, pair, day)
        yield from _missing_talk(facts, pair, day)
    if meets(pair, day):
        yield from _talks(pair, day, over=over > 0)


def _rest(facts: Facts, pair: PairFacts, rest: Rest, day: date) -> Iterator[Expected]:
    """An agreed rest is left in peace; from the agreed day, or a week on where none was agreed, the pair is asked."""
    asked_on = rest.until or rest.begins + timedelta(FIT)
    if day >= asked_on:
        yield entry("on_hold", pair.id, "waiting", due=asked_on)


def _contract(pair: PairFacts, day: date) -> Iterator[Expected]:
    waited = (day - pair.approved).days
    if pair.signed is None and waited >= 1:
        urgency = "overdue" if waited > SIGN else "waiting"
        rule = (("count", SIGN),)
        yield entry("contract", pair.id, urgency, (("count", waited),), rule, pair.approved + timedelta(SIGN))


def _interval(facts: Facts, pair: PairFacts) -> int:
    """Days: the pair's own rhythm, and the programme's minimum where that is stricter (R42)."""
    rule = _rule(facts)
    if pair.rhythm is None:
        dense = rule.get("dense", 0)
        return rule["later_days"] if dense and len(pair.held) >= dense else rule["rhythm_days"]
    if rule["minimum"]:
        return min(pair.rhythm, max(1, _length(facts, pair) // rule["minimum"]))
    return pair.rhythm


def _no_agreement(facts: Facts, pair: PairFacts) -> Iterator[Expected]:
    """A pair that met, and whose own rhythm nobody recorded: the programme's is quoted until then."""
    if pair.held and pair.rhythm is None:
        figures = (("count", _interval(facts, pair)),)
        yield entry("rhythm_unset", pair.id, "waiting", figures, due=pair.held[0].day + timedelta(FIT))


def _rule(facts: Facts) -> dict[str, int]:
    rule = facts.template["conversations"]
    assert isinstance(rule, dict)
    return rule


def _length(facts: Facts, pair: PairFacts) -> int:
    return max(1, (ends(facts, pair) - begins(facts, pair)).days)


def _next_planned(pair: PairFacts) -> list[date]:
    kinds = ("conversation_first", "conversation", "conversation_third", "conversation_last")
    return sorted(each.day for each in pair.planned if each.kind in kinds and each.status == "planned")


def _silence(facts: Facts, pair: PairFacts, day: date) -> Iterator[Expected]:
    if not pair.held:
        start = begins(facts, pair)
        due = after_awake(pair, start, FIRST_CONTACT)
        if planned := _next_planned(pair):
            due = max(due, planned[0])
        if day >= due:
            rule = (("count", FIRST_CONTACT),)
            yield entry("first_contact", pair.id, "overdue", (("count", awake(pair, start, day)),), rule, due)
        return
    last, every = pair.held[-1].day, _interval(facts, pair)
    gap = awake(pair, last, day)
    if gap < REMIND * every:
        return
    figures: Figures = (("count", gap), ("every", every))
    quoted: Figures = (("count", every),)
    stricter = pair.rhythm is not None and every < pair.rhythm
    if stricter:
        assert pair.rhythm is not None
        minimum = _rule(facts)["minimum"]
        figures = (*figures, ("minimum", minimum))
        quoted = (("minimum", minimum), ("every", every), ("agreed", pair.rhythm))
    urgency = "this_week" if gap < ASK * every else "overdue"
    yield entry("rhythm", pair.id, urgency, figures, quoted, after_awake(pair, last, every))


def _minimum(facts: Facts, pair: PairFacts, day: date) -> Iterator[Expected]:
    asked, start, end = _rule(facts)["minimum"], begins(facts, pair), ends(facts, pair)
    by_now = asked * awake(pair, start, day) // _length(facts, pair)
    held = len(pair.held)
    if held >= asked or held >= by_now:
        return
    months = next(number for number in range(99) if add_months(day, number + 1) > end)
    left = months if months >= 1 else (end - day).days
    missing = (asked - held - 1) * _interval(facts, pair)
    urgency = "overdue" if day + timedelta(missing) > end else "this_week"
    figures = (("held", held), ("minimum", asked), ("left", (("count", left),)))
    yield entry("minimum", pair.id, urgency, figures, (("count", asked), ("day", end)), end)


def _planned(facts: Facts, pair: PairFacts, day: date) -> Iterator[Expected]:
    planned = _next_planned(pair)
    if day in planned and day not in [each.day for each in pair.held]:
        yield entry("conversation_today", pair.id, "today", due=day)
    past = [each for each in planned if each < day]
    if not past or any(True for _ in _silence(facts, pair, day)):
        return  # the longer silence speaks
    near = past[-1] - timedelta(_interval(facts, pair) // 2)
    if not pair.held or pair.held[-1].day < near:
        yield entry("unregistered", pair.id, "waiting", (("day", past[-1]),), due=past[-1])


def _habits(pair: PairFacts) -> Iterator[Expected]:
    latest = pair.held[-HABIT:]
    if len(latest) == HABIT:
        if not any(each.topic_sent for each in latest):
            yield entry("topics", pair.id, "waiting", (("count", HABIT),))
        if not any(each.summary_written for each in latest):
            yield entry("summaries", pair.id, "waiting", (("count", HABIT),))


def _last(facts: Facts, pair: PairFacts, day: date) -> Iterator[Expected]:
    end = ends(facts, pair)
    there = any(
        each.kind == "conversation_last" and (each.status == "held" or (each.status == "planned" and each.day >= day))
        for each in pair.planned
    )
    if day >= end - timedelta(LAST) and not there:
        yield entry("last_conversation", pair.id, urgency_of(end, day) or "this_week", (("day", end),), due=end)


def _fit(facts: Facts, pair: PairFacts, day: date) -> Iterator[Expected]:
    words = {"mentee": "the mentee", "mentor": "the mentor"}
    analysis = bool(facts.template.get("third_meeting_analysis"))
    for after, alert, before in ((1, "fit_after_first", "waiting"), (3, "third_meeting", "this_week")):
        if len(pair.held) < after or (after == 1 and len(pair.held) >= 3):
            continue
        if after == 3 and not analysis:
            alert, before = "fit_after_third", "waiting"
        said = {each.side for each in pair.fit if each.after == after}
        who = tuple(words[side] for side in words if side not in said)
        due = pair.held[after - 1].day + timedelta(FIT)
        if who:
            rule: Figures = () if alert == "third_meeting" else (("count", FIT),)
            yield entry(alert, pair.id, "overdue" if day > due else before, (("who", who),), rule, due)
    newest = {said.side: said for said in sorted(pair.fit, key=lambda each: each.on)}
    talks = [each.day for each in pair.planned if each.kind == "pair_talk" and each.status == "held"]
    calls = [
        newest[side]
        for side in words
        if side in newest
        and (newest[side].wants_to_talk or newest[side].value == "not_good")
        and not any(talk >= newest[side].on for talk in talks)
    ]
    if calls:
        due = min(each.on for each in calls) + timedelta(FIT)
        asking = [each.side for each in calls if each.wants_to_talk] or [each.side for each in calls]
        who = tuple(words[side] for side in words if side in asking)
        yield entry("bad_fit", pair.id, "overdue" if day > due else "today", (("who", who),), due=due)


def _goals(facts: Facts, pair: PairFacts, day: date) -> Iterator[Expected]:
    due = sorted((goal.due, goal.number) for goal in pair.goals if goal.open)
    if due and (urgency := urgency_of(due[0][0], day)) is not None:
        yield entry("goal_due", pair.id, urgency, (("day", due[0][0]), ("number", due[0][1])), due=due[0][0])
    if not pair.held or pair.goals or not facts.windows:
        return
    since = (day - pair.held[0].day).days
    if since > GOALS:
        limit = pair.held[0].day + timedelta(GOALS)
        yield entry("goal_document", pair.id, "waiting", (("count", since),), (("count", GOALS),), limit)


def _missing_talk(facts: Facts, pair: PairFacts, day: date) -> Iterator[Expected]:
    for first, last, opens, closes in facts.windows:
        if not first <= day <= last or begins(facts, pair) > closes or day < opens:
            continue
        talks = [each.day for each in pair.planned if each.kind == "pair_talk" and each.status != "cancelled"]
        if not any(first <= talk <= last for talk in talks):
            urgency = "overdue" if day > closes else "this_week"
            yield entry("pair_talk", pair.id, urgency, (), (("first", opens), ("last", closes)), closes)


def _talks(pair: PairFacts, day: date, *, over: bool) -> Iterator[Expected]:
    planned = sorted(each.day for each in pair.planned if each.kind == "pair_talk" and each.status == "planned")
    ahead, past = [each for each in planned if each >= day], [each for each in planned if each < day]
    if ahead and (urgency := urgency_of(ahead[0], day)) is not None:
        yield entry("talk_ahead", pair.id, urgency, (("day", ahead[0]),), due=ahead[0])
    if past and not over:
        due = past[-1] + timedelta(NOTE_TALK)
        urgency = "overdue" if day > due else "this_week"
        yield entry("talk_unregistered", pair.id, urgency, (("day", past[-1]),), due=due)
