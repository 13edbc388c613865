"""What may happen in a world, and how often."""

from typing import Final

from tests.simulation import deceit, mishap
from tests.simulation.world import Acts, World

ACTS: Final[Acts] = (
    (24, World.write),
    (4, World.write_on),
    (4, World.add),
    (7, World.type),
    (2, mishap.remarks),
    (16, World.sync),
    (18, World.hear),
    (8, World.everybody_hears),
    (5, World.hang_up),
    (3, mishap.crash),
    (2, mishap.crash_before_the_disk),
    (2, mishap.copy_disk),
    (1, mishap.comes_back_older),
    (1, mishap.lives_twice),
    (1, mishap.clock),
    (1, World.another_comes),
    (2, World.one_is_removed),
    (1, World.leaves),
    (1, World.new_key),
    (1, World.turns),
    (1, World.card_is_lost),
    (1, World.closes_and_opens),
    (1, deceit.relay_is_restored),
    (1, deceit.relay_rolls_back),
    (3, deceit.relay_lies),
    (2, deceit.relay_is_honest),
)
