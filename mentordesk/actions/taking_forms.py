"""Taking in forms that came back (R22, R60 to R65): all in one change, one undo; looking first gives the same result.

Reading the files is documents/returned/returned_files.py's; what a kind of form changes is the module's of returned/.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from hashlib import sha256
from types import MappingProxyType

from sqlalchemy.orm import Session

from mentordesk.actions.returned.applications import application
from mentordesk.actions.returned.confirmations import confirmation
from mentordesk.actions.returned.conversations import conversations
from mentordesk.actions.returned.goals import goals
from mentordesk.actions.returned.pairs import first_meeting, fit, pair_talk
from mentordesk.actions.returned.proposals import Asked, Proposal, Proposed, Take
from mentordesk.actions.returned.sheets import sheet
from mentordesk.actions.returned.takings import (
    Change,
    ChoiceKey,
    Choices,
    Taking,
    not_ours,
    not_read,
    problems_of,
    read_again,
)
from mentordesk.actions.survey_answers import SURVEY_FORMS
from mentordesk.documents.returned.form_reading import ReadForm, Unreadable
from mentordesk.documents.returned.returned_files import ReturnedFile
from mentordesk.domain.application_form import APPLICATION_FORM
from mentordesk.domain.confirmations import CONFIRMATION_FORMS
from mentordesk.domain.conversation_slip import CONVERSATION_SLIP
from mentordesk.domain.first_meeting_form import FIRST_MEETING_FORM
from mentordesk.domain.fit_form import FIT_FORM
from mentordesk.domain.form_identity import FormIdentity, Origin, read_stamp
from mentordesk.domain.goal_form import GOAL_FORM
from mentordesk.domain.ids import ParticipationId, ProgrammeId
from mentordesk.domain.logbook_form import LOGBOOK_FORM
from mentordesk.domain.refusals import Refused
from mentordesk.domain.talk_form import TALK_FORM
from mentordesk.i18n.message import Message, msg, nmsg
from mentordesk.progress import SILENT, Progress
from mentordesk.queries.form_stamps import file_id_over
from mentordesk.queries.programmes import programmes_over
from mentordesk.queries.returned_forms import form_title, read_before
from mentordesk.storage.records import ReturnedFormRecord
from mentordesk.storage.store import Store

_NO_CHOICES: Mapping[ChoiceKey, Take] = MappingProxyType({})

_KINDS: Mapping[str, Callable[[Asked], Proposed]] = {
    APPLICATION_FORM.key: application,
    **{form.key: confirmation for form in CONFIRMATION_FORMS.values()},
    CONVERSATION_SLIP.key: conversations,
    LOGBOOK_FORM.key: conversations,
    GOAL_FORM.key: goals,
    FIT_FORM.key: fit,
    TALK_FORM.key: pair_talk,
    FIRST_MEETING_FORM.key: first_meeting,
    **{form.key: sheet for form in SURVEY_FORMS},
}


class _OnlyLooked(Exception):
    """Ends a look, so that its transaction is rolled back."""


class _Again(Exception):
    """A form was refused half-way: once more without it. Its arguments are the number and the sentence."""

    def __init__(self, number: int, message: Message) -> None:
        super().__init__(number)
        self.number, self.message = number, message


def look(
    store: Store,
    files: Sequence[ReturnedFile],
    *,
    today: date,
    choices: Mapping[ChoiceKey, Take] = _NO_CHOICES,
    conflicts: Take = Take.OURS,
    progress: Progress = SILENT,
) -> tuple[Taking, ...]:
    """What taking them would come to, without doing it.

    Raises:
        Refused: the file is open for reading.
        Cancelled: through `progress`.
    """
    return _run(store, files, Choices(choices, conflicts), today, progress, only_look=True)


def take(
    store: Store,
    files: Sequence[ReturnedFile],
    *,
    today: date,
    choices: Mapping[ChoiceKey, Take] = _NO_CHOICES,
    conflicts: Take = Take.OURS,
    progress: Progress = SILENT,
) -> tuple[Taking, ...]:
    """One change for all of them. What is new is taken, unless it is chosen as ours; what the file says otherwise
    only where it is chosen as theirs, or `conflicts` says so. An empty field takes nothing back.

    Raises:
        Refused: the file is open for reading.
        Cancelled: through `progress`; nothing was changed.
    """
    return _run(store, files, Choices(choices, conflicts), today, progress, only_look=False)


def _run(
    store: Store, files: Sequence[ReturnedFile], choices: Choices, today: date, progress: Progress, *, only_look: bool
) -> tuple[Taking, ...]:
    refused: dict[int, Message] = {}
    result: tuple[Taking, ...] | None = None
    what = nmsg("Take in {count} returned form", "Take in {count} returned forms", len(files))
    while result is None:
        try:
            with store.changing(what) as session:
                work = _Work(session, choices, refused, today, store.clock(), store.who)
                found = []
                for number, file in enumerate(files, start=1):
                    progress.step(number - 1, len(files))
                    found.append(work.take(number, file))
                progress.step(len(files), len(files))
                result = tuple(found)
                if only_look:
                    raise _OnlyLooked
        except _OnlyLooked:
            pass
        except _Again as again:
            refused[again.number] = again.message
            result = None
    return result


class _Work:
    """The forms one after the other, in one session."""

    def __init__(
        self,
        session: Session,
        choices: Choices,
        refused: Mapping[int, Message],
        today: date,
        now: datetime,
        by: str,
    ) -> None:
        self._session = session
        self._choices = choices
        self._refused = refused
        self._today, self._now, self._by = today, now, by
        self._file_id = file_id_over(session)
        self._programmes = {each.id for each in programmes_over(session)}

    def take(self, number: int, file: ReturnedFile) -> Taking:
        """
        Raises:
            _Again: what it changes was refused half-way.
        """
        begun = Taking(number, file.name)
        if isinstance(file.read, Unreadable):
            return replace(begun, refused=file.read.sentence(file.name), is_readable=False)
        read = file.read
        begun = replace(begun, title=form_title(read.form.key), own=read.own)
        origin, identity = read_stamp(read.hidden, self._file_id)
        if identity is None or origin is not Origin.OURS:
            return replace(begun, refused=not_ours(origin, file.name), is_readable=False)
        if identity.programme not in self._programmes:
            return replace(begun, refused=msg("The programme that the form belongs to is not in this file any more."))
        if number in self._refused:
            return replace(begun, refused=self._refused[number])
        return self._propose(begun, file, read, identity)

    def _propose(self, begun: Taking, file: ReturnedFile, read: ReadForm, identity: FormIdentity) -> Taking:
        asked = self._asked(file, read, identity)
        if not asked.is_filled and not read.faults:
            return replace(begun, refused=msg("Nothing that may be read is filled in on the form."))
        try:
            proposed = _KINDS[read.form.key](asked)
        except Refused as no:
            return replace(begun, refused=no.message, problems=problems_of(asked, read))
        digest = _digest(read, file.sha256 if proposed.anonymous else "")
        before = read_before(self._session, digest)
        begun = replace(begun, who=proposed.who, is_new=proposed.is_new)
        if before is not None and proposed.anonymous:
            again = msg("This very form was read on {day}, and its answers are counted.", day=before)
            return replace(begun, refused=again)
        changes = tuple(self._change(begun.number, proposal) for proposal in proposed.proposals)
        came_in = self._apply(begun.number, proposed, changes)
        if before is None:
            whose = proposed.participation or came_in
            self._note(identity, proposed, whose, digest, sum(change.take is Take.THEIRS for change in changes))
        notes = (*proposed.notes, *read_again(before), *not_read(read))
        return replace(begun, changes=changes, problems=problems_of(asked, read), notes=notes)

    def _asked(self, file: ReturnedFile, read: ReadForm, identity: FormIdentity) -> Asked:
        return Asked(
            self._session,
            identity,
            read.form,
            dict(read.values),
            self._today,
            self._now,
            self._by,
            file.name,
            file.content() if read.form.keeps_file else None,
        )

    def _change(self, number: int, proposal: Proposal) -> Change:
        take = self._choices.of(number, proposal)
        return Change(proposal.name, proposal.title, proposal.now, proposal.then, take)

    def _apply(self, number: int, proposed: Proposed, changes: Sequence[Change]) -> ParticipationId | None:
        try:
            came_in = proposed.apply(frozenset(change.name for change in changes if change.take is Take.THEIRS))
            self._session.flush()
        except Refused as no:
            raise _Again(number, no.message) from no
        return came_in

    def _note(
        self, identity: FormIdentity, proposed: Proposed, whose: ParticipationId | None, digest: str, taken: int
    ) -> None:
        self._session.add(
            ReturnedFormRecord(
                programme_id=ProgrammeId(identity.programme),
                participation_id=None if proposed.anonymous else whose,
                pair_id=None if proposed.anonymous else proposed.pair,
                meeting_id=proposed.meeting,
                kind=identity.kind,
                version=identity.version,
                digest=digest,
                returned_on=self._today,
                taken=taken,
            )
        )


def _digest(read: ReadForm, salt: str) -> str:
    """Of whose form it is and what may be read of it; `salt` where nobody shall find the form by its answers."""
    told = json.dumps([read.hidden, sorted(read.values.items()), salt], ensure_ascii=True)
    return sha256(told.encode()).hexdigest()
