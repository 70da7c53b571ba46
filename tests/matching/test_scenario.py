"""A scenario solved: locks kept, the optimum proved, everybody left out told why, and what forcing a pair costs."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentordesk.domain.criteria import Standing
from mentordesk.domain.ids import ParticipationId, PersonId, UnitId
from mentordesk.domain.people import Role
from mentordesk.domain.programmes import Mode
from mentordesk.domain.units import Unit
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.languages import LANGUAGES
from mentordesk.i18n.message import Message
from mentordesk.matching.candidates import Candidate, Question
from mentordesk.matching.factors import FACTORS
from mentordesk.matching.rules import broken
from mentordesk.matching.scenario import Solution, solve
from tests.counts import count
from tests.matching import people
from tests.matching.people import TODAY, WARD_3, WARD_4, at, finding, somebody

FOCUS = people.settings(weights={factor.key: int(factor.key == "focus") for factor in FACTORS})


def asked(mentees: list[Candidate], mentors: list[Candidate], **facts: object) -> Question:
    known: dict[str, object] = {"settings": FOCUS, "today": TODAY, "units": people.UNITS}
    return Question(tuple(mentees), tuple(mentors), **(known | facts))  # type: ignore[arg-type]  # by name


def wanting(name: str, *needs: str, **facts: object) -> Candidate:
    return somebody(name, needs=needs, **facts)


def offering(name: str, *offers: str, **facts: object) -> Candidate:
    return somebody(name, offers=offers, **facts)


def board(solution: Solution) -> dict[str, str]:
    name = {one.id: one.name for one in (*solution.question.mentees, *solution.question.mentors)}
    return {name[mentee]: name[mentor] for mentee, mentor in solution.mentor_of.items()}


def english(sentences: tuple[Message, ...]) -> list[str]:
    return [catalog("en").say(sentence) for sentence in sentences]


ANN, BO, CY = wanting("Ann", "a", "b"), wanting("Bo", "a"), wanting("Cy", "c")
XI, YU, ZO = offering("Xi", "a", "b"), offering("Yu", "a"), offering("Zo", "c", "a")
SIX = asked([ANN, BO, CY], [XI, YU, ZO])


def test_the_best_plan_with_its_figures() -> None:
    solution = solve(SIX)
    assert board(solution) == {"Ann": "Xi", "Bo": "Yu", "Cy": "Zo"}
    assert (solution.matched, solution.weak, solution.worst, solution.total) == (3, 0, 100.0, 300.0)
    assert (solution.capacity, solution.optimal, solution.left_out) == (3, True, ())
    assert [pair.points for pair in solution.pairs] == [{"focus": 100.0}] * 3


def test_a_locked_pair_stays_and_the_rest_is_the_best_around_it() -> None:
    solution = solve(replace(SIX, locked=frozenset(((ANN.id, ZO.id),))))
    assert board(solution)["Ann"] == "Zo"
    assert [pair.locked for pair in solution.pairs] == [True, False, False]
    assert (solution.matched, solution.worst) == (3, 0.0)
    assert solution.alternatives(ANN.id, 3) == ()
    assert solution.forced(ANN.id, XI.id) is None
    assert english(solution.hindrances(ANN.id, XI.id)) == ["Ann is locked to Zo."]
    assert english(solution.hindrances(BO.id, ZO.id)) == ["Locked pairs take all places of Zo."]
    assert solution.hindrances(ANN.id, ZO.id) == ()


def test_a_lock_stands_even_where_a_rule_forbids_the_pair_and_says_so() -> None:
    mentors = [XI, YU, replace(ZO, vetoes=frozenset((ANN.person,)))]
    solution = solve(asked([ANN, BO, CY], mentors, locked=frozenset(((ANN.id, ZO.id),))))
    assert board(solution)["Ann"] == "Zo"
    assert [one.rule.key for one in solution.explain(ANN.id, ZO.id).broken] == ["veto"]


def test_locks_of_people_who_are_gone_dont_count_and_two_locks_are_refused() -> None:
    gone = (ParticipationId("gone"), XI.id)
    assert board(solve(replace(SIX, locked=frozenset((gone,))))) == board(solve(SIX))
    with pytest.raises(ValueError, match="one mentor only"):
        solve(replace(SIX, locked=frozenset(((ANN.id, XI.id), (ANN.id, YU.id)))))


def test_pairs_kept_apart_are_not_in_the_plan() -> None:
    solution = solve(replace(SIX, apart=frozenset(((ANN.id, XI.id),))))
    assert board(solution) == {"Ann": "Yu", "Bo": "Xi", "Cy": "Zo"}
    assert solution.total == 250.0


def test_what_forcing_a_pair_costs_and_who_moves() -> None:
    solution = solve(SIX)
    cheapest, dearest = solution.alternatives(ANN.id, 5)
    assert english(cheapest.words) == ["Costs 50.0 points.", "2 pairs change."]
    assert english(tuple(move.words for move in cheapest.moves)) == [
        "Ann moves from Xi to Yu.",
        "Bo moves from Yu to Xi.",
    ]
    assert dearest.mentor == ZO.id
    assert english(dearest.words)[0] == "1 more pair would be under 50 points."
    own = solution.forced(ANN.id, XI.id)
    assert own is not None
    assert (own.points, own.moves) == (0, ())


def test_forcing_may_leave_somebody_out() -> None:
    far = replace(BO, vetoes=frozenset((XI.person, ZO.person)))
    solution = solve(asked([ANN, far, CY], [XI, YU, ZO]))
    forced = solution.forced(ANN.id, YU.id)
    assert forced is not None
    assert english(forced.words) == ["1 more mentee would be without a mentor.", "2 pairs change."]
    assert english((forced.moves[-1].words,)) == ["Bo loses Yu and is without a mentor."]


def test_raising_the_lowest_pair_gives_another_board_with_the_prices_of_the_plain_one() -> None:
    ann, bo = wanting("Ann", *"abcdefghij"), wanting("Bo", *"qrstuvwxyz")
    question = asked([ann, bo], [offering("Xi", *"abcdefghij", *"qrstuvw"), offering("Yu", *"abcdef", *"qrstu")])
    plain, raised = solve(question), solve(question, raise_lowest=True)
    assert (board(plain), plain.worst, plain.total) == ({"Ann": "Xi", "Bo": "Yu"}, 50.0, 150.0)
    assert (board(raised), raised.worst, raised.total) == ({"Ann": "Yu", "Bo": "Xi"}, 60.0, 130.0)
    assert raised.optimal
    (other,) = raised.alternatives(ann.id, 5)
    assert (other.mentor, other.points) == (plain.mentor_of[ann.id], 0)
    by_setting = replace(question, settings=replace(FOCUS, raise_lowest=True))
    assert solve(by_setting).mentor_of == raised.mentor_of
    assert solve(by_setting, raise_lowest=False).mentor_of == plain.mentor_of


def test_who_is_left_out_is_told_who_competes_and_which_rule_stands_in_the_way() -> None:
    mentees = [wanting("Ann", "a", **at(WARD_3)), wanting("Bo", "a", **at(WARD_3))]
    mentors = [offering("Xi", "a", **at(WARD_4)), offering("Yu", "a", **at(WARD_3))]
    solution = solve(asked(mentees, mentors))
    (left,) = solution.left_out
    name = "Ann" if left.mentee == mentees[0].id else "Bo"
    other = "Bo" if name == "Ann" else "Ann"
    assert left.competing == (next(one.id for one in mentees if one.name == other),)
    assert (left.mentors, left.places) == ((mentors[0].id,), 1)
    assert english(left.reasons) == [
        f"{name} competes with {other} for 1 place, with Xi.",
        f"The rule “Not from the same unit” stands between {name} and 1 mentor with a free place.",
        "If “Not from the same unit” did not hold for those who compete, 1 more mentee would have a mentor.",
        f"One more place with Xi would be enough for {name}.",
    ]


def test_nobody_possible_and_a_crowd_are_told_in_few_words() -> None:
    alone = solve(asked([ANN], [replace(XI, places=0)])).left_out[0]
    assert english(alone.reasons) == ["No mentor with a free place may be matched with Ann."]
    crowd = solve(asked([wanting(f"Mentee {number}", "a") for number in range(9)], [replace(XI, places=7)]))
    assert len(crowd.left_out) == 2
    assert "and 7 other mentees compete for 7 places" in english(crowd.left_out[0].reasons)[0]


def test_one_more_place_is_asked_of_the_areas_that_have_no_others() -> None:
    """Nine compete for eight mentors: both of surgery, and six of the seven of mental health."""
    mentees = [wanting(f"Mentee {number}", "a") for number in range(9)]
    east = [offering(f"East {number}", "a", area="Surgery") for number in range(2)]
    west = [offering(f"West {number}", "a", area="mental health") for number in range(7)]
    barred = frozenset(one.person for one in mentees)
    west[0] = replace(west[0], vetoes=barred)
    (left,) = solve(asked(mentees, east + west)).left_out
    assert english(left.reasons)[-1].startswith("One more place with mentors in Surgery would be enough for Mentee")
    nowhere = [replace(one, area="") for one in east + west]
    (left,) = solve(asked(mentees, nowhere)).left_out
    assert "any of the 8 mentors they compete for would be enough" in english(left.reasons)[-1]


def test_the_best_plans_keep_the_locks_and_come_in_order() -> None:
    locked = replace(SIX, locked=frozenset({(ANN.id, YU.id)}))
    plans = solve(locked).plans(4)
    assert plans[0] == solve(locked).mentor_of
    assert len({tuple(sorted(plan.items())) for plan in plans}) == 4
    assert all(plan[ANN.id] == YU.id for plan in plans)
    assert len(solve(locked).plans(100)) == 7  # Bo and Cy with two, one or no mentor of Xi and Zo


def test_an_empty_programme_has_an_empty_plan() -> None:
    for question in (asked([], []), asked([ANN], []), asked([], [XI])):
        solution = solve(question)
        assert (solution.pairs, solution.worst, solution.total, solution.optimal) == ((), None, 0, True)
        assert solution.unknown == ()
    assert english(solve(asked([ANN], [])).left_out[0].reasons) == [
        "No mentor with a free place may be matched with Ann."
    ]


def test_a_mentor_with_two_places_gets_two_mentees() -> None:
    solution = solve(asked([ANN, BO], [replace(XI, places=2, own_maximum=2)]))
    assert board(solution) == {"Ann": "Xi", "Bo": "Xi"}
    assert solution.capacity == 2


def test_the_board_shown_is_kept_among_equals_and_left_for_more_points() -> None:
    equal = asked([wanting("Ann", "a"), wanting("Bo", "a")], [offering("Xi", "a"), offering("Yu", "a")])
    first = solve(equal)
    swapped = dict(zip(first.mentor_of, reversed(list(first.mentor_of.values())), strict=True))
    assert solve(equal, shown=swapped).mentor_of == swapped
    worse = {ANN.id: YU.id, BO.id: XI.id, ParticipationId("gone"): ZO.id, CY.id: ParticipationId("gone too")}
    assert solve(SIX, shown=worse).mentor_of == solve(SIX).mentor_of


@settings(max_examples=count(40, 1_000), deadline=None)
@given(st.integers(0, 2**32))
def test_the_same_people_get_the_same_board_in_any_order(seed: int) -> None:
    question = people.random_question(seed, 6, 5)
    shuffle = random.Random(seed)  # an order, no secret
    mixed = replace(
        question,
        mentees=tuple(shuffle.sample(question.mentees, 6)),
        mentors=tuple(shuffle.sample(question.mentors, 5)),
    )
    assert solve(mixed).mentor_of == solve(question).mentor_of


def value(question: Question, pairs: dict[ParticipationId, ParticipationId]) -> tuple[int, int, float]:
    """Most seated, fewest weak, most points: larger is better."""
    scores = [solve(question).explain(*pair).score for pair in pairs.items()]
    return len(scores), -sum(score < question.settings.floor for score in scores), round(sum(scores), 2)


@settings(max_examples=count(25, 500), deadline=None)
@given(st.integers(0, 2**32))
def test_no_board_that_keeps_the_locks_is_better(seed: int) -> None:
    """Against all boards there are."""
    question = people.random_question(seed, 3, 3)
    lock = (question.mentees[seed % 3].id, question.mentors[seed // 3 % 3].id)
    question = replace(question, locked=frozenset((lock,) if seed % 2 else ()))
    solution = solve(question)
    assert solution.optimal
    best = max(value(question, pairs) for pairs in _boards(question, lock if seed % 2 else None))
    assert (solution.matched, -solution.weak, solution.total) == best


def _boards(question: Question, lock: tuple[ParticipationId, ParticipationId] | None) -> list[dict]:  # type: ignore[type-arg]
    found = []
    places = {
        mentor.id: int(room) for mentor, room in zip(question.mentors, solve(question).numbers.capacity, strict=True)
    }
    for choice in product((None, *question.mentors), repeat=len(question.mentees)):
        pairs = {mentee.id: mentor.id for mentee, mentor in zip(question.mentees, choice, strict=True) if mentor}
        free = {pair for pair in pairs.items() if pair != lock}
        room = dict(places)
        if lock:
            if pairs.get(lock[0]) != lock[1]:
                continue
            room[lock[1]] = max(0, room[lock[1]] - 1)
        if any(broken(question.mentee(one), question.mentor(other), question) for one, other in free):
            continue
        if all(sum(other == mentor for _, other in free) <= room[mentor] for mentor in room):
            found.append(pairs)
    return found


@settings(max_examples=count(25, 500), deadline=None)
@given(st.integers(0, 2**32), st.booleans())
def test_a_price_is_what_locking_the_pair_really_costs(seed: int, plain: bool) -> None:
    question = people.random_question(seed, 5, 4, quiet=plain)
    before = solve(question)
    for mentee, mentor in product(question.mentees[:2], question.mentors):
        forced = before.forced(mentee.id, mentor.id)
        after = solve(replace(question, locked=frozenset(((mentee.id, mentor.id),))))
        assert forced is not None
        assert forced.unmatched == before.matched - after.matched
        assert forced.weak == after.weak - before.weak
        if not forced.unmatched:
            assert forced.points == round(before.total - after.total, 2)
        changed = {move.mentee: move.after for move in forced.moves}
        assert len(changed) == len(forced.moves)
        moved = {**before.mentor_of, **changed}
        assert sum(mentor_id is not None for mentor_id in moved.values()) == after.matched


def civil_service(size: int) -> Question:
    """A list as public services export it: organisation, grade and profession; nothing else is known of anybody."""
    units = {UnitId(f"o{number}"): Unit(UnitId(f"o{number}"), f"Department {number}") for number in range(5)}
    fields = ("Policy", "Security", "Digital", "Finance")
    criteria = (finding(Standing.UNKNOWN, key="education", role=Role.MENTOR),)
    first, second = (
        [
            somebody(
                f"{side} {number}",
                unit=UnitId(f"o{(number * step) % 5}"),
                line=(UnitId(f"o{(number * step) % 5}"),),
                backgrounds=(fields[number % step % 4],),
                findings=criteria if side == "Mentor" else (),
            )
            for number in range(size)
        ]
        for side, step in (("Mentee", 3), ("Mentor", 7))
    )
    return asked(first, second, settings=people.settings(), units=units)


def test_a_foreign_list_is_matched_whole_and_what_is_unknown_is_named() -> None:
    question = civil_service(50)
    solution = solve(question)
    assert (solution.matched, solution.optimal, solution.left_out) == (50, True, ())
    for pair in solution.pairs:
        assert question.mentee(pair.mentee).unit != question.mentor(pair.mentor).unit
    assert english(solution.unknown) == [
        (
            "No data on years of leadership, leadership level, what mentees need, what mentors offer, personality, "
            "chemistry, area, wishes, place of work, languages and level of care; there every pair counts the same."
        ),
        "No data on languages; the rule “A language in common” stops nobody.",
        "No data on capacity; each mentor has 1 place.",
        "Not known for any mentor: at least 5 years of leadership.",
    ]


def test_what_is_known_of_one_on_each_side_is_not_called_unknown() -> None:
    known: dict[str, object] = {
        "leadership_since": date(2015, 1, 1),
        "spoken": ("norsk",),
        "line_managers": (PersonId("x"),),
        "needs": ("a",),
        "offers": ("a",),
    }
    question = asked([somebody("Ann", **known), BO], [somebody("Xi", **known, own_maximum=1), YU])
    said = " ".join(english(solve(question).unknown))
    assert said == "No data on units; the rule “Not from the same unit” stops nobody."


def test_a_place_that_does_not_count_is_not_asked_for_and_an_area_that_a_rule_asks_for_is() -> None:
    people_there = [somebody("Ann"), BO], [somebody("Xi"), YU]
    in_person = replace(asked(*people_there), settings=people.settings(rules={"other_area": True}))
    digital = replace(in_person, mode=Mode.DIGITAL)
    assert "place of work" in english(solve(in_person).unknown)[0]
    assert "place of work" not in english(solve(digital).unknown)[0]
    assert "No data on area; the rule “From another area” stops nobody." in english(solve(digital).unknown)


@pytest.mark.parametrize("language", [known.code for known in LANGUAGES])
def test_a_plan_speaks_every_language(language: str) -> None:
    said: dict[str, set[str]] = {"en": set(), language: set()}
    for seed in range(12):
        solution = solve(people.random_question(seed, 8, 5))
        sentences = [*solution.unknown, *(reason for left in solution.left_out for reason in left.reasons)]
        for mentee in solution.question.mentees:
            for forced in solution.alternatives(mentee.id, 4):
                sentences += [*forced.words, *(move.words for move in forced.moves)]
        for code, found in said.items():
            found |= {catalog(code).say(sentence) for sentence in sentences}
    assert said["en"]
    assert language == "en" or not said["en"] & said[language]
    assert not any("{" in sentence for sentence in said[language])
