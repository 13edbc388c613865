"""Sizes and rates, read from limits.json: the one table that both sides keep to."""

import json
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Final

DAY_S: Final = 86_400  # of the limits that are counted in days


@dataclass(frozen=True, slots=True)
class Limits:
    """One number a field; the unit is in its name, or it is a count."""

    record_bytes: int  # a sealed record, whole
    push_records: int  # in one PUSH
    push_bytes: int  # the records of one PUSH together
    records_bytes: int  # the records of one RECORDS together
    control_bytes: int  # the entries of one CTL together
    frame_bytes: int  # any message
    eph_bytes: int  # an EPH message, whole
    eph_per_s: int  # a socket
    records_per_min: int  # a device
    records_burst: int  # a device
    entry_bytes: int  # a control entry
    entries: int  # a control chain, genesis included
    entries_of_owner: int  # of these the last: for devices and cards of the owner alone
    members: int  # a space, those that were removed not counted
    members_ever: int  # a space: numbers are never given again
    devices: int  # a space, neither cards nor what was removed counted
    cards: int  # a space, those that were removed not counted
    device_indexes: int  # a space: all devices and cards that there ever were
    indexes_of_owner: int  # of these the last: for what devices and cards of the owner alone bring in
    header_bytes: int  # of an HTTP request, all of them together
    header_s: int  # from the first byte of an HTTP request, or from coming, to its end
    half_open: int  # connections that have not become sockets; one more cuts who has waited longest
    half_open_per_address: int  # the same, where no proxy is in front
    sockets: int  # in all
    sockets_per_space: int
    sockets_per_device: int  # in a space; one more cuts the oldest
    sockets_per_address: int  # that have not yet said who they are
    pre_auth_s: int
    pre_auth_bytes: int  # admits a genesis of 16 KiB or a join request of 4 KiB
    ping_s: int
    idle_s: int
    invite_days: int
    open_invites: int  # one more closes the oldest
    join_request_bytes: int
    name_box_bytes: int
    pending_requests: int  # a space
    requests_per_invite: int  # that wait, so that whoever has stolen a link leaves room for those of others
    request_days: int
    closed_days: int  # how long a closed space may be reopened
    free_disk_bytes: int  # with less a server takes nothing more but what ends something
    joins_per_address_per_min: int
    space_bytes: int  # records, control entries and requests that wait together
    file_bytes: int  # a sealed file: a full space, its control chain and the padding
    spaces_per_address_per_hour: int
    in_bytes_per_s: int  # a socket: whoever sends faster is not read for a while
    in_burst_bytes: int  # a socket, before that begins
    message_toll_bytes: int  # that each message counts on top of its own, so that small ones are not for nothing
    question_toll_bytes: int  # that PULL, SNAP_PULL and CTL_PULL count on top, for what they cost to answer
    queue_wait_s: int  # for how long a reader that is behind may take nothing
    queue_out_bytes: int  # a socket
    queue_out_frames: int  # a socket
    text_code_points: int  # a text field, checked when a person types, never when reading
    insert_code_points: int  # one insertion of a long text
    people: int
    batch_idle_ms: int
    batch_most_ms: int
    snapshot_bytes: int  # what a snapshot inflates to
    snapshot_part_bytes: int  # deflated, in one record
    snapshot_records: int  # since the last snapshot: then another is due
    snapshot_log_bytes: int  # the same, for their bytes
    snapshot_minutes: int  # between two, at least
    repairs: int  # how often a device goes on under other keys, one time after the other, for records that fail
    photographs: int  # a space, those put away counted too; checked when a person adds one, never when reading
    photograph_bytes: int  # one, as it is kept: checked in the same way
    photograph_piece_bytes: int  # sealed, in one record


def _read(path: Path) -> Limits:
    table: dict[str, int] = json.loads(path.read_text("utf-8"))
    return Limits(**{field.name: table[field.name] for field in fields(Limits)})


LIMITS: Final = _read(Path(__file__).with_name("limits.json"))
