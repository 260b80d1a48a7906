"""Who may be in twice, as the index knows them."""

from pathlib import Path
from typing import Any

from netui.domain.model.changes import Batch, Create, FileId
from netui.services.dedupe.duplicates import compare_contacts, find_duplicates, find_similar
from netui.services.dedupe.merge import plan_merge
from netui.services.privacy.forget import forget
from netui.services.privacy.held_data import find_held_data, identify
from netui.services.workspace import Workspace
from tests.support.app import entry, open_network


def named(workspace: Workspace) -> dict[tuple[str, str], str]:
    return {
        (double.keeper, double.other): double.why for double in find_duplicates(workspace) if double.is_likely
    }


def test_the_same_mail_phone_or_link_is_found_however_it_is_written(tmp_path: Path) -> None:
    contacts = {
        "ada": {
            "name": "Ada King", "emails": ["ADA@Engines.example"], "title": "Chief",
            "phones": [{"value": "+44 20 7946 0018", "label": "home"}],
        },
        "countess": {"name": "Countess", "emails": [{"value": "ada@engines.example", "label": "old"}]},
        "queen": {"name": "Queen", "phones": ["020 7946-0018"]},
        "short": {"name": "Short", "phones": ["112"]}, "brief": {"name": "Brief", "phones": ["112"]},
        "grace": {"name": "Grace Hopper", "links": ["https://navy.example/grace/"], "title": "Admiral"},
        "amazing": {"name": "Amazing", "links": ["https://NAVY.example/Grace"]},
        "bad": "name = ",
    }  # fmt: skip
    assert named(open_network(tmp_path, contacts)) == {
        ("ada", "countess"): "the same e-mail ada@engines.example",
        ("ada", "queen"): "the same phone …079460018",
        ("grace", "amazing"): "the same link navy.example/grace",
    }


def test_names_need_a_place_of_work_a_mail_domain_of_their_own_or_a_birthday(tmp_path: Path) -> None:
    contacts = {
        "ada": {"name": "Ada King", "emails": ["ada@engines.example"], "org": "Engines", "title": "Chief"},
        "a-king": {"name": "A. King", "emails": ["a.king@engines.example"]},
        "bob": {"name": "Bob Ray", "emails": ["bob@gmail.com"], "title": "Chief"},
        "b-ray": {"name": "B. Ray", "emails": ["b.ray@gmail.com"]},
        "cy": {"name": "Cy Twombly", "date": [{"what": "Birthday", "on": "1928-04-25"}], "title": "Painter"},
        "cy-2": {"name": "Twombly, Cy", "date": [{"what": "birthday", "on": "--04-25"}]},
    }
    assert named(open_network(tmp_path, contacts)) == {
        ("ada", "a-king"): "A. may be Ada, the same mail domain (engines.example)",
        ("cy", "cy-2"): "the same name in another order, the same birthday (04-25)",
    }


def test_those_who_met_or_are_named_beside_each_other_are_two(tmp_path: Path) -> None:
    sharing = {"org": "Engines"}
    contacts = {
        "father": {"name": "John Smith", **sharing, "title": "Chief"},
        "son": {"name": "John Smith", **sharing, "related": [{"who": "father", "as": "father"}]},
        "ann": {"name": "Ann Ray", **sharing, "title": "Chief",
                "timeline": [entry("2026-10-01", "lunch", **{"with": ["ann-2"]})]},
        "ann-2": {"name": "Ann Ray", **sharing},
        "cy": {"name": "Cy Day", **sharing, "title": "Chief"}, "cy-2": {"name": "Cy Day", **sharing},
        "dee": {"name": "Dee", "timeline": [entry("2026-10-01", "lunch", **{"with": ["cy", "cy-2"]})]},
    }  # fmt: skip
    assert find_duplicates(open_network(tmp_path, contacts)) == []


def test_not_the_same_follows_a_merge_and_goes_with_who_is_forgotten(tmp_path: Path) -> None:
    contacts = {
        "ada": {"name": "Ada King", "not_same": ["stranger"]},
        "al": {"name": "Al King", "not_same": ["ada", "other"]},
        "stranger": {"name": "Ada King", "not_same": ["ada"]},
        "other": {"name": "Ada King", "not_same": ["al", "stranger"]},
    }
    workspace = open_network(tmp_path, contacts)
    workspace.apply(plan_merge(workspace, "ada", "al").batch)
    assert workspace.read.head("ada")["not_same"] == ["stranger", "other"]
    assert workspace.read.head("other")["not_same"] == ["stranger", "ada"]
    held = find_held_data(workspace, identify(workspace, "stranger"))
    forget(workspace, held, {})
    workspace.refresh()
    assert workspace.read.head("ada")["not_same"] == ["other"]
    assert workspace.read.head("other")["not_same"] == ["ada"]
    assert find_duplicates(workspace) == []


def test_a_household_an_office_and_two_accounts_are_not_one_person(tmp_path: Path) -> None:
    contacts = {
        "ann": {"name": "Ann Ray", "phones": ["+44 20 7946 0018"], "emails": ["info@ray.example"]},
        "bob": {"name": "Bob Ray", "phones": ["+44 20 7946 0018"]},
        "desk": {"name": "Front desk", "emails": ["info@ray.example"]},
        "joe": {"name": "Joe Day", "links": ["https://www.linkedin.com/in/joe-day-1/"], "org": "Initech"},
        "joseph": {"name": "Joseph Day", "links": ["linkedin.com/in/jday"], "org": "Initech"},
        "old": {"name": "John Poe", "date": [{"what": "birthday", "on": "1950-05-03"}], "org": "Hooli"},
        "young": {"name": "John Poe", "date": [{"what": "birthday", "on": "1981-05-03"}], "org": "Hooli"},
        "dan": {"name": "Daniel Fox", "org": "Acme"}, "dana": {"name": "Daniela Fox", "org": "Acme"},
    }  # fmt: skip
    assert find_duplicates(open_network(tmp_path, contacts)) == []


def test_whoever_is_like_somebody_new_is_named_with_the_reason(tmp_path: Path) -> None:
    contacts = {
        "katherine": {"name": "Katherine Miller", "emails": ["k@x.example"], "phones": ["020 7946 0018"]},
        "maier": {"name": "Jürgen Maier"},
        "kate-poe": {"name": "Kate Poe"},
        "stone": {"name": "K. Roy Stone"},
        "king": {"name": "Ada King", "aliases": ["Ada Byron"]},
    }
    workspace = open_network(tmp_path, contacts)

    def like(*names: str, **more: Any) -> dict[str, str]:
        return {each.id: each.why for each in find_similar(workspace, names, **more)}

    assert like("Katie Miller") == {"katherine": "Katie is a form of Katherine"}
    assert like("Miller Kate") == {"katherine": "Kate is a form of Katherine"}
    assert like("Juergen Meyer") == {"maier": "Jurgen is a form of Juergen and Maier sounds like Meyer"}
    assert like("Byron, Ada") == {"king": "the same name in another order"}
    assert like("Nobody New", emails=["K@x.example"]) == {"katherine": "the same e-mail"}
    assert like("Nobody New", phones=["+44 20 7946 0018"]) == {"katherine": "the same phone"}
    assert like("K. Miller") == {"katherine": "K. may be Katherine"} and like("P. Miller") == {}
    assert like("Kim Quentin Stone") == {} and like("Kim Stone") == {"stone": "K. may be Kim"}
    workspace.apply(Batch("more", (Create(FileId("contacts", "k-poe"), 'name = "K. Poe"\n'),)))
    assert like("Katrin Poe")["k-poe"] == "K. may be Katrin" and like("K. Poe") == {"k-poe": "the same name"}
    workspace.apply(Batch("more", (Create(FileId("contacts", "karl"), 'name = "Karl Miller"\n'),)))
    assert like("K. Miller") == {}
    assert like("Karen Miller") == like("Kate") == like("") == {}


def test_two_contacts_stand_side_by_side_with_what_agrees(tmp_path: Path) -> None:
    contacts = {
        "kate": {"name": "Kate Miller", "emails": [{"value": "K@x.example", "label": "home"}]},
        "katherine": {"name": "Katherine Miller", "emails": ["k@x.example", "km@y.example"],
                      "timeline": [entry("2026-10-01", "lunch")]},
    }  # fmt: skip
    workspace = open_network(tmp_path, contacts)
    assert compare_contacts(workspace, "kate", "katherine") == [
        ("id", ("kate", "katherine"), False),
        ("name", ("Kate Miller", "Katherine Miller"), False),
        ("e-mail", ("K@x.example (home)", "k@x.example, km@y.example"), True),
        ("logged", ("nothing yet", "1 entry, the last on Thu 1 Oct 2026"), False),
    ]


def test_once_merged_they_are_not_named_again(tmp_path: Path) -> None:
    contacts = {
        "ada": {"name": "Ada King", "emails": ["a@x.example"], "title": "Chief"},
        "al": {"name": "Ada Lovelace", "aliases": ["Countess"], "emails": ["a@x.example"]},
        "el": {"name": "Countess", "phones": ["+44 20 7946 0018"]},
    }
    workspace = open_network(tmp_path, contacts)
    while found := find_duplicates(workspace):
        workspace.apply(plan_merge(workspace, found[0].keeper, found[0].other).batch)
    assert workspace.read.count() < 3


def test_whoever_is_written_in_another_alphabet_or_without_umlauts_is_found(tmp_path: Path) -> None:
    contacts = {
        "dmitri": {"name": "Дмитрий Иванов"}, "giorgos": {"name": "Γιώργος Παππάς"},
        "anne": {"name": "Änne Böhm"}, "jorn": {"name": "Joern Kaempf"}, "anna": {"name": "Anna Ivanova"},
        "ivan": {"name": "Иван Петров"},
    }  # fmt: skip
    workspace = open_network(tmp_path, contacts)
    for name, ident in (
        ("Dmitry Ivanov", "dmitri"), ("Giorgos Pappas", "giorgos"), ("Анна Иванова", "anna"),
        ("Aenne Boehm", "anne"), ("Jörn Kämpf", "jorn"), ("Петров Иван", "ivan"),
    ):  # fmt: skip
        assert [who.id for who in find_similar(workspace, [name])] == [ident], name
