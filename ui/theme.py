"""The look, declared once (ux.md 2b): colours, type, space. Widgets name tokens, never colours or pixels.

To add a theme: a set of Tokens in THEMES; tests/ui/test_theme.py computes the contrast of all its pairs.
The rules that Qt's widgets follow are stylesheet.py's.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum, StrEnum
from functools import cache
from typing import NamedTuple

from PySide6.QtGui import QColor, QFont, QFontDatabase, QGuiApplication, QPalette

from mentordesk.i18n.message import Message, msg

ZOOMS = (80, 90, 100, 110, 125, 150, 175, 200)
"""Per cent."""


class ThemeName(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"
    CONTRAST = "contrast"


THEME_TITLES: dict[ThemeName, Message] = {
    ThemeName.SYSTEM: msg("As the system"),
    ThemeName.LIGHT: msg("Light"),
    ThemeName.DARK: msg("Dark"),
    ThemeName.CONTRAST: msg("High contrast"),
}


class Tokens(NamedTuple):  # a dataclass of so many fields takes two of the milliseconds before the first frame
    """Colours as #RRGGBB; what each is for stands in ux.md 2b."""

    canvas: str
    surface: str
    raised: str
    line: str
    edge: str
    ink: str
    ink_2: str
    accent: str
    on_accent: str
    soft: str
    select: str
    good: str
    good_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    focus: str


LIGHT = Tokens(
    canvas="#F6F8F7",
    surface="#FFFFFF",
    raised="#ECF0EF",
    line="#C9D2D0",
    edge="#7C8A87",
    ink="#17211F",
    ink_2="#475552",
    accent="#0E665D",
    on_accent="#FFFFFF",
    soft="#D9EEEA",
    select="#CFE8E4",
    good="#255F2B",
    good_soft="#DDF0DE",
    warn="#7D5200",
    warn_soft="#FBEBCB",
    bad="#9E2329",
    bad_soft="#FBE2E1",
    focus="#1450B8",
)
DARK = Tokens(
    canvas="#121817",
    surface="#1A2221",
    raised="#243130",
    line="#354341",
    edge="#7F908D",
    ink="#E9EFED",
    ink_2="#B4C1BE",
    accent="#63C9BC",
    on_accent="#05211D",
    soft="#173F3A",
    select="#1F4D47",
    good="#8FD295",
    good_soft="#1B3A1F",
    warn="#F0C46C",
    warn_soft="#3D2E0C",
    bad="#F39A99",
    bad_soft="#451B1C",
    focus="#8AB4FF",
)
CONTRAST = Tokens(
    canvas="#000000",
    surface="#000000",
    raised="#000000",
    line="#FFFFFF",
    edge="#FFFFFF",
    ink="#FFFFFF",
    ink_2="#FFFFFF",
    accent="#7FE9DB",
    on_accent="#000000",
    soft="#002B26",
    select="#00463F",
    good="#9CF3A3",
    good_soft="#002A06",
    warn="#FFD466",
    warn_soft="#2B1F00",
    bad="#FFB3B2",
    bad_soft="#3A0001",
    focus="#FFFF00",
)
THEMES: dict[ThemeName, Tokens] = {
    ThemeName.LIGHT: LIGHT,
    ThemeName.DARK: DARK,
    ThemeName.CONTRAST: CONTRAST,
}


class Space(IntEnum):
    """Pixels at 100 %."""

    WITHIN = 4
    BETWEEN = 8
    AROUND = 16
    GROUPS = 24
    EDGE = 32


class Size(IntEnum):
    """Of type, in pixels at 100 %."""

    CAPTION = 12
    SMALL = 13
    BODY = 15
    HEADING = 18
    TITLE = 24


@dataclass(frozen=True, slots=True)
class Look:
    """A set of tokens at a zoom; every widget that paints or measures is given one."""

    tokens: Tokens
    zoom: int = 100  # per cent

    def px(self, at_100: int) -> int:
        return max(1, round(at_100 * self.zoom / 100)) if at_100 else 0

    def colour(self, token: str) -> QColor:
        return QColor(getattr(self.tokens, token))

    def font(self, size: Size = Size.BODY, *, strong: bool = False) -> QFont:
        font = QFont(QGuiApplication.font())
        font.setPixelSize(self.px(size))
        font.setWeight(QFont.Weight.DemiBold if strong else QFont.Weight.Normal)
        return font

    @property
    def row_height(self) -> int:
        return self.px(32)

    @property
    def dark(self) -> bool:
        return self.tokens is not LIGHT


def tokens_for(name: ThemeName) -> Tokens:
    """The tokens of a theme; `system` asks the system for its scheme and its wish for contrast."""
    if name is not ThemeName.SYSTEM:
        return THEMES[name]
    from PySide6.QtCore import Qt

    hints = QGuiApplication.styleHints()
    if hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast:
        return CONTRAST
    return DARK if hints.colorScheme() == Qt.ColorScheme.Dark else LIGHT


def tokens_at_first(name: ThemeName) -> Tokens:
    """As tokens_for, before anything is loaded: the system's own palette tells light from dark."""
    if name is not ThemeName.SYSTEM:
        return THEMES[name]
    return DARK if QGuiApplication.palette().window().color().lightness() < 128 else LIGHT


@cache
def interface_font() -> QFont:
    """The system's own; where there is no desktop to have one, the typeface of our papers."""
    if QGuiApplication.platformName() not in {"offscreen", "minimal", "vnc"}:
        return QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    from pathlib import Path

    import font_source_sans_pro

    folder = Path(font_source_sans_pro.__file__).parent / "files"
    for weight in ("Regular", "Semibold"):
        QFontDatabase.addApplicationFont(str(folder / f"SourceSansPro-{weight}.ttf"))
    return QFont("Source Sans Pro")


def palette(look: Look) -> QPalette:
    """Ours in every role: Qt's own fails the contrast we promise (ux.md 2)."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: "canvas",
        QPalette.ColorRole.Base: "surface",
        QPalette.ColorRole.AlternateBase: "raised",
        QPalette.ColorRole.Button: "surface",
        QPalette.ColorRole.ToolTipBase: "surface",
        QPalette.ColorRole.WindowText: "ink",
        QPalette.ColorRole.Text: "ink",
        QPalette.ColorRole.ButtonText: "ink",
        QPalette.ColorRole.ToolTipText: "ink",
        QPalette.ColorRole.PlaceholderText: "ink_2",
        QPalette.ColorRole.Highlight: "select",
        QPalette.ColorRole.HighlightedText: "ink",
        QPalette.ColorRole.Link: "accent",
        QPalette.ColorRole.LinkVisited: "accent",
        QPalette.ColorRole.Accent: "accent",
        QPalette.ColorRole.Mid: "edge",
        QPalette.ColorRole.Dark: "edge",
        QPalette.ColorRole.Light: "surface",
        QPalette.ColorRole.Midlight: "line",
        QPalette.ColorRole.Shadow: "edge",
    }
    for role, token in roles.items():
        made.setColor(role, look.colour(token))
    for role in (QPalette.ColorRole.WindowText, QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, look.colour("edge"))
    return made
