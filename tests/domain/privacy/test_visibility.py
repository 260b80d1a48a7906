"""What of a file others may see."""

from datetime import date
from typing import Any

import pytest

from netui.domain.privacy.identity import BLANK
from netui.domain.privacy.visibility import Visibility

SEEN = Visibility(
    {"ada"}, ["Bob Noyce", "Bobby van der Noyce", "Mum", "bob", "Дмитрий Иванов"], ["Bob@x.example"]
)


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("met Bob Noyce, then left", f"met {BLANK}, then left"),
        ("BOB  NOYCE's lab", f"{BLANK} lab"),
        ("@bob-noyce and (bob noyce).", f"{BLANK} and ({BLANK})."),
        ("bob noycé <BOB@X.EXAMPLE>", f"{BLANK} <{BLANK}>"),
        ("Bobby van der Noyce and Дмитрия; Дмитрий Иванов", f"{BLANK} and Дмитрия; {BLANK}"),
        ("Bob and Mum and Noyce Street", "Bob and Mum and Noyce Street"),
        ("", ""),
    ],
)
def test_whole_names_and_addresses_of_the_hidden_are_blanked(text: str, wanted: str) -> None:
    assert SEEN.redact(text) == wanted


def test_private_entries_and_those_with_somebody_hidden_are_left_out() -> None:
    document: dict[str, Any] = {
        "name": "Ada", "source": [{"kind": "x", "uid": "1"}], "not_same": ["bob"],
        "related": [{"who": "bob", "as": "father"}, {"who": "Eve", "as": "aunt"}],
        "met": {"via": "Mum", "on": "2024"},
        "opportunity": [{"id": "o1", "via": "bob", "text": "Job of Bob Noyce"}],
        "timeline": [
            {"id": "1", "on": date(2026, 1, 1), "with": ["ada"], "text": "with Bob Noyce"},
            {"id": "2", "private": True}, {"id": "3", "with": ["ada", "bob"]},
        ],
    }  # fmt: skip
    assert SEEN.document(document) == {
        "name": "Ada", "related": [{"who": "Eve", "as": "aunt"}], "met": {"on": "2024"},
        "opportunity": [{"id": "o1", "text": f"Job of {BLANK}"}],
        "timeline": [{"id": "1", "on": date(2026, 1, 1), "with": ["ada"], "text": f"with {BLANK}"}],
    }  # fmt: skip
