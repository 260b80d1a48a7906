"""What the tests of the index share."""

import pytest


@pytest.fixture
def coarse(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file system whose clock ticks once an hour."""
    for name in ("RACY_NS", "FINE_NS"):
        monkeypatch.setattr(f"netui.storage.files.stat.{name}", 3600 * 10**9)
