"""What the command line says: sentences in the chosen language, or one JSON object and nothing else.

Progress goes to standard error. What there is to say is decided in the command modules.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from mentordesk.cli.window import TakePictures
from mentordesk.i18n.catalog import Catalog
from mentordesk.i18n.languages import LanguageCode, nearest
from mentordesk.i18n.message import Message, Sayable
from mentordesk.progress import Progress

Json: TypeAlias = str | int | float | bool | Sequence["Json"] | Mapping[str, "Json"] | None


def system_language() -> LanguageCode:
    """As POSIX asks for messages; English where nothing near ours is set."""
    wish = next((os.environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if os.environ.get(name)), None)
    return nearest(wish)


class Speech:
    """Says what a command found out, to a person or to a script."""

    def __init__(self, catalog: Catalog, *, as_json: bool, take_pictures: TakePictures | None = None) -> None:
        self.catalog = catalog
        self.as_json = as_json
        self.take_pictures = take_pictures

    def say(self, sentence: Sayable, indent: int = 0) -> None:
        """A line for a person; nothing when a script listens."""
        if not self.as_json:
            sys.stdout.write(" " * indent + self.catalog.say(sentence) + "\n")

    def text(self, sentence: Sayable) -> str:
        return self.catalog.say(sentence)

    def line(self, text: str = "") -> None:
        """A line that holds no sentence: a name, a path, a blank."""
        if not self.as_json:
            sys.stdout.write(text + "\n")

    def table(self, rows: Sequence[Sequence[str]]) -> None:
        """Columns under each other, as wide as their widest cell."""
        widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
        for row in rows:
            self.line("  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip())

    def give(self, found: Mapping[str, Json]) -> None:
        """The one JSON object; nothing when a person reads."""
        if self.as_json:
            sys.stdout.write(json.dumps(found, ensure_ascii=False) + "\n")

    def warn(self, sentence: Message) -> None:
        sys.stderr.write(self.catalog.say(sentence) + "\n")

    def progress(self, what: Message) -> Progress:
        """Counts on one line of a terminal; silent where nobody watches."""
        if not sys.stderr.isatty():
            return Progress()
        name = self.catalog.say(what)

        def report(done: int, total: int) -> None:
            sys.stderr.write(f"\r{name} {done}/{total}" + ("\n" if done == total else ""))

        return Progress(report)
