"""Exchanging contacts with a vdir folder: both ways, merged, and nobody is lost."""

import os
import re
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
import tomli
from hypothesis import given, settings
from hypothesis import strategies as st

from netui.domain.model.changes import CONTACTS, Batch, FileId, SetValue
from netui.services.dedupe.merge import plan_merge
from netui.services.errors import Refused
from netui.services.people.commands import remove_contacts
from netui.services.privacy.forgotten import Marks
from netui.services.vdir import exchange
from netui.services.vdir.exchange import Exchange, apply_exchange, plan_exchange
from netui.services.workspace import Workspace
from netui.storage.state.config import Config, VdirConfig
from tests.support.app import open_workspace, write_network

PHOTO = "PHOTO;ENCODING=b;TYPE=JPEG:AAECAwQFBgcICQoLDA0ODxAR\r\n EhMUFRYXGBkaGxwdHh8gISIjJCUmJygpKiss\r\n"
GRACE = (
    "BEGIN:VCARD\r\nVERSION:3.0\r\nPRODID:-//phone//EN\r\nUID:urn:uuid:grace-1\r\nFN:Grace Hopper\r\n"
    "N:Hopper;Grace;;;\r\nitem7.TEL;TYPE=cell:+1-555-0100\r\nitem7.X-ABLabel:ship\r\n"
    f"{PHOTO}X-THEIRS;LEVEL=9:keep, me; as\\, I am\r\nREV:20200101T000000Z\r\nEND:VCARD\r\n"
)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    (tmp_path / "cards").mkdir()
    write_network(tmp_path / "net", {"ada": {"name": "Ada", "tags": ["phone"], "emails": ["ada@x.example"]},
                                     "bob": {"name": "Bob"}})  # fmt: skip
    return tmp_path


class Network:
    """The network in ``home`` on a folder of cards, read again for each exchange."""

    def __init__(self, home: Path, query: str = "#phone") -> None:
        self.home, self.query = home, query
        self.cards = home / "cards"

    def open(self) -> Workspace:
        config = Config(vdir=VdirConfig(str(self.cards), self.query))
        workspace = open_workspace(self.home, config)
        workspace.refresh()
        return workspace

    def exchange(self, **asked: Any) -> Exchange:
        return apply_exchange(self.open(), **asked)

    def contact(self, stem: str) -> dict[str, Any]:
        return tomli.loads((self.home / f"net/contacts/{stem}.toml").read_text())

    def set(self, stem: str, key: str, value: Any) -> None:
        file = FileId(CONTACTS, stem)
        self.open().apply(Batch("changed", (SetValue(file, (key,), value),)))

    @property
    def ada(self) -> Path:
        (card,) = [each for each in self.cards.iterdir() if b"FN:Ada" in each.read_bytes()]
        return card


@pytest.fixture
def network(home: Path) -> Network:
    return Network(home)


def test_nobody_goes_out_unless_the_query_says_so(home: Path) -> None:
    (home / "cards/g.vcf").write_text(GRACE, newline="")
    found = Network(home, query="").exchange()
    assert (found.incoming.new, found.written) == (("grace-hopper",), ())
    assert os.listdir(home / "cards") == ["g.vcf"]


def test_the_chosen_go_out_once_and_an_exchange_without_changes_writes_nothing(network: Network) -> None:
    assert network.exchange().written == ("ada",)

    def written() -> dict[Path, tuple[int, int]]:
        stats = {each: each.stat() for each in network.cards.iterdir()}
        return {each: (stat.st_ino, stat.st_mtime_ns) for each, stat in stats.items()}

    before = written()
    contact = (network.home / "net/contacts/ada.toml").read_bytes()
    again = network.exchange()
    assert (again.written, again.incoming.changed, again.vanished) == ((), (), ())
    assert written() == before
    assert (network.home / "net/contacts/ada.toml").read_bytes() == contact
    assert b"EMAIL:ada@x.example" in network.ada.read_bytes()


def test_a_dry_run_changes_nothing(network: Network) -> None:
    (network.cards / "g.vcf").write_text(GRACE, newline="")
    found = plan_exchange(network.open())
    assert (found.incoming.new, found.written) == (("grace-hopper",), ("ada",))
    assert (
        os.listdir(network.cards) == ["g.vcf"]
        and not (network.home / "net/contacts/grace-hopper.toml").exists()
    )


@pytest.mark.parametrize("end", ("\r\n", "\n"))
def test_what_a_card_has_besides_is_kept_byte_for_byte(network: Network, end: str) -> None:
    network.query = "grace"
    card = network.cards / "g.vcf"
    card.write_bytes(GRACE.replace("\r\n", end).encode())
    network.exchange()
    assert card.read_bytes() == GRACE.replace("\r\n", end).encode()
    network.set("grace-hopper", "org", "Navy")
    assert network.exchange().written == ("grace-hopper",)
    expected = GRACE.replace("END:VCARD", "ORG:Navy\r\nEND:VCARD").replace("\r\n", end)
    assert card.read_bytes() == expected.encode()
    network.set("grace-hopper", "org", None)
    network.exchange()
    assert card.read_bytes() == GRACE.replace("\r\n", end).encode()


def test_both_sides_change_and_both_changes_stay(network: Network) -> None:
    network.exchange()
    card = network.ada
    card.write_bytes(card.read_bytes().replace(b"END:", b"TITLE:Countess\r\nX-THEIRS:1\r\nEND:"))
    network.set("ada", "location", "Leith")
    found = network.exchange()
    assert (found.incoming.changed, found.written) == (("ada",), ("ada",))
    contact = network.contact("ada")
    assert (contact["title"], contact["location"]) == ("Countess", "Leith")
    text = card.read_text()
    assert "TITLE:Countess" in text and "X-THEIRS:1" in text and "Leith" in text


def test_what_comes_in_and_what_goes_out_are_one_step_of_undo(network: Network) -> None:
    network.exchange()
    card, kept = network.ada, network.home / "net"
    before = {each: each.read_bytes() for each in kept.rglob("*.toml")}
    card.write_bytes(card.read_bytes().replace(b"END:", b"TITLE:Countess\r\nEND:"))
    network.set("ada", "location", "Leith")
    found = network.exchange()
    assert (found.incoming.changed, found.written) == (("ada",), ("ada",))
    workspace = network.open()
    assert workspace.undo() and workspace.undo()
    assert {each: each.read_bytes() for each in kept.rglob("*.toml") if ".trash" not in each.parts} == before


def test_someone_merged_from_two_cards_is_kept_in_step_in_both(network: Network) -> None:
    other = (
        GRACE.replace("grace-1", "grace-2").replace("Grace Hopper", "Amazing Grace").replace("0100", "0200")
    )
    (network.cards / "g.vcf").write_text(GRACE, newline="")
    (network.cards / "h.vcf").write_text(other.replace("X-THEIRS", "X-OTHERS"), newline="")
    network.query = "grace"
    network.exchange()
    workspace = network.open()
    workspace.apply(plan_merge(workspace, "grace-hopper", "amazing-grace").batch)
    network.set("grace-hopper", "org", "Navy")
    assert network.exchange().written == ("grace-hopper",)
    cards = [(network.cards / name).read_text() for name in ("g.vcf", "h.vcf")]
    assert all("ORG:Navy" in card and "0100" in card and "0200" in card for card in cards)
    assert "X-THEIRS" in cards[0] and "X-OTHERS" in cards[1]
    (network.cards / "h.vcf").write_text(cards[1].replace("Navy", "Army"), newline="")
    network.exchange()
    assert network.contact("grace-hopper")["org"] == "Army"
    assert "ORG:Army" in (network.cards / "g.vcf").read_text()
    assert network.exchange().written == ()


def test_a_field_changed_on_both_sides_waits_until_it_is_settled(network: Network) -> None:
    network.set("ada", "org", "Engines")
    network.exchange()
    card = network.ada
    card.write_bytes(card.read_bytes().replace(b"ORG:Engines", b"ORG:Theirs"))
    network.set("ada", "org", "Mine")
    found = network.exchange()
    assert [clash.key for clash in found.incoming.clashes] == ["org"] and found.waiting == ("ada",)
    assert b"ORG:Theirs" in card.read_bytes() and network.contact("ada")["org"] == "Mine"
    assert network.contact("ada")["conflict"]
    network.open().apply(Batch("settled", (SetValue(FileId(CONTACTS, "ada"), ("conflict",), None),)))
    network.exchange()
    assert b"ORG:Mine" in card.read_bytes()


def test_what_is_removed_on_one_side_is_removed_on_the_other(network: Network) -> None:
    network.exchange()
    card = network.ada
    card.write_bytes(card.read_bytes().replace(b"EMAIL:ada@x.example\r\n", b""))
    network.exchange()
    assert "emails" not in network.contact("ada") or network.contact("ada")["emails"] == []


def test_a_card_that_vanished_is_asked_about_and_deletes_nobody(network: Network) -> None:
    (network.cards / "g.vcf").write_text(GRACE, newline="")
    network.exchange()
    network.ada.unlink()
    found = network.exchange()
    assert [each.ident for each in found.vanished] == ["ada"] and not found.written
    assert network.contact("ada")["name"] == "Ada"
    assert network.exchange(again=["ada"]).written == ("ada",)
    assert network.ada.exists() and not network.exchange().vanished


def test_who_is_released_is_neither_asked_about_nor_written_again(network: Network) -> None:
    (network.cards / "g.vcf").write_text(GRACE, newline="")
    network.exchange()
    network.ada.unlink()
    assert not network.exchange(release=["ada"]).vanished
    network.set("ada", "org", "X")
    found = network.exchange()
    assert (found.vanished, found.written) == ((), ()) and os.listdir(network.cards) == ["g.vcf"]


def test_an_empty_or_missing_folder_stops_it(network: Network) -> None:
    network.exchange()
    network.ada.unlink()
    before = network.contact("ada")
    with pytest.raises(Refused, match="no card left"):
        network.exchange()
    network.cards.rmdir()
    with pytest.raises(Refused, match="cannot be read"):
        network.exchange()
    with pytest.raises(Refused, match="no folder is set"):
        apply_exchange(open_workspace(network.home))
    assert network.contact("ada") == before


def test_a_contact_deleted_here_does_not_come_back_by_its_card(network: Network) -> None:
    (network.cards / "g.vcf").write_text(GRACE, newline="")
    network.exchange()
    workspace = network.open()
    workspace.apply(remove_contacts(workspace, ["grace-hopper"]))
    found = network.exchange()
    assert (found.incoming.new, found.deleted) == ((), ("Grace Hopper",))
    assert (network.cards / "g.vcf").exists()


def test_who_was_forgotten_does_not_come_in(network: Network) -> None:
    Marks(network.home / "net").add(["Grace Hopper"], [])
    (network.cards / "g.vcf").write_text(GRACE, newline="")
    assert network.exchange().incoming.new == ()


def test_a_card_of_an_imported_contact_is_theirs_by_its_uid(network: Network) -> None:
    source = [{"kind": "vcard", "uid": "grace-1"}]
    write_network(network.home / "net", {"amazing": {"name": "Amazing G.", "source": source}})
    (network.cards / "g.vcf").write_text(GRACE, newline="")
    found = network.exchange()
    assert (found.incoming.new, found.incoming.merged) == ((), ("amazing",))


def test_files_that_are_no_card_are_named_and_left_alone(network: Network) -> None:
    (network.cards / "two.vcf").write_text(GRACE + GRACE.replace("grace-1", "grace-2"), newline="")
    (network.cards / "same.vcf").write_text(GRACE, newline="")
    (network.cards / "same2.vcf").write_text(GRACE, newline="")
    (network.cards / "none.vcf").write_text("BEGIN:VCARD\r\nFN:X\r\nEND:VCARD\r\n", newline="")
    (network.cards / "cut.vcf").write_text(GRACE[:150], newline="")
    (network.cards / ".new.vcf").write_text(GRACE.replace("grace-1", "grace-3"), newline="")
    os.mkfifo(network.cards / "pipe.vcf")
    found = network.exchange()
    reasons = {rejected.file: rejected.why for rejected in found.rejected}
    assert set(reasons) == {"two.vcf", "same2.vcf", "none.vcf", "cut.vcf", "pipe.vcf"}
    assert (
        "same UID" in reasons["same2.vcf"]
        and "several" in reasons["two.vcf"]
        and "UID" in reasons["none.vcf"]
    )
    assert found.incoming.new == ("grace-hopper",)


def test_a_card_that_changes_while_it_is_written_is_left_to_the_next_exchange(
    network: Network, monkeypatch: pytest.MonkeyPatch
) -> None:
    network.exchange()
    network.set("ada", "org", "X")
    card, revise = network.ada, exchange.revise_file

    def and_changes(*given: Any) -> bytes:
        card.write_bytes(card.read_bytes().replace(b"END:", b"TITLE:T\r\nEND:"))
        return revise(*given)

    monkeypatch.setattr(exchange, "revise_file", and_changes)
    found = network.exchange()
    assert not found.written and "next exchange" in found.rejected[0].why
    monkeypatch.undo()
    network.exchange()
    assert network.contact("ada")["title"] == "T" and b"ORG:X" in card.read_bytes()


def test_oneself_stays_here(network: Network) -> None:
    write_network(network.home / "net", {"me": {"name": "Me", "me": True, "tags": ["phone"]}})
    assert network.exchange().written == ("ada",)


def test_a_hostile_uid_names_no_file_outside_the_folder(network: Network) -> None:
    source = [{"kind": "vcard", "uid": "../../evil"}]
    write_network(network.home / "net", {"eve": {"name": "Eve", "tags": ["phone"], "source": source}})
    network.exchange()
    assert len(os.listdir(network.cards)) == 2 and not (network.home.parent / "evil.vcf").exists()


@pytest.fixture(autouse=True)
def _closed() -> Iterator[None]:
    from tests.support.workspaces import closing_workspaces

    with closing_workspaces():
        yield


KEYS = {"org": "ORG", "title": "TITLE", "pronouns": "PRONOUNS", "notes": "NOTE"}
EDITS = st.lists(
    st.tuples(
        st.sampled_from(("here", "there", "exchange")),
        st.sampled_from(sorted(KEYS)),
        st.sampled_from(("", "a", "b")),
    ),
    max_size=6,
)


@pytest.mark.slow
@settings(max_examples=12, deadline=None)
@given(EDITS)
def test_whatever_both_sides_do_they_agree_in_the_end(edits: list[tuple[str, str, str]]) -> None:
    with TemporaryDirectory() as folder:
        home = Path(folder)
        (home / "cards").mkdir()
        write_network(home / "net", {"ada": {"name": "Ada", "tags": ["phone"]}})
        network = Network(home)
        network.exchange()
        for side, key, value in edits:
            if side == "here":
                network.set("ada", key, value or None)
            elif side == "there":
                said = f"{KEYS[key]}:{value}\r\n" if value else ""
                text = re.sub(rf"{KEYS[key]}:.*\r\n", "", network.ada.read_bytes().decode())
                network.ada.write_bytes(text.replace("END:", f"{said}END:").encode())
            else:
                network.exchange()
        network.exchange()
        network.set("ada", "conflict", None)
        network.exchange()
        last = network.exchange()
        assert (last.written, last.waiting, last.incoming.changed) == ((), (), ())
        card, contact = network.ada.read_text(), network.contact("ada")
        for key, of in KEYS.items():
            assert (f"{of}:{contact[key]}\n" in card) if contact.get(key) else (f"{of}:" not in card)
