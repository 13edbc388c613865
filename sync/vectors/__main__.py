"""Writes every vector file. Writing them again changes nothing."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Final

from sync.vectors import (
    acceptance_cases,
    attainment_cases,
    authorship_cases,
    card_cases,
    chain_cases,
    document_cases,
    encoding_cases,
    envelope_cases,
    fork_cases,
    joining_cases,
    key_cases,
    letter_cases,
    measure_cases,
    membership_cases,
    message_cases,
    opening_cases,
    padding_cases,
    piece_cases,
    presence_cases,
    removal_cases,
    saying_anew_cases,
    sealed_file_cases,
    snapshot_cases,
    succession_cases,
    voucher_cases,
)
from sync.vectors.seeds import Case

BUILDERS: Final[dict[str, Callable[[], Case]]] = {
    "encoding": encoding_cases.build,
    "keys": key_cases.build,
    "padding": padding_cases.build,
    "messages": message_cases.build,
    "membership": membership_cases.build,
    "envelope": envelope_cases.build,
    "chain": chain_cases.build,
    "presence": presence_cases.build,
    "authorship": authorship_cases.build,
    "letters": letter_cases.build,
    "cards": card_cases.build,
    "joining": joining_cases.build,
    "sealed_file": sealed_file_cases.build,
    "snapshots": snapshot_cases.build,
    "removal": removal_cases.build,
    "opening": opening_cases.build,
    "fork": fork_cases.build,
    "acceptance": acceptance_cases.build,
    "succession": succession_cases.build,
    "documents": document_cases.build,
    "measures": measure_cases.build,
    "vouchers": voucher_cases.build,
    "pieces": piece_cases.build,
    "attainment": attainment_cases.build,
    "saying_anew": saying_anew_cases.build,
}


def generated() -> dict[Path, str]:
    """What each file should hold."""
    folder = Path(__file__).parent
    return {
        folder / f"{name}.json": json.dumps(build(), ensure_ascii=True, indent=1) + "\n"
        for name, build in BUILDERS.items()
    }


if __name__ == "__main__":
    for path, content in generated().items():
        path.write_text(content, "utf-8")
