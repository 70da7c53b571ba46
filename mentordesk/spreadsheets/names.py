"""One column with the whole name, taken apart into given and family name."""

from __future__ import annotations

# Small words that begin a family name.
_PARTICLES = {
    "af",
    "av",
    "von",
    "van",
    "de",
    "der",
    "den",
    "du",
    "la",
    "le",
    "di",
    "da",
    "dos",
    "zu",
    "ter",
    "el",
    "al",
}


def taken_apart(whole: str) -> tuple[str, str]:
    """Given and family name of "Given Family" or "Family, Given"; a lone word is a given name."""
    if "," in whole:
        family, given = (part.strip() for part in whole.split(",", 1))
        return given, family
    words = whole.split()
    if len(words) < 2:
        return whole.strip(), ""
    start = len(words) - 1
    while start > 1 and words[start - 1].lower() in _PARTICLES:
        start -= 1
    return " ".join(words[:start]), " ".join(words[start:])
