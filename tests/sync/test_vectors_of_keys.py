"""Python passes the vectors of bytes, keys, cards, invitations, presence and messages."""

import pytest

from sync.card import CardSecret, open_with_card
from sync.encoding import decode, encode, tagged
from sync.errors import Damaged, Malformed
from sync.joining import (
    OWN_MARK,
    Invitation,
    Link,
    build_request,
    check_request,
    comparison_words,
    from_link,
    open_name,
    parse_request,
    request_hash,
)
from sync.keys import (
    BoxKey,
    DeviceKeys,
    SigningKey,
    auth_message,
    commitment,
    hkdf,
    is_weak_ed,
    is_weak_x,
    presence_key,
    record_key,
    unwrap,
    verify,
    wrap,
    wrap_info,
)
from sync.membership import replay
from sync.messages import Eph, to_bytes
from sync.messages import parse as parse_message
from sync.padding import pad, pad_presence, padme, unpad, unpad_presence
from sync.presence import open_frame, parse_header
from sync.presence import seal as seal_presence
from tests.sync.vector import Vector, by_name, cases


@pytest.mark.parametrize("case", cases("encoding", "good"), ids=by_name)
def test_encoding(case: Vector) -> None:
    assert encode(case.item("item")) == case.octets("hex")
    assert decode(case.octets("hex")) == case.item("item")


@pytest.mark.parametrize("case", cases("encoding", "refused"), ids=by_name)
def test_refused_encodings(case: Vector) -> None:
    with pytest.raises(Malformed):
        decode(case.octets("hex"))


@pytest.mark.parametrize("case", cases("encoding", "tagged"), ids=by_name)
def test_tagged(case: Vector) -> None:
    assert tagged(case.text("tag"), case.item("item")) == case.octets("hex")


@pytest.mark.parametrize("case", cases("keys", "devices"), ids=by_name)
def test_devices(case: Vector) -> None:
    keys = DeviceKeys.from_seeds(case.octets("signing_seed"), case.octets("box_seed"))
    assert (keys.signing.public, keys.box.public, keys.id) == (case.octets("ed"), case.octets("x"), case.octets("id"))


@pytest.mark.parametrize("case", cases("keys", "signing"), ids=by_name)
def test_signing(case: Vector) -> None:
    assert SigningKey.from_seed(case.octets("seed")).sign(case.octets("message")) == case.octets("signature")


@pytest.mark.parametrize("case", cases("keys", "signatures"), ids=by_name)
def test_signatures(case: Vector) -> None:
    good = verify(case.octets("public"), case.octets("message"), case.octets("signature"))
    assert good is case.flag("good")


@pytest.mark.parametrize("case", cases("keys", "weak"), ids=by_name)
def test_weak_keys(case: Vector) -> None:
    is_weak = is_weak_ed if case.text("kind") == "ed" else is_weak_x
    assert is_weak(case.octets("public")) is case.flag("weak")


@pytest.mark.parametrize("case", cases("keys", "hkdf"), ids=by_name)
def test_hkdf(case: Vector) -> None:
    assert hkdf(case.octets("ikm"), case.octets("salt"), case.octets("info")) == case.octets("out")


@pytest.mark.parametrize("case", cases("keys", "derived"), ids=by_name)
def test_derived_keys(case: Vector) -> None:
    epoch_key, device = case.octets("epoch_key"), case.octets("device")
    assert record_key(epoch_key, case.octets("space"), device) == case.octets("record_key")
    assert presence_key(epoch_key, case.octets("session"), device) == case.octets("presence_key")
    assert commitment(epoch_key) == case.octets("commitment")


@pytest.mark.parametrize("case", cases("keys", "wraps"), ids=by_name)
def test_wraps(case: Vector) -> None:
    info = wrap_info(case.octets("nonce"), case.whole("epoch"), case.octets("prev"), case.octets("device"))
    assert info == case.octets("info")
    box = BoxKey.from_seed(case.octets("box_seed"))
    if case.code is None:
        assert unwrap(case.octets("wrap"), box, info) == case.octets("epoch_key")
        made = wrap(case.octets("epoch_key"), box.public, info, lambda _: case.octets("ephemeral"))
        assert made == case.octets("wrap")
    else:
        with pytest.raises(Damaged) as refused:
            unwrap(case.octets("wrap"), box, info)
        assert refused.value.code == case.code


@pytest.mark.parametrize("case", cases("keys", "auth"), ids=by_name)
def test_auth(case: Vector) -> None:
    signed = auth_message(case.text("origin"), case.octets("space"), case.octets("device"), case.octets("challenge"))
    assert signed == case.octets("message")


@pytest.mark.parametrize("case", cases("cards", "cards"), ids=by_name)
def test_cards(case: Vector) -> None:
    card = CardSecret(case.octets("secret"))
    assert list(card.words()) == case.listed("words")
    assert card.qr(case.text("address")) == case.text("qr")
    assert CardSecret.from_qr(case.text("qr")) == (card, case.text("address"))
    keys = card.keys()
    assert keys.device.signing.private == case.octets("sign_seed")
    assert keys.device.box.private == case.octets("box_seed")
    assert (keys.mac_key, keys.device.id) == (case.octets("mac_key"), case.octets("device"))


@pytest.mark.parametrize("case", cases("cards", "typed", "scanned"), ids=by_name)
def test_read_cards(case: Vector) -> None:
    def read() -> CardSecret:
        if case.has("words"):
            return CardSecret.from_words(case.text("words"))
        card, address = CardSecret.from_qr(case.text("text"))
        assert address == case.text("address")
        return card

    if case.code is None:
        assert read().secret == case.octets("secret")
    else:
        with pytest.raises(Damaged) as refused:
            read()
        assert refused.value.code == case.code


@pytest.mark.parametrize("case", cases("cards", "proofs"), ids=by_name)
def test_opening_with_a_card(case: Vector) -> None:
    chain, keys = case.octets_list("entries"), CardSecret(case.octets("secret")).keys()
    state = replay(chain)
    if case.code is None:
        assert open_with_card(keys, state, chain) == (case.octets("epoch_key"),)
        device = state.device(keys.device.id)
        assert device is not None
        assert device.admitted_n == case.whole("at")
    else:
        with pytest.raises(Damaged) as refused:
            open_with_card(keys, state, chain)
        assert refused.value.code == case.code


@pytest.mark.parametrize("case", cases("padding", "sizes"), ids=by_name)
def test_padded_sizes(case: Vector) -> None:
    assert padme(case.whole("size")) == case.whole("padded")


@pytest.mark.parametrize("case", cases("padding", "good"), ids=by_name)
def test_padding(case: Vector) -> None:
    assert pad(case.octets("payload")) == case.octets("padded")
    assert unpad(case.octets("padded")) == case.octets("payload")


@pytest.mark.parametrize("case", cases("padding", "presence_good"), ids=by_name)
def test_padding_of_presence(case: Vector) -> None:
    assert pad_presence(case.octets("payload")) == case.octets("padded")
    assert unpad_presence(case.octets("padded")) == case.octets("payload")


@pytest.mark.parametrize("case", cases("padding", "refused"), ids=by_name)
def test_refused_padding(case: Vector) -> None:
    with pytest.raises(Malformed):
        unpad(case.octets("padded"))


@pytest.mark.parametrize("case", cases("padding", "presence_refused"), ids=by_name)
def test_refused_padding_of_presence(case: Vector) -> None:
    with pytest.raises(Malformed):
        unpad_presence(case.octets("padded"))


@pytest.mark.parametrize("case", cases("joining", "links"), ids=by_name)
def test_links(case: Vector) -> None:
    invitation = Invitation.from_secret(case.octets("secret"))
    assert (invitation.sign.public, invitation.box.public) == (case.octets("sign"), case.octets("box"))
    assert invitation.id == case.octets("id")
    assert invitation.link(case.text("address"), case.octets("space"), case.octets("ctl")) == case.text("link")
    expected = Link(case.text("address"), case.octets("space"), case.octets("ctl"), invitation)
    assert from_link(case.text("link")) == expected


@pytest.mark.parametrize("case", cases("joining", "refused_links"), ids=by_name)
def test_refused_links(case: Vector) -> None:
    with pytest.raises(Damaged) as refused:
        from_link(case.text("link"))
    assert refused.value.code == case.code


@pytest.mark.parametrize("case", cases("joining", "own_links"), ids=by_name)
def test_own_links(case: Vector) -> None:
    invitation = Invitation.from_secret(case.octets("secret"))
    made = invitation.link(case.text("address"), case.octets("space"), case.octets("ctl"), OWN_MARK)
    assert made == case.text("link")
    assert from_link(made, OWN_MARK) == Link(case.text("address"), case.octets("space"), case.octets("ctl"), invitation)


@pytest.mark.parametrize("case", cases("joining", "refused_own_links"), ids=by_name)
def test_refused_own_links(case: Vector) -> None:
    with pytest.raises(Damaged) as refused:
        from_link(case.text("link"), OWN_MARK)
    assert refused.value.code == case.code


@pytest.mark.parametrize("case", cases("joining", "requests"), ids=by_name)
def test_requests(case: Vector) -> None:
    invitation = Invitation.from_secret(case.octets("secret"))
    link = Link("https://kith.example", case.octets("space"), case.octets("ctl"), invitation)
    device = DeviceKeys.from_seeds(case.octets("signing_seed"), case.octets("box_seed"))
    raw = build_request(link, device, case.text("first_name"), case.whole("ts"), lambda _: case.octets("ephemeral"))
    assert raw == case.octets("request")
    request = parse_request(raw)
    check_request(request, link.space, invitation.sign.public, link.ctl)
    assert open_name(request, invitation) == case.text("first_name")
    assert request_hash(raw) == case.octets("hash")
    assert list(comparison_words(raw, link.ctl)) == case.listed("words")


@pytest.mark.parametrize("case", cases("joining", "refused_requests"), ids=by_name)
def test_refused_requests(case: Vector) -> None:
    state = replay(case.octets_list("entries"))
    with pytest.raises(Damaged) as refused:
        check_request(
            parse_request(case.octets("request")), state.space, state.invites[0].sign, state.invites[0].hash[:16]
        )
    assert refused.value.code == case.code


@pytest.mark.parametrize("case", cases("presence", "good"), ids=by_name)
def test_presence(case: Vector) -> None:
    frame = Eph(case.octets("header"), case.octets("box"))
    key, header = case.octets("epoch_key"), parse_header(frame.header)
    presence = open_frame(frame, case.octets("space"), case.whole("epoch"), key, case.whole("counter") - 1)
    assert seal_presence(header, presence, key) == frame
    assert (header.device, header.session) == (case.octets("device"), case.octets("session"))


@pytest.mark.parametrize("case", cases("presence", "refused"), ids=by_name)
def test_refused_presence(case: Vector) -> None:
    frame = Eph(case.octets("header"), case.octets("box"))
    with pytest.raises(Damaged) as refused:
        open_frame(frame, case.octets("space"), case.whole("epoch"), case.octets("epoch_key"), case.whole("counter"))
    assert refused.value.code == case.code


@pytest.mark.parametrize("case", cases("messages", "good"), ids=by_name)
def test_messages(case: Vector) -> None:
    message = parse_message(case.octets("hex"))
    assert type(message).__name__ == case.text("type")
    assert to_bytes(message) == case.octets("hex") == encode(case.item("item"))


@pytest.mark.parametrize("case", cases("messages", "refused"), ids=by_name)
def test_refused_messages(case: Vector) -> None:
    with pytest.raises(Malformed):
        parse_message(case.octets("hex"))
