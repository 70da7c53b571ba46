"""What ReportLab 5.1 does otherwise than PDF/UA-1 and PDF/A-2a ask, mended; each mend has a test that fails
once upstream needs it no more. Nothing of ours is drawn here.
"""

from __future__ import annotations

from functools import cache

from reportlab import rl_config
from reportlab.pdfbase import pdfdoc, ttfonts

upstream_to_unicode = ttfonts.makeToUnicodeCMap
upstream_stream = pdfdoc.PDFStream.format

_BLOCK = 100  # entries that one bfchar block may hold (PDF 32000-1, 9.10.3)
_NO_LETTERS = {0, 0xFEFF, 0xFFFE}  # values that PDF/UA-1 7.21.7 forbids in a ToUnicode map


@cache
def apply() -> None:
    """Mends this process's ReportLab; the second call does nothing."""
    ttfonts.makeToUnicodeCMap = to_unicode  # type: ignore[assignment]  # the stub has no types
    pdfdoc.PDFStream.format = stream  # type: ignore[method-assign]  # there is no other way in
    rl_config.invariant = 1  # no clock and no chance in the bytes
    rl_config.useA85 = 0  # bytes as they are: smaller, and quicker by a quarter
    rl_config.trustedHosts = []  # nothing is ever fetched for a page
    rl_config.trustedSchemes = ["data"]


def to_unicode(font_name: str, subset: list[int]) -> str:
    """The map from codes to letters: without U+0000, in blocks of at most 100."""
    entries = [f"<{code:02X}> <{_utf16(letter)}>" for code, letter in enumerate(subset) if letter not in _NO_LETTERS]
    blocks = [entries[start : start + _BLOCK] for start in range(0, len(entries), _BLOCK)]
    lines = [
        "/CIDInit /ProcSet findresource begin",
        "12 dict begin",
        "begincmap",
        f"/CIDSystemInfo << /Registry ({font_name}) /Ordering ({font_name}) /Supplement 0 >> def",
        f"/CMapName /{font_name} def",
        "/CMapType 2 def",
        "1 begincodespacerange",
        f"<00> <{len(subset) - 1:02X}>",
        "endcodespacerange",
    ]
    for block in blocks:
        lines += [f"{len(block)} beginbfchar", *block, "endbfchar"]
    lines += ["endcmap", "CMapName currentdict /CMap defineresource pop", "end", "end"]
    return "\n".join(lines)


def stream(self: pdfdoc.PDFStream, document: pdfdoc.PDFDocument) -> bytes:
    """With an end of line between the content and `endstream` (PDF/A-2 6.1.7.1).

    Both its bytes: content may end in a carriage return, and a reader could take that for half of it.
    """
    written: bytes = upstream_stream(self, document)
    return written.removesuffix(b"endstream\n") + b"\r\nendstream\n"


def set_keys(holder: pdfdoc.PDFCatalog, **entries: object) -> None:
    """Sets keys of the catalog or of a page, also those of which ReportLab does not know and would leave out."""
    holder.__NoDefault__ = [*holder.__NoDefault__, *entries]
    for key, value in entries.items():
        setattr(holder, key, value)


def _utf16(letter: int) -> str:
    return chr(letter).encode("utf-16-be").hex().upper()
