"""What a live device hears: nothing that was tampered with is believed, and everything good is believed afterwards."""

from random import Random

import pytest

from tests.tampering.chains import CHAINS
from tests.tampering.records import RECORDS
from tests.tampering.scene import Scene
from tests.tampering.updates import UPDATES
from tests.tampering.words import WORDS

CLASSES = {**RECORDS, **UPDATES, **CHAINS, **WORDS}
MUTATIONS = 1000


@pytest.mark.parametrize("name", CLASSES)
def test_of_1000_tampered_frames_0_are_accepted_and_0_crash(name: str) -> None:
    scene, tamper = Scene(), CLASSES[name]
    before = scene.standing()
    for n in range(MUTATIONS):
        frame = tamper(scene, Random(f"{name} {n}"))
        scene.hears(frame)
        updates = scene.device.take_updates()
        assert updates == [], f"accepted: {name} {n}"
    assert scene.standing() == before
    scene.goes_on()


def test_there_are_32_classes() -> None:
    assert len(CLASSES) == 32
