"""Mutants: each guard against loss is taken out, and its proof must fail, so that no proof is for show.

A new guard gets a row in the table: what it promises, how to take it out, and the proof that notices.
"""

import contextlib
import errno
import os
import sqlite3
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from netui.storage import store as stores
from netui.storage.files import atomic
from netui.storage.files.atomic import Folder, ReplacedFile
from netui.storage.files.transaction import Transaction
from netui.storage.index.index import Index
from netui.storage.store import Store
from netui.storage.toml import document, edit
from netui.storage.undo.journal import Journal
from tests.proofs import (
    test_command_faults,
    test_cut_off_batches,
    test_documents,
    test_index_harm,
    test_kills,
    test_power_loss,
    test_seeded_bugs,
)
from tests.proofs.test_command_faults import shim as shim
from tests.proofs.test_store_faults import WORK, sweep_deaths, sweep_errors
from tests.storage.files import test_atomic
from tests.support import seeded_bugs
from tests.support.indexed_network import Net, met


class Mutant(NamedTuple):
    """``proof`` fails in a folder of its own once ``remove`` took the guard out."""

    guard: str
    remove: Callable[[pytest.MonkeyPatch], None]
    proof: Callable[[Path], object]


def nothing(_: pytest.MonkeyPatch) -> None:
    """For proofs that take the guard out in a process of their own."""


# ---------------------------------------------------------------------- how guards are taken out


def write_in_place(patch):
    def replace(self, staged, name, expected):
        data = self.read(staged.name).data
        fd = self.system.open(name, os.O_WRONLY | os.O_TRUNC, 0o600, self.fd)
        atomic.write_all(self.system, fd, data)
        self.system.close(fd)
        return ReplacedFile(staged.name, data)

    patch.setattr(Folder, "replace", replace)


def write_once(patch):
    patch.setattr(atomic, "write_all", lambda system, fd, data: system.write(fd, memoryview(data)))


def skip_the_check(patch):
    patch.setattr(document, "prove", lambda text, wanted, file: next(iter(wanted)))


def discard_what_was_replaced(patch):
    patch.setattr(Folder, "remove_replaced", lambda self, replaced: self.discard(replaced.name))


def write_anew_to_append(patch):
    def dump(text, added):
        return document.dump({**document.parse(text), "timeline": [item for _, item in added]})

    patch.setattr(edit, "append_items", dump)


# ---------------------------------------------------------------------- proofs that take a guard's name


def kills_without(guard):
    return lambda folder: test_kills.check(test_kills.loop(folder, 40, guard))


def power_loss_without(call):
    return lambda folder: test_power_loss.lose_power(folder, "append", left_out=(call,))


def edits_with_a_bug(_):
    with pytest.MonkeyPatch.context() as patch:
        seeded_bugs.the_item_before_is_changed(patch)
        assert not test_seeded_bugs.tried(60)[1]


def append_to_a_commented_file(_):
    entry = {"id": "1", "on": date(2026, 11, 1), "kind": "call"}
    test_documents.check_append('# mine\nname = "Ada"  # hers\n', entry)


def index_without_a_table(folder):
    net = Net(folder)
    for number in range(9):
        net.person(f"person-{number}", met("2026-11-01"))
    with contextlib.closing(net):
        found, wanted = test_index_harm.harmed(net, test_index_harm.table_gone, is_open=True)
    assert found == wanted


MUTANTS = [
    Mutant("the journal is written before the files",
           lambda patch: patch.setattr(Journal, "add", lambda *_: 1),
           lambda folder: sweep_deaths(folder, WORK["append"], after=False)),
    Mutant("a file is never written in place", write_in_place,
           lambda folder: sweep_deaths(folder, WORK["append"], after=False)),
    Mutant("all of the bytes are written", write_once,
           lambda folder: sweep_errors(folder, WORK["append"], "short")),
    Mutant("what was replaced before an error is rolled back",
           lambda patch: patch.setattr(Transaction, "_roll_back", lambda *_: True),
           lambda folder: sweep_errors(folder, WORK["several"], errno.EIO)),
    Mutant("contents are flushed", nothing, power_loss_without("sync")),
    Mutant("names are flushed", nothing, power_loss_without("sync folder")),
    Mutant("one writer at a time", nothing, kills_without("lock")),
    Mutant("a file is compared before it is replaced", nothing, kills_without("comparison")),
    Mutant("names are exchanged and what came out is looked at", nothing, kills_without("exchange")),
    Mutant("what came in between two exchanges goes to the trash",
           lambda patch: patch.setattr(stores, "digest", lambda _: ""),
           test_atomic.test_of_two_versions_written_about_the_exchange_the_later_stands_and_the_other_is_in_the_trash),
    Mutant("the replaced file is looked at again before it goes", discard_what_was_replaced,
           test_atomic.test_what_a_program_writes_to_the_old_version_is_kept),
    Mutant("each edit is checked by reading it again", skip_the_check, edits_with_a_bug),
    Mutant("every earlier byte stays where something is added", write_anew_to_append,
           append_to_a_commented_file),
    Mutant("a change of several files that was cut off is finished",
           lambda patch: patch.setattr(Store, "_recover", lambda _: None),
           lambda folder: test_cut_off_batches.sweep_kills(folder, "rm")),
    Mutant("an index that cannot be read is rebuilt",
           lambda patch: patch.setattr(Index, "reset", lambda _: None),
           index_without_a_table),
]  # fmt: skip


@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.guard.replace(" ", "-"))
def test_without_its_guard_a_proof_fails(mutant, folder, monkeypatch, count):
    mutant.remove(monkeypatch)
    with pytest.raises((AssertionError, sqlite3.DatabaseError)):
        mutant.proof(folder)
    count(mutants=1)


@test_command_faults.pytestmark
def test_without_drafts_the_proof_of_commands_fails(folder, shim, count):
    found = test_command_faults.sweep(folder, shim, "note", "data", 1, 1, "drafts")
    assert any("the line is lost" in breach for breach in found["breaches"])
    count(mutants=1)
