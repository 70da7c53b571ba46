"""Our reader of .po files against Babel's, on our catalogs and on random ones."""

from __future__ import annotations

from io import BytesIO

import pytest
from babel.messages import Catalog
from babel.messages.pofile import read_po as read_by_babel
from babel.messages.pofile import write_po
from hypothesis import given
from hypothesis import strategies as st

from mentordesk import places
from mentordesk.i18n.po import Translations, glance, read_po


def by_babel(path):
    """What Babel finds, in our shape."""
    with path.open("rb") as file:
        entries = [each for each in read_by_babel(file) if each.id and each.string and not each.fuzzy]
    found = {}
    for each in entries:
        original = each.id[0] if isinstance(each.id, (list, tuple)) else each.id
        forms = tuple(each.string) if isinstance(each.string, (list, tuple)) else (each.string,)
        if all(forms):
            found[(each.context, original)] = forms
    return found


@pytest.mark.parametrize("code", ["nb", "sv"])
def test_our_catalogs_read_as_babel_reads_them(code):
    path = places.TRANSLATIONS / code / "LC_MESSAGES" / "mentordesk.po"

    read = read_po(path)
    assert read == by_babel(path)
    content = path.read_text("utf-8") + "\n"
    glanced = {key: glance(content, key) for key in read}
    assert sum(form is not None for form in glanced.values()) > 1_000
    assert all(form is None or read[key] == (form,) for key, form in glanced.items())


_TEXTS = st.text(st.characters(exclude_categories=("Cs", "Cc"), include_characters='\n\t\\"'), min_size=1)
_ENTRIES = st.lists(
    st.tuples(_TEXTS, st.none() | _TEXTS, _TEXTS | st.tuples(_TEXTS, _TEXTS) | st.just(""), st.booleans()),
    unique_by=lambda entry: entry[:2],
)


@given(_ENTRIES)
def test_any_catalog_reads_as_babel_reads_it(tmp_path_factory, entries):
    catalog = Catalog()
    for original, context, said, fuzzy in entries:
        both = (original, f"{original}s") if isinstance(said, tuple) else original
        catalog.add(both, said, context=context, flags={"fuzzy"} if fuzzy else ())
    buffer = BytesIO()
    write_po(buffer, catalog, width=40)
    path = tmp_path_factory.mktemp("po") / "any.po"
    path.write_bytes(buffer.getvalue())

    assert read_po(path) == by_babel(path)
    many = Translations(path)
    assert {key: many.get(key) for key in by_babel(path)} == by_babel(path)
    for original, context, *_ in entries:
        assert Translations(path).get((context, original)) == by_babel(path).get((context, original))
