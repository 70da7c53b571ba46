"""Material in the library (R66): taken in, changed and taken out.

Who gets it is loans.py's, what is asked for requests.py's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from mentordesk.domain.attachments import CheckedFile, checked_file
from mentordesk.domain.criteria import PaperKind
from mentordesk.domain.ids import LibraryItemId, ProgrammeId
from mentordesk.domain.library import ItemForm, check_copies, checked_title, readers_of
from mentordesk.domain.people import Role
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import Wording, msg, nmsg
from mentordesk.storage.records import LibraryContentRecord, LibraryItemRecord, LoanRecord
from mentordesk.storage.store import Store

BOTH = (Role.MENTEE, Role.MENTOR)


@dataclass(frozen=True, slots=True)
class LibraryFile:
    name: str
    ending: str  # lower case, no dot
    content: bytes


def add_item(
    store: Store,
    *,
    programme: ProgrammeId | None,
    title: Wording,
    for_roles: Sequence[Role] = BOTH,
    copies: int | None = None,
    is_book: bool = False,
) -> LibraryItemId:
    """Something to hand out; `programme` None: for all of them. With `is_book` it is the book of the papers (R22).

    Raises:
        Refused: no title, or no number of copies that can be.
    """
    said = checked_title(title)
    check_copies(copies)
    with store.changing(msg("Add “{title}” to the library", title=said)) as session:
        made = LibraryItemRecord(
            programme_id=programme,
            title=said.texts(),
            form=ItemForm.PHYSICAL,
            for_roles=_roles(for_roles),
            copies=copies,
            paper=PaperKind.BOOK if is_book else None,
        )
        session.add(made)
        return made.id


def add_file(
    store: Store,
    *,
    programme: ProgrammeId | None,
    name: str,
    content: bytes,
    title: Wording | None = None,
    for_roles: Sequence[Role] = BOTH,
) -> LibraryItemId:
    """A file that goes out with letters; without a title it is called by its name.

    Raises:
        Refused: the file is not one that is taken (domain/attachments.py), or the title is too long.
    """
    file = checked_file(name, content)
    said = checked_title(title or Wording.everywhere(file.name.rpartition(".")[0]))
    with store.changing(msg("Add “{title}” to the library", title=said)) as session:
        made = LibraryItemRecord(
            programme_id=programme, title=said.texts(), form=ItemForm.FILE, for_roles=_roles(for_roles)
        )
        _fill(made, file)
        session.add_all([made, LibraryContentRecord(item_id=made.id, content=file.content)])
        return made.id


def replace_file(store: Store, item: LibraryItemId, *, name: str, content: bytes) -> None:
    """A newer version; whoever got the old one has it still.

    Raises:
        Refused: the file is not one that is taken, or the material is gone.
    """
    file = checked_file(name, content)
    title = _title(store, item)
    with store.changing(msg("Replace the file of “{title}”", title=title)) as session:
        found = item_over(session, item)
        assert found.form is ItemForm.FILE, "a thing has no file"
        _fill(found, file)
        session.get_one(LibraryContentRecord, item).content = file.content


def change_item(
    store: Store,
    item: LibraryItemId,
    *,
    title: Wording,
    for_roles: Sequence[Role],
    copies: int | None,
    is_book: bool,
) -> None:
    """
    Raises:
        Refused: no title, fewer copies than are out, or the material is gone.
    """
    said = checked_title(title)
    with store.changing(msg("Change “{title}” in the library", title=said)) as session:
        found = item_over(session, item)
        check_copies(copies, out_over(session, item))
        found.title, found.for_roles = said.texts(), _roles(for_roles)
        if found.form is ItemForm.PHYSICAL:
            found.copies, found.paper = copies, PaperKind.BOOK if is_book else None


def remove_item(store: Store, item: LibraryItemId) -> None:
    """
    Raises:
        Refused: somebody got it, which would be forgotten; or it is gone already.
    """
    title = _title(store, item)
    with store.changing(msg("Take “{title}” out of the library", title=title)) as session:
        found = item_over(session, item)
        got = session.scalar(select(func.count()).where(LoanRecord.item_id == item)) or 0
        if got:
            raise Refused(
                nmsg(
                    "{count} person got it, and that stays known. It can be changed, but not taken out.",
                    "{count} people got it, and that stays known. It can be changed, but not taken out.",
                    got,
                )
            )
        content = session.get(LibraryContentRecord, item)
        if content is not None:
            session.delete(content)
        session.delete(found)


def library_file(store: Store, item: LibraryItemId) -> LibraryFile:
    """To be opened, or to go with a letter.

    Raises:
        Refused: the material is gone, or it is no file.
    """
    with store.reading() as session:
        found, content = item_over(session, item), session.get(LibraryContentRecord, item)
        if content is None:
            raise Refused(msg("“{title}” is no file: it is handed out by hand.", title=Wording.of(found.title)))
        return LibraryFile(found.file_name, found.ending, content.content)


def item_over(session: Session, item: LibraryItemId) -> LibraryItemRecord:
    """Raises Refused for material that is gone."""
    found = session.get(LibraryItemRecord, item)
    if found is None:
        raise Refused(msg("This was taken out of the library meanwhile."))
    return found


def out_over(session: Session, item: LibraryItemId) -> int:
    """How many copies are handed out and not back."""
    asked = select(func.count()).where(LoanRecord.item_id == item, LoanRecord.returned_on.is_(None))
    return session.scalar(asked) or 0


def _fill(record: LibraryItemRecord, file: CheckedFile) -> None:
    record.file_name, record.ending = file.name, file.ending
    record.size, record.sha256 = len(file.content), file.sha256


def _roles(roles: Sequence[Role]) -> list[str]:
    told = readers_of(role.value for role in roles)
    if not told:
        raise Refused(msg("Say for whom it is."))
    return [role.value for role in told]


def _title(store: Store, item: LibraryItemId) -> Wording:
    with store.reading() as session:
        return Wording.of(item_over(session, item).title)
