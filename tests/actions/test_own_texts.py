"""A programme's own words hold in its letters and papers, in their language alone, and every version can come back."""

from __future__ import annotations

import pytest

from mentordesk.actions.attendance import note_attendance
from mentordesk.actions.letters import write_letters
from mentordesk.actions.own_texts import back_to_original, bring_back, write_text
from mentordesk.actions.programmes import create_programme
from mentordesk.domain.meetings import Attendance
from mentordesk.domain.own_texts import PASSAGES, Words
from mentordesk.domain.people import ParticipationStatus
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import msg
from mentordesk.messages.editable_texts import editable_texts
from mentordesk.messages.letters import LetterKind, texts
from mentordesk.queries.gathering_papers import gathering_papers
from mentordesk.queries.letters import Trial, addressees
from mentordesk.queries.own_texts import passage, text_in_edit, text_of, text_rows
from mentordesk.queries.programmes import programme_of
from mentordesk.storage.records import OwnTextRecord, ParticipationRecord, PersonRecord
from tests.actions.gathered import FIRST, gathered
from tests.actions.test_letters import read
from tests.queries.applicants import DAY, applied
from tests.queries.small_programme import change

say = catalog("en").say
NB, SV, EN = LanguageCode
KEY = "selected"
OURS = texts(LetterKind.SELECTED)
THEIRS = Words("Velkommen til {programme}", "Kjære {name},\n\nvi gleder oss.\n\n{sender}")


@pytest.fixture
def there(store):
    """Mentees 1, 2 and 3 have a place, and read Swedish, English and Norwegian."""
    made = applied(store)
    for mentee, code in zip(made.mentees, (SV, EN, NB), strict=False):
        change(store, PersonRecord, mentee.person, language=code, email="somebody@example.org")
        change(store, ParticipationRecord, mentee.id, status=ParticipationStatus.SELECTED)
    return made


def said(store, programme, key=KEY):
    with store.reading() as session:
        return {code: text_of(session, programme, key, code) for code in LanguageCode}


def test_the_words_of_one_language_are_nothing_to_another(store, there, tmp_path):
    assert write_text(store, there.programme, KEY, NB, THEIRS)

    assert said(store, there.programme) == {NB: THEIRS, SV: OURS[SV], EN: OURS[EN]}
    made = write_letters(store, [one.id for one in there.mentees[:3]], LetterKind.SELECTED, folder=tmp_path)
    drafts = {read(path)["Content-Language"]: read(path) for path in made.paths}
    assert drafts["nb"]["Subject"] == "Velkommen til Kull 1"
    assert drafts["nb"].get_content().replace("\r\n", "\n").startswith("Kjære Mentee 3,\n\nvi gleder oss.\n\n")
    assert "Grattis" in drafts["sv"].get_content()
    assert "Congratulations" in drafts["en"].get_content()


def test_another_programme_keeps_ours(store, there):
    write_text(store, there.programme, KEY, NB, THEIRS)
    other = create_programme(store, template_key="nu", name="NU", starts_on=DAY).id

    assert said(store, other) == dict(OURS)


def test_writing_is_one_change_with_a_name_and_undone_with_all_that_it_did(store, there):
    write_text(store, there.programme, KEY, NB, THEIRS)

    assert say(store.undo_name()) == "A place in the programme in own words (bokmål)"
    store.undo()
    assert said(store, there.programme) == dict(OURS)
    store.redo()
    assert said(store, there.programme)[NB] == THEIRS


def test_every_version_stays_and_can_hold_again(store, there):
    programme = there.programme
    write_text(store, programme, KEY, NB, THEIRS, by="Kari Ås")
    second = Words("Plass", "Hei {given_name}")
    write_text(store, programme, KEY, NB, second)
    assert back_to_original(store, programme, KEY, NB)
    assert said(store, programme)[NB] == OURS[NB]

    assert bring_back(store, programme, KEY, NB, 1)

    found = text_in_edit(store, programme, KEY, NB)
    assert (found.words, found.own) == (THEIRS, True)
    assert [(each.number, each.words, each.original, each.made_by) for each in found.versions] == [
        (4, THEIRS, False, ""),
        (3, OURS[NB], True, ""),
        (2, second, False, ""),
        (1, THEIRS, False, "Kari Ås"),
    ]
    assert bring_back(store, programme, KEY, NB, 3)
    assert not text_in_edit(store, programme, KEY, NB).own
    with pytest.raises(Refused, match="version"):
        bring_back(store, programme, KEY, NB, 99)


def test_what_changes_nothing_makes_no_version(store, there):
    programme = there.programme
    assert not back_to_original(store, programme, KEY, NB)
    assert not write_text(store, programme, KEY, NB, OURS[NB])
    write_text(store, programme, KEY, NB, THEIRS)
    before = store.undo_name()
    assert not write_text(store, programme, KEY, NB, Words(f" {THEIRS.subject}\n", f"\n{THEIRS.body}  "))

    assert store.undo_name() == before
    with store.reading() as session:
        assert session.query(OwnTextRecord).count() == 1
    assert write_text(store, programme, KEY, NB, OURS[NB])
    assert not text_in_edit(store, programme, KEY, NB).own, "our own words, typed again, are the original"


@pytest.mark.parametrize(
    ("subject", "body", "why"),
    [
        ("", "Hei", "The subject is empty."),
        ("Plass", " ", "There is no text."),
        ("Plass", "Hei {given_name.__class__}", "{given_name.__class__} is no field"),
        ("Plass {task}", "Hei", "{task} is no field of this text"),
        ("Plass", "Hei {", "A brace stands alone."),
        ("Plass", "Hei {a} {b}", "{a} is no field of this text. Choose one from the list. And 1 more is to be mended."),
        ("Plass", "Hei 😀", "cannot be printed with 😀 (U+1F600)"),
        ("p" * 201, "Hei", "201 characters"),
    ],
)
def test_what_cannot_be_read_is_refused_and_nothing_changes(store, there, subject, body, why):
    with pytest.raises(Refused) as no:
        write_text(store, there.programme, KEY, NB, Words(subject, body))

    assert why in say(no.value.message)
    assert said(store, there.programme) == dict(OURS)


def test_a_broken_text_from_elsewhere_is_read_as_it_stands(store, there, tmp_path):
    """Written by a newer program, or by somebody who meddled with the file."""
    with store.changing(msg("meddled with")) as session:
        session.add(
            OwnTextRecord(
                programme_id=there.programme,
                text=KEY,
                language=SV,
                version=1,
                subject_line="{programme.settings}\r\nBcc: x@y.no {",
                body="{given_name!r} {0} {given_name} }",
                made_at=store.clock(),
            )
        )

    made = write_letters(store, [there.mentees[0].id], LetterKind.SELECTED, folder=tmp_path)

    draft = read(made.paths[0])
    assert draft["Subject"] == "{programme.settings} Bcc: x@y.no {"
    assert draft["Bcc"] is None
    assert draft.get_content().strip() == "{given_name!r} {0} Mentee }"


def test_a_trial_shows_every_reader_the_words_that_are_not_kept_yet(store, there):
    ids = [one.id for one in there.mentees[:3]]

    found = addressees(store, ids, LetterKind.SELECTED, trial=Trial(EN, Words("Now", "Dear {name}, {nobody}")))

    assert [each.letter.body for each in found] == [f"Dear Mentee {number}, {{nobody}}" for number in (1, 2, 3)]
    assert {each.letter.language for each in found} == {EN}
    assert said(store, there.programme) == dict(OURS)


def test_all_texts_are_listed_with_the_languages_of_their_own(store, there):
    write_text(store, there.programme, KEY, SV, THEIRS)
    write_text(store, there.programme, "declined", NB, THEIRS)
    back_to_original(store, there.programme, "declined", NB)

    rows = {row.key: row for row in text_rows(store, there.programme)}

    assert [row.text for row in rows.values()] == list(editable_texts())
    assert (rows[KEY].own, rows["declined"].own) == ((SV,), ())
    assert rows["declined"].changed_at == store.clock()
    assert rows["waiting_list"].changed_at is None


def test_a_passage_is_filled_in_for_every_language(store, there):
    told = {"name": "Åse {sender}", "meeting": "Start"}
    for text in PASSAGES:
        with store.reading() as session:
            words = passage(session, programme_of(session, there.programme), text.key, told)

        assert set(words.texts()) == {"nb", "sv", "en"}
        assert not any("{" in each.replace("Åse {sender}", "") for each in words.texts().values())


def test_a_passage_has_no_subject_and_says_its_own_words_in_their_language(store, there):
    write_text(store, there.programme, "role-guide-mentee", NB, Words("not seen", "Hei på deg,\n\ni {programme}."))
    with store.reading() as session:
        words = passage(session, programme_of(session, there.programme), "role-guide-mentee")

    assert words.nb == "Hei på deg, i Kull 1."
    assert words.sv.startswith("Välkommen")
    assert text_in_edit(store, there.programme, "role-guide-mentee", NB).words.subject == ""


def test_every_text_can_be_written_as_it_is(store, there):
    """So nobody who changes one word is refused for our own."""
    for text in editable_texts():
        for code in LanguageCode:
            ours = text.original(code)
            assert write_text(store, there.programme, text.key, code, Words(ours.subject, f"{ours.body}\n\nPS"))


def test_a_certificate_says_the_programmes_own_sentence_in_the_language_of_each(store):
    found = gathered(store, pairs=2)
    programme = found.made.programme
    change(store, PersonRecord, found.made.pairs[0].mentee_person, language=SV, given_name="{meeting}")
    write_text(
        store, programme, "certificate-sentence", SV, Words("", "{name} har gått igenom {meeting} i {programme}.")
    )
    there = {each.person: Attendance.PRESENT for each in found.people}
    note_attendance(store, found.meeting, 1, there, today=FIRST)

    _, papers = gathering_papers(store, found.meeting, ("certificate",), made_on=DAY)

    said = {paper.person: catalog(paper.language).say(paper.content.sentence) for paper in papers}
    assert said["{meeting} 1"] == "{meeting} 1 har gått igenom Uppstartsträff i Kull 1."
    assert said["Mentee 2"] == "Mentee 2 har deltatt på «Oppstartssamling» i Kull 1."
