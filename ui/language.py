"""The language of the window: `tr` where a sentence is shown, `say` for one that comes from below (design D11).

Changing it rebuilds the window (D13), so nothing shown has to listen.
"""

from __future__ import annotations

from mentordesk.i18n.catalog import Catalog, catalog
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import Sayable, Value, msg, nmsg, pmsg

_spoken: list[Catalog] = []


def use(code: LanguageCode) -> None:
    _spoken[:] = [catalog(code)]


def spoken() -> Catalog:
    """The catalog of the window; English before one was chosen."""
    if not _spoken:
        use(LanguageCode.EN)
    return _spoken[0]


def say(sentence: Sayable) -> str:
    return spoken().say(sentence)


def tr(text: str, /, **values: Value) -> str:
    """A sentence in the language of the window; the English text is the key of its translations."""
    return spoken().say(msg(text, **values))


def ntr(singular: str, plural: str, /, count: int, **values: Value) -> str:
    return spoken().say(nmsg(singular, plural, count, **values))


def ptr(context: str, text: str, /, **values: Value) -> str:
    """As tr, where the English is ambiguous."""
    return spoken().say(pmsg(context, text, **values))
