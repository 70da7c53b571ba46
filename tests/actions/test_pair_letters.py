"""Letters of those in the programme: true of their reader, with what goes with them, and handed over in four ways."""

from __future__ import annotations

from datetime import timedelta
from io import BytesIO

import pytest
from pypdf import PdfReader
from sqlalchemy import select

from mentordesk.actions.letters import hand_over, print_letters, tick_sent, why_not, write_about, write_letters
from mentordesk.actions.own_texts import write_text
from mentordesk.actions.restricting import restrict
from mentordesk.domain.criteria import PaperKind
from mentordesk.domain.letter_ways import LetterWay
from mentordesk.domain.library import ItemForm
from mentordesk.domain.own_texts import Words
from mentordesk.domain.pairs import PairStatus
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.languages import LanguageCode
from mentordesk.messages.letters import LetterKind
from mentordesk.messages.mail_draft import Attachment
from mentordesk.queries.alert_letters import drafts_about
from mentordesk.queries.enclosed_papers import enclosed_papers
from mentordesk.queries.enclosures import Enclosure
from mentordesk.queries.letter_log import letter_log
from mentordesk.queries.letters import addressees
from mentordesk.queries.today import today as todays
from mentordesk.storage.records import (
    LetterRecord,
    LibraryItemRecord,
    LoanRecord,
    PairRecord,
    PaperRecord,
    PersonRecord,
)
from tests.actions.test_letters import read
from tests.documents.hostile import LITERAL
from tests.queries.small_programme import START, add, change, made

say = catalog("en").say
EN, SV = LanguageCode.EN, LanguageCode.SV


@pytest.fixture
def there(store):
    """Two running pairs: mentee 1 reads English, mentor 1 Swedish."""
    found = made(store)
    first = found.pairs[0]
    change(store, PersonRecord, first.mentee_person, language=EN, email="mentee@example.org", phone="22 04 33 04")
    change(store, PersonRecord, first.mentor_person, language=SV, email="mentor@example.org")
    return found


def one(store, id_, kind, **known):
    (found,) = addressees(store, [id_], kind, **known)
    return found


def attached(path):
    return {part.get_filename(): part.get_content() for part in read(path).iter_attachments()}


def test_each_of_a_new_pair_learns_who_the_other_is_and_who_begins(store, there):
    pair = there.pairs[0]

    mentee = one(store, pair.mentee, LetterKind.MATCHED_MENTEE)
    mentor = one(store, pair.mentor, LetterKind.MATCHED_MENTOR)

    assert "Mentor 1 will be your mentor in Kull 1. You can reach Mentor 1 at mentor@example.org." in mentee.letter.body
    assert "It is you who takes the first contact" in mentee.letter.body
    assert "Mentee 1, som du når på mentee@example.org eller 22 04 33 04." in mentor.letter.body
    assert "Din adept hör av sig till dig." in mentor.letter.body
    assert (mentee.letter.missing, mentee.is_ready, mentor.is_ready) == ((), True, True)


def test_nobody_learns_of_a_pair_that_is_not(store, there):
    pair = there.pairs[0]

    assert not one(store, pair.mentor, LetterKind.MATCHED_MENTEE).fits
    assert not one(store, pair.mentee, LetterKind.ENDED_MENTEE).fits
    change(store, PairRecord, pair.id, status=PairStatus.DISSOLVED, ended_on=START, new_mentor_wanted=True)
    assert not one(store, pair.mentee, LetterKind.MATCHED_MENTEE).fits
    mentee = one(store, pair.mentee, LetterKind.ENDED_MENTEE)
    assert "between you and Mentor 1 in Kull 1 ended on 11 Jan 2027" in mentee.letter.body
    assert "You would like to have a new mentor." in mentee.letter.body
    change(store, PairRecord, pair.id, new_mentor_wanted=None)
    assert "If you would like to have a new mentor" in one(store, pair.mentee, LetterKind.ENDED_MENTEE).letter.body
    assert one(store, pair.mentor, LetterKind.ENDED_MENTOR).is_ready


def test_how_to_reach_somebody_who_restricted_her_data_is_told_to_nobody(store, there):
    restrict(store, there.pairs[0].mentor_person, reason="He asked", today=START)

    mentee = one(store, there.pairs[0].mentee, LetterKind.MATCHED_MENTEE)

    assert mentee.letter.missing == ("contact",)
    assert "mentor@example.org" not in mentee.letter.body


def test_the_employer_is_asked_with_what_it_takes(store, there):
    pair = there.pairs[0]
    manager = PersonRecord(given_name="Berit", family_name="Sjef", email="berit@example.org", language=SV)
    add(store, manager)
    change(store, PersonRecord, pair.mentor_person, line_manager_id=manager.id)
    change(store, PersonRecord, pair.mentee_person, line_manager="sjef@example.org")
    by = START + timedelta(30)
    for of in (pair.mentee, pair.mentor):
        add(store, PaperRecord(participation_id=of, kind=PaperKind.CONFIRMATION, asked_by=by))

    mentee = one(store, pair.mentee, LetterKind.ASK_EMPLOYER)
    mentor = one(store, pair.mentor, LetterKind.ASK_EMPLOYER)

    assert (mentee.name, mentee.email, mentee.letter.language.value) == ("", "sjef@example.org", "nb")
    assert "Samlinger og opplæring: 5 dager i alt." in mentee.letter.body
    assert "10. feb. 2027" in mentee.letter.body
    assert (mentor.name, mentor.email, mentor.about) == ("Berit Sjef", "berit@example.org", "Mentor 1")
    assert "9 dagar sammanlagt" in mentor.letter.body
    assert "som mentor. Programmet" in mentor.letter.body
    other = one(store, there.pairs[1].mentee, LetterKind.ASK_EMPLOYER)
    assert (other.email, other.letter.missing) == ("", ("due_on",))


def test_a_reminder_names_what_was_lent_and_is_not_for_who_has_nothing(store, there):
    book = LibraryItemRecord(
        title={"nb": "Mentorboken", "en": "The book"}, form=ItemForm.PHYSICAL, for_roles=["mentee"]
    )
    add(store, book)
    mentee = there.pairs[0].mentee
    add(store, LoanRecord(item_id=book.id, participation_id=mentee, handed_on=START, due_on=START + timedelta(60)))

    found = one(store, mentee, LetterKind.LOAN_REMIND)

    assert found.letter.subject == "Can you return The book?"
    assert "from us on 11 Jan 2027, and we agreed that it would be returned by 12 Mar 2027" in found.letter.body
    assert not one(store, there.pairs[1].mentee, LetterKind.LOAN_REMIND).fits


def test_papers_go_with_the_letter_in_the_language_of_each_reader(store, there, tmp_path):
    pair = there.pairs[0]
    enclosing = enclosed_papers(["contract", "logbook"], made_on=START)

    done = write_letters(store, [pair.mentee, pair.mentor], LetterKind.FORMS_OUT, folder=tmp_path, enclosing=enclosing)

    mentee, mentor = (attached(path) for path in sorted(done.paths, key=lambda path: "Mentor" in path.name))
    assert list(mentee) == ["Cooperation contract - Mentee 1 and Mentor 1.pdf", "Logbook - Mentee 1 and Mentor 1.pdf"]
    assert [name.split(" - ")[0] for name in mentor] == ["Samarbetskontrakt"], "the logbook is the mentee's"
    for papers, code in ((mentee, "en"), (mentor, "sv")):
        for data in papers.values():
            assert PdfReader(BytesIO(data)).trailer["/Root"]["/Lang"].startswith(code)
    text = read(done.paths[0]).get_body().get_content()
    assert "“Cooperation contract” and “Logbook”" in text or "Samarbetskontrakt" in text
    assert done.largest > sum(map(len, mentor.values()))


def test_whoever_has_none_of_the_papers_gets_no_letter(store, there, tmp_path):
    pair = there.pairs[1]
    change(store, PairRecord, pair.id, status=PairStatus.DISSOLVED, ended_on=START)
    enclosing = enclosed_papers(["contract"], made_on=START)

    found = one(store, pair.mentee, LetterKind.FORMS_OUT, enclosing=enclosing)
    done = write_letters(store, [pair.mentee], LetterKind.FORMS_OUT, folder=tmp_path, enclosing=enclosing)

    assert say(why_not(found)) == "Mentee 2: of what was to go with the letter there is nothing yet."
    assert (done.paths, len(done.left_out)) == ((), 1)
    with pytest.raises(KeyError):
        enclosed_papers(["team-agenda"], made_on=START)


def test_forms_without_a_form_are_not_sent_out(store, there):
    assert one(store, there.pairs[0].mentee, LetterKind.FORMS_OUT).letter.missing == ("forms",)


def test_a_file_of_the_library_goes_as_it_is_and_too_much_is_left_out(store, there, tmp_path):
    ids = [there.pairs[0].mentee]

    def files(size):
        file = Attachment("Kompendium.pdf", b"x" * size, "application", "pdf")
        return lambda _, found: {id_: (Enclosure("Kompendium", file),) for id_ in found}

    done = write_letters(store, ids, LetterKind.FORMS_OUT, folder=tmp_path, enclosing=files(1_000))
    assert attached(done.paths[0]) == {"Kompendium.pdf": b"x" * 1_000}
    much = write_letters(store, ids, LetterKind.FORMS_OUT, folder=tmp_path, enclosing=files(10_000_001))
    assert say(much.left_out[0].reason).startswith("Mentee 1: what goes with the letter has 11 MB")


def test_a_paper_that_cannot_be_printed_leaves_its_letter_out(store, there, tmp_path):
    pair = there.pairs[0]
    change(store, PersonRecord, pair.mentor_person, given_name="李")

    done = write_letters(
        store,
        [pair.mentee],
        LetterKind.THANKS,
        folder=tmp_path,
        enclosing=enclosed_papers(["contract"], made_on=START),
    )

    assert done.paths == ()
    assert "李" in say(done.left_out[0].reason)


def pdf_text(path):
    return " ".join(" ".join(page.extract_text() for page in PdfReader(path).pages).split())


def test_on_paper_a_letter_says_what_the_draft_says(store, there, tmp_path):
    ids = [there.pairs[0].mentee, there.pairs[0].mentor]
    found = addressees(store, ids, LetterKind.THANKS)

    done = print_letters(store, ids, LetterKind.THANKS, folder=tmp_path, made_on=START)

    assert [path.suffix for path in done.paths] == [".pdf", ".pdf"]
    assert done.without_address == ()
    for path, each in zip(done.paths, found, strict=True):
        text = pdf_text(path)
        for line in (each.letter.subject, *each.letter.body.splitlines()):
            assert " ".join(line.split()) in text
        assert PdfReader(path).trailer["/Root"]["/Lang"].startswith(each.letter.language.value)
    assert say(store.undo_name()) == "Write 2 letters: Thanks for taking part, on paper"
    assert {row.way for row in letter_log(store)} == {LetterWay.PAPER}


@pytest.mark.parametrize("at", range(0, len(LITERAL), 16))
def test_whatever_a_coordinator_writes_is_literal_in_draft_and_paper(store, there, tmp_path, at):
    some = [text for text in LITERAL[at : at + 16] if len(text) < 150]
    body = "\n\n".join(("Dear {given_name}", *(text.replace("{", "{{").replace("}", "}}") for text in some)))
    write_text(store, there.programme, "thanks", EN, Words("<b>Thanks</b> =1+1 {{0}}", body))
    id_ = there.pairs[0].mentee

    letter = one(store, id_, LetterKind.THANKS).letter
    draft = read(write_letters(store, [id_], LetterKind.THANKS, folder=tmp_path).paths[0])
    paper = pdf_text(print_letters(store, [id_], LetterKind.THANKS, folder=tmp_path, made_on=START).paths[0])

    lines = draft.get_content().replace("\r\n", "\n").split("\n\n")
    assert draft["Subject"] == letter.subject == "<b>Thanks</b> =1+1 {0}"
    assert "\n\n".join(lines).strip() == letter.body
    for text in some:
        said = " ".join(text.split())
        assert said in letter.body
        if not said.startswith("-"):
            assert said.replace("ﬁ", "fi") in paper.replace("ﬁ", "fi")


def test_handing_over_is_noted_with_its_way_and_undone(store, there):
    id_ = there.pairs[0].mentee
    said = hand_over(store, id_, LetterKind.THANKS, LetterWay.COPIED)

    assert said.letter.body.startswith("Dear Mentee,")
    assert say(store.undo_name()) == "Write 1 letter: Thanks for taking part, copied"
    (row,) = letter_log(store, there.programme)
    assert (row.name, say(row.title), row.way, row.sent_on) == (
        "Mentee 1",
        "Thanks for taking part",
        LetterWay.COPIED,
        None,
    )
    store.undo()
    assert letter_log(store) == ()
    with pytest.raises(Refused, match="this was not decided"):
        hand_over(store, id_, LetterKind.ENDED_MENTEE, LetterWay.MAILTO)
    assert letter_log(store) == ()


def test_what_was_sent_is_ticked_by_hand(store, there, tmp_path):
    ids = [there.pairs[0].mentee, there.pairs[0].mentor]
    write_letters(store, ids, LetterKind.THANKS, folder=tmp_path)
    numbers = [row.id for row in letter_log(store)]
    today = store.today()

    assert tick_sent(store, numbers, today) == 2
    assert say(store.undo_name()) == "2 letters were sent"
    assert {row.sent_on for row in letter_log(store)} == {today}
    assert tick_sent(store, numbers, today) == 0
    assert tick_sent(store, numbers[:1], None) == 1
    store.undo()
    store.undo()
    assert {row.sent_on for row in letter_log(store)} == {None}
    for day in (today + timedelta(1), today - timedelta(1)):
        with pytest.raises(Refused):
            tick_sent(store, numbers, day)


def test_the_log_has_letters_of_before_there_were_ways_and_of_kinds_not_known(store, there):
    add(
        store,
        *(
            LetterRecord(
                programme_id=there.programme,
                participation_id=there.pairs[0].mentee,
                kind=kind,
                language=EN,
                made_at=store.clock(),
            )
            for kind in ("selected", "of_tomorrow")
        ),
    )

    assert {(say(row.title), row.way) for row in letter_log(store)} == {
        ("A place in the programme", LetterWay.DRAFT),
        ("of_tomorrow", LetterWay.DRAFT),
    }
    assert {row.person for row in letter_log(store)} == {there.pairs[0].mentee_person}


def test_an_overdue_loan_on_today_leads_to_a_letter_to_each_who_has_it(store, there, tmp_path):
    today = store.today()
    book = LibraryItemRecord(title={"en": "The book", "sv": "Boken"}, form=ItemForm.PHYSICAL, for_roles=["mentee"])
    add(store, book)
    pair, other = there.pairs
    days = {pair.mentee: today - timedelta(3), pair.mentor: today - timedelta(2), other.mentee: today + timedelta(2)}
    for of, due in days.items():
        add(
            store,
            LoanRecord(item_id=book.id, participation_id=of, handed_on=today - timedelta(60), due_on=due),
        )
    (entry,) = [each for each in todays(store, today).entries if each.alert == "loan_overdue"]

    drafts = drafts_about(store, entry)

    assert drafts.kind is LetterKind.LOAN_REMIND
    assert {(each.about, each.letter.subject) for each in drafts.readers} == {
        ("Mentee 1", "Can you return The book?"),
        ("Mentor 1", "Kan du lämna tillbaka Boken?"),
    }
    assert len(write_about(store, entry, folder=tmp_path).paths) == 2
    for loan in (pair.mentee, pair.mentor):
        with store.reading() as session:
            (id_,) = session.scalars(select(LoanRecord.id).where(LoanRecord.participation_id == loan))
        change(store, LoanRecord, id_, returned_on=today)
    with pytest.raises(Refused):
        drafts_about(store, entry)
