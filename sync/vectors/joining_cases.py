"""joining.json: links, requests, and the words that two people compare."""

from sync.encoding import Item, decode, encode, tagged
from sync.joining import OWN_MARK, Link, build_request, comparison_words, open_name, parse_request, request_hash
from sync.shape import array, octets
from sync.vectors import curve
from sync.vectors.seeds import Case, Json, device, hexed, randomness, seed
from sync.vectors.story import NOON, Story, invitation, pair

_ADDRESS = "https://kith.example"


def build() -> Case:
    """The file's content."""
    story = pair()
    return {
        "links": [
            _link(story, name, address) for name, address in (("desk", _ADDRESS), ("later", "http://localhost:8000"))
        ],
        "own_links": [_link(story, "own", _ADDRESS, OWN_MARK)],
        "refused_links": _refused_links(story),
        "refused_own_links": _refused_own_links(story),
        "requests": [_request(story, name) for name in ("Jo", "", "Zoë Ŵyn 👋🏽")],
        "refused_requests": _refused_requests(story),
    }


def _invited(story: Story) -> Link:
    return Link(_ADDRESS, story.state.space, story.state.hashes[1][:16], invitation("desk"))


def _link(story: Story, name: str, address: str, mark: str = "j1") -> Json:
    made = invitation(name)
    ctl = story.state.hashes[1][:16]
    return {
        "name": name,
        "address": address,
        "space": story.state.space.hex(),
        "ctl": ctl.hex(),
        "secret": made.secret.hex(),
        "link": made.link(address, story.state.space, ctl, mark),
        "sign": made.sign.public.hex(),
        "box": made.box.public.hex(),
        "id": made.id.hex(),
    }


def _refused_links(story: Story) -> list[Json]:
    good = invitation("desk").link(_ADDRESS, story.state.space, story.state.hashes[1][:16])
    bad = {
        "another mark": good.replace("#j1.", "#k1."),
        "P15: an own space's": good.replace("#j1.", "#o1."),
        "cut short": good[:-4],
        "a letter too many": good + "A",
        "with a line break inside": good[:60] + "\n" + good[60:],
        "with a letter that is none": good[:-2] + "!A",
        "no address": good.removeprefix(_ADDRESS),
        "only the address": _ADDRESS + "/",
        "nothing": "",
    }
    return [{"name": name, "link": link, "code": "LINK_BAD"} for name, link in bad.items()]


def _refused_own_links(story: Story) -> list[Json]:
    good = invitation("desk").link(_ADDRESS, story.state.space, story.state.hashes[1][:16])
    return [{"name": "P15: a pair's, for an own space", "link": good, "code": "LINK_BAD"}]


def _request(story: Story, first_name: str) -> Json:
    invited, desk = _invited(story), device("desk")
    raw = build_request(invited, desk, first_name, NOON, randomness("join"))
    request = parse_request(raw)
    return {
        "name": f"a request by {first_name or 'someone without a name'}",
        "space": invited.space.hex(),
        "ctl": invited.ctl.hex(),
        "secret": invited.invitation.secret.hex(),
        "signing_seed": desk.signing.private.hex(),
        "box_seed": desk.box.private.hex(),
        "ephemeral": randomness("join")(32).hex(),
        "ts": NOON,
        "first_name": open_name(request, invited.invitation),
        "name_box": request.name_box.hex(),
        "request": raw.hex(),
        "hash": request_hash(raw).hex(),
        "words": list(comparison_words(raw, invited.ctl)),
    }


def _refused_requests(story: Story) -> list[Json]:
    """To be read on its own: what does not fit a chain is in membership.json."""
    invited, desk = _invited(story), device("desk")
    good = build_request(invited, desk, "Jo", NOON, randomness("join"))
    parts = array(decode(good))
    fields = array(decode(octets(parts[0])))
    small = curve.compress(curve.torsion()[1])

    def changed(place: int, value: Item) -> bytes:
        header_bytes = encode([value if at == place else field for at, field in enumerate(fields)])
        message = tagged("join", header_bytes)
        return encode((header_bytes, invited.invitation.sign.sign(message), desk.signing.sign(message)))

    bad: list[tuple[str, bytes, str]] = [
        ("nothing", b"", "MALFORMED"),
        ("cut short", good[:-1], "MALFORMED"),
        ("spare bytes", good + b"\0", "MALFORMED"),
        ("another version", changed(0, 2), "MALFORMED"),
        ("an invitation of 15 bytes", changed(2, bytes(15)), "MALFORMED"),
        ("a name larger than 512 bytes", changed(6, bytes(513)), "MALFORMED"),
        ("a name that is not sealed", changed(6, "Jo"), "MALFORMED"),
        ("a request larger than 4 KiB", changed(6, bytes(4096)), "MALFORMED"),
        ("a time before 1970", changed(7, -1), "MALFORMED"),
        ("a signature of 63 bytes", encode((*parts[:2], octets(parts[2])[:63])), "MALFORMED"),
        ("another space", changed(1, seed("space", 16)), "REQUEST_BAD"),
        ("P2: another entry", changed(3, seed("ctl", 16)), "REQUEST_BAD"),
        ("P3: a key of small order", changed(4, small), "REQUEST_BAD"),
        ("P3: a box of small order", changed(5, bytes(32)), "REQUEST_BAD"),
        ("signed by another device", changed(4, device("phone").signing.public), "REQUEST_BAD"),
        ("signatures in each other's place", encode((parts[0], parts[2], parts[1])), "REQUEST_BAD"),
    ]
    entries = hexed(story.entries[:2])
    return [{"name": name, "entries": entries, "request": raw.hex(), "code": code} for name, raw, code in bad]
