"""The banks that properties are tested with are of all sorts."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from .strategies import banks


def test_many_facts_are_confusable_with_none_and_pairs_stand_in_any_order():
    """Questions look elsewhere for wrong answers where an author names none, and take the first that is named first."""
    alone: list[bool] = []
    upwards: set[bool] = set()

    @settings(max_examples=50, derandomize=True, database=None, suppress_health_check=list(HealthCheck))
    @given(banks())
    def collect(bank):
        for fact in bank.facts:
            alone.append(not fact.confusable_with)
            if len(fact.confusable_with) == 2:
                upwards.add(fact.confusable_with == tuple(sorted(fact.confusable_with)))

    collect()

    assert 0.3 < sum(alone) / len(alone) < 0.6
    assert {False, True} == upwards
