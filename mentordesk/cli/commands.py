"""Commands of click whose help is a Message, so that `--help` speaks the user's language."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import TypeVar

import click

from mentordesk.cli.speech import Speech, system_language
from mentordesk.cli.window import Around
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.catalog import Catalog, catalog
from mentordesk.i18n.languages import LANGUAGES
from mentordesk.i18n.message import Message, msg

_Function = TypeVar("_Function", bound=Callable[..., int | None])

HELP = msg("Show this help and stop.")
LANGUAGE = msg("The language to speak: nb, sv or en; else the system's.")
JSON = msg("Print one JSON object instead of sentences.")

# Whether a file can be read is found out by whoever opens it, who says so in words of ours.
PATH = click.Path(path_type=Path, readable=False)
_VALUES: tuple[tuple[type[object], Message], ...] = (
    (click.DateTime, msg("YYYY-MM-DD")),
    (click.IntRange, msg("NUMBER")),
    (click.Path, msg("PATH")),
    (click.types.StringParamType, msg("TEXT")),
)


def chosen_language(words: Sequence[str]) -> Catalog:
    """The catalog for all that is said, wherever on the line `--language` stands."""
    codes = {known.code.value for known in LANGUAGES}
    for word, following in pairwise([*words, ""]):
        given = following if word == "--language" else word.removeprefix("--language=")
        if given in codes and word.startswith("--language"):
            return catalog(given)
    return catalog(system_language())


def _say(message: Message) -> str:
    return around(click.get_current_context()).catalog.say(message)


def around(ctx: click.Context) -> Around:
    found = ctx.find_root().obj
    assert isinstance(found, Around)
    return found


def _language_option() -> Option:
    codes = click.Choice([known.code.value for known in LANGUAGES])
    return Option(["--language"], says=LANGUAGE, type=codes, expose_value=False)


class Option(click.Option):
    """An option; `says` is its help."""

    def __init__(self, *names: Sequence[str], says: Message, **settings: object) -> None:
        super().__init__(*names, **settings)  # type: ignore[arg-type]  # click's own long list of settings
        self.says = says

    def make_metavar(self, ctx: click.Context) -> str:
        told = next((word for kind, word in _VALUES if isinstance(self.type, kind)), None)
        return super().make_metavar(ctx) if told is None else _say(told)

    def get_help_record(self, ctx: click.Context) -> tuple[str, str] | None:
        record = super().get_help_record(ctx)
        return None if record is None else (record[0], _say(self.says))


class _Spoken(click.Command):
    """Help in the user's language: headings, the options' lines, the command's own sentence."""

    def __init__(self, *args: object, says: Message, **settings: object) -> None:
        super().__init__(*args, **settings)  # type: ignore[arg-type]  # click's own long list of settings
        self.says = says

    def get_help_option(self, ctx: click.Context) -> click.Option | None:
        def show(ctx: click.Context, _option: click.Parameter, wanted: bool) -> None:
            if wanted and not ctx.resilient_parsing:
                click.echo(ctx.get_help())
                ctx.exit()

        return Option(["--help"], says=HELP, is_flag=True, is_eager=True, expose_value=False, callback=show)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        pieces = [_say(msg("[OPTIONS]")) if piece == "[OPTIONS]" else piece for piece in self.collect_usage_pieces(ctx)]
        words = " ".join(pieces)
        formatter.write_usage(ctx.command_path, words, prefix=_say(msg("Use:")) + " ")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(_say(self.says))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        options = (param for param in self.get_params(ctx) if isinstance(param, click.Option))
        records = [record for each in options if (record := each.get_help_record(ctx)) is not None]
        if records:
            with formatter.section(_say(msg("Options"))):
                formatter.write_dl(records)


class Command(_Spoken):
    """A sub-command: its function is given a Speech first, and may end with an exit status.

    `--json` and `--language` come by themselves where it doesn't declare its own.
    """

    def __init__(self, *args: object, says: Message, **settings: object) -> None:
        super().__init__(*args, says=says, **settings)
        if "language" not in {option.name for option in self.params}:
            self.params.append(_language_option())
        self.params.append(Option(["--json", "as_json"], says=JSON, is_flag=True))

    def invoke(self, ctx: click.Context) -> object:
        given = around(ctx)
        ctx.params["speech"] = Speech(
            given.catalog, as_json=bool(ctx.params.pop("as_json")), take_pictures=given.take_pictures
        )
        return super().invoke(ctx)


@dataclass(frozen=True, slots=True)
class Place:
    """A sub-command: the module of this room that holds its `<name>_command`, and what it does."""

    name: str
    module: str
    says: Message


class Commands(_Spoken, click.Group):
    """The sub-commands; a module is imported when its command is asked for, so that each starts quickly."""

    def __init__(self, *args: object, places: Sequence[Place], says: Message, **settings: object) -> None:
        super().__init__(*args, says=says, **settings)
        self.places = {place.name: place for place in places}
        self.params.append(_language_option())

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        self.subcommand_metavar = _say(msg("COMMAND …"))
        return super().collect_usage_pieces(ctx)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in self.places and not args[0].startswith("-"):
            raise Refused(msg("There is no command {name}. Add --help to see what there is.", name=args[0]))
        return super().resolve_command(ctx, args)

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(self.places)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        place = self.places.get(cmd_name)
        if place is None:
            return None
        found = getattr(import_module(f"mentordesk.cli.{place.module}"), f"{cmd_name}_command")
        assert isinstance(found, Command), cmd_name
        found.says = place.says
        return found

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        _Spoken.format_options(self, ctx, formatter)
        rows = [(place.name, _say(place.says)) for place in self.places.values()]
        if rows:
            with formatter.section(_say(msg("Commands"))):
                formatter.write_dl(rows)


def option(*names: str, says: Message, **settings: object) -> Callable[[_Function], _Function]:
    """As click.option, with `says` for help."""
    return click.option(*names, cls=Option, says=says, **settings)


def command(name: str) -> Callable[[Callable[..., int | None]], click.Command]:
    """As click.command; what it does is said in the list of commands, main.PLACES."""
    return click.command(name, cls=Command, says=Message(""))
