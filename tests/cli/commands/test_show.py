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
