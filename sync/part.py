"""What all parts of the document have in common, and how a field of one is stored."""

from typing import Annotated, Final

from pydantic import BaseModel, ConfigDict, Field

# How a field is stored, for readers in both languages: see README.md section 5.
REGISTER: Final = Field(json_schema_extra={"stored": "register"})
TEXT: Final = Field(json_schema_extra={"stored": "text"})
LINKS: Final = Field(json_schema_extra={"stored": "links"})
SPOT: Final = Field(json_schema_extra={"stored": "spot"})


class Part(BaseModel):
    """What all parts have in common: frozen, and unknown fields stay."""

    model_config = ConfigDict(
        extra="allow", frozen=True, populate_by_name=True, json_schema_serialization_defaults_required=True
    )


class Thing(Part):
    """What stands on the map or in the plan, and may have come along from a space before this one."""

    copied: Annotated[str, REGISTER] = Field(default="", description="Its day, as `2026-11-30`, or nothing.")
    was: Annotated[str, REGISTER] = Field(default="", description="The id that it had there.")
