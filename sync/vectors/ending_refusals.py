"""What must be refused where a device goes on under new keys, where a space ends, and where there is no more room."""

from typing import Final, TypeAlias

from sync.encoding import Item
from sync.keys import DeviceKeys
from sync.limits import LIMITS
from sync.vectors import curve
from sync.vectors.removal_stories import LongStory, block, entry, key_of
from sync.vectors.seeds import device, seed
from sync.vectors.story import PRACTITIONER, card_admit_entry, card_entry, invitation, invite_entry

Asked: TypeAlias = tuple[str, int, bytes, str]  # name, how many entries come before, entry, code
Payload: TypeAlias = tuple[Item, ...]

_HEAD: Final = seed("a head")
_WRAP: Final = bytes(80)
_SMALL: Final = curve.compress(curve.torsion()[1])


def build(stories: dict[str, LongStory]) -> dict[str, list[Asked]]:
    """Every refusal, by the chain that it would follow."""
    return {
        "a tablet was about twice": _replacements(stories["a tablet was about twice"]),
        "an ending": _endings(stories["an ending"]),
        "a crowd": _crowded(stories["a crowd"]),
        "64 members": _no_more_members(stories["64 members"]),
        "256 devices": _no_more_devices(stories["256 devices"]),
    }


def _replacements(story: LongStory) -> list[Asked]:
    """After the invitation: tablet 0, phone 1, the owner's card 2, and the next index is 3."""
    n = 2
    state, new = story.states[n - 1], device("new")
    ed, x = new.signing.public, new.box.public
    wraps: Payload = ((3, _WRAP),)

    def replaced(
        keys: Payload = (ed, x), wrapped: Payload = wraps, final: Item = None, author: str = "tablet"
    ) -> bytes:
        return entry(state, author, "replace", (keys, wrapped, final))

    again, invited = story.states[2], invitation("desk").sign.public
    return [
        ("P22: a card goes on as a device", n, replaced(author="owner's card"), "NOT_ALLOWED"),
        ("P22: the end of another device", n, replaced(final=(1, 1, _HEAD)), "MALFORMED"),
        ("P22: an end at 0", n, replaced(final=(0, 0, _HEAD)), "MALFORMED"),
        ("P22: two ends", n, replaced(final=((0, 1, _HEAD), (0, 2, _HEAD))), "MALFORMED"),
        ("a replacement with a key of 31 bytes", n, replaced((ed, x[:31])), "MALFORMED"),
        ("P3: a replacement of small order", n, replaced((_SMALL, x)), "KEY_WEAK"),
        ("P3: a replacement with a box of small order", n, replaced((ed, bytes(32))), "KEY_WEAK"),
        ("P3: a replacement under the same keys", n, replaced(_pair(device("tablet"))), "DEVICE_REUSED"),
        ("P3: a replacement with an invitation's key", n, replaced((invited, x)), "DEVICE_REUSED"),
        ("P3: a replacement with one key for both", n, replaced((x, x)), "DEVICE_REUSED"),
        ("a replacement without a wrap", n, replaced(wrapped=()), "WRAPS_WRONG"),
        ("a replacement with a wrap for another", n, replaced(wrapped=((1, _WRAP), (3, _WRAP))), "WRAPS_WRONG"),
        ("a replacement with a wrap for itself", n, replaced(wrapped=((0, _WRAP),)), "WRAPS_WRONG"),
        ("P22: who was replaced goes on", 3, entry(again, "tablet", "replace", ((ed, x), ((4, _WRAP),), None)),
         "AUTHOR_REMOVED"),
    ]  # fmt: skip


def _endings(story: LongStory) -> list[Asked]:
    """Tablet 0, phone 1, the owner's card 2: open, closed after 2 entries, open after 3, erased after 7."""
    openly, closed, erased = story.states[0], story.states[1], story.states[6]
    more = invite_entry(closed, device("phone"), "new", PRACTITIONER)
    return [
        ("P9: a shared device closes the space", 1, entry(openly, "tablet", "close", (None, False)), "NOT_ALLOWED"),
        ("a successor of 15 bytes", 1, entry(openly, "phone", "close", (bytes(15), False)), "MALFORMED"),
        ("closed by 1", 1, entry(openly, "phone", "close", (None, 1)), "MALFORMED"),
        ("closed with a field missing", 1, entry(openly, "phone", "close", (None,)), "MALFORMED"),
        ("reopened before it is closed", 1, entry(openly, "phone", "reopen", ()), "MALFORMED"),
        ("reopened with more to say", 2, entry(closed, "phone", "reopen", (True,)), "MALFORMED"),
        ("P9: a shared device reopens the space", 2, entry(closed, "tablet", "reopen", ()), "NOT_ALLOWED"),
        ("an invitation to a closed space", 2, more, "SPACE_CLOSED"),
        (
            "a removal from a closed space",
            2,
            entry(closed, "phone", "remove", ((0,), (), (), block(1))),
            "SPACE_CLOSED",
        ),
        ("a rotation of a closed space", 2, entry(closed, "phone", "rotate", block(0, 1, 2)), "SPACE_CLOSED"),
        ("closed twice", 2, entry(closed, "phone", "close", (None, True)), "SPACE_CLOSED"),
        ("P34: reopened after it was closed for ever", 7, entry(erased, "phone", "reopen", ()), "SPACE_CLOSED"),
        (
            "P34: an entry after it was closed for ever",
            7,
            entry(erased, "phone", "close", (None, False)),
            "SPACE_CLOSED",
        ),
    ]


def _crowded(story: LongStory) -> list[Asked]:
    phone, card = device("own phone"), key_of("owner's card")
    return [
        ("a ninth member", 2, invite_entry(story.state, phone, "new", (8,)), "TOO_MANY"),
        ("a ninth member, by the card", 2, card_admit_entry(story.state, card, "new", (0, 8)), "TOO_MANY"),
    ]


def _no_more_members(story: LongStory) -> list[Asked]:
    n = len(story.entries)
    after = invite_entry(story.state, device("own phone"), "new", (64,))
    return [("a 65th member, ever", n, after, "TOO_MANY")]


def _no_more_devices(story: LongStory) -> list[Asked]:
    n, state, new = len(story.entries), story.state, device("new")
    theirs = LIMITS.device_indexes - LIMITS.indexes_of_owner
    before, desk = story.states[theirs - 2], device(f"desk {theirs - 1}")
    once_more = entry(before, f"desk {theirs - 1}", "replace", (_pair(new), ((theirs, _WRAP),), None))
    last = "device 255"
    replaced = entry(state, last, "replace", (_pair(new), ((256, _WRAP),), None))
    return [
        ("one of those that are left for the owner", theirs - 1, once_more, "TOO_MANY"),
        ("one of those, for a card", theirs - 1, card_entry(before, desk, "new", 1), "TOO_MANY"),
        ("a 257th device, ever, goes on for another", n, replaced, "TOO_MANY"),
        ("a 257th, ever, a card", n, card_entry(state, device(last), "new", 0), "TOO_MANY"),
    ]


def _pair(keys: DeviceKeys) -> Payload:
    return (keys.signing.public, keys.box.public)
