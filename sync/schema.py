"""Writes what document.py says for those who do not read Python: schema.json and document.ts.

`python -m sync.schema` writes both, `python -m sync.schema --check` compares and says what differs. The TypeScript
(types, the table of fields and a validator that needs no eval) is made by schema.mjs with webapp/node_modules.
"""

import json
import shutil
import subprocess
import sys
from pathlib import Path

from pydantic.fields import FieldInfo
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue
from pydantic_core import CoreSchema

from sync.document import Document

HERE = Path(__file__).parent
WEBAPP = HERE.parent / "webapp"


class Plain(GenerateJsonSchema):
    """A schema without titles for fields: they would become names of types."""

    def field_title_should_be_set(self, schema: CoreSchema | FieldInfo) -> bool:  # noqa: ARG002 (pydantic's name)
        """Never."""
        return False


def schema() -> JsonSchemaValue:
    """The JSON Schema of a document as it is read."""
    return {
        "$schema": "http://json-schema.org/draft-07/schema#",
        **Document.model_json_schema(mode="serialization", schema_generator=Plain, ref_template="#/$defs/{model}"),
    }


def generated() -> dict[Path, str]:
    """What each generated file should hold. Raises RuntimeError, with the cure, where Node or packages are missing."""
    node = shutil.which("node")
    if node is None or not (WEBAPP / "node_modules" / "ajv").is_dir():
        raise RuntimeError("document.ts is made by Node: install Node 20, then run `npm ci` in webapp/.")
    text = json.dumps(schema(), indent=2, ensure_ascii=False) + "\n"
    made = subprocess.run(  # noqa: S603 (our own script, no words from outside)
        [node, HERE / "schema.mjs", WEBAPP / "package.json"], input=text, capture_output=True, text=True, check=False
    )
    if made.returncode != 0:
        raise RuntimeError(f"schema.mjs failed:\n{made.stderr}")
    return {HERE / "schema.json": text, HERE / "document.ts": made.stdout}


def main(arguments: list[str]) -> int:
    """0 when the files are (now) as they should be, 1 when --check finds a difference."""
    files = generated()
    differing = [path for path, text in files.items() if not path.exists() or path.read_text("utf-8") != text]
    if "--check" in arguments:
        for path in differing:
            sys.stderr.write(f"{path.name} is not what document.py says: run python -m sync.schema\n")
        return 1 if differing else 0
    for path, text in files.items():
        path.write_text(text, "utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
