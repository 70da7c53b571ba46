"""Factors and rules bear the same keys in the settings of a programme and in the matching."""

from __future__ import annotations

from mentordesk.domain.programmes import FACTOR_KEYS, RULE_KEYS
from mentordesk.domain.template_names import TEMPLATES
from mentordesk.domain.templates import template
from mentordesk.matching.factors import FACTORS
from mentordesk.matching.rules import RULES


def test_every_factor_can_be_weighed():
    assert {factor.key for factor in FACTORS} == set(FACTOR_KEYS)


def test_every_rule_that_can_be_switched_has_a_switch():
    always = {rule.key for rule in RULES if rule.always}

    assert {rule.key for rule in RULES} - always <= set(RULE_KEYS) <= {rule.key for rule in RULES}


def test_templates_weigh_every_factor():
    for key in TEMPLATES:
        matching = template(key).matching
        assert set(matching.weights) == set(FACTOR_KEYS), key
        assert sum(matching.weights.values()) > 0
