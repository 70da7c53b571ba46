"""`documents`: papers as PDF, each in its readers' language."""

from __future__ import annotations

from pathlib import Path

import click

from mentordesk.actions.documents import WrittenPaper, print_documents
from mentordesk.actions.files import open_file
from mentordesk.actions.matching import print_why_you_two
from mentordesk.cli.commands import PATH, command, option
from mentordesk.cli.endings import DONE, IN_PART
from mentordesk.cli.speech import Json, Speech
from mentordesk.documents.kinds import KINDS
from mentordesk.documents.plan_kinds import WHY_YOU_TWO
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.languages import LANGUAGES, LanguageCode
from mentordesk.i18n.message import Listed, msg, nmsg
from mentordesk.queries.programmes import programme_named

_PRINTED = (*KINDS, WHY_YOU_TWO)  # a pair's papers, and the page for each of the two


@command("documents")
@click.argument("file", type=PATH)
@click.argument("kind", required=False)
@option("--to", "folder", type=PATH, says=msg("The folder to write to; made if it isn't there."))
@option("--programme", says=msg("The programme; needed where the file holds several."))
@option(
    "--language",
    type=click.Choice([known.code.value for known in LANGUAGES]),
    says=msg("Write every document in this language instead of its readers' own."),
)
def documents_command(
    speech: Speech, file: Path, kind: str | None, folder: Path | None, programme: str | None, language: str | None
) -> int:
    if kind is None:
        _list_kinds(speech)
        return DONE
    known = next((each for each in _PRINTED if each.key == kind), None)
    if known is None:
        keys = Listed(tuple(each.key for each in _PRINTED), any_of=True)
        raise Refused(msg("There is no document “{kind}”. Choose {kinds}.", kind=kind, kinds=keys))
    if folder is None:
        raise Refused(msg("Give the folder for the documents with --to."))
    with open_file(file) as store:
        wanted, today, progress = programme_named(store, programme).id, store.today(), speech.progress(known.title)
        spoken = [LanguageCode(language)] if language else None
        if known.key == WHY_YOU_TWO.key:
            printed = print_why_you_two(
                store, programme=wanted, folder=folder, made_on=today, languages=spoken, progress=progress
            )
        else:
            printed = print_documents(
                store,
                kinds=(known.key,),
                folder=folder,
                programme=wanted,
                made_on=today,
                languages=spoken,
                progress=progress,
            )
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
        speech.say(msg("Not printed for {people}: {reason}", people=Listed(each.people), reason=each.reason))
    return IN_PART if printed.left_out else DONE


def as_json(paper: WrittenPaper) -> dict[str, Json]:
    return {
        "kind": paper.kind,
        "for": list(paper.people),
        "language": "+".join(paper.languages),
        "path": str(paper.path),
        "pages": paper.pages,
    }


def _list_kinds(speech: Speech) -> None:
    speech.give({"kinds": [{"kind": kind.key, "title": speech.text(kind.title)} for kind in _PRINTED]})
    speech.table([(kind.key, speech.text(kind.title)) for kind in _PRINTED])
