"""``netui show``: the whole contact, as lines and JSON; whom a word means."""

from tests.cli.conftest import Cli, entries


def test_show_has_the_whole_contact(known: Cli) -> None:
    ada = known.json("show", "ada")
    assert [e["id"] for e in ada["timeline"]] == ["plan", "e1", "e0"]
    assert ada["timeline"][0]["on"] == "2026-11-24T12:30" and ada["timeline"][0]["with"] == ["grace"]
    assert (ada["state"], ada["pronouns"], ada["aliases"]) == ("quiet", None, [])
    assert ada["rhythm"] == {"every": "3w"} and ada["date"] == [{"what": "birthday", "on": "1815-11-25"}]
    assert [promise["id"] for promise in ada["promise"]] == ["p1", "p2", "p3"]
    assert [e["contact"] for e in known.json("show", "grace")["timeline"]] == ["ada", "grace"]
    text = known.ok("show", "ada")
    assert "past the 3 weeks you set" in text and "! you: the deck  8 days ago  (p1)" in text
    assert "2026-11-24 12:30  lunch with Grace Hopper  (coming)" in text


def test_show_says_what_was_tried(cli: Cli) -> None:
    tried = '\n[[timeline]]\nid = "t"\non = 2026-11-02\nkind = "attempt"\ntext = "rang"\n'
    cli.write("ada", 'name = "Ada"\nemails = ["a@x.example"]\n' + entries("2026-09-20") + tried)
    assert "1 attempt since, no answer yet\n" in cli.ok("show", "ada")
    cli.write("ada", 'name = "Ada"\nemails = ["a@x.example"]\n' + entries("2026-09-20") + tried * 2)
    assert "2 attempts since, no answer yet: try e-mail?\n" in cli.ok("show", "ada")


def test_whom_a_word_means(two: Cli) -> None:
    two.ok("add", "Ada Byron")
    result = two.run("show", "ada")
    assert result.status == 2 and "ada-byron" in result.err and "ada-lovelace" in result.err
    assert two.json("show", "lovelace")["id"] == two.json("show", "ada-lovelace")["id"] == "ada-lovelace"
    result = two.run("show", "grce hopper")
    assert result.status == 1 and "Grace Hopper" in result.err
    assert two.run("rename", "nobody", "x").status == 1
    assert two.json("show", "@lovelace")["id"] == "ada-lovelace"


def test_oneself_is_at_me(two: Cli) -> None:
    said = "netui set NAME me yes"
    assert said in two.run("note", "event at PyCon: gave my talk").err
    assert "nobody is you yet" in two.run("show", "@me").err
    two.ok("set", "grace", "me", "yes")
    assert two.json("show", "@me")["id"] == "grace-hopper"
    assert said not in two.ok("note", "event at PyCon: gave my talk")
    two.ok("promise", "@me", "rest", "--by", "fri")
    assert two.json("due")["promises"][0]["contact"] == "grace-hopper"


def test_what_links_two_people_shows_on_both_pages_and_ones_own_keys_as_they_stand(cli: Cli) -> None:
    cli.write(
        "ada",
        'name = "Ada"\ntimezone = "Europe/Oslo"\nshoe_size = 38\n[[related]]\nwho = "byron"\nas = "father"\n',
    )
    cli.write("byron", 'name = "Byron"\n')
    cli.ok("add", "Cy")
    cli.ok(
        "opportunity", "add", "cy", "Staff engineer", "--kind", "job", "--stage", "interview", "--via", "ada"
    )
    ada, byron, cy = (cli.ok("show", who) for who in ("ada", "byron", "cy"))
    assert "father: Byron" in ada and "shoe_size: 38" in ada and "in Oslo" in ada
    assert "Ada opened the door to Staff engineer: Cy" in ada
    assert "child: Ada" in byron
    assert "job (open, interview): Staff engineer" in cy


def test_a_relation_may_be_said_with_as(cli: Cli) -> None:
    for ident in ("ada", "byron"):
        cli.write(ident, f'name = "{ident.title()}"\n')
    assert cli.json("relate", "ada", "byron", "as", "father")["related"] == [{"who": "byron", "as": "father"}]


def test_a_firm_that_changes_for_several_at_once_is_kept_as_the_one_before(cli: Cli) -> None:
    for name in ("Ann", "Ben", "Cy"):
        cli.ok("add", name, "--org", "Initech")
    cli.ok("set", "org:initech", "org", "Hooli", "--yes")
    assert [each["id"] for each in cli.json("list", "former:initech")] == ["ann", "ben", "cy"]
    assert "before: Initech (org, until 2026-11)" in cli.ok("show", "ann")
    cli.ok("set", "ann", "org", "Pied Piper")
    assert "Hooli" not in cli.ok("show", "ann"), "what was set within the day was a mistake"
    cli.ok("add", "Dot", "--org", "Initech")
    cli.ok("set", "dot", "org", "Hooli")
    assert "before" not in cli.ok("show", "dot"), "so was what one was added with"


def test_who_is_new_at_an_event_was_met_there(cli: Cli) -> None:
    cli.ok("note", "event at PyCon with Nina Ode (new), Omar Pe (new) on 10 Nov: hallway track")
    assert [each["id"] for each in cli.json("list", "met:pycon")] == ["nina-ode", "omar-pe"]
    assert "met: 2026-11-10 · PyCon" in cli.ok("show", "nina")
    cli.ok("note", "coffee at Noma with Pia Qu (new)")
    assert cli.run("list", "met:noma").status == 1
