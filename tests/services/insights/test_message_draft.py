"""The draft of a message: what to begin with, what is open, and nothing that is private."""

from pathlib import Path

from netui.services.insights.message_draft import draft_message
from tests.support.app import entry, open_workspace, write_network


def test_opener_and_open_promises(tmp_path: Path) -> None:
    ada = {
        "name": "Ada Lovelace",
        "timeline": [
            entry("2026-11-10", "lunch", "Her lab is hiring again."),
            entry("2026-11-12", "call", "A secret that nobody must know.", private=True),
        ],
        "promise": [
            {"id": "p1", "by": "me", "text": "Send the deck", "due": "2026-12-01"},
            {"id": "p2", "by": "them", "text": "Ask Bob"},
            {"id": "p3", "by": "me", "text": "Old thing", "done": "2026-01-01"},
        ],
    }
    write_network(tmp_path / "net", {"ada": ada})
    workspace = open_workspace(tmp_path)
    workspace.refresh()
    draft = draft_message(workspace, "ada")
    assert draft.startswith("Hi Ada,\n\n“Her lab is hiring again.” (lunch, Tue 10 Nov 2026)\n")
    assert "- I promised: Send the deck, by Tue 1 Dec 2026\n- you promised: Ask Bob\n" in draft
    assert "secret" not in draft and "Old thing" not in draft
    assert draft_message(workspace, "nobody") == ""
