"""Python passes the vectors of a device's word that it is kept by the same person."""

import pytest

from sync.errors import Damaged
from sync.keys import DeviceKeys
from sync.membership import Membership, replay
from sync.rights import Device
from sync.voucher import Asking, check_voucher, keeper, vouch
from tests.sync.vector import Vector, by_name, cases


def the_pair() -> Membership:
    return replay(Vector.load("vouchers").octets_list("pair"))


def asking_of(case: Vector) -> Asking:
    return Asking(case.octets("space"), case.octets("invite"), case.octets("ed"), case.octets("x"))


def asked(case: Vector, pair: Membership) -> Device:
    device = pair.device_at(case.whole("asked"))
    assert device is not None
    return device


@pytest.mark.parametrize("case", cases("vouchers", "good"), ids=by_name)
def test_believed(case: Vector) -> None:
    pair, keys = the_pair(), DeviceKeys.from_seeds(case.octets("signing_seed"), case.octets("box_seed"))
    assert vouch(pair.space, keys, asking_of(case)) == case.text("voucher")
    found = check_voucher(case.text("voucher"), pair, asked(case, pair), asking_of(case))
    assert found.ix == case.whole("asks")


@pytest.mark.parametrize("case", cases("vouchers", "refused"), ids=by_name)
def test_not_believed(case: Vector) -> None:
    pair = the_pair()
    with pytest.raises(Damaged) as refused:
        check_voucher(case.text("voucher"), pair, asked(case, pair), asking_of(case))
    assert refused.value.code == case.code


@pytest.mark.parametrize("case", cases("vouchers", "keepers"), ids=by_name)
def test_keepers(case: Vector) -> None:
    assert keeper(case.wholes("members")) == (case.whole("keeper") if case.has("keeper") else None)
