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
        ("it removes an author who leaves", _owner_removes_desk, _desk_leaves, "ours"),
        (
            "it removes the author of the other, though the other is the owner's",
            _card_removes_phone,
            _phone_invites,
            "ours",
        ),
        (
            "each removes the other's author, and both are the owner's",
            _card_removes_phone,
            _phone_removes_card,
            "lower",
        ),
        ("a longer branch is no better", _phone_invites, _desk_is_busy, "ours"),
        ("it removes the author later in the branch", _tablet_invites_and_owner_removes_desk, _desk_gives_card, "ours"),
        ("a branch of nothing", _phone_invites, _nothing, "ours"),
    ]
    found: list[Json] = []
    for name, one, other, expected in asked:
        common, ours, theirs = _parted(one, other)
        is_ours = expected == "ours" or entries.parse(ours[0]).hash < entries.parse(theirs[0]).hash
        found.append(_case(name, common, ours, theirs, goes_on=is_ours))
        found.append(_case(f"{name}, seen from the other", common, theirs, ours, goes_on=not is_ours))
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


def _nothing(story: LongStory) -> None:
    """The server has nothing more."""
