"""Forgetting someone of whom imports kept cards, rows and what was rejected."""

from pathlib import Path

from netui.domain.privacy.identity import Identity
from netui.services.privacy.forget import forget
from netui.services.privacy.held_data import find_held_data, identify
from netui.services.privacy.sources import without_person
from netui.services.transfer.backup import apply_restore, plan_restore, save_backup
from netui.services.transfer.imports import apply_import, plan_import
from netui.storage.quarantine import QuarantinedItem, dump_quarantine, load_quarantine
from netui.storage.sources import SourceState, dump_source, load_source
from tests.support.app import open_workspace

ADA = Identity("ada-lovelace", ["Ada Lovelace"], ["ada@x.example"], [("vcard", "1")])


def test_what_their_source_said_goes_whole_by_link_name_or_address() -> None:
    for state in (
        SourceState("vcard", "1", "FN:A. King\nTEL:1", {"name": "A. King"}),
        SourceState("csv", "9", "Ada,1", {"name": "Ada Lovelace"}),
        SourceState("csv", "9", "x", {"name": "A", "emails": [{"value": "ADA@x.example", "label": "home"}]}),
        SourceState("friends", "Ada Lovelace", "- Ada Lovelace"),
        SourceState("linkedin", "name Ada Lovelace", entries={"e": "1"}),
    ):
        assert without_person(".sources/x.toml", dump_source(state), ADA) is None


def test_of_another_s_card_only_their_name_goes() -> None:
    state = SourceState(
        "vcard", "2", "FN:Bob\nNOTE:knows Ada Lovelace", {"name": "Bob", "tags": ["Ada Lovelace"]}
    )
    left = without_person(".sources/x.toml", dump_source(state), ADA)
    assert left is not None
    assert load_source(left) == state._replace(
        raw="FN:Bob\nNOTE:knows …", taken={"name": "Bob", "tags": ["…"]}
    )
    other = dump_source(state._replace(raw="FN:Bob", taken={"name": "Bob"}))
    assert without_person(".sources/x.toml", other, ADA) == other


def test_what_was_rejected_of_them_goes_and_all_else_stays() -> None:
    theirs, other = (
        QuarantinedItem("a", "1", "w", "", "FN:Ada Lovelace"),
        QuarantinedItem("a", "2", "w", "", "Bob"),
    )
    left = without_person(".quarantine/x.toml", dump_quarantine([theirs, other]), ADA)
    assert left is not None and load_quarantine(left) == [other]
    assert without_person(".quarantine/x.toml", dump_quarantine([theirs]), ADA) is None


def test_nothing_of_an_import_is_left_and_no_backup_brings_it_back(tmp_path: Path) -> None:
    workspace = open_workspace(tmp_path)
    workspace.refresh()
    cards = tmp_path / "cards.vcf"
    cards.write_text(
        "BEGIN:VCARD\nFN:Ada Lovelace\nX-ODD:secret-1\nUID:1\nEND:VCARD\n"
        "BEGIN:VCARD\nFN:Bob\nNOTE:with Ada Lovelace\nUID:2\nEND:VCARD\n"
        "BEGIN:VCARD\nNOTE:Ada Lovelace secret-2\nEND:VCARD\n"
    )
    apply_import(workspace, plan_import(workspace, [str(cards)]))
    backup = tmp_path / "backup.tar.gz"
    save_backup(workspace, str(backup))
    forget(workspace, find_held_data(workspace, identify(workspace, "ada-lovelace")), {})
    kept = [path for path in (tmp_path / "net").rglob("*") if path.is_file()]
    assert not any(b"secret" in path.read_bytes() for path in kept)
    assert len(list((tmp_path / "net/.sources").iterdir())) == 1
    restored = plan_restore(workspace, str(backup))
    assert len(restored.forgotten) == 3, "contact, source and quarantine"
    apply_restore(workspace, restored)
    kept = [path for path in (tmp_path / "net").rglob("*") if path.is_file() and path.name != ".lock"]
    assert not any(b"secret" in path.read_bytes() for path in kept)
    workspace.close()
