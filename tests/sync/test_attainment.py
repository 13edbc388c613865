"""Python passes the vectors of Goal Attainment Scaling, which were published or reckoned by hand."""

import json
from typing import Final, TypedDict

import pytest

from sync.attainment import Baseline, Rated, Word, score_of, t_score, weight_of
from tests.sources import ROOT


class Score(TypedDict):
    name: str
    goals: list[tuple[float, float | None]]
    rho: float
    t: float | None


class Level(TypedDict):
    name: str
    word: Word
    baseline: Baseline
    half: bool
    score: float


class Cases(TypedDict):
    scores: list[Score]
    words: list[Level]


CASES: Final[Cases] = json.loads((ROOT / "sync" / "vectors" / "attainment.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES["scores"], ids=lambda case: case["name"])
def test_the_number_is_what_was_reckoned(case: Score) -> None:
    found = t_score([Rated(*goal) for goal in case["goals"]], case["rho"])
    assert found == (None if case["t"] is None else pytest.approx(case["t"], abs=1e-4))


@pytest.mark.parametrize("case", CASES["words"], ids=lambda case: case["name"])
def test_a_word_stands_for_a_level(case: Level) -> None:
    assert score_of(case["word"], case["baseline"], half_scores=case["half"]) == case["score"]


def test_goals_count_alike_where_one_weight_was_not_said() -> None:
    assert t_score([Rated(1, 9), Rated(0)]) == pytest.approx(56.2017, abs=1e-4)


def test_a_weight_is_importance_by_difficulty_and_nothing_where_either_was_not_said() -> None:
    assert [weight_of(3, 2), weight_of(0, 3), weight_of(None, 2), weight_of(2, None)] == [6, 0, None, None]
