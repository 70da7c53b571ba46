"""A PDF on the screen: pages under each other, zoom, page n of m; from a file or from bytes. Loads QtPdf."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QBuffer, QEvent, QPointF, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent, QPalette, QWheelEvent
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QStackedWidget, QWidget

from mentordesk.domain.refusals import UnusableInput
from ui.language import say, tr
from ui.theme import Look, Space
from ui.widgets.buttons import icon_button
from ui.widgets.empty_page import EmptyPage
from ui.widgets.frames import add_all, column, frame, row
from ui.widgets.labels import label
from ui.widgets.printing import open_pdf

_STEPS = (0.25, 0.33, 0.5, 0.67, 0.75, 0.9, 1.0, 1.25, 1.5, 2.0, 3.0, 4.0)
_POINTS_PER_INCH = 72
_KEYS = {Qt.Key.Key_Plus, Qt.Key.Key_Minus, Qt.Key.Key_0, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class PdfView(QWidget):
    """Keys: Ctrl++ and Ctrl+- larger and smaller, Ctrl+0 as wide as the window, Ctrl+PgUp and Ctrl+PgDn by pages,
    Home and End the first and the last page."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("pdfView")
        self._look = look
        self._document = QPdfDocument(self)  # an empty one, until something is loaded
        self._buffer: QBuffer | None = None
        self._pages = _Pages(look)
        self._pages.setDocument(self._document)
        self._pages.zoomed.connect(self._show_figures)
        self._pages.pageNavigator().currentPageChanged.connect(self._show_figures)
        self.setFocusProxy(self._pages)
        outer = column(look, within=self)
        outer.setSpacing(0)
        outer.addWidget(self._make_bar())
        self._stack = QStackedWidget()
        self._stack.addWidget(self._pages)
        outer.addWidget(self._stack, 1)
        self._show_figures()

    @property
    def page_count(self) -> int:
        return self._document.pageCount()

    @property
    def page(self) -> int:
        """The one in view, from 1; 0 where nothing is shown."""
        return self._pages.pageNavigator().currentPage() + 1 if self.page_count else 0

    def load(self, source: Path | bytes) -> None:
        """Shows it from its first page; one that cannot be read is told of in its place."""
        self._drop_trouble()
        try:
            document, buffer = open_pdf(source)
        except UnusableInput as no:
            document, buffer = QPdfDocument(), QBuffer()
            self._show_trouble(say(no.message))
        document.setParent(self)
        old, self._document, self._buffer = self._document, document, buffer
        buffer.setParent(document)
        self._pages.setDocument(document)
        old.deleteLater()
        self.go_to(1)
        self._show_figures()

    def go_to(self, page: int) -> None:
        """`page` from 1; the nearest there is."""
        if self.page_count:
            self._pages.pageNavigator().jump(min(max(page, 1), self.page_count) - 1, QPointF(), 0)

    def _make_bar(self) -> QWidget:
        look = self._look
        bar = frame("bar")
        line = row(look, within=bar, space=Space.WITHIN, edge=Space.WITHIN)
        pages = self._pages
        self._place = label("", "second")
        self._place.setObjectName("pageOf")
        self._percent = label("", "second")
        self._percent.setObjectName("percent")
        self._previous = icon_button(
            "up", tr("Previous page"), self._go_back, name="previousPage", look=look, keys="Ctrl+PgUp"
        )
        self._next = icon_button("down", tr("Next page"), self._go_on, name="nextPage", look=look, keys="Ctrl+PgDown")
        self._smaller = icon_button("minus", tr("Smaller"), pages.smaller, name="smaller", look=look, keys="Ctrl+-")
        self._larger = icon_button("plus", tr("Larger"), pages.larger, name="larger", look=look, keys="Ctrl++")
        self._wide = icon_button("fit-width", tr("As wide as the window"), pages.fit_width, name="fitWidth", look=look)
        self._one = icon_button("fit-page", tr("The whole page"), pages.fit_page, name="fitPage", look=look)
        self._wide.setCheckable(True)
        self._one.setCheckable(True)
        add_all(line, (self._previous, self._next, self._place))
        line.addStretch(1)
        add_all(line, (self._smaller, self._percent, self._larger, self._wide, self._one))
        return bar

    def _go_back(self) -> None:
        self.go_to(self.page - 1)

    def _go_on(self) -> None:
        self.go_to(self.page + 1)

    def _show_figures(self) -> None:
        page, count, mode = self.page, self.page_count, self._pages.zoomMode()
        place = tr("Page {page} of {count}", page=page, count=count) if count else ""
        self._place.setText(place)
        self._pages.setAccessibleDescription(place)
        self._percent.setText(tr("{number} %", number=round(self._pages.scale * 100)) if count else "")
        self._wide.setChecked(mode == QPdfView.ZoomMode.FitToWidth)
        self._one.setChecked(mode == QPdfView.ZoomMode.FitInView)
        for button, can in (
            (self._previous, page > 1),
            (self._next, page < count),
            (self._smaller, count and self._pages.scale > _STEPS[0]),
            (self._larger, count and self._pages.scale < _STEPS[-1]),
            (self._wide, count),
            (self._one, count),
        ):
            button.setEnabled(bool(can))

    def _show_trouble(self, sentence: str) -> None:
        trouble = EmptyPage(self._look, picture="error", heading=tr("This paper cannot be shown"), text=sentence)
        trouble.setAccessibleDescription(sentence)
        self._stack.addWidget(trouble)
        self._stack.setCurrentWidget(trouble)

    def _drop_trouble(self) -> None:
        trouble = self._stack.currentWidget()
        if trouble is not None and trouble is not self._pages:
            self._stack.removeWidget(trouble)
            trouble.deleteLater()


class _Pages(QPdfView):
    """Qt's view, with keys, and a scale that is known also where it follows the window."""

    zoomed = Signal()

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.setObjectName("pdfPages")
        self.setAccessibleName(tr("Pages of the paper"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setPageMode(QPdfView.PageMode.MultiPage)
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.setPageSpacing(look.px(Space.BETWEEN))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Dark, look.colour("raised"))  # what Qt paints around the pages
        self.setPalette(palette)
        self.viewport().setPalette(palette)

    @property
    def scale(self) -> float:
        """1.0 is the size of the paper, as the screen says it is."""
        match self.zoomMode():
            case QPdfView.ZoomMode.Custom:
                return self.zoomFactor()
            case QPdfView.ZoomMode.FitToWidth:
                return self._fitting()[0]
            case _:
                return min(self._fitting())

    def larger(self) -> None:
        self._zoom(next((step for step in _STEPS if step > self.scale + 0.005), _STEPS[-1]))

    def smaller(self) -> None:
        self._zoom(next((step for step in reversed(_STEPS) if step < self.scale - 0.005), _STEPS[0]))

    def fit_width(self) -> None:
        self.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        self.zoomed.emit()

    def fit_page(self) -> None:
        self.setZoomMode(QPdfView.ZoomMode.FitInView)
        self.zoomed.emit()

    def event(self, event: QEvent) -> bool:
        """Takes its keys before the window's zoom and tabs do, while the focus is here."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) and _is_ours(event):
            event.accept()
            return True
        if event.type() == QEvent.Type.Resize:
            done = super().event(event)
            self.zoomed.emit()
            return done
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802  # Qt's name
        now, last = self.pageNavigator().currentPage(), self.document().pageCount() - 1
        key = event.key()
        if key == Qt.Key.Key_Home:
            self._jump(0)
        elif key == Qt.Key.Key_End:
            self._jump(last)
        elif not _is_ours(event):
            super().keyPressEvent(event)
        elif key == Qt.Key.Key_Plus:
            self.larger()
        elif key == Qt.Key.Key_Minus:
            self.smaller()
        elif key == Qt.Key.Key_0:
            self.fit_width()
        else:
            self._jump(min(max(now + (1 if key == Qt.Key.Key_PageDown else -1), 0), last))

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802  # Qt's name
        turned = event.angleDelta().y()
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier or not turned:
            super().wheelEvent(event)
        elif turned > 0:
            self.larger()
        else:
            self.smaller()

    def _jump(self, page: int) -> None:
        if page >= 0:
            self.pageNavigator().jump(page, QPointF(), 0)

    def _zoom(self, scale: float) -> None:
        self.setZoomMode(QPdfView.ZoomMode.Custom)
        self.setZoomFactor(scale)
        self.zoomed.emit()

    def _fitting(self) -> tuple[float, float]:
        """The scales at which a page is as wide, and as high, as the view; as Qt reckons them."""
        document = self.document()
        if not document.pageCount():
            return 1.0, 1.0
        margins = self.documentMargins()
        page = document.pagePointSize(0) * (QGuiApplication.primaryScreen().logicalDotsPerInch() / _POINTS_PER_INCH)
        wide = self.viewport().width() - margins.left() - margins.right()
        high = self.viewport().height() - margins.top() - margins.bottom()
        return max(wide, 1) / page.width(), max(high, 1) / page.height()


def _is_ours(event: QKeyEvent) -> bool:
    return event.key() in _KEYS and bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
