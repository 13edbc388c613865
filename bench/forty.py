"""How long forty connections take to put on the map: what the app takes to answer, and a human pace for each gesture.

The gestures are real ones, touches and keys through the developer tools on the tablet of e2e: names, kinds, rings, some
carried with a finger, some details, some ties (`e2e/a_full_map.py`). What the script takes from its first gesture to
its last counts as the app's answering, its own driver's work included; but letters are written on while the app draws,
so of them counts only what takes longer than a person's pace. Talking and thinking are not in it.
"""

import argparse
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from typing import Final

from playwright.sync_api import Locator, sync_playwright

from bench.figures import Promise, judge, machine, show, tell
from bench.processes import cores, kith_server
from bench.tablet import STATIC, slow
from e2e.a_full_map import CONNECTIONS, TIES, heard_of, moves_some, names_everybody, says_some, ties_some
from e2e.device import TABLET, Device
from e2e.on_the_map import Finger
from e2e.people import Person

LIMIT_S: Final = 240
PARTS: Final = {
    f"{len(CONNECTIONS)} names, with their kinds and rings": names_everybody,
    "four carried to another place": moves_some,
    "a little said of seven": says_some,
    f"{sum(len(others) for _, others in TIES)} ties": ties_some,
}


class Counted(Person):
    """Whoever does it, with each gesture counted."""

    def __init__(self, name: str, device: Device, letter_s: float) -> None:
        super().__init__(name, device)
        self.gestures: Counter[str] = Counter()
        self.meanwhile_s = 0.0
        """What the app and the driver did within the pace of a hand that writes."""
        self._letter_s = letter_s

    def touches(self, thing: Locator) -> None:
        self.gestures["taps"] += 1
        super().touches(thing)

    def types(self, text: str) -> None:
        with self._writing(len(text)):
            super().types(text)

    def hits(self, *keys: str) -> None:
        with self._writing(len(keys)):
            super().hits(*keys)

    def moves_fingers(self, fingers: list[Finger]) -> None:
        self.gestures["drags"] += len(fingers)
        super().moves_fingers(fingers)

    @contextmanager
    def _writing(self, letters: int) -> Iterator[None]:
        self.gestures["letters"] += letters
        began_s = monotonic()
        yield
        self.meanwhile_s += min(monotonic() - began_s, letters * self._letter_s)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--static", type=Path, default=STATIC, help="the built web app (server/static)")
    parser.add_argument("--throttle", type=float, default=4, help="how much slower than this machine (4)")
    parser.add_argument("--tap", type=float, default=0.8, help="seconds to reach a thing and tap it (0.8)")
    parser.add_argument("--letter", type=float, default=0.28, help="seconds a letter: 40 words a minute (0.28)")
    parser.add_argument("--drag", type=float, default=1.5, help="seconds to carry somebody with a finger (1.5)")
    options = parser.parse_args()
    pace_s = {"taps": options.tap, "letters": options.letter, "drags": options.drag}
    core, _ = cores()
    rows: list[list[str]] = []
    total: Counter[str] = Counter()
    answering_s = human_s = 0.0
    with TemporaryDirectory(prefix="kith-bench-") as temporary, sync_playwright() as playwright:
        folder = Path(temporary)
        with kith_server(folder, core, {"KITH_STATIC": str(options.static.resolve())}) as relay:
            sam = Counted("Sam", Device(playwright, relay.origin, folder / "one", TABLET), options.letter)
            sam.opens_kith()
            sam.starts_together()
            slow(sam.page, options.throttle)
            for part, does in PARTS.items():
                sam.gestures.clear()
                began_s, sam.meanwhile_s = monotonic(), 0.0
                does(sam)
                took_s = monotonic() - began_s - sam.meanwhile_s
                paced_s = sum(pace_s[kind] * count for kind, count in sam.gestures.items())
                answering_s, human_s = answering_s + took_s, human_s + paced_s
                total.update(sam.gestures)
                counts = [str(sam.gestures[kind]) for kind in pace_s]
                rows.append([part, *counts, f"{paced_s:.0f}", f"{took_s:.1f}", f"{paced_s + took_s:.0f}"])
                tell(f"{part}: {took_s:.1f} s")
            heard = sam.hears_the_map()
            missing = [one.name for one in CONNECTIONS if heard_of(one.name) not in heard]
            sam.device.closes()
    all_s = human_s + answering_s
    counts = [str(total[kind]) for kind in pace_s]
    rows.append(["all of it", *counts, f"{human_s:.0f}", f"{answering_s:.1f}", f"{all_s:.0f}"])
    pace = f"{options.tap:g} s a tap, {options.letter:g} s a letter, {options.drag:g} s a drag"
    title = f"Forty connections on a map, {options.throttle:g}× CPU throttle; a person's pace: {pace}"
    show(title, ["part", *pace_s, "a person, s", "the app, s", "together, s"], rows)
    tell(machine("playwright"))
    promises = [
        Promise("interface time", f"{all_s:.0f} s", f"under {LIMIT_S} s", all_s < LIMIT_S),
        Promise("the map is what was entered", f"{len(missing)} missing", "0 missing", not missing),
    ]
    return judge("What was promised", promises)


if __name__ == "__main__":
    raise SystemExit(main())
