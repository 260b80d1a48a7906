"""``netui vdir``: shown first, done with ``--apply``, and asked about what vanished."""

from pathlib import Path

import pytest

from tests.cli.conftest import Cli

CARD = "BEGIN:VCARD\r\nVERSION:3.0\r\nUID:k-1\r\nFN:Katherine Johnson\r\nEND:VCARD\r\n"


@pytest.fixture
def cards(two: Cli) -> Path:
    folder = two.base / "cards"
    folder.mkdir()
    (folder / "k.vcf").write_text(CARD, newline="")
    settings = two.base / "config/netui/config.toml"
    settings.parent.mkdir(parents=True)
    settings.write_text(f'[vdir]\npath = "{folder}"\nquery = "#london"\n')
    return folder


def test_it_is_shown_first_then_done_then_nothing_is_left(two: Cli, cards: Path) -> None:
    shown = two.ok("vdir")
    assert "1 would be new here: Katherine Johnson" in shown and "--apply does it" in shown
    assert "1 would be written to the folder: Ada Lovelace" in shown and len(list(cards.iterdir())) == 1
    done = two.ok("vdir", "--apply")
    assert "1 new here: Katherine Johnson" in done and "1 written to the folder: Ada Lovelace" in done
    assert two.ok("vdir", "--apply") == "" and len(list(cards.iterdir())) == 2


def test_the_document_names_everybody_by_id(two: Cli, cards: Path) -> None:
    found = two.json("vdir", "--apply")
    assert (found["new"], found["written"], found["vanished"]) == (
        ["katherine-johnson"],
        ["ada-lovelace"],
        [],
    )


def test_a_card_that_vanished_is_asked_about(two: Cli, cards: Path) -> None:
    two.ok("vdir", "--apply")
    (ada,) = [each for each in cards.iterdir() if each.name != "k.vcf"]
    ada.unlink()
    assert two.json("vdir")["vanished"] == ["ada-lovelace"]
    asked = two.run("vdir", "--apply", stdin="n\n")
    assert (
        "the card of Ada Lovelace is gone from the folder; write it again?" in asked.err and not ada.exists()
    )
    assert "1 written again" in two.ok("vdir", "--apply", stdin="y\n") and ada.exists()
    ada.unlink()
    two.ok("vdir", "--release", "ada")
    assert two.json("vdir")["vanished"] == [] and not ada.exists()


def test_without_a_folder_it_is_refused(two: Cli, cards: Path) -> None:
    (cards / "k.vcf").unlink()
    cards.rmdir()
    result = two.run("vdir", "--apply")
    assert result.status == 2 and "cannot be read" in result.err
    assert two.json("config")["settings"]["vdir"]["query"] == "#london"
