"""Reaching out: the first address of a file, and the mail program of a desktop."""

from netui.services.people.reach_out import first_address, open_mail


def test_mail_is_opened_only_where_there_is_a_desktop() -> None:
    assert first_address({"phones": ["+1"], "emails": [{"value": "a@b.example"}]}) == (
        "e-mail",
        "a@b.example",
    )
    assert first_address({}) == ("", "")
    assert not open_mail("a@b.example", {})
    assert not open_mail("a@b.example", {"DISPLAY": ":0", "SSH_CONNECTION": "1"})
