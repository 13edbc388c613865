"""A voucher that is believed, and what it is believed of."""

from typing import Final

from sync.vectors.seeds import device, seed
from sync.vectors.story import pair
from sync.voucher import Asking, vouch

PAIR: Final = pair().state
MINE: Final = PAIR.devices[1]  # the desk that is asked
ASKING: Final = Asking(seed("own space", 16), seed("own invitation", 16), seed("asks to sign"), seed("asks to open"))
VOUCHER: Final = vouch(PAIR.space, device("third"), ASKING)
