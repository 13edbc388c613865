"""One table of what Kith is held against: B1, B2, B3 and B10, of runs that were interleaved, and a plot of them.

The same load, the same cores for the server and for the load, medians with their spread. Where the bench raises Kith's
limits the table says so.
"""

import argparse
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Final

from bench import idle, relay, spaces
from bench.figures import machine, ratio, show, spread
from bench.idle import Weight
from bench.peer import Unexpected
from bench.plot import Bar, Panel, draw
from bench.processes import BENCH
from bench.relay import Turn
from bench.relays import RAISED
from bench.spaces import Case, Costs

SVG: Final = BENCH / "compare.svg"
SPACES: Final = (10, 2_500)
KEPT: Final = (0, 10_000)
BUDGETS: Final = {
    "bare ws relay": "≥ 1 ×",
    "@y/websocket-server": "≥ 2.5 ×",
    "Hocuspocus with SQLite": "≥ 6 ×",
}
HEADS: Final = ("budget", "figure", "Kith", "held against", "its figure", "Kith against it", "to be")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    relay.add_options(parser)
    parser.add_argument("--pushes", type=int, default=10_000, help="of B10, that are counted, each time (10000)")
    parser.add_argument("--idle-rooms", type=int, default=1_000, help="of B3 (1000)")
    parser.add_argument("--svg", type=Path, default=SVG, help="where the plot goes (bench/compare.svg)")
    options = parser.parse_args()
    turns = relay.measure(relay.plan(options))
    weights = idle.measure(options.idle_rooms, options.runs)
    costs = spaces.measure(SPACES, KEPT, options.pushes, options.runs)
    rows = [*relay_rows(turns, options.rate), *idle_rows(weights), *space_rows(costs)]
    show("Kith held against others", HEADS, rows)
    print(f"Kith's limits that are raised for this: {', '.join(sorted(RAISED))}; for B10 also ping_s and idle_s.")
    print(f"{machine('gevent', 'websockets', 'cryptography')}, Node {relay.node_version()}")
    options.svg.write_text(draw(panels(turns, weights, costs, options.rate)), "utf-8")


def relay_rows(turns: dict[str, list[Turn]], rate: float) -> Iterator[list[str]]:
    figures: list[tuple[str, Callable[[Turn], float]]] = [
        ("records a CPU second, joined", lambda turn: turn.several.per_cpu_s),
        ("the same by the clock", lambda turn: turn.several.outcome.per_s),
        ("records a CPU second, frame by frame", lambda turn: turn.singly.per_cpu_s),
        ("the same by the clock", lambda turn: turn.singly.outcome.per_s),
    ]
    kith, *rivals = turns
    for what, figure in figures:
        ours = [figure(turn) for turn in turns[kith]]
        for rival in rivals:
            theirs = [figure(turn) for turn in turns[rival]]
            yield ["B1", what, spread(ours), rival, spread(theirs), ratio(ours, theirs), BUDGETS.get(rival, "")]
    late = [turn.steady.p95_ms for turn in turns[kith]]
    for rival in rivals:
        theirs = [turn.steady.p95_ms for turn in turns[rival]]
        budget = "≤ 2 ×" if rival == "bare ws relay" else ""
        figures_ = [spread(late, 2), rival, spread(theirs, 2), ratio(late, theirs)]
        yield ["B2", f"p95 at {rate:,.0f} a second, ms", *figures_, budget]


def idle_rows(weights: dict[str, list[Weight]]) -> Iterator[list[str]]:
    kith, *rivals = weights
    ours = [weight.socket_kib for weight in weights[kith]]
    yield ["B3", "KiB an idle socket", spread(ours, 1), "the budget", "40", ratio(ours, [40.0] * len(ours)), "≤ 1 ×"]
    for rival in rivals:
        theirs = [weight.socket_kib for weight in weights[rival]]
        yield ["B3", "KiB an idle socket", spread(ours, 1), rival, spread(theirs, 1), ratio(ours, theirs), ""]


def space_rows(costs: dict[Case, list[Costs]]) -> Iterator[list[str]]:
    (first, at_first), *rest = costs.items()
    for case, theirs in rest:
        for what, cpu in (("all in turn", _in_turn), ("ten push", _ten)):
            here, there = cpu(theirs), cpu(at_first)
            cells = [spread(here), f"{first.spaces} spaces", spread(there), ratio(here, there)]
            yield ["B10", f"CPU µs a push, {_named(case)}, {what}", *cells, "flat"]


def panels(
    turns: dict[str, list[Turn]], weights: dict[str, list[Weight]], costs: dict[Case, list[Costs]], rate: float
) -> list[Panel]:
    def of_turns(title: str, figure: Callable[[Turn], float], shown: Callable[[float], str]) -> Panel:
        bars = [Bar(name, [figure(turn) for turn in theirs], name == "Kith") for name, theirs in turns.items()]
        return Panel(title, bars, shown)

    memory = [Bar(name, [it.socket_kib for it in theirs], name == "Kith") for name, theirs in weights.items()]
    pushes = [Bar(_named(case), _in_turn(theirs), is_ours=True) for case, theirs in costs.items()]
    return [
        of_turns("B1: records for a CPU second, joined (more is better)", lambda it: it.several.per_cpu_s, _whole),
        of_turns("B1: the same, frame by frame (more is better)", lambda it: it.singly.per_cpu_s, _whole),
        of_turns(f"B2: p95 at {rate:,.0f} a second, ms (less is better)", lambda it: it.steady.p95_ms, _tenths),
        Panel("B3: memory of an idle socket, KiB (less is better)", memory, _tenths),
        Panel("B10: CPU µs for a push, all spaces in turn (should be level)", pushes, _whole),
    ]


def _named(case: Case) -> str:
    return f"{case.spaces:,} spaces" + (f" and {case.kept:,} kept" if case.kept else "")


def _in_turn(costs: Sequence[Costs]) -> list[float]:
    return [cost.in_turn.cpu_us for cost in costs]


def _ten(costs: Sequence[Costs]) -> list[float]:
    return [cost.ten.cpu_us for cost in costs]


def _whole(value: float) -> str:
    return f"{value:,.0f}"


def _tenths(value: float) -> str:
    return f"{value:,.1f}"


if __name__ == "__main__":
    try:
        main()
    except Unexpected as unexpected:
        sys.exit(f"no figure: {unexpected}")
