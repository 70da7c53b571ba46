"""Letters as files in a folder, one a reader: shared by all who write them. What each holds is its caller's."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Protocol, TypeVar

from mentordesk.actions.documents import make_folder
from mentordesk.documents import file_names
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.message import Listed, Message, msg, nmsg
from mentordesk.messages.letters import FIELD_NAMES, Letter, letter_name
from mentordesk.progress import Progress
from mentordesk.whole_file import write_whole


class Reader(Protocol):
    @property
    def about(self) -> str:
        """By which name the file is found: whom the letter is about."""

    @property
    def name(self) -> str: ...
    @property
    def email(self) -> str: ...
    @property
    def letter(self) -> Letter: ...


R = TypeVar("R", bound=Reader)


@dataclass(frozen=True, slots=True)
class NotWritten:
    """A letter that was not made, and why."""

    name: str
    reason: Message


@dataclass(frozen=True, slots=True)
class WrittenLetters:
    """`without_address`: whose draft has no reader yet; the address is written in the mail program."""

    paths: tuple[Path, ...]
    without_address: tuple[str, ...] = ()
    left_out: tuple[NotWritten, ...] = ()
    largest: int = field(default=0, kw_only=True)  # bytes of the largest file

    @property
    def not_written(self) -> Message | None:
        """How many are left out, and why the first of them is."""
        if not self.left_out:
            return None
        return nmsg(
            "{count} letter was not written: {reason}",
            "{count} letters were not written. The first: {reason}",
            len(self.left_out),
            reason=self.left_out[0].reason,
        )

    @property
    def no_address(self) -> Message | None:
        if not self.without_address:
            return None
        return msg("No address is known of {names}: write it into the draft.", names=Listed(self.without_address))


def lacking(each: Reader) -> Message | None:
    """What keeps a letter from being whole."""
    if not each.letter.missing:
        return None
    fields = Listed(tuple(FIELD_NAMES[name] for name in each.letter.missing))
    return msg("{name}: the letter lacks {fields}.", name=each.about, fields=fields)


def write_drafts(
    found: Sequence[R],
    folder: Path,
    *,
    why_not: Callable[[R], Message | None],
    draft: Callable[[R], bytes],
    note: Callable[[Sequence[R]], None],
    progress: Progress,
    ending: str = ".eml",
) -> WrittenLetters:
    """Each file is there whole or not at all, and none replaces another; `note` is told of those that are.

    `draft` may refuse, which leaves that one out.

    Raises:
        Refused: the folder cannot be written.
    """
    make_folder(folder)
    taken = {path.name for path in folder.iterdir()}
    written: list[tuple[R, Path]] = []
    largest = 0
    left_out: list[NotWritten] = []
    try:
        for each in progress.over(found, len(found)):
            if (why := why_not(each)) is not None:
                left_out.append(NotWritten(each.about, why))
                continue
            try:
                content = draft(each)
            except Refused as no:
                left_out.append(NotWritten(each.about, no.message))
                continue
            say = catalog(each.letter.language).say
            path = folder / file_names.file_name(f"{say(letter_name(each.letter.kind))} - {each.about}", ending, taken)
            taken.add(path.name)
            write_whole(content, path)
            written.append((each, path))
            largest = max(largest, len(content))
    finally:  # also when the disk is full half-way: those before it lie in the folder
        if written:
            note([each for each, _ in written])
    return WrittenLetters(
        tuple(path for _, path in written),
        tuple(each.name or each.about for each, _ in written if not each.email),
        tuple(left_out),
        largest=largest,
    )
