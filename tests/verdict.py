"""What must be true when a schedule is over: everybody has the same, the server has all of it, and nothing is lost."""

import hashlib
import json
import sqlite3
from collections import Counter
from typing import Final

from pycrdt import Doc, Map

from server.fact_file import FactFile
from sync.device import Device
from sync.encoding import Item, decode
from sync.envelope import Payload, open_payload, parse
from sync.register import to_register
from sync.roots import ROOTS
from sync.shape import array, octets, whole
from sync.yjs_update import ANY, JSON, read
from tests.frail_device import FrailClient
from tests.schedule import Schedule

NOTHING: Final = b"\x00\x00"  # an update without items


def judge(schedule: Schedule) -> list[str]:
    """What is wrong; nothing if all is well. A fresh device is opened by the card, and must find the same."""
    fresh_path = schedule.paths[0].with_suffix(".fresh")
    fresh = FrailClient.begun(
        fresh_path, schedule.relay.origin, schedule.chance, lambda around: Device.open_card(around, schedule.card)
    )
    try:
        fresh.sync()
        for device in schedule.devices:
            device.sync()
        everybody = [*schedule.devices, fresh]
        return [*_differences(everybody), *_quarrels(everybody), *_losses(schedule, fresh), *_rows(schedule, fresh)]
    finally:
        fresh.close()


def digest(device: FrailClient) -> str:
    """Of everything in every root map, also of what this version does not know."""
    document = Doc[Map[object]]()
    document.apply_update(device.whole())
    plain = {root: document.get(root, type=Map).to_py() for root in ROOTS}
    return hashlib.sha256(json.dumps(plain, sort_keys=True).encode()).hexdigest()


def _differences(everybody: list[FrailClient]) -> list[str]:
    wrong = []
    if len({digest(device) for device in everybody}) > 1:
        wrong.append("the documents differ")
    if any(device.document() != everybody[0].document() for device in everybody):
        wrong.append("the documents read differently")
    if any(device.device.replica.log.held != everybody[0].device.replica.log.held for device in everybody):
        held = [sorted(map(len, device.device.replica.log.held.values())) for device in everybody]
        wrong.append(f"the record logs differ: {held}")
    return wrong


def _quarrels(everybody: list[FrailClient]) -> list[str]:
    """Nobody lied here, so nobody may have been found lying."""
    wrong = []
    for ix, device in enumerate(everybody):
        log = device.device.replica.log
        wrong += [f"device {ix} set aside a record: {each.code}" for each in log.aside.values()]
        wrong += [f"device {ix} says {alarm}" for alarm in device.device.alarms]
        if log.is_waiting or not device.device.is_settled:
            wrong.append(f"device {ix} is not quiet")
    return wrong


def _payloads(device: FrailClient) -> dict[bytes, list[Payload]]:
    """What every device's records say, by device."""
    replica = device.device.replica
    if replica.epoch_key is None:
        raise AssertionError("a device without a key")
    key = replica.epoch_key
    return {author: [open_payload(parse(raw), key) for raw in held] for author, held in replica.log.held.items()}


def _losses(schedule: Schedule, reader: FrailClient) -> list[str]:
    """All logs are the same by now, so that one reader speaks for every device."""
    payloads, wrong = _payloads(reader), list[str]()
    written = {
        register.value
        for said in payloads.values()
        for payload in said
        for item in read(payload.update or NOTHING).items
        if item.kind in (ANY, JSON)
        for value in item.values
        if (register := to_register(value)) is not None and isinstance(register.value, str)
    }
    wrong += [
        f"lost: {value[:30]} in {where}" for value, where in schedule.saved.values.items() if value not in written
    ]
    plain = reader.document().model_dump(by_alias=True)
    for words, (entity, name) in schedule.saved.words.items():
        root, _, id_ = entity.partition("/")
        text = next(each[name] for each in plain[root] if each["id"] == id_)
        if text.count(words) != 1:
            wrong.append(f"{words} stands {text.count(words)} times in {entity} {name}")
    for ix, device in enumerate(schedule.devices):
        own = payloads.get(device.device.replica.keys.id, [])
        said = Counter(payload.update for payload in own if payload.update is not None)
        kept = Counter(octets(fact[3]) for fact in _facts(schedule, ix) if fact[0] == "draft")
        if said != kept:
            lost, strange = (kept - said).total(), (said - kept).total()
            wrong.append(f"device {ix}: {lost} kept edits are lost, {strange} come from nowhere")
    return wrong


def _rows(schedule: Schedule, fresh: FrailClient) -> list[str]:
    """The server's two logs against what the devices hold, and every acknowledgement against the server's log."""
    replica = fresh.device.replica
    if replica.state is None:
        raise AssertionError("a device that does not belong")
    space, wrong = replica.state.space, list[str]()
    with sqlite3.connect(f"file:{schedule.relay.stored}?mode=ro", uri=True) as stored:
        rows = stored.execute(
            """SELECT position, device.device, seq, record FROM record JOIN device ON device.number = author
               WHERE device.space = ? ORDER BY position""",
            (space,),
        ).fetchall()
        entries = stored.execute("SELECT entry FROM control WHERE space = ? ORDER BY n", (space,)).fetchall()
    stored.close()
    if [position for position, *_ in rows] != list(range(1, len(rows) + 1)):
        wrong.append("the server's positions have gaps")
    union = {(author, seq, raw) for author, held in replica.log.held.items() for seq, raw in enumerate(held, 1)}
    if {(author, seq, raw) for _, author, seq, raw in rows} != union or len(rows) != len(union):
        wrong.append("the server's records are not those of the devices")
    if [raw for (raw,) in entries] != replica.entries:
        wrong.append("the server's control chain is not that of the devices")
    stands = {(author, seq): position for position, author, seq, _ in rows}
    for ix, device in enumerate(schedule.devices):
        own = device.device.replica.keys.id
        told = [fact for fact in _facts(schedule, ix) if fact[0] == "stored"]
        for seq, position in ((whole(fact[1]), whole(fact[2])) for fact in told):
            found = stands.get((own, seq))
            if found != position:
                wrong.append(f"device {ix}: record {seq} was acknowledged at {position} and stands at {found}")
    return wrong


def _facts(schedule: Schedule, ix: int) -> list[tuple[Item, ...]]:
    """Everything that is in a device's file, read from the disk."""
    file = FactFile(schedule.paths[ix])
    file.close()
    return [tuple(array(decode(fact))) for fact in file.facts]
