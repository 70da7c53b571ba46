"""What to do when somebody sends a whole logbook (R60): a drafted answer that returns it, and nothing else.

Nothing is stored: no copy, no letter in the list of those written, not even that one came.
"""

from __future__ import annotations

from pathlib import Path

from mentordesk.actions.documents import make_folder
from mentordesk.documents import file_names
from mentordesk.domain.ids import PairId
from mentordesk.domain.pairs import Side
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.message import msg
from mentordesk.messages.letters import LetterKind, letter_name
from mentordesk.messages.mail_draft import MailAddress, eml
from mentordesk.queries.letters import addressees
from mentordesk.queries.pairs import pair_record
from mentordesk.storage.store import Store
from mentordesk.whole_file import write_whole


def answer(store: Store, pair: PairId, *, folder: Path, to: Side = Side.MENTEE) -> Path:
    """The draft in `folder`, in the language of whoever sent the logbook, for her own mail program. No change is made;
    the logbook is attached by hand, for the program never sees it.

    Raises:
        Refused: no such pair, the folder cannot be written, the data of the reader are restricted, or the address is
            none.
    """
    with store.reading() as session:
        record = pair_record(session, pair)
        reader = record.mentee_id if to is Side.MENTEE else record.mentor_id
    (found,) = addressees(store, (reader,), LetterKind.LOGBOOK_RETURNED)
    if found.restricted:
        raise Refused(msg("{name} has restricted what is done with the data, so nothing is written.", name=found.about))
    draft = eml(found.letter, MailAddress(found.name, found.email) if found.email else None)
    make_folder(folder)
    taken = {path.name for path in folder.iterdir()}
    name = catalog(found.letter.language).say(letter_name(found.letter.kind))
    path = folder / file_names.file_name(f"{name} - {found.about}", ".eml", taken)
    write_whole(draft, path)
    return path
