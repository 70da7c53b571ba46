"""Forms made in one view, filled in by another program, and read in the next (R60, R61)."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select

from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.languages import LanguageCode
from mentordesk.queries.batch_forms import BLANK
from mentordesk.storage.records import PersonRecord
from tests.ui.paperwork.story import APPLICANTS, DAY, came_back, code, fill, of, saved, view
from tests.ui.test_whole_job import said

CANARY = "kanarifuglmorgen"


def applications(w, folder):
    """A form each in the language they read, and blank ones; two come back, one with another telephone number."""
    papers = saved(w, "Application form", folder)
    assert [path.stem for path in papers if not _is_blank(path)] == [
        "Ansökningsblankett - Bo Öberg",
        "Søknadsskjema - Ane Ås",
        "Søknadsskjema - Cia Ek",
    ]
    assert said(w.program) == "Print 5 documents"
    fill(of("Ane", papers), {"title": "Avdelingsleder", "phone": "222"})
    fill(of("Öberg", papers), {"title": "Enhetschef"})
    for path in papers:
        if _is_blank(path):
            path.unlink()
    of("Cia", papers).write_bytes(b"no form")
    came_back(w, folder, first=True)
    assert [list(row.values())[:3] for row in w.cells("returnedForms")] == [
        ["Bo Öberg", "Application form", "1 answer"],
        ["Ane Ås", "Application form", "1 differs"],
        ["", "", "not taken"],
    ]


def _is_blank(path):
    """One for whoever is not in the file yet, as its name says."""
    return any(path.stem.endswith(catalog(code).say(BLANK)) for code in LanguageCode)


def answered(w):
    """What differs holds as the file has it, until Space says otherwise; Enter takes all, Ctrl+Z gives all back."""
    before = _people(w)
    w.key("Down")
    w.stop_at("returnedAnswers")
    assert list(w.cells("returnedAnswers")[0].values()) == ["Phone", "111", "222", "the file"]
    w.reads("1 answer differs from the file, which holds unless you choose the form.", "Take in 2 answers")
    w.key("Ctrl+Home", "Space")
    assert list(w.cells("returnedAnswers")[0].values()) == ["Phone", "111", "222", "the form"]
    w.reads("Take in 3 answers")
    w.key("Return")
    w.reads("The answers are in the file. Ctrl+Z takes all of them back.")
    taken = _people(w)
    assert taken["Ane Ås"] == ("222", "Avdelingsleder")
    assert taken["Bo Öberg"] == ("111", "Enhetschef")
    assert taken["Cia Ek"] == ("111", None)
    w.key("Ctrl+Z")
    assert _people(w) == before
    w.key("Ctrl+Y")
    assert _people(w) == taken
    w.key("Esc")
    assert sorted(row["Whose"] for row in w.cells("cameBackList")) == ["Ane Ås", "Bo Öberg"]


def slip_and_logbook(w, slips, books):
    """The entries of both are there; what stands on the logbook's own pages is nowhere in the file."""
    slip = of("Mentee 1", saved(w, "Conversation slip", slips))
    book = of("Mentee 1", saved(w, "Logbook", books))
    fill(slip, {"entry.1.held_on": DAY.isoformat(), "entry.1.minutes": "50", "entry.1.topic": CANARY})
    earlier = (DAY - timedelta(days=7)).isoformat()
    fill(book, {"entry.1.held_on": earlier, "page.1.topic": CANARY, "page.1.talked_about": f"{CANARY} {CANARY}"})
    for path in (*slips.iterdir(), *books.iterdir()):
        if path not in (slip, book):
            path.unlink()
    came_back(w, slips)
    w.key("Return", "Esc")
    came_back(w, books)
    w.reads("fields are the writer’s own and were not read.")
    w.key("Return", "Esc")
    return code(slip)


def scan(w, typed):
    """The code that is printed on a paper leads to its pair, and there are the conversations of slip and logbook."""
    view(w, "returned")
    w.key("Ctrl+F")
    w.write("formCode", typed.lower())
    w.key("Return")
    assert w.text("formCodeAnswer") == "Conversation slip: Mentee 1 – Mentor 1"
    w.do("showWhose")
    assert w.program.workplace.current == "logbooks"
    w.reads("2 conversations")


def nowhere(path, word):
    """Neither in the file nor beside it, where what was taken in can be read."""
    assert b"Avdelingsleder" in path.read_bytes()
    for each in path.parent.glob(f"{path.name}*"):
        assert word.encode() not in each.read_bytes(), each.name


def _people(w):
    """Of the applicants: number and title."""
    found = []
    w.program.work.ask("people", _numbers, found.append)
    w.settle()
    return found[0]


def _numbers(store):
    with store.reading() as session:
        people = session.scalars(select(PersonRecord))
        named = {f"{each.given_name} {each.family_name}": (each.phone, each.title) for each in people}
        return {name: told for name, told in named.items() if name in APPLICANTS}
