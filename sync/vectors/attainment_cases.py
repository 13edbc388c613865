"""attainment.json: numbers of Goal Attainment Scaling as they were published or reckoned by hand, not by our code."""

from typing import Final

from sync.vectors.seeds import Case, Json

# Scores, weights (nothing for none), rho, the number.
_SCORES: Final[list[tuple[list[float], list[float], float, float | None]]] = [
    ([], [], 0.3, None),
    ([0], [], 0.3, 50),
    ([1], [], 0.3, 60),
    ([-1], [], 0.3, 40),
    ([2], [], 0.3, 70),
    ([-2], [], 0.3, 30),
    ([1], [6], 0.3, 60),
    ([-2], [9], 0.3, 30),
    ([1, 1], [], 0.3, 62.4035),
    ([-1, -1], [], 0.3, 37.5965),
    ([1, 0], [], 0.3, 56.2017),
    ([2, -1], [], 0.3, 56.2017),
    ([-1, -1, -1], [], 0.3, 36.3069),
    ([1, 0, -1], [], 0.3, 50),
    ([0, 0, 1], [], 0.3, 54.5644),
    ([2, 1, 0], [], 0.3, 63.6931),
    ([1, 1, 1], [], 0.3, 63.6931),
    ([2, 2, 2], [], 0.3, 77.3861),
    ([-2, -2, -2], [], 0.3, 22.6139),
    ([1, 1, 1, 1], [], 0.3, 64.5095),
    ([-1, -1, -1, -1], [], 0.3, 35.4905),
    ([0, 1, 1, -1], [], 0.3, 53.6274),
    ([1, 1, 1, 1, 1], [], 0.3, 65.0756),
    ([-1, -1, -1, -1, -1], [], 0.3, 34.9244),
    ([1, 0, -1], [2, 4, 6], 0.3, 45.5935),
    ([0, 1, 2, -1], [1, 2, 3, 4], 0.3, 55.6011),
    ([0, 1, -1, 2], [9, 6, 4, 1], 0.3, 52.7356),
    ([-2, 0, -1, 2, 0, 1], [3, 5, 1, 4, 2, 6], 0.3, 55),
    ([1, 1], [0, 1], 0.3, 60),
    ([1, -1], [0, 0], 0.3, 50),
    ([1, 1], [0, 0], 0.3, 62.4035),
    ([-1, -0.5, 0], [], 0.3, 43.1535),
    ([-1, -1, -2], [2, 4, 6], 0.3, 30.1706),
    ([0, 1, -1], [2, 4, 6], 0.3, 47.7968),
    ([0, 1, -1], [], 0.3, 50),
    ([1, 1, 1], [], 0, 67.3205),
    ([1, 1, 1], [], 1, 60),
]
# The word, where it began, half scores, the level.
_WORDS: Final[list[tuple[str, str, bool, float]]] = [
    *((word, began, half, level) for word, level in (("a lot better", 2.0), ("a bit better", 1.0), ("as hoped", 0.0))
      for began in ("", "much less", "less", "expected") for half in (False, True)),
    *((word, "much less", half, level) for word, level in (("partly", -1.0), ("no change", -2.0), ("worse", -2.0))
      for half in (False, True)),
    *((word, "less", False, level) for word, level in (("partly", -1.0), ("no change", -1.0), ("worse", -2.0))),
    ("partly", "less", True, -0.5),
    ("no change", "less", True, -1),
    ("worse", "less", True, -2),
    ("partly", "", False, -1),
    ("no change", "", False, -1),
    ("partly", "", True, -0.5),
    ("no change", "expected", False, 0),
    ("partly", "expected", True, -1),
    ("worse", "expected", False, -2),
]  # fmt: skip


def build() -> Case:
    """The file's content."""
    scores: list[Json] = [
        {
            "name": f"{_listed(scores) or 'nothing rated'} by {_listed(weights) or 'no weights'} at {rho}",
            "goals": [[score, weights[at] if weights else None] for at, score in enumerate(scores)],
            "rho": rho,
            "t": t,
        }
        for scores, weights, rho, t in _SCORES
    ]
    words: list[Json] = [
        {"name": f"{word} from {began or 'unsaid'}{', half scores' if half else ''}",
         "word": word, "baseline": began, "half": half, "score": score}
        for word, began, half, score in _WORDS
    ]  # fmt: skip
    return {"scores": scores, "words": words}


def _listed(numbers: list[float]) -> str:
    return ", ".join(map(str, numbers))
