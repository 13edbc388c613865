"""opening.json: the keys of every epoch, found by whoever belongs, or belonged, and by nobody else."""

from sync import control
from sync.encoding import Item
from sync.keys import commitment, seal_prev, wrap, wrap_info
from sync.membership import Membership
from sync.shape import array
from sync.vectors.removal_stories import LongStory, forked, key_of, leaves_by_itself, lost_tablet, only_way_in
from sync.vectors.seeds import Case, Json, device, hexed, randomness, seed
from sync.vectors.story import NOON, OWNER, genesis, header_of, sealed


def build() -> Case:
    """The file's content."""
    lost, leaving, stale, twice = lost_tablet(), leaves_by_itself(), only_way_in(), forked()
    good: list[tuple[str, LongStory, str]] = [
        ("who was there from the beginning on, and stays", lost, "phone"),
        ("a removed device: nothing of later epochs", lost, "tablet"),
        ("a card that went with the tablet", lost, "owner's card"),
        ("a card made with that card", lost, "copy's card"),
        ("a card removed by its holder", lost, "desk drawer's card"),
        ("a card from after the first rotation, walking back one", lost, "fresh's card"),
        ("a device from after the second, walking back two", lost, "second tablet"),
        ("a device that left by itself", leaving, "tablet"),
        ("who stayed", leaving, "phone"),
        ("a card that removed itself while a rotation was due", leaving, "fresh's card"),
        ("a stale card, to which the new key was wrapped", stale, "owner's card"),
        ("a device that was replaced", twice, "tablet"),
        ("the one that replaced it", twice, "tablet again"),
        ("the last that replaced it, removed", twice, "tablet once more"),
    ]
    return {
        "cases": [_case(name, story, who, _held(story, who)) for name, story, who in good] + _refused(),
    }


def _held(story: LongStory, who: str) -> int:
    """How many epochs began before it went."""
    known = story.state.device(key_of(who).id)
    if known is None:
        raise ValueError(who)
    last = story.state.n if known.removed_n is None else known.removed_n - 1
    return story.state.epoch_at(last) + 1


def _case(name: str, story: LongStory, who: str, epochs: int) -> Case:
    return {**_question(name, story, who), "epoch_keys": [key.hex() for key in story.epoch_keys[:epochs]]}


def _question(name: str, story: LongStory, who: str) -> Case:
    keys = key_of(who)
    seeds: Case = {"signing_seed": keys.signing.private.hex(), "box_seed": keys.box.private.hex()}
    return {"name": name, "entries": hexed(story.entries), **seeds}


def _refused() -> list[Json]:
    lost = lost_tablet()
    asked = [
        ("whoever does not belong", lost, "stranger", "AUTHOR_UNKNOWN"),
        ("a wrap that does not open", _rotated("bad wrap", wrap_epoch=0), "phone", "WRAP_BAD"),
        ("a wrap of another key than promised", _rotated("other key", promised="another"), "phone", "COMMITMENT_BAD"),
        ("a box that does not open", _rotated("bad box", box_epoch=2), "phone", "WRAP_BAD"),
        ("a box of another key than promised", _rotated("other before", before="another"), "phone",
         "COMMITMENT_BAD"),
    ]  # fmt: skip
    return [{**_question(name, story, who), "code": code} for name, story, who, code in asked]


def _rotated(name: str, wrap_epoch: int = 1, promised: str = "new", box_epoch: int = 1, before: str = "") -> LongStory:
    """One person's space with a rotation that is good for those who cannot open it."""
    story = LongStory(name, genesis("phone", OWNER, 1, nonce=name), "one person begins")
    state, phone, source = story.state, device("phone"), randomness(name)
    new_key = seed("new")
    box = seal_prev(
        new_key, seed(before) if before else story.epoch_keys[0], state.space, box_epoch, state.head, source
    )
    wrapped = wrap(new_key, phone.box.public, wrap_info(state.nonce, wrap_epoch, state.head, phone.id), source)
    payload: Item = (commitment(seed(promised)), box, ((0, wrapped),))
    story.take(_entry(state, payload), "and changes the key")
    return story


def _entry(state: Membership, payload: Item) -> bytes:
    phone = device("phone")
    made = header_of(control.rotate(state, phone, bytes(32), NOON, randomness("any")))
    return sealed((*made[:7], array(payload)), phone)
