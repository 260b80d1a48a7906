"""The profile of a contact: attempts since the last contact, and channels not tried yet."""

from datetime import date, timedelta

from netui.services.people.profile import build_profile
from tests.support.quiet_network import Network

TODAY = date(2026, 11, 21)


def tried(network: Network, ident: str = "ada") -> str:
    found = build_profile(network.workspace, ident)
    assert found is not None
    return found.tried


def test_attempts_are_shown_and_two_suggest_the_ways_their_file_names(network: Network) -> None:
    assert tried(network) == ""
    network.log("ada", TODAY - timedelta(1), "attempt")
    assert tried(network) == "1 attempt since, no answer yet"
    network.log("ada", TODAY, "attempt")
    assert tried(network) == "2 attempts since, no answer yet: try e-mail or phone?"
    assert network.state() == "quiet" and network.days() == 50


def test_a_way_that_was_tried_is_not_suggested(network: Network) -> None:
    network.log("ada", TODAY - timedelta(1), "attempt", text="Rang twice, (voicemail).")
    network.log("ada", TODAY, "attempt")
    assert tried(network) == "2 attempts since, no answer yet: try e-mail?"
    network.log("ada", TODAY - timedelta(2), "attempt", text="an email, to the old address")
    assert tried(network) == "3 attempts since, no answer yet: try another channel?"


def test_where_their_file_names_no_way_the_suggestion_is_general(network: Network) -> None:
    network.log("bob", TODAY - timedelta(1), "attempt")
    network.log("bob", TODAY, "attempt")
    assert tried(network, "bob") == "2 attempts since, no answer yet: try another channel?"


def test_an_answer_ends_the_attempts(network: Network) -> None:
    for back in (3, 2):
        network.log("ada", TODAY - timedelta(back), "attempt", text="rang")
    network.log("ada", TODAY - timedelta(1), "message")
    assert tried(network) == ""
    network.log("ada", TODAY, "attempt")
    assert tried(network) == "1 attempt since, no answer yet"


def test_planned_attempts_are_none_yet(network: Network) -> None:
    network.log("ada", TODAY + timedelta(1), "attempt")
    assert tried(network) == ""
