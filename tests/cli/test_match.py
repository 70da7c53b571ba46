"""`match` in full: scenarios with their own settings, reasons, other mentors with their price; and `export pairs`."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentordesk.actions.dependences import record_dependence
from mentordesk.actions.files import open_file
from mentordesk.actions.matching import copy_scenario, keep_apart, lock_pair, weigh_scenario
from mentordesk.cli.main import main
from mentordesk.domain.scenarios import OwnSettings
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.message import msg
from mentordesk.matching.scenario import solve
from mentordesk.queries.board import board
from mentordesk.queries.dependences import dependences
from mentordesk.queries.floor_price import floor_price
from mentordesk.queries.programmes import programme_named
from mentordesk.spreadsheets import sheet as sheets
from mentordesk.storage.opening import open_store
from mentordesk.storage.records import PersonRecord
from tests.counts import count
from tests.queries.applicants import DAY, applied, planned
from tests.queries.small_programme import NOON

PEOPLE = (
    "Role;First name;Last name;E-mail;Unit;Development needs;Offers",
    "Mentee;Åse;Lund;ase@example.org;Ward 1;change leadership;",
    "Mentee;Per;Vik;per@example.org;Ward 2;budget;",
    "Mentee;Siv;Dal;siv@example.org;Ward 3;budget;",
    "Mentor;Mia;Rød;mia@example.org;Ward 4;;change leadership",
    "Mentor;Nils;Sjö;nils@example.org;Ward 5;;budget",
    "Mentor;Ola;Berg;ola@example.org;Ward 6;;conflict",
)


@pytest.fixture
def file(shell, tmp_path):
    path, table = tmp_path / "kull.mentordesk", tmp_path / "people.csv"
    table.write_text("\n".join(PEOPLE), encoding="utf-8")
    assert shell("new", path, "--template", "nno", "--name", "Kull 1", "--start", "2026-11-30").status == 0
    assert shell("import", path, table).status == 0
    return path


def names(found):
    return {pair["mentee"]["name"]: pair["mentor"]["name"] for pair in found["pairs"]}


def changed(file, act, **facts):
    with open_file(file) as store:
        return act(store, programme=programme_named(store, None).id, **facts)


def test_the_json_is_as_the_interface_fixes_it(shell, file):
    said = shell("match", file, "--json")

    assert (said.status, said.err) == (0, "")
    assert set(said.json) >= {
        "programme",
        "mentees",
        "mentors",
        "capacity",
        "matched",
        "weak",
        "floor",
        "worst",
        "total",
        "optimal",
        "pairs",
        "unmatched",
    }
    assert (said.json["programme"], said.json["scenario"], said.json["optimal"]) == ("Kull 1", "1", True)
    for pair in said.json["pairs"]:
        assert set(pair) == {"mentee", "mentor", "score", "factors"}
        assert round(sum(pair["factors"].values()), 2) == pair["score"]


def test_each_scenario_is_matched_by_its_own_weights_and_locks(shell, file):
    calm = shell("match", file, "--scenario", "Calm", "--json").json
    changed(file, copy_scenario, name="Calm", copy="Bold")
    mentee, other = calm["pairs"][0]["mentee"]["id"], calm["pairs"][1]["mentor"]["id"]
    changed(file, lock_pair, scenario="Bold", mentee=mentee, mentor=other)
    changed(file, weigh_scenario, name="Bold", own=OwnSettings({"focus": 0}, floor=70.0))

    bold = shell("match", file, "--scenario", " Bold  ", "--json").json

    assert (bold["scenario"], bold["floor"], calm["floor"]) == ("Bold", 70.0, 50.0)
    assert names(bold)[calm["pairs"][0]["mentee"]["name"]] == calm["pairs"][1]["mentor"]["name"]
    assert "focus" not in bold["pairs"][0]["factors"]
    assert names(shell("match", file, "--scenario", "Calm", "--json").json) == names(calm)


@pytest.mark.parametrize("language", ["nb", "sv", "en"])
def test_reasons_are_told_in_the_chosen_language(shell, file, language):
    said = shell("match", file, "--explain", "--language", language)
    found = shell("match", file, "--explain", "--json", "--language", language).json
    with open_file(file) as store:
        shown = board(store, programme_named(store, None).id, today=store.today())
    solution = solve(shown.question, shown=shown.mentor_of)

    for pair in found["pairs"]:
        explanation = solution.explain(pair["mentee"]["id"], pair["mentor"]["id"])
        for reason in explanation.reasons:
            for sentence in reason.evidence:
                assert catalog(language).say(sentence) in said.out
                assert catalog(language).say(sentence) in pair["reasons"]


def test_a_locked_pair_is_told_with_the_rule_it_breaks(shell, file):
    found = shell("match", file, "--json").json
    mentee, mentor = found["pairs"][0]["mentee"], found["pairs"][0]["mentor"]
    with open_file(file) as store, store.changing(msg("one ward")) as session:
        people = {one.given_name: one for one in session.query(PersonRecord)}
        people[mentee["name"].split()[0]].unit_id = people[mentor["name"].split()[0]].unit_id
    changed(file, lock_pair, scenario="1", mentee=mentee["id"], mentor=mentor["id"])

    said = shell("match", file, "--explain", "--json").json["pairs"]

    broken = {pair["mentee"]["name"]: pair["broken"] for pair in said}
    assert [bool(found) for name, found in broken.items() if name != mentee["name"]] == [False, False]
    (because,) = broken[mentee["name"]]
    assert f"{mentee['name']} and {mentor['name']} both work at" in because
    assert because in shell("match", file, "--explain").out


def test_other_mentors_come_with_the_price_for_the_whole_plan_and_who_moves(shell, file):
    found = shell("match", file, "--alternatives", "5", "--json").json

    for pair in found["pairs"]:
        others = pair["alternatives"]
        assert [other["mentor"]["name"] for other in others if other["mentor"] == pair["mentor"]] == []
        assert len(others) == 2
        prices = [(o["price"]["unmatched"], o["price"]["weak"], o["price"]["points"]) for o in others]
        assert prices == sorted(prices)
        assert all(other["changes"] and other["words"] for other in others)
    assert len(shell("match", file, "--alternatives", "1", "--json").json["pairs"][0]["alternatives"]) == 1


def test_the_next_best_plans_come_in_order_with_what_differs(shell, file):
    found = shell("match", file, "--alternatives", "4", "--json").json
    plans = found["next_plans"]

    levels = [(-plan["matched"], plan["weak"], -plan["total"]) for plan in (found, *plans)]
    assert len(plans) == 4
    assert levels == sorted(levels)
    assert all(plan["changes"] for plan in plans)
    text = shell("match", file, "--alternatives", "4").out
    assert all(change in text for plan in plans for change in plan["changes"])
    assert "next_plans" not in shell("match", file, "--json").json


def test_the_price_told_is_what_locking_the_other_costs(shell, file):
    found = shell("match", file, "--alternatives", "5", "--json").json
    for pair in found["pairs"]:
        for other in pair["alternatives"]:
            name = changed(file, copy_scenario, name="1")
            changed(file, lock_pair, scenario=name, mentee=pair["mentee"]["id"], mentor=other["mentor"]["id"])
            forced = shell("match", file, "--scenario", name, "--json").json
            assert (found["total"] - forced["total"], forced["weak"] - found["weak"]) == (
                pytest.approx(other["price"]["points"]),
                other["price"]["weak"],
            )


def test_whoever_is_left_out_is_told_with_mentors_who_would_be_possible_at_a_price(shell, file):
    found = shell("match", file, "--json").json
    gone = found["pairs"][0]["mentor"]["id"]
    for pair in found["pairs"]:
        changed(file, keep_apart, scenario="1", mentee=pair["mentee"]["id"], mentor=gone)

    found = shell("match", file, "--alternatives", "3", "--json").json

    (left,) = found["unmatched"]
    assert left["reasons"]
    assert len(left["alternatives"]) == 2
    assert {other["price"]["unmatched"] for other in left["alternatives"]} == {0}
    text = shell("match", file, "--alternatives", "3", "--explain").out
    assert f"{left['mentee']['name']} has no mentor." in text


def test_what_the_floor_costs_is_said_of_every_plan(shell, file):
    found = shell("match", file, "--json").json["floor_price"]
    with open_file(file) as store:
        shown = board(store, programme_named(store, None).id, today=store.today())
    price = floor_price(solve(shown.question, shown=shown.mentor_of))

    assert (found["points"], found["weak_without"]) == (price.points, price.weak_without)
    text = shell("match", file).out
    assert all(sentence in text for sentence in found["words"])


def test_nothing_but_the_json_is_on_standard_output(shell, file):
    said = shell("match", file, "--explain", "--alternatives", "2", "--json")

    assert len(said.out.splitlines()) == 1
    json.loads(said.out)


def test_an_approval_that_is_refused_lists_everything_and_ends_with_3(shell, file):
    said = shell("match", file, "--scenario", "Calm", "--approve")
    listed = shell("match", file, "--scenario", "Calm", "--approve", "--json")

    assert (said.status, listed.status) == (3, 3)
    assert listed.json["not_approved"]
    assert all(reason in said.err for reason in listed.json["not_approved"])
    assert shell("export", file, "pairs", "--to", file.with_suffix(".json"), "--json").json["rows"] == 0


def test_warnings_and_criteria_are_listed_together_and_passed_with_one_reason(shell, file):
    shell("match", file, "--scenario", "Calm")
    changed(file, weigh_scenario, name="Calm", own=OwnSettings(floor=100.0))
    words = ("match", file, "--scenario", "Calm", "--approve", "--json")

    listed = shell(*words)

    few = [reason for reason in listed.json["not_approved"] if "A fair fit has at least 100." in reason]
    assert (listed.status, len(few)) == (3, 3)
    assert len(listed.json["not_approved"]) > len(few)
    assert shell(*words, "--except", "The bank is small", "--by", "Kari").status == 0


def test_a_dependence_cannot_be_passed_on_the_command_line(shell, file):
    pair = shell("match", file, "--scenario", "Calm", "--json").json["pairs"][0]
    mentee, mentor = pair["mentee"]["id"], pair["mentor"]["id"]
    changed(file, lock_pair, scenario="Calm", mentee=mentee, mentor=mentor)
    with open_file(file) as store:
        one, other = dependences(store, mentee), dependences(store, mentor)
        record_dependence(store, one.person, [other.person], on=store.today(), reason="Sisters")
    words = ("match", file, "--scenario", "Calm", "--approve", "--except", "Trial", "--by", "Kari")

    said = shell(*words)

    assert said.status == 3
    assert "A position of dependence between" in said.err
    assert "is passed in the window only" in said.err
    assert "--except REASON" not in said.err
    assert shell("export", file, "pairs", "--to", file.with_suffix(".json"), "--json").json["rows"] == 0


def test_a_scenario_is_approved_once(shell, file):
    words = ("match", file, "--scenario", "Calm", "--approve", "--except", "Trial", "--by", "Kari", "--json")
    first = shell(*words)

    assert (first.status, len(first.json["approved"]["pairs"])) == (0, 3)
    assert shell(*words).status == 2


@pytest.mark.parametrize("ending", [".xlsx", ".csv"])
def test_the_pairs_of_a_plan_are_exported_and_read_back(shell, file, tmp_path, ending):
    found = shell("match", file, "--scenario", "Calm", "--json").json
    target = tmp_path / f"pairs{ending}"

    said = shell("export", file, "pairs", "--scenario", "Calm", "--to", target, "--json")

    assert said.json["rows"] == 3
    read = sheets.read(target)
    rows = [dict(zip(read.headings, row, strict=True)) for row in read.rows]
    assert {str(row["Mentee"]): str(row["Mentor"]) for row in rows} == names(found)
    assert {str(row["The mentee's number"]): str(row["The mentor's number"]) for row in rows} == {
        pair["mentee"]["id"]: pair["mentor"]["id"] for pair in found["pairs"]
    }


def test_the_pairs_of_an_approved_plan_are_still_those_of_the_plan(shell, file, tmp_path):
    before, after = tmp_path / "before.json", tmp_path / "after.json"
    shell("match", file, "--scenario", "Calm")
    shell("export", file, "pairs", "--scenario", "Calm", "--to", before)
    shell("match", file, "--scenario", "Calm", "--approve", "--except", "Trial", "--by", "Kari")
    shell("export", file, "pairs", "--scenario", "Calm", "--to", after)

    assert json.loads(after.read_text("utf-8")) == json.loads(before.read_text("utf-8"))


@pytest.mark.parametrize("words", [("people", "--scenario", "Calm"), ("pairs", "--scenario", "Nowhere")])
def test_a_plan_of_people_or_one_that_is_not_there_is_wrong_use(shell, file, tmp_path, words):
    target = tmp_path / "out.csv"

    assert shell("export", file, *words, "--to", target).status == 2
    assert not target.exists()


def test_why_you_two_is_a_document_for_each_of_a_pair(shell, file, tmp_path):
    shell("match", file, "--approve", "--except", "Trial", "--by", "Kari")

    said = shell("documents", file, "why-you-two", "--to", tmp_path / "papers", "--language", "sv", "--json")

    assert (said.status, len(said.json["written"])) == (0, 6)
    assert {paper["language"] for paper in said.json["written"]} == {"sv"}
    assert {paper["pages"] for paper in said.json["written"]} == {1}
    assert ["Åse Lund"] in [paper["for"] for paper in said.json["written"]]
    assert "why-you-two" in shell("documents", file).out


NAMES = st.text(st.characters(exclude_categories=["Cs", "Cc", "Cn", "Co"]), min_size=1, max_size=12).filter(
    lambda name: name.split() == [name]
) | st.sampled_from(["=1+1", "+47", "-x", "@SUM(A1)", '=HYPERLINK("x")', "'=x"])


@settings(max_examples=count(6, 200), deadline=None)
@given(st.lists(NAMES, min_size=4, max_size=4, unique=True), st.sampled_from([".csv", ".xlsx", ".json"]))
def test_an_exported_plan_read_back_is_the_same_plan_and_runs_nothing(tmp_path_factory, people, ending):
    folder = tmp_path_factory.mktemp("plan")
    path, target = folder / "kull.mentordesk", folder / f"pairs{ending}"
    with open_store(path, create=True, clock=lambda: NOON) as store:
        there = applied(store, mentees=2, mentors=2)
        ids = [one.person for one in (*there.mentees, *there.mentors)]
        with store.changing(msg("names")) as session:
            for person, name in zip(ids, people, strict=True):
                record = session.get_one(PersonRecord, person)
                record.given_name, record.family_name = name, ""
        planned(store, there.programme, "Calm")
        seats = board(store, there.programme, today=DAY, scenario="Calm").mentor_of

    assert main(["export", str(path), "pairs", "--scenario", "Calm", "--to", str(target)]) == 0

    assert _read(target) == {str(mentee): str(mentor) for mentee, mentor in seats.items()}
    if ending == ".csv":
        cells = [cell for line in target.read_text("utf-8-sig").splitlines() for cell in line.split(";")]
        assert not [cell for cell in cells if cell.strip('"')[:1] in {"=", "+", "@"}]


def _read(target):
    if target.suffix == ".json":
        return {row["mentee_id"]: row["mentor_id"] for row in json.loads(target.read_text("utf-8"))["rows"]}
    read = sheets.read(target)
    mentee, mentor = (read.headings.index(name) for name in ("The mentee's number", "The mentor's number"))
    return {str(row[mentee]): str(row[mentor]) for row in read.rows}
