"""The profile of one role as it stands on the page: what can be changed here first, then all else, card by card."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from mentordesk.domain.fields import FieldValue
from mentordesk.domain.ids import ParticipationId
from mentordesk.domain.people import Role
from mentordesk.i18n.message import Listed, Message, msg
from mentordesk.queries.matching_profile import Fact, MatchingProfile
from ui.desk import Desk, NoticeKind
from ui.forms.form import Form
from ui.language import ntr, say, tr
from ui.participants.people_picker import PeoplePicker
from ui.participants.profile.fact_row import FactRow
from ui.theme import Space
from ui.widgets.chip import Chip
from ui.widgets.frames import column, frame, scrolling
from ui.widgets.labels import label

_CARDS: tuple[tuple[Message, frozenset[str]], ...] = (
    (msg("Background and experience"), frozenset({"backgrounds", "leadership_since", "leadership_level"})),
    (msg("Personality and chemistry"), frozenset({"openness", "structure", "chemistry"})),
    (msg("Practical matters"), frozenset({"spoken", "place", "care_level"})),
    (
        msg("Place in the organisation"),
        frozenset({"unit", "area", "line_manager", "dependence", "former"}),
    ),
    (msg("Whether they can be matched"), frozenset({"capacity", "criteria"})),
)


class ProfileSheet(QWidget):
    words_changed = Signal(str, object)  # key, FieldValue
    wishes_changed = Signal()
    way_wanted = Signal(object)  # Fact

    def __init__(self, desk: Desk, profile: MatchingProfile) -> None:
        super().__init__()
        self.setObjectName(f"profile_{profile.role.value}")
        self._desk = desk
        self._look = desk.look
        self._rows: dict[str, FactRow] = {}
        self.participation: ParticipationId | None = None
        cards = [partial(self._add_card, title, keys, profile.facts) for title, keys in _CARDS]
        own = (partial(self._add_words, profile), partial(self._add_wishes, profile))
        self._to_make: list[Callable[[], object]] = [*own, *cards, self._finish]
        inside = QWidget()
        self._lines: QVBoxLayout = column(desk.look, within=inside, space=Space.AROUND, edge=Space.AROUND)
        self._state = Chip(desk.look, "")
        self._state.setObjectName("profileState")
        self._lines.addWidget(self._state, 0, Qt.AlignmentFlag.AlignLeft)
        hint = tr("What the matching knows, what each of it counts in, and where it comes from.")
        self._lines.addWidget(label(hint, "second", wrap=True))
        self._area = scrolling(inside)
        column(desk.look, within=self).addWidget(self._area)

    @property
    def is_whole(self) -> bool:
        return not self._to_make

    def steps(self) -> Sequence[Callable[[], object]]:
        """Those that are left, also where it was begun for somebody else; each makes a card."""
        return (self._make_next,) * len(self._to_make)

    def show_profile(self, profile: MatchingProfile) -> None:
        same = profile.participation == self.participation
        self.participation = profile.participation
        count = profile.missing
        if count:
            self._state.set(ntr("{count} thing is not known", "{count} things are not known", count), "warn", "warning")
        else:
            self._state.set(tr("All of it is known"), "good", "done")
        for fact in (*profile.own, *profile.facts):
            if fact.key in self._rows:
                self._rows[fact.key].show_fact(fact)
        self._form.show_values({profile.words_field.key: profile.words}, keep_typed=same)
        for picker, people in ((self.wishes, profile.wishes), (self.vetoes, profile.vetoes)):
            picker.set_choosable(profile.choosable)
            if not same:
                picker.begin_anew()
            picker.show_people([(wish.person, wish.name) for wish in people])
        unmet = profile.unmet_names
        self._unmet.setText(tr("Named in a list, but nobody to be chosen is called so: {names}.", names=Listed(unmet)))
        self._unmet.setVisible(bool(unmet))
        if not same:
            self._area.verticalScrollBar().setValue(0)

    def leave(self) -> None:
        if self.is_whole:
            self._form.leave()

    def set_read_only(self, reason: Message | None) -> None:
        self._form.set_read_only(reason)
        for picker in (self.wishes, self.vetoes):
            picker.set_read_only(reason is not None)

    def refuse_words(self, reason: Message) -> None:
        self._form.mark(self._words, reason)

    def refuse_wishes(self, reason: str) -> None:
        self.wishes.refuse(reason)

    def accept_wishes(self) -> None:
        self.wishes.accept()
        self.vetoes.accept()
        self.wishes.refuse("")

    def _make_next(self) -> None:
        if self._to_make:
            self._to_make.pop(0)()

    def _add_words(self, profile: MatchingProfile) -> None:
        look, words = self._look, profile.own[0]
        self._words = words.key
        self._form = Form(look, (profile.words_field,), today=self._desk.today, name="profileWords", edge=0)
        self._form.be_as_high_as_fields()
        self._form.committed.connect(self._on_words)
        self._form.denied.connect(self._on_denied)
        self._own = self._card(tr("Needs and wishes") if profile.role is Role.MENTEE else tr("Offers and wishes"))
        self._add_row(self._own, words, self._form)

    def _add_wishes(self, profile: MatchingProfile) -> None:
        look, card, (_, wishes, vetoes) = self._look, self._own, profile.own
        hint = tr("The most wished for first. A wish weighs in the matching; it promises nothing.")
        self.wishes = PeoplePicker(look, say(wishes.title), "profileWishes", (), ranked=True, hint=hint)
        hint = tr("They are never proposed together.")
        self.vetoes = PeoplePicker(look, say(vetoes.title), "profileVetoes", (), ranked=False, hint=hint)
        for fact, picker in ((wishes, self.wishes), (vetoes, self.vetoes)):
            picker.changed.connect(self.wishes_changed)
            self._add_row(card, fact, picker)
        self._unmet = label("", "second", wrap=True)
        self._unmet.setObjectName("unmetNames")
        card.addWidget(self._unmet)

    def _add_card(self, title: Message, keys: frozenset[str], facts: Sequence[Fact]) -> None:
        card = self._card(say(title))
        for fact in (each for each in facts if each.key in keys):
            self._add_row(card, fact)

    def _card(self, title: str) -> QVBoxLayout:
        made = frame("card")
        lines = column(self._look, within=made, space=Space.AROUND, edge=Space.AROUND - Space.WITHIN)
        lines.addWidget(label(title, "heading", wrap=True))
        self._lines.addWidget(made)
        return lines

    def _add_row(self, card: QVBoxLayout, fact: Fact, editor: QWidget | None = None) -> None:
        made = FactRow(self._look, fact, own=editor is not None)
        if editor is not None:
            made.put(editor)
        made.way_wanted.connect(self.way_wanted)
        card.addWidget(made)
        self._rows[fact.key] = made

    def _finish(self) -> None:
        self._lines.addStretch(1)

    def _on_words(self, key: str, value: FieldValue) -> None:
        self.words_changed.emit(key, value)

    def _on_denied(self, reason: Message) -> None:
        self._desk.tell(reason, NoticeKind.NOTE)
