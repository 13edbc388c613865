"""The root maps of the document, by name."""

from typing import Final

# These hold things under an id.
THING_ROOTS: Final = (
    *("people", "goals", "steps", "strengths", "pictures", "photographs", "offers", "notes", "rounds"),
    *("wishes", "yardsticks", "aims", "meetings"),
    *("sayings", "feelings", "answers"),
    *("barriers", "disclosures", "outings", "supports", "worries", "occasions", "impressions", "needs"),
)
# These hold registers themselves: the path of a field there is the root's name and the key.
FLAT_ROOTS: Final = ("meta", "ties", "help")
ROOTS: Final = (*FLAT_ROOTS, *THING_ROOTS, "kept")
