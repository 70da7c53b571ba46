"""No kind of document escapes: each is in the registry once, with facts that menus, files and privacy build on."""

from __future__ import annotations

import importlib
import pkgutil
import subprocess
import sys

import pytest

import mentordesk.documents
from mentordesk.documents.kinds import Declared, Scope
from mentordesk.documents.registry import ALL_KINDS, kind_of, kinds_of
from mentordesk.domain.privacy import PrivacyClass


def declared_anywhere() -> dict[str, Declared]:
    """By the place of each declaration; a kind told on by another module is the same object."""
    modules = [
        importlib.import_module(found.name)
        for found in pkgutil.walk_packages(mentordesk.documents.__path__, "mentordesk.documents.")
    ]
    return {
        f"{module.__name__}.{name}": value
        for module in modules
        for name, value in vars(module).items()
        if isinstance(value, Declared)
    }


def test_every_kind_that_is_declared_is_in_the_registry_once() -> None:
    declared = {id(kind): place for place, kind in declared_anywhere().items()}
    listed = [id(kind) for kind in ALL_KINDS]

    assert [place for kind, place in declared.items() if kind not in listed] == []
    assert len(set(listed)) == len(listed) == len(declared)
    assert len(ALL_KINDS) >= 22


def test_keys_are_words_that_a_command_line_takes_and_nobody_s_twice() -> None:
    keys = [kind.key for kind in ALL_KINDS]

    assert len(set(keys)) == len(keys)
    assert all(key == key.lower() and key.replace("-", "").isalnum() and key.isascii() for key in keys)


@pytest.mark.parametrize("kind", ALL_KINDS, ids=lambda kind: kind.key)
def test_kinds_are_facts(kind: Declared) -> None:
    assert kind_of(kind.key) is kind
    assert kind in kinds_of(kind.scope)
    assert kind.audience
    assert kind.highest <= PrivacyClass.K2, "what is said in a conversation is on no paper of ours"
    assert {"{title}"} <= set(kind.file_name.split())
    if kind.form:
        assert any(field.taken for field in kind.form.fields), "a form of which nothing is read is none"


def test_every_scope_is_in_use_and_parts_the_kinds() -> None:
    parted = [kind for scope in Scope for kind in kinds_of(scope)]

    assert len(parted) == len(ALL_KINDS)
    assert all(kinds_of(scope) for scope in Scope)


def test_no_kind_has_an_unknown_key() -> None:
    with pytest.raises(KeyError):
        kind_of("nothing")


def test_listing_kinds_loads_no_reportlab() -> None:
    code = (
        "import sys, mentordesk.documents.registry, mentordesk.documents.printing\n"
        "print([name for name in ('reportlab', 'pypdf', 'pikepdf', 'PIL') if name in sys.modules])"
    )
    seen = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert seen.stdout.strip() == "[]"
