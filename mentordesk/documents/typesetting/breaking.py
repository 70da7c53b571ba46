"""Where a text is broken into lines: after blanks, and inside a word only where it must be."""

from __future__ import annotations

from mentordesk.documents.typesetting import fonts
from mentordesk.documents.typesetting.page import Style


def broken(text: str, style: Style, width: float) -> list[str]:
    """Lines of at most the width, broken after blanks; a word wider than a line is broken where it must."""
    words = [part for word in _words(text) for part in _parts(word, style, width)]
    lines: list[str] = []
    line = ""
    for word in words:
        if line and fonts.width((line + word).rstrip(" "), style.face, style.size) > width:
            lines.append(line)
            line = ""
        line += word
    return [*lines, line]


def _words(text: str) -> list[str]:
    """Each with the blanks that follow it; a no-break space belongs to its word."""
    pieces = text.split(" ")
    return [f"{word} " for word in pieces[:-1]] + ([pieces[-1]] if pieces[-1] else [])


def _parts(word: str, style: Style, width: float) -> list[str]:
    """The word in parts that fit, broken after a hyphen if there is one late enough, else anywhere."""
    if fonts.width(word.rstrip(" "), style.face, style.size) <= width:
        return [word]
    parts: list[str] = []
    part: list[str] = []
    for letter in _letters(word, style):
        if part and fonts.width("".join(part) + letter.rstrip(" "), style.face, style.size) > width:
            at = _after_hyphen(part)
            parts.append("".join(part[:at]))
            part = part[at:]
        part.append(letter)
    return [*parts, "".join(part)]


def _letters(word: str, style: Style) -> list[str]:
    """Each with what stays with it: combining marks, which have no width, and the blank at the end."""
    letters: list[str] = []
    for letter in word:
        if letters and (letter == " " or not fonts.width(letter, style.face, style.size)):
            letters[-1] += letter
        else:
            letters.append(letter)
    return letters


def _after_hyphen(letters: list[str]) -> int:
    late = [i for i in range(len(letters) // 2, len(letters)) if letters[i] == "-"]
    return late[-1] + 1 if late else len(letters)
