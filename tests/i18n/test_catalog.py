"""A catalog says sentences, dates, numbers and lists as its readers write them, and sorts as their alphabet does."""

from __future__ import annotations

import random
from datetime import date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mentordesk.i18n.catalog import Catalog, catalog
from mentordesk.i18n.languages import LANGUAGES, LanguageCode, language, nearest
from mentordesk.i18n.message import Listed, Wording, msg, nmsg, pmsg

DAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("code", "names"),
    [
        ("nb", ["Aas", "Ås"]),
        ("nb", ["Bø", "Zakariassen", "Ærlig", "Øst", "Aaberg", "Åsen"]),
        ("nb", ["Čáhppe", "Dahl", "Đorđi", "Ŋilas", "Zahl", "Ähn", "Øy", "Öman"]),
        ("sv", ["Aas", "Zeta", "Ås", "Äng", "Ödman"]),
        ("sv", ["Eklund", "Éva", "Ek Åsa", "Zorn", "Åberg", "Ärlig", "Ærlig", "Öst", "Øst"]),
    ],
)
def test_names_sort_as_in_the_language(code, names):
    say = catalog(code)
    wanted = sorted(names, key=say.sort_key)
    for _ in range(5):
        random.shuffle(names)
        assert sorted(names, key=say.sort_key) == wanted
    assert [say.sort_key(name)[0] for name in wanted] == sorted(say.sort_key(name)[0] for name in names)


@pytest.mark.parametrize(("code", "wanted"), [("nb", "ZÆØÅ"), ("sv", "ZÅÄÖ")])
def test_the_alphabet_ends_as_it_should(code, wanted):
    assert "".join(sorted("ÆØÅZ" if code == "nb" else "ÖÄÅZ", key=catalog(code).sort_key)) == wanted


@pytest.mark.parametrize(
    ("code", "day", "number", "things"),
    [
        ("nb", "22. november 2026", "12\u00a0345,6", "a, b og c"),
        ("sv", "22 november 2026", "12\u00a0345,6", "a, b och c"),
        ("en", "22 November 2026", "12,345.6", "a, b and c"),
    ],
)
def test_dates_numbers_and_lists(code, day, number, things):
    say = catalog(code)

    assert say.date(DAY, "long") == day
    assert say.number(12345.6, 1) == number
    assert say.listed(["a", "b", "c"]) == things
    assert say.show(Listed(("a", "b"), any_of=True)) == {"nb": "a eller b", "sv": "a eller b", "en": "a or b"}[code]


@pytest.mark.parametrize("known", LANGUAGES, ids=lambda known: known.code)
def test_every_kind_of_value_is_said(known):
    say = catalog(known.code)
    sentence = msg(
        "{a} {b} {c} {d} {e} {f} {g}",
        a="text",
        b=1234,
        c=0.5,
        d=DAY,
        e=datetime(2026, 11, 22, 9, 30),
        f=time(9, 30),
        g=Wording(nb="hei", sv="hej", en="hello"),
    )

    said = say.say(sentence)

    assert "text" in said
    assert "2026" in said
    assert "{" not in said


def test_braces_in_what_a_user_wrote_stay_braces():
    assert catalog("nb").say(msg("{name} …", name="{0} {name!r} {}")) == "{0} {name!r} {} …"


def test_counts_choose_the_form():
    say = Catalog(language("nb"), {(None, "{count} pair"): ("{count} par", "{count} par alle")})

    assert say.say(nmsg("{count} pair", "{count} pairs", 1)) == "1 par"
    assert say.say(nmsg("{count} pair", "{count} pairs", 0)) == "0 par alle"
    assert catalog("en").say(nmsg("{count} pair", "{count} pairs", 2)) == "2 pairs"


def test_a_context_is_another_sentence():
    say = Catalog(language("sv"), {("a day", "May"): ("maj",)})

    assert say.say(pmsg("a day", "May")) == "maj"
    assert say.say(msg("May")) == "May"


@given(st.builds(Wording, nb=st.text(max_size=5), sv=st.text(max_size=5), en=st.text(max_size=5)))
def test_a_wording_is_said_if_any_language_has_it(wording):
    for code in LanguageCode:
        assert bool(wording.said(code)) == bool(wording.nb or wording.sv or wording.en)
    assert Wording.of(wording.texts()) == wording


@pytest.mark.parametrize(
    ("system", "ours"),
    [
        ("nb_NO.UTF-8", "nb"),
        ("nn_NO", "nb"),
        ("no", "nb"),
        ("sv-FI", "sv"),
        ("C.UTF-8", "en"),
        (None, "en"),
        ("", "en"),
    ],
)
def test_the_nearest_language_of_a_system(system, ours):
    assert nearest(system) == ours
