"""What a device appends to the control chain of itself, before anything that people wish."""

from typing import Literal

from sync import control
from sync.errors import Damaged
from sync.keys import DeviceKeys, Randomness
from sync.replica import Replica


def duty_of(replica: Replica) -> Literal["go on", "rotate"] | None:
    """To go on under other keys after a fork or a record that fails (P22, P23), to rotate (P16); none if it cannot.

    What is sealed goes first: the end that a device gives itself is the last of its records that is stored (P17).
    """
    state, me = replica.state, replica.me
    if state is None or me is None or not me.is_active or replica.epoch_key is None or state.is_closed_at(state.n):
        return None
    if is_to_go_on(replica):
        return None if replica.unstored() else "go on"
    return "rotate" if state.is_rotation_due_at(state.n) else None


def is_to_go_on(replica: Replica) -> bool:
    """Whether this device is to become another, which is as that was (P22): before then it is not to be turned.

    It says anew what the one before had said, in hands that it must still have.
    """
    return replica.has_forked or (replica.fails_from > 0 and replica.may_go_on)


def fulfil(replica: Replica, ts: int, randomness: Randomness) -> bytes:
    """The entry that a duty asks for. Raises Damaged NOT_ALLOWED without one."""
    state, me, epoch_key, duty = replica.state, replica.me, replica.epoch_key, duty_of(replica)
    if state is None or me is None or epoch_key is None or duty is None:
        raise Damaged("NOT_ALLOWED")
    if duty == "rotate":
        return control.rotate(state, replica.keys, epoch_key, ts, randomness)
    new = replica.next_keys or DeviceKeys.new(randomness)
    replica.prepare(new)
    final = next((head for head in replica.log.heads(state) if head[0] == me.ix), None)
    return control.replace_device(state, replica.keys, new, final, epoch_key, ts, randomness)
