"""Days that the plan keeps free: added for one year, taken out again; nothing moves until the plan is made again."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from mentordesk.actions.days_kept_free import keep_free, use_again
from mentordesk.actions.replanning import move_start
from mentordesk.domain.refusals import Refused
from mentordesk.queries.programmes import one_programme
from tests.actions.test_replanning import TODAY, days_of, lying
from tests.queries.small_programme import START, made

NETWORK = date(2027, 3, 8)


def test_a_break_moves_what_lies_in_it_when_the_programme_is_planned_again(store):
    programme = made(store).programme
    before = lying(store)
    assert days_of(store, "mentor_network")[0] == NETWORK
    keep_free(store, programme, title=" winter  break ", first=NETWORK, last=NETWORK + timedelta(4))
    assert lying(store) == before, "nothing moves by itself"
    done = move_start(store, programme, starts_on=START, today=TODAY)
    assert done.moved > 0
    assert days_of(store, "mentor_network")[0] == date(2027, 3, 15)
    span = one_programme(store, programme).settings.avoided[-1]
    assert (span.title.en, span.days) == ("winter break", (NETWORK, NETWORK + timedelta(4)))


def test_taken_out_it_lies_as_before(store):
    programme = made(store, pairs=1).programme
    before = lying(store)
    span = keep_free(store, programme, title="Winter break", first=NETWORK, last=NETWORK)
    move_start(store, programme, starts_on=START, today=TODAY)
    use_again(store, programme, span)
    move_start(store, programme, starts_on=START, today=TODAY)
    assert lying(store) == before
    with pytest.raises(Refused):
        use_again(store, programme, span)


def test_it_is_one_step_to_undo(store):
    programme = made(store).programme
    before = one_programme(store, programme)
    keep_free(store, programme, title="Winter break", first=NETWORK, last=NETWORK)
    store.undo()
    assert one_programme(store, programme) == before


@pytest.mark.parametrize(
    ("title", "first", "last"),
    [
        (" ", NETWORK, NETWORK),
        ("Winter break", NETWORK, NETWORK - timedelta(1)),
        ("Winter break", NETWORK, NETWORK + timedelta(365)),
    ],
)
def test_what_cannot_be_is_refused(store, title, first, last):
    programme = made(store).programme
    before = one_programme(store, programme)
    with pytest.raises(Refused):
        keep_free(store, programme, title=title, first=first, last=last)
    assert one_programme(store, programme) == before


def test_the_same_days_twice_are_refused(store):
    programme = made(store).programme
    keep_free(store, programme, title="Winter break", first=NETWORK, last=NETWORK)
    with pytest.raises(Refused):
        keep_free(store, programme, title="Sports week", first=NETWORK, last=NETWORK)
