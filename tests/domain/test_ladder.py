"""The ladder: what silence asks for, never less than that, and after each step the next."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from mentordesk.domain.alert_steps import LadderStep
from mentordesk.domain.alerts.ladder import LADDER, next_rung, rung_of_silence
from mentordesk.domain.patience import USUAL

ORDER = [rung.step for rung in LADDER]


def test_every_step_has_its_rung_and_the_last_is_a_talk_about_ending():
    assert list(LadderStep) == ORDER
    assert ORDER[-1] is LadderStep.ENDING_DISCUSSED


def test_a_reminder_that_did_not_help_is_followed_by_a_question():
    assert next_rung(1.6, [LadderStep.REMINDED], USUAL).step is LadderStep.ASKED
    assert next_rung(9, [], USUAL).step is LadderStep.TALKED
    assert next_rung(1.6, [LadderStep.ENDING_DISCUSSED], USUAL).step is LadderStep.ENDING_DISCUSSED


@given(st.floats(1.5, 20), st.lists(st.sampled_from(list(LadderStep)), max_size=5))
def test_what_is_offered_is_never_less_than_silence_asks_nor_what_was_done(times, taken):
    offered = ORDER.index(next_rung(times, taken, USUAL).step)

    assert offered >= ORDER.index(rung_of_silence(times, USUAL).step)
    assert offered == len(ORDER) - 1 or all(ORDER.index(step) < offered for step in taken)
