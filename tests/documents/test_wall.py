"""The sheet for the wall: one landscape page that conforms, and that says in words all that it shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from io import BytesIO

import page
import pikepdf
import pytest

from mentordesk.documents.blocks import Letterhead
from mentordesk.documents.declared.wall_kinds import PROGRAMME_WALL
from mentordesk.documents.papers.programme_wall import WallContent, programme_wall
from mentordesk.documents.typesetting.press import Printed, pdf
from mentordesk.domain.ids import MeetingId
from mentordesk.domain.lanes import LANES, Bar, FreeStretch, Lane, WeekCount, lane_of_deadline, lane_of_kind
from mentordesk.domain.plan import plan
from mentordesk.domain.templates import template
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.languages import LANGUAGES
from mentordesk.i18n.message import msg
from tests.documents.reading import read

PROFILES = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A)


def content(key: str, start: date) -> WallContent:
    laid = plan(template(key), start)
    bars: dict[str, list[Bar]] = {lane.key: [] for lane in LANES}
    for meeting in laid.meetings:
        number = MeetingId(str(meeting.first_day))
        bars[lane_of_kind(meeting.kind)].append(Bar(meeting.first_day, meeting.last_day, meeting.title, number))
    for due in laid.deadlines:
        bars[lane_of_deadline(due.key)].append(Bar(due.day, due.day, due.title, deadline=str(due.day)))
    mondays = [start - timedelta(start.weekday()) + timedelta(7 * number) for number in range(60)]
    days = [bar.first for theirs in bars.values() for bar in theirs] + [laid.ends_on]
    return WallContent(
        letterhead=Letterhead("Norsk Sykepleierforbund", "Mentorprogram for sykepleierledere 2027–2028"),
        made_on=date(2026, 11, 22),
        first=min(days),
        last=max(days),
        semesters=laid.semesters,
        lanes=tuple(Lane(lane.key, lane.title, tuple(bars[lane.key])) for lane in LANES),
        weeks=tuple(WeekCount(monday, at % 3, at % 12) for at, monday in enumerate(mondays)),
        free=(FreeStretch(date(2027, 7, 12), date(2027, 8, 8), msg("Midsummer Day")),),
    )


NNO, NU = content("nno", date(2027, 1, 18)), content("nu", date(2027, 2, 1))


def printed(of: WallContent, *codes: str) -> Printed:
    return pdf(PROGRAMME_WALL.build(of), [catalog(code) for code in codes])


@pytest.mark.parametrize("codes", [*((known.code,) for known in LANGUAGES), ("nb", "sv")], ids="+".join)
@pytest.mark.parametrize("of", [NNO, NU], ids=["nno", "nu"])
def test_it_is_one_landscape_page_that_conforms(of: WallContent, codes: tuple[str, ...]) -> None:
    paper = printed(of, *codes)
    assert paper.pages == 1
    assert [page.is_pdf_compliant_bytes(paper.data, profile=profile) for profile in PROFILES] == [True, True]
    with pikepdf.open(BytesIO(paper.data)) as file:
        _, _, wide, tall = map(float, file.pages[0].MediaBox)
    assert wide > tall


@pytest.mark.parametrize("code", [known.code for known in LANGUAGES])
def test_who_cannot_see_it_is_told_every_lane_and_every_day(code: str) -> None:
    figure = next(read(printed(NNO, code).data).root.all("Figure"))
    language = catalog(code)
    for lane in NNO.lanes:
        assert language.say(lane.title) in figure.alt or not lane.bars
        for bar in lane.bars:
            assert language.say(bar.title) in figure.alt
            assert language.date(bar.first) in figure.alt


def test_an_empty_programme_has_a_page_too() -> None:
    bare = replace(NU, lanes=tuple(replace(lane, bars=()) for lane in NU.lanes), weeks=(), free=())
    assert printed(bare, "sv").pages == 1


def test_nobody_s_name_is_on_it() -> None:
    assert programme_wall(NNO).people == ()
