"""A contract that both have signed: the pair says so, nothing asks for it any more, and it can be undone."""

from __future__ import annotations

import shutil
from datetime import timedelta

import pytest

from mentordesk.actions.contracts import sign_contract
from mentordesk.actions.files import open_file
from mentordesk.domain.pairs import PairStatus
from mentordesk.domain.refusals import Refused
from mentordesk.queries.pairs import pairs
from mentordesk.queries.today import today
from mentordesk.sample.rounds import on_the_sample_day, write_example
from tests.approving import approve_plan


@pytest.fixture(scope="module")
def _approved(tmp_path_factory):
    path = tmp_path_factory.mktemp("contracts") / "approved.mentordesk"
    write_example(path)
    approve_plan(path)
    return path


@pytest.fixture
def approved(_approved, tmp_path):
    copy = tmp_path / "approved.mentordesk"
    shutil.copy(_approved, copy)
    with open_file(copy, clock=on_the_sample_day) as store:
        yield store


def asking(store, pair):
    """Whether a month from now something asks for this pair's contract."""
    entries = today(store, store.today() + timedelta(days=31)).entries
    return any(entry.alert == "contract" and entry.subject.pair == pair for entry in entries)


def test_a_signed_contract_is_asked_for_no_longer_until_that_is_undone(approved):
    pair = pairs(approved)[0].id
    assert asking(approved, pair)

    sign_contract(approved, pair, on=approved.today())
    assert not asking(approved, pair)
    assert pairs(approved)[0].status is PairStatus.SIGNED

    approved.undo()
    assert asking(approved, pair)
    assert pairs(approved)[0].status is PairStatus.PROPOSED


def test_nobody_has_signed_in_the_future_or_in_no_pair(approved):
    with pytest.raises(Refused, match="future"):
        sign_contract(approved, pairs(approved)[0].id, on=approved.today() + timedelta(1))
    with pytest.raises(Refused, match="no pair"):
        sign_contract(approved, "nobody", on=approved.today())
