"""`mentordesk demo`: the whole job on the invented cohort, and everything it leaves behind."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import page
import pytest

from mentordesk.actions.files import open_file
from mentordesk.cli.main import main
from mentordesk.documents.declared.pair_kinds import AT_APPROVAL
from mentordesk.domain.checklists import FIRST_MEETING, FIRST_MEETING_DECISIONS
from mentordesk.domain.plan import plan
from mentordesk.domain.templates import template
from mentordesk.i18n.catalog import catalog
from mentordesk.queries.lists import listed
from mentordesk.queries.pairs import pairs
from mentordesk.storage.checks import check
from tests.documents.reading import plain
from tests.messages.rfc5545 import read_strictly

PROFILES = (page.ValidationProfile.PDF_UA_1, page.ValidationProfile.PDF_A_2A)


@pytest.fixture(scope="module")
def demo(tmp_path_factory):
    folder = tmp_path_factory.mktemp("demo") / "played"
    capture = pytest.MonkeyPatch()
    said: list[str] = []
    capture.setattr("sys.stdout.write", said.append)
    try:
        assert main(["demo", str(folder), "--programme", "both", "--json", "--language", "en"]) == 0
    finally:
        capture.undo()
    return folder, json.loads("".join(said))


def test_it_says_what_it_wrote_and_it_is_there(demo):
    folder, said = demo

    assert Path(said["written"]).is_file()
    assert {Path(path).name for path in said["calendars"]} == {"programme.ics", "nno.ics", "nu.ics"}
    assert (folder / "people.xlsx").is_file()
    assert {Path(paper["path"]) for paper in said["documents"]} == set((folder / "documents").iterdir())


def test_every_mentee_has_the_best_mentor(demo):
    _, said = demo

    assert [(programme["pairs"], programme["optimal"]) for programme in said["programmes"]] == [(32, True), (6, True)]


def test_each_pair_has_every_paper_in_its_readers_languages(demo):
    folder, said = demo
    with open_file(folder / "demo.mentordesk") as store:
        there = pairs(store)
        usual = {name: template(key).languages[0] for key, name in (("nno", "a"), ("nu", "b"))}
    assert len(there) == 38
    wanted = Counter()
    for pair in there:
        wanted[(pair.mentee.name, pair.mentor.name, "+".join(pair.languages(usual["a"])))] += len(AT_APPROVAL)
    printed = Counter((*paper["for"], paper["language"]) for paper in said["documents"])

    assert printed == wanted
    mixed = [language for *_, language in printed if "+" in language]
    assert len(mixed) >= 2
    assert {language for *_, language in printed} >= {"nb", "sv"}


def test_a_paper_takes_a_sheet_and_no_page_is_nearly_empty(demo):
    """One language fits on a sheet printed on both sides; two side by side need one page more."""
    _, said = demo
    pages = {(paper["kind"], "+" in paper["language"], paper["pages"]) for paper in said["documents"]}

    assert {most for _, mixed, most in pages if not mixed} == {2}
    assert {most for _, mixed, most in pages if mixed} == {3}


def test_every_paper_passes_both_profiles(demo):
    folder, _ = demo
    faulty = [
        (path.name, profile.name)
        for path in sorted((folder / "documents").iterdir())
        for profile in PROFILES
        if not page.is_pdf_compliant(str(path), profile=profile)
    ]

    assert faulty == []


def test_checklists_hold_every_point_in_each_of_their_languages(demo):
    _, said = demo
    for paper in said["documents"]:
        if paper["kind"] != "first-meeting-checklist":
            continue
        text = plain(Path(paper["path"]).read_bytes())
        for code in paper["language"].split("+"):
            say = catalog(code)
            missing = [
                point.id
                for point in (*FIRST_MEETING, *FIRST_MEETING_DECISIONS)
                if " ".join(say.say(point.sentence).split()) not in text
            ]
            assert missing == [], (paper["path"], code)


@pytest.mark.parametrize("key", ["nno", "nu"])
def test_the_calendar_holds_every_meeting_of_the_template(demo, key):
    folder, said = demo
    from mentordesk.cli.demo import ROUNDS

    sample = next(each for each in ROUNDS if each.template == key)
    laid = plan(template(key), sample.starts_on)
    calendar = read_strictly((folder / f"{key}.ics").read_bytes())
    found = calendar.all("VEVENT")
    starts = Counter(entry.one("DTSTART") for entry in found)

    for meeting in laid.meetings:
        for begins, _ in meeting.days:
            assert starts[begins.strftime("%Y%m%dT%H%M%S")] > 0, meeting.key
    days = sum(len(meeting.days) for meeting in laid.meetings)
    of_pairs = len(found) - days
    programme = said["programmes"][0 if key == "nno" else 1]
    assert of_pairs % programme["pairs"] == 0
    assert of_pairs > programme["pairs"] * template(key).conversations.minimum
    assert len({entry.one("UID") for entry in found}) == len(found)


def test_the_file_is_sound_and_nobody_depends_on_a_mentor(demo):
    folder, _ = demo
    file = folder / "demo.mentordesk"

    assert check(file).problems == ()
    with open_file(file) as store:
        table = listed(store, "pairs")
        assert all(row[4] != row[7] for row in table.rows)  # units


def test_a_second_demo_in_the_same_folder_overwrites_nothing(demo, shell):
    folder, _ = demo
    before = (folder / "demo.mentordesk").stat().st_mtime_ns

    said = shell("demo", folder)

    assert said.status == 2
    assert "already" in said.err
    assert (folder / "demo.mentordesk").stat().st_mtime_ns == before
