"""What must be refused where somebody leaves, is turned out, or comes to take another's place."""

from typing import Final, TypeAlias

from sync.encoding import Item
from sync.membership import Membership
from sync.shape import array
from sync.vectors import ending_refusals
from sync.vectors.genesis_refusals import Refusal
from sync.vectors.removal_stories import LongStory, block, entry, key_of
from sync.vectors.seeds import device, seed
from sync.vectors.story import (
    OWNER,
    PRACTITIONER,
    SHARED,
    admit_entry,
    card_admit_entry,
    card_entry,
    header_of,
    invite_entry,
)

Asked: TypeAlias = tuple[str, int, bytes, str]  # name, how many entries come before, entry, code
Payload: TypeAlias = tuple[Item, ...]

_HEAD: Final = seed("a head")


def build(stories: dict[str, LongStory]) -> list[Refusal]:
    """Every refusal of the operations that remove, turn, rotate, replace, take back and close."""
    asked = {
        "a tablet is lost": _removals(stories["a tablet is lost"]) + _rotations(stories["a tablet is lost"]),
        "the only way in": _stale(stories["the only way in"]),
        "a tablet removes itself": _gone(stories["a tablet removes itself"]),
        "a new practitioner": _members(stories["a new practitioner"]),
        "tablets are turned": _turns(stories["tablets are turned"]),
        "invitations are taken back": _taken_back(stories["invitations are taken back"]),
    }
    asked |= ending_refusals.build(stories)
    return [
        Refusal(name, story, length, None, entry, code)
        for story, found in asked.items()
        for name, length, entry, code in found
    ]


def _removals(story: LongStory) -> list[Asked]:
    """After seven entries: tablet 0, the owner's card 1, phone 2, card 3 and desk 4 of the other, card 5, copy 6."""
    n = 8
    state, rest = story.states[n - 1], (2, 3, 4, 5)

    def gone(author: str, payload: Payload) -> bytes:
        return entry(state, author, "remove", payload)

    def removed(author: str, devices: tuple[int, ...], members: tuple[int, ...], *stay: int) -> bytes:
        return gone(author, (devices, members, (), block(*stay)))

    def ended(*final: Item) -> bytes:
        return gone("phone", ((0,), (), final, block(*rest)))

    end: Item = (0, 7, _HEAD)
    late = admit_entry(story.states[8], device("phone"), "later", PRACTITIONER)
    all_but_tablet = tuple(ix for ix in range(7) if ix != 0)
    return [
        ("nothing is removed", n, removed("phone", (), (), *range(7)), "MALFORMED"),
        ("a device twice", n, removed("phone", (0, 0), (), *rest), "MALFORMED"),
        ("devices out of order", n, removed("phone", (4, 0), (), 2, 3), "MALFORMED"),
        ("a member twice", n, removed("phone", (), (1, 1), 2), "MALFORMED"),
        ("a device that there never was", n, removed("phone", (9,), (), *range(7)), "MALFORMED"),
        ("a device that was removed before", 9, entry(story.states[8], "phone", "remove", ((0,), (), (), block(*rest))),
         "MALFORMED"),
        ("a member who is not there", n, removed("phone", (), (2,), *range(7)), "MEMBER_UNKNOWN"),
        ("the end of a device that stays", n, ended(end, (4, 1, _HEAD)), "MALFORMED"),
        ("the end of a card", n, ended(end, (1, 1, _HEAD)), "MALFORMED"),
        ("an end twice", n, ended(end, end), "MALFORMED"),
        ("an end at 0", n, ended((0, 0, _HEAD)), "MALFORMED"),
        ("a removal with a field missing", n, gone("phone", ((0,), (), block(*rest))), "MALFORMED"),
        ("P9: a shared device removes another's", n, removed("tablet", (4,), (), 0, 1, 2, 3, 6), "NOT_ALLOWED"),
        ("P9: a shared device removes a card", n, removed("tablet", (1,), (), 0, 2, 3, 4, 5), "NOT_ALLOWED"),
        ("P9: a shared device removes a member", n, gone("tablet", ((), (1,), (), None)), "NOT_ALLOWED"),
        ("P9: a member's own device removes a shared one", n, removed("desk", (0,), (), *rest), "NOT_ALLOWED"),
        ("P9: a member's own device removes the owner's", n, removed("desk", (2,), (), *range(7)), "NOT_ALLOWED"),
        ("P9: a member's own device removes the owner's card", n, removed("desk", (1,), (), 0, 2, 3, 4, 5),
         "NOT_ALLOWED"),
        ("P9: a member's card removes the owner's device", n, removed("practitioner's card", (2,), (), *range(7)),
         "NOT_ALLOWED"),
        ("P9: a member removes the owner", n, removed("desk", (), (0,), 3, 4, 5), "NOT_ALLOWED"),
        ("the owner is removed by the owner's own device", n, gone("phone", ((), (0,), (), None)), "NOT_ALLOWED"),
        ("the owner is removed by the owner's card", n, gone("owner's card", ((), (0,), (), None)), "NOT_ALLOWED"),
        ("P16: who goes changes the key", n, removed("tablet", (0,), (), *rest), "NOT_ALLOWED"),
        ("P16: who goes as a consequence changes the key", n, removed("owner's card", (0,), (), *rest), "NOT_ALLOWED"),
        ("who stays does not change the key", n, gone("phone", ((0,), (), (end,), None)), "WRAPS_WRONG"),
        ("P13: a wrap for the card that goes with the tablet", n, removed("phone", (0,), (), 1, *rest), "WRAPS_WRONG"),
        ("P13: a wrap for a card made with a card that goes", n, removed("phone", (0,), (), *rest, 6), "WRAPS_WRONG"),
        ("a wrap for the device that goes", n, removed("phone", (0,), (), 0, *rest), "WRAPS_WRONG"),
        ("a wrap is missing", n, removed("phone", (0,), (), 2, 3, 4), "WRAPS_WRONG"),
        ("wraps out of order", n, removed("phone", (0,), (), 2, 3, 5, 4), "WRAPS_WRONG"),
        ("a wrap twice", n, removed("phone", (0,), (), 2, 2, 3, 4, 5), "WRAPS_WRONG"),
        ("no wrap for the cards of someone who stays", n, removed("phone", (4,), (), 0, 1, 2, 6), "WRAPS_WRONG"),
        ("a box of 59 bytes in a removal", n, gone("phone", ((0,), (), (), block(*rest, box=bytes(59)))), "MALFORMED"),
        ("an invitation that a removal has closed", 9, late, "INVITE_USED"),
        ("all but a device that may not", n, removed("tablet", all_but_tablet, (), 0), "NOT_ALLOWED"),
    ]  # fmt: skip


def _rotations(story: LongStory) -> list[Asked]:
    n = 9  # phone 2, card 3, desk 4 and card 5 have stayed
    state = story.states[n - 1]
    good = header_of(story.entries[10])

    def rotated(payload: Payload, author: str = "phone") -> bytes:
        return entry(state, author, "rotate", payload)

    wraps = array(array(good[7])[2])
    return [
        ("a rotation without a wrap", n, rotated(block()), "WRAPS_WRONG"),
        ("a rotation that leaves one out", n, rotated(block(2, 4, 5)), "WRAPS_WRONG"),
        ("a rotation for one who has gone", n, rotated(block(0, 2, 3, 4, 5)), "WRAPS_WRONG"),
        ("a rotation out of order", n, rotated(block(3, 2, 4, 5)), "WRAPS_WRONG"),
        ("a rotation with a box of 61 bytes", n, rotated(block(2, 3, 4, 5, box=bytes(61))), "MALFORMED"),
        ("a rotation with a commitment of 31 bytes", n, rotated((bytes(31), bytes(60), wraps)), "MALFORMED"),
        ("a rotation with a field missing", n, rotated((bytes(32), wraps)), "MALFORMED"),
        ("a rotation with a wrap of 81 bytes", n, rotated((bytes(32), bytes(60), ((2, bytes(81)),))), "MALFORMED"),
        ("a rotation by a device that was removed", n, rotated(block(2, 3, 4, 5), "tablet"), "AUTHOR_REMOVED"),
        ("a card by a card that was removed", n, card_entry(state, key_of("owner's card"), "new", 0), "AUTHOR_REMOVED"),
        ("a card added again that was removed", n, card_entry(state, device("phone"), "owner", 0), "DEVICE_REUSED"),
    ]


def _stale(story: LongStory) -> list[Asked]:
    n = 5  # tablet 0 has gone; card 1 is stale; desk 2, card 3
    state, card = story.states[n - 1], key_of("owner's card")
    return [
        ("P13: a stale card admits a shared device", n, card_admit_entry(state, card, "new", SHARED), "NOT_ALLOWED"),
        ("P13: a stale card admits a new member", n, card_admit_entry(state, card, "new", (0, 2)), "MEMBER_UNKNOWN"),
        ("P13: a stale card closes the space", n, entry(state, "owner's card", "close", (None, False)), "NOT_ALLOWED"),
        (
            "P13: a removal leaves a stale card out",
            4,
            entry(story.states[3], "desk", "rotate", block(2)),
            "WRAPS_WRONG",
        ),
        ("P9: a card that is stale adds one for another", n, card_entry(state, card, "new", 1), "NOT_ALLOWED"),
    ]


def _gone(story: LongStory) -> list[Asked]:
    n, phone = 4, "phone"  # only phone 2 is left
    state = story.states[n - 1]
    alone: Payload = ((2,), (), (), None)
    invite = invite_entry(state, device("tablet"), "new", PRACTITIONER)
    late = admit_entry(state, device(phone), "desk", PRACTITIONER)
    return [
        ("nobody would be left", n, entry(state, phone, "remove", alone), "NOT_ALLOWED"),
        ("an invitation by a device that was removed", n, invite, "AUTHOR_REMOVED"),
        ("an invitation that one who left has closed", n, late, "INVITE_USED"),
    ]


def _members(story: LongStory) -> list[Asked]:
    n = 3  # phone 4 is left; member 1 has gone
    state, phone = story.states[n - 1], device("phone")
    after = story.states[8]  # phone 4, new desk 5, new practitioner's card 6, new tablet 7, owner again's card 8
    theirs, card = device("new desk"), key_of("owner again's card")
    other = key_of("new practitioner's card")
    return [
        ("a member who has gone is invited", n, invite_entry(state, phone, "new", PRACTITIONER), "MEMBER_UNKNOWN"),
        ("a shared device with one who has gone", n, invite_entry(state, phone, "new", SHARED), "MEMBER_UNKNOWN"),
        ("a card for one who has gone", n, card_entry(state, phone, "new", 1), "MEMBER_UNKNOWN"),
        ("one who has gone is removed again", n, entry(state, "phone", "remove", ((), (1,), (), block(4))),
         "MEMBER_UNKNOWN"),
        ("a number is left out", n, invite_entry(state, phone, "new", (3,)), "MEMBER_UNKNOWN"),
        ("two new members at once", n, invite_entry(state, phone, "new", (2, 3)), "MEMBER_UNKNOWN"),
        ("a new member with one who is not the owner", 9, invite_entry(after, phone, "new", (2, 3)), "MEMBER_UNKNOWN"),
        ("a new member by a device that is not the owner's", 9, invite_entry(after, theirs, "new", (3,)),
         "MEMBER_UNKNOWN"),
        ("a new member by a shared device", 9, invite_entry(after, device("new tablet"), "new", (3,)),
         "MEMBER_UNKNOWN"),
        ("a new member alone by the owner's card", 9, card_admit_entry(after, card, "new", (3,)), "MEMBER_UNKNOWN"),
        ("a new member by another's card", 9, card_admit_entry(after, other, "new", (2, 3)), "MEMBER_UNKNOWN"),
        ("P12: the owner's card invites a new member", 9, invite_entry(after, card, "new", (0, 3)), "NOT_ALLOWED"),
        ("P12: the owner's card admits for another", 9, card_admit_entry(after, card, "new", (2,)), "NOT_ALLOWED"),
        ("P12: another's card admits for the owner too", 9, card_admit_entry(after, other, "new", (0, 2)),
         "NOT_ALLOWED"),
    ]  # fmt: skip


def _turns(story: LongStory) -> list[Asked]:
    """At first: tablet 0 and second tablet 1 shared, everyone's 2 of three, third tablet 3, phone 4, card 5."""
    n = 1
    state = story.states[0]

    def turn(author: str, ix: int, members: Payload, at: Membership = state) -> bytes:
        return entry(at, author, "turn", (ix, members))

    return [
        ("a device that there never was is turned", n, turn("phone", 9, OWNER), "MALFORMED"),
        ("a card is turned", n, turn("phone", 5, OWNER), "MALFORMED"),
        ("a device of one is turned", n, turn("phone", 4, OWNER), "MALFORMED"),
        ("a device is turned into what it is", n, turn("phone", 0, SHARED), "MALFORMED"),
        ("a device is turned into one of more", n, turn("phone", 0, (0, 1, 2)), "MALFORMED"),
        ("a device is turned into another's", n, turn("phone", 0, (2,)), "MALFORMED"),
        ("a device is turned into nobody's", n, turn("phone", 0, ()), "MALFORMED"),
        ("a turn out of order", n, turn("phone", 2, (1, 0)), "MALFORMED"),
        ("a turn with a field missing", n, entry(state, "phone", "turn", (0,)), "MALFORMED"),
        ("a device that was turned is turned again", 2, turn("phone", 0, PRACTITIONER, story.states[1]), "MALFORMED"),
        ("P9: a shared device turns itself into the owner's", n, turn("tablet", 0, OWNER), "NOT_ALLOWED"),
        ("P9: a device of three turns itself, and keeps the owner", n, turn("everyone's", 2, SHARED), "NOT_ALLOWED"),
        ("P9: a shared device turns another", n, turn("tablet", 1, PRACTITIONER), "NOT_ALLOWED"),
        ("P9: a member's own device turns a shared one", 3, turn("second tablet", 3, PRACTITIONER, story.states[2]),
         "NOT_ALLOWED"),
    ]  # fmt: skip


def _taken_back(story: LongStory) -> list[Asked]:
    n = 4  # three are open: desk 1, phone 2, card 3
    before, after = story.states[n - 1], story.states[-1]
    first, last = before.invites[0].id, after.invites[3].id
    late = admit_entry(story.states[4], device("phone"), "guest 1", PRACTITIONER)
    return [
        (
            "an invitation that was never made",
            n,
            entry(before, "phone", "revoke", (seed("none", 16),)),
            "INVITE_UNKNOWN",
        ),
        ("an invitation taken back twice", 5, entry(story.states[4], "phone", "revoke", (first,)), "INVITE_USED"),
        ("an invitation that was taken back is answered", 5, late, "INVITE_USED"),
        (
            "P9: the owner's invitation, by a member's own device",
            8,
            entry(after, "desk", "revoke", (last,)),
            "NOT_ALLOWED",
        ),
        ("P9: the owner's invitation, by a shared device", 8, entry(after, "tablet", "revoke", (last,)), "NOT_ALLOWED"),
        ("P9: an invitation, by a card", 8, entry(after, "owner's card", "revoke", (last,)), "NOT_ALLOWED"),
        ("an invitation by 15 bytes", n, entry(before, "phone", "revoke", (first[:15],)), "MALFORMED"),
        ("an invitation and more", n, entry(before, "phone", "revoke", (first, first)), "MALFORMED"),
    ]
