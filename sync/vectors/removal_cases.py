"""removal.json: chains in which somebody leaves, what may be asked of them, and every refusal."""

from typing import Final

from sync.membership import Membership
from sync.vectors import removal_refusals
from sync.vectors.membership_cases import state_json
from sync.vectors.removal_stories import LongStory, key_of, stories
from sync.vectors.seeds import Case, Json, hexed

_LONG: Final = ("64 members", "256 devices")  # made for what is refused at their end


def build() -> Case:
    """The file's content."""
    chains = {story.name: story for story in stories()}
    return {
        "chains": [
            {
                "name": story.name,
                "entries": hexed(story.entries),
                "says": list(story.says),
                "state": None if story.name in _LONG else whole_state_json(story.state),
            }
            for story in chains.values()
        ],
        "refused": [
            {
                "name": case.name,
                "chain": case.chain,
                "length": case.length,
                "entry": case.entry.hex(),
                "code": case.code,
            }
            for case in removal_refusals.build(chains)
        ],
        "questions": _questions(chains),
    }


def whole_state_json(state: Membership) -> Case:
    """A membership in the form of README.md, with what removal and ending add to it."""
    found = state_json(state)
    devices, invites = found["devices"], found["invites"]
    if not isinstance(devices, list) or not isinstance(invites, list):
        raise TypeError("not the form of README.md")
    more: list[Case] = [
        {
            "removed_n": known.removed_n,
            "final": None if known.final is None else {"seq": known.final[0], "hash": known.final[1].hex()},
            "replaces": known.replaces,
            "stale": known.is_stale,
            "turned": [[n, list(before)] for n, before in known.turned],
        }
        for known in state.devices
    ]
    return {
        **found,
        "devices": [{**each, **added} for each, added in zip(devices, more, strict=True)],
        "invites": [{**each, "by": known.by} for each, known in zip(invites, state.invites, strict=True)],
        "removed_members": sorted(state.removed_members),
        "due_turns": list(state.due_turns),
        "close_turns": list(state.close_turns),
        "successor": state.successor.hex() if state.successor else None,
        "erased": state.is_erased,
    }


def _questions(chains: dict[str, LongStory]) -> list[Json]:
    lost, leaving, new = chains["a tablet is lost"], chains["a tablet removes itself"], chains["a new practitioner"]
    turned, ended, stale = chains["tablets are turned"], chains["an ending"], chains["the only way in"]
    found: list[Json] = []

    def ask(name: str, story: LongStory, question: str, about: Case, answer: Json, length: int | None = None) -> None:
        size = len(story.entries) if length is None else length
        found.append({"name": name, "chain": story.name, "length": size, "ask": question, **about, "answer": answer})

    def hand(story: LongStory, who: str, by: int | str, n: int, *, answer: bool) -> None:
        about: Case = {"device": key_of(who).id.hex(), "by": by, "n": n}
        ask(f"P10: may {who} write as {by} at {n}", story, "may_write", about, answer)

    def belongs(story: LongStory, who: str, n: int, *, answer: bool) -> None:
        ask(f"does {who} belong at {n}", story, "is_active", {"device": key_of(who).id.hex(), "n": n}, answer)

    def door(story: LongStory, who: str, members: tuple[int, ...], length: int, *, answer: bool) -> None:
        about: Case = {"device": key_of(who).id.hex(), "members": list(members)}
        ask(f"P9: may {who} let in a device of {list(members)}", story, "may_admit_for", about, answer, length)

    hand(turned, "tablet", "both", 0, answer=True)
    hand(turned, "tablet", 1, 0, answer=True)
    hand(turned, "tablet", 1, 1, answer=False)
    hand(turned, "tablet", "both", 1, answer=False)
    hand(turned, "tablet", 0, 5, answer=True)
    hand(turned, "everyone's", 1, 2, answer=True)
    hand(turned, "everyone's", "both", 2, answer=False)
    hand(turned, "everyone's", "both", 3, answer=True)
    hand(turned, "everyone's", "both", 4, answer=False)
    hand(turned, "everyone's", 2, 4, answer=True)
    hand(new, "new tablet", "both", new.state.n, answer=True)
    hand(new, "new tablet", 2, new.state.n, answer=True)
    hand(new, "new tablet", 1, new.state.n, answer=False)
    belongs(lost, "phone", 0, answer=False)
    belongs(lost, "phone", 1, answer=True)
    belongs(lost, "tablet", 7, answer=True)
    belongs(lost, "tablet", 8, answer=False)
    belongs(lost, "owner's card", 8, answer=False)
    belongs(lost, "fresh's card", lost.state.n, answer=True)
    door(lost, "owner's card", (0, 1), 2, answer=True)
    door(lost, "owner's card", (0, 1), 9, answer=False)
    door(lost, "tablet", (1,), 8, answer=True)
    door(lost, "tablet", (1,), 9, answer=False)
    door(stale, "owner's card", (0, 1), 3, answer=True)
    door(stale, "owner's card", (0, 1), 4, answer=False)
    door(stale, "owner's card", (0,), 4, answer=True)
    for n in range(lost.state.n + 1):
        ask(f"the epoch at {n}", lost, "epoch_at", {"n": n}, lost.state.epoch_at(n))
    for story in (leaving, stale):
        for n in range(story.state.n + 1):
            due = story.state.is_rotation_due_at(n)
            ask(f"P16: is a rotation due at {n}", story, "is_rotation_due_at", {"n": n}, due)
    for n in range(ended.state.n + 1):
        ask(f"is it closed at {n}", ended, "is_closed_at", {"n": n}, ended.state.is_closed_at(n))
    ask("an owner without a way in", leaving, "owner_has_own_way_in", {}, True)
    gone = chains["a crowd"]
    ask("an owner with a phone and a card", gone, "owner_has_own_way_in", {}, True)
    return found
