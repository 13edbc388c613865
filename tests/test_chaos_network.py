"""A network at its worst loses nothing, and once it is calm all have the same. How soon: `python -m tests.chaos`."""

from concurrent.futures import ThreadPoolExecutor

from tests.chaos import play

SEEDS = range(1, 5)


def test_three_devices_on_a_bad_network_lose_0_edits() -> None:
    with ThreadPoolExecutor(len(SEEDS)) as all_at_once:
        outcomes = list(all_at_once.map(play, SEEDS))
    for outcome in outcomes:
        assert outcome.lost == [], f"seed {outcome.seed}"
        assert all(document == outcome.documents[0] for document in outcome.documents), f"seed {outcome.seed}"
    counts = [outcome.count for outcome in outcomes]
    assert sum(count.resets for count in counts) > 0
    assert sum(count.half_closings for count in counts) > 0
    assert sum(count.slow_bytes for count in counts) > 0
    assert sum(count.ghosts for count in counts) > 0
    assert max(count.longest_delay_s for count in counts) > 1
