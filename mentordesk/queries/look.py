"""How a programme's papers look, and a contract to see it on."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from mentordesk.documents.declared.pair_kinds import CONTRACT
from mentordesk.documents.papers.contract import ContractContent
from mentordesk.documents.papers.parties import Party
from mentordesk.domain.ids import ProgrammeId
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import Wording
from mentordesk.queries.documents import papers
from mentordesk.queries.letterhead import letterhead_over
from mentordesk.queries.programmes import programme_of
from mentordesk.storage.records import LookRecord
from mentordesk.storage.store import Store


@dataclass(frozen=True, slots=True)
class Look:
    programme: ProgrammeId
    owner: str
    colour: str  # "" is the program's own
    has_logo: bool
    says: Wording
    contract: ContractContent  # of the first pair, or one to fill in by hand
    language: LanguageCode


def look(store: Store, programme: ProgrammeId, *, today: date) -> Look:
    """Raises KeyError for an id that no programme bears."""
    with store.reading() as session:
        known = programme_of(session, programme)
        kept = session.get(LookRecord, programme)
        colour = "" if kept is None else kept.colour
        has_logo = kept is not None and kept.logo is not None
        says = Wording.of((kept.logo_says if kept is not None else None) or {})
        head = letterhead_over(session, known)
    of_pairs = (paper.content for paper in papers(store, CONTRACT.key, programme, made_on=today))
    first = next((each for each in of_pairs if isinstance(each, ContractContent)), None)
    settings = known.settings
    contract = first or ContractContent(
        letterhead=head,
        mentee=Party(""),
        mentor=Party(""),
        made_on=today,
        starts_on=known.starts_on,
        ends_on=known.ends_on,
        purposes=settings.purposes,
        values=settings.values,
        conversations=settings.conversations,
        cost_rule=settings.cost_rule,
        signers=settings.signers,
    )
    return Look(programme, settings.owner, colour, has_logo, says, contract, settings.languages[0])
