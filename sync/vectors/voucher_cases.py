"""vouchers.json: a device says that it is kept by the same person, who believes it, and every refusal."""

from sync.encoding import decode, encode
from sync.membership import Membership
from sync.shape import array
from sync.vectors.seeds import Case, Json, device, hexed, seed
from sync.vectors.story import OWNER, Story, card, genesis, invitation, pair
from sync.voucher import Asking, keeper, vouch


def build() -> Case:
    """The file's content."""
    story = pair()
    good = [("phone", "granny's"), ("granny's", "phone"), ("tablet", "desk"), ("desk", "tablet"), ("desk", "laptop")]
    lists: list[tuple[int, ...]] = [(), (0,), (1,), (2,), (0, 1), (0, 2), (1, 2), (0, 1, 2)]
    return {
        "pair": hexed(story.entries),
        "good": [_case(f"{asks} asks {asked}", story, asked, _word(story, asks), asks) for asks, asked in good],
        "refused": _refused(story),
        "keepers": [{"name": f"{members}", "members": list(members), "keeper": keeper(members)} for members in lists],
    }


def _asking(name: str) -> Asking:
    keys = device(f"{name} of its own")
    return Asking(seed("own space", 16), invitation("own").id, keys.signing.public, keys.box.public)


def _word(story: Story, name: str) -> str:
    return vouch(story.state.space, device(name), _asking(name))


def _case(name: str, story: Story, asked: str, word: str, asks: str, more: Asking | None = None) -> dict[str, Json]:
    asking = more or _asking(asks)
    return {
        "name": name,
        "asked": _ix(story.state, asked),
        "asks": _ix(story.state, asks) if story.state.device(device(asks).id) else None,
        "signing_seed": device(asks).signing.private.hex(),
        "box_seed": device(asks).box.private.hex(),
        "space": asking.space.hex(),
        "invite": asking.invite.hex(),
        "ed": asking.ed.hex(),
        "x": asking.x.hex(),
        "voucher": word,
    }


def _ix(state: Membership, name: str) -> int:
    return state.index_of(device(name).id)


def _refused(story: Story) -> list[Json]:
    good, asking = _word(story, "phone"), _asking("phone")
    raw = bytes.fromhex(good)
    parts = array(decode(raw))
    other = _asking("granny's")
    own, invite, ed, x = asking.space, asking.invite, asking.ed, asking.x
    nothing = seed("something else", 16)
    elsewhere = Story("elsewhere", genesis("phone", OWNER, 2, nonce="elsewhere"), "another pair").state.space
    paper = vouch(story.state.space, card("owner").device, asking)
    bad: list[tuple[str, str, str, Asking, str]] = [
        ("P15: the shared tablet asks the owner's", "phone", _word(story, "tablet"), _asking("tablet"), "NOT_ALLOWED"),
        ("P15: the helper's phone asks the owner's", "phone", _word(story, "desk"), _asking("desk"), "NOT_ALLOWED"),
        ("P15: the owner's phone asks the shared tablet", "tablet", good, asking, "NOT_ALLOWED"),
        ("P15: the owner's phone asks the helper's", "desk", good, asking, "NOT_ALLOWED"),
        ("P15: a key card asks", "phone", paper, asking, "REQUEST_BAD"),
        ("somebody who does not belong", "phone", _word(story, "stranger"), _asking("stranger"), "REQUEST_BAD"),
        ("a device of another pair", "phone", vouch(elsewhere, device("phone"), asking), asking, "REQUEST_BAD"),
        ("the voucher of another request", "granny's", good, other, "REQUEST_BAD"),
        ("for another own space", "granny's", good, Asking(nothing, invite, ed, x), "REQUEST_BAD"),
        ("for another invitation", "granny's", good, Asking(own, nothing, ed, x), "REQUEST_BAD"),
        ("for another box", "granny's", good, Asking(own, invite, ed, seed("something else")), "REQUEST_BAD"),
        ("signed by another", "granny's", encode((device("granny's").id, parts[1])).hex(), asking, "REQUEST_BAD"),
        ("a first name", "granny's", "Sam", asking, "REQUEST_BAD"),
        ("nothing", "granny's", "", asking, "REQUEST_BAD"),
        ("cut short", "granny's", good[:-2], asking, "REQUEST_BAD"),
        ("half a byte", "granny's", good[:-1], asking, "REQUEST_BAD"),
        ("in capital letters", "granny's", good.upper(), asking, "REQUEST_BAD"),
        ("with a space", "granny's", f"{good[:2]} {good[2:]}", asking, "REQUEST_BAD"),
    ]  # fmt: skip
    return [
        _case(name, story, asked, word, "phone", asking) | {"code": code} for name, asked, word, asking, code in bad
    ]
