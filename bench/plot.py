"""Bars with their spread, as an SVG that any browser shows: one panel a figure, each to its own scale."""

from collections.abc import Callable, Sequence
from html import escape
from statistics import median
from typing import Final, NamedTuple

WIDTH: Final = 860
LABEL: Final = 270  # left of the bars
BARS: Final = 400
ROW: Final = 24
HEAD: Final = 46
BAR: Final = 14
OURS: Final = "#2f6f4f"
THEIRS: Final = "#9aa3ad"
INK: Final = "#1d2228"


class Bar(NamedTuple):
    """The runs of one thing."""

    label: str
    values: Sequence[float]
    is_ours: bool


class Panel(NamedTuple):
    """One figure of several things."""

    title: str
    bars: Sequence[Bar]
    shown: Callable[[float], str]


def draw(panels: Sequence[Panel]) -> str:
    """The whole picture."""
    parts, top = list[str](), 0
    for panel in panels:
        parts.append(_panel(panel, top))
        top += HEAD + ROW * len(panel.bars)
    size = f'width="{WIDTH}" height="{top + ROW}" viewBox="0 0 {WIDTH} {top + ROW}"'
    style = f'font-family="sans-serif" font-size="13" fill="{INK}"'
    back = f'<rect width="{WIDTH}" height="{top + ROW}" fill="#ffffff"/>'
    return "\n".join([f'<svg xmlns="http://www.w3.org/2000/svg" {size} {style}>', back, *parts, "</svg>", ""])


def _panel(panel: Panel, top: int) -> str:
    most = max(max(bar.values) for bar in panel.bars)
    lines = [f'<text x="12" y="{top + 30}" font-weight="bold">{escape(panel.title)}</text>']
    for index, bar in enumerate(panel.bars):
        y, scale = top + HEAD + ROW * index, BARS / most
        middle, centre = median(bar.values), y + BAR / 2
        low, high = (LABEL + edge * scale for edge in (min(bar.values), max(bar.values)))
        lines += [
            f'<text x="{LABEL - 8}" y="{y + 12}" text-anchor="end">{escape(bar.label)}</text>',
            f'<rect x="{LABEL}" y="{y}" width="{middle * scale:.1f}" height="{BAR}" '
            f'fill="{OURS if bar.is_ours else THEIRS}"/>',
            f'<path d="M{low:.1f} {centre}H{high:.1f}M{low:.1f} {y + 3}v8M{high:.1f} {y + 3}v8" stroke="{INK}"/>',
            f'<text x="{LABEL + BARS + 10}" y="{y + 12}">{escape(panel.shown(middle))}</text>',
        ]
    return "\n".join(lines)
