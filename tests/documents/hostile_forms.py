"""Returned files as nobody hopes for them: cut off, locked, with scripts, of other programs, built to waste our time.

Each is a function that builds its file from a good form, with what becomes of it: a Trouble, or READ for a file that is
read for all that; `faulty` names the fields whose values are not taken.
"""

from __future__ import annotations

import functools
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from io import BytesIO
from typing import cast

import pikepdf
import pypdf
from pikepdf import Array, Dictionary, Name, String
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject, NameObject
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from mentordesk.documents.blocks import Document, Entries, Entry, Letterhead, Title
from mentordesk.documents.edition import Edition
from mentordesk.documents.returned.form_troubles import FILE_BYTES, Fault, Trouble
from mentordesk.documents.typesetting.press import pdf
from mentordesk.domain.form_identity import FormIdentity, stamp
from mentordesk.domain.forms import AnswerKind, Form, FormField, Option, rows
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.message import msg

FILE_ID = "the file of these tests"
IDENTITY = FormIdentity("sample-form", 1, "programme", "somebody")
_ANSWERS = tuple(Option(key, msg("Name")) for key in ("good", "unsure", "bad"))
FORM = Form(
    "sample-form",
    1,
    (
        FormField("name", msg("Name")),
        FormField("letter", msg("Letter of motivation"), AnswerKind.LINES, lines=4, longest=30_000),
        FormField("day", msg("Date"), AnswerKind.DAY),
        FormField("ready", msg("Name"), AnswerKind.TICK),
        FormField("fit", msg("Name"), AnswerKind.ONE_OF, _ANSWERS),
        FormField("diary", msg("Name"), AnswerKind.LINES, lines=3, taken=False),
        *rows("goal", (FormField("due", msg("Date"), AnswerKind.DAY),), 2),
    ),
)
FILLED = {"name": "Åse Ødegård Ŋilas", "letter": "En linje.\nOg én til.", "ready": "yes", "fit": "unsure"}
SECRET = "canary-of-the-diary"


@functools.cache
def issued() -> bytes:
    """The form as the program gives it out, empty."""
    document = Document(
        msg("Form"),
        ("Åse",),
        Letterhead("Hospital", "Programme"),
        date(2027, 1, 1),
        (Title(msg("Form")), Entries(tuple(Entry(field) for field in FORM.fields))),
        stamp=stamp(IDENTITY, FILE_ID),
    )
    return pdf(document, [catalog("nb")], Edition.SCREEN).data


@functools.cache
def filled() -> bytes:
    """Filled in by another program, with something in the field that is never read."""
    writer = pypdf.PdfWriter(clone_from=BytesIO(issued()))
    values = {**FILLED, "ready": "/yes", "fit": "/unsure", "diary": SECRET}
    for page in writer.pages:
        writer.update_page_form_field_values(page, values, auto_regenerate=False)
    return _written(writer)


READ = None


@dataclass(frozen=True, slots=True)
class HostileFile:
    name: str
    build: Callable[[], bytes]
    ends: Trouble | None
    faulty: dict[str, Fault]
    filled: bool  # the good values are read


HOSTILE: list[HostileFile] = []


def _hostile(
    ends: Trouble | None, *, faulty: dict[str, Fault] | None = None, filled: bool = True
) -> Callable[[Callable[[], bytes]], Callable[[], bytes]]:
    def keep(build: Callable[[], bytes]) -> Callable[[], bytes]:
        HOSTILE.append(HostileFile(build.__name__, build, ends, faulty or {}, filled and ends is READ))
        return build

    return keep


# What is no PDF, or not all of one


@_hostile(Trouble.NO_PDF)
def empty_file() -> bytes:
    return b""


@_hostile(Trouble.NO_PDF)
def plain_text() -> bytes:
    return "Kjære programleder, her er skjemaet.".encode()


@_hostile(Trouble.NO_PDF)
def zip_file() -> bytes:
    return b"PK\x03\x04" + bytes(2_000)


@_hostile(Trouble.NO_PDF)
def picture() -> bytes:
    return b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20


@_hostile(Trouble.NO_PDF)
def header_far_behind() -> bytes:
    return b"<html>" + b" " * 5_000 + issued()


@_hostile(Trouble.DAMAGED)
def header_only() -> bytes:
    return b"%PDF-1.7\n%%EOF"


@_hostile(Trouble.DAMAGED)
def cut_in_half() -> bytes:
    return filled()[: len(filled()) // 2]


@_hostile(Trouble.DAMAGED)
def last_lines_missing() -> bytes:
    return filled()[:-100]


@_hostile(Trouble.DAMAGED)
def first_kilobyte() -> bytes:
    return filled()[:1_000]


@_hostile(Trouble.DAMAGED)
def zeros_inside() -> bytes:
    return filled()[:20] + bytes(len(filled()) - 30) + filled()[-10:]


@_hostile(Trouble.DAMAGED)
def noise() -> bytes:
    return b"%PDF-1.7\n" + bytes(range(256)) * 400 + b"%%EOF"


@_hostile(READ)
def table_of_contents_shifted() -> bytes:
    at = filled().rindex(b"startxref")
    return filled()[:at] + b"startxref\n7\n%%EOF\n"


@_hostile(READ)
def mail_header_before() -> bytes:
    return b"Content-Type: application/pdf\r\n\r\n" + filled()


@_hostile(READ)
def signature_behind() -> bytes:
    return filled() + b"\n-- \nSendt fra min telefon\n" * 20


# Locked


@_hostile(Trouble.PASSWORD)
def aes_256_with_password() -> bytes:
    return _saved(_opened(), encryption=pikepdf.Encryption(user="hemmelig", owner="o", R=6))


@_hostile(Trouble.PASSWORD)
def aes_256_without_password() -> bytes:
    return _saved(_opened(), encryption=pikepdf.Encryption(user="", owner="o", R=6))


@_hostile(Trouble.PASSWORD)
def aes_128_with_password() -> bytes:
    return _saved(_opened(), encryption=pikepdf.Encryption(user="x", owner="o", R=4))


@_hostile(Trouble.PASSWORD)
def rc4_with_password() -> bytes:
    return _saved(_opened(), encryption=pikepdf.Encryption(user="x", owner="o", R=3, metadata=False, aes=False))


@_hostile(READ)
def rc4_without_password() -> bytes:
    return _saved(_opened(), encryption=pikepdf.Encryption(user="", owner="o", R=3, metadata=False, aes=False))


# Wants to do something


@_hostile(READ)
def script_at_opening() -> bytes:
    file = _opened()
    file.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert('x')"))
    return _saved(file)


@_hostile(READ)
def scripts_in_fields() -> bytes:
    file = _opened()
    for each in file.Root.AcroForm.Fields:
        script = Dictionary(S=Name.JavaScript, JS=String("event.value='changed'"))
        each.AA = Dictionary(K=script, V=script, C=script)
    return _saved(file)


@_hostile(READ)
def launches_a_program() -> bytes:
    file = _opened()
    file.Root.OpenAction = Dictionary(S=Name.Launch, F=String("cmd.exe"))
    return _saved(file)


@_hostile(READ)
def submits_itself() -> bytes:
    file = _opened()
    file.Root.AA = Dictionary(WC=Dictionary(S=Name.SubmitForm, F=String("http://example.invalid/")))
    return _saved(file)


@_hostile(READ)
def file_inside() -> bytes:
    file = _opened()
    file.attachments["x.exe"] = b"MZ" + bytes(1_000)
    return _saved(file)


# Of another kind


@_hostile(Trouble.XFA)
def xfa_only() -> bytes:
    file = _opened()
    file.Root.AcroForm = Dictionary(Fields=Array(), XFA=Array([String("template"), file.make_stream(b"<template/>")]))
    del file.pages[0].Annots
    return _saved(file)


@_hostile(READ)
def xfa_beside_our_fields() -> bytes:
    file = _opened()
    file.Root.AcroForm.XFA = file.make_stream(b"<xdp:xdp><name>Somebody else</name></xdp:xdp>")
    return _saved(file)


@_hostile(Trouble.NO_FORM)
def flattened_by_one_program() -> bytes:
    writer = pypdf.PdfWriter(clone_from=BytesIO(filled()))
    writer.remove_annotations(subtypes="/Widget")
    del writer.root_object["/AcroForm"]
    return _written(writer)


@_hostile(Trouble.NO_FORM)
def flattened_by_another() -> bytes:
    file = _opened()
    file.flatten_annotations("all")
    return _saved(file)


@_hostile(Trouble.SCANNED)
def scan() -> bytes:
    out = BytesIO()
    canvas = Canvas(out)
    canvas.drawImage(ImageReader(_grey()), 50, 50, 400, 600)
    canvas.save()
    return out.getvalue()


@_hostile(Trouble.NO_FORM)
def another_paper() -> bytes:
    out = BytesIO()
    canvas = Canvas(out)
    canvas.drawString(100, 700, "Menu of the canteen")
    canvas.save()
    return out.getvalue()


@_hostile(Trouble.FOREIGN)
def form_of_another_program() -> bytes:
    out = BytesIO()
    canvas = Canvas(out)
    canvas.acroForm.textfield(name="name", value="Kari", x=50, y=700)
    canvas.acroForm.checkbox(name="ready", x=50, y=600, checked=True)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


@_hostile(Trouble.FOREIGN)
def identity_in_other_words() -> bytes:
    return _identified("Somebody's form")


@_hostile(Trouble.FOREIGN)
def kind_that_never_was() -> bytes:
    return _identified("1;tax-return;1;programme;somebody;;AAAAA-BBBBB")


@_hostile(Trouble.NEWER)
def version_to_come() -> bytes:
    return _identified("1;sample-form;99;programme;somebody;;AAAAA-BBBBB")


@_hostile(Trouble.FOREIGN)
def two_identities() -> bytes:
    return _changed("form.code", V=String("1;sample-form;1;programme;somebody else;;AAAAA-BBBBB"))


@_hostile(READ)
def identity_only_at_the_printed_code() -> bytes:
    """As a program leaves it that makes the list of fields anew from the pages."""
    file = _opened()
    file.Root.AcroForm.Fields = Array(list(file.pages[0].Annots))
    return _saved(file)


@_hostile(READ)
def written_anew_in_one_stream() -> bytes:
    return _saved(_opened(), object_stream_mode=pikepdf.ObjectStreamMode.generate, linearize=True)


# Built to waste time and memory


@_hostile(Trouble.TOO_LARGE)
def too_large() -> bytes:
    return filled() + bytes(FILE_BYTES)


@_hostile(READ)
def nearly_too_large() -> bytes:
    file = _opened()
    file.Root.Padding = file.make_stream(bytes(range(256)) * 36_000)
    return _saved(file, compress_streams=False)


@_hostile(Trouble.TOO_MUCH)
def value_as_bomb() -> bytes:
    return _changed("letter", V=_Zeros(150_000_000))


@_hostile(Trouble.NO_FORM)
def page_as_bomb() -> bytes:
    stream = _packed(150_000_000)
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>"
    return _raw([_CATALOG, _TREE, page, _stream(stream, b"/Filter/FlateDecode")])


@_hostile(Trouble.TOO_MUCH)
def fields_without_end() -> bytes:
    fields = b"".join(b"<</FT/Tx/T(f%d)/V(x)>>" % number for number in range(40_000))
    return _raw([b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[" + fields + b"]>>>>", _TREE, _PAGE])


@_hostile(Trouble.TOO_MUCH)
def fields_inside_fields() -> bytes:
    kids = [b"<</T(a)/Kids[%d 0 R]/FT/Tx>>" % (number + 1) for number in range(4, 5_000)]
    return _raw([_ROOT_WITH_FORM, _TREE, _PAGE, *kids, b"<</T(end)>>"])


@_hostile(Trouble.TOO_MUCH)
def parents_in_a_ring() -> bytes:
    return _raw([_ROOT_WITH_FORM, _TREE, _PAGE, b"<</T(a)/FT/Tx/Parent 5 0 R>>", b"<</T(b)/Parent 4 0 R>>"])


@_hostile(Trouble.FOREIGN)
def kids_in_a_ring() -> bytes:
    return _raw([_ROOT_WITH_FORM, _TREE, _PAGE, b"<</T(a)/FT/Tx/Kids[5 0 R]>>", b"<</T(b)/Kids[4 0 R 5 0 R]>>"])


@_hostile(Trouble.DAMAGED)
def object_that_is_itself() -> bytes:
    return _raw([_ROOT_WITH_FORM, _TREE, _PAGE, b"4 0 R"])


@_hostile(Trouble.NO_FORM)
def pages_in_a_ring() -> bytes:
    return _raw([_CATALOG, b"<</Type/Pages/Kids[2 0 R 2 0 R]/Count 2000000000>>", _PAGE])


@_hostile(Trouble.NO_FORM)
def pages_that_say_they_are_many() -> bytes:
    return _raw([_CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 2000000000>>", _PAGE])


@_hostile(Trouble.TOO_MUCH)
def pages_without_end() -> bytes:
    kids = b"3 0 R " + b" ".join(b"<</Type/Page/Parent 2 0 R>>" for _ in range(20_000))
    return _raw([_CATALOG, b"<</Type/Pages/Kids[" + kids + b"]/Count 20001>>", _PAGE])


@_hostile(Trouble.DAMAGED)
def arrays_inside_arrays() -> bytes:
    return _raw([_ROOT_WITH_FORM, _TREE, _PAGE, b"[" * 100_000 + b"]" * 100_000])


@_hostile(Trouble.NO_FORM)
def dictionaries_inside_dictionaries() -> bytes:
    return _raw([_ROOT_WITH_FORM, _TREE, _PAGE, b"<</A" * 20_000 + b" 1" + b">>" * 20_000])


@_hostile(READ)
def objects_without_number() -> bytes:
    file = _opened()
    file.Root.Padding = Array([file.make_indirect(Dictionary(A=number)) for number in range(5_000)])
    return _saved(file)


@_hostile(Trouble.FOREIGN)
def name_of_a_million_letters() -> bytes:
    return _raw([_ROOT_WITH_FORM, _TREE, _PAGE, b"<</FT/Tx/T(" + b"n" * 1_000_000 + b")/V(x)>>"])


@_hostile(Trouble.NO_FORM)
def table_of_contents_in_a_ring() -> bytes:
    whole = _raw([_CATALOG, _TREE, _PAGE])
    at = int(whole[whole.rindex(b"startxref") + 9 :].split()[0])
    return whole.replace(b"/Root 1 0 R", b"/Root 1 0 R/Prev %d" % at)


# Of wrong types


@_hostile(Trouble.DAMAGED)
def no_root() -> bytes:
    return _raw([_CATALOG, _TREE, _PAGE]).replace(b"/Root 1 0 R", b"/Riot 1 0 R")


@_hostile(Trouble.DAMAGED)
def root_is_a_number() -> bytes:
    return _raw([b"42", _TREE, _PAGE])


@_hostile(Trouble.NO_FORM)
def fields_are_a_dictionary() -> bytes:
    return _raw([b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields<</T(a)/FT/Tx>>>>>>", _TREE, _PAGE])


@_hostile(Trouble.NO_FORM)
def names_are_numbers() -> bytes:
    return _raw([_ROOT_WITH_FORM, _TREE, _PAGE, b"<</FT/Tx/T 42/V 42>>"])


@_hostile(READ, filled=False)
def value_is_an_array() -> bytes:
    return _changed("name", V=Array([1, 2, 3]))


@_hostile(Trouble.FOREIGN)
def values_are_nowhere() -> bytes:
    writer = pypdf.PdfWriter(clone_from=BytesIO(issued()))
    for place in cast(ArrayObject, cast(DictionaryObject, writer.root_object["/AcroForm"])["/Fields"]):
        cast(DictionaryObject, place.get_object())[NameObject("/V")] = IndirectObject(99_999, 0, writer)
    return _written(writer)


@_hostile(READ, faulty={"fit": Fault.OTHER}, filled=False)
def answer_that_is_none() -> bytes:
    file = _opened()
    question = _field(file, "fit")
    question.V = Name("/wonderful")
    for kid in question.Kids:
        if "/V" in kid:
            del kid.V
    return _saved(file)


@_hostile(READ, faulty={"ready": Fault.OTHER}, filled=False)
def box_made_a_text() -> bytes:
    return _changed("ready", FT=Name.Tx, V=String("yes"))


@_hostile(READ, faulty={"letter": Fault.LONG}, filled=False)
def letter_of_a_megabyte() -> bytes:
    return _changed("letter", V=String("a" * 1_000_000))


@_hostile(READ, faulty={"name": Fault.TWICE}, filled=False)
def two_values_under_one_name() -> bytes:
    file = _opened()
    twin = Dictionary(FT=Name.Tx, T=String("name"), V=String("Somebody else"))
    file.Root.AcroForm.Fields.append(file.make_indirect(twin))
    return _saved(file)


_CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
_ROOT_WITH_FORM = b"<</Type/Catalog/Pages 2 0 R/AcroForm<</Fields[4 0 R]>>>>"
_TREE = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
_PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"


class _Zeros(int):
    """So many bytes, packed into few."""


def _raw(objects: Iterable[bytes]) -> bytes:
    """A file of these objects, numbered from 1; the first is its root."""
    out = bytearray(b"%PDF-1.7\n")
    places = []
    for number, each in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%b\nendobj\n" % (number, each)
    table = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return bytes(out + b"trailer\n<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (len(places) + 1, table))


def _stream(content: bytes, entries: bytes = b"") -> bytes:
    return b"<</Length %d%b>>stream\n%b\nendstream" % (len(content), entries, content)


def _packed(size: int) -> bytes:
    """Blanks, a thousand times smaller; packed piece by piece, for they shall fill nobody's memory here."""
    packer = zlib.compressobj(9)
    piece = b" " * 1_000_000
    return b"".join([*(packer.compress(piece) for _ in range(size // len(piece))), packer.flush()])


def _opened() -> pikepdf.Pdf:
    return pikepdf.open(BytesIO(filled()))


def _saved(file: pikepdf.Pdf, **how: object) -> bytes:
    out = BytesIO()
    file.save(out, **how)  # type: ignore[arg-type]  # pikepdf's own long list of settings
    return out.getvalue()


def _written(writer: pypdf.PdfWriter) -> bytes:
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def _field(file: pikepdf.Pdf, name: str) -> pikepdf.Object:
    return next(each for each in file.Root.AcroForm.Fields if str(each.T) == name)


def _changed(name: str, **entries: object) -> bytes:
    file = _opened()
    for key, value in entries.items():
        if isinstance(value, _Zeros):
            made = file.make_stream(_packed(value))
            made.Filter = Name.FlateDecode
            value = made
        _field(file, name)[f"/{key}"] = value
    return _saved(file)


def _identified(hidden: str) -> bytes:
    file = _opened()
    for name in ("mentordesk.form", "form.code"):
        _field(file, name).V = String(hidden)
    return _saved(file)


def _grey() -> BytesIO:
    from PIL import Image

    out = BytesIO()
    Image.new("L", (40, 60), 200).save(out, "PNG")
    out.seek(0)
    return out
