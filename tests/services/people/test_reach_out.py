"""Reaching out: the addresses of a file, and the programs that use them, without a shell."""

import pytest

from netui.services.errors import Refused
from netui.services.people.reach_out import Address, addresses, program_for

DESKTOP = {"DISPLAY": ":0"}


def test_every_address_with_its_label_mail_first() -> None:
    head = {
        "links": ["https://ada.example"],
        "phones": [{"value": "+1 555", "label": "work"}, "+2", 3, ""],
        "emails": ["ada@x.example"],
    }
    assert addresses(head) == [
        Address("mail", "ada@x.example"),
        Address("call", "+1 555", "work"),
        Address("call", "+2"),
        Address("link", "https://ada.example"),
    ]
    assert addresses({"emails": "ada"}) == []


@pytest.mark.parametrize(
    ("address", "uri"),
    [
        (Address("mail", "a+b&?x@x.example"), "mailto:a%2Bb%26%3Fx@x.example"),
        (Address("mail", "a b@x.example"), ""),
        (Address("call", "+1 (555) 01-2"), "tel:+1555012"),
        (Address("call", "ask Bob"), ""),
        (Address("link", "HTTPS://x.example/a"), "HTTPS://x.example/a"),
        (Address("link", "x.example/in/ada"), "https://x.example/in/ada"),
        (Address("link", "javascript:alert(1)"), ""),
        (Address("link", "file:///etc/passwd"), ""),
        (Address("link", "https://x.example/\x1b]52;c;x\x07"), ""),
        (Address("link", "--help"), ""),
    ],
)
def test_only_mail_telephone_and_web_are_opened(address: Address, uri: str) -> None:
    assert address.uri() == uri


def test_the_body_of_a_mail_is_one_value() -> None:
    assert Address("mail", "a@x.example").uri("Hi,\n& more") == "mailto:a@x.example?body=Hi%2C%0A%26%20more"


def test_without_a_setting_only_a_desktop_opens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("netui.services.people.reach_out.sys.platform", "linux")
    monkeypatch.setattr("netui.services.people.reach_out.shutil.which", lambda name: f"/bin/{name}")
    mail = Address("mail", "a@x.example")
    assert program_for(mail, mail.uri(), {}, {}) is None
    assert program_for(mail, mail.uri(), {}, {**DESKTOP, "SSH_CONNECTION": "1"}) is None
    found = program_for(mail, mail.uri(), {}, DESKTOP)
    assert found is not None and found.command == ["/bin/xdg-open", "mailto:a@x.example"] and not found.waits
    assert program_for(Address("link", "nowhere"), "", {}, DESKTOP) is None


def test_a_setting_gets_each_value_as_one_argument() -> None:
    mail = Address("mail", "a`rm`~$x|&@x.example")
    found = program_for(mail, mail.uri(), {"mail": "true --to={address} '{uri} now'"}, {})
    assert found is not None and found.waits
    assert found.command == ["true", f"--to={mail.value}", f"{mail.uri()} now"]
    bare = program_for(mail, mail.uri(), {"mail": "true -x"}, {})
    assert bare is not None and bare.command == ["true", "-x", mail.uri()]


@pytest.mark.parametrize(
    ("address", "command", "words"),
    [
        (Address("call", "-rf 1"), "true {address}", "begins with -"),
        (Address("mail", "-x@y.example"), "true {address}", "begins with -"),
        (Address("mail", "a@x.example"), "no-such-program-here {uri}", "there is no program"),
        (Address("mail", "a@x.example"), "true 'open", "cannot be read as a command"),
        (Address("link", "javascript:1"), "true {uri}", "can be copied"),
    ],
)
def test_what_cannot_be_run_is_refused_in_a_sentence(address: Address, command: str, words: str) -> None:
    with pytest.raises(Refused, match=words):
        program_for(address, address.uri(), {address.means: command}, {})
