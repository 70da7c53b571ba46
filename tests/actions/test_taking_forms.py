"""Forms that came back change what they say, once, in one change; what is the pair's own is nowhere (R60 to R65)."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date
from io import BytesIO

import pikepdf
import pytest
from sqlalchemy import select

from mentordesk.actions.returned.proposals import Take
from mentordesk.actions.taking_forms import look, take
from mentordesk.domain.application_form import APPLICATION_FORM
from mentordesk.domain.confirmations import CONFIRMATION_FORMS
from mentordesk.domain.conversation_slip import CONVERSATION_SLIP
from mentordesk.domain.criteria import PaperKind
from mentordesk.domain.feedback import FEEDBACK_FORM
from mentordesk.domain.first_meeting_form import FIRST_MEETING_FORM
from mentordesk.domain.fit_form import FIT_FORM, about
from mentordesk.domain.form_identity import FormIdentity, stamp
from mentordesk.domain.goal_form import GOAL_FORM
from mentordesk.domain.goals import GoalStatus
from mentordesk.domain.logbook_form import LOGBOOK_FORM
from mentordesk.domain.pairs import FitValue, Side
from mentordesk.domain.people import ParticipationStatus, Role
from mentordesk.domain.programmes import Mode
from mentordesk.domain.talk_form import TALK_FORM
from mentordesk.i18n.catalog import catalog
from mentordesk.queries.form_matches import whose_code
from mentordesk.queries.form_stamps import file_id_over
from mentordesk.queries.returned_forms import returned_forms
from mentordesk.storage.checks import signature
from mentordesk.storage.records import (
    ApplicationRecord,
    AttachmentRecord,
    CheckOutRecord,
    ConsentRecord,
    FitRecord,
    GoalDocumentRecord,
    GoalRecord,
    LogbookEntryRecord,
    MeetingRecord,
    PairRecord,
    PairTalkRecord,
    PaperRecord,
    ParticipationRecord,
    PersonRecord,
    ReturnedFormRecord,
    SharedTextRecord,
    SharedTopicRecord,
    SurveyAnswerRecord,
)
from tests.queries.small_programme import DAY, add, change, held, made
from tests.returned_forms import by_pikepdf, by_pypdf, issued, issued_by, returned

pytestmark = pytest.mark.filterwarnings("ignore")  # of pypdf and pikepdf while they fill in

CANARY = "kanarifugl"


def rows(store, kind, /, **where):
    with store.reading() as session:
        found = session.scalars(select(kind).filter_by(**where)).all()
        session.expunge_all()
        return found


def one(store, kind, /, **where):
    (found,) = rows(store, kind, **where)
    return found


def filled(store, form, programme, values, whose="", wording="", by=by_pikepdf):
    empty = issued_by(store, form, programme, whose, wording)
    return by_pikepdf(empty, values) if by is by_pikepdf else by_pypdf(empty, form, values)


def english(message):
    return catalog("en").say(message)


@pytest.fixture
def there(store):
    return made(store, pairs=2)


def joint_meeting(store):
    with store.reading() as session:
        return session.scalars(select(MeetingRecord.id).where(MeetingRecord.pair_id.is_(None))).first()


def cohort(store, there):
    """32 forms: applications, confirmations, slips, answers on the fit, feedback; by two programs in turn."""
    programs = (by_pikepdf, by_pypdf)
    meeting = joint_meeting(store)
    forms, wanted = [], []
    for number in range(32):
        by = programs[number // 5 % 2]
        if number % 5 == 0:
            values = {"given_name": f"Åse {number}", "family_name": "Ødegård", "letter": f"Kjære {number}\nHilsen"}
            form, whose = APPLICATION_FORM, ""
        elif number % 5 == 1:
            pair = there.pairs[number % len(there.pairs)]
            values, whose = {"confirmed": "yes", "confirmer_name": f"Chef {number}"}, pair.mentor
            form = CONFIRMATION_FORMS[Role.MENTOR]
        elif number % 5 == 2:
            values = {"entry.1.held_on": f"{number % 28 + 1:02}.03.2027", "entry.1.minutes": str(number + 10)}
            form, whose = CONVERSATION_SLIP, there.pairs[number % len(there.pairs)].id
        elif number % 5 == 3:
            pair, side = there.pairs[number % len(there.pairs)], Side.MENTEE
            values, form, whose = {"after_meeting": "1", "value": "deciding"}, FIT_FORM, about(pair.id, side)
        else:
            values, form, whose = {"worth": "4", "best": f"Alt {number} œ"}, FEEDBACK_FORM, meeting
        wanted.append((form, whose, values))
        forms.append(filled(store, form, there.programme, values, whose, by=by))
    return forms, wanted


def test_a_cohorts_forms_come_back_with_every_value_right_and_one_undo_takes_all_back(store, tmp_path):
    there = made(store, pairs=8)
    for pair in there.pairs:
        add(store, *held(pair, date(2027, 2, 1)))
    before = signature(store)
    forms, wanted = cohort(store, there)

    looked = look(store, returned(tmp_path, *forms), today=DAY)
    assert signature(store) == before  # nothing was changed by looking
    taken = take(store, returned(tmp_path, *forms), today=DAY)

    assert taken == looked
    assert [taking.refused for taking in taken] == [None] * 32
    assert [taking.problems for taking in taken] == [()] * 32
    for form, whose, values in wanted:
        if form is APPLICATION_FORM:
            person = one(store, PersonRecord, given_name=values["given_name"])
            part = one(store, ParticipationRecord, person_id=person.id)
            assert one(store, ApplicationRecord, participation_id=part.id).letter == values["letter"]
            assert (person.family_name, part.status) == ("Ødegård", ParticipationStatus.RECEIVED)
            assert one(store, AttachmentRecord, participation_id=part.id).paper is PaperKind.MOTIVATION
        elif form is CONVERSATION_SLIP:
            day = date.fromisoformat("-".join(reversed(values["entry.1.held_on"].split("."))))
            entry = one(store, LogbookEntryRecord, pair_id=whose, held_on=day)
            assert entry.minutes == int(values["entry.1.minutes"])
        elif form is FIT_FORM:
            assert one(store, FitRecord, pair_id=whose.split(":")[0]).value is FitValue.DECIDING
        elif form is not FEEDBACK_FORM:
            assert one(store, PaperRecord, participation_id=whose, kind=PaperKind.CONFIRMATION).received is True
    feedback = [values for form, _, values in wanted if form is FEEDBACK_FORM]
    assert sorted(each.words["best"] for each in rows(store, SurveyAnswerRecord)) == sorted(f["best"] for f in feedback)
    assert len(returned_forms(store, there.programme)) == 32
    assert english(store.undo_name()) == "Take in 32 returned forms"

    store.undo()
    assert signature(store) == before


def test_an_empty_field_erases_nothing_and_what_the_file_says_otherwise_stays_unless_chosen(store, there, tmp_path):
    mentee = there.pairs[0]
    change(store, PersonRecord, mentee.mentee_person, phone="111", title="Leder")
    values = {"given_name": "Mentee", "family_name": "1", "phone": "222", "email": "one@example.org"}
    files = returned(tmp_path, filled(store, APPLICATION_FORM, there.programme, values, mentee.mentee))

    (looked,) = look(store, files, today=DAY)
    assert [(each.name, each.now, each.then, each.take) for each in looked.changes] == [
        ("email", None, "one@example.org", Take.THEIRS),
        ("phone", "111", "222", Take.OURS),
    ]
    assert [each.name for each in looked.left] == ["phone"]
    take(store, files, today=DAY)
    person = one(store, PersonRecord, id=mentee.mentee_person)
    assert (person.phone, person.title, person.email) == ("111", "Leder", "one@example.org")

    (again,) = take(store, files, today=DAY, choices={(1, "phone"): Take.THEIRS})
    assert one(store, PersonRecord, id=mentee.mentee_person).phone == "222"
    assert "The same form was read on 26 Apr 2027 already." in map(english, again.notes)
    assert len(rows(store, ReturnedFormRecord)) == 1


def test_whoever_is_in_the_file_is_met_by_address_and_a_new_person_comes_in_as_she_wrote(store, there, tmp_path):
    change(store, PersonRecord, there.pairs[0].mentor_person, email="m@example.org")
    known = {"given_name": "Mentor", "family_name": "1", "email": "M@example.org", "needs": "a\nb"}
    new = {
        "given_name": "Kari",
        "family_name": "Ny",
        "unit": "New unit",
        "leadership_education": "yes",
        "language": "sv",
    }
    files = returned(tmp_path, *(filled(store, APPLICATION_FORM, there.programme, values) for values in (known, new)))
    met, added = take(store, files, today=DAY)
    assert (met.is_new, added.is_new) == (False, True)
    both = rows(store, ParticipationRecord, person_id=there.pairs[0].mentor_person)
    assert {each.role for each in both} == {Role.MENTEE, Role.MENTOR}
    kari = one(store, PersonRecord, given_name="Kari")
    assert (kari.language, kari.leadership_education, kari.unit_id is not None) == ("sv", True, True)
    listed = returned_forms(store, None)
    assert {each.who for each in listed} == {"Mentor 1", "Kari Ny"}


def test_a_name_that_could_be_two_people_is_told(store, there, tmp_path):
    values = {"given_name": "Mentée", "family_name": "1"}
    (looked,) = look(store, returned(tmp_path, filled(store, APPLICATION_FORM, there.programme, values)), today=DAY)
    assert looked.is_new
    assert english(looked.notes[0]).startswith("Mentee 1 is in the file already, under nearly the same name.")


def test_no_is_an_explicit_no_and_neither_is_asked_about(store, there, tmp_path):
    mentor = CONFIRMATION_FORMS[Role.MENTOR]
    no = filled(store, mentor, there.programme, {"confirmed": "no", "participant": "2, Mentor"})
    neither = filled(store, mentor, there.programme, {"participant": "Mentor 1"})
    nobody = filled(store, mentor, there.programme, {"confirmed": "yes", "participant": "Nobody"})
    taken = take(store, returned(tmp_path, no, neither, nobody), today=DAY)
    assert one(store, PaperRecord, participation_id=there.pairs[1].mentor).received is False
    assert [each.refused and english(each.refused) for each in taken] == [
        None,
        "The employer has ticked neither yes nor no.",
        "Nobody who takes part is called Nobody.",
    ]


SLIP = {
    "entry.1.held_on": "02.02.2027",
    "entry.1.minutes": "60",
    "entry.1.mode": "digital",
    "entry.1.topic_sent": "yes",
    "entry.1.topic": CANARY,
    "entry.2.held_on": "20.02.2027",
    "entry.2.topic": "Shared by her",
    "entry.2.share_topic": "yes",
    "entry.2.worth_meeting_again": "no",
    "entry.2.share_check_out": "yes",
    "shared_on": "21.02.2027",
    "entry.3.minutes": "30",
    "entry.4.held_on": "31.02.2027",
    "entry.5.held_on": "2027-04-30",
}


def test_a_slip_registers_exactly_what_may_be_kept_and_words_only_with_a_consent_of_that_day(store, there, tmp_path):
    pair = there.pairs[0].id
    (taken,) = take(store, returned(tmp_path, filled(store, CONVERSATION_SLIP, there.programme, SLIP, pair)), today=DAY)
    first, second = sorted(rows(store, LogbookEntryRecord), key=lambda each: each.held_on)
    assert (first.minutes, first.mode, first.topic_sent, first.summary_written) == (60, Mode.DIGITAL, True, False)
    assert second.minutes is None
    assert one(store, SharedTopicRecord).topic == "Shared by her"
    assert one(store, CheckOutRecord).worth_meeting_again is False
    assert {(each.entry_id, each.given_on) for each in rows(store, ConsentRecord)} == {(second.id, date(2027, 2, 21))}
    assert [(english(each.title), english(each.message)) for each in taken.problems] == [
        ("Held on (3)", "The day of the conversation is missing."),
        ("Held on (4)", "There is no such day as “31.02.2027”."),
        ("Held on (5)", "30 Apr 2027 is in the future. Give a day that has been."),
    ]
    assert taken.own == 1  # the topic that she did not share


def test_a_registered_conversation_is_corrected_only_where_that_is_chosen(store, there, tmp_path):
    pair = there.pairs[0]
    add(store, *held(pair, date(2027, 2, 2), minutes=45))
    files = returned(
        tmp_path,
        filled(
            store,
            LOGBOOK_FORM,
            there.programme,
            {"entry.1.held_on": "02.02.2027", "entry.1.minutes": "60", "entry.1.place": "Library"},
            pair.id,
        ),
    )
    take(store, files, today=DAY)
    entry = one(store, LogbookEntryRecord)
    assert (entry.minutes, entry.place) == (45, "Library")
    take(store, files, today=DAY, conflicts=Take.THEIRS)
    assert one(store, LogbookEntryRecord).minutes == 60


@pytest.mark.parametrize("shared", [False, True])
def test_words_of_goals_are_kept_only_for_a_pair_that_shares_them(store, there, tmp_path, shared):
    pair = there.pairs[0].id
    change(store, PairRecord, pair, goals_shared=shared)
    values = {
        "goal.2.words": "Better handovers",
        "goal.2.due_on": "01.08.2027",
        "goal.2.halfway": "on_the_way",
        "agreed_on": "01.02.2027",
        "mid_seen_on": "01.04.2027",
        "share_words": "yes",
    }
    (taken,) = take(store, returned(tmp_path, filled(store, GOAL_FORM, there.programme, values, pair)), today=DAY)
    goal = one(store, GoalRecord)
    assert (goal.number, goal.due_on, goal.status) == (2, date(2027, 8, 1), GoalStatus.ON_THE_WAY)
    document = one(store, GoalDocumentRecord)
    assert (document.agreed_on, document.mid_seen_on) == (date(2027, 2, 1), date(2027, 4, 1))
    assert [each.text for each in rows(store, SharedTextRecord)] == (["Better handovers"] if shared else [])
    assert bool(taken.problems) is not shared


def test_a_side_answers_for_herself_and_a_newer_answer_waits_for_a_choice(store, there, tmp_path):
    pair = there.pairs[0]
    add(store, *held(pair, date(2027, 2, 2)))
    values = {"after_meeting": "1", "value": "good", "wants_to_talk": "yes", "signed_on": "10.02.2027"}
    first = filled(store, FIT_FORM, there.programme, values, about(pair.id, Side.MENTOR))
    take(store, returned(tmp_path, first), today=DAY)
    kept = one(store, FitRecord)
    assert (kept.side, kept.value, kept.wants_to_talk, kept.answered_on) == (
        Side.MENTOR,
        FitValue.GOOD,
        True,
        date(2027, 2, 10),
    )
    second = filled(store, FIT_FORM, there.programme, values | {"value": "not_good"}, about(pair.id, Side.MENTOR))
    take(store, returned(tmp_path, second), today=DAY)
    assert one(store, FitRecord).value is FitValue.GOOD
    take(store, returned(tmp_path, second), today=DAY, conflicts=Take.THEIRS)
    assert one(store, FitRecord).value is FitValue.NOT_GOOD


def test_a_talk_is_noted_whole_and_once(store, there, tmp_path):
    pair = there.pairs[0].id
    values = {
        "held_on": "20.04.2027",
        "goals": "on_track",
        "collaboration": "good",
        "challenges": "none",
        "notes.goals": CANARY,
        "experience": CANARY,
    }
    options = {option.key for option in TALK_FORM.field("goals").options}
    values["goals"] = sorted(options)[0]
    values["challenges"] = next(
        key for key in (option.key for option in TALK_FORM.field("challenges").options) if key != "found"
    )
    files = returned(tmp_path, filled(store, TALK_FORM, there.programme, values, pair))
    take(store, files, today=DAY)
    assert one(store, PairTalkRecord).collaboration is FitValue.GOOD
    (again,) = take(store, files, today=DAY)
    assert english(again.refused) == "The talk of 20 Apr 2027 is noted already. Change that one instead."


def test_how_the_two_go_on_after_their_first_meeting(store, there, tmp_path):
    pair = there.pairs[0].id
    values = {"met_on": "15.01.2027", "weeks": "3", "length_minutes": "90", "mode": "digital", "place": "Library"}
    take(store, returned(tmp_path, filled(store, FIRST_MEETING_FORM, there.programme, values, pair)), today=DAY)
    record = one(store, PairRecord, id=pair)
    assert (record.rhythm_days, record.length_minutes, record.mode, record.place) == (21, 90, Mode.DIGITAL, "Library")
    assert one(store, LogbookEntryRecord).held_on == date(2027, 1, 15)


def test_equal_answers_of_two_people_count_twice_and_the_same_file_once(store, there, tmp_path):
    meeting = joint_meeting(store)
    empty = issued_by(store, FEEDBACK_FORM, there.programme, meeting)
    one_sheet = by_pikepdf(empty, {"worth": "5"})
    other_sheet = by_pypdf(empty, FEEDBACK_FORM, {"worth": "5"})
    taken = take(store, returned(tmp_path, one_sheet, other_sheet, one_sheet), today=DAY)
    assert [each.scores for each in rows(store, SurveyAnswerRecord)] == [{"worth": 5}] * 2
    assert [each.refused is None for each in taken] == [True, True, False]
    for note in rows(store, ReturnedFormRecord):
        assert (note.participation_id, note.pair_id, note.meeting_id) == (None, None, meeting)


def test_a_form_of_another_file_or_with_another_name_on_it_is_not_taken(store, there, tmp_path):
    pair = there.pairs[0].id
    values = {"entry.1.held_on": "02.02.2027"}
    identity = FormIdentity("conversation-slip", 1, there.programme, pair)
    other = by_pikepdf(issued(CONVERSATION_SLIP, identity, "another file"), values)
    with store.reading() as session:
        mine = file_id_over(session)
    good = stamp(identity, mine)
    (file,) = returned(tmp_path, filled(store, CONVERSATION_SLIP, there.programme, values, pair))
    forged = replace(file, read=replace(file.read, hidden=good.hidden.replace(pair, there.pairs[1].id)))
    before = signature(store)
    for taking in take(store, (*returned(tmp_path, other), forged), today=DAY):
        assert "another MentorDesk file" in english(taking.refused)
    assert signature(store) == before


def test_nothing_filled_in_a_person_who_is_gone_and_a_form_refused_half_way_harm_no_other(store, there, tmp_path):
    pair = there.pairs[0].id
    empty = filled(store, CONVERSATION_SLIP, there.programme, {}, pair)
    gone = filled(
        store, FIT_FORM, there.programme, {"after_meeting": "1", "value": "good"}, about("nobody", Side.MENTEE)
    )
    early = filled(store, FIT_FORM, there.programme, {"after_meeting": "3", "value": "good"}, about(pair, Side.MENTEE))
    good = filled(store, CONVERSATION_SLIP, there.programme, {"entry.1.held_on": "02.02.2027"}, pair)
    taken = take(store, returned(tmp_path, empty, gone, early, good), today=DAY)
    assert [each.refused and english(each.refused) for each in taken] == [
        "Nothing that may be read is filled in on the form.",
        "There is no pair with the number nobody.",
        "Both are asked after conversation 3. Registered by 26 Apr 2027: 0. Register the others first.",
        None,
    ]
    assert one(store, LogbookEntryRecord).held_on == date(2027, 2, 2)


def with_script(file):
    file.Root.OpenAction = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")


def with_a_field_of_another(file):
    strange = pikepdf.Dictionary(FT=pikepdf.Name.Tx, T="confession", V=CANARY)
    file.Root.AcroForm.Fields.append(file.make_indirect(strange))


@pytest.mark.parametrize("change_file", [with_script, with_a_field_of_another])
def test_a_paper_that_holds_more_than_the_form_gives_its_answers_and_is_not_kept(store, there, tmp_path, change_file):
    content = filled(
        store, CONFIRMATION_FORMS[Role.MENTEE], there.programme, {"confirmed": "yes"}, there.pairs[0].mentee
    )
    with pikepdf.open(BytesIO(content)) as file:
        change_file(file)
        out = BytesIO()
        file.save(out)
    (taken,) = take(store, returned(tmp_path, out.getvalue()), today=DAY)
    assert one(store, PaperRecord, participation_id=there.pairs[0].mentee).received is True
    assert rows(store, AttachmentRecord) == []
    assert "is not kept itself" in english(taken.notes[0])


def test_what_is_the_pairs_own_is_in_no_table_no_journal_and_no_file(store, there, tmp_path):
    """A canary in every field that is not read, and where there is no leave for it."""
    pair = there.pairs[0].id
    own = {field.name: CANARY for field in LOGBOOK_FORM.fields if not field.taken}
    forms = [
        filled(store, LOGBOOK_FORM, there.programme, {"entry.1.held_on": "02.02.2027", **own}, pair),
        filled(store, CONVERSATION_SLIP, there.programme, SLIP, pair),
        filled(store, GOAL_FORM, there.programme, {"goal.1.words": CANARY, "goal.1.due_on": "01.08.2027"}, pair),
        filled(store, TALK_FORM, there.programme, {"held_on": "20.04.2027", "notes.goals": CANARY}, pair),
    ]
    files = returned(tmp_path / "..", *forms)
    looked = look(store, files, today=DAY)
    taken = take(store, files, today=DAY)
    assert CANARY not in repr((files, looked, taken))
    assert sum(each.own for each in taken) == len(own) + 3
    store.close()
    with sqlite3.connect(store.path) as file:
        assert CANARY not in "\n".join(file.iterdump())
    for path in store.path.parent.rglob("*.mentordesk*"):
        assert CANARY.encode() not in path.read_bytes()


def test_a_code_typed_from_a_scan_finds_whose_form_it_is(store, there):
    with store.reading() as session:
        file_id = file_id_over(session)
    pair = there.pairs[1]

    def typed(kind, whose):
        return stamp(FormIdentity(kind, 1, there.programme, whose), file_id).code.lower().replace("-", " ")

    slip, fit = (
        whose_code(store, typed("conversation-slip", pair.id)),
        whose_code(store, typed("fit-form", about(pair.id, Side.MENTOR))),
    )
    assert (slip.pair, slip.who, fit.pair) == (pair.id, "Mentee 2 – Mentor 2", pair.id)
    assert whose_code(store, typed("application-form", pair.mentee)).participation == pair.mentee
    meeting = joint_meeting(store)
    assert whose_code(store, typed("feedback-form", meeting)).meeting == meeting
    assert whose_code(store, "K7QX2-M9P4D") is None
    assert whose_code(store, "no code") is None
