"""A programme's frame and requirements edited: one change each, which undo takes back whole."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mentordesk.actions.criteria import answer_criterion
from mentordesk.actions.programme_settings import (
    add_criterion,
    edit_criterion,
    edit_programme,
    remove_criterion,
    set_capacity,
    set_priority,
)
from mentordesk.actions.programmes import create_programme
from mentordesk.domain.criteria import Criterion, Gate, Measure, PaperKind
from mentordesk.domain.legal_form import LegalForm
from mentordesk.domain.people import Role
from mentordesk.domain.programmes import CostRule, PriorityGroup
from mentordesk.domain.refusals import Refused
from mentordesk.i18n.catalog import catalog
from mentordesk.i18n.languages import LanguageCode
from mentordesk.i18n.message import Wording
from mentordesk.queries.programmes import one_programme
from mentordesk.storage.checks import signature
from mentordesk.storage.records import CriterionNoteRecord
from tests.actions.test_participants import somebody
from tests.counts import count
from tests.queries.small_programme import START, add

OWN = Criterion("", Role.MENTEE, Measure.OWN, Wording(nb="Lederen er med", en="The manager takes part"), Gate.SELECTION)


@pytest.fixture
def programme(store):
    return create_programme(store, template_key="nno", name="Kull 1", starts_on=START).id


def known(store, programme):
    return one_programme(store, programme)


def asked(store, programme):
    return {criterion.key: criterion for criterion in known(store, programme).settings.criteria}


def test_the_frame_is_edited_part_by_part(store, programme):
    edit_programme(store, programme, name=" Kull  A ", owner="The house", legal_form=LegalForm.NORWEGIAN_PUBLIC)
    edit_programme(store, programme, languages=[LanguageCode.SV, LanguageCode.NB], cost_rule=CostRule.PROGRAMME)
    edit_programme(store, programme, signers=["Anne Lie", ""], regional_programme="The region's")

    now = known(store, programme)
    assert (now.name, now.settings.owner, now.settings.legal_form) == (
        "Kull A",
        "The house",
        LegalForm.NORWEGIAN_PUBLIC,
    )
    assert now.settings.languages == (LanguageCode.SV, LanguageCode.NB)
    assert [signer.name for signer in now.settings.signers] == ["Anne Lie", ""]
    assert (now.settings.cost_rule, now.settings.regional_programme) == (CostRule.PROGRAMME, "The region's")


def test_undo_takes_an_edit_back(store, programme):
    before = signature(store)
    edit_programme(store, programme, owner="Somebody else")
    assert catalog("en").say(store.undo_name()) == "Edit the programme Kull 1"
    store.undo()

    assert signature(store) == before


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"name": " "}, "needs a name"),
        ({"name": "Kull 2"}, "in the file already"),
        ({"owner": "x" * 201}, "201 characters"),
        ({"languages": []}, "at least one language"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_changes(store, programme, told, why):
    create_programme(store, template_key="nu", name="Kull 2", starts_on=START)
    before = signature(store)
    with pytest.raises(Refused) as no:
        edit_programme(store, programme, **told)

    assert why in catalog("en").say(no.value.message)
    assert signature(store) == before


def test_a_programme_may_keep_its_own_name(store, programme):
    edit_programme(store, programme, name="Kull 1", owner="X")

    assert known(store, programme).name == "Kull 1"


def test_capacity_is_a_number_or_no_limit(store, programme):
    set_capacity(store, programme, 16)
    assert known(store, programme).settings.capacity == 16
    set_capacity(store, programme, None)
    assert known(store, programme).settings.capacity is None
    with pytest.raises(Refused, match="at least one mentee"):
        set_capacity(store, programme, 0)


def test_priority_groups_keep_their_order(store, programme):
    groups = [
        PriorityGroup(key, Role.MENTEE, Wording(en=key), Measure.NEW_IN_LEADERSHIP, months)
        for key, months in (("newest", 6), ("new", 12))
    ]
    set_priority(store, programme, groups)

    assert known(store, programme).settings.priority == tuple(groups)
    with pytest.raises(ValueError, match="stands 2 times"):
        set_priority(store, programme, [groups[0], groups[0]])


def test_a_group_needs_what_can_be_known_beforehand_and_gets_a_key(store, programme):
    def group(measure, figure=0, key=""):
        return PriorityGroup(key, Role.MENTEE, Wording(en="x"), measure, figure)

    kept = set_priority(store, programme, [group(Measure.TRAINED, 3, "first_4"), group(Measure.BACKGROUND)])
    assert [(each.key, each.figure) for each in kept] == [("first_4", 0), ("first_5", 0)]
    for measure in (Measure.OWN, Measure.PAPER, Measure.NUMBER, Measure.DAY, Measure.DOCUMENT):
        with pytest.raises(Refused, match="beforehand"):
            set_priority(store, programme, [group(measure, 1)])
    with pytest.raises(Refused, match="how many"):
        set_priority(store, programme, [group(Measure.NEW_IN_LEADERSHIP)])


def test_a_criterion_is_added_edited_and_removed(store, programme):
    key = add_criterion(store, programme, OWN)
    assert asked(store, programme)[key].gate is Gate.SELECTION
    edit_criterion(store, programme, Criterion(key, Role.MENTOR, Measure.TRAINED, Wording(en="Takes part"), Gate.START))
    edited = asked(store, programme)[key]
    assert (edited.role, edited.measure) == (Role.MENTEE, Measure.OWN), "answers were given to these"
    assert (edited.title.en, edited.gate) == ("Takes part", Gate.START)
    remove_criterion(store, programme, key)

    assert key not in asked(store, programme)


def test_what_something_is_noted_of_goes_only_with_a_reason(store, programme):
    key = add_criterion(store, programme, OWN)
    answer_criterion(store, somebody(store, programme), key, False)
    with pytest.raises(Refused, match="Say why"):
        remove_criterion(store, programme, key)
    assert key in asked(store, programme)
    remove_criterion(store, programme, key, reason="Asked in the interview now")

    assert "Asked in the interview now" in catalog("en").say(store.undo_name())
    assert key not in asked(store, programme)


def test_a_key_that_was_answered_is_never_given_again(store, programme):
    key = add_criterion(store, programme, OWN)
    answer_criterion(store, somebody(store, programme), key, True)
    remove_criterion(store, programme, key, reason="x")

    assert add_criterion(store, programme, OWN) != key


def test_one_that_is_gone_is_said_to_be_gone(store, programme):
    for deed in (edit_criterion, lambda s, p, c: remove_criterion(s, p, c.key)):
        with pytest.raises(Refused, match="removed meanwhile"):
            deed(store, programme, Criterion("gone", Role.MENTEE, Measure.OWN, Wording(en="x")))


def test_a_criterion_without_a_title_is_refused(store, programme):
    with pytest.raises(Refused, match="needs a title"):
        add_criterion(store, programme, Criterion("", Role.MENTEE, Measure.OWN, Wording(nb="  ")))


@settings(max_examples=count(20, 500), deadline=None)
@given(st.lists(st.from_regex(r"own_[0-9]{1,4}", fullmatch=True), max_size=5, unique=True))
def test_keys_count_on_from_the_highest(keys):
    """Of the criteria and of what was noted alike."""
    import tempfile
    from pathlib import Path

    from mentordesk.storage.opening import open_store

    with tempfile.TemporaryDirectory() as folder, open_store(Path(folder) / "x.mentordesk", create=True) as store:
        programme = create_programme(store, template_key="nno", name="Kull", starts_on=START).id
        id_ = somebody(store, programme)
        add(store, *[CriterionNoteRecord(participation_id=id_, criterion=key, answer=True) for key in keys])
        first, second = (add_criterion(store, programme, OWN) for _ in range(2))

    highest = max([int(key[4:]) for key in keys], default=0)
    assert [first, second] == [f"own_{highest + 1}", f"own_{highest + 2}"]


def test_a_measure_gets_what_it_needs_and_no_more(store, programme):
    title = Wording(en="x")
    with pytest.raises(Refused, match="how many"):
        add_criterion(store, programme, Criterion("", Role.MENTOR, Measure.LEADERSHIP_YEARS, title))
    with pytest.raises(Refused, match="which paper"):
        add_criterion(store, programme, Criterion("", Role.MENTOR, Measure.PAPER, title))
    key = add_criterion(
        store, programme, Criterion("", Role.MENTOR, Measure.OWN, title, figure=3, paper=PaperKind.BOOK)
    )

    assert (asked(store, programme)[key].figure, asked(store, programme)[key].paper) == (0, None)
