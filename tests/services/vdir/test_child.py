"""The exchange in a child process, and what tells that it is time for one."""

from pathlib import Path

import pytest

from netui.services.vdir.child import run_exchange, signature
from netui.storage.state.config import Config, VdirConfig
from tests.support.app import open_workspace, write_network

CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:k-1\r\nFN:Katherine\r\nEND:VCARD\r\n"


def test_a_changed_card_or_contact_changes_the_signature(tmp_path: Path) -> None:
    write_network(tmp_path / "net", {"ada": {"name": "Ada"}})
    workspace = open_workspace(tmp_path, Config(vdir=VdirConfig(str(tmp_path / "cards"))))
    seen = [signature(workspace)]
    (tmp_path / "cards").mkdir()
    seen.append(signature(workspace))
    assert signature(workspace) == seen[-1]
    (tmp_path / "cards/k.vcf").write_text(CARD)
    seen.append(signature(workspace))
    write_network(tmp_path / "net", {"bob": {"name": "Bob"}})
    seen.append(signature(workspace))
    assert len(set(seen)) == 4


@pytest.mark.slow
def test_the_child_exchanges_or_says_why_not(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in ("CONFIG", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / kind.lower()))
    settings = tmp_path / "config/netui/config.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text(f'[vdir]\npath = "{tmp_path / "cards"}"\n')
    write_network(tmp_path / "net", {})
    workspace = open_workspace(tmp_path)
    assert "cannot be read" in run_exchange(workspace)["refused"]
    (tmp_path / "cards").mkdir()
    (tmp_path / "cards/k.vcf").write_text(CARD, newline="")
    assert run_exchange(workspace)["new"] == ["katherine"]
