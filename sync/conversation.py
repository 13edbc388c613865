"""What a device and the server say to each other, from HELLO to live: README.md section 6, "Connecting"."""

from typing import Final, Literal, TypeAlias, assert_never

from sync import joining
from sync import messages as m
from sync.branches import Branches, wishes_of
from sync.card import CardKeys
from sync.card_visit import CardVisit
from sync.duties import fulfil
from sync.errors import Damaged, Malformed, Refused
from sync.greeting import prove, request_first
from sync.keys import DeviceKeys
from sync.lies import Losses, is_by_a_stranger, refuse_other_entry, refuse_what_is_not_given
from sync.looks import Looks
from sync.outbox import Outbox
from sync.repair import give_notice, mend
from sync.replica import Replica
from sync.surroundings import Surroundings
from sync.wishes import Wishes

Phase: TypeAlias = Literal["away", "greeting", "waiting", "catching up", "live"]

_ROOM_MS: Final = 1000  # until a disk that is full may have room again


class Conversation:
    """Every call gives back the messages to send, after the replica's facts have been kept."""

    def __init__(
        self,
        replica: Replica,
        around: Surroundings,
        card: CardKeys | None = None,
        listed: tuple[int, ...] | None = None,
    ) -> None:
        self.phase: Phase = "away"
        self.heard: dict[bytes, bytes] = {}  # requests to join, by hash: nobody's, until they are checked
        self.wants_reconnect = False
        self.outbox = Outbox(replica, around.randomness)
        self.wishes = Wishes(replica, lambda: fulfil(replica, around.now(), around.randomness))
        self._branches = Branches(replica)
        self._losses = Losses(replica)
        self._refusal: Refused | None = None
        self._replica = replica
        self._around = around
        self._card = card
        self._listed = listed  # whom the card lets in, if not its holder alone
        self._card_chain: list[bytes] = []  # not to be believed before the card's proof has been checked
        self._has_asked = False
        self._is_lost = False  # the server does not know the space, and may have known it
        self._goes_on = False  # under new keys, of which the answer was lost
        self._challenge: m.Challenge | None = None
        self._welcome: m.Welcome | None = None
        self._is_pulling = self._has_pulled_anew = self._has_looked_back = False
        self._looks = Looks()

    @property
    def refusal(self) -> Refused | None:
        """Why the server will not talk or take what is sent, or why the last wish came to nothing."""
        return self._refusal or self.outbox.refusal or self.wishes.refusal

    @property
    def is_settled(self) -> bool:
        """Whether the server has all that was done here, and this device all that the server has told of."""
        return self.phase == "live" and self.outbox.is_empty and self.wishes.is_empty and not self._looks.is_open

    def connected(self) -> list[m.Message]:
        """The socket is open."""
        self.phase, self.wants_reconnect = "greeting", False
        self._forget_refusals()
        self.outbox.begin()
        return [m.Hello(m.VERSION, None if self._card else self._replica.space, self._identity.id)]

    def disconnected(self) -> None:
        """The socket has gone."""
        self.phase, self._welcome, self._is_pulling, self._has_pulled_anew = "away", None, False, False
        self._has_looked_back = False
        self._looks.give_up()
        self._branches.close()
        self.wishes.close()
        self.outbox.close()

    def look(self) -> list[m.Message]:
        """While live: not settled again before everything has come that the server has by now."""
        return [self._looks.begin()] if self.phase == "live" else []

    def proceed(self) -> list[m.Message]:
        """What there is to send, if anything may be sent: nothing here under the keys that it goes on with."""
        if self.phase != "live" or self.wants_reconnect:
            return []
        mend(self._replica, self._around)
        appended = self.wishes.next(may_end=self.outbox.is_empty)
        if self.wishes.is_giving_back:
            # a record names an entry, so lost entries go first; but one that removes a device needs all of it (P17)
            return [*(push for append in appended for push in self.outbox.ended_by(append.entry)), *appended]
        if not appended and self.outbox.is_empty:
            give_notice(self._replica, self._around)
        return [*appended, *self.outbox.flush()]

    def resume(self) -> list[m.Message]:
        """The wait that the server asked for is over."""
        self._forget_refusals()
        return self._chain_complete() if self._card and self.phase == "catching up" else self.proceed()

    def receive(self, frame: bytes) -> list[m.Message]:
        """One frame from the server. Raises Damaged when what it says cannot be true."""
        message = m.parse(frame)
        match message:
            case m.Challenge():
                return self._answer(message)
            case m.Created():
                self._replica.mark_created()
                return self._authenticate()
            case m.Welcome():
                return self._welcomed(message)
            case m.Ctl():
                return self._take_entries(message)
            case m.CtlAck():
                if self.wishes.on_its_way is not None:
                    self.outbox.seal_before(self.wishes.on_its_way)
                before = self._replica.keys
                if self.wishes.acknowledged(message) and (self._card or self._replica.keys is not before):
                    self._card, self.wants_reconnect = None, True
            case m.Records():
                return self._take_records(message)
            case m.Ack():
                self.outbox.acknowledged(message)
            case m.Nack():
                self.outbox.refused(message)
            case m.Joined():
                self._has_asked, self.phase, self.wants_reconnect = True, "waiting", True
            case m.JoinReq(request):
                self.heard[joining.request_hash(request)] = joining.parse_request(request).raw
            case m.Err(code, retry_after_ms):
                return self._refused(Refused(code, retry_after_ms))
            case m.Drain() | m.Eph() | m.Snaps():
                return []  # the socket closes by itself, and nothing durable follows from presence
            case (
                m.Hello() | m.Create() | m.Auth() | m.CtlPull() | m.CtlAppend() | m.Pull() | m.Push() | m.Join()
                | m.Decline() | m.SnapPull()
            ):  # fmt: skip
                raise Malformed("a server that speaks like a device")
            case _:
                assert_never(message)
        return self.proceed()

    @property
    def _identity(self) -> DeviceKeys:
        if self._goes_on and self._replica.next_keys:
            return self._replica.next_keys
        return self._card.device if self._card else self._replica.keys

    @property
    def _chain(self) -> list[bytes]:
        return self._card_chain if self._card and not self._replica.entries else self._replica.entries

    def _answer(self, challenge: m.Challenge) -> list[m.Message]:
        self._challenge = challenge
        first = request_first(self._replica, has_asked=self._has_asked, is_lost=self._is_lost)
        return [first] if first else self._authenticate()

    def _authenticate(self) -> list[m.Message]:
        challenge = self._challenge
        space = challenge.space if challenge is not None and self._card else self._replica.space
        return [prove(challenge, space, self._identity, self._around.origin)]

    def _welcomed(self, welcome: m.Welcome) -> list[m.Message]:
        self.phase, self._welcome, self._is_lost = "catching up", welcome, False
        self._losses.weigh(welcome)
        return [*self._branches.compare(welcome)] or self._go_on_from(welcome)

    def _go_on_from(self, welcome: m.Welcome) -> list[m.Message]:
        """The server's chain and this device's are the same, as far as both go."""
        self._losses.compare_chain(welcome)
        for wish in wishes_of(self._branches.take_lost(), self._replica, self._around):
            self.wishes.add_if_it_may(wish)
        self._replica.meet(welcome.incarnation)
        self._replica.mark_served(welcome.control_length)
        self.outbox.compare(welcome)
        self.wishes.give_back(self._replica.entries[welcome.control_length :])
        if welcome.control_length > len(self._chain):
            return [m.CtlPull(len(self._chain))]
        return self._chain_complete()

    def _take_entries(self, ctl: m.Ctl) -> list[m.Message]:
        if self._looks.take(ctl):
            return self.proceed()
        if self._branches.is_open and self._welcome is not None:
            asked = self._branches.take(ctl)
            return [*asked] if self._branches.is_open else self._go_on_from(self._welcome)
        before = len(self._chain)
        for n, raw in enumerate(ctl.entries, ctl.from_n):
            chain = self._chain
            if n < len(chain) and chain[n] != raw:
                refuse_other_entry(self._replica, raw)
            if n == len(chain) and chain is self._card_chain:
                chain.append(raw)
            elif n == len(chain):
                if not self._has_looked_back and is_by_a_stranger(self._replica, raw):
                    self._has_looked_back = True
                    return [m.CtlPull(0)]
                self._take_entry(raw)
        length = len(self._chain)
        if ctl.entries:  # none are no sign that it has those before; and what it names behind a gap is not known
            self._replica.mark_served(min(ctl.from_n + len(ctl.entries), length))
        if ctl.from_n > length or (self._welcome is not None and length < self._welcome.control_length):
            if ctl.from_n == length and not ctl.entries:
                refuse_what_is_not_given(self._replica)
            is_behind = self._has_looked_back and ctl.from_n + len(ctl.entries) < length
            return [m.CtlPull(ctl.from_n + len(ctl.entries) if is_behind and ctl.entries else length)]
        if length > before:
            self.outbox.chain_grew()
        if self.phase == "catching up":
            return self._chain_complete()
        self.wishes.looked(has_grown=length > before or len(ctl.entries) > 0)
        return self.proceed()

    def _take_entry(self, raw: bytes) -> None:
        self.outbox.seal_before(raw)
        try:
            self._replica.take_entry(raw)
        except Damaged as error:
            if error.code == "CHAIN_BROKEN":
                refuse_other_entry(self._replica, raw)
            raise

    def _chain_complete(self) -> list[m.Message]:
        replica = self._replica
        if self._is_pulling or self.wishes.is_waiting:
            return []
        if self._card:
            return self._let_in_by(self._card)
        if replica.state is None or replica.me is None:
            raise Damaged("AUTHOR_UNKNOWN", "a chain without this device")
        if replica.request is not None and replica.state.at(joining.parse_request(replica.request).ctl) is None:
            raise Damaged("INVITE_UNKNOWN", "a chain without the invitation")
        self._losses.chain_is_here(self._welcome, self.outbox)
        self._is_pulling = True
        return [m.Pull(replica.cursor)]

    def _let_in_by(self, card: CardKeys) -> list[m.Message]:
        replica, around = self._replica, self._around
        visit = CardVisit(card, tuple(self._chain), self._challenge.space if self._challenge else None)
        for raw in visit.chain[len(replica.entries) :]:
            replica.take_entry(raw)
        if replica.me is not None:  # the CTL_ACK was lost
            self._card, self.wants_reconnect = None, True
            return []
        return [*self.wishes.append(visit.admit(replica.keys, self._listed, around.now(), around.randomness))]

    def _take_records(self, records: m.Records) -> list[m.Message]:
        self._replica.take_page(records.records)
        if not records.end:  # also an empty page: more has come since the server read it
            return [m.Pull(records.records[-1][0] + 1 if records.records else self._replica.cursor)]
        if self.phase == "catching up" and self._replica.state is not None:
            if self._welcome is not None and not self._has_pulled_anew and self._replica.lacks(self._welcome.heads):
                # positions that were false or have changed since: one look at the whole log heals it, or shows a lie
                self._has_pulled_anew = True
                self._replica.pull_anew()
                return [m.Pull(1)]
            self.phase = "live"
            self._replica.log.look_for_omissions(self._replica.state)
            self.outbox.open()
            return self.proceed()
        asked = [m.CtlPull(len(self._chain))] if self._replica.log.is_waiting else []
        return [*asked, *self.proceed()]

    def _forget_refusals(self) -> None:
        self._refusal = self.wishes.refusal = None
        self.outbox.resume()

    def _refused(self, refusal: Refused) -> list[m.Message]:
        code = refusal.code
        if code == "CTL_CONFLICT" and self.wishes.is_waiting:
            from_n = self.wishes.conflicted()
            if from_n is None and not self._card:
                return self.proceed()
            return [m.CtlPull(len(self._chain) if from_n is None else from_n)]
        if code == "DEVICE_UNKNOWN" and self._replica.request is not None and self._replica.state is None:
            self.phase, self.wants_reconnect = "waiting", True
            return []
        if code == "SPACE_UNKNOWN" and self._replica.state is not None and not (self._is_lost or self._card):
            self._is_lost, self.wants_reconnect = True, True
            return []
        if code == "DEVICE_REMOVED" and self._replica.next_keys and not self._goes_on:
            self._goes_on, self.wants_reconnect = True, True
            return []
        if code == "RATE":
            self.outbox.dropped(refusal)
            self.wishes.pause()
        elif code == "STORE_FAILED" and self.wishes.is_waiting:
            self.wishes.pause()
            self._refusal = Refused(code, refusal.retry_after_ms or _ROOM_MS)
        elif self.wishes.is_waiting:
            self.wishes.refused(refusal)
        else:  # a server that knows neither name has seen another life of this device go on
            self._refusal = Refused("DEVICE_REMOVED") if code == "DEVICE_UNKNOWN" and self._goes_on else refusal
        return []
