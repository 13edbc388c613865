"""cards.json: words, codes, and opening a space with a card."""

from collections.abc import Sequence

from sync import words
from sync.card import CardSecret, open_with_card
from sync.encoding import Item, decode
from sync.errors import Damaged
from sync.membership import replay
from sync.shape import array
from sync.vectors.genesis_refusals import remade
from sync.vectors.seeds import Case, Json, device, hexed, seed
from sync.vectors.story import EPOCH_KEY, OWNER, SHARED, Story, card, genesis, header_of, pair, sealed

_ADDRESS = "https://kith.example"


def build() -> Case:
    """The file's content."""
    names = ("owner", "practitioner", "zeros", "ones")
    secrets = [seed("owner card", 16), seed("practitioner card", 16), bytes(16), b"\xff" * 16]
    return {
        "cards": [_card(name, CardSecret(secret)) for name, secret in zip(names, secrets, strict=True)],
        "typed": _typed(CardSecret(secrets[0])),
        "scanned": _scanned(CardSecret(secrets[0])),
        "proofs": _proofs(),
    }


def _card(name: str, secret: CardSecret) -> Json:
    keys = secret.keys()
    return {
        "name": name,
        "secret": secret.secret.hex(),
        "words": list(secret.words()),
        "address": _ADDRESS,
        "qr": secret.qr(_ADDRESS),
        "sign_seed": keys.device.signing.private.hex(),
        "box_seed": keys.device.box.private.hex(),
        "mac_key": keys.mac_key.hex(),
        "device": keys.device.id.hex(),
    }


def _typed(secret: CardSecret) -> list[Json]:
    good = list(secret.words())
    known = words.all_words()
    last = known.index(good[-1])
    swapped = [good[1], good[0], *good[2:]]
    short = " ".join(word[:4] for word in good)
    longest = max(good, key=len)
    cases: list[tuple[str, str, bool]] = [
        ("as printed", " ".join(good), True),
        ("in capitals", " ".join(good).upper(), True),
        ("with spaces and lines around", "\n " + "\n  ".join(good) + " \t", True),
        ("only the first four letters", short, True),
        ("eleven words", " ".join(good[:11]), False),
        ("thirteen words", " ".join([*good, good[0]]), False),
        ("nothing", "", False),
        ("a word that is none", " ".join(["qqqq", *good[1:]]), False),
        ("a word that ends wrongly", " ".join(good).replace(longest, longest[:4] + "zzzz"), False),
        ("the last word, but one", " ".join([*good[:11], known[last ^ 1]]), False),
        ("commas between", ", ".join(good), False),
    ]
    if _checks(swapped) is None:
        cases.append(("two words swapped", " ".join(swapped), False))
    return [
        {"name": name, "words": typed, **({"secret": secret.secret.hex()} if good_one else {"code": "CARD_BAD"})}
        for name, typed, good_one in cases
    ]


def _checks(typed: Sequence[str]) -> CardSecret | None:
    try:
        return CardSecret.from_words(" ".join(typed))
    except Damaged:
        return None


def _scanned(secret: CardSecret) -> list[Json]:
    good = secret.qr(_ADDRESS)
    bad = {
        "another mark": good.replace("#k1.", "#j1."),
        "a later mark": good.replace("#k1.", "#k2."),
        "cut short": good[:-1],
        "a letter too many": good + "A",
        "padded": good + "==",
        "with loose bits": good[:-1] + ("B" if good[-1] != "B" else "C"),
        "with a letter that is none": good[:-2] + "*A",
        "another's code": "https://example.org/menu",
        "no address": good.removeprefix(_ADDRESS),
        "nothing": "",
    }
    found: list[Json] = [
        {"name": "as printed", "text": good, "address": _ADDRESS, "secret": secret.secret.hex()},
        {"name": "with spaces around", "text": f" {good}\n", "address": _ADDRESS, "secret": secret.secret.hex()},
        {
            "name": "another address",
            "text": secret.qr("http://localhost:8000/"),
            "address": "http://localhost:8000",
            "secret": secret.secret.hex(),
        },
    ]
    return found + [{"name": name, "text": text, "code": "CARD_BAD"} for name, text in bad.items()]


def _proofs() -> list[Json]:
    story = pair()
    state = story.state
    own = genesis("stranger", SHARED, 2, [("owner", 0)], nonce="a server's own")
    copied = _with_mac(own, _mac(story.entries[0]))
    later = _with_mac_of_card(story)
    good = [("P2: a card of the beginning", "owner"), ("P2: a card added later", "practitioner")]
    good += [("P2: a card added by a card", "spare"), ("P12: a card added by the owner's card", "fresh")]
    found: list[Json] = []
    for name, holder in good:
        keys = card(holder)
        known = state.device(keys.device.id)
        at = known.admitted_n if known else 0
        found.append(_proof(name, story.entries, holder, at, {"epoch_key": EPOCH_KEY.hex()}))
        if open_with_card(keys, state, tuple(story.entries)) != (EPOCH_KEY,):
            raise ValueError(name)
    bad: Case = {"code": "CARD_MAC_BAD"}
    return [
        *found,
        _proof("P2: a server answers a card with a space of its own", [_with_mac(own, bytes(32))], "owner", 0, bad),
        _proof("P2: the same, with the proof of the true space", [copied], "owner", 0, bad),
        _proof("P2: a member of another space adds the card to it", later, "owner", len(later) - 1, bad),
        _proof("a card that is not in the chain", story.entries, "nobody's", 0, {"code": "AUTHOR_UNKNOWN"}),
        _proof("P1: a key that is not the chain's", [_other_key()], "owner", 0, {"code": "COMMITMENT_BAD"}),
        _proof("a wrap for someone else", [_other_wrap()], "owner", 0, {"code": "WRAP_BAD"}),
    ]


def _proof(name: str, chain: Sequence[bytes], holder: str, at: int, answer: Case) -> Json:
    replay(chain)
    secret = seed(f"{holder} card", 16)
    return {"name": name, "entries": hexed(chain), "secret": secret.hex(), "at": at, **answer}


def _mac(raw: bytes) -> Item:
    return array(array(array(header_of(raw)[7])[4])[0])[3]


def _with_mac(raw: bytes, mac: Item) -> bytes:
    """A stranger's genesis that lists the owner's card with this proof."""
    payload = list(array(header_of(raw)[7]))
    payload[4] = ((*array(array(payload[4])[0])[:3], mac),)
    return remade(raw, {7: payload}, device("stranger"))


def _with_mac_of_card(story: Story) -> list[bytes]:
    """Another space whose owner adds the card, with the proof that another entry had."""
    other = Story("another", genesis("stranger", OWNER, 2, nonce="another"), "a stranger begins")
    other.add_card(device("stranger"), "owner", 0, "a stranger adds the card")
    header = header_of(other.entries[1])
    payload = list(array(header[7]))
    payload[3] = _mac(story.entries[0])
    header[7] = payload
    return [other.entries[0], sealed(header, device("stranger"))]


def _other_key() -> bytes:
    """A genesis that commits to another key than the one it wraps, with a good proof."""
    raw = genesis("tablet", SHARED, 2, [("owner", 0)])
    payload = list(array(header_of(raw)[7]))
    payload[5] = (seed("another commitment"), array(payload[5])[1])
    return _proved(raw, payload)


def _other_wrap() -> bytes:
    """A genesis whose wraps are swapped, with a good proof."""
    raw = genesis("tablet", SHARED, 2, [("owner", 0)])
    payload = list(array(header_of(raw)[7]))
    commitment, wraps = array(payload[5])
    zero, one = (array(wrap)[1] for wrap in array(wraps))
    payload[5] = (commitment, ((0, one), (1, zero)))
    return _proved(raw, payload)


def _proved(raw: bytes, payload: list[Item]) -> bytes:
    changed = remade(raw, {7: payload})
    header_bytes = array(decode(changed))[0]
    mac = card("owner").proof(header_bytes if isinstance(header_bytes, bytes) else b"")
    payload[4] = ((*array(array(payload[4])[0])[:3], mac),)
    return remade(raw, {7: payload})
