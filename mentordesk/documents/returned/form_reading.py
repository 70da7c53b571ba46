"""What stands on forms that came back as PDF files, read by another process: a hostile file can spend neither our time
nor our memory, and what may not be read never comes here (R60).

That process is `form_process`; whose form it is, and where a value goes, is actions/taking_forms.py's.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from threading import Timer
from typing import IO, TypeAlias

from mentordesk.documents.returned.form_troubles import FILE_BYTES, Fault, Trouble, sentence
from mentordesk.domain.form_consents import needed_for
from mentordesk.domain.forms import Form
from mentordesk.i18n.message import Message, msg

_MEMORY = 256_000_000  # bytes; trust 5.3 allows 512 MB, goal T16 wants less than 300
_SECONDS = 10  # of waiting for one file, where the system counts no computing
_PROGRAM = "mentordesk.documents.returned.form_process"
_ROOT = Path(__file__).parents[3]  # where that one is found
_Known: TypeAlias = Mapping[tuple[str, int], Form]  # kind and version


@dataclass(frozen=True, slots=True)
class ReadForm:
    """`hidden` says whose it is. `values` and `faults` by names of fields: never of one that is the writer's own."""

    hidden: str
    form: Form
    values: Mapping[str, str]
    faults: Mapping[str, Fault]
    own: int  # filled in and not read: the writer's own, or what was told without the leave to keep it
    unknown: int  # fields that the form does not have, not read either
    active: bool  # it holds scripts or other files


@dataclass(frozen=True, slots=True)
class Unreadable:
    why: Trouble
    code: str = ""  # of the form that it was, where its print could be read

    def sentence(self, name: str) -> Message:
        """`name` is that of the file."""
        if self.code:
            return msg(
                "The fields of “{name}” are gone: it was printed or saved without them. It is the form {code}; type "
                "what stands on it where it belongs.",
                name=name,
                code=self.code,
            )
        return sentence(self.why, name)


def read_all(contents: Iterable[bytes], forms: Sequence[Form]) -> Iterator[ReadForm | Unreadable]:
    """Each file's form, in their order, as soon as it is read; one process does many. `forms`: those that are known,
    with their earlier versions."""
    known = {(each.key, each.version): each for form in forms for each in (form, *form.earlier)}
    reader: _Reader | None = None
    try:
        for content in contents:
            if len(content) > FILE_BYTES:
                yield Unreadable(Trouble.TOO_LARGE)
                continue
            reader = reader or _Reader(known)
            told = reader.read(content)
            if told is None:
                reader.end()
                reader = None
            yield told or Unreadable(Trouble.TOO_MUCH)
    finally:
        if reader is not None:
            reader.end()


def reader_command() -> list[str]:
    """What starts the reading process; the bundle has no Python beside it and hands the work to itself."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "--read-forms", str(_MEMORY)]
    return [sys.executable, "-P", "-m", _PROGRAM, str(_MEMORY)]


class _Reader:
    """The process, while it lives."""

    def __init__(self, known: _Known) -> None:
        self._known = known
        self._process = subprocess.Popen(  # noqa: S603  # our own program; the files come on standard input
            reader_command(),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": str(_ROOT)},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        self._write(_as_rules(known))

    def read(self, content: bytes) -> ReadForm | Unreadable | None:
        """None where the process ended over it."""
        timer = Timer(_SECONDS, self._process.kill)
        timer.start()
        try:
            self._write(str(len(content)).encode() + b"\n", content)
            line = _open(self._process.stdout).readline()
        finally:
            timer.cancel()
        return _told(json.loads(line), self._known) if line.endswith(b"\n") else None

    def end(self) -> None:
        self._process.kill()
        for pipe in (self._process.stdin, self._process.stdout):
            with suppress(BrokenPipeError):  # of what it was still to be given
                _open(pipe).close()
        self._process.wait()

    def _write(self, *parts: bytes) -> None:
        incoming = _open(self._process.stdin)
        with suppress(OSError):  # it has ended: the next answer is none
            for part in parts:
                incoming.write(part)
            incoming.flush()


def _open(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None
    return pipe


def _as_rules(known: _Known) -> bytes:
    """As `form_process.Forms`."""
    rules: dict[str, dict[str, dict[str, object]]] = {}
    for (key, version), form in known.items():
        rules.setdefault(key, {})[str(version)] = {
            field.name: {
                "kind": field.kind.value,
                "longest": field.longest,
                "options": [option.key for option in field.options],
                "needs": needed_for(form, field.name),
            }
            if field.taken
            else None
            for field in form.fields
        }
    return json.dumps(rules).encode() + b"\n"


def _told(line: Mapping[str, object], known: _Known) -> ReadForm | Unreadable:
    if "trouble" in line:
        return Unreadable(Trouble(str(line["trouble"])), str(line.get("code", "")))
    hidden, values, faults = str(line["hidden"]), line["values"], line["faults"]
    assert isinstance(values, dict)
    assert isinstance(faults, dict)
    _, kind, version, *_ = hidden.split(";")
    return ReadForm(
        hidden,
        known[kind, int(version)],
        values,
        {name: Fault(fault) for name, fault in faults.items()},
        int(str(line["own"])),
        int(str(line["unknown"])),
        bool(line["active"]),
    )
