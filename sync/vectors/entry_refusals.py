"""What must be refused in a chain that has begun."""

from typing import Final, TypeAlias

from sync.encoding import Item, decode, encode
from sync.joining import Link, build_request
from sync.keys import DeviceKeys
from sync.membership import Membership
from sync.operation import NewDevice
from sync.shape import array, octets
from sync.vectors import curve
from sync.vectors.genesis_refusals import Refusal
from sync.vectors.seeds import device, randomness, seed
from sync.vectors.story import (
    NOON,
    OWNER,
    PRACTITIONER,
    SHARED,
    Story,
    admit_entry,
    card,
    card_admit_entry,
    card_entry,
    header_of,
    invitation,
    invite_entry,
    listed,
    request,
    sealed,
)

Asked: TypeAlias = tuple[str, int, bytes, str]  # name, how many entries come before, entry, code

_SMALL: Final = curve.compress(curve.torsion()[1])


def build(chains: dict[str, Story]) -> list[Refusal]:
    """Every refusal of an entry that follows others."""
    couple, cardless = chains["a pair"], chains["no card today"]
    invited, full, own = chains["many invitations"], chains["a full house"], chains["one person"]
    of_pair = _form(couple) + _rights(couple) + _requests(couple) + _keys(couple) + _wraps(couple)
    told = [(couple, asked) for asked in of_pair]
    told += [(cardless, asked) for asked in _first_card(cardless)]
    told += [(invited, asked) for asked in _closed(invited)]
    told += [(full, asked) for asked in _full(full)]
    told += [(own, asked) for asked in _own(own)]
    return [Refusal(name, story.name, length, None, entry, code) for story, (name, length, entry, code) in told]


def _form(story: Story) -> list[Asked]:
    good = story.entries[1]
    tablet = device("tablet")

    def changed(changes: dict[int, Item], author: DeviceKeys = tablet) -> bytes:
        return sealed([changes.get(place, field) for place, field in enumerate(header_of(good))], author)

    stranger = device("stranger")
    phone = device("phone")
    header, signature = array(decode(good))
    return [
        ("nothing", 1, b"", "MALFORMED"),
        ("an entry cut short", 1, good[:-1], "MALFORMED"),
        ("an entry without a signature", 1, encode((header,)), "MALFORMED"),
        ("another version", 1, changed({0: 2}), "MALFORMED"),
        ("an operation that is not known", 1, changed({6: "uninvite"}), "MALFORMED"),
        ("an operation that is reserved", 1, changed({6: "remove", 7: ((1,), ())}), "MALFORMED"),
        ("a second beginning", 1, changed({6: "genesis", 7: header_of(story.entries[0])[7]}), "MALFORMED"),
        ("a field missing", 1, changed({7: array(header_of(good)[7])[:3]}), "MALFORMED"),
        ("an entry of another space", 1, changed({1: seed("space", 16)}), "SPACE_MISMATCH"),
        ("an entry that skips one", 1, changed({2: 2}), "CHAIN_BROKEN"),
        ("the entry that was taken last, again", 2, good, "CHAIN_BROKEN"),
        ("an entry that follows another", 1, changed({3: seed("prev")}), "CHAIN_BROKEN"),
        ("an author who does not belong", 1, changed({4: stranger.id}, stranger), "AUTHOR_UNKNOWN"),
        ("an author who does not belong yet", 1, changed({4: phone.id}, phone), "AUTHOR_UNKNOWN"),
        ("signed by someone else", 1, changed({}, stranger), "SIGNATURE_BAD"),
        ("a signature over another header", 1, encode((octets(header)[:-1] + b"\x01", signature)), "SIGNATURE_BAD"),
    ]


def _rights(story: Story) -> list[Asked]:
    tablet, desk, phone = device("tablet"), device("desk"), device("phone")
    owner, practitioner = card("owner").device, card("practitioner").device
    cards: list[tuple[str, int, DeviceKeys, int]] = [
        ("P9: a shared device changes a card: the owner's, who has one", 2, tablet, 0),
        ("P9: a shared device changes a card: the practitioner's", 2, tablet, 1),
        ("P9: a member's own device adds a card for the owner", 4, desk, 0),
        ("P9: the owner's card adds a card for the practitioner", 4, owner, 1),
        ("P9: a member's card adds a card for the owner", 8, practitioner, 0),
    ]
    invites: list[tuple[str, int, DeviceKeys, tuple[int, ...]]] = [
        ("P9: a shared device invites for the owner", 2, tablet, OWNER),
        ("P9: a shared device invites another shared device", 2, tablet, SHARED),
        ("P9: a member's own device invites for the owner", 3, desk, OWNER),
        ("P9: a member's own device invites a shared device", 3, desk, SHARED),
        ("P12: a card invites", 4, owner, OWNER),
    ]
    admits: list[tuple[str, int, bytes]] = [
        ("P9: a shared device admits for the owner", 14, _by(story, 14, tablet, "granny's", OWNER)),
        ("P9: a shared device admits a shared device", 7, _by(story, 7, tablet, "second tablet", SHARED)),
        ("P9: a member's own device admits for the owner", 14, _by(story, 14, desk, "granny's", OWNER)),
        ("P10: a device that lists other members than its invitation", 14, _by(story, 14, phone, "granny's", SHARED)),
        ("P12: the owner's card admits for the practitioner", 4, _by_card(story, 4, owner, PRACTITIONER)),
        ("P12: the practitioner's card admits for the owner", 8, _by_card(story, 8, practitioner, OWNER)),
        ("P12: a card answers an invitation", 14, _by(story, 14, owner, "granny's", OWNER)),
    ]
    new, everyone = "another", (0, 1, 2)
    return [
        *((name, n, card_entry(story.states[n - 1], by, new, holder), "NOT_ALLOWED") for name, n, by, holder in cards),
        *((name, n, invite_entry(story.states[n - 1], by, new, whom), "NOT_ALLOWED") for name, n, by, whom in invites),
        *((name, n, entry, "NOT_ALLOWED") for name, n, entry in admits),
        ("a member who is not there is invited", 5, invite_entry(story.states[4], desk, new, (2,)), "MEMBER_UNKNOWN"),
        ("one of the members is not there", 5, invite_entry(story.states[4], phone, new, everyone), "MEMBER_UNKNOWN"),
        ("a card for a member who is not there", 5, card_entry(story.states[4], phone, new, 2), "MEMBER_UNKNOWN"),
        ("a member who is not there is admitted", 4, _by_card(story, 4, owner, (2,)), "MEMBER_UNKNOWN"),
        ("a device of nobody is invited", 5, _invite_of(story.states[4], phone, ()), "MALFORMED"),
        ("members out of order are invited", 5, _invite_of(story.states[4], phone, (1, 0)), "MALFORMED"),
    ]


def _requests(story: Story) -> list[Asked]:
    before, tablet, desk = story.states[1], device("tablet"), device("desk")
    good = request(before, "desk")
    invited = invitation("desk")
    link = Link("https://kith.example", before.space, before.head[:16], invited)
    by_stranger = request(before, "desk", device("stranger"))

    def asked(to: Link, keys: DeviceKeys = desk) -> bytes:
        return build_request(to, keys, "Desk", NOON, randomness("request"))

    def with_signature(place: int) -> bytes:
        parts = list(array(decode(good)))
        parts[place] = array(decode(by_stranger))[place]
        return encode(parts)

    def admitted(answer: bytes | None) -> bytes:
        return _admit(before, tablet, answer, listed(desk, PRACTITIONER))

    other_space = Link(link.address, seed("space", 16), link.ctl, invited)
    other_ctl = Link(link.address, link.space, story.states[0].head[:16], invited)
    unknown = Link(link.address, link.space, link.ctl, invitation("never made"))
    unknown_request = request(before, "never made", desk)
    used = request(story.states[2], "desk", device("stranger"))
    return [
        ("P6: a device admits with no request", 2, admitted(None), "REQUEST_BAD"),
        ("a request that is none", 2, admitted(b"let me in"), "REQUEST_BAD"),
        ("a request to another space", 2, admitted(asked(other_space)), "REQUEST_BAD"),
        ("P2: a request that names another entry", 2, admitted(asked(other_ctl)), "REQUEST_BAD"),
        ("a request of another device", 2, admitted(by_stranger), "REQUEST_BAD"),
        ("a request not signed by the invitation", 2, admitted(with_signature(1)), "REQUEST_BAD"),
        ("a request not signed by the device", 2, admitted(with_signature(2)), "REQUEST_BAD"),
        ("a request for an invitation never made", 2, admitted(asked(unknown)), "INVITE_UNKNOWN"),
        ("the same, naming no entry", 2, admitted(unknown_request), "INVITE_UNKNOWN"),
        ("P6: an invitation used twice", 3, _admit(story.states[2], tablet, used, listed(device("stranger"), (1,))),
         "INVITE_USED"),
    ]  # fmt: skip


def _keys(story: Story) -> list[Asked]:
    first, phone = story.states[0], device("phone")
    here = story.states[4]
    tablet, owner = device("tablet"), card("owner").device
    used = listed(DeviceKeys(tablet.signing, device("new").box, b""), OWNER)
    as_invitation = DeviceKeys(invitation("desk").sign, device("new").box, b"")
    weak = NewDevice(_SMALL, device("new").box.public, OWNER)
    weak_box = NewDevice(device("new").signing.public, (1).to_bytes(32, "little"), OWNER)

    def invite_with(sign: bytes, box: bytes) -> bytes:
        payload = (sign, box, PRACTITIONER, NOON)
        return sealed((1, first.space, 1, first.head, tablet.id, NOON, "invite", payload), tablet)

    def card_with(ed: bytes, x: bytes) -> bytes:
        payload = (ed, x, 0, bytes(32), bytes(80))
        return sealed((1, here.space, 5, here.head, phone.id, NOON, "card", payload), phone)

    box, sign = invitation("new").box.public, invitation("new").sign.public
    return [
        ("P3: an invitation of small order", 1, invite_with(_SMALL, box), "KEY_WEAK"),
        ("P3: an invitation with a box of small order", 1, invite_with(sign, bytes(32)), "KEY_WEAK"),
        ("P3: a card of small order is added", 5, card_with(_SMALL, box), "KEY_WEAK"),
        ("P3: a device of small order is admitted", 4, _admitted(story, 4, owner, weak), "KEY_WEAK"),
        ("P3: a device with a box of small order", 4, _admitted(story, 4, owner, weak_box), "KEY_WEAK"),
        ("P3: an invitation made twice", 5, invite_entry(here, phone, "desk", PRACTITIONER), "DEVICE_REUSED"),
        ("P3: an invitation with a device's key", 1, invite_with(tablet.signing.public, box), "DEVICE_REUSED"),
        ("P3: an invitation with one key for both", 1, invite_with(box, box), "DEVICE_REUSED"),
        ("P3: a device admitted twice", 5, _by_card(story, 5, owner, OWNER, "phone"), "DEVICE_REUSED"),
        ("P3: a device with another's signing key", 4, _admitted(story, 4, owner, used), "DEVICE_REUSED"),
        ("P3: a device with an invitation's key", 4, _admitted(story, 4, owner, listed(as_invitation, OWNER)),
         "DEVICE_REUSED"),
        ("P3: a card added twice", 5, card_entry(here, phone, "owner", 0), "DEVICE_REUSED"),
        ("P3: a card with a device's box", 5, card_with(device("new").signing.public, tablet.box.public),
         "DEVICE_REUSED"),
    ]  # fmt: skip


def _wraps(story: Story) -> list[Asked]:
    good = story.entries[4]  # the owner's card admits a phone
    owner = card("owner").device
    answer, new, wraps, _ = array(header_of(good)[7])
    wrap = array(array(wraps)[0])[1]
    head = seed("a head")

    def changed(now: Item, heads: Item = ()) -> bytes:
        header = header_of(good)
        header[7] = (answer, new, now, heads)
        return sealed(header, owner)

    return [
        ("no wrap", 4, changed(()), "WRAPS_WRONG"),
        ("a wrap for another", 4, changed(((0, wrap),)), "WRAPS_WRONG"),
        ("a wrap for another too", 4, changed(((3, wrap), (4, wrap))), "WRAPS_WRONG"),
        ("a wrap for everyone", 4, changed(tuple((ix, wrap) for ix in range(4))), "WRAPS_WRONG"),
        ("a wrap of 81 bytes", 4, changed(((3, bytes(81)),)), "MALFORMED"),
        ("the head of a device that is not known", 4, changed(wraps, ((9, 1, head),)), "MALFORMED"),
        ("the head of the newcomer", 4, changed(wraps, ((3, 1, head),)), "MALFORMED"),
        ("the head of a card", 4, changed(wraps, ((1, 1, head),)), "MALFORMED"),
        ("heads out of order", 4, changed(wraps, ((2, 1, head), (0, 1, head))), "MALFORMED"),
        ("a head at 0", 4, changed(wraps, ((0, 0, head),)), "MALFORMED"),
    ]


def _first_card(story: Story) -> list[Asked]:
    tablet, first = device("tablet"), story.states[0]
    second = card_entry(story.state, tablet, "another", 0)
    theirs = card_entry(first, tablet, "another", 1)
    return [
        ("P9: a shared device adds the owner's first card, twice", 2, second, "NOT_ALLOWED"),
        ("P9: a shared device adds the practitioner's first card", 1, theirs, "NOT_ALLOWED"),
    ]


def _closed(story: Story) -> list[Asked]:
    oldest = admit_entry(story.states[11], device("tablet"), "guest 1", PRACTITIONER)
    return [("an invitation that an eleventh has closed", 12, oldest, "INVITE_USED")]


def _own(story: Story) -> list[Asked]:
    """Nobody else ever comes into a space that began with one person."""
    phone, paper, n = device("own phone"), card("owner").device, len(story.entries)
    return [
        ("P15: another is invited", n, invite_entry(story.state, phone, "x", (1,)), "MEMBER_UNKNOWN"),
        ("P15: another is invited to share", n, invite_entry(story.state, phone, "x", SHARED), "MEMBER_UNKNOWN"),
        ("P15: a card lets another in", n, card_admit_entry(story.state, paper, "x", SHARED), "MEMBER_UNKNOWN"),
        ("P15: a card for another", n, card_entry(story.state, phone, "x", 1), "MEMBER_UNKNOWN"),
    ]


def _full(story: Story) -> list[Asked]:
    phone, n = device("own phone"), len(story.entries)
    return [
        ("a 25th device", n, admit_entry(story.state, phone, "one more", OWNER), "TOO_MANY"),
        ("a 9th card", n, card_entry(story.state, phone, "one more", 0), "TOO_MANY"),
    ]


def _by(story: Story, length: int, author: DeviceKeys, name: str, members: tuple[int, ...]) -> bytes:
    return admit_entry(story.states[length - 1], author, name, members)


def _by_card(story: Story, length: int, author: DeviceKeys, members: tuple[int, ...], name: str = "new") -> bytes:
    return card_admit_entry(story.states[length - 1], author, name, members)


def _admitted(story: Story, length: int, author: DeviceKeys, new: NewDevice) -> bytes:
    return _admit(story.states[length - 1], author, None, new)


def _admit(state: Membership, author: DeviceKeys, answer: bytes | None, new: NewDevice) -> bytes:
    header_wraps = ((len(state.devices), seed("wrap", 80)),)
    payload = (answer, (new.ed, new.x, new.members), header_wraps, ())
    return sealed((1, state.space, state.n + 1, state.head, author.id, NOON, "admit", payload), author)


def _invite_of(state: Membership, author: DeviceKeys, members: tuple[int, ...]) -> bytes:
    payload = (invitation("new").sign.public, invitation("new").box.public, members, NOON)
    return sealed((1, state.space, state.n + 1, state.head, author.id, NOON, "invite", payload), author)
