"""Files that are taken and files that are not (trust faults 56 and 66): a corpus of names and contents."""

from __future__ import annotations

PDF = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n"
PNG = b"\x89PNG\r\n\x1a\n" + bytes(16)
JPEG = b"\xff\xd8\xff\xe0" + bytes(16)
PACKAGE = b"PK\x03\x04" + bytes(16)
PROGRAM = b"MZ" + bytes(64)

# name and content -> the name it is kept under
TAKEN: tuple[tuple[str, bytes, str], ...] = (
    ("letter.pdf", PDF, "letter.pdf"),
    ("LETTER.PDF", PDF, "LETTER.PDF"),
    ("K. Ødegård – søknad v1.2.pdf", PDF, "K. Ødegård – søknad v1.2.pdf"),
    ("Áššu Čáhppes.pdf", PDF, "Áššu Čáhppes.pdf"),
    ("letter.docx.pdf", PDF, "letter.docx.pdf"),
    ("  two  blanks .pdf", PDF, "two blanks .pdf"),
    ("a\u200bb.pdf", PDF, "ab.pdf"),
    ("cafe\u0301.pdf", PDF, "café.pdf"),
    ("../../etc/passwd.txt", b"plain", "passwd.txt"),
    ("..\\..\\windows\\win.txt", b"plain", "win.txt"),
    ("C:\\Users\\kari\\cv.docx", PACKAGE, "cv.docx"),
    ("\\\\server\\share\\cv.odt", PACKAGE, "cv.odt"),
    ("CON.txt", b"plain", "CON.txt"),  # a name is data here: no file is ever called so
    ("aux.pdf", PDF, "aux.pdf"),
    ("picture.jpg", JPEG, "picture.jpg"),
    ("picture.JPEG", JPEG, "picture.JPEG"),
    ("scan.png", PNG, "scan.png"),
    ("scan.tif", b"II*\0" + bytes(8), "scan.tif"),
    ("scan.tiff", b"MM\0*" + bytes(8), "scan.tiff"),
    ("old.doc", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(8), "old.doc"),
    ("rich.rtf", b"{\\rtf1 hello}", "rich.rtf"),
    ("note.txt", "æøå".encode(), "note.txt"),
    ("note.txt", "æøå".encode("utf-16"), "note.txt"),
    ("after a line.pdf", b"\r\n" + PDF, "after a line.pdf"),
)

# name, content and what the sentence that refuses it says
REFUSED: tuple[tuple[str, bytes, str], ...] = (
    ("cv\u202efdp.exe", PROGRAM, "Without them it is “cvfdp.exe”"),
    ("cv\u202efdp.pdf", PDF, "marks that hide its ending"),
    ("cv\u2067fdp.pdf", PDF, "marks that hide its ending"),
    ("setup.exe", PROGRAM, "“setup.exe” is not taken"),
    ("page.html", b"<html>", "“page.html” is not taken"),
    ("picture.svg", b"<svg/>", "“picture.svg” is not taken"),
    ("short cut.lnk", b"L\0\0\0", "“short cut.lnk” is not taken"),
    ("macro.docm", PACKAGE, "“macro.docm” is not taken"),
    ("sheet.xlsx", PACKAGE, "“sheet.xlsx” is not taken"),
    ("script.js", b"alert(1)", "“script.js” is not taken"),
    ("all.zip", PACKAGE, "“all.zip” is not taken"),
    ("noending", PDF, "“noending” is not taken"),
    (".pdf", PDF, "“.pdf” is not taken"),
    (" . .pdf", PDF, "is not taken"),
    ("", PDF, "“?” is not taken"),
    ("folder/", PDF, "is not taken"),
    ("cv.pdf.", PDF, "is not taken"),
    ("cv.pdf::$DATA", PDF, "is not taken"),
    ("cv.exe.pdf", PDF, "carries the ending of a program in its name (.exe)"),
    ("cv.EXE .pdf", PDF, "carries the ending of a program"),
    ("cv.html.txt", b"plain", "carries the ending of a program"),
    ("cv.pdf", b"", "“cv.pdf” is empty"),
    ("cv.pdf", PROGRAM, "is not what its ending says"),
    ("cv.pdf", PNG, "is not what its ending says"),
    ("cv.png", PDF, "is not what its ending says"),
    ("cv.jpg", PNG, "is not what its ending says"),
    ("cv.docx", PDF, "is not what its ending says"),
    ("cv.doc", PACKAGE, "is not what its ending says"),
    ("cv.rtf", PDF, "is not what its ending says"),
    ("cv.txt", PROGRAM, "is not what its ending says"),
    ("cv.tif", PNG, "is not what its ending says"),
    ("a" * 252 + ".pdf", PDF, "The name has 256 characters; at most 255 fit"),
)
