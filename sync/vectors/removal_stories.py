"""Control chains in which somebody leaves, is turned out, or comes to take another's place."""

from collections.abc import Sequence

from sync import control
from sync.encoding import Item
from sync.keys import DeviceKeys
from sync.limits import LIMITS
from sync.membership import Membership
from sync.vectors.seeds import device, randomness, seed
from sync.vectors.story import (
    EPOCH_KEY,
    NOON,
    OWNER,
    PRACTITIONER,
    SHARED,
    Story,
    admit_entry,
    card,
    card_admit_entry,
    card_entry,
    genesis,
    invite_entry,
    listed,
    sealed,
)

Ends = Sequence[tuple[int, int]]  # device index, seq: its last record


def key_of(name: str) -> DeviceKeys:
    """The keys of a device, or of a card by its name with "'s card" behind."""
    whose, found, _ = name.partition("'s card")
    return card(whose).device if found else device(name)


def heads(ends: Ends) -> tuple[tuple[int, int, bytes], ...]:
    """Last records, with hashes that follow from their place."""
    return tuple((ix, seq, seed(f"head {ix} {seq}")) for ix, seq in ends)


def entry(state: Membership, author: str, op: str, payload: tuple[Item, ...]) -> bytes:
    """An entry by whoever, whatever it says."""
    keys = key_of(author)
    return sealed((1, state.space, state.n + 1, state.head, keys.id, NOON, op, payload), keys)


def block(*indexes: int, box: bytes = bytes(60)) -> tuple[Item, ...]:
    """A rotation with wraps for these."""
    return (seed("commitment"), box, tuple((ix, bytes(80)) for ix in indexes))


class LongStory(Story):
    """A chain with more than one epoch."""

    def __init__(self, name: str, first: bytes, said: str) -> None:
        super().__init__(name, first, said)
        self.epoch_keys = [EPOCH_KEY]

    def asks(self, author: str, name: str, members: tuple[int, ...], said: str) -> None:
        """A device or card invites another."""
        self.take(invite_entry(self.state, key_of(author), name, members), said)

    def lets_in(self, author: str, name: str, members: tuple[int, ...], said: str) -> None:
        """A device answers a request; a card needs none."""
        entry = card_admit_entry if "'s card" in author else admit_entry
        self.take(entry(self.state, key_of(author), name, members, epoch_key=self.epoch_keys[-1]), said)

    def gives_card(self, author: str, name: str, holder: int, said: str) -> None:
        """A device or card adds a card."""
        self.take(card_entry(self.state, key_of(author), name, holder, self.epoch_keys[-1]), said)

    def revokes(self, author: str, invited: bytes, said: str) -> None:
        """A device takes an invitation back."""
        self.take(control.revoke(self.state, key_of(author), invited, NOON), said)

    def turns(self, author: str, ix: int, members: tuple[int, ...], said: str) -> None:
        """A shared device becomes that of some."""
        self.take(control.turn(self.state, key_of(author), ix, members, NOON), said)

    def removes(self, author: str, devices: Sequence[int], members: Sequence[int], ends: Ends, said: str) -> None:
        """Devices, cards and members go."""
        name = f"{self.name} {self.state.n}"
        raw = control.remove(
            self.state, key_of(author), devices, members, heads(ends), self.epoch_keys[-1], NOON, randomness(name)
        )
        epoch = self.state.epoch
        self.take(raw, said)
        if self.state.epoch > epoch:
            self.epoch_keys.append(randomness(name)(32))

    def rotates(self, author: str, said: str) -> None:
        """The space gets a new key."""
        name = f"{self.name} {self.state.n}"
        raw = control.rotate(self.state, key_of(author), self.epoch_keys[-1], NOON, randomness(name))
        self.take(raw, said)
        self.epoch_keys.append(randomness(name)(32))

    def replaces(self, author: str, name: str, end: tuple[int, int] | None, said: str) -> None:
        """A device goes on under new keys."""
        final = heads([end])[0] if end else None
        source = randomness(f"{self.name} {self.state.n}")
        entry = control.replace_device(
            self.state, key_of(author), device(name), final, self.epoch_keys[-1], NOON, source
        )
        self.take(entry, said)

    def closes(self, author: str, said: str, successor: bytes | None = None, *, erase: bool = False) -> None:
        """The space is closed."""
        self.take(control.close(self.state, key_of(author), successor, erase=erase, ts=NOON), said)

    def reopens(self, author: str, said: str) -> None:
        """The space goes on."""
        self.take(control.reopen(self.state, key_of(author), NOON), said)


def lost_tablet() -> LongStory:
    """A tablet is lost, and removed with the card that it introduced; later a card is."""
    first = genesis("tablet", SHARED, 2, [("owner", 0)], nonce="lost")
    story = LongStory("a tablet is lost", first, "a shared tablet begins, with the owner's card")
    story.lets_in("owner's card", "phone", OWNER, "the owner's card admits the owner's phone")
    story.gives_card("phone", "practitioner", 1, "the phone gives the practitioner a card")
    story.asks("tablet", "desk", PRACTITIONER, "the tablet invites the practitioner's desk")
    story.lets_in("tablet", "desk", PRACTITIONER, "and admits it")
    story.gives_card("desk", "desk drawer", 1, "the desk makes a card")
    story.gives_card("owner's card", "copy", 0, "a card made with the card that the tablet introduced")
    story.asks("tablet", "later", PRACTITIONER, "an invitation that is still open")
    story.removes("phone", (0,), (), [(0, 7), (2, 3)], "P13: the tablet goes, and its cards, and the open invitation")
    story.gives_card("phone", "fresh", 0, "a fresh card, under the new key")
    story.rotates("desk", "any device may change the key")
    story.asks("phone", "second tablet", SHARED, "another shared tablet is invited")
    story.lets_in("phone", "second tablet", SHARED, "and admitted")
    story.removes("desk", (5,), (), [], "a member's own device removes that member's card")
    story.rotates("fresh's card", "a card may change the key")
    story.removes("fresh's card", (8,), (), [(8, 1)], "P9: the owner's card removes a shared tablet")
    return story


def only_way_in() -> LongStory:
    """The owner has nothing but the card that a lost tablet introduced."""
    first = genesis("tablet", SHARED, 2, [("owner", 0)], nonce="only")
    story = LongStory("the only way in", first, "a shared tablet begins, with the owner's card")
    story.asks("tablet", "desk", PRACTITIONER, "the tablet invites the practitioner's desk")
    story.lets_in("tablet", "desk", PRACTITIONER, "and admits it")
    story.removes("owner's card", (0,), (), [(0, 2)], "P13: the card stays, stale: its holder has no other way in")
    story.gives_card("owner's card", "fresh", 0, "a stale card adds a card")
    story.lets_in("owner's card", "phone", OWNER, "a stale card admits a device of its holder: a rotation is due")
    story.asks("phone", "granny's", OWNER, "while it is due, an entry is as good as ever")
    story.rotates("desk", "P16: the rotation that was due; it closes the invitation too")
    story.lets_in("owner's card", "laptop", OWNER, "the stale card again")
    story.lets_in("owner's card", "notebook", OWNER, "and again, while it is due")
    story.removes("owner's card", (5, 6), (), [(5, 1)], "a stale card removes, and rotates, so that nothing is due")
    story.removes("phone", (1,), (), [], "the stale card goes, with the one that it added")
    return story


def leaves_by_itself() -> LongStory:
    """A shared tablet removes itself, and nobody can change the key at once."""
    first = genesis("tablet", SHARED, 2, [("owner", 0)], nonce="leaves")
    story = LongStory("a tablet removes itself", first, "a shared tablet begins, with the owner's card")
    story.lets_in("owner's card", "phone", OWNER, "the owner's card admits the owner's phone")
    story.asks("tablet", "desk", PRACTITIONER, "an invitation that is still open")
    story.removes("tablet", (0,), (), [(0, 4)], "P16: it goes, with its card, and a rotation is due")
    story.gives_card("phone", "fresh", 0, "a card, while it is due")
    story.removes("fresh's card", (3,), (), [], "P9: a card removes itself; the rotation is still due")
    story.rotates("phone", "the first that remains changes the key")
    return story


def new_practitioner() -> LongStory:
    """The partnership goes on with another practitioner, and with a third."""
    more = [listed(device("desk"), PRACTITIONER)]
    first = genesis("tablet", SHARED, 2, [("owner", 0), ("practitioner", 1)], more, nonce="hand-over")
    story = LongStory("a new practitioner", first, "a pair, with a desk and two cards")
    story.lets_in("owner's card", "phone", OWNER, "the owner's card admits the owner's phone")
    story.removes(
        "phone", (), (1,), [(0, 2), (1, 9)], "P9: a member goes, with every device that lists them and all their cards"
    )
    story.asks("phone", "new desk", (2,), "a new member, whose number is kept by the invitation")
    story.lets_in("phone", "new desk", (2,), "and is admitted")
    story.gives_card("phone", "new practitioner", 2, "with a card")
    story.asks("phone", "new tablet", (0, 2), "and a tablet for both")
    story.lets_in("phone", "new tablet", (0, 2), "is admitted")
    story.gives_card("phone", "owner again", 0, "the owner has a fresh card")
    story.lets_in(
        "owner again's card", "third tablet", (0, 3), "P9: the owner's card admits a tablet with a new member"
    )
    story.lets_in("owner again's card", "spare tablet", (0, 2), "and one with a member who is there")
    story.removes("new desk", (), (2,), [(5, 1)], "P16: a member leaves with all that lists them: a rotation is due")
    story.rotates("third tablet", "any device may make it")
    story.asks("phone", "guest", (0, 4), "a new member on a shared device, invited")
    story.asks("phone", "another guest", (5,), "and one more")
    return story


def turned() -> LongStory:
    """Shared tablets become one member's."""
    more = [listed(device("second tablet"), SHARED), listed(device("everyone's"), (0, 1, 2))]
    more += [listed(device("third tablet"), SHARED), listed(device("phone"), OWNER)]
    first = genesis("tablet", SHARED, 3, [("owner", 0)], more, nonce="turned")
    story = LongStory("tablets are turned", first, "three members, with shared tablets")
    story.turns("phone", 0, OWNER, "the owner's own device turns a shared tablet into the owner's")
    story.turns(
        "second tablet", 1, PRACTITIONER, "a shared tablet turns itself into that of the one who is not the owner"
    )
    story.turns("owner's card", 2, (0, 2), "the owner's card turns a device of three into one of two")
    story.turns("everyone's", 2, (2,), "and that one turns itself again")
    story.asks("tablet", "granny's", OWNER, "a tablet that was turned may do what an own device may")
    return story


def taken_back() -> LongStory:
    """Invitations are taken back."""
    more = [listed(device("desk"), PRACTITIONER), listed(device("phone"), OWNER)]
    first = genesis("tablet", SHARED, 2, [("owner", 0)], more, nonce="taken back")
    story = LongStory("invitations are taken back", first, "a pair, with a desk and a phone")
    for name in ("guest 1", "guest 2", "guest 3"):
        story.asks("tablet", name, PRACTITIONER, f"{name} is invited")
    story.revokes("tablet", story.state.invites[0].id, "by the device that invited")
    story.revokes("desk", story.state.invites[1].id, "by one that may admit for those members")
    story.revokes("phone", story.state.invites[2].id, "by the owner's own device")
    story.asks("phone", "guest 4", OWNER, "guest 4 is invited")
    return story


def forked() -> LongStory:
    """A tablet was about twice, and goes on under new keys."""
    more = [listed(device("phone"), OWNER)]
    first = genesis("tablet", SHARED, 2, [("owner", 0)], more, nonce="forked")
    story = LongStory("a tablet was about twice", first, "a pair, with a phone")
    story.asks("tablet", "desk", PRACTITIONER, "the tablet invites")
    story.replaces(
        "tablet", "tablet again", (0, 5), "P22: the tablet goes on as another; its card stays, and its invitation"
    )
    story.replaces("tablet again", "tablet once more", None, "P22: and again, before it had said anything")
    story.removes("phone", (4,), (), [(4, 2)], "P13: when it goes, so does the card that the first of them introduced")
    return story


def ended() -> LongStory:
    """A space is closed, reopened, and closed for ever."""
    more = [listed(device("phone"), OWNER)]
    first = genesis("tablet", SHARED, 2, [("owner", 0)], more, nonce="ended")
    story = LongStory("an ending", first, "a pair, with a phone")
    story.closes("phone", "the owner's own device closes the space")
    story.reopens("owner's card", "the owner's card reopens it")
    story.closes("owner's card", "P34: and closes it, because another goes on", seed("successor", 16))
    story.reopens("phone", "the phone reopens it")
    story.asks("tablet", "desk", PRACTITIONER, "which goes on as before")
    story.closes("phone", "P34: closed for ever", seed("successor", 16), erase=True)
    return story


def crowd() -> LongStory:
    """Seven members, so that one more is the last."""
    story = LongStory("a crowd", genesis("own phone", OWNER, 7, [("owner", 0)], nonce="crowd"), "seven members begin")
    story.asks("own phone", "eighth", (7,), "an eighth is invited")
    return story


def room_again() -> LongStory:
    """A full house, that has room for one more when somebody has gone."""
    more = [listed(device(f"device {n}"), PRACTITIONER) for n in range(1, 24)]
    cards = [(f"card {n}", 0) for n in range(8)]
    first = genesis("own phone", OWNER, 2, cards, more, nonce="room again")
    story = LongStory("room again", first, "24 devices and 8 cards begin together")
    story.removes("own phone", (1, 24), (), [(1, 1)], "a device and a card go")
    story.asks("own phone", "one more", OWNER, "one more is invited")
    story.lets_in("own phone", "one more", OWNER, "and admitted")
    story.gives_card("own phone", "one more", 0, "and has a card")
    return story


def many_members() -> LongStory:
    """Members come and go until there are no more numbers."""
    story = LongStory("64 members", genesis("own phone", OWNER, 8, nonce="64 members"), "eight members begin")
    for member in range(8, LIMITS.members_ever):
        story.removes("own phone", (), (member - 1,), [], f"member {member - 1} goes")
        story.asks("own phone", f"member {member}", (member,), f"member {member} is invited")
    story.removes("own phone", (), (LIMITS.members_ever - 1,), [], "the last one goes")
    return story


def many_devices() -> LongStory:
    """Devices come and go until there are no more indexes: first none but for the owner, then none."""
    more = [listed(device("desk 1"), PRACTITIONER)]
    first = genesis("device 0", OWNER, 2, nonce="256 devices", more=more)
    story = LongStory("256 devices", first, "two devices begin")
    theirs = LIMITS.device_indexes - LIMITS.indexes_of_owner
    for n in range(2, theirs):
        story.replaces(f"desk {n - 1}", f"desk {n}", None, f"desk {n} goes on for the one before")
    story.replaces("device 0", f"device {theirs}", None, "the owner's goes on")
    for n in range(theirs + 1, LIMITS.device_indexes):
        story.replaces(f"device {n - 1}", f"device {n}", None, f"device {n} goes on for the one before")
    return story


def stories() -> tuple[LongStory, ...]:
    """All of them."""
    return (
        lost_tablet(), only_way_in(), leaves_by_itself(), new_practitioner(), turned(), taken_back(), forked(),
        ended(), crowd(), room_again(), many_members(), many_devices(),
    )  # fmt: skip
