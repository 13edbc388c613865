"""The two of the stories, and all that they can do. Each verb stands in the file of its place."""

from e2e.across_the_table import AcrossTheTable
from e2e.at_the_door import UNLOCK
from e2e.at_the_lock import AtTheLock
from e2e.at_the_table import AtTheTable
from e2e.by_invitation import ByInvitation
from e2e.going_out import GoingOut
from e2e.how_far import HowFar
from e2e.in_the_plan import InThePlan
from e2e.in_the_way import InTheWay
from e2e.looking_back import LookingBack
from e2e.over_who_belongs import OverWhoBelongs
from e2e.taking_stock import TakingStock
from e2e.through_time import ThroughTime
from e2e.when_we_meet import WhenWeMeet
from e2e.with_files import WithFiles
from e2e.with_good_things import WithGoodThings
from e2e.with_help import WithHelp
from e2e.with_own_pages import WithOwnPages
from e2e.with_photographs import WithPhotographs
from e2e.with_the_keyboard import WithTheKeyboard

__all__ = ["UNLOCK", "Person"]


class Person(
    AtTheLock,
    OverWhoBelongs,
    ByInvitation,
    AcrossTheTable,
    WithOwnPages,
    WithGoodThings,
    ThroughTime,
    WithPhotographs,
    WithHelp,
    HowFar,
    InThePlan,
    InTheWay,
    GoingOut,
    WhenWeMeet,
    TakingStock,
    WithFiles,
    AtTheTable,
    LookingBack,
    WithTheKeyboard,
):
    """Somebody with a device before them."""

    def sits_beside(self, other: "Person") -> None:
        """From now on at the other's device."""
        self.device = other.device
