"""Links between people are seen from both ends."""

from pathlib import Path
from typing import Any

from netui.services.insights.brief import build_brief
from netui.services.people.commands import rename_contact
from netui.services.relationships.links import Link, find_links, find_related, said_of_both
from tests.support.app import entry, open_network

PEOPLE: dict[str, Any] = {
    "ada": {
        "name": "Ada King", "met": {"via": "charles"}, "related": [{"who": "Byron", "as": "father"}],
        "timeline": [
            entry("2026-09-02", "dinner", **{"with": ["grace", "alan"]}),
            entry("2026-10-02", "dinner", **{"with": ["grace"]}),
            entry("2026-12-24", "dinner", **{"with": ["mary"]}),
        ],
    },
    "alan": {"name": "Alan"}, "grace": {"name": "Grace"}, "mary": {"name": "Mary"},
    "charles": {"name": "Charles"},
    "byron": {"name": "Lord Byron", "aliases": ["Byron"]},
}  # fmt: skip


def test_both_ends_of_each_tie_say_what_it_is(tmp_path: Path) -> None:
    workspace = open_network(tmp_path, PEOPLE)
    assert find_links(workspace, "ada", "Ada King") == (
        Link("charles", "Charles", ("introduced you",)),
        Link("byron", "Lord Byron", ("father",)),
        Link("grace", "Grace", ("2 times together",)),
        Link("alan", "Alan", ("once together",)),
    )
    assert find_links(workspace, "charles", "Charles") == (Link("ada", "Ada King", ("met through Charles",)),)
    assert find_links(workspace, "byron", "Lord Byron") == (Link("ada", "Ada King", ("child",)),)
    assert find_links(workspace, "grace", "Grace") == (
        Link("ada", "Ada King", ("2 times together",)),
        Link("alan", "Alan", ("once together",)),
    )
    assert find_links(workspace, "mary", "Mary") == ()


def test_a_name_that_two_people_have_links_to_neither(tmp_path: Path) -> None:
    contacts = {
        "a": {"name": "Ada", "met": {"via": "Alan Turing"}},
        "alan-1": {"name": "Alan Turing"}, "alan-2": {"name": "Alan Turing"},
    }  # fmt: skip
    workspace = open_network(tmp_path, contacts)
    assert find_links(workspace, "a", "Ada") == (Link("", "Alan Turing", ("introduced you",)),)
    assert find_links(workspace, "alan-1", "Alan Turing") == ()


def test_renaming_keeps_links_by_id(tmp_path: Path) -> None:
    workspace = open_network(tmp_path, PEOPLE)
    workspace.apply(rename_contact(workspace, "charles", "Sir Charles"))
    assert find_links(workspace, "ada", "Ada King")[0] == Link("charles", "Sir Charles", ("introduced you",))
    assert find_links(workspace, "charles", "Sir Charles") == (Link("ada", "Ada King", ("met through Sir",)),)


def test_several_ties_to_one_person_are_one_link(tmp_path: Path) -> None:
    together = entry("2026-09-02", "dinner", **{"with": ["bob"]})
    contacts = {
        "ada": {"name": "Ada", "met": {"via": "bob"}, "related": [{"who": "bob"}], "timeline": [together]},
        "bob": {"name": "Bob"},
    }
    assert find_links(open_network(tmp_path, contacts), "ada", "Ada") == (
        Link("bob", "Bob", ("introduced you", "related", "once together")),
    )


def test_who_is_related_is_found_from_both_ends_by_name_and_by_word(tmp_path: Path) -> None:
    workspace = open_network(
        tmp_path,
        {
            "h1": {"name": "Hans Weber", "related": [{"who": "m1", "as": "daughter"}]},
            "m1": {"name": "Mara Weber", "related": [{"who": "Rex", "as": "dog"}]},
            "jo": {"name": "Jo", "related": [{"who": "Hans Weber", "as": "muse"}]},
        },
    )
    found = {
        part: find_related(workspace, [part])
        for part in ("mara", "hans", "daughter", "parent", "rex", "dog", "muse", "nobody")
    }
    assert found == {
        "mara": {"h1"}, "hans": {"m1", "jo"}, "daughter": {"h1"}, "parent": {"m1"}, "rex": {"m1"},
        "dog": {"m1"}, "muse": {"jo"}, "nobody": set(),
    }  # fmt: skip
    assert find_related(workspace, ["jo", "dog"]) == {"h1", "m1"}


def test_a_tie_says_that_the_other_end_died(tmp_path: Path) -> None:
    contacts = {
        "mara": {"name": "Mara", "related": [{"who": "otto", "as": "father"}]},
        "otto": {"name": "Otto", "died": "2019"},
    }
    workspace = open_network(tmp_path, contacts)
    (link,) = find_links(workspace, "mara", "Mara")
    assert link.words == ("father (died)",)
    assert said_of_both(link.words[0], "Mara", "Otto") == "Otto (died) is father of Mara"
    brief = build_brief(workspace, "mara")
    assert brief is not None and brief.opener is None, "nobody begins with the dead"
