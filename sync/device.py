"""A whole device without a screen, a socket, a disk or a clock: frames in, frames out.

Whoever drives it keeps `take_facts()` on a disk before sending what a call gave back, and calls `connected` and
`disconnected` as the socket comes and goes. Used by tests, benchmarks and tools; the web app has its own engine.
"""

from collections.abc import Callable, Iterable, Sequence

from sync import control, joining, membership
from sync import messages as m
from sync.admission import may_be_answered
from sync.card import CardKeys, CardSecret
from sync.conversation import Conversation, Phase
from sync.envelope import By
from sync.errors import Damaged, Refused
from sync.facts import replay
from sync.joining import Invitation, Link
from sync.keys import DeviceKeys
from sync.membership import Invited, Membership
from sync.operation import NewDevice
from sync.remark import Remark
from sync.removal import closure
from sync.replica import Replica
from sync.surroundings import Surroundings
from sync.wishes import Wish, names_of


class Device:
    """One device of one space. Verbs give back the frames to send."""

    def __init__(
        self,
        replica: Replica,
        around: Surroundings,
        card: CardKeys | None = None,
        listed: tuple[int, ...] | None = None,
    ) -> None:
        self.replica = replica
        self._around = around
        self._talk = Conversation(replica, around, card, listed)

    @staticmethod
    def start(
        around: Surroundings,
        listed: tuple[int, ...] = (0, 1),
        member_count: int = 2,
        cards: Sequence[tuple[CardSecret, int]] = (),
    ) -> "Device":
        """The first device of a new space, with the cards on the table and their holders."""
        draw = around.randomness
        keys, papers = DeviceKeys.new(draw), [(card.keys(), holder) for card, holder in cards]
        device = Device(Replica(keys), around)
        epoch_key, nonce = draw(32), draw(16)
        first = control.genesis(keys, listed, member_count, papers, epoch_key, nonce, around.now(), draw)
        device.replica.take_entry(first)
        return device

    @staticmethod
    def open_card(around: Surroundings, card: CardSecret, listed: tuple[int, ...] | None = None) -> "Device":
        """A fresh device that a card will let in: as its holder's, or, with the owner's card, as that of these."""
        return Device(Replica(DeviceKeys.new(around.randomness)), around, card.keys(), listed)

    @staticmethod
    def join(around: Surroundings, link: Link, name: str) -> "Device":
        """A fresh device that asks to be let in by an invitation."""
        keys = DeviceKeys.new(around.randomness)
        device = Device(Replica(keys, link.space), around)
        device.replica.ask(joining.build_request(link, keys, name, around.now(), around.randomness))
        return device

    @staticmethod
    def load(around: Surroundings, facts: Iterable[bytes]) -> "Device":
        """The device that these facts make. Raises Damaged if they are not facts."""
        return Device(replay(facts), around)

    @property
    def phase(self) -> Phase:
        """How far the conversation with the server has come."""
        return self._talk.phase

    @property
    def refusal(self) -> Refused | None:
        """Why the server will not talk, or will not take what is sent; none while all is well."""
        return self._talk.refusal

    @property
    def requests(self) -> dict[bytes, bytes]:
        """Who asks to join: requests by their hash. One that answers no open invitation is nobody's."""
        state = self.replica.state
        heard = self._talk.heard.items()
        return {name: raw for name, raw in heard if state is not None and may_be_answered(raw, state)}

    @property
    def wants_reconnect(self) -> bool:
        """Whether the socket has served its purpose: a card has let this device in, or it waits to be let in."""
        return self._talk.wants_reconnect

    @property
    def is_settled(self) -> bool:
        """Whether the server has all that was done here, and this device all that the server has told of."""
        return self._talk.is_settled

    @property
    def alarms(self) -> frozenset[str]:
        """Codes that people must be told: something was held back, or told twice."""
        return frozenset(self.replica.log.alarms)

    def take_facts(self) -> list[bytes]:
        """What must be kept before anything is sent. Each fact is given once."""
        return self.replica.take_facts()

    def take_updates(self) -> list[bytes]:
        """Yjs updates for the document, in an order that it can apply. Each is given once, and again after `load`.

        Once `beginnings` has risen they are for a document that has nothing yet.
        """
        return self.replica.take_updates()

    @property
    def beginnings(self) -> int:
        """How often the document has begun anew: something is no longer in it, and stands there once more (P23)."""
        return self.replica.beginnings

    def write(self, by: By, update: bytes) -> list[bytes]:
        """An edit by this hand. Raises Damaged TOO_LARGE, NOT_ALLOWED or ACTOR_WRONG; then it is not kept."""
        self.replica.draft(by, self._around.now(), update)
        return _frames(self._talk.proceed())

    def say(self, by: By, remark: Remark) -> list[bytes]:
        """A record about the log itself, which changes nothing; only while live and with nothing else to say."""
        if self.phase == "live":
            self.replica.say(by, self._around.now(), remark, self._around.randomness(12))
        return _frames(self._talk.proceed())

    def invite(self, listed: tuple[int, ...], expires: int) -> tuple[Invitation, list[bytes]]:
        """Invite a device that will list these members, until then (unix seconds). Raises Damaged NOT_ALLOWED."""
        invitation, now = Invitation.from_secret(self._around.randomness(32)), self._around.now
        self._talk.wishes.add(
            lambda state: control.invite(state, self.replica.keys, invitation, listed, expires, now())
        )
        self.replica.remember(invitation)
        return invitation, _frames(self._talk.proceed())

    def link_of(self, invitation: Invitation) -> str | None:
        """The link to hand over, once the control chain holds the invitation."""
        state = self.replica.state
        known = state.invite(invitation.id) if state else None
        if known is None or state is None:
            return None
        return invitation.link(self._around.origin, state.space, known.hash[:16])

    def add_card(self, card: CardSecret, holder: int, by: CardSecret | None = None) -> list[bytes]:
        """Give a member a card; with `by`, as the card that was scanned for it. Raises Damaged NOT_ALLOWED."""
        keys, author, around = card.keys(), self._author(by), self._around

        def give(state: Membership) -> bytes:
            return control.card(state, author(), keys, holder, self._epoch_key(), around.now(), around.randomness)

        return self._wish(give)

    def revoke(self, invite: bytes) -> list[bytes]:
        """Take an invitation back. Raises Damaged NOT_ALLOWED, INVITE_UNKNOWN, INVITE_USED."""
        return self._wish(lambda state: control.revoke(state, self.replica.keys, invite, self._around.now()))

    def turn(self, ix: int, members: tuple[int, ...], by: CardSecret | None = None) -> list[bytes]:
        """Make a shared device that of these members. Raises Damaged NOT_ALLOWED, MALFORMED."""
        author, names, now = self._author(by), names_of((ix,), self.replica.state), self._around.now
        return self._wish(lambda state: control.turn(state, author(), state.index_of(names[0]), members, now()))

    def remove(
        self, devices: Sequence[int] = (), members: Sequence[int] = (), by: CardSecret | None = None
    ) -> list[bytes]:
        """Remove devices, cards and members, with what goes with them; the space gets a new key.

        If this device goes too, the server gets all that was written here first. Raises Damaged NOT_ALLOWED, MALFORMED,
        MEMBER_UNKNOWN.
        """
        author, around, names = self._author(by), self._around, names_of(devices, self.replica.state)

        def remove(state: Membership) -> bytes:
            ends, key = self.replica.log.ends(state), self._epoch_key()
            meant = {state.index_of(name) for name in names if state.device(name)}
            return control.remove(state, author(), sorted(meant), members, ends, key, around.now(), around.randomness)

        state, me = self.replica.state, self.replica.me
        is_leaving = state is not None and me is not None and me.ix in closure(state, devices, members).devices
        return self._wish(remove, is_last=is_leaving)

    def leave(self) -> list[bytes]:
        """This device removes itself, once the server has all that was written here. Raises Damaged NOT_ALLOWED."""
        if self.replica.me is None:
            raise Damaged("NOT_ALLOWED", "a device that does not belong")
        return self.remove((self.replica.me.ix,))

    def rotate(self, by: CardSecret | None = None) -> list[bytes]:
        """Give the space a new key."""
        author, around = self._author(by), self._around

        def rotate(state: Membership) -> bytes:
            return control.rotate(state, author(), self._epoch_key(), around.now(), around.randomness)

        return self._wish(rotate)

    def close(
        self, successor: bytes | None = None, *, erase: bool = False, by: CardSecret | None = None
    ) -> list[bytes]:
        """Close the space, for ever with `erase`, once the server has all that was written here. Raises Damaged."""
        author, now = self._author(by), self._around.now
        return self._wish(lambda state: control.close(state, author(), successor, erase=erase, ts=now()), is_last=True)

    def reopen(self, by: CardSecret | None = None) -> list[bytes]:
        """Go on with a closed space. Raises Damaged NOT_ALLOWED, MALFORMED, SPACE_CLOSED."""
        author = self._author(by)
        return self._wish(lambda state: control.reopen(state, author(), self._around.now()))

    def name_of(self, request: bytes) -> str | None:
        """The first name that a joiner gave; none if the invitation was made on another device."""
        parsed = joining.parse_request(request)
        invitation = self.replica.invitations.get(parsed.invite)
        return joining.open_name(parsed, invitation) if invitation else None

    def words_of(self, request: bytes) -> tuple[str, ...]:
        """The comparison words of a request, as this device sees the control chain."""
        return joining.comparison_words(request, self._invited(request).hash[:16])

    def own_words(self) -> tuple[str, ...] | None:
        """The comparison words of this device's own request, if it made one."""
        request = self.replica.request
        return joining.comparison_words(request, joining.parse_request(request).ctl) if request else None

    def approve(self, request_hash: bytes) -> list[bytes]:
        """Let in who asked. Raises Damaged NOT_ALLOWED, INVITE_UNKNOWN, INVITE_USED or REQUEST_BAD."""
        raw, around = self.requests[request_hash], self._around
        parsed = joining.parse_request(raw)
        new = NewDevice(parsed.ed, parsed.x, self._invited(raw).members)

        def admit(state: Membership) -> bytes:
            heads = self.replica.log.heads(state)
            key = self._epoch_key()
            return control.admit(state, self.replica.keys, raw, new, key, heads, around.now(), around.randomness)

        self._talk.wishes.add(admit)
        del self._talk.heard[request_hash]
        return _frames(self._talk.proceed())

    def decline(self, request_hash: bytes) -> list[bytes]:
        """Do not let in who asked."""
        self._talk.heard.pop(request_hash, None)
        return _frames([m.Decline(request_hash)])

    def connected(self) -> list[bytes]:
        """The socket is open."""
        return _frames(self._talk.connected())

    def look(self) -> list[bytes]:
        """While live: not settled again before everything has come that the server has by now."""
        return _frames(self._talk.look())

    def disconnected(self) -> None:
        """The socket has gone."""
        self._talk.disconnected()

    def resume(self) -> list[bytes]:
        """The wait that the server asked for, in `refusal`, is over."""
        return _frames(self._talk.resume())

    def receive(self, frame: bytes) -> list[bytes]:
        """One frame from the server. Raises Damaged when what it says cannot be true: then close the socket."""
        return _frames(self._talk.receive(frame))

    def _author(self, card: CardSecret | None) -> Callable[[], DeviceKeys]:
        """Who signs, once it comes to it: the card that was scanned for this act (P9), or this device as it is then."""
        scanned = card.keys().device if card else None
        return lambda: scanned or self.replica.keys

    def _wish(self, wish: Wish, *, is_last: bool = False) -> list[bytes]:
        if is_last:
            if self.replica.state is not None:
                membership.apply(self.replica.state, wish(self.replica.state))
            self._talk.wishes.end_with(wish)
        else:
            self._talk.wishes.add(wish)
        return _frames(self._talk.proceed())

    def _epoch_key(self) -> bytes:
        if self.replica.epoch_key is None:
            raise Damaged("NOT_ALLOWED", "a device that does not belong yet")
        return self.replica.epoch_key

    def _invited(self, request: bytes) -> Invited:
        state = self.replica.state
        found = state.invite(joining.parse_request(request).invite) if state else None
        if found is None:
            raise Damaged("INVITE_UNKNOWN")
        return found


def _frames(sent: Iterable[m.Message]) -> list[bytes]:
    return [m.to_bytes(message) for message in sent]
