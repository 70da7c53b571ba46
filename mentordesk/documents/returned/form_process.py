"""Reads the fields of returned forms in a process of its own, with little time and memory; `form_reading` runs this.

What may not be read is dropped here, so that it never reaches the program: values of fields that are the writer's own,
that no form of ours has, or that need a leave which is not given; all text of the pages but the form's code.
Scripts, attachments and appearances are neither run nor read; whether there are any is told.

In come a line of JSON that says which fields a form has, then for each file a line with its size and its bytes;
for each file a line of JSON goes out.
"""

from __future__ import annotations

import json
import logging
import re
import signal
import sys
from collections.abc import Mapping
from io import BytesIO
from typing import TypeAlias

from pypdf import PdfReader
from pypdf.errors import DependencyError, LimitReachedError
from pypdf.generic import DictionaryObject

from mentordesk.documents.returned.form_troubles import Fault, Trouble
from mentordesk.documents.returned.form_walk import OFF, Beyond, FoundField, Walk, dictionary
from mentordesk.domain.form_identity import CODE, HIDDEN
from mentordesk.domain.forms import NO, TICKED

TOO_MUCH = 5  # exit status: the process has no more memory to go on with
_PAGES_OF_TEXT = 3
_END = 2_048  # bytes in which a whole file says that it ends
_CODE = re.compile(r"\b[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}\b")
_SECONDS_A_FILE = 1.5  # of computing

_Rule: TypeAlias = Mapping[str, object]  # of a field: kind, longest, options, and what it needs to be read
Forms: TypeAlias = Mapping[str, Mapping[str, Mapping[str, _Rule | None]]]
"""Kind, version, name of a field; None for a field that is the writer's own."""


def main(memory: int) -> int:
    """`memory` in bytes. Gives back the exit status."""
    logging.disable(logging.CRITICAL)
    _limit(memory)
    incoming, out = sys.stdin.buffer, sys.stdout.buffer
    forms: Forms = json.loads(incoming.readline())
    while size := incoming.readline():
        content = incoming.read(int(size))
        _grant_time()
        try:
            told = read(content, forms)
        except MemoryError:
            return TOO_MUCH
        out.write(json.dumps(told, ensure_ascii=True, separators=(",", ":")).encode() + b"\n")
        out.flush()
    return 0


def read(content: bytes, forms: Forms) -> Mapping[str, object]:
    """What may be told of one file: its fields, or the trouble with it."""
    try:
        return _told(content, forms)
    except (Beyond, LimitReachedError):
        return _trouble(Trouble.TOO_MUCH)
    except DependencyError:
        return _trouble(Trouble.PASSWORD)
    except MemoryError:
        raise
    except RecursionError:
        return _trouble(Trouble.DAMAGED)
    except Exception:  # noqa: BLE001  # pypdf raises whatever a damaged file makes it stumble over
        return _trouble(Trouble.DAMAGED)


def _told(content: bytes, forms: Forms) -> Mapping[str, object]:
    if b"%PDF-" not in content[:1024]:
        return _trouble(Trouble.NO_PDF)
    if b"%%EOF" not in content[-_END:]:  # pypdf would mend what was cut off, and read half a form
        return _trouble(Trouble.DAMAGED)
    reader = PdfReader(BytesIO(content))
    if reader.is_encrypted and not reader.decrypt(""):
        return _trouble(Trouble.PASSWORD)
    root = dictionary(reader.trailer.get("/Root"))
    if root is None:
        return _trouble(Trouble.DAMAGED)
    form = dictionary(root.get("/AcroForm"))
    found = Walk(root, form).fields
    if not found:
        if form is not None and "/XFA" in form:
            return _trouble(Trouble.XFA)
        return _without_fields(reader)
    return _of_ours(found, forms, active=_active(root))


def _of_ours(found: Mapping[str, FoundField], forms: Forms, *, active: bool) -> Mapping[str, object]:
    identities = {value.strip() for name in (HIDDEN, CODE) if name in found for value in found[name].values} - {""}
    if len(identities) != 1:  # none, or two that contradict each other
        return _trouble(Trouble.FOREIGN)
    (hidden,) = identities
    parts = hidden.split(";")
    versions = forms.get(parts[1]) if len(parts) > 2 else None  # format; kind; version
    if versions is None:
        return _trouble(Trouble.FOREIGN)
    fields = versions.get(parts[2])
    if fields is None:
        return _trouble(Trouble.NEWER) | {"hidden": hidden}
    values: dict[str, str] = {}
    faults: dict[str, str] = {}
    own = 0
    for name, rule in fields.items():
        there = found.get(name)
        if there is None:  # a paper may leave fields out
            continue
        if rule is None:
            own += any(value.strip() not in OFF for value in there.values) or there.long
        elif (fault := _fault(there, rule)) is not None:
            faults[name] = fault
        elif (told := _value(there, rule)) and not all(_is_granted(found, fields, each) for each in _needed(rule)):
            own += 1
        else:
            values[name] = told
    unknown = sum(1 for name in found if name not in fields and name not in (HIDDEN, CODE))
    return {
        "hidden": hidden,
        "values": values,
        "faults": faults,
        "own": own,
        "unknown": unknown,
        "active": active,
    }


def _fault(there: FoundField, rule: _Rule) -> Fault | None:
    is_box = rule["kind"] in ("tick", "one_of")
    if there.kinds != {"/Btn" if is_box else "/Tx"}:
        return Fault.OTHER
    told = there.values - set(OFF) if is_box else there.values - {""}
    if len(told) > 1:
        return Fault.TWICE
    if there.long or any(len(value) > int(str(rule["longest"])) for value in told):
        return Fault.LONG
    options = rule["options"]
    if rule["kind"] == "one_of" and isinstance(options, list) and told - set(options):
        return Fault.OTHER
    return None


def _value(there: FoundField, rule: _Rule) -> str:
    told = there.values - set(OFF) if rule["kind"] in ("tick", "one_of") else there.values - {""}
    if not told:
        return ""
    return TICKED if rule["kind"] == "tick" else next(iter(told))


def _needed(rule: _Rule) -> list[str]:
    names = rule["needs"]
    assert isinstance(names, list)
    return names


def _is_granted(found: Mapping[str, FoundField], fields: Mapping[str, _Rule | None], name: str) -> bool:
    """Whether a field gives the leave that another one needs."""
    there, rule = found.get(name), fields.get(name)
    if there is None or rule is None or _fault(there, rule) is not None:
        return False
    return _value(there, rule).strip() not in ("", NO)


def _without_fields(reader: PdfReader) -> Mapping[str, object]:
    """A form whose fields are gone, a scan, or another paper: told apart by the code that stands on each page."""
    written = ""
    pictures = False
    try:
        for page in reader.pages[:_PAGES_OF_TEXT]:
            pictures |= _has_pictures(page)
            written += page.extract_text()
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001, S110  # as in `read`; what was found by then tells enough
        pass
    code = _CODE.search(written)
    told = _trouble(Trouble.SCANNED if pictures and not written.strip() else Trouble.NO_FORM)
    return told | {"code": code.group()} if code else told


def _has_pictures(page: DictionaryObject) -> bool:
    resources = dictionary(page.get("/Resources"))
    return resources is not None and bool(dictionary(resources.get("/XObject")))


def _active(root: DictionaryObject) -> bool:
    """Whether the file wants to do something, or holds another file; seen in its usual places only."""
    names = dictionary(root.get("/Names")) or DictionaryObject()
    return any(key in root for key in ("/OpenAction", "/AA")) or any(
        key in names for key in ("/JavaScript", "/EmbeddedFiles")
    )


def _trouble(what: Trouble) -> dict[str, object]:
    return {"trouble": what.value}


def _limit(memory: int) -> None:
    try:
        import resource
    except ImportError:  # Windows, where form_reading stops the process after a while
        return
    resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _grant_time() -> None:
    """Seconds of computing for the next file; the system ends a process that goes on."""
    if hasattr(signal, "setitimer"):
        signal.setitimer(signal.ITIMER_PROF, _SECONDS_A_FILE)


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
