"""A logo as somebody gives it, and as it is kept: drawn anew, so that nothing but the picture comes into the file."""

from __future__ import annotations

import warnings
from io import BytesIO

from mentordesk.domain.refusals import Refused
from mentordesk.i18n.message import msg

LOGO_BYTES = 1_000_000  # of the file that is given
LOGO_ENDINGS = (".png", ".jpg", ".jpeg")
_WIDEST, _TALLEST = 1_200, 400  # pixels: 600 dots per inch at its size on paper
_MOST_PIXELS = 40_000_000
_LEAST = 16  # pixels on a side: less is no logo but a speck


def logo_of(content: bytes) -> bytes:
    """A PNG of at most 1,200 x 400 pixels, without anything that the file said beside the picture.

    Raises:
        Refused: it is larger than LOGO_BYTES, no PNG or JPEG picture, damaged, or far too large or small to be a logo.
    """
    from PIL import Image, UnidentifiedImageError

    if len(content) > LOGO_BYTES:
        raise Refused(msg("The picture is larger than 1 MB. Save it smaller, 1,200 pixels across are enough."))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # a picture that unpacks to far more than it weighs
            with Image.open(BytesIO(content), formats=("PNG", "JPEG")) as picture:
                wide, tall = picture.size
                if wide * tall > _MOST_PIXELS:
                    raise Refused(msg("The picture has too many pixels. 1,200 across are enough."))
                if min(wide, tall) < _LEAST:
                    raise Refused(msg("The picture is too small to be a logo."))
                drawn = picture.convert("RGBA")
    except UnidentifiedImageError as problem:
        raise Refused(msg("This is no PNG or JPEG picture. Save the logo as PNG first.")) from problem
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError, Warning) as problem:
        damaged = msg("The picture is damaged. Open it in the program it comes from, and save it anew.")
        raise Refused(damaged) from problem
    drawn.thumbnail((_WIDEST, _TALLEST))
    kept = BytesIO()
    plain = Image.new("RGBA", drawn.size)
    plain.paste(drawn)
    plain.save(kept, "PNG", optimize=True)
    return kept.getvalue()
