"""Putting letters and passages of a programme into its own words, and going back (R80). No version is ever lost."""

from __future__ import annotations

from mentordesk.domain.cleaning import fitting, one_line
from mentordesk.domain.fields import NAME_LENGTH
from mentordesk.domain.ids import ProgrammeId
from mentordesk.domain.own_texts import Text, Words, check
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.languages import LanguageCode, language
from mentordesk.i18n.message import Listed, Message, msg, nmsg
from mentordesk.messages.editable_texts import editable_text
from mentordesk.queries.own_texts import versions_over
from mentordesk.storage.records import OwnTextRecord
from mentordesk.storage.store import Store


def write_text(
    store: Store, programme: ProgrammeId, key: str, code: LanguageCode, words: Words, *, by: str = ""
) -> bool:
    """In this language the text says this from now on, in every letter and paper made after it; whether it is new.

    Our own words, typed again, are the original again.

    Raises:
        Refused: what `own_texts.check` finds, the first with the number of the others; a letter that no page can
            print; half a character.
        KeyError: there is no such text.
    """
    text = editable_text(key)
    new = words.cleaned()
    if not text.has_subject:
        new = Words("", new.body)
    _check(text, new)
    what = msg("{text} in own words ({language})", text=text.title, language=language(code).own_name)
    ours = new == text.original(code).cleaned()
    return _add(store, programme, text, code, new, what, original=ours, by=by)


def back_to_original(store: Store, programme: ProgrammeId, key: str, code: LanguageCode, *, by: str = "") -> bool:
    """In this language the text is ours again; what was written stays among its versions. Whether that is new.

    Raises:
        KeyError: there is no such text.
    """
    text = editable_text(key)
    what = msg("{text} back to the original ({language})", text=text.title, language=language(code).own_name)
    return _add(store, programme, text, code, text.original(code), what, original=True, by=by)


def bring_back(
    store: Store, programme: ProgrammeId, key: str, code: LanguageCode, version: int, *, by: str = ""
) -> bool:
    """An earlier version holds again, as a new one; whether it was another.

    Raises:
        Refused: there is no such version.
        KeyError: there is no such text.
    """
    text = editable_text(key)
    with store.reading() as session:
        found = next((each for each in versions_over(session, programme, text, code) if each.number == version), None)
    if found is None:
        raise Refused(msg("This version is not in the file any more."))
    what = msg(
        "{text}: version {number} again ({language})",
        text=text.title,
        number=version,
        language=language(code).own_name,
    )
    return _add(store, programme, text, code, found.words, what, original=found.original, by=by)


def _add(
    store: Store,
    programme: ProgrammeId,
    text: Text,
    code: LanguageCode,
    words: Words,
    what: Message,
    *,
    original: bool,
    by: str,
) -> bool:
    with store.reading() as session:
        versions = versions_over(session, programme, text, code)
    now_original = not versions or versions[0].original
    if original == now_original and (original or versions[0].words == words):
        return False
    with store.changing(what) as session:
        session.add(
            OwnTextRecord(
                programme_id=programme,
                text=text.key,
                language=code,
                version=versions[0].number + 1 if versions else 1,
                subject_line="" if original else words.subject,
                body="" if original else words.body,
                original=original,
                made_at=store.clock(),
                made_by=fitting(one_line(by), NAME_LENGTH),
            )
        )
    return True


def _check(text: Text, words: Words) -> None:
    problems = check(text, words)
    if problems:
        first = problems[0].sentence
        if len(problems) == 1:
            raise Refused(first)
        raise Refused(
            nmsg(
                "{first} And {count} more is to be mended.",
                "{first} And {count} more are to be mended.",
                len(problems) - 1,
                first=first,
            )
        )
    from mentordesk.documents.typesetting import fonts  # loads ReportLab, which nobody needs who only writes letters

    if lacking := fonts.missing(words.subject + words.body.replace("\n", " ").replace("\t", " ")):
        letters = Listed(tuple(f"{letter} (U+{ord(letter):04X})" for letter in lacking))
        raise Refused(msg("The text cannot be printed with {letters}. Write it in other letters.", letters=letters))
