"""The example: a programme and its invented people, and nothing yet decided about them."""

from __future__ import annotations

from pathlib import Path

import pytest

from mentordesk.actions.files import check_file, open_file
from mentordesk.domain.refusals import Refused
from mentordesk.progress import Cancelled, Progress
from mentordesk.queries.pairs import pairs
from mentordesk.queries.programmes import programmes
from mentordesk.sample.rounds import ROUNDS, on_the_sample_day, write_example
from mentordesk.storage import soundness


def test_the_example_has_a_programme_and_its_people_and_no_pairs(tmp_path: Path) -> None:
    path = tmp_path / "example.mentordesk"
    told: list[tuple[int, int]] = []
    write_example(path, programmes=[each.template for each in ROUNDS], progress=Progress(lambda *at: told.append(at)))
    with open_file(path, clock=on_the_sample_day) as store:
        assert [each.name for each in programmes(store)] == [each.name for each in ROUNDS]
        assert pairs(store) == ()
        with store.whole_file() as file:
            assert soundness.counts(file)["person"] == 92 + 26
    assert told == [(0, 2), (1, 2), (2, 2)]
    assert check_file(path).problems == ()


def test_an_example_that_is_stopped_or_refused_leaves_nothing_behind(tmp_path: Path) -> None:
    stopped = Progress()
    stopped.cancel()
    with pytest.raises(Cancelled):
        write_example(tmp_path / "example.mentordesk", progress=stopped)
    assert list(tmp_path.iterdir()) == []
    (tmp_path / "example.mentordesk").touch()
    with pytest.raises(Refused, match="is there already"):
        write_example(tmp_path / "example.mentordesk")


def test_no_example_of_an_unknown_programme(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        write_example(tmp_path / "example.mentordesk", programmes=["none"])
    assert list(tmp_path.iterdir()) == []
