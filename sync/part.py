"""What all parts of the document have in common, and how a field of one is stored."""

from typing import Annotated, ClassVar, Final, Literal

from pydantic import BaseModel, ConfigDict, Field
from pydantic.fields import FieldInfo
from typing_extensions import TypeAliasType

By = TypeAliasType("By", Annotated[int, Field(ge=0)] | Literal["both"])
Member = TypeAliasType("Member", Annotated[int, Field(ge=0)])
Agreed = TypeAliasType("Agreed", Literal["", "yes", "no"])
# Whose idea something was: of one of the two, of both, of somebody else, or not said.
Whose = TypeAliasType("Whose", Annotated[int, Field(ge=0)] | Literal["", "both", "someone else"])

OWNER: Final = 0  # whose map it is, by member number

# How a field is stored, for readers in both languages: see README.md section 5.
REGISTER: Final = Field(json_schema_extra={"stored": "register"})
TEXT: Final = Field(json_schema_extra={"stored": "text"})
# Texts that not everybody writes: one member's own words, the same where of things of the kind `thought` anybody may
# take the words out, and words that are written with their thing and never after. letters.py holds records to it.
OWN: Final = Field(json_schema_extra={"stored": "text", "hand": "own"})
OWN_THOUGHT: Final = Field(json_schema_extra={"stored": "text", "hand": "own", "emptied": "thought"})
SETTLED: Final = Field(json_schema_extra={"stored": "text", "hand": "nobody"})
LINKS: Final = Field(json_schema_extra={"stored": "links"})
FLAGS: Final = Field(json_schema_extra={"stored": "flags"})
SPOT: Final = Field(json_schema_extra={"stored": "spot"})
ROWS: Final = Field(json_schema_extra={"stored": "rows"})


def stored_as(field: FieldInfo) -> str | None:
    """Which of these a field of a part is; None for one that is not stored as such."""
    extra = field.json_schema_extra
    how = extra.get("stored") if isinstance(extra, dict) else None
    return how if isinstance(how, str) else None


def written_by(field: FieldInfo) -> tuple[str, str]:
    """In whose hand a text is (`own`, `nobody`, or nothing for everybody's), and of which kind anybody empties it."""
    extra = field.json_schema_extra
    told = extra if isinstance(extra, dict) else {}
    return str(told.get("hand", "")), str(told.get("emptied", ""))


class Part(BaseModel):
    """What all parts have in common: frozen, and unknown fields stay."""

    model_config = ConfigDict(
        extra="allow", frozen=True, populate_by_name=True, json_schema_serialization_defaults_required=True
    )


class Thing(Part):
    """What stands in the document under an id, and may have come along from a space before this one."""

    copied: Annotated[str, REGISTER] = Field(default="", description="Its day, as `2026-11-30`, or nothing.")
    was: Annotated[str, REGISTER] = Field(default="", description="The id that it had there.")


class Voice(Thing):
    """What one of the two says for themselves. What another hand writes there, nobody reads, but for `OF_EITHER`."""

    # By kind, or nothing for all kinds: the registers that either of the two may write.
    OF_EITHER: ClassVar[dict[str, frozenset[str]]] = {}
