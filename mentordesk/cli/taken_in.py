"""What both imports of the command line say: rows read, columns left out, units nearly alike, rows not taken."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from mentordesk.cli.endings import DONE, IN_PART
from mentordesk.cli.speech import Json, Speech
from mentordesk.i18n.message import Listed, msg, nmsg
from mentordesk.spreadsheets.people import Problem


@dataclass(frozen=True, slots=True, kw_only=True)
class TakenIn:
    read: int  # rows
    added: int
    updated: int
    unchanged: int
    rejected: Sequence[Problem]
    ignored: tuple[str, ...]  # headings
    near_units: Sequence[tuple[str, str]]  # new ones, each with the known one that is written nearly so

    @property
    def ended(self) -> int:
        return IN_PART if self.rejected else DONE

    @staticmethod
    def in_order(*problems: Sequence[Problem]) -> Sequence[Problem]:
        """As the sheet has them, whoever found each."""
        return sorted((each for found in problems for each in found), key=lambda each: each.row)

    def as_json(self, speech: Speech) -> Mapping[str, Json]:
        return {
            "read": self.read,
            "added": self.added,
            "updated": self.updated,
            "unchanged": self.unchanged,
            "rejected": [
                {"row": each.row, "column": each.column or None, "reason": speech.text(each.message)}
                for each in self.rejected
            ],
            "ignored_columns": list(self.ignored),
            "near_units": [{"new": new, "known": known} for new, known in self.near_units],
        }

    def say(self, speech: Speech, *, dry_run: bool) -> None:
        if dry_run:
            speech.say(msg("This is only a preview; nothing was changed. The result would be:"))
        speech.say(
            nmsg(
                "{count} row read: {added} new, {updated} brought up to date, {unchanged} as before.",
                "{count} rows read: {added} new, {updated} brought up to date, {unchanged} as before.",
                self.read,
                added=self.added,
                updated=self.updated,
                unchanged=self.unchanged,
            )
        )
        if self.ignored:
            speech.say(msg("Columns left out: {columns}.", columns=Listed(self.ignored)))
        for new, known in self.near_units:
            speech.say(msg("The unit {new} is new; is it {known}, which is there already?", new=new, known=known))

    def say_rejected(self, speech: Speech) -> None:
        """Which rows were not taken, and why."""
        if not self.rejected:
            return
        rows = len({each.row for each in self.rejected})
        speech.say(nmsg("{count} row was not taken:", "{count} rows were not taken:", rows))
        for each in self.rejected:
            where = (
                msg("row {row}, {column}", row=each.row, column=each.column)
                if each.column
                else msg("row {row}", row=each.row)
            )
            speech.say(msg("{where}: {reason}", where=where, reason=each.message), indent=2)
