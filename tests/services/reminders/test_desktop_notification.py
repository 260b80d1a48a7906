"""Desktop notifications: by notify-send, by macOS, by a command of the settings."""

import pytest

from netui.services.errors import Refused
from netui.services.reminders.desktop_notification import notification_command, notify

WHICH = "netui.services.reminders.desktop_notification.shutil.which"


def test_the_desktop_shows_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(WHICH, lambda name: f"/bin/{name}")
    assert notification_command("--2 quiet", {}, "linux") == ["notify-send", "--", "netui", "--2 quiet"]
    mac = notification_command('2 "quiet"', {}, "darwin")
    assert mac[0] == "osascript" and mac[-1] == '2 "quiet"' and "quiet" not in " ".join(mac[:-1])


def test_the_command_of_the_settings_comes_first() -> None:
    assert notification_command("2 quiet", {"notify": "true {text}"}) == ["true", "2 quiet"]
    notify("2 quiet", {"notify": "true {text}"})
    with pytest.raises(Refused, match="ended with status 1"):
        notify("2 quiet", {"notify": "false {text}"})


def test_without_a_desktop_it_says_what_to_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(WHICH, lambda _: None)
    with pytest.raises(Refused, match=r"notify under \[commands\]"):
        notification_command("2 quiet", {}, "linux")
