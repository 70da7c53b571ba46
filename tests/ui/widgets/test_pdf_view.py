"""Papers on the screen and on the printer: real PDFs of ours, a real desk, a printer that writes a PDF."""

import io

import pypdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QCheckBox, QLabel, QListWidget, QPushButton, QToolButton, QWidget
from reportlab.pdfgen.canvas import Canvas

from mentordesk.documents.declared.pair_kinds import CONTRACT, FIRST_MEETING_CHECKLIST
from mentordesk.documents.printing import write
from mentordesk.domain.refusals import Refused, UnusableInput
from mentordesk.i18n.languages import LanguageCode
from mentordesk.progress import Cancelled, Progress
from tests.documents.samples import NNO, checklist_of
from ui.widgets.paper_preview import PaperPreview
from ui.widgets.pdf_view import PdfView
from ui.widgets.printing import open_pdf, print_papers, sides_of

A4 = (595, 842)


def drawn(path, pages, size=A4):
    """A PDF with a black square in the middle of each page."""
    canvas = Canvas(str(path), pagesize=size)
    for _ in range(pages):
        canvas.rect(size[0] / 2 - 36, size[1] / 2 - 36, 72, 72, fill=1)
        canvas.showPage()
    canvas.save()
    return path


@pytest.fixture(scope="module")
def contract(tmp_path_factory):
    path = tmp_path_factory.mktemp("papers") / "Samarbeidskontrakt - Åse Ødegård og Čáhppe Ŋilas.pdf"
    write(CONTRACT.ready(NNO), [LanguageCode.NB], path)
    return path


@pytest.fixture(scope="module")
def checklist(tmp_path_factory):
    path = tmp_path_factory.mktemp("papers") / "Første samtale.pdf"
    write(FIRST_MEETING_CHECKLIST.ready(checklist_of(NNO)), [LanguageCode.NB, LanguageCode.SV], path)
    return path


@pytest.fixture
def to_file(tmp_path, qapp):
    """`to_file()`: a printer that writes tmp_path/printed.pdf."""

    def make(size=QPageSize.PageSizeId.A4):
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(tmp_path / "printed.pdf"))
        printer.setResolution(300)
        printer.setPageSize(QPageSize(size))
        return printer

    return make


def pages_of(path):
    return len(pypdf.PdfReader(path).pages)


def black(path, page=0, side=400) -> tuple[float, float, float, float]:
    """Where the ink of a page begins and ends, as parts of its width and height."""
    document, _buffer = open_pdf(path)
    points = document.pagePointSize(page)
    image: QImage = document.render(page, (points * (side / points.width())).toSize())
    dark = [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() > 128 and image.pixelColor(x, y).lightness() < 100
    ]
    across, down = [x / image.width() for x, _ in dark], [y / image.height() for _, y in dark]
    return min(across), max(across), min(down), max(down)


def grey(path) -> list[int]:
    """The first page in squares of a centimetre: how dark each of them is."""
    document, _buffer = open_pdf(path)
    page = QImage(210, 297, QImage.Format.Format_RGB32)
    page.fill(Qt.GlobalColor.white)
    painter = QPainter(page)
    painter.drawImage(0, 0, document.render(0, page.size()))
    painter.end()
    squares = page.scaled(21, 30, mode=Qt.TransformationMode.SmoothTransformation)
    return [squares.pixelColor(x, y).lightness() for y in range(30) for x in range(21)]


@pytest.fixture
def view(look, qtbot, contract):
    made = PdfView(look)
    qtbot.addWidget(made)
    made.resize(700, 800)
    made.load(contract)
    made.show()
    made.activateWindow()
    return made


def text(widget, name):
    return widget.findChild(QLabel, name).text()


def test_it_shows_a_paper_and_says_which_page_of_how_many(view, contract):
    count = pages_of(contract)
    assert count > 1
    assert view.page_count == count
    assert text(view, "pageOf") == f"Page 1 of {count}"
    assert not view.findChild(QToolButton, "previousPage").isEnabled()


def test_the_page_is_painted(view, qtbot):
    def is_there():
        image = view.findChild(QWidget, "pdfPages").grab().toImage()
        colours = {image.pixelColor(x, y).name() for x in range(0, image.width(), 3) for y in range(0, 400, 3)}
        return "#ffffff" in colours and len(colours) > 20

    qtbot.waitUntil(is_there)


def test_keys_go_from_page_to_page(view, qtbot):
    pages = view.findChild(QWidget, "pdfPages")
    qtbot.keyClick(pages, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert view.page == 2
    assert text(view, "pageOf").startswith("Page 2 of")
    qtbot.keyClick(pages, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert view.page == 1
    qtbot.keyClick(pages, Qt.Key.Key_End)
    assert view.page == view.page_count
    assert not view.findChild(QToolButton, "nextPage").isEnabled()
    qtbot.keyClick(pages, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert view.page == view.page_count
    qtbot.keyClick(pages, Qt.Key.Key_Home)
    assert view.page == 1


def test_zoom_goes_in_steps_and_back_to_the_width(view, qtbot):
    pages = view.findChild(QWidget, "pdfPages")
    fitting = text(view, "percent")
    assert view.findChild(QToolButton, "fitWidth").isChecked()
    qtbot.keyClick(pages, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    larger = int(text(view, "percent").split()[0])
    assert larger > int(fitting.split()[0])
    assert not view.findChild(QToolButton, "fitWidth").isChecked()
    qtbot.mouseClick(view.findChild(QToolButton, "smaller"), Qt.MouseButton.LeftButton)
    assert int(text(view, "percent").split()[0]) < larger
    qtbot.keyClick(pages, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    assert text(view, "percent") == fitting
    qtbot.mouseClick(view.findChild(QToolButton, "fitPage"), Qt.MouseButton.LeftButton)
    assert view.findChild(QToolButton, "fitPage").isChecked()
    for _ in range(20):
        qtbot.keyClick(pages, Qt.Key.Key_Minus, Qt.KeyboardModifier.ControlModifier)
    assert text(view, "percent") == "25 %"


def said(view):
    return [label.text() for label in view.findChildren(QLabel) if label.isVisibleTo(view)]


@pytest.mark.parametrize("content", [b"", b"%PDF-1.7\nbroken", b"not a PDF at all" * 100])
def test_a_damaged_paper_is_told_of_and_the_next_good_one_shown(view, contract, tmp_path, content):
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(content)
    view.load(bad)
    assert view.page_count == 0
    assert "bad.pdf is damaged, or is no PDF. Make it again." in said(view)
    assert text(view, "pageOf") == ""
    view.load(contract.read_bytes())
    assert view.page_count == pages_of(contract)
    assert "This paper cannot be shown" not in said(view)


def test_a_paper_that_is_gone_or_locked_is_told_of(view, contract, tmp_path):
    view.load(tmp_path / "gone.pdf")
    assert "gone.pdf is not there any more. Make it again." in said(view)
    writer = pypdf.PdfWriter(contract)
    writer.encrypt("secret", algorithm="RC4-128")
    locked = io.BytesIO()
    writer.write(locked)
    view.load(locked.getvalue())
    assert any("locked by a password" in line for line in said(view))


def test_printing_gives_every_page_in_its_own_size_and_place(contract, checklist, to_file, tmp_path):
    assert print_papers([contract, checklist], to_file()) == pages_of(contract) + pages_of(checklist)
    printed = tmp_path / "printed.pdf"
    assert pages_of(printed) == pages_of(contract) + pages_of(checklist)
    for before, after in zip(grey(contract), grey(printed), strict=True):
        assert abs(before - after) < 25


def test_a_wide_page_is_turned_and_a_large_one_made_to_fit(to_file, tmp_path):
    wide, huge = drawn(tmp_path / "wide.pdf", 1, A4[::-1]), drawn(tmp_path / "huge.pdf", 1, (1190, 1684))
    print_papers([wide, huge], to_file())
    printed = pypdf.PdfReader(tmp_path / "printed.pdf")
    assert printed.pages[0].mediabox.width > printed.pages[0].mediabox.height
    left, right, top, bottom = black(tmp_path / "printed.pdf", 1)
    assert right - left == pytest.approx(72 / 1190, abs=0.02)
    assert (left + right) / 2 == pytest.approx(0.5, abs=0.02)
    assert (top + bottom) / 2 == pytest.approx(0.5, abs=0.02)


@given(st.lists(st.integers(1, 5), max_size=6), st.integers(1, 3), st.booleans())
def test_no_two_papers_share_a_sheet_and_no_page_is_lost(counts, copies, both_sides):
    sides = sides_of(counts, copies, both_sides=both_sides)
    printed = [(side.paper, side.page) for side in sides if side is not None]
    assert printed == [(paper, page) for paper, count in enumerate(counts) for page in range(count)] * copies
    assert sides[-1:] != [None]
    if both_sides:
        for front, back in zip(sides[::2], sides[1::2], strict=False):
            assert front is not None, "an empty front"
            assert back is None or (back.paper, back.page) == (front.paper, front.page + 1)
    else:
        assert None not in sides


def test_a_damaged_paper_stops_printing_before_it_began(contract, to_file, tmp_path):
    bad = tmp_path / "bad.pdf"
    bad.write_bytes(b"no")
    with pytest.raises(UnusableInput):
        print_papers([contract, bad], to_file())
    assert not (tmp_path / "printed.pdf").exists()


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_cannot_begin_is_refused(contract, to_file, tmp_path):
    printer = to_file()
    printer.setOutputFileName(str(tmp_path / "no such folder" / "printed.pdf"))
    with pytest.raises(Refused):
        print_papers([contract], printer)


def test_printing_can_be_stopped(contract, to_file):
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        print_papers([contract], to_file(), progress)


@pytest.fixture
def preview(desk_over, example, contract, checklist, to_file, qtbot):
    desk = desk_over(example)
    made = PaperPreview(desk, [("Kontrakt & Åse", contract), ("Første samtale", checklist)], choose=lambda _: to_file())
    made.desk = desk
    made.show()
    qtbot.waitExposed(made)
    made.activateWindow()
    return made


def push(qtbot, preview, name):
    qtbot.mouseClick(preview.findChild(QPushButton, name), Qt.MouseButton.LeftButton)


def word(preview):
    from ui.widgets.chip import Chip

    chip = preview.findChild(Chip, "paperWord")
    return chip.text if chip.isVisible() else ""


def test_choosing_a_paper_shows_it(preview, contract, checklist):
    papers = preview.findChild(QListWidget, "paperList")
    assert not preview.isModal()
    assert text(preview, "pageOf") == f"Page 1 of {pages_of(contract)}"
    papers.setCurrentRow(1)
    assert text(preview, "pageOf") == f"Page 1 of {pages_of(checklist)}"


def test_the_ticked_papers_are_printed_and_no_others(preview, contract, qtbot, tmp_path):
    preview.findChild(QListWidget, "paperList").item(1).setCheckState(Qt.CheckState.Unchecked)
    assert text(preview, "chosenPapers") == "1 of 2 ticked"
    assert preview.findChild(QCheckBox, "allPapers").checkState() == Qt.CheckState.PartiallyChecked
    push(qtbot, preview, "printPapers")
    qtbot.waitUntil(lambda: bool(word(preview)))
    assert word(preview) == f"{pages_of(contract)} pages sent to the printer."
    assert pages_of(tmp_path / "printed.pdf") == pages_of(contract)


def test_with_nothing_ticked_there_is_nothing_to_push(preview, qtbot):
    preview.findChild(QCheckBox, "allPapers").click()
    assert not preview.findChild(QPushButton, "printPapers").isEnabled()
    assert not preview.findChild(QPushButton, "savePapers").isEnabled()
    preview.findChild(QCheckBox, "allPapers").click()
    assert text(preview, "chosenPapers") == "2 of 2 ticked"
    assert preview.findChild(QPushButton, "printPapers").isEnabled()


def test_saving_copies_the_papers_and_asks_before_it_replaces_another_file(preview, contract, qtbot, tmp_path):
    folder = tmp_path / "kept"
    folder.mkdir()
    foreign = folder / contract.name
    foreign.write_bytes(b"mine")
    preview.desk.ask.answers = [folder, False]
    push(qtbot, preview, "savePapers")
    assert [path.name for path in folder.iterdir()] == [contract.name], "nothing was saved"
    assert foreign.read_bytes() == b"mine"
    preview.desk.ask.answers = [folder, True]
    push(qtbot, preview, "savePapers")
    qtbot.waitUntil(lambda: bool(word(preview)))
    assert word(preview) == "2 papers saved in kept."
    assert foreign.read_bytes() == contract.read_bytes()
    preview.desk.ask.answers = [folder]
    push(qtbot, preview, "savePapers")
    qtbot.waitUntil(lambda: preview.desk.work.idle)
    assert len(list(folder.iterdir())) == 2, "the same papers again need no question"


def test_two_papers_of_one_name_are_both_saved(desk_over, example, qtbot, tmp_path):
    made = []
    for number in (1, 2):
        (tmp_path / str(number)).mkdir()
        made.append(("paper", drawn(tmp_path / str(number) / "paper.pdf", number)))
    preview = PaperPreview(desk := desk_over(example), made)
    preview.show()
    (tmp_path / "kept").mkdir()
    desk.ask.answers = [tmp_path / "kept"]
    push(qtbot, preview, "savePapers")
    qtbot.waitUntil(lambda: bool(word(preview)))
    assert [pages_of(tmp_path / "kept" / name) for name in ("paper.pdf", "paper (2).pdf")] == [1, 2]


def test_a_folder_that_is_gone_is_told_of(preview, qtbot, tmp_path):
    preview.desk.ask.answers = [tmp_path / "gone"]
    push(qtbot, preview, "savePapers")
    qtbot.waitUntil(lambda: bool(word(preview)))
    assert "There is no folder" in word(preview)


def test_what_ends_after_the_window_was_closed_is_told_in_the_strip(preview, qtbot, tmp_path):
    told = []
    preview.desk.told.connect(told.append)
    desk = preview.desk
    push(qtbot, preview, "printPapers")
    qtbot.keyClick(preview, Qt.Key.Key_Escape)
    assert not preview.isVisible()
    qtbot.waitUntil(lambda: bool(told))
    assert desk.work.idle
    assert told[0].sentence.plural == "{count} pages sent to the printer."


def test_escape_closes_it_and_lets_it_go(preview, qtbot):
    import shiboken6

    qtbot.keyClick(preview, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not shiboken6.isValid(preview))


def test_everything_that_takes_the_focus_has_a_name(preview):
    for widget in preview.findChildren(QWidget):
        if widget.isVisibleTo(preview) and widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
            assert widget.accessibleName() or getattr(widget, "text", str)(), widget.objectName()


def test_the_orientation_comes_from_the_first_page(to_file, tmp_path):
    printer = to_file()
    print_papers([drawn(tmp_path / "wide.pdf", 1, A4[::-1])], printer)
    assert printer.pageLayout().orientation() == QPageLayout.Orientation.Landscape
