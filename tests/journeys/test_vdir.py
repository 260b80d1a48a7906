"""A card that a phone put into the vdir folder stands in the list of the open app."""

from pathlib import Path

import pytest

from netui.storage.state.config import Config, VdirConfig
from tests.support.app import a_few_people, driving, write_network

CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:k-1\r\nFN:Katherine Johnson\r\nEND:VCARD\r\n"


@pytest.mark.slow
async def test_a_new_card_becomes_a_person_and_a_lost_folder_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for kind in ("CONFIG", "STATE", "CACHE"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / f"child-{kind.lower()}"))
    (tmp_path / "cards").mkdir()
    (tmp_path / "cards/k.vcf").write_text(CARD, newline="")
    settings = tmp_path / "child-config/netui/config.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text(f'[vdir]\npath = "{tmp_path / "cards"}"\n')
    write_network(tmp_path / "net", a_few_people())
    config = Config(vdir=VdirConfig(str(tmp_path / "cards")))
    async with driving(tmp_path, config=config) as me:
        await me.sees("Katherine Johnson")
    (tmp_path / "cards/k.vcf").unlink()
    async with driving(tmp_path, config=config, toasts=True, size=(140, 40)) as me:
        await me.sees("no card left")
    assert (tmp_path / "net/contacts/katherine-johnson.toml").exists()
