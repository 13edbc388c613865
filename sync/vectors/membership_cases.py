"""membership.json: good chains, what may be asked of them, and every refusal."""

from sync.envelope import By
from sync.membership import Membership
from sync.vectors import entry_refusals, genesis_refusals
from sync.vectors.seeds import Case, Json, device, hexed, seed
from sync.vectors.story import Story, afresh, alone, card, full_house, many_invitations, no_card_today, pair, team


def build() -> Case:
    """The file's content."""
    chains = {
        story.name: story
        for story in (pair(), no_card_today(), many_invitations(), full_house(), alone(), team(), afresh())
    }
    refused = genesis_refusals.build(chains["a pair"]) + entry_refusals.build(chains)
    return {
        "chains": [
            {
                "name": story.name,
                "space": story.state.space.hex(),
                "entries": hexed(story.entries),
                "says": list(story.says),
                "state": state_json(story.state),
            }
            for story in chains.values()
        ],
        "refused": [
            {
                "name": case.name,
                "chain": case.chain,
                "length": case.length,
                "space": case.space.hex() if case.space else None,
                "entry": case.entry.hex(),
                "code": case.code,
            }
            for case in refused
        ],
        "questions": _questions(chains["a pair"], chains["a team"], chains["no card today"]),
    }


def state_json(state: Membership) -> Case:
    """A membership in the form of README.md."""
    devices: list[Json] = [
        {
            "ix": known.ix,
            "id": known.id.hex(),
            "ed": known.ed.hex(),
            "x": known.x.hex(),
            "members": list(known.members),
            "paper": known.paper,
            "holder": known.holder,
            "introduced_by": known.introduced_by,
            "admitted_n": known.admitted_n,
        }
        for known in state.devices
    ]
    invites: list[Json] = [
        {
            "id": known.id.hex(),
            "hash": known.hash.hex(),
            "sign": known.sign.hex(),
            "box": known.box.hex(),
            "members": list(known.members),
            "expires": known.expires,
            "open": known.open,
        }
        for known in state.invites
    ]
    return {
        "space": state.space.hex(),
        "n": state.n,
        "head": state.head.hex(),
        "members": state.members,
        "nonce": state.nonce.hex(),
        "devices": devices,
        "epochs": [{"n": epoch.n, "commitment": epoch.commitment.hex()} for epoch in state.epochs],
        "invites": invites,
        "predecessor": state.predecessor and state.predecessor.hex(),
    }


def _questions(couple: Story, three: Story, cardless: Story) -> list[Json]:
    ids = {name: device(name).id for name in ("tablet", "desk", "phone", "laptop", "own phone", "everyone's", "nobody")}
    ids |= {f"{name} card": card(name).device.id for name in ("owner", "practitioner")}
    hands: list[tuple[Story, str, By]] = [
        (couple, "tablet", "both"),
        (couple, "tablet", 0),
        (couple, "tablet", 1),
        (couple, "tablet", 2),
        (couple, "phone", 0),
        (couple, "phone", 1),
        (couple, "phone", "both"),
        (couple, "desk", 0),
        (couple, "desk", 1),
        (couple, "owner card", 0),
        (couple, "nobody", 0),
        (three, "desk", 1),
        (three, "desk", "both"),
        (three, "everyone's", 2),
        (three, "everyone's", "both"),
    ]
    doors: list[tuple[Story, str, tuple[int, ...]]] = [
        (couple, "tablet", (1,)),
        (couple, "tablet", (0,)),
        (couple, "tablet", (0, 1)),
        (couple, "phone", (0,)),
        (couple, "phone", (1,)),
        (couple, "phone", (0, 1)),
        (couple, "desk", (1,)),
        (couple, "desk", (0,)),
        (couple, "desk", (0, 1)),
        (couple, "owner card", (0,)),
        (couple, "owner card", (1,)),
        (couple, "practitioner card", (1,)),
        (couple, "nobody", (1,)),
        (three, "desk", (1,)),
        (three, "desk", (1, 2)),
        (three, "desk", (0,)),
        (three, "everyone's", (1, 2)),
        (three, "everyone's", (0, 1)),
    ]
    found: list[Json] = [
        _question(f"P10: may {who} write as {by}", story, "may_write", {"device": ids[who].hex(), "by": by},
                  story.state.may_write(ids[who], by, story.state.n))
        for story, who, by in hands
    ]  # fmt: skip
    found += [
        _question(f"P9: may {who} let in a device of {members}", story, "may_admit_for",
                  {"device": ids[who].hex(), "members": list(members)}, story.state.may_admit_for(ids[who], members))
        for story, who, members in doors
    ]  # fmt: skip
    for n in (0, 5, couple.state.n):
        ctl = couple.state.hashes[n][:16]
        found.append(_question(f"where entry {n} is", couple, "at", {"ctl": ctl.hex()}, couple.state.at(ctl)))
    unknown = seed("no entry", 16)
    found.append(_question("where an unknown entry is", couple, "at", {"ctl": unknown.hex()}, None))
    found.append(_question("the epoch at the end", couple, "epoch_at", {"n": couple.state.n}, 0))
    ask = "owner_has_own_way_in"
    found.append(_question("a pair whose owner has a card", couple, ask, {}, couple.state.owner_has_own_way_in()))
    found.append(_question("a team whose owner has a phone", three, ask, {}, three.state.owner_has_own_way_in()))
    before = cardless.states[0].owner_has_own_way_in()
    found.append(_question("a pair whose owner has nothing yet", cardless, ask, {}, before, length=1))
    return found


def _question(name: str, story: Story, ask: str, about: Case, answer: Json, length: int | None = None) -> Json:
    size = len(story.entries) if length is None else length
    return {"name": name, "chain": story.name, "length": size, "ask": ask, **about, "answer": answer}
