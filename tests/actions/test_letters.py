"""Letters are drafts in a folder, each to its one reader in her language, with nothing of anybody else in them."""

from __future__ import annotations

from datetime import timedelta
from email import policy
from email.parser import BytesParser

import pytest

from mentordesk.actions.letters import why_not, write_letters
from mentordesk.actions.restricting import restrict
from mentordesk.actions.selecting import decide
from mentordesk.domain.criteria import PaperKind
from mentordesk.domain.people import ParticipationStatus, Role
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import msg
from mentordesk.messages.letters import LetterKind
from mentordesk.queries.letters import addressees, usual_letter
from mentordesk.storage.records import (
    InterviewRecord,
    LetterRecord,
    NewManagerNoticeRecord,
    PaperRecord,
    ParticipationRecord,
    PersonRecord,
    StatusStepRecord,
)
from tests.queries.applicants import DAY, applied
from tests.queries.small_programme import change

say = catalog("en").say
CANARY = "Kanarifugl"


@pytest.fixture
def there(store):
    """Mentee 1 reads Swedish, mentee 2 English, the others nothing that is known: Norwegian, as the programme."""
    made = applied(store)
    for number, mentee in enumerate(made.mentees, start=1):
        change(store, PersonRecord, mentee.person, email=f"mentee{number}@example.org")
    change(store, PersonRecord, made.mentees[0].person, language=LanguageCode.SV)
    change(store, PersonRecord, made.mentees[1].person, language=LanguageCode.EN)
    return made


def read(path):
    return BytesParser(policy=policy.default).parsebytes(path.read_bytes())


STANDS = {
    LetterKind.SELECTED: ParticipationStatus.SELECTED,
    LetterKind.WAITING: ParticipationStatus.WAITING,
    LetterKind.DECLINED: ParticipationStatus.DECLINED,
}


def written(store, who, kind, folder):
    """To those who stand where the letter says."""
    for one in who:
        if kind in STANDS:
            change(store, ParticipationRecord, one.id, status=STANDS[kind])
    return write_letters(store, [one.id for one in who], kind, folder=folder)


def test_everybody_gets_a_draft_in_her_own_language(store, there, tmp_path):
    made = written(store, there.mentees[:3], LetterKind.WAITING, tmp_path / "drafts")

    drafts = {read(path)["To"].addresses[0].addr_spec: read(path) for path in made.paths}
    assert {at: draft["Content-Language"] for at, draft in drafts.items()} == {
        "mentee1@example.org": "sv",
        "mentee2@example.org": "en",
        "mentee3@example.org": "nb",
    }
    assert "väntelistan till Kull 1" in drafts["mentee1@example.org"]["Subject"]
    assert drafts["mentee2@example.org"].get_content().startswith("Dear Mentee,")
    assert (made.without_address, made.left_out) == ((), ())
    assert sorted(path.name for path in made.paths) == sorted(path.name for path in (tmp_path / "drafts").iterdir())


def test_that_they_were_written_is_one_change_and_shown_the_next_time(store, there, tmp_path):
    written(store, there.mentees, LetterKind.DECLINED, tmp_path)

    assert say(store.undo_name()) == "Write 4 letters: No place this time"
    with store.reading() as session:
        assert {(one.kind, one.language.value) for one in session.query(LetterRecord)} == {
            ("declined", "sv"),
            ("declined", "en"),
            ("declined", "nb"),
        }
    store.undo()
    store.redo()
    (again, *_) = addressees(store, [there.mentees[0].id], LetterKind.DECLINED)
    assert again.written_on == store.clock().date()


def test_no_draft_replaces_another(store, there, tmp_path):
    written(store, there.mentees, LetterKind.DECLINED, tmp_path)
    written(store, there.mentees, LetterKind.DECLINED, tmp_path)

    assert len(list(tmp_path.glob("*.eml"))) == 8


def test_nothing_that_was_written_of_anybody_is_in_a_letter(store, there, tmp_path):
    """Notes, reasons, ratings and needs, her own and another's, in every kind of letter."""
    decide(
        store,
        [there.mentees[3].id],
        ParticipationStatus.DECLINED,
        reason=f"{CANARY} reason",
        by=f"{CANARY} decider",
        today=DAY,
    )
    with store.changing(msg("canaries")) as session:
        for one in (*there.mentees, *there.mentors):
            session.get_one(ParticipationRecord, one.id).needs = [f"{CANARY} need"]
            person = session.get_one(PersonRecord, one.person)
            person.notes, person.tags, person.title = f"{CANARY} note", [f"{CANARY} tag"], f"{CANARY} title"
            session.add(InterviewRecord(participation_id=one.id, held_on=DAY, notes=f"{CANARY} heard"))
            session.add(PaperRecord(participation_id=one.id, kind=PaperKind.BOOK, asked_by=DAY))
            session.add(
                StatusStepRecord(
                    participation_id=one.id,
                    status=ParticipationStatus.DECLINED,
                    reached_on=DAY,
                    decided_by=CANARY,
                    reason=CANARY,
                )
            )

    for kind in LetterKind:
        made = addressees(store, [one.id for one in (*there.mentees, *there.mentors)], kind)
        assert len(made) == 9
        for each in made:
            assert CANARY not in each.letter.subject + each.letter.body, kind
            others = {one.about for one in made} - {each.about}
            assert not [name for name in others if name in each.letter.body], kind


def test_a_letter_that_lacks_something_comes_first_and_is_not_written(store, there, tmp_path):
    with store.changing(msg("papers")) as session:
        for mentee in there.mentees[:2]:
            session.add(
                PaperRecord(participation_id=mentee.id, kind=PaperKind.MOTIVATION, asked_by=DAY + timedelta(days=9))
            )
    ids = [mentee.id for mentee in there.mentees]

    found = addressees(store, ids, LetterKind.ASK_FOR_PAPER)
    assert [each.about for each in found] == ["Mentee 3", "Mentee 4", "Mentee 1", "Mentee 2"]
    assert say(why_not(found[0])) == "Mentee 3: the letter lacks the day by which the papers are due."
    assert "letter of motivation" in found[3].letter.body.lower()

    made = written(store, there.mentees, LetterKind.ASK_FOR_PAPER, tmp_path)
    assert len(made.paths) == 2
    assert [each.name for each in made.left_out] == ["Mentee 3", "Mentee 4"]


def test_a_paper_that_came_is_not_asked_for(store, there):
    with store.changing(msg("papers")) as session:
        for kind, received in ((PaperKind.MOTIVATION, None), (PaperKind.CONFIRMATION, True)):
            session.add(PaperRecord(participation_id=there.mentees[1].id, kind=kind, asked_by=DAY, received=received))

    (found,) = addressees(store, [there.mentees[1].id], LetterKind.ASK_FOR_PAPER)

    assert "Letter of motivation" in found.letter.body
    assert "confirmation" not in found.letter.body


def test_whoever_restricted_her_data_is_not_written_to(store, there, tmp_path):
    restrict(store, there.mentees[0].person, reason="She asked", today=DAY)

    made = written(store, there.mentees[:2], LetterKind.SELECTED, tmp_path)

    assert len(made.paths) == 1
    assert say(made.left_out[0].reason).startswith("Mentee 1 has restricted")


def test_a_draft_without_address_is_made_and_told_of_and_a_wrong_one_is_left_out(store, there, tmp_path):
    change(store, PersonRecord, there.mentees[0].person, email=None)
    change(store, PersonRecord, there.mentees[1].person, email="a@b.no, c@d.no")

    made = written(store, there.mentees[:3], LetterKind.SELECTED, tmp_path)

    assert made.without_address == ("Mentee 1",)
    assert [each.name for each in made.left_out] == ["Mentee 2"]
    assert len(made.paths) == 2


def test_an_offer_goes_to_the_appointing_manager_in_the_programmes_language_or_hers(store, there, tmp_path):
    """By name, by an address for a name, and to somebody of the file."""
    notices = [
        {"appointing_manager": "Berit Sjef"},
        {"appointing_manager": "sjef@example.org"},
        {"appointing_manager_id": there.mentors[0].person},
    ]
    change(store, PersonRecord, there.mentors[0].person, email="m1@example.org", language=LanguageCode.EN)
    with store.changing(msg("notices")) as session:
        for mentee, told in zip(there.mentees, notices, strict=False):
            session.add(NewManagerNoticeRecord(participation_id=mentee.id, known_on=DAY, **told))

    found = addressees(store, [mentee.id for mentee in there.mentees], LetterKind.OFFER)

    assert [(each.name, each.email, each.letter.language.value) for each in found] == [
        ("Berit Sjef", "", "nb"),
        ("", "sjef@example.org", "nb"),
        ("Mentor 1", "m1@example.org", "en"),
        ("", "", "nb"),
    ]
    assert found[2].letter.subject == "A mentor for Mentee 3?"


def test_a_folder_that_cannot_be_is_refused(store, there, tmp_path):
    (tmp_path / "file").write_bytes(b"")

    with pytest.raises(Refused, match="cannot be made"):
        written(store, there.mentees, LetterKind.SELECTED, tmp_path / "file" / "drafts")
    with pytest.raises(Refused, match="nobody with the number"):
        write_letters(store, ["nobody"], LetterKind.SELECTED, folder=tmp_path)


def test_nobody_is_told_of_a_decision_that_was_not_made_of_her(store, there, tmp_path):
    change(store, ParticipationRecord, there.mentees[0].id, status=ParticipationStatus.SELECTED)
    change(store, ParticipationRecord, there.mentees[1].id, status=ParticipationStatus.DECLINED)
    ids = [one.id for one in (*there.mentees[:2], there.mentors[0])]

    made = write_letters(store, ids, LetterKind.SELECTED, folder=tmp_path)

    assert [path.name for path in made.paths] == ["Plats i programmet - Mentee 1.eml"]
    assert {each.name for each in made.left_out} == {"Mentee 2", "Mentor 1"}
    assert say(made.left_out[0].reason) == "Mentee 2: this was not decided, so the letter is not for them."


def test_each_gets_what_fits_where_she_stands(store, there, tmp_path):
    for mentee, status in zip(there.mentees, STANDS.values(), strict=False):
        change(store, ParticipationRecord, mentee.id, status=status)

    made = write_letters(store, [one.id for one in there.mentees], None, folder=tmp_path)

    assert [each.letter.kind for each in addressees(store, [one.id for one in there.mentees], None)] == [
        *STANDS,
        LetterKind.RECEIVED,
    ]
    assert (len(made.paths), made.left_out) == (4, ())
    assert say(store.undo_name()) == "Write 4 letters"


def test_what_somebody_is_most_likely_written():
    assert usual_letter(Role.MENTEE, ParticipationStatus.SELECTED) is LetterKind.SELECTED
    assert usual_letter(Role.MENTOR, ParticipationStatus.SELECTED) is LetterKind.MENTOR_SELECTED
    assert usual_letter(Role.MENTEE, ParticipationStatus.SUGGESTED) is LetterKind.OFFER
    assert usual_letter(Role.MENTEE, ParticipationStatus.RECEIVED) is LetterKind.RECEIVED
