"""Python passes the vectors of measures. Those of `numbers` were reckoned by hand from the definitions."""

from dataclasses import asdict

import pytest

from sync import measures
from sync.document import from_plain
from sync.vectors.measure_cases import rounded
from tests.sync.vector import Vector, by_name, cases


@pytest.mark.parametrize("case", cases("measures", "numbers"), ids=by_name)
def test_numbers(case: Vector) -> None:
    answer = getattr(measures, case.text("ask"))(*case.listed("given"))
    assert rounded(answer) == case.fields["answer"]


@pytest.mark.parametrize("case", cases("measures", "turnovers"), ids=by_name)
def test_two_maps(case: Vector) -> None:
    before, after = (measures.standing(from_plain(case.part(key).fields)) for key in ("before", "after"))
    assert rounded(asdict(measures.turnover(before, after))) == case.fields["answer"]


def test_eight_people_as_the_definitions_have_them() -> None:
    (eight,) = (case for case in cases("measures", "maps") if case.name.startswith("eight people, five"))
    people = eight.part("people").fields
    assert people["n"] == 8
    assert (people["outside"], people["inside"], people["any_service"]) == (0.625, 0.25, 0.375)
    assert (people["density"], people["services_ei"], people["closeness"]) == (0.178571, 0.25, 1.875)
    assert (people["contexts_blau"], people["contexts_entropy"]) == (0.75, 2.155639)
    (later,) = (case for case in cases("measures", "turnovers") if case.name.startswith("six kept"))
    shares = later.part("answer").fields
    assert (shares["jaccard"], shares["retention"], shares["new_share"]) == (0.545455, 0.75, 0.333333)


def test_nobody_is_called_gone_who_is_only_in_the_tray() -> None:
    (moved,) = (case for case in cases("measures", "turnovers") if case.name.startswith("one closer"))
    answer = moved.part("answer").fields
    assert (answer["unplaced"], answer["not_shown"], answer["new"]) == (["cy"], [], [])
