"""What the mentee shares of conversations and goals: who sees it and since when, and how it is taken back (R60)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import partial

from mentordesk.actions.consents import revoke, share_several
from mentordesk.domain.fields import (
    LETTER_LENGTH,
    ChoiceField,
    Choices,
    DateField,
    Field,
    FieldValue,
    TextField,
    YesNoField,
)
from mentordesk.domain.ids import ConsentId, PairId
from mentordesk.domain.logbooks import CONSENT_NAMES, WHO_SEES_IT, ConsentItem
from mentordesk.domain.privacy import TOPIC_LENGTH
from mentordesk.i18n.message import Message, msg
from mentordesk.queries.conversations import ConversationMark
from mentordesk.queries.shared import SharedRow, shared_of
from ui.desk import Desk
from ui.forms.form import Row
from ui.language import say, spoken, tr
from ui.logbooks.form_part import FormPart, fit_rows, focus, show_filled
from ui.tables.columns import Column
from ui.tables.model import RecordTable
from ui.tables.view import TableView
from ui.theme import Space
from ui.widgets.buttons import button
from ui.widgets.flow import Flow
from ui.widgets.frames import column
from ui.widgets.labels import label

_TOPIC = TextField("sharedTopic", msg("The topic"), length=TOPIC_LENGTH)
_SUMMARY = TextField("sharedSummary", msg("The summary"), length=LETTER_LENGTH, lines=True)
_WORTH = YesNoField("sharedCheckOut", msg("At check-out: is it worth meeting again?"))
_GIVEN_ON = DateField("sharedOn", msg("The mentee consented on"))
_FIELDS: Mapping[ConsentItem, Field] = {
    ConsentItem.TOPIC: _TOPIC,
    ConsentItem.SUMMARY: _SUMMARY,
    ConsentItem.CHECK_OUT: _WORTH,
}
Found = tuple[PairId, tuple[SharedRow, ...]]


class SharedPart(FormPart):
    def __init__(self, desk: Desk, *, paged: bool) -> None:
        super().__init__(desk, paged=paged)
        self.setObjectName("sharedPart")
        down = column(desk.look, within=self)
        down.addLayout(self.slot)
        self._nothing = label(
            tr("Nothing of what the two say to each other is in the file. Only the mentee can choose to share it."),
            "second",
            wrap=True,
        )
        self._nothing.setObjectName("nothingShared")
        down.addWidget(self._nothing)
        self._table = RecordTable(_columns(), lambda each: each.consent, self)
        self.table = TableView(desk, self._table, tr("What the mentee shares"), tab="logbooks", key="shared")
        self.table.setObjectName("shared")
        self.table.setSelectionMode(self.table.SelectionMode.SingleSelection)
        self.table.current_changed.connect(lambda _: self._tell())
        self.table.deleted.connect(lambda _: self._take_back())
        down.addWidget(self.table)
        self._words = label("", wrap=True)
        self._words.setObjectName("sharedWords")
        down.addWidget(self._words)
        self._since = label("", "second", wrap=True)
        self._since.setObjectName("sharedSince")
        down.addWidget(self._since)
        deeds = Flow(desk.look.px(Space.WITHIN))
        self._share = button(tr("Note what is shared …"), self.add, name="shareMore")
        self._revoke = button(tr("Take back what is shared"), self._take_back, name="takeBack", keys="Del")
        deeds.addWidget(self._share)
        deeds.addWidget(self._revoke)
        down.addLayout(deeds)
        down.addWidget(label(say(WHO_SEES_IT), "caption", wrap=True))
        down.addStretch(1)

    def read(self, pair: PairId) -> None:
        self.desk.work.ask("shared of pair", lambda store: (pair, shared_of(store, pair)), self._take)

    def enter(self) -> None:
        if self.form is not None:
            focus(self.form.first_control)
        else:
            focus(self.table if self.table.isVisible() else self._share)

    def add(self) -> None:
        """What is shared of one conversation, all at once; what is left empty stays with the pair."""
        held = self._held()
        if not self.desk.may_change():
            return
        if not held:
            self.desk.tell(msg("No conversation is registered yet, so there is nothing to share of one."))
            return
        days = StrEnum("days", {f"entry_{at}": each.entry or "" for at, each in enumerate(held)})  # type: ignore[misc]
        names = {each.entry or "": each.day for each in held}
        options = tuple((day, msg("{day}", day=names[day.value]), "") for day in days)
        which = Row(ChoiceField("sharedOf", msg("Of the conversation of"), choices=Choices(options)), required=True)
        self.ask(
            tr("Note what the mentee shares"),
            (which, *_FIELDS.values(), _GIVEN_ON),
            tr("Keep it until it is taken back"),
            self._on_told,
            values={"sharedOf": options[0][0], _GIVEN_ON.key: self.desk.today},
            text=say(WHO_SEES_IT),
            name="shareForm",
        )

    def _held(self) -> list[ConversationMark]:
        """Registered ones, the newest first."""
        marks = () if self.strip is None else self.strip.conversations
        return [each for each in reversed(marks) if each.entry is not None]

    def _take(self, found: Found) -> None:
        pair, rows = found
        if pair != self.pair:
            return
        self._table.show(rows)
        if self.table.current_id() is None and rows:
            self.table.select_ids((rows[0].consent,))
        self._nothing.setVisible(not rows)
        fit_rows(self.table, len(rows))
        show_filled(self.table, filled=bool(rows), instead=self._share)
        self._tell()

    def _tell(self) -> None:
        number = self.table.current_id()
        each = None if number is None or not self._table.rows.shown else self._table.rows.known(number)
        for shown in (self._words, self._since):
            shown.setVisible(each is not None)
        self._revoke.setVisible(each is not None and each.revoked_on is None)
        if each is not None:
            self._words.setText(_words(each))
            given = spoken().date(each.given_on, "long")
            if each.revoked_on is None:
                self._since.setText(tr("Shared with the mentee’s consent of {day}.", day=given))
            else:
                back = spoken().date(each.revoked_on, "long")
                self._since.setText(tr("Shared on {day}, taken back on {back}.", day=given, back=back))

    def _on_told(self, pair: PairId, told: Mapping[str, FieldValue]) -> None:
        entry, given = str(told["sharedOf"]), told[_GIVEN_ON.key]
        given_on = given if isinstance(given, date) else self.desk.today
        items = {item: told[field.key] for item, field in _FIELDS.items()}
        chosen = {item: words for item, words in items.items() if isinstance(words, (str, bool)) and words != ""}
        if not chosen:
            self.desk.tell(msg("Write what the mentee shares, or leave it unshared."))
            return
        self.keep(
            pair,
            lambda store: share_several(store, pair=pair, entry=entry, told=chosen, given_on=given_on),
        )

    def _take_back(self) -> None:
        """After a question: what leaves the file cannot come back."""
        number, today = self.table.current_id(), self.desk.today
        each = None if number is None else self._table.rows.known(number)
        if each is None or each.revoked_on is not None or not self.desk.may_change():
            return
        if not self.desk.ask.confirm(
            tr("Take back what is shared"),
            tr(
                "It leaves the file for good, {item} and all earlier notes of it, and no step before this one can be "
                "undone any more. The days of the consent stay.",
                item=CONSENT_NAMES[each.item],
            ),
            tr("Take it back"),
            tr("Keep it"),
        ):
            return
        consent: ConsentId = each.consent
        self.desk.work.change(partial(revoke, consent=consent, on=today))


def _columns() -> tuple[Column[SharedRow], ...]:
    return (
        Column(key="what", title=msg("Shared"), text=_what, width=220),
        Column(key="since", title=msg("Since"), text=_since, sort=lambda each: each.given_on, width=125),
    )


def _what(each: SharedRow) -> str:
    if each.goal is not None:
        return tr("goal {number}: {item}", number=each.goal, item=CONSENT_NAMES[each.item])
    if each.day is None:
        return say(CONSENT_NAMES[each.item])
    return tr("{day}: {item}", day=each.day, item=CONSENT_NAMES[each.item])


def _since(each: SharedRow) -> str:
    return tr("Taken back") if each.revoked_on is not None else spoken().date(each.given_on)


def _words(each: SharedRow) -> str:
    said: Message
    match each.words:
        case None:
            said = msg("Taken back")
        case True:
            said = msg("Worth meeting again")
        case False:
            said = msg("Not worth meeting again")
        case _:
            return str(each.words)
    return say(said)
