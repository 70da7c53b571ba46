"""The window's icons: one family, sharp on each screen, in the colour that was asked for."""

import re
import subprocess
import sys
import xml.etree.ElementTree as ET

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QCheckBox

from mentordesk.places import resource
from ui.icons import NAMES, icon, picture_file, pixmap

pytestmark = pytest.mark.usefixtures("qapp")
TEAL = QColor("#0E665D")
LINES = {
    "width": "24",
    "height": "24",
    "viewBox": "0 0 24 24",
    "fill": "none",
    "stroke": "currentColor",
    "stroke-width": "1.75",
    "stroke-linecap": "round",
    "stroke-linejoin": "round",
}


def inked(image: QImage) -> list[tuple[int, int]]:
    return [(x, y) for y in range(image.height()) for x in range(image.width()) if image.pixelColor(x, y).alpha() > 40]


@pytest.mark.parametrize("name", NAMES)
def test_every_drawing_is_lines_of_one_kind(name):
    root = ET.fromstring(resource(f"icons/{name}.svg").read_text("ascii"))
    assert root.attrib == LINES
    assert len(root)
    for shape in root:
        assert re.sub(r"\{.*\}", "", shape.tag) in {"path", "circle", "rect"}
        assert not {"fill", "stroke", "style", "class", "id"} & set(shape.attrib)


@pytest.mark.parametrize("name", NAMES)
def test_every_drawing_shows_well_inside_its_square(name):
    image = pixmap(name, TEAL, 48).toImage()
    marks = inked(image)
    assert len(marks) > 60
    across, down = {x for x, _ in marks}, {y for _, y in marks}
    assert min(across) >= 1
    assert max(across) <= 46
    assert min(down) >= 1
    assert max(down) <= 46
    assert abs((min(across) + max(across)) / 2 - 23.5) <= 4, "off its middle"
    assert abs((min(down) + max(down)) / 2 - 23.5) <= 4, "off its middle"


def test_no_two_drawings_look_alike():
    seen = {}
    for name in NAMES:
        image = pixmap(name, TEAL, 20).toImage()
        look = frozenset(inked(image))
        for other, marks in seen.items():
            assert len(look ^ marks) > 12, (name, other)
        seen[name] = look


def test_an_icon_has_the_colour_asked_for_and_its_transparency():
    solid = pixmap("minus", TEAL, 48).toImage().pixelColor(24, 24)
    assert solid.name() == TEAL.name()
    assert solid.alpha() == 255
    faint = QColor(TEAL)
    faint.setAlpha(128)
    assert abs(pixmap("minus", faint, 48).toImage().pixelColor(24, 24).alpha() - 128) <= 2


@pytest.mark.parametrize("ratio", [1.0, 1.25, 1.5, 2.0, 3.0])
def test_an_icon_fills_the_pixels_of_the_screen(ratio):
    made = pixmap("star", TEAL, 20, ratio)
    assert made.size() == QSize(round(20 * ratio), round(20 * ratio))
    assert made.devicePixelRatio() == ratio


def test_an_icon_is_drawn_anew_for_a_finer_screen_and_not_stretched():
    fine = icon("search", TEAL, 20).pixmap(QSize(20, 20), 2.0)
    assert fine.toImage() == pixmap("search", TEAL, 20, 2.0).toImage()
    coarse = icon("search", TEAL, 20).pixmap(QSize(20, 20), 1.0)
    assert coarse.toImage() == pixmap("search", TEAL, 20).toImage()


def test_painting_on_a_pixmap_leaves_the_next_one_clean():
    pixmap("bell", TEAL, 20).fill(QColor("red"))
    pixmap("bell", TEAL, 20).toImage()
    assert pixmap("bell", TEAL, 20).toImage().pixelColor(0, 0).alpha() == 0


@pytest.mark.parametrize("name", ["", "nothing", "../colour/sRGB", "Bell"])
def test_a_name_that_is_not_there_is_refused(name, tmp_path):
    with pytest.raises(KeyError):
        pixmap(name, TEAL, 20)
    with pytest.raises(KeyError):
        icon(name, TEAL)
    with pytest.raises(KeyError):
        picture_file(name, TEAL, tmp_path)


def test_a_style_sheet_shows_a_picture_from_a_folder_with_an_awkward_name(tmp_path, qtbot):
    folder = tmp_path / "Åse (hjemme) & co"
    tick = picture_file("tick", QColor("#FF0000"), folder)
    box = QCheckBox()
    qtbot.addWidget(box)
    box.setStyleSheet(f'QCheckBox::indicator:checked {{ width: 16px; height: 16px; image: url("{tick}"); }}')
    box.setChecked(True)
    box.resize(60, 40)
    image = box.grab().toImage()
    assert any(
        image.pixelColor(x, y).red() > 180 and image.pixelColor(x, y).green() < 80
        for x in range(image.width())
        for y in range(image.height())
    )


def test_a_picture_is_written_once_and_another_colour_beside_it(tmp_path):
    first = picture_file("tick", TEAL, tmp_path)
    assert "\\" not in first
    assert b"#0e665d" in next(tmp_path.iterdir()).read_bytes()
    written = next(tmp_path.iterdir()).stat().st_mtime_ns
    assert picture_file("tick", TEAL, tmp_path) == first
    assert next(tmp_path.iterdir()).stat().st_mtime_ns == written
    assert picture_file("tick", QColor("black"), tmp_path) != first
    assert len(list(tmp_path.iterdir())) == 2


def test_processes_that_write_the_same_picture_at_once_do_not_hurt_each_other(tmp_path):
    program = (
        "import sys; from pathlib import Path; from PySide6.QtGui import QColor\n"
        "from ui.icons import NAMES, picture_file\n"
        "for name in NAMES: picture_file(name, QColor('red'), Path(sys.argv[1]))"
    )
    writers = [subprocess.Popen([sys.executable, "-c", program, str(tmp_path)]) for _ in range(3)]
    assert [writer.wait(60) for writer in writers] == [0, 0, 0]
    files = list(tmp_path.iterdir())
    assert len(files) == len(NAMES)
    assert all(file.read_bytes().rstrip().endswith(b"</svg>") for file in files)
