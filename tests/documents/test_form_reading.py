"""What other programs make of our forms is read right, or refused with a sentence; what may not be read never comes."""

from __future__ import annotations

import json
import random
import subprocess
import unicodedata
from io import BytesIO

import pikepdf
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mentordesk.documents.returned import form_reading
from mentordesk.documents.returned.form_reading import ReadForm, Unreadable, read_all, reader_command
from mentordesk.documents.returned.form_troubles import Trouble
from mentordesk.documents.returned.returned_files import MOST_FILES, meant_by, read_files
from mentordesk.domain.conversation_slip import CONVERSATION_SLIP
from mentordesk.domain.form_identity import FormIdentity
from mentordesk.domain.forms import TICKED, Form
from mentordesk.domain.goal_form import GOAL_FORM
from mentordesk.domain.talk_form import TALK_FORM
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.languages import LANGUAGES
from tests.counts import count
from tests.documents.hostile_forms import FILE_ID, FILLED, FORM, HOSTILE, IDENTITY, SECRET, filled, issued
from tests.returned_forms import by_pikepdf, by_pypdf
from tests.returned_forms import issued as issue

pytestmark = pytest.mark.filterwarnings("ignore")  # of pypdf and pikepdf while they build what is hostile


def read(content: bytes, form: Form = FORM) -> ReadForm | Unreadable:
    (found,) = read_all((content,), (form,))
    return found


def told(found: ReadForm | Unreadable) -> dict[str, str]:
    assert isinstance(found, ReadForm), found
    return {name: value for name, value in found.values.items() if value}


def test_there_are_fifty_hostile_files_and_more():
    assert len({each.name for each in HOSTILE}) >= 50


def test_every_hostile_file_is_refused_with_a_sentence_or_read_right_and_harms_no_other():
    """One after the other in one run, with a good one before every tenth."""
    contents = [each.build() for each in HOSTILE]
    for at in range(0, len(contents) + len(contents) // 10 + 1, 11):
        contents.insert(at, filled())
    good = [at for at, content in enumerate(contents) if content is filled()]
    found = list(read_all(contents, (FORM,)))
    assert len(good) > 5
    assert all(told(found[at]) == FILLED for at in good)
    for each, outcome in zip(HOSTILE, [one for at, one in enumerate(found) if at not in good], strict=True):
        if isinstance(outcome, Unreadable):
            assert outcome.why is each.ends, each.name
            for language in LANGUAGES:
                assert each.name in catalog(language.code).say(outcome.sentence(each.name)), each.name
            continue
        assert each.ends is None, (each.name, each.ends)
        assert dict(outcome.faults) == each.faulty, each.name
        assert not each.filled or told(outcome) == FILLED, each.name


@pytest.mark.parametrize("name", ["fields_without_end"])
def test_what_is_built_to_waste_time_costs_less_than_two_seconds_of_it(name):
    resource = pytest.importorskip("resource")
    (hostile,) = [each for each in HOSTILE if each.name == name]
    content = hostile.build()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    read(content)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime < 2


def test_the_process_may_have_less_than_300_megabytes():
    assert int(reader_command()[-1]) < 300_000_000


def test_scripts_are_told_and_nothing_else_of_them():
    (scripted,) = [each for each in HOSTILE if each.name == "script_at_opening"]
    outcome = read(scripted.build())
    assert isinstance(outcome, ReadForm)
    assert outcome.active
    good = read(filled())
    assert isinstance(good, ReadForm)
    assert not good.active


def test_a_form_whose_fields_are_gone_still_says_its_code():
    for name in ("flattened_by_one_program", "flattened_by_another"):
        (flat,) = [each for each in HOSTILE if each.name == name]
        outcome = read(flat.build())
        assert isinstance(outcome, Unreadable)
        assert outcome.code
        assert outcome.code in catalog("en").say(outcome.sentence("x.pdf"))


def test_what_is_the_writers_own_does_not_leave_the_process():
    process = subprocess.run(
        reader_command(),
        input=_rules((FORM,)) + str(len(filled())).encode() + b"\n" + filled(),
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        env={"PYTHONPATH": str(form_reading._ROOT)},
        check=True,
    )
    assert b"fit" in process.stdout
    assert SECRET.encode() in filled() or SECRET.encode("utf-16-be") in filled()
    assert SECRET.encode() not in process.stdout
    outcome = read(filled())
    assert isinstance(outcome, ReadForm)
    assert (outcome.own, outcome.unknown) == (1, 0)
    assert SECRET not in repr(outcome)


def test_fields_that_the_form_does_not_have_are_counted_and_not_read():
    with pikepdf.open(BytesIO(filled())) as file:
        strange = pikepdf.Dictionary(FT=pikepdf.Name.Tx, T="confession", V=SECRET)
        file.Root.AcroForm.Fields.append(file.make_indirect(strange))
        out = BytesIO()
        file.save(out)
    outcome = read(out.getvalue())
    assert isinstance(outcome, ReadForm)
    assert (outcome.unknown, SECRET in repr(outcome)) == (1, False)


LEAVE = [
    (CONVERSATION_SLIP, "entry.2.topic", "the topic", {"entry.2.share_topic": "yes", "shared_on": "01.02.2027"}),
    (
        CONVERSATION_SLIP,
        "entry.2.worth_meeting_again",
        "no",
        {"entry.2.share_check_out": "yes", "shared_on": "01.02.2027"},
    ),
    (GOAL_FORM, "goal.3.words", "the goal", {"share_words": "yes"}),
    (GOAL_FORM, "goal.3.measure", "the measure", {"share_words": "yes"}),
    (TALK_FORM, "experience", "what we learned", {"experience_agreed": "yes"}),
]


@pytest.mark.parametrize(("form", "name", "words", "leave"), LEAVE)
def test_words_come_only_with_the_leave_that_the_form_asks_for(form, name, words, leave):
    empty = issue(form, FormIdentity(form.key, 1, "programme", "pair"), FILE_ID)
    whole = read(by_pikepdf(empty, {name: words, **leave}), form)
    assert told(whole)[name] == words
    for missing in leave:
        rest = {key: value for key, value in leave.items() if key != missing}
        outcome = read(by_pikepdf(empty, {name: words, **rest}), form)
        assert name not in told(outcome)
        assert isinstance(outcome, ReadForm)
        assert outcome.own == 1


def test_no_is_no_leave():
    empty = issue(TALK_FORM, FormIdentity(TALK_FORM.key, 1, "programme", "pair"), FILE_ID)
    outcome = read(by_pikepdf(empty, {"experience": "ours", "experience_agreed": "no"}), TALK_FORM)
    assert told(outcome) == {"experience_agreed": "no"}


_PRINTABLE = st.text(
    st.characters(exclude_categories=("C", "Z"), include_characters=" \n"), min_size=1, max_size=60
).filter(str.strip)


@settings(max_examples=count(3, 60), deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    st.lists(st.tuples(_PRINTABLE, st.booleans(), st.sampled_from(["good", "unsure", "bad"])), min_size=4, max_size=12)
)
def test_what_is_filled_in_is_what_is_read_whatever_is_printable(answers):
    wanted = [{"letter": letter, "fit": fit, **({"ready": TICKED} if ready else {})} for letter, ready, fit in answers]
    programs = (lambda values: by_pikepdf(issued(), values), lambda values: by_pypdf(issued(), FORM, values))
    contents = [programs[at % 2](values) for at, values in enumerate(wanted)]
    assert [told(each) for each in read_all(contents, (FORM,))] == wanted


def test_a_folder_means_its_pdfs_by_name_and_not_those_inside_its_folders(tmp_path):
    for name in ("b.pdf", "A.PDF", "notes.txt", "c.pdf"):
        (tmp_path / name).write_bytes(b"x")
    (tmp_path / "deeper").mkdir()
    (tmp_path / "deeper" / "d.pdf").write_bytes(b"x")
    assert [each.name for each in meant_by([tmp_path])] == ["A.PDF", "b.pdf", "c.pdf"]
    assert meant_by([tmp_path / "c.pdf", tmp_path / "c.pdf"]) == (tmp_path / "c.pdf",)
    for number in range(MOST_FILES + 5):
        (tmp_path / f"z{number}.pdf").touch()
    assert len(meant_by([tmp_path])) == MOST_FILES


def test_a_file_that_is_gone_says_so_and_one_that_was_changed_is_not_kept(tmp_path):
    there, gone = tmp_path / "there.pdf", tmp_path / "gone.pdf"
    there.write_bytes(issued())
    good, missing = read_files([there, gone], (FORM,))
    assert isinstance(missing.read, Unreadable)
    assert missing.read.why is Trouble.GONE
    assert good.content() == issued()
    there.write_bytes(issued() + b" ")
    assert good.content() is None


def test_text_of_other_writings_is_read_as_it_was_meant():
    """UTF-8 as PDF 2.0 has it, Latin letters as PDF always had them, a language inside a text, line ends of a Mac."""
    cases = {
        b"\xef\xbb\xbf" + "Čáhppe – ŋ".encode(): "Čáhppe – ŋ",
        "Åse Ødegård".encode("latin-1"): "Åse Ødegård",
        b"\xfe\xff" + "\x1bnb\x1bÅse".encode("utf-16-be"): "Åse",
        b"one\rtwo\r\nthree": "one\ntwo\nthree",
    }
    contents = []
    for raw in cases:
        with pikepdf.open(BytesIO(issued())) as file:
            field = next(each for each in file.Root.AcroForm.Fields if str(each.T) == "letter")
            field.V = pikepdf.String(raw)
            out = BytesIO()
            file.save(out)
            contents.append(out.getvalue())
    assert [told(each)["letter"] for each in read_all(contents, (FORM,))] == list(cases.values())
    assert unicodedata.is_normalized("NFC", "Čáhppe")


def test_the_identity_comes_as_it_was_stamped():
    outcome = read(issued())
    assert isinstance(outcome, ReadForm)
    assert outcome.hidden.startswith(f"1;{IDENTITY.kind};1;{IDENTITY.programme};{IDENTITY.about};")
    assert told(outcome) == {}


def _rules(forms: tuple[Form, ...]) -> bytes:
    rules = form_reading._as_rules({(each.key, each.version): each for each in forms})
    assert json.loads(rules)
    return rules


def test_whatever_is_broken_in_a_file_the_others_are_read():
    """Bytes changed, left out and put in at random (fault 67)."""
    dice = random.Random(7)

    def broken() -> bytes:
        content = bytearray(filled())
        for _ in range(dice.choice((1, 3, 20, 200))):
            at = dice.randrange(len(content))
            more = bytes(dice.randrange(256) for _ in range(dice.randrange(20)))
            content[at : at + dice.randrange(40)] = more
        return bytes(content)

    times = count(40, 100_000)
    found = list(read_all((broken() if at % 2 else filled() for at in range(2 * times)), (FORM,)))
    assert len(found) == 2 * times
    assert all(told(each) == FILLED for each in found[::2])
