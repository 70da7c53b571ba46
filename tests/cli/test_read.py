"""`mentordesk read`: what is taken of returned forms, what is not and why, and that looking changes nothing."""

from __future__ import annotations

from datetime import date

import pytest

from mentordesk.actions.files import new_file, open_file
from mentordesk.domain.application_form import APPLICATION_FORM
from mentordesk.domain.conversation_slip import CONVERSATION_SLIP
from mentordesk.storage.checks import signature
from mentordesk.storage.records import PersonRecord
from tests.queries.small_programme import change, made
from tests.returned_forms import by_pikepdf, issued_by

pytestmark = pytest.mark.filterwarnings("ignore")  # of pikepdf while it fills in


@pytest.fixture
def there(tmp_path):
    """A file with a pair, and a folder with a slip, an application and a letter."""
    path, folder = tmp_path / "kull.mentordesk", tmp_path / "forms"
    folder.mkdir()
    with new_file(path) as store:
        found = made(store, pairs=1)
        pair = found.pairs[0]
        change(store, PersonRecord, pair.mentee_person, phone="111")
        slip = issued_by(store, CONVERSATION_SLIP, found.programme, pair.id)
        application = issued_by(store, APPLICATION_FORM, found.programme, pair.mentee)
    told = {"entry.1.held_on": "02.02.2027", "entry.1.topic": "kanarifugl"}
    (folder / "1 slip.pdf").write_bytes(by_pikepdf(slip, told))
    values = {"given_name": "Mentee", "family_name": "1", "phone": "222", "title": "Leder"}
    (folder / "2 application.pdf").write_bytes(by_pikepdf(application, values))
    (folder / "3 letter.pdf").write_bytes(b"Dear all")
    return path, folder


def signed(path):
    with open_file(path) as store:
        return signature(store)


def test_a_folder_is_read_and_what_is_not_taken_is_listed(shell, there, frozen_today):
    path, folder = there
    before = signed(path)
    looked = shell("read", path, folder, "--dry-run", "--json")
    assert signed(path) == before
    done = shell("read", path, folder, "--json")

    assert looked.json == done.json
    assert done.status == looked.status == 3
    assert {key: done.json[key] for key in ("read", "added", "updated", "unchanged")} == {
        "read": 2,
        "added": 0,
        "updated": 2,
        "unchanged": 0,
    }
    assert [(each["row"], each["file"], each["column"]) for each in done.json["rejected"]] == [
        (2, "2 application.pdf", "Phone"),
        (3, "3 letter.pdf", None),
    ]
    assert done.json["forms"][0] == {
        "row": 1,
        "file": "1 slip.pdf",
        "form": "Conversation slip",
        "for": "Mentee 1 – Mentor 1",
        "taken": ["Conversation of 2 Feb 2027"],
        "not_read": 1,
    }
    assert "kanarifugl" not in done.out
    with open_file(path) as store:
        assert store.undo_name() is not None


def test_whose_answer_holds_can_be_said_beforehand(shell, there, frozen_today):
    path, folder = there
    forms = (folder / "1 slip.pdf", folder / "2 application.pdf")
    assert shell("read", path, *forms, "--conflicts", "ours").status == 0
    done = shell("read", path, *forms, "--conflicts", "theirs")
    assert done.status == 0
    with open_file(path) as store, store.reading() as session:
        assert {person.phone for person in session.query(PersonRecord)} == {"222", None}


def test_a_person_reads_what_came_of_it(shell, there, frozen_today):
    path, folder = there
    done = shell("read", path, folder, "--language", "nb")
    assert done.status == 3
    assert "2 skjemaer lest" in done.out
    assert "1 felt er skriverens eget og ble ikke lest." in done.out
    assert "«3 letter.pdf» er ikke en PDF-fil." in done.out


def test_where_nothing_can_be_read_the_input_is_unusable(shell, there):
    path, folder = there
    assert shell("read", path, folder / "3 letter.pdf").status == 4
    assert shell("read", path, folder / "gone.pdf", "--json").status == 4
    assert shell("read", path).status == 2


@pytest.fixture
def frozen_today(monkeypatch):
    """The forms of these tests were filled in by then."""
    monkeypatch.setattr("mentordesk.storage.store.Store.today", lambda _: date(2027, 4, 26))
