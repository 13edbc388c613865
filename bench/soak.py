"""An hour of talk in which somebody always leaves and somebody comes back: what grows meanwhile, and should not."""

import argparse
import sys
from collections.abc import Sequence
from typing import Final

from bench.figures import Promise, judge, machine
from bench.peer import Unexpected
from bench.processes import Sample
from bench.steady import lost, talk

SLOPE_MIB_H: Final = 1
SPARE_FILES: Final = 8  # one that leaves and one that comes, and the store's


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--minutes", type=float, default=60, help="how long (60)")
    parser.add_argument("--sockets", type=int, default=100, help="in rooms of two (100)")
    parser.add_argument("--rate", type=float, default=50, help="records a second, all together (50)")
    options = parser.parse_args()
    seen = talk(options.sockets, options.rate, options.minutes * 60, leaving=True)
    counted = seen.samples[len(seen.samples) // 4 :]  # the first quarter is for caches to fill
    slope, files = slope_mib_h(counted), [sample.files for sample in counted]
    status = judge(
        f"A soak of {options.minutes:g} minutes, {options.sockets} sockets, {options.rate:g} records a second",
        [
            Promise("memory", f"{slope:+.2f} MiB an hour", f"< {SLOPE_MIB_H} MiB an hour", slope < SLOPE_MIB_H),
            Promise("open files", f"{min(files)} to {max(files)}", "flat", max(files) - min(files) <= SPARE_FILES),
            lost(seen),
        ],
    )
    print(machine("gevent", "websockets", "cryptography"))
    sys.exit(status)


def slope_mib_h(samples: Sequence[Sample]) -> float:
    """Of the straight line that lies nearest to them."""
    middle_s = sum(sample.at_s for sample in samples) / len(samples)
    middle_mib = sum(sample.mib for sample in samples) / len(samples)
    squares = sum((sample.at_s - middle_s) ** 2 for sample in samples)
    return sum((it.at_s - middle_s) * (it.mib - middle_mib) for it in samples) / squares * 3600


if __name__ == "__main__":
    try:
        main()
    except Unexpected as unexpected:
        sys.exit(f"no figure: {unexpected}")
