"""Participants added, edited, moved on and answered for: one change each, which undo takes back whole."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentordesk.actions.criteria import answer_criterion, except_criterion, note_paper
from mentordesk.actions.editing import Edit, edit_participants
from mentordesk.actions.participants import add_participant, set_status
from mentordesk.actions.programmes import create_programme
from mentordesk.domain.criteria import PaperKind, Standing
from mentordesk.domain.fields import (
    ChoiceField,
    DateField,
    Field,
    LanguageField,
    ListField,
    NumberField,
    PaperField,
    SinceField,
    YesNoField,
)
from mentordesk.domain.people import ParticipationStatus, Role
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.languages import LanguageCode
from mentordesk.queries.participant import participant
from mentordesk.queries.participants import editable_fields, participants
from mentordesk.queries.programmes import programmes
from mentordesk.storage.checks import signature
from mentordesk.storage.opening import open_store
from mentordesk.storage.records import ParticipationRecord, PersonRecord, UnitRecord, WishRecord
from tests.counts import count
from tests.queries.small_programme import DAY, NOON, START, add, made

TODAY = NOON.date()


def a_programme(store, name="Kull 1"):
    return create_programme(store, template_key="nno", name=name, starts_on=START).id


def somebody(store, programme, given="Kari", family="Berg", role=Role.MENTEE, **values):
    told = {"given_name": given, "family_name": family, **values}
    return add_participant(store, programme=programme, role=role, values=told, today=TODAY)


def row(store, id_):
    return next(each for each in participants(store, None, today=TODAY) if each.id == id_)


def undo_name(store):
    return catalog("en").say(store.undo_name())


def all_of(store, kind):
    with store.reading() as session:
        return session.query(kind).count()


def sides(whole):
    return [side for pair in whole.pairs for side in (pair.mentee, pair.mentor)]


def test_somebody_new_takes_part_with_all_that_was_written(store):
    programme = a_programme(store)

    id_ = somebody(store, programme, email="kari@example.org", unit="Ward 3", needs=("budget",), confirmation=True)

    found = row(store, id_)
    assert (found.name, found.unit, found.role, found.status) == (
        "Kari Berg",
        "Ward 3",
        Role.MENTEE,
        ParticipationStatus.RECEIVED,
    )
    assert found.values["needs"] == ("budget",)
    assert found.values["confirmation"] is True
    assert undo_name(store) == "Add Kari Berg as Mentee"


def test_a_person_who_is_there_is_not_made_twice(store):
    first = somebody(store, a_programme(store), email="kari@example.org")
    second = somebody(store, a_programme(store, "Kull 2"), role=Role.MENTOR, email="KARI@example.org")

    assert row(store, first).person == row(store, second).person


def test_nobody_joins_twice_in_one_role_or_under_anothers_address(store):
    programme = a_programme(store)
    somebody(store, programme, email="kari@example.org")
    before = signature(store)

    with pytest.raises(Refused, match="already takes part"):
        somebody(store, programme, email="kari@example.org")
    with pytest.raises(Refused, match="already the address"):
        somebody(store, programme, "Per", "Lie", email="kari@example.org")
    with pytest.raises(Refused, match="Write a given or a family name"):
        somebody(store, programme, None, None)
    with pytest.raises(KeyError):
        somebody(store, programme, shoe_size=42)
    assert signature(store) == before


def test_a_cell_is_one_undo_that_says_whose(store):
    id_ = sides(made(store))[0]

    assert edit_participants(store, [Edit(id_, "phone", "41 23 45 67")], today=TODAY) == 1
    assert edit_participants(store, [Edit(id_, "phone", "41 23 45 67")], today=TODAY) == 0

    assert row(store, id_).values["phone"] == "41 23 45 67"
    assert undo_name(store) == "Edit Mentee 1"


def test_units_are_known_by_name_and_made_where_new(store):
    first, second, third, _ = sides(made(store))
    units = all_of(store, UnitRecord)

    edits = [Edit(first, "unit", "Ward 9"), Edit(second, "unit", "ward 9"), Edit(third, "unit", None)]
    assert edit_participants(store, edits, today=TODAY) == 3

    assert all_of(store, UnitRecord) == units + 1
    assert [row(store, id_).unit for id_ in (first, second, third)] == ["Ward 9", "Ward 9", ""]


def test_nobody_loses_the_whole_name(store):
    whole = made(store)
    id_ = sides(whole)[0]
    before = signature(store)

    with pytest.raises(Refused):
        edit_participants(store, [Edit(id_, "given_name", None), Edit(id_, "family_name", None)], today=TODAY)
    assert signature(store) == before

    edit_participants(store, [Edit(id_, "given_name", None)], today=TODAY)
    assert row(store, id_).name == "1"


def test_an_address_belongs_to_one_person_but_two_may_swap(store):
    first, second, *_ = sides(made(store))
    edit_participants(store, [Edit(first, "email", "a@example.org"), Edit(second, "email", "b@example.org")], today=DAY)
    before = signature(store)

    with pytest.raises(Refused, match="already the address"):
        edit_participants(store, [Edit(second, "email", "A@example.org")], today=DAY)
    assert signature(store) == before

    edit_participants(store, [Edit(first, "email", "b@example.org"), Edit(second, "email", "a@example.org")], today=DAY)
    assert row(store, first).values["email"] == "b@example.org"


def test_a_key_that_no_grid_shows_is_a_fault(store):
    id_ = sides(made(store))[0]

    for key in ("shoe_size", "role", "area"):
        with pytest.raises(KeyError):
            edit_participants(store, [Edit(id_, key, None)], today=TODAY)


def test_wishes_follow_their_names(store):
    mentee, mentor, _, other = sides(made(store))

    edit_participants(store, [Edit(mentee, "wishes", ("Mentor 2", "Nobody Here", "Mentor 1"))], today=TODAY)
    assert participant(store, mentee, today=TODAY).wishes == ("Mentor 2", "Mentor 1", "Nobody Here")

    edit_participants(
        store, [Edit(mentee, "wishes", ("Mentor 1",)), Edit(mentee, "vetoes", ("Mentor 2",))], today=TODAY
    )
    detail = participant(store, mentee, today=TODAY)
    assert (detail.wishes, detail.vetoes) == (("Mentor 1",), ("Mentor 2",))

    edit_participants(store, [Edit(mentee, "wishes", None), Edit(mentee, "vetoes", None)], today=TODAY)
    assert all_of(store, WishRecord) == 0
    assert mentor != other


def test_a_line_manager_is_tied_and_let_go(store):
    mentee, mentor, *_ = sides(made(store))
    edit_participants(
        store, [Edit(mentee, "line_manager", "Mentor 1"), Edit(mentor, "line_manager", "Her Boss")], today=TODAY
    )
    assert participant(store, mentee, today=TODAY).line_managers == ("Mentor 1", "Her Boss")

    edit_participants(store, [Edit(mentee, "line_manager", None)], today=TODAY)
    assert participant(store, mentee, today=TODAY).line_managers == ()


def test_a_status_is_reached_today_and_told_in_the_undo_menu(store):
    programme = a_programme(store)
    ids = [somebody(store, programme, "Kari", str(number)) for number in range(3)]

    assert set_status(store, ids, ParticipationStatus.WAITING, today=DAY) == 3
    assert undo_name(store) == "Set 3 participants to “Waiting list”"
    assert {(row(store, id_).status, row(store, id_).since) for id_ in ids} == {(ParticipationStatus.WAITING, DAY)}

    assert set_status(store, ids[:1], ParticipationStatus.WITHDRAWN, today=DAY) == 1
    assert undo_name(store) == "Set Kari 0 to “Withdrawn”"
    assert set_status(store, ids[:1], ParticipationStatus.WITHDRAWN, today=DAY) == 0


@pytest.mark.parametrize("status", [ParticipationStatus.WITHDRAWN, ParticipationStatus.DECLINED])
def test_nobody_leaves_out_of_a_running_pair(store, status):
    whole = made(store)
    free = somebody(store, whole.programme)
    before = signature(store)

    with pytest.raises(Refused) as no:
        set_status(store, [free, whole.pairs[0].mentee, whole.pairs[1].mentor], status, today=DAY)

    said = catalog("en").say(no.value.message)
    assert "Mentee 1" in said
    assert "Mentor 2" in said
    assert "Kari" not in said
    assert signature(store) == before


def criterion_of(store, id_, key):
    return next(each for each in participant(store, id_, today=DAY).criteria if each.key == key)


def test_an_answer_goes_before_what_is_known_until_it_is_taken_back(store):
    id_ = sides(made(store))[1]
    key = participant(store, id_, today=DAY).criteria[0].key

    answer_criterion(store, id_, key, True, evidence="Said so on the phone")
    answered = criterion_of(store, id_, key)
    assert (answered.standing, answered.answer, answered.note) == (Standing.MET, True, "Said so on the phone")
    assert answered.title not in row(store, id_).missing

    answer_criterion(store, id_, key, None)
    assert criterion_of(store, id_, key).standing is Standing.UNKNOWN
    assert answered.title in row(store, id_).missing
    with pytest.raises(KeyError):
        answer_criterion(store, id_, "shoe_size", True)


def test_an_exception_needs_a_reason_and_a_name_and_stays_visible(store):
    id_ = sides(made(store))[1]
    first = participant(store, id_, today=DAY).criteria[0]

    with pytest.raises(Refused):
        except_criterion(store, id_, first.key, reason=" ", by="Anna", today=DAY)
    except_criterion(store, id_, first.key, reason="Long experience", by="Anna", today=DAY)

    found = criterion_of(store, id_, first.key)
    assert found.standing is first.standing
    assert (found.exception.reason, found.exception.by, found.exception.on) == ("Long experience", "Anna", DAY)
    assert first.title not in row(store, id_).missing


def test_a_paper_comes_is_refused_and_is_unknown_again(store):
    id_ = sides(made(store))[0]

    def told():
        return next(p for p in participant(store, id_, today=DAY).papers if p.kind is PaperKind.CONFIRMATION)

    note_paper(store, id_, PaperKind.CONFIRMATION, received=True, on=TODAY)
    assert (told().received, told().received_on) == (True, TODAY)
    assert row(store, id_).values["confirmation"] == TODAY
    note_paper(store, id_, PaperKind.CONFIRMATION, received=False, on=None)
    assert (told().received, told().received_on) == (False, None)
    note_paper(store, id_, PaperKind.CONFIRMATION, received=None, on=None)
    assert told().received is None
    with pytest.raises(Refused):
        note_paper(store, id_, PaperKind.CONFIRMATION, received=True, on=date(2090, 1, 1))
    with pytest.raises(ValueError):
        note_paper(store, id_, PaperKind.CONFIRMATION, received=False, on=TODAY)


WORDS = st.text(st.characters(codec="utf-8", categories=["L", "N", "Zs"]), min_size=1, max_size=12)


def values_of(field: Field) -> st.SearchStrategy:
    match field:
        case ChoiceField():
            some = st.sampled_from([value for value, *_ in field.choices.options])
        case LanguageField():
            some = st.sampled_from(LanguageCode)
        case DateField() | SinceField():
            some = st.dates()
        case YesNoField():
            some = st.booleans()
        case PaperField():
            some = st.booleans() | st.dates()
        case NumberField():
            some = st.integers(field.low, field.high)
        case ListField():
            some = st.lists(WORDS | st.sampled_from(["Mentor 1", "Mentee 2"]), min_size=1, unique=True).map(tuple)
        case _:
            some = WORDS | st.sampled_from(["Mentor 1", "Unit of Kull 1"])
    return some if field.key == "given_name" else st.none() | some


@settings(max_examples=count(25, 2_000), deadline=None)
@given(st.data())
def test_undo_takes_any_edit_back_and_redo_makes_it_again(data):
    with (
        tempfile.TemporaryDirectory() as folder,
        open_store(Path(folder) / "kull.mentordesk", create=True, clock=lambda: NOON) as store,
    ):
        ids = sides(made(store))
        (programme,) = programmes(store)
        fields = editable_fields(programme)
        for _ in range(data.draw(st.integers(1, 3))):
            edits = []
            for field in data.draw(st.lists(st.sampled_from(fields), min_size=1, max_size=8)):
                id_ = data.draw(st.sampled_from(ids))
                mail = f"{id_}@example.org" if field.key == "email" else None
                edits.append(Edit(id_, field.key, mail or data.draw(values_of(field))))
            before = signature(store)
            changed = edit_participants(store, edits, today=TODAY)
            after = signature(store)
            assert (before == after) is (changed == 0)
            if changed:
                last = {(edit.id, edit.key): edit.value for edit in edits}
                for (id_, key), value in last.items():
                    shown = row(store, id_).values
                    # A paper whose day is known stays so when somebody only says that it is in.
                    known = value is True and isinstance(shown.get(key), date)
                    assert key == "unit" or known or shown.get(key, value) == value
                store.undo()
                assert signature(store) == before
                store.redo()
                assert signature(store) == after


def test_a_pasted_block_is_one_undo(store):
    rows = count(300, 5_000)
    programme = a_programme(store)
    people = [PersonRecord(given_name="Kari", family_name=str(number)) for number in range(rows)]
    parts = [
        ParticipationRecord(programme_id=programme, person_id=person.id, role=Role.MENTOR, since=START)
        for person in people
    ]
    add(store, *people, *parts)
    before = signature(store)

    block = [
        edit
        for number, part in enumerate(parts)
        for edit in (
            Edit(part.id, "unit", f"Ward {number % 50}"),
            Edit(part.id, "title", "Ward manager"),
            Edit(part.id, "capacity", 2),
            Edit(part.id, "offers", ("budget", "shifts")),
            Edit(part.id, "confirmation", TODAY),
        )
    ]
    assert edit_participants(store, block, today=TODAY) == len(block)

    found = participants(store, programme, today=TODAY)
    assert {(each.title, each.places) for each in found} == {("Ward manager", 2)}
    assert len({each.unit for each in found}) == 50
    store.undo()
    assert signature(store) == before
