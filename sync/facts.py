"""What a device must not forget, told again in the order in which it happened."""

from typing import TYPE_CHECKING

from sync.encoding import Item
from sync.envelope import parse
from sync.errors import Malformed
from sync.joining import Invitation
from sync.shape import octets, whole

if TYPE_CHECKING:
    from sync.replica import Replica


def tell(replica: "Replica", kind: str, fields: tuple[Item, ...]) -> None:
    """One fact, as it was noted. Raises Malformed for one that is not known."""
    match kind, fields:
        case "entry", [raw]:
            replica.take_entry(octets(raw))
        case "created", []:
            replica.mark_created()
        case "ask", [request]:
            replica.ask(octets(request))
        case "invitation", [secret]:
            replica.remember(Invitation.from_secret(octets(secret, 32)))
        case "draft", [by, ts, update]:
            replica.draft("both" if by == "both" else whole(by), whole(ts), octets(update))
        case "sealed", [raw] if replica.state is not None and replica.drafts:
            replica.hold_sealed(parse(octets(raw)), replica.state)
        case "unsaid", [] if replica.drafts:
            replica.leave_unsaid()
        case "record", [position, raw]:
            replica.take_record(whole(position), octets(raw))
        case "stored", [seq, position]:
            replica.mark_stored(whole(seq), whole(position))
        case "adopt", [raw]:
            replica.adopt(octets(raw))
        case "incarnation", [incarnation]:
            replica.meet(octets(incarnation))
        case "served", [length]:
            replica.mark_served(whole(length))
        case _:
            raise Malformed("a fact that is not known")
