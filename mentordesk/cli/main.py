"""Where the command line begins: the list of commands, and what each kind of "no" ends with.

To add a command: a line in PLACES, and `<name>_command` in the module it names.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence

import click

from mentordesk import __version__
from mentordesk.cli.commands import Commands, Option, Place, around, chosen_language
from mentordesk.cli.endings import DONE, IN_PART, IN_USE, UNFORESEEN, UNUSABLE, WRONG_USE
from mentordesk.cli.window import Around, TakePictures, TryItself
from mentordesk.domain.refusals import FileInUse, NotYet, Refused, UnusableInput
from mentordesk.fault_log import log_fault
from mentordesk.i18n.catalog import Catalog
from mentordesk.i18n.message import Listed, Message, msg

PLACES = (
    Place("demo", "demo", msg("The whole job on an invented cohort: file, matched pairs, documents, calendar.")),
    Place("new", "programmes", msg("Make a file with one programme, planned from a template.")),
    Place("import", "people", msg("Import people from a spreadsheet.")),
    Place("match", "matching", msg("Find the best plan of who goes with whom; approve it.")),
    Place("documents", "documents", msg("Write documents as PDF, each in its readers' language.")),
    Place("read", "read", msg("Read forms that came back as PDF files.")),
    Place("calendar", "calendar", msg("Write meetings as a calendar file.")),
    Place("today", "today", msg("What to do on a day, and the rule behind it.")),
    Place("export", "exports", msg("Write a list as a spreadsheet or JSON.")),
    Place("person", "person", msg("Write all that is kept of a person, as PDF and JSON.")),
    Place("check", "files", msg("Check that a file is sound.")),
    Place("backup", "files", msg("Write a copy of a file, verified.")),
    Place("restore", "files", msg("Restore a file from a backup; one that is already there is set aside.")),
)
_ENDS: tuple[tuple[type[Refused], int], ...] = (
    (UnusableInput, UNUSABLE),
    (FileInUse, IN_USE),
    (NotYet, IN_PART),
    (Refused, WRONG_USE),
)


@click.pass_context
def _begin(ctx: click.Context, version: bool, self_test: bool) -> None:
    if version:
        click.echo(__version__)
        ctx.exit()
    if self_test:
        ctx.exit(_try_itself(around(ctx)))
    if ctx.invoked_subcommand is None:
        click.echo(ctx.get_help())


_commands = Commands(
    "mentordesk",
    places=PLACES,
    says=msg("Runs leadership mentoring programmes: people, matching, documents and calendar in one file."),
    params=[
        Option(["--version"], says=msg("Show the version and stop."), is_flag=True, is_eager=True),
        Option(
            ["--self-test"], says=msg("Try this installation in a scratch folder, and say what works."), is_flag=True
        ),
    ],
    callback=_begin,
    invoke_without_command=True,
)


def main(words: Sequence[str], take_pictures: TakePictures | None = None, try_itself: TryItself | None = None) -> int:
    """Runs one sub-command and gives its exit status (interface.md)."""
    catalog = chosen_language(words)
    obj = Around(catalog, take_pictures, try_itself)
    try:
        if not words:
            words = ["--help"]
        ended = _commands.main(list(words), prog_name="mentordesk", standalone_mode=False, obj=obj)
        return ended if isinstance(ended, int) else DONE
    except click.exceptions.Exit as end:
        return end.exit_code
    except click.ClickException as wrong:
        _tell(catalog, _in_words(wrong))
        return WRONG_USE
    except (KeyboardInterrupt, click.Abort):
        _tell(catalog, msg("Stopped. Nothing was changed by the step that was under way."))
        return UNFORESEEN
    except Refused as no:
        _tell(catalog, no.message)
        for detail in no.details:
            sys.stderr.write(f"  {catalog.say(detail)}\n")
        return next(status for kind, status in _ENDS if isinstance(no, kind))
    except BrokenPipeError:
        return UNFORESEEN
    except Exception as fault:  # noqa: BLE001  # the one place where the unforeseen ends: logged, named, nothing half done
        _tell(
            catalog,
            msg(
                "Something unforeseen went wrong. Nothing was half done. Try again; details are in {log}.",
                log=str(log_fault(fault)),
            ),
        )
        return UNFORESEEN


def _try_itself(here: Around) -> int:
    if here.try_itself is None:
        raise Refused(msg("The window is not installed here, so there is nothing to try."))
    return here.try_itself(here.catalog)


def _tell(catalog: Catalog, sentence: Message) -> None:
    sys.stderr.write(catalog.say(sentence) + "\n")


def _as_typed(param: click.Parameter | None) -> str:
    """An option as one writes it, an argument as the help names it."""
    if isinstance(param, click.Option):
        return max(param.opts, key=len)
    return "" if param is None else param.human_readable_name


def _in_words(wrong: click.ClickException) -> Message:
    """click's complaints, as sentences of ours."""
    if isinstance(wrong, click.NoSuchOption):
        return msg("There is no option {option}. Add --help to see what there is.", option=wrong.option_name)
    if isinstance(wrong, click.BadOptionUsage):
        return msg("{option} needs a value after it. Add --help to see which.", option=wrong.option_name)
    if isinstance(wrong, click.MissingParameter):
        return msg("{name} is missing. Add --help to see how the command is used.", name=_as_typed(wrong.param))
    if isinstance(wrong, click.BadParameter):
        name = _as_typed(wrong.param)
        if wrong.param is not None and isinstance(wrong.param.type, click.Choice):
            choices = Listed(tuple(wrong.param.type.choices), any_of=True)
            return msg("The value of {name} is not valid. Choose {choices}.", name=name, choices=choices)
        return msg("The value of {name} is not valid. Add --help to see which values are.", name=name)
    return msg("This command is not used like that. Add --help to see how it is used.")
