"""Files: whole or not at all, the same bytes for the same content, names that stay in their folder."""

from __future__ import annotations

import hashlib
import os
import stat
import subprocess
import sys
import threading
from dataclasses import replace
from pathlib import Path, PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from mentordesk.documents.blocks import Letterhead
from mentordesk.documents.declared.pair_kinds import CONTRACT, FIRST_MEETING_CHECKLIST
from mentordesk.documents.file_names import file_name as named
from mentordesk.documents.papers.parties import Party
from mentordesk.documents.printing import called, file_name, write
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import Wording, msg
from mentordesk.whole_file import write_whole
from tests.documents.hostile import CLEANED, LITERAL
from tests.documents.samples import LEAST, NNO, checklist_of

NB, SV = LanguageCode.NB, LanguageCode.SV
_HASH = """
import hashlib
from mentordesk.documents.typesetting.press import pdf
from mentordesk.documents.papers.contract import contract
from mentordesk.i18n.catalog import catalog
from tests.documents.samples import NNO
print(hashlib.sha256(pdf(contract(NNO), [catalog("nb"), catalog("sv")]).data).hexdigest())
"""


def test_a_written_document_can_be_opened_by_its_owner_only(tmp_path: Path) -> None:
    written = write(CONTRACT.ready(NNO), [NB, SV], tmp_path / "kontrakt.pdf")

    assert written.path == tmp_path / "kontrakt.pdf"
    assert len(PdfReader(written.path).pages) == written.pages
    assert os.name == "nt" or stat.S_IMODE(written.path.stat().st_mode) == 0o600
    assert list(tmp_path.iterdir()) == [written.path], "nothing is left aside"


def test_the_same_content_gives_the_same_bytes_in_any_process() -> None:
    seen = {
        subprocess.run(
            [sys.executable, "-c", _HASH],
            capture_output=True,
            text=True,
            check=True,
            env={**os.environ, "PYTHONHASHSEED": seed, "SOURCE_DATE_EPOCH": epoch, "TZ": zone},
        ).stdout
        for seed, epoch, zone in (("1", "", "Europe/Oslo"), ("2", "1000000000", "Asia/Tokyo"))
    }

    assert len(seen) == 1


def test_another_name_or_another_day_gives_other_bytes(tmp_path: Path) -> None:
    contents = (NNO, replace(NNO, mentee=Party("Kari Nes")), replace(NNO, made_on=NNO.made_on.replace(day=23)))
    hashes = set()
    for content in (*contents, NNO):
        write(CONTRACT.ready(content), [NB], tmp_path / "x.pdf")
        hashes.add(hashlib.sha256((tmp_path / "x.pdf").read_bytes()).digest())

    assert len(hashes) == len(contents)


def test_a_reader_finds_the_old_file_or_the_new_one_never_a_half(tmp_path: Path) -> None:
    path, versions = tmp_path / "x.pdf", (b"a" * 400_000, b"b" * 300_000)
    write_whole(versions[0], path)
    writer = threading.Thread(target=lambda: [write_whole(versions[i % 2], path) for i in range(40)])
    writer.start()
    while writer.is_alive():
        assert path.read_bytes() in versions
    writer.join()


@pytest.mark.skipif(os.name == "nt", reason="limits of a process are set otherwise there")
def test_a_write_that_breaks_off_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "x.pdf"
    path.write_bytes(b"old")
    code = (
        "import resource, sys; from pathlib import Path; from mentordesk.whole_file import write_whole\n"
        "from mentordesk.domain.refusals import Refused\n"
        "resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000))\n"
        "try: write_whole(b'x' * 5000, Path(sys.argv[1]))\n"
        "except Refused as refused: print(refused)"
    )
    said = subprocess.run([sys.executable, "-c", code, str(path)], capture_output=True, text=True, check=True).stdout

    assert "could not be written" in said
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_letter_that_cannot_be_printed_leaves_no_file(tmp_path: Path) -> None:
    with pytest.raises(Refused):
        write(CONTRACT.ready(replace(NNO, mentee=Party("Kari 😀"))), [NB], tmp_path / "x.pdf")

    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("place", "said"),
    [
        ("missing/x.pdf", "finnes ikke"),
        ("file.txt/x.pdf", "finnes ikke"),
        ("folder", "er en mappe"),
    ],
)
def test_a_place_that_cannot_be_written_to_is_refused_in_words(tmp_path: Path, place: str, said: str) -> None:
    (tmp_path / "file.txt").write_text("x")
    (tmp_path / "folder").mkdir()
    with pytest.raises(Refused) as refused:
        write(FIRST_MEETING_CHECKLIST.ready(checklist_of(NNO)), [NB], tmp_path / place)

    assert said in catalog("nb").say(refused.value.message)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["file.txt", "folder"]


def test_a_name_says_what_the_paper_is_and_for_whom() -> None:
    assert file_name(CONTRACT.ready(NNO), [SV, NB]) == "Samarbetskontrakt - Åse Ødegård och Čáhppe Ŋilas.pdf"
    empty = replace(NNO, mentee=Party(""), mentor=Party(""))
    assert file_name(CONTRACT.ready(empty), [NB]) == "Samarbeidskontrakt.pdf"


def test_a_taken_name_gets_a_number_whatever_the_case() -> None:
    assert named("Kari", ".pdf", ["KARI.PDF", "kari (2).pdf"]) == "Kari (3).pdf"


@pytest.mark.parametrize("text", [*LITERAL, *(raw for raw, _ in CLEANED)], ids=lambda text: ascii(text[:24]))
def test_no_name_leaves_its_folder(text: str, tmp_path: Path) -> None:
    content = replace(NNO, mentee=Party(text), letterhead=Letterhead(text, text))
    name = file_name(CONTRACT.ready(content), [NB])
    assert_harmless(name)
    (tmp_path / name).write_bytes(b"x")


@given(st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_gives_a_harmless_name(text: str) -> None:
    assert_harmless(named(text, ".pdf"))


@pytest.mark.parametrize("text", ["CON", "nul", "Com1", "lpt9.txt", "aux.", "", "..", " . "])
def test_names_that_a_system_keeps_for_itself_are_not_used(text: str) -> None:
    name = named(text, ".pdf")

    assert name.startswith("_")
    assert_harmless(name)


def assert_harmless(name: str) -> None:
    assert PurePosixPath(name).name == PureWindowsPath(name).name == name
    assert name.endswith(".pdf")
    assert len(name.encode()) <= 124
    assert not set(name) & set('<>:"/\\|?*')
    assert not any(ord(letter) < 32 or 0x202A <= ord(letter) <= 0x202E for letter in name)
    stem = name.removesuffix(".pdf")
    assert stem == stem.strip(" .")
    assert not PureWindowsPath(name).is_reserved()


def test_a_paper_of_nobody_is_called_by_which_of_several_it_is() -> None:
    ready = replace(
        CONTRACT.ready(LEAST), says=msg("{role}, {moment}", role=Wording.everywhere("Mentor"), moment="før")
    )
    assert called(ready, [NB]) == "Samarbeidskontrakt - Mentor, før"
    assert called(replace(ready, says=None), [NB]) == "Samarbeidskontrakt"
