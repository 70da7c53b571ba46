"""`demo`: the main job from end to end on an invented cohort, as a coordinator would do it step by step."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from mentordesk.actions.documents import WrittenPaper, print_documents
from mentordesk.actions.files import ENDING, Store, new_file, user
from mentordesk.actions.matching import approve
from mentordesk.actions.programmes import NewProgramme
from mentordesk.cli.calendar import write_calendar
from mentordesk.cli.commands import PATH, command, option
from mentordesk.cli.documents import as_json
from mentordesk.cli.endings import DONE, IN_PART
from mentordesk.cli.matching import PLAN_NAME, plan_programme
from mentordesk.cli.speech import Speech
from mentordesk.documents.declared.pair_kinds import AT_APPROVAL
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Message, msg, nmsg
from mentordesk.matching.scenario import Solution
from mentordesk.queries.calendar import programme_calendar
from mentordesk.sample.cohorts import SAMPLE_DAY, SEED, write_cohort
from mentordesk.sample.rounds import ROUNDS, SampleRound, begin
from mentordesk.sample.rounds import on_the_sample_day as _on_the_sample_day


@dataclass(frozen=True, slots=True)
class _Played:
    """What one round came to."""

    programme: NewProgramme
    people: int
    solution: Solution
    pairs: int
    papers: tuple[WrittenPaper, ...]


@command("demo")
@click.argument("folder", metavar="DIR", type=PATH)
@option(
    "--programme",
    type=click.Choice([*(each.template for each in ROUNDS), "both"]),
    default=ROUNDS[0].template,
    says=msg("Which programme; without it nno."),
)
@option(
    "--seed",
    type=click.IntRange(min=0),
    default=SEED,
    says=msg("Another number invents other people; without it those that come with the program."),
)
def demo_command(speech: Speech, folder: Path, programme: str, seed: int) -> int:
    rounds = [each for each in ROUNDS if programme in (each.template, "both")]
    file = folder / f"demo{ENDING}"
    tables = [
        folder / ("people.xlsx" if number == 0 else f"people-{each.template}.xlsx")
        for number, each in enumerate(rounds)
    ]
    _make(folder, file, tables)
    speech.say(msg("The demo plays on {day}.", day=SAMPLE_DAY))
    calendars: list[Path] = []
    played: list[_Played] = []
    with new_file(file, clock=_on_the_sample_day) as store:
        for table, each in zip(tables, rounds, strict=True):
            write_cohort(each.people, seed, table)
            played.append(_play(speech, store, each, table, folder / "documents"))
        names = ["programme", *(each.template for each in rounds if len(rounds) > 1)]
        for name, one in zip(names, [played[0], *played], strict=False):
            target = folder / f"{name}.ics"
            write_calendar(speech, programme_calendar(store, one.programme.id), target)
            calendars.append(target)
    pictures, missing = _pictures(speech, file)
    _tell(speech, file, tables, played, calendars, pictures)
    if missing is None:
        return DONE
    speech.warn(missing)
    return IN_PART


def _pictures(speech: Speech, file: Path) -> tuple[Sequence[Path], Message | None]:
    """Each tab of the window over the demo's file; and why there are none."""
    if speech.take_pictures is None:
        return (), None
    title = msg("Pictures of the window")
    try:
        taken = speech.take_pictures(
            file,
            file.parent / "pictures",
            language=speech.catalog.code,
            day=SAMPLE_DAY,
            progress=speech.progress(title),
        )
    except Refused as no:
        return (), no.message
    return taken, None


def _make(folder: Path, file: Path, tables: Sequence[Path]) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        raise Refused(msg("The folder {folder} cannot be made. Choose another one.", folder=str(folder))) from problem
    if file.exists():
        raise Refused(
            msg("There is a demo in {folder} already. Delete it first, or choose another folder.", folder=str(folder))
        )
    for table in tables:
        if table.exists():  # somebody's own list may well be called so
            raise Refused(msg("{name} is there already. Choose another folder.", name=str(table)))


def _play(speech: Speech, store: Store, sample: SampleRound, table: Path, documents: Path) -> _Played:
    programme, taken = begin(store, sample, table)
    solution = plan_programme(store, programme.id, PLAN_NAME)
    approved = approve(store, programme=programme.id, scenario=PLAN_NAME, today=SAMPLE_DAY, by=user())
    printed = print_documents(
        store,
        kinds=[kind.key for kind in AT_APPROVAL],
        folder=documents,
        programme=programme.id,
        made_on=SAMPLE_DAY,
        progress=speech.progress(msg("Writing contracts and checklists")),
    )
    return _Played(programme, taken.added, solution, len(approved.pairs), printed.written)


def _tell(
    speech: Speech,
    file: Path,
    tables: Sequence[Path],
    played: Sequence[_Played],
    calendars: Sequence[Path],
    pictures: Sequence[Path],
) -> None:
    speech.give(
        {
            "written": str(file),
            "programmes": [
                {
                    "name": one.programme.name,
                    "people": one.people,
                    "meetings": one.programme.meetings,
                    "pairs": one.pairs,
                    "optimal": one.solution.optimal,
                }
                for one in played
            ],
            "people": [str(path) for path in tables],
            "documents": [as_json(paper) for one in played for paper in one.papers],
            "calendars": [str(path) for path in calendars],
            "pictures": [str(path) for path in pictures],
        }
    )
    for one in played:
        speech.line()
        speech.line(one.programme.name)
        speech.say(nmsg("{count} person imported", "{count} people imported", one.people), indent=2)
        speech.say(
            nmsg("{count} pair, proved to be the best plan", "{count} pairs, proved to be the best plan", one.pairs)
            if one.solution.optimal
            else nmsg("{count} pair", "{count} pairs", one.pairs),
            indent=2,
        )
        speech.say(nmsg("{count} document printed", "{count} documents printed", len(one.papers)), indent=2)
    speech.line()
    folders = [file.parent / "documents", *([file.parent / "pictures"] if pictures else [])]
    for path in (file, *tables, *folders, *calendars):
        speech.line(str(path))
