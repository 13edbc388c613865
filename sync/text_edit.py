"""What was done to a text, found from the text before and after it, in code points.

The twin of webapp/src/document/text-edit.ts.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TextEdit:
    """At `at`, `remove` code points go and `insert` comes."""

    at: int
    remove: int
    insert: str


def find_edit(before: str, after: str) -> TextEdit:
    """The smallest edit that leads from one to the other; of equal letters the last was typed."""
    most = min(len(before), len(after))
    start = next((at for at in range(most) if before[at] != after[at]), most)
    rest = most - start
    end = next((at for at in range(rest) if before[-1 - at] != after[-1 - at]), rest)
    return TextEdit(start, len(before) - end - start, after[start : len(after) - end])


def apply_edit(text: str, edit: TextEdit) -> str:
    """The text with it done."""
    return text[: edit.at] + edit.insert + text[edit.at + edit.remove :]


def rebase(edit: TextEdit, other: TextEdit) -> list[TextEdit]:
    """The same edit on a text that `other` has already changed, as edits to make one after the other.

    What `other` wrote stays, also in the middle of what is removed.
    """
    end, other_end = edit.at + edit.remove, other.at + other.remove
    high_from = max(edit.at, other_end)
    low = TextEdit(edit.at, max(0, min(end, other.at) - edit.at), "")
    high = TextEdit(high_from + len(other.insert) - other.remove, max(0, end - high_from), "")
    removals = [each for each in (high, low) if each.remove > 0]
    at = removals[-1].at if removals else _moved(edit.at, other)
    return [*removals, TextEdit(at, 0, edit.insert)] if edit.insert else removals


def _moved(index: int, edit: TextEdit) -> int:
    if index <= edit.at:
        return index
    if index >= edit.at + edit.remove:
        return index + len(edit.insert) - edit.remove
    return edit.at + len(edit.insert)
