"""What is somebody's own: about someone on a map, or what is in the way. Only ever in a space of that person's own."""

from typing import Annotated

from pydantic import Field

from sync.part import REGISTER, TEXT, Thing


class Note(Thing):
    """What is hard about someone, or in the way and not for the other's eyes. No pair's document has notes."""

    id: str = ""
    about: Annotated[str, REGISTER] = Field(
        default="", description="`<space in hex>/<person id>`, or `<space in hex>/in the way` or `…/where else`."
    )
    words: Annotated[str, TEXT] = ""
    distance: Annotated[bool, REGISTER] = Field(default=False, description="They would like more distance.")
    archived: Annotated[bool, REGISTER] = False
