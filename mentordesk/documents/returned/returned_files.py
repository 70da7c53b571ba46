"""Files that came back: which ones a drop means, and each one's form with what tells the file again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from mentordesk.documents.returned.form_reading import ReadForm, Unreadable, read_all
from mentordesk.documents.returned.form_troubles import FILE_BYTES, Trouble
from mentordesk.domain.forms import Form
from mentordesk.progress import SILENT, Progress

MOST_FILES = 500  # of one folder


@dataclass(frozen=True, slots=True)
class ReturnedFile:
    """A file and what it was read as; its content is not held, for many may be waiting."""

    path: Path
    read: ReadForm | Unreadable
    sha256: str

    @property
    def name(self) -> str:
        return self.path.name

    def content(self) -> bytes | None:
        """As it was when it was read; None where it is another by now, or holds more than the form's own answers."""
        if isinstance(self.read, Unreadable) or self.read.active or self.read.own or self.read.unknown:
            return None
        content = _content(self.path)
        return content if sha256(content).hexdigest() == self.sha256 else None


def meant_by(places: Iterable[Path]) -> tuple[Path, ...]:
    """Files as they are named; of a folder its PDFs, by name, not of the folders inside it. Each once."""
    found: dict[Path, None] = {}
    for place in places:
        if place.is_dir():
            inside = (each for each in place.iterdir() if each.suffix.lower() == ".pdf" and each.is_file())
            found |= dict.fromkeys(sorted(inside)[:MOST_FILES])
        else:
            found[place] = None
    return tuple(found)


def read_files(paths: Sequence[Path], forms: Sequence[Form], progress: Progress = SILENT) -> tuple[ReturnedFile, ...]:
    """Each file, in their order.

    Raises:
        Cancelled: through `progress`.
    """
    digests: list[str] = []

    def contents() -> Iterator[bytes]:
        for at, path in enumerate(paths):
            progress.step(at, len(paths))
            content = _content(path)
            digests.append(sha256(content).hexdigest() if content else "")
            yield content

    found = [
        ReturnedFile(path, _unless_gone(path, read), digests[at])
        for at, (path, read) in enumerate(zip(paths, read_all(contents(), forms), strict=True))
    ]
    progress.step(len(paths), len(paths))
    return tuple(found)


def _content(path: Path) -> bytes:
    """Not more of it than tells that it is too large; nothing of one that cannot be opened."""
    try:
        with path.open("rb") as file:
            return file.read(FILE_BYTES + 1)
    except OSError:
        return b""


def _unless_gone(path: Path, read: ReadForm | Unreadable) -> ReadForm | Unreadable:
    if isinstance(read, Unreadable) and read.why is Trouble.NO_PDF:
        try:
            path.open("rb").close()
        except OSError:
            return Unreadable(Trouble.GONE)
    return read
