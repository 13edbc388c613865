"""What one of the two answers where both are asked, each for themselves. Answers are never added up,
but for the one number of attainment.py, where somebody asks for it.
"""

from typing import Annotated, Literal

from pydantic import Field
from typing_extensions import TypeAliasType

from sync.part import FLAGS, OWN, REGISTER, Member, Voice

# `go on`: shall we? `questions`, `helpful`, `know`: about a talk. `goal`: what to do about one. `level`: how far it has
# come, beside the wording that was agreed on, as `aims/<id>`. `sign`: one that is noticed, beside `signs/<code>` or
# `sayings/<id>`. `look back`: whether they look back on their own words, beside `words`.
Question = TypeAliasType(
    "Question", Literal["go on", "questions", "helpful", "know", "goal", "level", "sign", "look back"]
)
Said = TypeAliasType(
    "Said",
    Literal[
        "", "yes", "partly", "no", "not sure", "not yet", "some", "not now", "keep", "change", "rest", "let go", "done",
        "a lot better", "a bit better", "as hoped", "no change", "worse"
    ],
)  # fmt: skip
RoomName = TypeAliasType("RoomName", Literal["talk", "map", "plan", "out", "going", "barriers"])


class Answer(Voice):
    """One answer of one of the two."""

    id: str = ""
    question: Annotated[Question, REGISTER] = "go on"
    said: Annotated[Said, REGISTER] = ""
    words: Annotated[str, OWN] = ""
    rooms: Annotated[tuple[RoomName, ...], FLAGS] = Field(default=(), description="Those that they say yes to.")
    again: Annotated[str, REGISTER] = Field(default="", description="From which day on they may be asked again.")
    beside: Annotated[str, REGISTER] = Field(
        default="", description="What it stands beside, as `goals/<id>`; or nothing."
    )
    by: Annotated[Member, REGISTER] = Field(default=0, description="Who answers, by member number.")
    through: Annotated[str, REGISTER] = Field(default="", description="Who read aloud, or wrote it for them.")
    day: Annotated[str, REGISTER] = ""
    archived: Annotated[bool, REGISTER] = False
