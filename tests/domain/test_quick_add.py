"""A line of text is the one meeting it says, or it is refused; what the preview says is read as the same again."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentordesk.domain.ids import PairId
from mentordesk.domain.meetings import meeting_kind
from mentordesk.domain.quick_add import KIND_WORDS, Draft, Unclear, Whom, read, say
from mentordesk.i18n.catalog import catalog
from tests.counts import count

MONDAY = date(2027, 1, 18)
KARI_PER = Whom(PairId("1"), ("Kari Nordmann", "Per Hansen"))
ANNA_ASE = Whom(PairId("2"), ("Anna-Karin Öberg", "Åse Tor Mai"))
KARIN_ASE = Whom(PairId("3"), ("Karin Lie", "Ase Lund"))
PAIRS = (KARI_PER, ANNA_ASE, KARIN_ASE)
THURSDAY = date(2027, 1, 21)


@pytest.mark.parametrize(
    ("line", "draft"),
    [
        ("samtale Kari Per tor 14", Draft("conversation", KARI_PER, THURSDAY, time(14), time(15))),
        ("samtal Anna fre 14:30", Draft("conversation", ANNA_ASE, date(2027, 1, 22), time(14, 30), time(15, 30))),
        ("conversation Kari Per Thu 14", Draft("conversation", KARI_PER, THURSDAY, time(14), time(15))),
        ("  Samtale:  kari  og  per,  torsdag kl. 14.00–14.30 ", Draft(
            *("conversation", KARI_PER, THURSDAY, time(14), time(14, 30)))),
        ("samtale nord i morgen 9", Draft("conversation", KARI_PER, date(2027, 1, 19), time(9), time(10))),
        ("samtal Åse i dag 9", Draft("conversation", ANNA_ASE, MONDAY, time(9), time(10))),
        ("samtal Ase idag 9", Draft("conversation", KARIN_ASE, MONDAY, time(9), time(10))),
        ("samtale Per 3. mai 10", Draft("conversation", KARI_PER, date(2027, 5, 3), time(10), time(11))),
        ("samtale Per 3.mai 10", Draft("conversation", KARI_PER, date(2027, 5, 3), time(10), time(11))),
        ("samtale Per 29 feb 10", Draft("conversation", KARI_PER, date(2028, 2, 29), time(10), time(11))),
        ("samtale Per 3 jan 10", Draft("conversation", KARI_PER, date(2028, 1, 3), time(10), time(11))),
        ("conversation Per 2026-12-31 23-23:45",
         Draft("conversation", KARI_PER, date(2026, 12, 31), time(23), time(23, 45))),
        ("samtale Tor Mai tor 14. mai 2026 10", Draft("conversation", ANNA_ASE, date(2026, 5, 14), time(10), time(11))),
        ("parsamtale Per tor 12", Draft("pair_talk", KARI_PER, THURSDAY, time(12), time(12, 45))),
        ("pair talk with Per Thu 12", Draft("pair_talk", KARI_PER, THURSDAY, time(12), time(12, 45))),
        ("mentornettverk 3.5.2027 9", Draft("mentor_network", None, date(2027, 5, 3), time(9), time(16))),
        ("oppfølgingsmøte fre 13", Draft("team_follow_up", None, date(2027, 1, 22), time(13), time(14))),
    ],
)  # fmt: skip
def test_a_line_is_read_in_the_one_way_it_can_be(line, draft):
    assert read(line, PAIRS, MONDAY) == draft


@pytest.mark.parametrize(
    ("line", "why"),
    [
        ("", "Write what, who"),
        ("lunch Kari Per tor 14", "“lunch” is no kind"),
        ("samtale", "Write the day and the time"),
        ("samtale Kari Per", "Write the day and the time"),
        ("samtale tor 14", "Write whose meeting"),
        ("samtale Kari Per tor", "Write when on 21 Jan 2027"),
        ("samtale Kari Per tor 25", "“25” is not understood as a time"),
        ("samtale Kari Per tor 14 kanskje", "“14 kanskje” is not understood as a time"),
        ("samtale Ola tor 14", "No running pair has the names “Ola”"),
        ("samtale Kar tor 14", "fits several pairs, such as Kari"),
        ("samtale Kari Karin tor 14", "No running pair"),
        ("samtale Kari 15/5 14", "“15/5” can be read in several ways"),
        ("samtale Kari 3.5. 14", "“3.5.” can be read in several ways"),
        ("samtale Kari man 14", "Today is that weekday"),
        ("samtale Kari fre 21. jan 2027 14", "21 Jan 2027 is another weekday"),
        ("samtale Kari 31. feb 14", "Write the day and the time"),
        ("samtale Kari tor 15-14", "ends before it begins"),
        ("mentornettverk fre 20", "past midnight"),
        ("mentornettverk Bodø fre 9", "“Bodø” is not understood"),
        ("samtale " + "x" * 5_000, "Write the day"),
    ],
)
def test_what_is_not_clear_is_refused_in_words(line, why):
    found = read(line, PAIRS, MONDAY)
    assert isinstance(found, Unclear)
    assert why in catalog("en").say(found.why)


@pytest.mark.parametrize("code", ["en", "nb", "sv"])
@pytest.mark.parametrize("kind", list(KIND_WORDS))
def test_every_kind_is_understood_as_the_window_calls_it(code, kind):
    title = catalog(code).say(meeting_kind(kind).title)
    line = f"{title} {'Kari ' if meeting_kind(kind).of_a_pair else ''}2027-05-03 9"
    found = read(line, PAIRS, MONDAY)
    assert isinstance(found, Draft)
    assert found.kind == kind


@settings(max_examples=count(60, 5_000), deadline=None)
@given(data=st.data())
def test_what_the_preview_says_is_read_as_the_same_meeting(data):
    kind = data.draw(st.sampled_from(sorted(KIND_WORDS)))
    whom = data.draw(st.sampled_from(PAIRS)) if meeting_kind(kind).of_a_pair else None
    start, end = sorted(data.draw(st.lists(st.integers(0, 1439), min_size=2, max_size=2, unique=True)))
    draft = Draft(
        *(kind, whom, data.draw(st.dates(date(2025, 1, 1), date(2035, 12, 31)))),
        *(time(*divmod(start, 60)), time(*divmod(end, 60))),
    )
    today = data.draw(st.dates(date(2026, 1, 1), date(2029, 12, 31)))
    known = catalog(data.draw(st.sampled_from(("en", "nb", "sv"))))

    said = known.say(say(draft, known.weekday(draft.day)))

    assert read(said, PAIRS, today) == draft


@settings(max_examples=count(80, 5_000), deadline=None)
@given(st.text(max_size=80), st.dates(date(2026, 1, 1), date(2030, 1, 1)))
def test_whatever_is_written_is_a_draft_or_a_sentence(text, today):
    found = read(f"samtale {text}", PAIRS, today)
    assert isinstance(found, Draft) or catalog("nb").say(found.why)
