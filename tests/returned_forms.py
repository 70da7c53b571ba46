"""Forms of this program as people fill them in: issued empty, filled by another program, read back as files."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdf
from pikepdf.form import CheckboxField, RadioButtonGroup, TextField
from pikepdf.form import Form as FormOfFile

from mentordesk.documents.blocks import Document, Entries, Entry, Letterhead, Title
from mentordesk.documents.edition import Edition
from mentordesk.documents.returned.returned_files import ReturnedFile, read_files
from mentordesk.documents.typesetting.press import pdf
from mentordesk.domain.form_identity import FormIdentity, stamp
from mentordesk.domain.forms import AnswerKind, Form
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.message import msg
from mentordesk.queries.form_stamps import file_id_over
from mentordesk.queries.returned_forms import all_forms
from mentordesk.storage.store import Store

_ISSUED: dict[str, bytes] = {}


def issued(form: Form, identity: FormIdentity, file_id: str) -> bytes:
    """Every field of the form, empty, in Norwegian."""
    key = repr((form.key, form.version, identity, file_id))
    if key not in _ISSUED:
        document = Document(
            msg("Form"),
            ("Åse",),
            Letterhead("Hospital", "Programme"),
            date(2027, 1, 1),
            (Title(msg("Form")), Entries(tuple(Entry(field) for field in form.fields))),
            stamp=stamp(identity, file_id),
        )
        _ISSUED[key] = pdf(document, [catalog("nb")], Edition.SCREEN).data
    return _ISSUED[key]


def issued_by(store: Store, form: Form, programme: str, about: str = "", wording: str = "") -> bytes:
    with store.reading() as session:
        file_id = file_id_over(session)
    return issued(form, FormIdentity(form.key, form.version, programme, about, wording), file_id)


def by_pypdf(file: bytes, form: Form, values: Mapping[str, str]) -> bytes:
    boxes = {field.name for field in form.fields if field.kind in (AnswerKind.TICK, AnswerKind.ONE_OF)}
    told = {name: f"/{value}" if name in boxes else value for name, value in values.items()}
    writer = pypdf.PdfWriter(clone_from=BytesIO(file))
    for page in writer.pages:
        writer.update_page_form_field_values(page, told, auto_regenerate=False)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def by_pikepdf(file: bytes, values: Mapping[str, str]) -> bytes:
    with pikepdf.open(BytesIO(file)) as opened:
        fields = FormOfFile(opened)
        for name, value in values.items():
            field = fields[name]
            if isinstance(field, TextField):
                field.value = value
            elif isinstance(field, CheckboxField):
                field.checked = True
            elif isinstance(field, RadioButtonGroup):
                next(each for each in field.options if each.on_value == f"/{value}").select()  # type: ignore[no-untyped-call]
            else:
                raise TypeError(f"{name} is {field!r}")
        out = BytesIO()
        opened.save(out)
    return out.getvalue()


def returned(folder: Path, *files: bytes) -> tuple[ReturnedFile, ...]:
    """As they come in by mail, each under a name of its own."""
    paths: list[Path] = []
    for content in files:
        path = folder / f"{len(paths) + 1:03} {sha256(content).hexdigest()[:8]}.pdf"
        path.write_bytes(content)
        paths.append(path)
    return read_files(paths, all_forms())
