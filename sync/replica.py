"""What one device knows of a space, as a fold over facts: everything that it was told or did, in order.

A fact is taken in, then must be kept (`take_facts`) before anything that follows from it is sent. Replaying the facts
gives the same replica, so a crash at any point loses nothing that was kept.
"""

from collections.abc import Iterable, Sequence

from sync import membership
from sync.ends import check_ends
from sync.envelope import Record, parse
from sync.errors import Damaged, Malformed, Suspicious
from sync.ground import Ground
from sync.joining import Invitation
from sync.keys import DeviceKeys
from sync.membership import Membership
from sync.opening import open_epochs
from sync.own_words import Draft, OwnWords


class Replica(OwnWords):
    """Public fields are for reading; the methods are what can happen."""

    def __init__(self, keys: DeviceKeys, expected_space: bytes | None = None) -> None:
        super().__init__(keys)
        self.expected_space = expected_space
        self.entries: list[bytes] = []
        self.created = False  # the server has this space
        self.request: bytes | None = None  # with which this device asks to be admitted
        self.invitations: dict[bytes, Invitation] = {}  # made here, by id
        self.next_keys: DeviceKeys | None = None  # under which this device goes on, once the control chain says so
        self._acknowledged_seq = 0  # of its own records, how many a server has ever had
        self._note("keys", keys.signing.private, keys.box.private, expected_space)

    @property
    def space(self) -> bytes | None:
        """The id of the space, once it is known."""
        return self.state.space if self.state else self.expected_space

    def forget_facts(self) -> None:
        """They are kept already: they have been told again."""
        self._facts.clear()

    def take_updates(self) -> list[bytes]:
        """Yjs updates for the document, also those that were written here. Each once, and again after a replay."""
        updates, self._updates = self._updates, []
        return updates + self.log.take_updates()

    def unstored(self) -> list[bytes]:
        """This device's own records that the server is not known to have."""
        return self.log.held.get(self.keys.id, [])[self.stored_seq :]

    def leave(self, drafts: Sequence[Draft]) -> None:
        """Kept, and not said: about something of another's that nobody has, which its author alone makes anew."""
        if drafts:
            self.unsaid.extend(drafts)
            self._note("left", tuple((each.by, each.ts, each.update) for each in drafts))

    def take_entry(self, raw: bytes) -> None:
        """One more entry of the control chain. Raises Damaged, Suspicious FINAL_BACK, and nothing has changed."""
        state = self._after(raw)
        check_ends(state, self.log, self.keys.id, self.stored_seq)
        self._hold_entry(raw, state)

    def hold_entry(self, raw: bytes) -> None:
        """One that was judged by what was known then: what was kept once is not refused later."""
        self._hold_entry(raw, self._after(raw))

    def _after(self, raw: bytes) -> Membership:
        return membership.apply(self.state, raw) if self.state else membership.begin(raw, self.expected_space)

    def _hold_entry(self, raw: bytes, state: Membership) -> None:
        me = state.device(self.keys.id)
        if me is not None and not self.epoch_keys:
            self.epoch_keys = open_epochs(state, self.keys, (*self.entries, raw))
            for ix, seq, _ in me.heads:
                self.log.expect(ix, seq)
        elif me is not None and me.is_active and state.epoch >= len(self.epoch_keys):
            self._open_later(state, (*self.entries, raw))
        for known in state.devices[len(self.state.devices) if self.state else 0 :]:
            if known.replaces is not None:
                self.log.authors.succeed(known.id, state.devices[known.replaces].id)
                if self.epoch_keys:
                    self.log.settle(state.devices[known.replaces], Ground(state, self.epoch_keys))
        self.entries.append(raw)
        self.state = state
        self._note("entry", raw)
        if self.next_keys is not None and state.device(self.next_keys.id) is not None:
            self._go_on(self.next_keys)
        if self.epoch_keys:
            self.log.retry(Ground(state, self.epoch_keys))
        self._look_again()

    def prepare(self, keys: DeviceKeys) -> None:
        """Keys under which this device will go on."""
        if keys == self.next_keys:
            return
        self.next_keys = keys
        self._note("next", keys.signing.private, keys.box.private)

    def change_branch(self, chain: Sequence[bytes]) -> None:
        """The control chain that goes on, in the place of this one (P19); records are judged anew by it.

        What this device had said by the other is said again, and the document begins anew: what others had said by it
        stands nowhere, and nothing is to rest on that. Raises Damaged AUTHOR_UNKNOWN if it is not in this one.
        """
        state = membership.replay(chain, self.state.space if self.state else None)
        ground = Ground(state, open_epochs(state, self.keys, tuple(chain)))
        before, old_ground, before_state = self.log, self.ground, self.state
        self._note("branch", tuple(chain))
        self.log = before.judged_anew(ground)
        self.entries, self.state, self.epoch_keys = list(chain), state, ground.epoch_keys
        lost = [parse(raw) for raw in before.held.get(self.keys.id, [])[self.log.length(self.keys.id) :]]
        said = [(record, old_ground.open(record)) for record in lost] if old_ground else []
        self._again(said)
        self._begin_with(tuple(self.drafts))
        names = [known.id for known in before_state.devices] if before_state else []
        again = {record.hash for record in lost}
        there = [record for name in names for record in before.records(name) if record.hash not in again]
        opened = [old_ground.open(record).update for record in there] if old_ground else []
        self.seen_before = [*(self.seen_before or []), *(update for update in opened if update is not None)]
        self.written_since = 0
        self.has_forked = any(record.header.seq <= self._acknowledged_seq for record in lost)
        self.stored_seq = min(self.stored_seq, self.log.length(self.keys.id))
        self._told.clear()

    def mark_created(self) -> None:
        """The server has the space."""
        self.created = True
        self._note("created")

    def ask(self, request: bytes) -> None:
        """This device asks to be admitted."""
        self.request = request
        self._note("ask", request)

    def remember(self, invitation: Invitation) -> None:
        """An invitation made here: its secret is needed to read who answers."""
        self.invitations[invitation.id] = invitation
        self._note("invitation", invitation.secret)

    def take_record(self, position: int, raw: bytes) -> None:
        """A record that the server has at this position."""
        self._note("record", position, raw)
        self._pass(position)
        own = self._own(raw)
        if own is None or own.header.seq > self.log.length(self.keys.id):
            self.log.take(raw, self.ground)
        elif not self.is_own(own.header.seq, own.hash):
            self._adopt(own)
        if own is not None:
            self._own_there = max(self._own_there, own.header.seq)
            if self.is_own(own.header.seq, own.hash):
                self._mark_stored(own.header.seq)

    def take_page(self, records: Iterable[tuple[int, bytes]]) -> None:
        """Records that the server has at these positions."""
        for position, raw in records:
            self.take_record(position, raw)
        self._look_again()

    def mark_stored(self, seq: int, position: int) -> None:
        """The server has this device's own record, at this position, which counts once for a record that waited."""
        self._note("stored", seq, position)
        if self.stored_seq < seq <= self.log.length(self.keys.id):
            self._pass(position)
        self._mark_stored(seq)

    def adopt(self, raw: bytes) -> bool:
        """This device's own record, which it had lost. Whether it may stand: otherwise the device has forked (P22)."""
        self._note("adopt", raw)
        record = self._own(raw)
        return record is not None and self._adopt(record)

    def lacks(self, heads: Iterable[tuple[bytes, int, bytes]]) -> bool:
        """Whether the server has told of more of some device than is held here, or of another life of this one: where
        the two have parted may lie behind positions that another face of the server had.
        """
        told = list(heads)
        has_lived_twice = any(device == self.keys.id and not self.is_own(seq, head) for device, seq, head in told)
        is_behind = any(self.log.length(device) < seq and not self.log.is_over(device) for device, seq, _ in told)
        return is_behind or has_lived_twice

    def compare(self, seq: int, head: bytes) -> None:
        """The server's head of this device: an ACK may have been lost, or the server may have lost a record."""
        self._own_there = seq
        if seq == 0 or self.is_own(seq, head):
            self.stored_seq = seq

    def is_own(self, seq: int, head: bytes) -> bool:
        """Whether this is the hash of its own record in this place, as it is held here."""
        held = self.log.held.get(self.keys.id, [])
        return 0 < seq <= len(held) and parse(held[seq - 1]).hash == head

    def _open_later(self, state: Membership, chain: tuple[bytes, ...]) -> None:
        """A new epoch. A wrap that does not open takes nothing away from what could be read before."""
        try:
            self.epoch_keys = open_epochs(state, self.keys, chain)
        except Damaged:
            self.log.alarms.add("WRAP_BAD")

    def _look_again(self) -> None:
        """What was missing may have come, whenever that is; what is missing is found out at the end of the stream.

        Dear where much is set aside: so it is done for an entry or a page, not for every record.
        """
        if self.state is not None and "OMISSION" in self.log.alarms:
            self.log.look_for_omissions(self.state)

    def _own(self, raw: bytes) -> Record | None:
        try:
            record = parse(raw)
        except Malformed:
            return None
        return record if record.header.device == self.keys.id else None

    def _adopt(self, record: Record) -> bool:
        """Take the stored record; what was sealed here in its place is sealed anew behind it.

        Where it names what has not come, it waits, and nothing is sealed before it has been judged.
        """
        ground, seq = self.ground, record.header.seq
        if ground is None:
            return False
        if self.is_own(seq, record.hash):  # it has come another way meanwhile
            return True
        was_believed, had_another = seq <= self._acknowledged_seq, seq <= self.stored_seq
        try:
            displaced = self.log.replace_from(record, ground)
        except (Damaged, Suspicious):
            self.log.alarms.add("FORK_DEVICE")
            return False
        self._again(displaced)
        self._own_there, self.stored_seq = max(self._own_there, seq), seq - 1
        if self.is_own(seq, record.hash):
            self._told.update(record.header.seen)
            self.stored_seq = seq
        if had_another:  # it was this server that had acknowledged what stood here
            self.log.alarms.add("ROLLBACK")
        if was_believed:  # somebody may hold what stood here: it can be said again, but not under this name
            self.has_forked = True
            self.log.alarms.add("FORK_DEVICE")
        return True

    def _mark_stored(self, seq: int) -> None:
        self.stored_seq = max(self.stored_seq, seq)
        self._acknowledged_seq = max(self._acknowledged_seq, self.stored_seq)

    def _go_on(self, keys: DeviceKeys) -> None:
        """This is another device now; what it had not got across it says under its new name."""
        self.owed = (self.keys.id, self.fails_from) if self.fails_from else None
        self.keys, self.next_keys, self.has_forked, self.fails_from = keys, None, False, 0
        self.stored_seq = self._acknowledged_seq = 0
        self._told.clear()
        self.log.alarms.discard("FORK_DEVICE")
