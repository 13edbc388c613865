"""How hard Kith's own words are to read, by the grade of Flesch and Kincaid as `textstat` works it out.

The grade is the year of school in which most can read it. It is meant for sentences; a label of one or two words is
graded too, and then a single long word counts for all, so those that are above the limit stand in a list with the
reason why they stay.
"""

import json
import statistics
import subprocess
from pathlib import Path
from typing import Final

import pytest

from tests.sources import ROOT

MEDIAN_AT_MOST: Final = 6
NONE_ABOVE: Final = 9
PLAIN: Final = "one plain word that nobody needs to have explained"
HARDER: Final = {
    "words.details.contexts.family": PLAIN,
    "words.details.situations.carrying": "a daily thing, in the words that people use for it",
    "words.doors.inviteMake": "it is what the thing is called, and a card is something else here",
    "words.going.worksHint": "three words of which everybody uses each",
    "words.history.yesterday": PLAIN,
    "words.map.kinds.activity": "a kind of thing on a map, with its own sign; nothing shorter holds them all",
    "words.map.kinds.animal": PLAIN,
    "words.out.marks.mostly together": "stands between “together” and “on my own”",
    "words.out.marks.together": PLAIN,
    "words.plan.whoseAll": PLAIN,
    "words.talk.feelings.curious": "a feeling with a face beside it, among others that are easier",
    "words.who.invitations": "it is what the thing is called, and a card is something else here",
}


@pytest.fixture(scope="module")
def lines(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """Every line of the word catalogue, by its place there. What is filled in is filled in with a short name."""
    built = tmp_path_factory.mktemp("words") / "lines.mjs"
    bundler = ROOT / "webapp" / "node_modules" / ".bin" / "rolldown"
    source = ROOT / "webapp" / "src" / "words" / "lines-for-tests.ts"
    subprocess.run([bundler, source, "--format", "esm", "--file", built], check=True, capture_output=True, cwd=ROOT)
    told = f"import('{built.as_uri()}').then(({{ all }}) => console.log(JSON.stringify(Object.fromEntries(all))))"
    answer = subprocess.run(["node", "--eval", told], check=True, capture_output=True, text=True)
    found: dict[str, str] = json.loads(answer.stdout)
    return found


@pytest.fixture(scope="module")
def grades(lines: dict[str, str], tmp_path_factory: pytest.TempPathFactory) -> dict[str, float]:
    """The grade of every line, by its place in the catalogue."""
    without_downloads(tmp_path_factory.mktemp("dictionary"))
    from textstat import flesch_kincaid_grade

    return {place: flesch_kincaid_grade(line) for place, line in lines.items()}


def without_downloads(folder: Path) -> None:
    """Gives textstat a dictionary of no words, which it would fetch from the internet: it counts by hyphens then."""
    import nltk

    dictionary = folder / "corpora" / "cmudict" / "cmudict"
    dictionary.parent.mkdir(parents=True)
    dictionary.touch()
    nltk.data.path.insert(0, str(folder))


def test_most_lines_are_easy(grades: dict[str, float]) -> None:
    assert len(grades) > 2000
    assert statistics.median(grades.values()) <= MEDIAN_AT_MOST


def test_no_line_is_hard_without_a_reason(lines: dict[str, str], grades: dict[str, float]) -> None:
    hard = {place for place, grade in grades.items() if grade > NONE_ABOVE}
    assert {place: lines[place] for place in hard - HARDER.keys()} == {}
    assert HARDER.keys() - hard == set()
