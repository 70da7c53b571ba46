"""An interview is noted in one change, feeds the matching, and can be edited; what contradicts itself is refused."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentordesk.actions.chemistry import note_chemistry
from mentordesk.actions.interviews import record_interview, remove_interview
from mentordesk.actions.restricting import restrict
from mentordesk.domain.fields import TEXT_LENGTH
from mentordesk.domain.interviews import banner
from mentordesk.domain.legal_form import LegalForm
from mentordesk.domain.people import MENTOR_RATING_FIELDS, RATING_FIELDS, ParticipationStatus
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.message import msg
from mentordesk.queries.interviews import interview, interviews_of
from mentordesk.queries.matching import question
from mentordesk.storage.opening import open_store
from mentordesk.storage.records import InterviewRecord, MentorRecord, ParticipationRecord
from tests.counts import count
from tests.queries.applicants import DAY, applied
from tests.queries.small_programme import NOON, change

BLANK = {
    "held_on": DAY,
    "interviewer": "Kari Ås",
    "notes": "",
    "ratings": {},
    "words": None,
    "wishes": (),
    "vetoes": (),
    "today": DAY,
}


@pytest.fixture
def there(store):
    return applied(store)


def record(store, who, **told):
    return record_interview(store, participation=who.id, **(BLANK | told))


def note(store, who, **told):
    """The one interview there is, as its form does; or the first."""
    return record(store, who, interview_id=interview(store, who.id).id, **told)


def test_it_shows_what_was_noted(store, there):
    mentee, dear, other = there.mentees[0], there.mentors[2], there.mentors[4]

    note(
        store,
        mentee,
        notes="Knows the ward.",
        ratings={"openness": (4, "Asked twice.")},
        words=("budget", "change"),
        wishes=[dear.person, there.mentors[0].person],
        vetoes=[other.person],
    )

    form = interview(store, mentee.id)
    assert (form.held_on, form.interviewer, form.notes) == (DAY, "Kari Ås", "Knows the ward.")
    assert [(one.key, one.points, one.evidence) for one in form.ratings] == [
        ("openness", 4, "Asked twice."),
        ("structure", None, ""),
    ]
    assert form.words == ("budget", "change")
    assert form.words_field.key == "needs"
    assert [(one.name, one.rank) for one in form.wishes] == [("Mentor 3", 1), ("Mentor 1", 2)]
    assert [(one.name, one.rank) for one in form.vetoes] == [("Mentor 5", None)]
    assert {one.name for one in form.choosable} == {f"Mentor {number}" for number in range(1, 6)}
    assert form.status is ParticipationStatus.INTERVIEWED


def test_the_matching_knows_it(store, there):
    mentee, mentor = there.mentees[0], there.mentors[2]
    note(store, mentee, ratings={"structure": (2, "")}, wishes=[mentor.person], vetoes=[there.mentors[0].person])
    note(store, mentor, words=("economy",))

    asked = question(store, there.programme, today=DAY)

    assert asked.mentee(mentee.id).traits == {"structure": 2}
    assert asked.mentee(mentee.id).wishes == (mentor.person,)
    assert asked.mentee(mentee.id).vetoes == {there.mentors[0].person}
    assert asked.mentor(mentor.id).offers == ("economy",)


def test_a_second_time_edits_the_same_interview(store, there):
    mentee = there.mentees[0]
    note(store, mentee, ratings={"openness": (4, "yes"), "structure": (1, "")}, wishes=[there.mentors[0].person])

    note(store, mentee, ratings={"openness": (5, "more")}, vetoes=[there.mentors[0].person])

    form = interview(store, mentee.id)
    assert [(one.points, one.evidence) for one in form.ratings] == [(5, "more"), (None, "")]
    assert ([one.name for one in form.wishes], [one.name for one in form.vetoes]) == ([], ["Mentor 1"])
    with store.reading() as session:
        assert session.query(InterviewRecord).count() == 1


def test_one_undo_takes_all_of_it_back(store, there):
    mentor = there.mentors[0]
    before = interview(store, mentor.id)

    note(store, mentor, ratings={"openness": (4, "")}, words=("law",), wishes=[there.mentees[1].person])

    assert catalog("en").say(store.undo_name()) == "Interview with Mentor 1"
    store.undo()
    assert interview(store, mentor.id) == before


@pytest.mark.parametrize(
    ("status", "after"),
    [
        (ParticipationStatus.SUGGESTED, ParticipationStatus.INTERVIEWED),
        (ParticipationStatus.COMPLETE, ParticipationStatus.INTERVIEWED),
        (ParticipationStatus.SELECTED, ParticipationStatus.SELECTED),
        (ParticipationStatus.WAITING, ParticipationStatus.WAITING),
        (ParticipationStatus.WITHDRAWN, ParticipationStatus.WITHDRAWN),
    ],
)
def test_a_status_is_never_set_back(store, there, status, after):
    change(store, ParticipationRecord, there.mentees[0].id, status=status)

    note(store, there.mentees[0])

    assert interview(store, there.mentees[0].id).status is after


@pytest.mark.parametrize(
    "told",
    [
        {"held_on": DAY + timedelta(days=1)},
        {"ratings": {"openness": (0, "")}},
        {"ratings": {"openness": (6, "")}},
        {"ratings": {"openness": (3, "x" * (TEXT_LENGTH + 1))}},
        {"notes": "x" * (TEXT_LENGTH + 1)},
        {"words": ("x" * 201,)},
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_noted(store, there, told):
    before = interview(store, there.mentees[0].id)

    with pytest.raises(Refused):
        note(store, there.mentees[0], **told)

    assert interview(store, there.mentees[0].id) == before


def test_wishes_and_vetoes_may_not_contradict(store, there):
    mentee, mentor = there.mentees[0], there.mentors[0]

    for told in (
        {"wishes": [mentor.person], "vetoes": [mentor.person]},
        {"wishes": [mentee.person]},
        {"vetoes": [mentee.person]},
        {"wishes": [there.mentees[1].person]},
    ):
        with pytest.raises(Refused):
            note(store, mentee, **told)


def test_a_wish_taken_away_is_forgotten_as_it_was_written_too(store, there):
    """Else the next import would tie the name to the person once more."""
    mentee = there.mentees[0]
    change(store, ParticipationRecord, mentee.id, wishes=["mentor 1", "Somebody Else"], vetoes=["Mentor 2"])
    note(store, mentee, wishes=[there.mentors[0].person], vetoes=[there.mentors[1].person])

    note(store, mentee)

    with store.reading() as session:
        record = session.get_one(ParticipationRecord, mentee.id)
        assert (record.wishes, record.vetoes) == (["Somebody Else"], None)


def test_somebody_outside_the_bank_comes_into_it_with_what_they_offer(store, there):
    mentor = there.mentors[0]
    with store.changing(msg("change")) as session:
        session.delete(session.get_one(MentorRecord, mentor.person))

    note(store, mentor)
    with store.reading() as session:
        assert session.get(MentorRecord, mentor.person) is None

    note(store, mentor, words=("law",))
    assert interview(store, mentor.id).words == ("law",)


POINTS = st.dictionaries(
    st.sampled_from([field.key for field in RATING_FIELDS]), st.tuples(st.integers(1, 5), st.sampled_from(["", "seen"]))
)
TOLD = st.fixed_dictionaries(
    {
        "ratings": POINTS,
        "words": st.none() | st.lists(st.sampled_from(["law", "budget"]), unique=True).map(tuple),
        "named": st.permutations(range(5)),
        "cut": st.tuples(st.integers(0, 2), st.integers(0, 3)),
    }
)


@settings(max_examples=count(6, 300), deadline=None)
@given(st.lists(TOLD, min_size=1, max_size=4), st.booleans())
def test_what_is_noted_last_is_what_is_read_and_undo_goes_back_step_by_step(tmp_path_factory, tellings, of_mentor):
    file = tmp_path_factory.mktemp("interviews") / "kull.mentordesk"
    with open_store(file, create=True, clock=lambda: NOON) as store:
        there = applied(store, mentees=5, mentors=5)
        who, others = (there.mentors[0], there.mentees) if of_mentor else (there.mentees[0], there.mentors)
        forms = [interview(store, who.id)]
        for told in tellings:
            wishes = [others[at].person for at in told["named"][: told["cut"][0]]]
            vetoes = {others[at].person for at in told["named"][2 : 2 + told["cut"][1]]}
            note(store, who, ratings=told["ratings"], words=told["words"], wishes=wishes, vetoes=[*vetoes])

            form = interview(store, who.id)
            assert {one.key: (one.points, one.evidence) for one in form.ratings if one.points} == told["ratings"]
            assert form.words == told["words"]
            assert [(one.person, one.rank) for one in form.wishes] == [
                (person, rank) for rank, person in enumerate(wishes, start=1)
            ]
            assert {one.person for one in form.vetoes} == vetoes
            if form != forms[-1]:
                forms.append(form)
        for form in reversed(forms[:-1]):
            store.undo()
            assert interview(store, who.id) == form


def test_two_interviewers_are_two_interviews_and_the_matching_takes_their_mean(store, there):
    mentee = there.mentees[0]
    one = record(store, mentee, interviewer="Kari Ås", ratings={"openness": (4, "Asked twice."), "structure": (2, "")})
    two = record(store, mentee, interviewer="Per Lund", ratings={"openness": (1, "Silent.")})

    assert one != two
    found = interviews_of(store, mentee.id)
    assert [(form.id, form.interviewer, form.ratings[0].points) for form in found] == [
        (one, "Kari Ås", 4),
        (two, "Per Lund", 1),
    ]
    assert question(store, there.programme, today=DAY).mentee(mentee.id).traits == {"openness": 3, "structure": 2}

    record(store, mentee, interview_id=one, interviewer="Kari Ås", ratings={"openness": (5, "")})
    assert [form.ratings[0].points for form in interviews_of(store, mentee.id)] == [5, 1]


def test_needs_and_wishes_are_the_participants_own_and_the_last_word_counts(store, there):
    mentee = there.mentees[0]
    record(store, mentee, words=("law",), wishes=[there.mentors[0].person])
    record(store, mentee, words=("budget",), wishes=[there.mentors[1].person])

    for form in interviews_of(store, mentee.id):
        assert form.words == ("budget",)
        assert [wish.name for wish in form.wishes] == ["Mentor 2"]


def test_six_ratings_of_a_mentor_are_kept_and_the_matching_counts_none_of_them(store, there):
    mentor = there.mentors[0]
    ratings = {field.key: (5, f"saw {field.key}") for field in MENTOR_RATING_FIELDS}

    record(store, mentor, ratings=ratings)

    assert {
        one.key: (one.points, one.evidence) for one in interviews_of(store, mentor.id)[0].ratings if one.points
    } == (ratings)
    assert len(ratings) == 6
    assert question(store, there.programme, today=DAY).mentor(mentor.id).traits == {}
    with pytest.raises(KeyError):
        record(store, there.mentees[0], ratings={"relationship": (5, "")})


def test_answers_to_the_guide_are_kept_by_question(store, there):
    mentee = there.mentees[0]
    asked = [answer.key for answer in interview(store, mentee.id).answers]
    assert len(asked) >= 3

    id_ = record(store, mentee, answers={asked[0]: " Ro \n", asked[1]: "Tid"})
    record(store, mentee, interview_id=id_, answers={asked[1]: ""})

    assert [answer.answer for answer in interview(store, mentee.id).answers][:3] == ["Ro", "", ""]
    with pytest.raises(Refused, match="characters"):
        record(store, mentee, answers={asked[0]: "x" * (TEXT_LENGTH + 1)})


def test_an_interview_can_be_taken_out_and_brought_back(store, there):
    mentee = there.mentees[0]
    asked = interview(store, mentee.id).answers[0].key
    id_ = record(store, mentee, ratings={"openness": (4, "")}, answers={asked: "Ro"}, words=("law",))
    before = interviews_of(store, mentee.id)

    remove_interview(store, id_)
    assert [(form.id, form.words) for form in interviews_of(store, mentee.id)] == [(None, ("law",))]
    store.undo()
    assert interviews_of(store, mentee.id) == before
    with pytest.raises(Refused, match="no longer in the file"):
        remove_interview(store, "nothing")
    with pytest.raises(Refused, match="no longer in the file"):
        record(store, there.mentees[1], interview_id=id_)


def test_nothing_is_noted_of_somebody_restricted_and_nobody_can_wish_for_her(store, there):
    restrict(store, there.mentors[0].person, reason="She asked", today=DAY)

    with pytest.raises(Refused, match="restricted"):
        record(store, there.mentors[0])
    assert "Mentor 1" not in {one.name for one in interview(store, there.mentees[0].id).choosable}


@pytest.mark.parametrize(("form", "said"), [("private", False), ("norwegian_public", False), ("swedish_public", True)])
def test_the_banner_hangs_on_the_owner(form, said):
    words = catalog("en").say(banner(LegalForm(form)))

    assert words.startswith("The applicant may ask to read this.")
    assert ("allmän handling" in words) is said


@pytest.mark.parametrize("points", [1, 5])
def test_chemistry_of_two_is_noted_edited_and_taken_back(store, there, points):
    mentee, mentor = there.mentees[0], there.mentors[0]
    note_chemistry(store, mentee.id, mentor.id, 3)
    note_chemistry(store, mentee.id, mentor.id, points)

    assert [(one.name, one.points) for one in interview(store, mentee.id).chemistry] == [("Mentor 1", points)]
    assert [(one.name, one.points) for one in interview(store, mentor.id).chemistry] == [("Mentee 1", points)]

    note_chemistry(store, mentee.id, mentor.id, None)
    assert interview(store, mentee.id).chemistry == ()
    for wrong in ((mentor.id, mentee.id, 3), (mentee.id, there.mentees[1].id, 3), (mentee.id, mentor.id, 6)):
        with pytest.raises(Refused):
            note_chemistry(store, *wrong)
