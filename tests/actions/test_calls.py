"""The call, its channels, and how many came by each."""

from __future__ import annotations

from datetime import date

import pytest

from mentordesk.actions.calls import (
    add_channel,
    edit_channel,
    note_published,
    remove_channel,
    set_call_days,
    write_call,
)
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.languages import LanguageCode
from mentordesk.queries.calls import call
from mentordesk.storage.checks import signature
from mentordesk.storage.records import ApplicationRecord, DeadlineRecord
from tests.actions.test_participants import a_programme, somebody
from tests.queries.small_programme import add

OPENS, CLOSES = date(2026, 9, 1), date(2026, 10, 15)


def written(store, programme, opens=OPENS, closes=CLOSES, **texts):
    told = {LanguageCode(code): text for code, text in texts.items()}
    write_call(store, programme, told)
    set_call_days(store, programme, opens_on=opens, closes_on=closes)


def due(store):
    with store.reading() as session:
        return {row.due_on for row in session.query(DeadlineRecord) if row.setting == "applications"}


def test_a_call_is_written_and_its_deadline_moves_along(store):
    programme = a_programme(store)
    before = signature(store)
    written(store, programme, nb="Søk nå", en="Apply now", sv="  ")

    found = call(store, programme)
    assert found.texts == {LanguageCode.NB: "Søk nå", LanguageCode.EN: "Apply now"}
    assert (found.opens_on, found.closes_on) == (OPENS, CLOSES)
    assert due(store) == {CLOSES}
    write_call(store, programme, {LanguageCode.EN: ""})
    assert call(store, programme).texts == {LanguageCode.NB: "Søk nå"}, "what is not given stays"
    for _ in range(3):
        store.undo()
    assert signature(store) == before


def test_what_was_due_and_is_done_stays(store):
    programme = a_programme(store)
    with store.changing(store_name()) as session:
        for row in session.query(DeadlineRecord):
            row.done_on = date(2026, 8, 1)
    was = due(store)
    written(store, programme, nb="Søk nå")

    assert due(store) == was != {CLOSES}


def store_name():
    from mentordesk.i18n.message import msg

    return msg("Done")


def test_a_call_ends_after_its_beginning(store):
    with pytest.raises(Refused, match="before it opens"):
        written(store, a_programme(store), opens=CLOSES, closes=OPENS)


def test_applicants_are_counted_by_channel(store):
    programme = a_programme(store)
    paper, web = add_channel(store, programme, "Sykepleien"), add_channel(store, programme, "Web", published_on=OPENS)
    people = [somebody(store, programme, given=name) for name in ("A", "B", "C", "D")]
    for id_, channel in zip(people, (paper, paper, None), strict=False):
        add(store, ApplicationRecord(participation_id=id_, channel_id=channel))

    found = call(store, programme)
    assert [(channel.name, channel.applicants) for channel in found.channels] == [("Sykepleien", 2), ("Web", 0)]
    assert (found.applicants, found.by_no_channel) == (3, 1)
    with pytest.raises(Refused, match="came by"):
        remove_channel(store, paper)
    remove_channel(store, web)
    assert [channel.id for channel in call(store, programme).channels] == [paper]


def test_a_channel_is_renamed_published_and_never_there_twice(store):
    programme = a_programme(store)
    one, _ = add_channel(store, programme, "One"), add_channel(store, programme, "Two", until_on=CLOSES)
    note_published(store, one, on=OPENS)
    edit_channel(store, one, name="First", published_on=OPENS, until_on=CLOSES)
    assert call(store, programme).channels[0].name == "First"
    with pytest.raises(Refused, match="already"):
        edit_channel(store, one, name="Two", published_on=None, until_on=None)
    with pytest.raises(Refused, match="already"):
        add_channel(store, programme, "Two")
    with pytest.raises(Refused, match="before it begins"):
        note_published(store, one, on=date(2027, 1, 1))
    with pytest.raises(Refused, match="needs a name"):
        add_channel(store, programme, " ")
    assert call(store, a_programme(store, "Kull 2")).channels == ()
