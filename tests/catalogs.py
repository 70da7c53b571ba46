"""The catalogs: extracted from the code, complete in every language, with the same placeholders.

`python -m tests.catalogs` brings the .pot and the .po files up to the code; with `--check` it never writes.
"""

from __future__ import annotations

import string
import sys
from io import BytesIO
from pathlib import Path

from babel.messages import Catalog, extract
from babel.messages.pofile import read_po, write_po

from mentordesk import places
from mentordesk.i18n.languages import LANGUAGES, SOURCE

PLURAL, CONTEXT = (1, 2), ((1, "c"), 2)
KEYWORDS = {"msg": None, "nmsg": PLURAL, "pmsg": CONTEXT, "tr": None, "ntr": PLURAL, "ptr": CONTEXT}
ROOT = Path(__file__).parent.parent
TEMPLATE = places.TRANSLATIONS / "mentordesk.pot"
TRANSLATED = [known for known in LANGUAGES if known.code is not SOURCE]


def po_path(code: str) -> Path:
    return places.TRANSLATIONS / code / "LC_MESSAGES" / "mentordesk.po"


def extracted() -> Catalog:
    """The sentences that stand in the code now."""
    catalog = Catalog(project="MentorDesk", charset="utf-8", header_comment="# Sentences of MentorDesk.")
    for package in ("mentordesk", "ui"):
        for path in sorted((ROOT / package).rglob("*.py")):
            name = path.relative_to(ROOT).as_posix()
            for line in extract.extract_from_file("python", path, KEYWORDS, ["Translators:"]):
                _, message, comments, context = line
                catalog.add(message, None, [(name, 0)], auto_comments=comments, context=context)
    return catalog


def read(path: Path, locale: str | None = None) -> Catalog:
    with path.open("rb") as file:
        return read_po(file, locale=locale)


def as_bytes(catalog: Catalog) -> bytes:
    """Without line numbers and dates, so that only a changed sentence changes the file."""
    buffer = BytesIO()
    write_po(buffer, catalog, width=110, omit_header=False, include_lineno=False, sort_output=True)
    kept = [
        line
        for line in buffer.getvalue().splitlines(keepends=True)
        if not line.startswith((b'"POT-Creation-Date', b'"PO-Revision-Date', b'"Generated-By', b'"Report-Msgid'))
        and not line.startswith((b'"Last-Translator', b'"Language-Team', b'"Project-Id-Version'))
    ]
    return b"".join(kept)


def keys(catalog: Catalog) -> set[tuple[str | None, object]]:
    return {(m.context, tuple(m.id) if isinstance(m.id, (list, tuple)) else m.id) for m in catalog if m.id}


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


def problems() -> list[str]:
    """What is wrong with the catalogs, a line each; empty when all is well."""
    now = extracted()
    found: list[str] = []
    for message in now:
        for original in message.id if isinstance(message.id, (list, tuple)) else (message.id,):
            if "%(" in original or " % " in original:
                found.append(f"not a named placeholder in braces: {original!r}")
    if not TEMPLATE.exists() or keys(read(TEMPLATE)) != keys(now):
        found.append("mentordesk.pot is behind the code: run python -m tests.catalogs")
    for known in TRANSLATED:
        catalog = read(po_path(known.code), known.locale)
        missing, extra = keys(now) - keys(catalog), keys(catalog) - keys(now)
        found += [f"{known.code}: missing {key!r}" for key in sorted(missing, key=str)]
        found += [f"{known.code}: no longer in the code {key!r}" for key in sorted(extra, key=str)]
        for message in catalog:
            if message.id:
                found += _faults(known.code, message.id, message.string, message.fuzzy)
    return found


def _faults(code: str, original: object, translation: object, fuzzy: bool) -> list[str]:
    originals = original if isinstance(original, (list, tuple)) else (original,)
    forms = translation if isinstance(translation, (list, tuple)) else (translation,)
    found = []
    if fuzzy:
        found.append(f"{code}: fuzzy {original!r}")
    if len(forms) != len(originals) or not all(forms):
        found.append(f"{code}: empty {original!r}")
        return found
    wanted = set().union(*(placeholders(text) for text in originals))
    for form in forms:
        if (used := placeholders(form)) != wanted and used | {"count"} != wanted:
            found.append(f"{code}: other placeholders {sorted(used)} in {form!r}")
        if form.strip() != form and originals[0].strip() == originals[0]:
            found.append(f"{code}: blank at an end of {form!r}")
    return found


def update(translations: dict[str, dict[str, object]] | None = None) -> None:
    """Writes the .pot and the .po files from the code, adding `translations` {key: {language: text}}."""
    new = translations or {}
    template = extracted()
    TEMPLATE.parent.mkdir(parents=True, exist_ok=True)
    TEMPLATE.write_bytes(as_bytes(template))
    for known in TRANSLATED:
        path = po_path(known.code)
        old = {(m.context, _first(m.id)): m.string for m in read(path, known.locale) if m.id} if path.exists() else {}
        catalog = Catalog(
            locale=known.locale, charset="utf-8", header_comment="# Sentences of MentorDesk.", fuzzy=False
        )
        for message in template:
            if not message.id:
                continue
            key = (message.context, _first(message.id))
            name = f"{message.context}|{key[1]}" if message.context else key[1]
            string_ = new.get(name, {}).get(known.code) or old.get(key)
            plural = isinstance(message.id, (list, tuple))
            if string_ is not None and isinstance(string_, (list, tuple)) != plural:
                string_ = None
            catalog.add(
                message.id,
                tuple(string_) if isinstance(string_, list) else string_,
                message.locations,
                context=message.context,
                auto_comments=message.auto_comments,
            )
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(as_bytes(catalog))


def _first(message_id: object) -> str:
    return str(message_id[0]) if isinstance(message_id, (list, tuple)) else str(message_id)


if __name__ == "__main__":
    if "--check" not in sys.argv:
        update()
    found_problems = problems()
    for problem in found_problems:
        print(problem)
    sys.exit(1 if found_problems else 0)
