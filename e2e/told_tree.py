"""What a screen reader is told of a part of the page: role, name, description and states, a line for each thing."""

from collections.abc import Iterator
from typing import Final, TypedDict

from playwright.sync_api import CDPSession

STATES: Final = ("focusable", "pressed", "checked", "selected", "expanded", "disabled", "required", "level")
ON_OR_OFF: Final = {"pressed", "checked", "selected", "expanded"}
"""Of these it is told that they are not, too."""
UNSAID: Final = {"generic", "none", "InlineTextBox"}
WHOLE: Final = {"button", "heading"}
"""Their name is all that is in them."""


class Told(TypedDict, total=False):
    """A value of the tree."""

    value: object


class State(TypedDict):
    """One property of a node."""

    name: str
    value: Told


class Node(TypedDict, total=False):
    """As `Accessibility.getFullAXTree` gives it."""

    nodeId: str
    ignored: bool
    role: Told
    name: Told
    description: Told
    properties: list[State]
    childIds: list[str]


def told_of(tools: CDPSession, role: str, name_ends: str) -> str:
    """The first part with this role whose name ends so, with all that is in it."""
    nodes: list[Node] = tools.send("Accessibility.getFullAXTree")["nodes"]
    by_id = {node["nodeId"]: node for node in nodes}
    top = next(node for node in nodes if _text(node, "role") == role and _text(node, "name").endswith(name_ends))
    return "\n".join(_lines(top, by_id, 0)) + "\n"


def _lines(node: Node, by_id: dict[str, Node], depth: int) -> Iterator[str]:
    role = _text(node, "role")
    is_said = not node.get("ignored") and role not in UNSAID
    if is_said:
        yield "  " * depth + _line(node)
    if role not in WHOLE:
        for child in node.get("childIds", []):
            yield from _lines(by_id[child], by_id, depth + is_said)


def _line(node: Node) -> str:
    said = _text(node, "role")
    if name := _text(node, "name"):
        said += f" “{name}”"
    if description := _text(node, "description"):
        said += f", described as “{description}”"
    states = {state["name"]: str(state["value"].get("value")).lower() for state in node.get("properties", [])}
    told = [one for name in STATES if name in states and (one := _state(name, states[name]))]
    return f"{said} ({', '.join(told)})" if told else said


def _state(name: str, value: str) -> str:
    if value == "false":
        return f"not {name}" if name in ON_OR_OFF else ""
    return name if value == "true" else f"{name} {value}"


def _text(node: Node, part: str) -> str:
    told = {"role": node.get("role"), "name": node.get("name"), "description": node.get("description")}[part]
    return str(told.get("value", "")) if told else ""
