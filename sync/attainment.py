"""Goal Attainment Scaling: how far a goal was reached, in words, and the one number some ask for.

After Kiresuk and Sherman, with the formula as corrected by the erratum to Turner-Stokes 2009. The number is null where
nothing was rated, is only ever shown where it is asked for, and is never for comparing people: it depends on how many
goals there are.
"""

from collections.abc import Sequence
from math import sqrt
from typing import Final, Literal, NamedTuple, TypeAlias

from typing_extensions import TypeAliasType

Baseline = TypeAliasType("Baseline", Literal["", "much less", "less", "expected"])
Word: TypeAlias = Literal["a lot better", "a bit better", "as hoped", "partly", "no change", "worse"]
Weight: TypeAlias = Literal[0, 1, 2, 3]

RHO: Final = 0.3  # how much goals of one person are taken to go together
_ACHIEVED: Final[dict[str, float]] = {"a lot better": 2, "a bit better": 1, "as hoped": 0}
# Where it began; "expected" is a goal to keep going what goes well already.
_BEGAN: Final[dict[str, float]] = {"much less": -2, "less": -1, "": -1, "expected": 0}


class Rated(NamedTuple):
    """One goal that was rated. A weight that was not said is None."""

    score: float
    weight: float | None = None


def score_of(word: Word, baseline: Baseline, *, half_scores: bool = False) -> float:
    """The level that a word stands for, from -2 to 2. With half scores, partly there from -1 is -0.5."""
    if word in _ACHIEVED:
        return _ACHIEVED[word]
    began = _BEGAN[baseline]
    if word == "no change":
        return began
    if word == "worse":
        return -2
    return -0.5 if half_scores and began == -1 else -1


def weight_of(importance: Weight | None, difficulty: Weight | None) -> float | None:
    """Importance is the owner's own, difficulty both's. None where either was not said."""
    return None if importance is None or difficulty is None else importance * difficulty


def t_score(goals: Sequence[Rated], rho: float = RHO) -> float | None:
    """50 where all was reached as hoped; None, never 50, where nothing was rated.

    Goals count alike where a weight was not said, and where all weights are 0.
    """
    if not goals:
        return None
    said = [goal.weight for goal in goals if goal.weight is not None]
    are_weighed = len(said) == len(goals) and any(said)
    weights = said if are_weighed else [1.0] * len(goals)
    reached = sum(weight * goal.score for weight, goal in zip(weights, goals, strict=True))
    spread = (1 - rho) * sum(weight * weight for weight in weights) + rho * sum(weights) ** 2
    return 50 + 10 * reached / sqrt(spread)
