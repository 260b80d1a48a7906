"""Header blocks of mailboxes: mbox, Maildir and single messages, read as a stream."""

import os
from io import BytesIO
from pathlib import Path

from netui.interchange.mail.mailbox_reader import is_maildir, is_mbox, is_message, read_maildir, read_mbox

MBOX = b"""From ada@x.example Sat Nov 14 09:00:00 2026
From: ada@x.example
Subject: one

Dear you,
From here on it rains.

>From me Sat Nov 14 09:00:00 2026

From bob@x.example Sun Nov 15 09:00:00 2026
From: bob@x.example

body without an end"""


def test_an_mbox_is_cut_at_its_from_lines_and_bodies_are_passed_over() -> None:
    blocks = list(read_mbox(BytesIO(MBOX)))
    assert [(each.where, each.data) for each in blocks] == [
        ("message 1", b"From: ada@x.example\nSubject: one\n"),
        ("message 2", b"From: bob@x.example\n"),
    ]
    assert [each.where for each in read_mbox(BytesIO(MBOX.replace(b"\n", b"\r\n")))] == [
        "message 1",
        "message 2",
    ]


def test_a_missing_blank_line_and_a_sentence_that_begins_with_from_are_told_apart() -> None:
    one = b"From a@b Sat Nov 14 09:00:00 2026\nFrom: a@b\n\nFrom what I saw in 2026\n"
    assert len(list(read_mbox(BytesIO(one + one)))) == 2


def test_a_single_message_is_one_block() -> None:
    (block,) = read_mbox(BytesIO(b"From: ada@x.example\nDate: x\n\nbody\n"))
    assert block.data == b"From: ada@x.example\nDate: x\n"


def test_a_line_and_a_header_of_any_length_take_little_memory() -> None:
    data = b"From a@b Sat Nov 14 09:00:00 2026\n" + b"X-Long: x\n" * 200_000 + b"\n" + b"y" * 5_000_000
    (block,) = read_mbox(BytesIO(data))
    assert len(block.data) < 400_000


def test_a_maildir_and_those_within_it_are_read(tmp_path: Path) -> None:
    for folder in ("box/cur", "box/new", "box/tmp", "box/.Sent/cur", "box/.Sent/new", "box/.Sent/tmp"):
        (tmp_path / folder).mkdir(parents=True)
    (tmp_path / "box/cur/1:2,S").write_bytes(b"From: a@b.example\n\nbody")
    (tmp_path / "box/.Sent/new/2").write_bytes(b"\nFrom: c@d.example\r\n\r\nbody")
    (tmp_path / "box/tmp/3").write_bytes(b"From: e@f.example\n\n")
    os.mkfifo(tmp_path / "box/new/fifo")
    (tmp_path / "box/new/link").symlink_to("/dev/zero")
    assert [each.data for each in read_maildir(str(tmp_path))] == [
        b"From: a@b.example\n",
        b"From: c@d.example\r\n",
    ]
    assert is_maildir(str(tmp_path / "box")) and not is_maildir(str(tmp_path / "box/cur"))


def test_mail_is_told_by_its_content() -> None:
    assert is_mbox(MBOX) and not is_mbox(b"From here on it rains\n\n")
    assert is_message(b"Return-Path: <a@b>\nFrom: a@b\n\nx") and is_message(b"From: a@b\r\nDate: x\r\n\r\n")
    assert not is_message(b"From: Ada\n\ncoffee") and not is_message(b"Note: from here\nDate: now\n\n")
