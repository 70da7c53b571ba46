"""Fields of a form in the file: text, boxes, answers of which one is chosen, and the form's own identity.

Put together by hand: ReportLab's fields know no tags, and fill in letters only of fonts that are not embedded, with
which no file passes PDF/UA-1 and PDF/A-2a. Ours pass empty and filled in. What a field looks like around it is
entries.py's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFName,
    PDFObjectReference,
    PDFStream,
    PDFString,
)

from mentordesk.documents.typesetting import corrections, fonts
from mentordesk.documents.typesetting.metadata import About
from mentordesk.documents.typesetting.page import Style
from mentordesk.documents.typesetting.tagged import Box, Element, Tag, TaggedCanvas
from mentordesk.domain.form_identity import CODE, HIDDEN, Stamp
from mentordesk.domain.forms import TICKED, FormField
from mentordesk.i18n.message import msg

CODE_TIP = msg("Code of this form")
_MANY_LINES, _READ_ONLY = 1 << 12, 1
_RADIO = (1 << 15) | (1 << 14)  # of which one stays chosen once one was
_FONT, _SIZE = "Helv", 10  # of what is typed; every viewer has this one
_SIGN_FONT = "ZaDb"
_CHECK = "4"  # its tick


@dataclass(frozen=True, slots=True)
class Shown:
    """What stands in a field already, line by line."""

    lines: Sequence[str]
    style: Style
    left: float  # points from the frame
    top: float


@dataclass(frozen=True, slots=True)
class Asked:
    """A field, and what is read out at it: its label in the languages of the paper."""

    field: FormField
    tip: str


@dataclass(frozen=True, slots=True)
class Answer:
    """One answer out of several; `tip` names question and answer."""

    key: str
    tip: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class Identity:
    """Whose form it is, and what is read out at its code."""

    stamp: Stamp
    tip: str


class FormCanvas(TaggedCanvas):
    """A canvas on which fields can be put; those of one name share their value."""

    def __init__(self, root: Element, about: About, size: tuple[float, float]) -> None:
        super().__init__(root, about, size)
        self._fields: list[PDFObjectReference] = []
        self._groups: dict[str, PDFDictionary] = {}  # name of a question -> what its answers share
        self._values: list[str] = []

    def text_field(self, element: Element, box: Box, asked: Asked, value: str, shown: Shown, *, many: bool) -> None:
        entries = {
            "FT": PDFName("Tx"),
            "V": PDFString(value),
            "Ff": _MANY_LINES if many else 0,
            "DA": _typed(),
            "AP": PDFDictionary({"N": self._appearance(box, self._words(shown, box), words=bool(value))}),
        }
        self._field(element, box, asked.field.name, asked.tip, value, entries)

    def tick_field(self, element: Element, box: Box, asked: Asked, *, ticked: bool) -> None:
        state = PDFName(TICKED if ticked else "Off")
        entries = {"FT": PDFName("Btn"), "V": state, "AS": state, **self._box(box, TICKED)}
        self._field(element, box, asked.field.name, asked.tip, str(ticked), entries)

    def answer_field(self, element: Element, box: Box, asked: Asked, answer: Answer) -> None:
        """The box of one of a question's answers."""
        group = self._group(asked)
        state = PDFName(answer.key if answer.chosen else "Off")
        if answer.chosen:
            group.dict["V"] = state
            self._values.append(f"{asked.field.name}={answer.key}")
        parent = self._doc.Reference(group)
        looks = self._box(box, answer.key, dot=True)
        kid = self.annotate(
            element, "Widget", answer.tip, box, TU=PDFString(answer.tip), Parent=parent, AS=state, **looks
        )
        group.dict["Kids"].sequence.append(kid)

    def _group(self, asked: Asked) -> PDFDictionary:
        """What the answers to a question share."""
        name = asked.field.name
        if name not in self._groups:
            entries = {
                "FT": PDFName("Btn"),
                "T": PDFString(name),
                "TU": PDFString(asked.tip),
                "Ff": _RADIO,
                "V": PDFName("Off"),
                "Kids": PDFArray([]),
            }
            self._groups[name] = PDFDictionary(entries)
            self._fields.append(self._doc.Reference(self._groups[name]))
        return self._groups[name]

    def identify(self, identity: Identity, box: Box) -> None:
        """Whose form it is: once without a place on a page, once at the printed code, for a program that rewrites
        the list of fields from what stands on pages."""
        value = identity.stamp.hidden
        hidden = {"FT": PDFName("Tx"), "T": PDFString(HIDDEN), "V": PDFString(value), "Ff": _READ_ONLY}
        self._fields.append(self._doc.Reference(PDFDictionary(hidden)))
        entries = {
            "FT": PDFName("Tx"),
            "V": PDFString(value),
            "Ff": _READ_ONLY,
            "DA": _typed(),
            "AP": PDFDictionary({"N": self._appearance(box, b"", words=False)}),
        }
        self._field(Element(Tag.FORM, self._root), box, CODE, identity.tip, value, entries)

    def written(self) -> bytes:
        """The whole file; the canvas is spent."""
        if not self._fields:
            return super().written()
        known = {_FONT: ("Helvetica", {"Encoding": PDFName("WinAnsiEncoding")}), _SIGN_FONT: ("ZapfDingbats", {})}
        typefaces = {
            name: self._doc.Reference(
                PDFDictionary({"Type": PDFName("Font"), "Subtype": PDFName("Type1"), "BaseFont": PDFName(face), **more})
            )
            for name, (face, more) in known.items()
        }
        form = {
            "Fields": PDFArray(self._fields),
            "DA": _typed(),
            "DR": PDFDictionary({"Font": PDFDictionary(typefaces)}),
        }
        corrections.set_keys(self._doc.Catalog, AcroForm=PDFDictionary(form))
        return super().written()

    def _unseen(self) -> list[str]:
        return self._values

    def _field(self, element: Element, box: Box, name: str, tip: str, value: str, entries: dict[str, object]) -> None:
        placed = self.annotate(element, "Widget", tip, box, T=PDFString(name), TU=PDFString(tip), **entries)
        self._fields.append(placed)
        self._values.append(f"{name}={value}")

    def _box(self, box: Box, state: str, *, dot: bool = False) -> dict[str, object]:
        """The two looks of a box, and what a viewer needs to draw it anew."""
        side = box[2] - box[0]
        square = f"0.8 w 0.4 0.4 {side - 0.8:.2f} {side - 0.8:.2f} re S".encode()
        inner, outer = 0.28 * side, 0.72 * side
        if dot:
            sign = f" {inner:.2f} {inner:.2f} {outer - inner:.2f} {outer - inner:.2f} re f"
        else:
            sign = f" 1.4 w {inner:.2f} {side / 2:.2f} m {0.45 * side:.2f} {inner:.2f} l {outer:.2f} {outer:.2f} l S"
        looks = {
            state: self._appearance(box, square + sign.encode(), words=False),
            "Off": self._appearance(box, square, words=False),
        }
        return {
            "AP": PDFDictionary({"N": PDFDictionary(looks)}),
            "DA": PDFString(f"/{_SIGN_FONT} 0 Tf 0 g"),
            "MK": PDFDictionary({"CA": PDFString(_CHECK)}),
        }

    def _words(self, shown: Shown, box: Box) -> bytes:
        """Drawn in the embedded typeface; nothing where nothing is known."""
        if not any(shown.lines):
            return b"/Tx BMC EMC"
        style, font = shown.style, fonts.font(shown.style.face)
        baseline = box[3] - box[1] - shown.top - style.leading / 2 - 0.33 * style.size
        parts = [f"/Tx BMC q BT 0 g {style.leading} TL {shown.left} {baseline:.3f} Td".encode()]
        for line in shown.lines:
            for subset, letters in font.splitString(line.rstrip(" "), self._doc):
                name = font.getSubsetInternalName(subset, self._doc)
                parts.append(f"{name} {style.size} Tf ({_escaped(letters)}) Tj".encode("latin-1"))
            parts.append(b"T*")
        return b" ".join((*parts, b"ET Q EMC"))

    def _appearance(self, box: Box, code: bytes, *, words: bool) -> PDFObjectReference:
        resources = {"Font": PDFObjectReference("BasicFonts")} if words else {}
        entries = {
            "Type": PDFName("XObject"),
            "Subtype": PDFName("Form"),
            "BBox": PDFArray([0, 0, box[2] - box[0], box[3] - box[1]]),
            "Resources": PDFDictionary(resources),
        }
        return self._doc.Reference(PDFStream(PDFDictionary(entries), code, filters=[]))


def _typed() -> PDFString:
    return PDFString(f"/{_FONT} {_SIZE} Tf 0 g")


def _escaped(letters: bytes) -> str:
    text = letters.decode("latin-1")
    for sign in "\\()":
        text = text.replace(sign, "\\" + sign)
    return text.replace("\r", "\\r").replace("\n", "\\n")
