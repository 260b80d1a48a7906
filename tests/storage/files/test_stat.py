"""Surveys of a folder: which files changed, by their stat."""

import os
from pathlib import Path

from netui.storage.files.stat import RACY_NS, compare, fingerprint, stamp, status_of, survey


def test_every_change_changes_the_fingerprint(tmp_path: Path) -> None:
    net = tmp_path
    (net / "contacts").mkdir()
    for number in range(3):
        (net / "contacts" / f"p{number}.toml").write_text(f'name = "{number}"\n')
    one = net / "contacts" / "p1.toml"
    seen = [fingerprint(survey(net, "contacts"))]
    assert fingerprint(survey(net, "contacts")) == seen[0]
    status = one.stat()
    one.write_text('name = "2"\n')
    os.utime(one, ns=(status.st_atime_ns, status.st_mtime_ns))
    seen.append(fingerprint(survey(net, "contacts")))
    one.rename(one.with_name("other.toml"))
    seen.append(fingerprint(survey(net, "contacts")))
    (net / "contacts" / "another.toml").write_text("")
    seen.append(fingerprint(survey(net, "contacts")))
    (net / "contacts" / "other.toml").unlink()
    seen.append(fingerprint(survey(net, "contacts")))
    assert len(set(seen)) == len(seen)


def test_only_what_is_ours_and_other_than_known_is_read() -> None:
    found = {"ada.toml": 1, "grace.toml": 2, "new.toml": 3, "ada.sync-conflict-20261101-x.toml": 4}
    known = {"ada.toml": 1, "grace.toml": 9, "mary.toml": 5}
    assert compare(found, known) == (["grace", "new"], ["mary"])


def test_one_file_has_the_status_that_a_survey_finds(tmp_path: Path) -> None:
    (tmp_path / "contacts").mkdir()
    (tmp_path / "contacts/ada.toml").write_text("")
    assert survey(tmp_path, "contacts") == {"ada.toml": status_of(tmp_path, "contacts", "ada")}
    assert status_of(tmp_path, "contacts", "bob") is None


def test_a_file_read_shortly_after_its_change_is_uncertain() -> None:
    changed = (10 * RACY_NS, 9 * RACY_NS, 1, 2)
    assert stamp(changed, 11 * RACY_NS - 1) == 0
    assert stamp(changed, 11 * RACY_NS) == hash(changed)
