"""Languages people speak, under one code whichever language they were named in; for the rule and for sentences.

To add one: a line in TONGUES and its name in three languages. A language that is not here is its own word.
The program's languages stand in i18n.
"""

from __future__ import annotations

from functools import cache, lru_cache

from mentordesk.domain.cleaning import folded
from mentordesk.domain.fields import language_named
from mentordesk.i18n.languages import LANGUAGES
from mentordesk.i18n.message import Listed, Message, msg
from mentordesk.matching.terms import Words

TONGUES: dict[str, Message] = {
    "nb": msg("Norwegian"),
    "sv": msg("Swedish"),
    "en": msg("English"),
    "da": msg("Danish"),
    "fi": msg("Finnish"),
    "se": msg("Sámi"),
    "is": msg("Icelandic"),
    "de": msg("German"),
    "fr": msg("French"),
    "es": msg("Spanish"),
    "pl": msg("Polish"),
    "ru": msg("Russian"),
    "uk": msg("Ukrainian"),
    "ar": msg("Arabic"),
    "so": msg("Somali"),
    "fa": msg("Persian"),
}

_OWN_NAMES = {
    "suomi": "fi",
    "samegiella": "se",
    "íslenska": "is",
    "deutsch": "de",
    "français": "fr",
    "español": "es",
    "polski": "pl",
    "русский": "ru",
    "українська": "uk",
    "العربية": "ar",
    "soomaali": "so",
    "farsi": "fa",
}


@cache
def _codes() -> dict[str, str]:
    from mentordesk.i18n.catalog import catalog  # Babel only when somebody speaks more than ours

    spoken = {catalog(known.code).say(name): code for code, name in TONGUES.items() for known in LANGUAGES}
    return {folded(word): code for word, code in (_OWN_NAMES | spoken).items()}


@lru_cache(maxsize=4_096)
def _tongue(word: str) -> str:
    named = language_named(word)
    return named if named in TONGUES else _codes().get(folded(word), folded(word))


@lru_cache(maxsize=4_096)
def tongues(spoken: Words) -> frozenset[str]:
    """Codes, or folded words; empty where nothing is known."""
    return frozenset(filter(None, map(_tongue, spoken or ())))


def named(spoken: Words, only: frozenset[str] | None = None) -> Listed:
    """The languages for a sentence, in the order given; with `only` those among them."""
    words = {_tongue(word): word for word in spoken or ()}
    kept = [code for code in words if only is None or code in only]
    return Listed(tuple(TONGUES.get(code, words[code]) for code in kept))
