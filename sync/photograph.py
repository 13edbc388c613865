"""Photographs of maps on paper. What they show is in pieces, which are in the log and not in the document: piece.py."""

from typing import Annotated

from pydantic import Field
from typing_extensions import TypeAliasType

from sync.part import REGISTER, TEXT, By, Thing

PieceNames = TypeAliasType("PieceNames", tuple[str, ...])
ByteCount = TypeAliasType("ByteCount", Annotated[int, Field(ge=0)])


class Photograph(Thing):
    """A JPEG in sealed pieces. Its key, size and pieces are written with it and never changed."""

    id: str = ""
    name: Annotated[str, REGISTER] = ""
    day: Annotated[str, REGISTER] = Field(default="", description="As `2026-11-30`.")
    words: Annotated[str, TEXT] = Field(default="", description="What is on it.")
    by: Annotated[By, REGISTER] = Field(default="both", description="Who added it.")
    key: Annotated[str, REGISTER] = Field(default="", description="Of its pieces, in hex.")
    size: Annotated[ByteCount, REGISTER] = Field(default=0, description="In bytes.")
    pieces: Annotated[PieceNames, REGISTER] = Field(default=(), description="Their names, in order.")
    archived: Annotated[bool, REGISTER] = False
