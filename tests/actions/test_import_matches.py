"""Who a row of a list is about, and what can be chosen about it (R13, fault 64)."""

from __future__ import annotations

from datetime import date

import pytest
from sqlalchemy import select

from mentordesk.actions.files import new_file
from mentordesk.actions.import_matches import Difference, MatchKind, Taken
from mentordesk.actions.people_import import import_people
from mentordesk.actions.programmes import create_programme
from mentordesk.domain.people import ParticipationStatus, Role
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.message import msg
from mentordesk.progress import Cancelled, Progress
from mentordesk.queries.lists import listed
from mentordesk.spreadsheets.people import PersonRow
from mentordesk.storage.checks import signature
from mentordesk.storage.records import ParticipationRecord, PersonRecord, StatusStepRecord

TODAY = date(2026, 11, 23)
KARI = {"given_name": "Kari", "family_name": "Lund", "email": "kari@example.org", "unit": "Ward 1", "phone": "111"}


@pytest.fixture
def take(tmp_path):
    """`take(*rows, choices={})`: rows into one file; `take.store` is that file."""
    with new_file(tmp_path / "a.mentordesk") as store:
        made = create_programme(store, template_key="nno", name="Mentors 2027", starts_on=date(2027, 1, 18))

        def run(*people, **more):
            rows = [PersonRow(number, person) for number, person in enumerate(people, start=2)]
            return import_people(store, rows, programme=made.id, role=Role.MENTEE, today=TODAY, **more)

        run.store = store
        yield run


def people(take):
    found = listed(take.store, "people")
    keys = [column.key for column in found.columns]
    return [dict(zip(keys, row, strict=True)) for row in found.rows]


@pytest.mark.parametrize(
    ("row", "why", "taken"),
    [
        (KARI | {"phone": "2"}, MatchKind.EMAIL, Taken.MERGE),
        (KARI | {"email": "KARI@example.org", "phone": "2"}, MatchKind.EMAIL, Taken.MERGE),
        (KARI | {"given_name": "Eva", "family_name": "Ek"}, MatchKind.OTHER_NAME, None),
        (KARI | {"email": None, "phone": "2"}, MatchKind.NAME_AND_UNIT, Taken.MERGE),
        (KARI | {"email": None, "unit": "Ward 2"}, MatchKind.SAME_NAME, Taken.NEW),
        (KARI | {"email": "other@example.org"}, MatchKind.SAME_NAME, Taken.NEW),
        ({"given_name": "Lund", "family_name": "Kari"}, MatchKind.SWAPPED_NAMES, Taken.NEW),
        (KARI | {"given_name": "Lund", "family_name": "Kari"}, MatchKind.SWAPPED_NAMES, Taken.MERGE),
    ],
)
def test_whom_a_row_meets_is_said_with_the_reason(take, row, why, taken):
    take(KARI)
    (match,) = take({key: value for key, value in row.items() if value is not None}).matches

    assert (match.why, match.taken, match.known_name, match.known_row) == (why, taken, "Kari Lund", None)


@pytest.mark.parametrize(
    ("there", "comes"), [("Åsa", "Asa"), ("Öberg", "Oberg"), ("Ærø", "Aero"), ("Ødegård", "Odegard")]
)
def test_names_that_only_look_alike_are_two_people_and_said_to_be_near(take, there, comes):
    take({"given_name": "Kari", "family_name": there, "unit": "Ward 1"})
    done = take({"given_name": "Kari", "family_name": comes, "unit": "Ward 1", "phone": "2"})

    (match,) = done.matches
    assert (done.added, match.why, match.taken, match.known_name) == (
        1,
        MatchKind.NEAR_NAME,
        Taken.NEW,
        f"Kari {there}",
    )
    merged = take({"given_name": "Kari", "family_name": f"{comes} ", "unit": "Ward 1"}, choices={2: Taken.MERGE})
    assert (merged.added, len(people(take))) == (0, 2)


def test_a_name_whose_letters_are_put_together_otherwise_is_the_same_person(take):
    take({"given_name": "Åsa", "family_name": "Öst", "unit": "Ward 1"})
    done = take({"given_name": "A\u030asa", "family_name": "O\u0308ST", "unit": "WARD 1", "phone": "2"})

    assert (done.updated, done.new_units, len(people(take))) == (1, (), 1)


def test_units_that_only_look_alike_are_two_and_said_to_be_near(take):
    take(KARI | {"unit": "Åsgård"})
    done = take({"given_name": "Eva", "family_name": "Ek", "unit": "Asgard"})

    assert (done.new_units, done.near_units) == (("Asgard",), (("Asgard", "Åsgård"),))


def test_nobody_is_vetoed_whose_name_only_looks_alike(take):
    take({"given_name": "Åsa", "family_name": "Ek"})
    done = take({"given_name": "Eva", "family_name": "Lie", "vetoes": ("Asa Ek",)})

    assert done.unresolved == ("Asa Ek",)


def test_a_row_that_tells_nothing_new_is_not_worth_a_look(take):
    take(KARI)
    again = take(KARI)

    assert (again.unchanged, again.matches) == (1, ())


def test_differences_stand_side_by_side(take):
    take(KARI)
    (match,) = take(KARI | {"phone": "222", "unit": "Ward 2"}).matches

    assert match.differences == (Difference("unit", "Ward 1", "Ward 2"), Difference("phone", "111", "222"))


@pytest.mark.parametrize(
    ("choice", "count", "phone"), [(Taken.MERGE, 1, "2"), (Taken.SKIP, 1, "111"), (Taken.NEW, 2, "111")]
)
def test_a_choice_goes_before_what_is_done_unasked(take, choice, count, phone):
    take(KARI)
    take(KARI | {"email": "other@example.org", "phone": "2"}, choices={2: choice})

    found = people(take)
    assert (len(found), found[0]["phone"]) == (count, phone)


def test_names_the_wrong_way_round_never_overwrite_those_in_the_file(take):
    take(KARI)
    take(KARI | {"given_name": "Lund", "family_name": "Kari", "phone": "2"})

    (person,) = people(take)
    assert (person["given_name"], person["family_name"], person["phone"]) == ("Kari", "Lund", "2")


def test_somebody_with_a_wholly_new_name_is_merged_when_it_is_chosen(take):
    take(KARI)
    refused = take(KARI | {"given_name": "Eva", "family_name": "Ek"})
    done = take(KARI | {"given_name": "Eva", "family_name": "Ek"}, choices={2: Taken.MERGE})

    assert (len(refused.rejected), done.updated) == (1, 1)
    assert people(take)[0]["family_name"] == "Ek"


def test_an_address_is_never_given_to_two_people(take):
    take(KARI)
    done = take(KARI | {"phone": "2"}, choices={2: Taken.NEW})

    (refusal,) = done.rejected
    assert catalog("en").say(refusal.message).startswith("kari@example.org is already the address of Kari Lund.")


def test_the_same_person_twice_in_a_list_meets_herself(take):
    (match,) = take(KARI, KARI | {"phone": "2"}).matches

    assert (match.row, match.known_row, match.taken) == (3, 2, Taken.MERGE)


def test_of_two_namesakes_the_one_without_an_address_is_met_by_a_row_without(take):
    take(KARI)
    take({"given_name": "Kari", "family_name": "Lund", "unit": "Ward 1"}, choices={2: Taken.NEW})
    before = signature(take.store)

    assert take({"given_name": "Kari", "family_name": "Lund", "unit": "Ward 1"}).unchanged == 1
    assert signature(take.store) == before


def test_the_look_and_the_import_say_the_same_and_one_undo_takes_it_back(take):
    take(KARI)
    before = signature(take.store)
    row = KARI | {"phone": "2", "needs": ("change",), "wishes": ("Eva Ek",)}
    looked = take(row, {"given_name": "Eva", "family_name": "Ek"}, dry_run=True)
    assert signature(take.store) == before

    done = take(row, {"given_name": "Eva", "family_name": "Ek"})

    assert looked == done
    take.store.undo()
    assert signature(take.store) == before


@pytest.mark.parametrize("dry_run", [True, False])
def test_stopped_half_way_nothing_was_changed(take, dry_run):
    before = signature(take.store)
    progress = Progress(lambda done, _: progress.cancel() if done else None)

    with pytest.raises(Cancelled):
        take(*({"given_name": f"A{number}"} for number in range(500)), dry_run=dry_run, progress=progress)

    assert signature(take.store) == before


def test_data_that_are_restricted_are_neither_changed_nor_handed_out(take):
    take(KARI)
    with take.store.changing(msg("Restrict")) as session:
        session.scalars(select(PersonRecord)).one().restricted_on = TODAY

    (refusal,) = take(KARI | {"phone": "2"}).rejected
    assert catalog("en").say(refusal.message) == "The data on Kari Lund are restricted. Lift the restriction first."
    assert people(take) == []


def statuses(store):
    with store.reading() as session:
        return [each.status for each in session.scalars(select(ParticipationRecord).order_by(ParticipationRecord.id))]


def steps(store):
    with store.reading() as session:
        asked = select(StatusStepRecord).order_by(StatusStepRecord.id)
        return [(each.status, each.reached_on, each.decided_by) for each in session.scalars(asked)]


def test_who_joins_by_a_list_has_the_first_step_of_her_status(take):
    take(KARI)
    assert steps(take.store) == [(ParticipationStatus.RECEIVED, TODAY, "")]
    take(KARI | {"phone": "222"})
    assert len(steps(take.store)) == 1, "she has not joined again"


def test_an_application_whose_papers_all_come_by_a_list_is_complete(take):
    """One paper first, the others later; looking first changes nothing, and one undo takes it all back."""
    take(KARI | {"motivation": True})
    assert statuses(take.store) == [ParticipationStatus.RECEIVED]
    before = signature(take.store)
    rest = {"book": TODAY, "confirmation": True}
    assert take(KARI | rest, dry_run=True).updated == 1
    assert signature(take.store) == before

    assert take(KARI | rest).updated == 1
    assert statuses(take.store) == [ParticipationStatus.COMPLETE]
    assert [status for status, *_ in steps(take.store)] == [ParticipationStatus.RECEIVED, ParticipationStatus.COMPLETE]
    take.store.undo()
    assert signature(take.store) == before
