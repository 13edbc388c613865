"""What a device must not forget, told again in the order in which it happened."""

from collections.abc import Iterable

from sync.encoding import Item, decode
from sync.envelope import By, parse
from sync.errors import Malformed
from sync.joining import Invitation
from sync.keys import DeviceKeys
from sync.own_words import Draft
from sync.replica import Replica
from sync.shape import array, octets, text, whole


def replay(facts: Iterable[bytes]) -> Replica:
    """The replica that these facts make. Raises Malformed when they do not begin with keys."""
    told = iter(facts)
    kind, *fields = array(decode(next(told, b""))) or (None,)
    if kind != "keys" or len(fields) != 3:
        raise Malformed("facts that do not begin with keys")
    keys = DeviceKeys.from_seeds(octets(fields[0], 32), octets(fields[1], 32))
    replica = Replica(keys, octets(fields[2], 16) if fields[2] is not None else None)
    for fact in told:
        name, *rest = array(decode(fact)) or (None,)
        _tell(replica, text(name), tuple(rest))
    replica.forget_facts()
    return replica


def _tell(replica: Replica, kind: str, fields: tuple[Item, ...]) -> None:
    match kind, fields:
        case "entry", [raw]:
            replica.hold_entry(octets(raw))
        case "created", []:
            replica.mark_created()
        case "ask", [request]:
            replica.ask(octets(request))
        case "invitation", [secret]:
            replica.remember(Invitation.from_secret(octets(secret, 32)))
        case "draft", [by, ts, update]:
            replica.keep_draft(_by(by), whole(ts), octets(update))
        case "sealed", [raw] if replica.state is not None and replica.drafts:
            replica.hold_sealed(parse(octets(raw)), replica.state)
        case "said", [raw] if replica.state is not None:
            replica.hold_said(parse(octets(raw)), replica.state)
        case "next", [signing, box]:
            replica.prepare(DeviceKeys.from_seeds(octets(signing, 32), octets(box, 32)))
        case "branch", [chain]:
            replica.change_branch([octets(raw) for raw in array(chain)])
        case "fails", [seq]:
            replica.find_failing(whole(seq))
        case "said anew", [ts, edits]:
            replica.say_anew(_drafts(edits), whole(ts))
        case "said upon", [at, edits]:
            replica.say_upon(whole(at), _drafts(edits))
        case "left", [drafts]:
            replica.leave(_drafts(drafts))
        case "unsaid", [] if replica.drafts:
            replica.leave_unsaid()
        case "record", [position, raw]:
            replica.take_record(whole(position), octets(raw))
        case "stored", [seq, position]:
            replica.mark_stored(whole(seq), whole(position))
        case "adopt", [raw]:
            replica.adopt(octets(raw))
        case "incarnation", [incarnation]:
            replica.start_over(octets(incarnation))
        case "anew", []:
            replica.pull_anew()
        case "served", [length]:
            replica.mark_served(whole(length))
        case _:
            raise Malformed("a fact that is not known")


def _drafts(edits: Item) -> list[Draft]:
    anew = (array(edit, 3) for edit in array(edits))
    return [Draft(_by(by), whole(at), octets(update)) for by, at, update in anew]


def _by(by: Item) -> By:
    return "both" if by == "both" else whole(by)
