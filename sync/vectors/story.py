"""Control chains told as stories, entry by entry; devices and cards of one name always have the same keys."""

from collections.abc import Sequence

from sync import control
from sync import entry as entries
from sync.card import CardKeys, CardSecret
from sync.encoding import Item, decode, encode
from sync.joining import Invitation, Link, build_request
from sync.keys import DeviceKeys
from sync.membership import Membership, apply, begin
from sync.operation import NewDevice
from sync.shape import array
from sync.vectors.seeds import device, randomness, seed

NOON = 1764547200  # unix seconds
EPOCH_KEY = seed("epoch key")
SHARED, OWNER, PRACTITIONER = (0, 1), (0,), (1,)


def card(name: str) -> CardKeys:
    """The keys of the card of this name."""
    return CardSecret(seed(f"{name} card", 16)).keys()


def invitation(name: str) -> Invitation:
    """The invitation of this name."""
    return Invitation.from_secret(seed(f"{name} invitation"))


def listed(keys: DeviceKeys, members: tuple[int, ...]) -> NewDevice:
    """A device as an entry introduces it."""
    return NewDevice(keys.signing.public, keys.box.public, members)


def sealed(header: Item, author: DeviceKeys) -> bytes:
    """An entry with this header, whatever it says."""
    header_bytes = encode(header)
    return encode((header_bytes, author.signing.sign(entries.signed(header_bytes))))


def header_of(raw: bytes) -> list[Item]:
    """The header of an entry, to be changed."""
    header_bytes = array(decode(raw))[0]
    return list(array(decode(header_bytes if isinstance(header_bytes, bytes) else b"")))


class Story:
    """A chain that grows by whole, good entries."""

    def __init__(self, name: str, first: bytes, said: str) -> None:
        self.name = name
        self.entries = [first]
        self.states: list[Membership] = [begin(first)]
        self.says = [said]

    @property
    def state(self) -> Membership:
        return self.states[-1]

    def take(self, raw: bytes, said: str) -> None:
        """One more entry."""
        self.states.append(apply(self.state, raw))
        self.entries.append(raw)
        self.says.append(said)

    def invite(self, author: str, name: str, members: tuple[int, ...], said: str) -> None:
        """A device invites another."""
        self.take(invite_entry(self.state, device(author), name, members), said)

    def admit(self, author: str, name: str, members: tuple[int, ...], said: str) -> None:
        """A device lets in the one that answered the invitation of the same name."""
        self.take(admit_entry(self.state, device(author), name, members), said)

    def admit_by_card(self, author: str, name: str, members: tuple[int, ...], said: str) -> None:
        """A card lets in a device."""
        self.take(card_admit_entry(self.state, card(author).device, name, members), said)

    def add_card(self, author: DeviceKeys, name: str, holder: int, said: str) -> None:
        """A device or card adds a card."""
        self.take(card_entry(self.state, author, name, holder), said)


def genesis(
    author: str,
    members: tuple[int, ...],
    member_count: int,
    cards: Sequence[tuple[str, int]] = (),
    more: Sequence[NewDevice] = (),
    nonce: str = "nonce",
    predecessor: bytes | None = None,
) -> bytes:
    """The beginning of a space."""
    papers = [(card(name), holder) for name, holder in cards]
    source = randomness(f"genesis {author} {nonce}")
    return control.genesis(
        device(author), members, member_count, papers, EPOCH_KEY, seed(nonce, 16), NOON, source, more, predecessor
    )


def invite_entry(state: Membership, author: DeviceKeys, name: str, members: tuple[int, ...]) -> bytes:
    """An invitation by whoever."""
    return control.invite(state, author, invitation(name), members, NOON + 86400, NOON)


def request(state: Membership, name: str, keys: DeviceKeys | None = None) -> bytes:
    """The request by the device of this name that answers the invitation of this name."""
    invited = invitation(name)
    known = state.invite(invited.id)
    ctl = known.hash[:16] if known else seed("no entry", 16)
    link = Link("https://kith.example", state.space, ctl, invited)
    return build_request(link, keys or device(name), name.title(), NOON, randomness(f"request {name}"))


def admit_entry(
    state: Membership,
    author: DeviceKeys,
    name: str,
    members: tuple[int, ...],
    heads: Sequence[tuple[int, int, bytes]] = (),
    epoch_key: bytes = EPOCH_KEY,
) -> bytes:
    """An admission by whoever, of the device of this name."""
    new, source = listed(device(name), members), randomness(f"admit {name}")
    return control.admit(state, author, request(state, name), new, epoch_key, heads, NOON, source)


def card_admit_entry(
    state: Membership, author: DeviceKeys, name: str, members: tuple[int, ...], epoch_key: bytes = EPOCH_KEY
) -> bytes:
    """An admission with no request."""
    new, source = listed(device(name), members), randomness(f"admit {name}")
    return control.admit(state, author, None, new, epoch_key, (), NOON, source)


def card_entry(state: Membership, author: DeviceKeys, name: str, holder: int, epoch_key: bytes = EPOCH_KEY) -> bytes:
    """A card by whoever."""
    return control.card(state, author, card(name), holder, epoch_key, NOON, randomness(f"card {name}"))


def pair() -> Story:
    """Two partners, from the first meeting to a good many devices and cards."""
    story = Story(
        "a pair", genesis("tablet", SHARED, 2, [("owner", 0)]), "P2: a shared tablet begins, with the owner's card"
    )
    story.invite("tablet", "desk", PRACTITIONER, "P9: a shared device invites for the member who is not the owner")
    story.admit("tablet", "desk", PRACTITIONER, "P9: a shared device admits for the member who is not the owner")
    story.invite("desk", "later", PRACTITIONER, "a member's own device invites for that member")
    story.admit_by_card("owner", "phone", OWNER, "P12: the owner's card admits a device of the owner's")
    story.add_card(device("phone"), "practitioner", 1, "P9: the owner's own device adds anyone's card")
    story.invite("phone", "second tablet", SHARED, "the owner's own device invites a shared device")
    heads = [(0, 3, seed("a head")), (2, 1, seed("another head"))]
    entry = admit_entry(story.state, device("phone"), "second tablet", SHARED, heads)
    story.take(entry, "the owner's own device admits it, and says what it should have by now")
    story.admit_by_card(
        "practitioner", "laptop", PRACTITIONER, "P12: the practitioner's card admits a device of theirs"
    )
    story.add_card(card("practitioner").device, "spare", 1, "P9: a card adds a card for its holder")
    story.add_card(card("owner").device, "fresh", 0, "P9: the owner's card adds another for the owner")
    story.add_card(device("desk"), "desk drawer", 1, "P9: a member's own device adds a card for that member")
    story.add_card(device("phone"), "wallet", 0, "P9: the owner's own device adds a card for the owner")
    story.invite("phone", "granny's", OWNER, "the owner's own device invites another for the owner")
    story.admit("phone", "granny's", OWNER, "and admits it")
    story.invite("second tablet", "third", PRACTITIONER, "another shared device invites")
    story.admit("desk", "third", PRACTITIONER, "who admits need not be who invited")
    return story


def no_card_today() -> Story:
    """A pair that began without a card."""
    story = Story("no card today", genesis("tablet", SHARED, 2, nonce="no card"), "a shared tablet begins")
    story.add_card(device("tablet"), "owner", 0, "P9: once, a shared device adds the owner's first card")
    return story


def many_invitations() -> Story:
    """Ten invitations, and one more that closes the oldest."""
    story = Story("many invitations", genesis("tablet", SHARED, 2, nonce="many"), "a shared tablet begins")
    for n in range(1, 12):
        story.invite("tablet", f"guest {n}", PRACTITIONER, f"invitation {n}")
    story.admit("tablet", "guest 11", PRACTITIONER, "the newest is answered")
    return story


def full_house() -> Story:
    """As many devices and cards as a space may have."""
    more = [listed(device(f"device {n}"), PRACTITIONER) for n in range(1, 24)]
    cards = [(f"card {n}", 0) for n in range(8)]
    first = genesis("own phone", OWNER, 2, cards, more, nonce="full")
    story = Story("a full house", first, "P3: 24 devices and 8 cards begin together")
    story.invite("own phone", "one more", OWNER, "one more is invited")
    return story


def alone() -> Story:
    """One person's own space."""
    story = Story("one person", genesis("own phone", OWNER, 1, [("owner", 0)], nonce="alone"), "one person begins")
    story.invite("own phone", "own tablet", OWNER, "P15: another device of that person is invited")
    story.admit("own phone", "own tablet", OWNER, "and let in")
    return story


def afresh() -> Story:
    """Two begin again without some things: the first entry names the space before (P34)."""
    before = seed("the space before", 16)
    first = genesis("tablet", SHARED, 2, [("owner", 0)], nonce="afresh", predecessor=before)
    return Story("begun again", first, "two begin again, with a new card")


def team() -> Story:
    """Three members, and a device that two of them share without the owner."""
    more = [listed(device("desk"), (1, 2))]
    story = Story("a team", genesis("own phone", OWNER, 3, nonce="team", more=more), "three members begin")
    story.invite("desk", "laptop", (1,), "two who share a device without the owner may invite for either")
    story.invite("own phone", "everyone's", (0, 1, 2), "the owner invites a device of all three")
    story.admit("own phone", "everyone's", (0, 1, 2), "and admits it")
    return story
