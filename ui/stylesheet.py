"""How Qt's own widgets wear the tokens of theme.py; a widget chooses its clothes by the property `kind`."""

from __future__ import annotations

from string import Template

from ui.theme import Look, Size, Space

_RULES = Template(
    """
* { outline: 0; }
QWidget { color: $ink; font-size: ${body}px; }
QMainWindow, QDialog, QWidget[kind="canvas"] { background: $canvas; }
QFrame[kind="rail"] { background: $raised; border: 0; border-right: 1px solid $line; }
QFrame[kind="bar"] { background: $surface; border: 0; border-bottom: 1px solid $line; }
QFrame[kind="strip"] { background: $surface; border: 0; border-top: 1px solid $line; }
QFrame[kind="card"] { background: $surface; border: 1px solid $line; border-radius: ${corner}px; }
QFrame[kind="card"][chosen="true"] { background: $select; border: 1px solid $accent; }
QFrame[kind="hairline"] { background: $line; border: 0; max-height: 1px; min-height: 1px; }
QLabel { background: transparent; }
QLabel[kind="title"] { font-size: ${title}px; font-weight: 600; }
QLabel[kind="heading"] { font-size: ${heading}px; font-weight: 600; }
QLabel[kind="strong"] { font-weight: 600; }
QLabel[kind="second"] { color: $ink_2; font-size: ${small}px; }
QLabel[kind="caption"] { color: $ink_2; font-size: ${caption}px; }
QLabel[kind="wrong"] { color: $bad; font-size: ${small}px; }

QPushButton, QToolButton {
  background: $surface; color: $ink; border: 1px solid $edge; border-radius: ${corner}px;
  padding: ${p4}px ${p12}px; min-height: ${p20}px;
}
QPushButton:hover, QToolButton:hover { background: $raised; }
QPushButton:pressed, QToolButton:pressed { background: $select; }
QPushButton:checked, QToolButton:checked { background: $select; border-color: $accent; }
QPushButton:disabled, QToolButton:disabled { color: $edge; border-color: $line; }
QPushButton[kind="main"] { background: $accent; color: $on_accent; border-color: $accent; font-weight: 600; }
QPushButton[kind="main"]:hover { background: $ink; border-color: $ink; color: $canvas; }
QPushButton[kind="main"]:disabled { background: $raised; border-color: $line; color: $edge; }
QPushButton[kind="quiet"], QToolButton[kind="quiet"] { background: transparent; border-color: transparent; }
QPushButton[kind="quiet"]:hover, QToolButton[kind="quiet"]:hover { background: $raised; }
QPushButton[kind="quiet"]:checked, QToolButton[kind="quiet"]:checked { background: $select; }
QPushButton[kind="switcher"] {
  background: transparent; border-color: transparent; text-align: left; padding: ${p4}px ${p8}px;
}
QPushButton[kind="switcher"]:hover { background: $surface; }
QPushButton[kind="status"] {
  background: transparent; border-color: transparent; color: $ink_2; font-size: ${small}px; padding: ${p2}px ${p8}px;
}
QPushButton[kind="status"]:hover { background: $raised; }
QPushButton[kind="link"] {
  background: transparent; border-color: transparent; color: $accent; font-weight: 600; padding: ${p4}px ${p4}px;
}
QPushButton[kind="link"]:hover { text-decoration: underline; }
QPushButton[kind="tab"] {
  background: transparent; border-color: transparent; text-align: left; color: $ink_2;
  padding: ${p8}px ${p10}px;
}
QPushButton[kind="tab"]:hover { background: $surface; }
QPushButton[kind="tab"]:checked { background: $select; border-color: transparent; color: $ink; font-weight: 600; }
QPushButton[kind="row"] {
  background: transparent; border: 0; border-radius: 0; text-align: left; padding: ${p8}px ${p8}px;
}
QToolButton::menu-indicator, QPushButton::menu-indicator { image: none; width: 0; }

QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QSpinBox, QDateEdit, QTimeEdit {
  background: $surface; color: $ink; border: 1px solid $edge; border-radius: ${corner}px;
  padding: ${p4}px ${p8}px; min-height: ${p20}px;
  selection-background-color: $select; selection-color: $ink; placeholder-text-color: $ink_2;
}
QLineEdit[wrong="true"], QComboBox[wrong="true"], QPlainTextEdit[wrong="true"] { border: 2px solid $bad; }
QLineEdit:disabled, QComboBox:disabled, QPlainTextEdit:disabled { color: $ink_2; background: $raised; }
QLineEdit:read-only, QPlainTextEdit:read-only { background: $raised; }
QComboBox::drop-down { border: 0; width: ${p24}px; }
QComboBox::down-arrow { image: url("$arrow"); width: ${p12}px; height: ${p12}px; }
QComboBox QAbstractItemView {
  background: $surface; border: 1px solid $edge; selection-background-color: $select; selection-color: $ink;
  outline: 0; padding: ${p4}px;
}
QComboBox QAbstractItemView::item { min-height: ${p28}px; padding: 0 ${p8}px; }
QCheckBox, QRadioButton { spacing: ${p8}px; min-height: ${p24}px; background: transparent; }
QCheckBox::indicator, QRadioButton::indicator {
  width: ${p16}px; height: ${p16}px; border: 1px solid $edge; border-radius: ${p4}px; background: $surface;
}
QCheckBox::indicator:checked { background: $accent; border-color: $accent; image: url("$tick"); }
QRadioButton::indicator { border-radius: ${p8}px; }
QRadioButton::indicator:checked {
  width: ${p8}px; height: ${p8}px; border: ${p5}px solid $accent; border-radius: ${p9}px; background: $surface;
}

QTableView, QListView, QTreeView {
  background: $surface; alternate-background-color: $surface; border: 1px solid $line; border-radius: ${corner}px;
  gridline-color: transparent; selection-background-color: $select; selection-color: $ink;
}
QTableView::item, QListView::item { border: 0; border-bottom: 1px solid $line; padding: 0 ${p8}px; }
QTableView::item:hover, QListView::item:hover { background: $raised; color: $ink; }
QTableView::item:selected, QListView::item:selected { background: $select; color: $ink; }
QTableView QLineEdit, QTableView QComboBox { border-radius: 0; padding: 0 ${p6}px; min-height: 0; }
QHeaderView { background: $surface; border: 0; }
QHeaderView::section {
  background: $surface; color: $ink_2; font-size: ${small}px; border: 0; border-bottom: 1px solid $edge;
  padding: ${p6}px ${p8}px;
}
QTableCornerButton::section { background: $surface; border: 0; }

QScrollArea { background: transparent; border: 0; }
QScrollArea > QWidget > QWidget[kind="clear"] { background: transparent; }
QScrollBar:vertical { background: transparent; width: ${p12}px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: ${p12}px; margin: 0; }
QScrollBar::handle { background: $edge; border-radius: ${p4}px; margin: ${p2}px; }
QScrollBar::handle:disabled { background: transparent; }
QScrollBar::handle:vertical { min-height: ${p32}px; }
QScrollBar::handle:horizontal { min-width: ${p32}px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QSplitter::handle { background: transparent; }

QMenu { background: $surface; color: $ink; border: 1px solid $edge; border-radius: ${corner}px; padding: ${p4}px; }
QMenu::item { padding: ${p6}px ${p24}px; border-radius: ${p4}px; }
QMenu::item:selected { background: $select; color: $ink; }
QMenu::item:disabled { color: $edge; }
QMenu::separator { height: 1px; background: $line; margin: ${p4}px ${p8}px; }
QToolTip { background: $surface; color: $ink; border: 1px solid $edge; padding: ${p6}px; }
QProgressBar { background: $raised; border: 0; border-radius: ${p4}px; max-height: ${p8}px; min-height: ${p8}px; }
QProgressBar::chunk { background: $accent; border-radius: ${p4}px; }
QTabBar::tab {
  background: transparent; color: $ink_2; padding: ${p6}px ${p12}px; border: 0; border-bottom: 2px solid transparent;
}
QTabBar::tab:selected { color: $ink; border-bottom: 2px solid $accent; font-weight: 600; }
QTabBar::tab:hover { color: $ink; }
QTabWidget::pane { border: 0; border-top: 1px solid $line; }
"""
)


def stylesheet(look: Look, *, arrow: str, tick: str) -> str:
    """`arrow` and `tick`: paths of pictures, with forward slashes, already in the tokens' colours."""
    pixels = {f"p{at_100}": look.px(at_100) for at_100 in (2, 4, 5, 6, 8, 9, 10, 12, 16, 20, 24, 28, 32)}
    sizes = {size.name.lower(): look.px(size) for size in Size}
    return _RULES.substitute(
        look.tokens._asdict(), **pixels, **sizes, corner=look.px(Space.WITHIN + 2), arrow=arrow, tick=tick
    )
