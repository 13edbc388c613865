"""fork.json: which of two control chains goes on after a restore (P19)."""

from collections.abc import Callable

from sync import entry as entries
from sync.errors import SyncError
from sync.fork import goes_on
from sync.vectors.removal_stories import LongStory
from sync.vectors.seeds import Case, Json, device, hexed
from sync.vectors.story import OWNER, PRACTITIONER, SHARED, genesis, listed

Branch = Callable[[LongStory], None]


def build() -> Case:
    """The file's content."""
    asked = [
        ("it removes the author of the other", _owner_removes_desk, _desk_gives_card, "ours"),
        ("it is the owner's", _phone_invites, _desk_gives_card, "ours"),
        ("it is by the owner's card", _owner_card_admits, _desk_gives_card, "ours"),
        ("a shared device is not the owner's own", _tablet_invites, _desk_gives_card, "lower"),
        ("both are the owner's: the lower hash", _phone_invites, _owner_card_admits, "lower"),
        ("it removes an author who leaves, and takes more with them", _desk_leaves, _owner_removes_desk, "ours"),
        (
            "it removes the author of the other, though the other is the owner's",
            _card_removes_phone,
            _phone_invites,
            "ours",
        ),
        (
            "each removes the other's author: neither is given up",
            _card_removes_phone,
            _phone_removes_card,
            "both",
        ),
        ("a longer branch is no better", _phone_invites, _desk_is_busy, "ours"),
        ("it removes the author later in the branch", _tablet_invites_and_owner_removes_desk, _desk_gives_card, "ours"),
        ("a branch of nothing", _phone_invites, _nothing, "ours"),
        ("a removal stands against the owner's branch", _tablet_is_removed, _phone_invites, "ours"),
        ("and against the same device under other keys", _tablet_is_removed, _tablet_goes_on, "ours"),
        ("and against what that device let in", _tablet_is_removed, _tablet_leaves_another, "ours"),
        ("whatever it had let in before it was removed", _desk_is_removed, _desk_invites_again, "ours"),
        ("each removes another device: neither is given up", _owner_removes_desk, _tablet_leaves, "both"),
        ("a turn stands against the owner's branch", _tablet_is_turned, _phone_invites, "ours"),
        ("a person removed stands against the owner's branch", _nobody_new, _phone_invites, "ours"),
        ("a closed space stands against the owner's branch", _desk_then_close, _phone_invites, "ours"),
        ("an erased one stands against a closed one", _desk_then_erase, _phone_closes, "ours"),
        ("a device that went on under other keys was not removed", _tablet_goes_on, _phone_invites, "theirs"),
    ]
    found: list[Json] = []
    for name, one, other, expected in asked:
        common, ours, theirs = _parted(one, other)
        is_lower = expected == "lower" and entries.parse(ours[0]).hash < entries.parse(theirs[0]).hash
        is_ours = expected in ("ours", "both") or is_lower
        is_theirs = expected == "both" or not is_ours
        found.append(_case(name, common, ours, theirs, goes_on=is_ours))
        found.append(_case(f"{name}, seen from the other", common, theirs, ours, goes_on=is_theirs))
    return {"cases": found, "refused": _refused()}


def _refused() -> list[Json]:
    common, ours, theirs = _parted(_phone_invites, _desk_gives_card)
    broken = [theirs[0][:-1] + bytes((theirs[0][-1] ^ 1,))]
    return [
        {**_branches("the same branch", common, ours, ours), "code": "MALFORMED"},
        {**_branches("no branch", common, [], []), "code": "MALFORMED"},
        {**_branches("a branch that is not signed", common, ours, broken), "code": "SIGNATURE_BAD"},
        {**_branches("a branch that skips one", common, ours, theirs + theirs), "code": "CHAIN_BROKEN"},
    ]


def _case(name: str, common: LongStory, ours: list[bytes], theirs: list[bytes], *, goes_on: bool) -> Case:
    _check(common, ours, theirs, expected=goes_on, name=name)
    return {**_branches(name, common, ours, theirs), "goes_on": goes_on}


def _check(common: LongStory, ours: list[bytes], theirs: list[bytes], *, expected: bool, name: str) -> None:
    try:
        if goes_on(common.state, ours, theirs) is not expected:
            raise ValueError(name)
    except SyncError as error:
        raise ValueError(name) from error


def _branches(name: str, common: LongStory, ours: list[bytes], theirs: list[bytes]) -> Case:
    return {"name": name, "entries": hexed(common.entries), "ours": hexed(ours), "theirs": hexed(theirs)}


def _parted(one: Branch, other: Branch) -> tuple[LongStory, list[bytes], list[bytes]]:
    common = _common()
    size = len(common.entries)
    ours, theirs = _common(), _common()
    one(ours)
    other(theirs)
    return common, ours.entries[size:], theirs.entries[size:]


def _common() -> LongStory:
    """Tablet 0, desk 1, phone 2, the owner's card 3, the other's card 4."""
    more = [listed(device("desk"), PRACTITIONER), listed(device("phone"), OWNER)]
    first = genesis("tablet", SHARED, 2, [("owner", 0), ("practitioner", 1)], more, nonce="fork")
    return LongStory("a fork", first, "a pair begins")


def _owner_removes_desk(story: LongStory) -> None:
    story.removes("phone", (1,), (), [(1, 2)], "the desk goes")


def _tablet_invites_and_owner_removes_desk(story: LongStory) -> None:
    _tablet_invites(story)
    _owner_removes_desk(story)


def _desk_leaves(story: LongStory) -> None:
    story.removes("desk", (), (1,), [], "the practitioner leaves")


def _desk_gives_card(story: LongStory) -> None:
    story.gives_card("desk", "new", 1, "a card")


def _desk_is_busy(story: LongStory) -> None:
    _desk_gives_card(story)
    story.gives_card("desk", "newer", 1, "another card")
    story.asks("desk", "laptop", PRACTITIONER, "an invitation")


def _phone_invites(story: LongStory) -> None:
    story.asks("phone", "granny's", OWNER, "an invitation")


def _tablet_invites(story: LongStory) -> None:
    story.asks("tablet", "laptop", PRACTITIONER, "an invitation")


def _owner_card_admits(story: LongStory) -> None:
    story.lets_in("owner's card", "laptop", OWNER, "a device")


def _card_removes_phone(story: LongStory) -> None:
    story.removes("owner's card", (2,), (), [], "the phone goes")


def _phone_removes_card(story: LongStory) -> None:
    story.removes("phone", (3,), (), [], "the card goes")


def _tablet_is_removed(story: LongStory) -> None:
    _tablet_invites(story)
    story.removes("phone", (0,), (), [], "the tablet goes")


def _tablet_leaves(story: LongStory) -> None:
    story.removes("tablet", (0,), (), [], "the tablet leaves")


def _tablet_goes_on(story: LongStory) -> None:
    story.replaces("tablet", "twin", None, "the tablet goes on under other keys")


def _tablet_leaves_another(story: LongStory) -> None:
    story.asks("tablet", "twin", PRACTITIONER, "an invitation")
    story.lets_in("tablet", "twin", PRACTITIONER, "its other self")
    _tablet_leaves(story)


def _desk_is_removed(story: LongStory) -> None:
    story.asks("desk", "laptop", PRACTITIONER, "an invitation")
    story.lets_in("desk", "laptop", PRACTITIONER, "another device")
    story.removes("phone", (1,), (), [], "the desk goes")


def _desk_invites_again(story: LongStory) -> None:
    story.asks("desk", "later", PRACTITIONER, "another invitation")


def _tablet_is_turned(story: LongStory) -> None:
    _tablet_invites(story)
    story.turns("phone", 0, PRACTITIONER, "the tablet is the practitioner's alone")


def _nobody_new(story: LongStory) -> None:
    _tablet_invites(story)
    story.removes("phone", (), (1,), [], "the practitioner goes")


def _desk_then_close(story: LongStory) -> None:
    _desk_gives_card(story)
    story.closes("phone", "the end")


def _desk_then_erase(story: LongStory) -> None:
    _desk_gives_card(story)
    story.closes("phone", "the end for ever", erase=True)


def _phone_closes(story: LongStory) -> None:
    story.closes("phone", "the end")


def _nothing(story: LongStory) -> None:
    """The server has nothing more."""
