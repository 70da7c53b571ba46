"""The library (R66): what is handed out is known until it is back, the book's paper is in with it, requests wait."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from mentordesk.actions.library import (
    add_file,
    add_item,
    change_item,
    library_file,
    remove_item,
    replace_file,
)
from mentordesk.actions.loans import hand_out, set_due, take_back
from mentordesk.actions.requests import answer, ask, ask_again, remove_request
from mentordesk.domain.criteria import PaperKind
from mentordesk.domain.people import Role
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.message import Wording
from mentordesk.queries.library import library
from mentordesk.queries.today import today
from mentordesk.storage.opening import open_store
from mentordesk.storage.records import PaperRecord, PersonRecord
from tests.queries.small_programme import DAY, change, made

PDF = b"%PDF-1.7\n" + b"x" * 100
BOOK = Wording("Boken", "Boken", "The book")


@pytest.fixture
def store(tmp_path):
    with open_store(
        tmp_path / "a.mentordesk", create=True, clock=lambda: datetime(2027, 4, 26, 12, tzinfo=UTC)
    ) as file:
        yield file


@pytest.fixture
def there(store):
    return made(store, pairs=3)


@pytest.fixture
def book(store, there):
    return add_item(store, programme=there.programme, title=BOOK, copies=4, is_book=True)


def seen(store, there, day=DAY):
    return library(store, there.programme, today=day)


def mentees(there):
    return [pair.mentee for pair in there.pairs]


def papers(store):
    with store.reading() as session:
        return {
            (row.participation_id, row.received, row.received_on)
            for row in session.query(PaperRecord)
            if row.kind is PaperKind.BOOK
        }


def test_the_book_goes_to_several_at_once_and_its_paper_is_in_by_one_change(store, there, book):
    done = hand_out(store, book, mentees(there), on=DAY, due=DAY + timedelta(30), copies={mentees(there)[0]: " nr 7 "})

    loans = seen(store, there).loans
    assert [(loan.handed_on, loan.due_on, loan.returned_on) for loan in loans] == [(DAY, DAY + timedelta(30), None)] * 3
    assert [loan.copy for loan in loans if loan.participation == mentees(there)[0]] == ["nr 7"]
    assert papers(store) == {(mentee, True, DAY) for mentee in mentees(there)}
    assert (len(done.loans), done.had_it) == (3, ())
    (item,) = seen(store, there).items
    assert (item.out, item.left, item.is_book) == (3, 1, True)
    assert catalog("en").say(store.undo()) == "Hand out “The book” to 3 participants"
    assert (seen(store, there).loans, papers(store)) == ((), set())


def test_who_has_it_gets_no_second_one_and_a_day_of_before_stands(store, there, book):
    first, second, _ = mentees(there)
    hand_out(store, book, [first], on=DAY - timedelta(9))

    done = hand_out(store, book, [first, second], on=DAY)

    assert (len(done.loans), len(done.had_it)) == (1, 1)
    assert (first, True, DAY - timedelta(9)) in papers(store)


def test_no_more_goes_out_than_there_is(store, there):
    item = add_item(store, programme=there.programme, title=BOOK, copies=2)
    with pytest.raises(Refused) as no:
        hand_out(store, item, mentees(there), on=DAY)
    assert "Only 2 copies are left" in catalog("en").say(no.value.message)
    assert seen(store, there).loans == ()

    hand_out(store, item, mentees(there)[:2], on=DAY)
    with pytest.raises(Refused):
        change_item(store, item, title=BOOK, for_roles=[Role.MENTEE], copies=1, is_book=False)


def test_what_is_no_book_is_no_paper(store, there):
    item = add_item(store, programme=None, title=Wording.everywhere("Compendium"))
    hand_out(store, item, mentees(there), on=DAY)

    assert papers(store) == set()


def test_it_comes_back_and_the_paper_stays(store, there, book):
    hand_out(store, book, mentees(there), on=DAY - timedelta(40), due=DAY - timedelta(1))
    loans = seen(store, there).loans
    assert all(loan.overdue for loan in loans)

    assert take_back(store, [loan.id for loan in loans[:2]], on=DAY) == 2
    assert take_back(store, [loan.id for loan in loans], on=DAY) == 1

    assert not any(loan.overdue for loan in seen(store, there).loans)
    assert len(papers(store)) == 3
    assert seen(store, there).items[0].left == 4
    store.undo()
    assert seen(store, there).items[0].out == 1


@pytest.mark.parametrize(("on", "due"), [(DAY + timedelta(1), None), (DAY, DAY - timedelta(1))])
def test_days_that_cannot_be_are_refused(store, there, book, on, due):
    with pytest.raises(Refused):
        hand_out(store, book, mentees(there), on=on, due=due)


def test_nothing_comes_back_before_it_was_handed_out_or_on_a_day_to_come(store, there, book):
    (loan,) = hand_out(store, book, mentees(there)[:1], on=DAY).loans
    for day in (DAY - timedelta(1), DAY + timedelta(1)):
        with pytest.raises(Refused):
            take_back(store, [loan], on=day)
    with pytest.raises(Refused):
        set_due(store, [loan], DAY - timedelta(1))


def test_nobody_whose_data_are_restricted_is_given_anything(store, there, book):
    pair = there.pairs[0]
    change(store, PersonRecord, pair.mentee_person, restricted_on=DAY)

    with pytest.raises(Refused):
        hand_out(store, book, [pair.mentee], on=DAY)
    assert pair.mentee not in {reader.id for reader in seen(store, there).readers}


def test_a_file_is_kept_replaced_and_given_out_and_never_due(store, there):
    item = add_file(store, programme=None, name="Hefte.pdf", content=PDF)
    hand_out(store, item, mentees(there)[:1], on=DAY, due=DAY + timedelta(1))

    assert seen(store, there).loans[0].due_on is None
    replace_file(store, item, name="Hefte 2.pdf", content=PDF + b"2")
    file = library_file(store, item)
    assert (file.name, file.content) == ("Hefte 2.pdf", PDF + b"2")
    store.undo()
    assert library_file(store, item).content == PDF
    (row,) = seen(store, there).items
    assert (catalog("nb").say(row.title), row.file_name, row.size) == ("Hefte", "Hefte.pdf", len(PDF))


def test_a_program_is_no_file_of_the_library(store, there):
    for name, content in (("a.exe", b"MZ"), ("a.pdf", b"no"), ("a.pdf", b"")):
        with pytest.raises(Refused):
            add_file(store, programme=None, name=name, content=content)


def test_what_somebody_got_is_not_taken_out(store, there, book):
    empty = add_item(store, programme=there.programme, title=Wording.everywhere("Other"))
    hand_out(store, book, mentees(there)[:1], on=DAY)

    with pytest.raises(Refused):
        remove_item(store, book)
    remove_item(store, empty)
    assert [item.id for item in seen(store, there).items] == [book]


def test_overdue_loans_are_one_line_of_today_until_they_are_back(store, there, book):
    loans = hand_out(store, book, mentees(there), on=DAY - timedelta(40), due=DAY - timedelta(2)).loans

    (entry,) = [entry for entry in today(store, DAY).entries if entry.alert == "loan_overdue"]
    assert catalog("en").say(entry.sentence) == "3 copies of “The book” should be back."
    assert (entry.subject.item, entry.due) == (book, DAY - timedelta(2))
    assert not [each for each in today(store, DAY - timedelta(2)).entries if each.alert == "loan_overdue"]
    set_due(store, loans, DAY)
    assert not [each for each in today(store, DAY).entries if each.alert == "loan_overdue"]


def test_a_request_stands_on_today_until_it_is_answered(store, there):
    def lines(day: date = DAY):
        return [entry for entry in today(store, day).entries if entry.alert == "request_open"]

    request = ask(store, mentees(there)[0], "  a course in\ncoaching ", on=DAY)

    (line,) = lines()
    assert catalog("en").say(line.sentence).endswith("asks for: a course in coaching")
    assert (line.section.value, line.due) == ("this_week", DAY + timedelta(14))
    assert lines(DAY + timedelta(15))[0].section.value == "overdue"
    answer(store, request, "The one in May", on=DAY)
    assert lines() == []
    (row,) = seen(store, there).requests
    assert (row.answer, row.answered_on) == ("The one in May", DAY)
    ask_again(store, request)
    assert len(lines()) == 1
    remove_request(store, request)
    assert (lines(), seen(store, there).requests) == ([], ())
    store.undo()
    assert len(lines()) == 1


def test_an_empty_request_or_answer_is_none(store, there):
    who = mentees(there)[0]
    request = ask(store, who, "a course", on=DAY)
    for refused in (
        lambda: ask(store, who, "  ", on=DAY),
        lambda: ask(store, who, "a course", on=DAY + timedelta(1)),
        lambda: answer(store, request, "", on=DAY),
        lambda: answer(store, request, "yes", on=DAY - timedelta(1)),
    ):
        with pytest.raises(Refused):
            refused()
