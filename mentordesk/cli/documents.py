"""`documents`: papers of any kind as PDF, each in its readers' language."""

from __future__ import annotations

from pathlib import Path

import click

from mentordesk.actions.documents import PrintedPapers, WrittenPaper, print_papers
from mentordesk.actions.files import open_file
from mentordesk.cli.commands import PATH, command, option
from mentordesk.cli.endings import DONE, IN_PART
from mentordesk.cli.speech import Json, Speech
from mentordesk.documents.kinds import Declared, Scope
from mentordesk.documents.registry import ALL_KINDS
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.languages import LANGUAGES, LanguageCode
from mentordesk.i18n.message import Listed, Message, msg, nmsg
from mentordesk.queries.batches import Order
from mentordesk.queries.programmes import programme_named

SCOPE_NAMES: dict[Scope, Message] = {
    Scope.PROGRAMME: msg("for a programme"),
    Scope.PERSON: msg("for each person"),
    Scope.PAIR: msg("for each pair"),
    Scope.MEETING: msg("for each meeting"),
    Scope.TEAM: msg("from what is in view in the window"),
}


@command("documents")
@click.argument("file", type=PATH)
@click.argument("kind", required=False)
@option("--to", "folder", type=PATH, says=msg("The folder to write to; made if it isn't there."))
@option("--programme", says=msg("The programme; needed where the file holds several."))
@option("--person", says=msg("Only the papers of this participant, by number."))
@option("--pair", says=msg("Only the papers of this pair, by number."))
@option("--meeting", says=msg("Only the papers of this meeting, by number."))
@option(
    "--order",
    type=click.Choice([order.value for order in Order]),
    default=Order.SURNAME.value,
    says=msg("What the papers are sorted by."),
)
@option(
    "--language",
    type=click.Choice([known.code.value for known in LANGUAGES]),
    says=msg("Write every document in this language instead of its readers' own."),
)
def documents_command(
    speech: Speech,
    file: Path,
    kind: str | None,
    folder: Path | None,
    programme: str | None,
    person: str | None,
    pair: str | None,
    meeting: str | None,
    order: str,
    language: str | None,
) -> int:
    if kind is None:
        _list_kinds(speech)
        return DONE
    known = _kind(kind)
    if folder is None:
        raise Refused(msg("Give the folder for the documents with --to."))
    about = _about(known, {Scope.PERSON: person, Scope.PAIR: pair, Scope.MEETING: meeting})
    with open_file(file) as store:
        printed = print_papers(
            store,
            known.key,
            programme=programme_named(store, programme).id,
            about=about,
            folder=folder,
            languages=[LanguageCode(language)] if language else None,
            order=Order(order),
            today=store.today(),
            progress=speech.progress(known.title),
        )
    _tell(speech, printed, folder)
    return IN_PART if printed.left_out else DONE


def as_json(paper: WrittenPaper) -> dict[str, Json]:
    return {
        "kind": paper.kind,
        "for": list(paper.people),
        "language": "+".join(paper.languages),
        "path": str(paper.path),
        "pages": paper.pages,
    }


def _kind(key: str) -> Declared:
    known = next((each for each in ALL_KINDS if each.key == key), None)
    if known is None:
        keys = Listed(tuple(each.key for each in ALL_KINDS), any_of=True)
        raise Refused(msg("There is no document “{kind}”. Choose {kinds}.", kind=key, kinds=keys))
    return known


def _about(kind: Declared, given: dict[Scope, str | None]) -> tuple[str, ...]:
    """Whose papers are wanted, where that was said."""
    for scope, number in given.items():
        if number is not None and scope is not kind.scope:
            raise Refused(
                msg(
                    "“{kind}” is made {for_whom}; leave out --{option}.",
                    kind=kind.title,
                    for_whom=SCOPE_NAMES[kind.scope],
                    option=scope.value,
                )
            )
    return tuple(number for number in given.values() if number is not None)


def _tell(speech: Speech, printed: PrintedPapers, folder: Path) -> None:
    speech.give(
        {
            "written": [as_json(paper) for paper in printed.written],
            "left_out": [{"for": list(each.people), "reason": speech.text(each.reason)} for each in printed.left_out],
        }
    )
    speech.say(
        nmsg(
            "{count} document written to {folder}.",
            "{count} documents written to {folder}.",
            len(printed.written),
            folder=str(folder),
        )
    )
    for each in printed.left_out:
        if each.people:
            speech.say(msg("Not printed for {people}: {reason}", people=Listed(each.people), reason=each.reason))
        else:
            speech.say(each.reason)


def _list_kinds(speech: Speech) -> None:
    speech.give(
        {
            "kinds": [
                {"kind": kind.key, "title": speech.text(kind.title), "scope": kind.scope.value} for kind in ALL_KINDS
            ]
        }
    )
    speech.table([(kind.key, speech.text(kind.title), speech.text(SCOPE_NAMES[kind.scope])) for kind in ALL_KINDS])
