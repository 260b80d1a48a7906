"""Commands that change contacts, and taking back what they did."""

import pytest

from tests.cli.conftest import Cli


def test_add_prints_the_id_and_writes_what_was_said(cli: Cli) -> None:
    assert cli.ok(
        "add", "Ada Lovelace", "--tag", "london", "--tag=#maths", "--role", "mentor", "--every", "3w",
        "--email", "ada@engines.example", "--org", "Engines", "--title", "Programmer",
    ) == "ada-lovelace\n"  # fmt: skip
    assert cli.file("ada-lovelace").splitlines() == [
        'name = "Ada Lovelace"', 'roles = ["mentor"]', 'tags = ["london", "maths"]', 'org = "Engines"',
        'title = "Programmer"', 'emails = ["ada@engines.example"]', "", "[rhythm]", 'every = "3w"',
    ]  # fmt: skip
    assert cli.json("add", "Ada", "Lovelace") == {"id": "ada-lovelace-2"}


@pytest.mark.parametrize(
    "arguments",
    [("add", " "), ("add", "x" * 301), ("add", "A", "--every", "often"), ("add",), ("add", "A", "--tag")],
)
def test_add_refuses(cli: Cli, arguments: tuple[str, ...]) -> None:
    result = cli.run(*arguments)
    assert result.status == 2 and result.err.startswith("netui: ") and not result.out
    assert not (cli.network / "contacts").exists()


def test_a_likely_duplicate_is_told(two: Cli) -> None:
    for arguments in (("add", "ada lovelace"), ("add", "Countess", "--email", "ADA@engines.example")):
        result = two.run(*arguments)
        assert result.status == 0 and "Ada Lovelace (ada-lovelace)" in result.err


def test_names_are_one_line_without_controls(cli: Cli) -> None:
    cli.ok("add", "Evil\x1b[31m\nName")
    assert 'name = "Evil [31m Name"' in cli.file("evil-31m-name")


def test_tags_go_on_and_off(two: Cli) -> None:
    two.ok("tag", "ada", "+maths", "-london", "-hiring", "#x")
    assert 'tags = ["maths", "x"]' in two.file("ada-lovelace")
    assert "already" in two.ok("tag", "ada", "+MATHS")
    two.ok("tag", "ada", "-x", "-maths")
    assert "tags" not in two.file("ada-lovelace")
    assert two.run("tag", "ada", "+").status == 2


@pytest.mark.parametrize(
    ("key", "value", "line"),
    [
        ("org", "Analytical Engines", 'org = "Analytical Engines"'),
        ("tags", "a, #b,a", 'tags = ["a", "b"]'),
        ("met.where", "PyCon", 'where = "PyCon"'),
        ("met.on", "2024-05", 'on = "2024-05"'),
        ("rhythm.every", "2W", 'every = "2w"'),
        ("rhythm.mode", "ambient", 'mode = "ambient"'),
        ("rhythm.snoozed_until", "in 2 weeks", "snoozed_until = 2026-12-05"),
        ("archived", "yes", "archived = true"),
        ("birthday", "12-10", 'on = "--12-10"'),
        ("died", "2024-03-01", 'died = "2024-03-01"'),
    ],
)
def test_set(two: Cli, key: str, value: str, line: str) -> None:
    two.ok("set", "ada", key, value)
    assert line in two.file("ada-lovelace").splitlines()
    two.ok("undo")
    assert line not in two.file("ada-lovelace").splitlines()


@pytest.mark.parametrize(
    ("key", "value", "said"),
    [
        ("birthdy", "12-10", "did you mean birthday"),
        ("email", "a@b", "did you mean emails"),
        ("timeline", "x", "netui note"),
        ("rhythm.every", "often", "3w"),
        ("rhythm.mode", "sometimes", "ambient"),
        ("met.on", "soon", "2024-05"),
        ("birthday", "2024", "no day"),
        ("name", " ", "name is needed"),
        ("archived", "maybe", "neither yes nor no"),
    ],
)
def test_set_refuses(two: Cli, key: str, value: str, said: str) -> None:
    before = two.file("ada-lovelace")
    result = two.run("set", "ada", key, value)
    assert result.status == 2 and said in result.err
    assert two.file("ada-lovelace") == before


def test_set_leaves_the_rest_of_a_file_alone(cli: Cli) -> None:
    text = '# mine\nname = "Ada"   # the first\nshoe = 38\nemails = [{ value = "a@b", label = "home" }]\n'
    cli.write("ada", text)
    cli.ok("set", "ada", "shoe", "39")
    cli.ok("set", "ada", "emails", "a@b, c@d")
    assert cli.file("ada").startswith('# mine\nname = "Ada"   # the first\nshoe = 39\nemails = [')
    assert 'label = "home"' in cli.file("ada") and '"c@d"' in cli.file("ada")
    assert cli.run("set", "ada", "shoe", "large").status == 2
    cli.ok("set", "ada", "shoe", "")
    assert "shoe" not in cli.file("ada")


def test_rename_keeps_the_id(two: Cli) -> None:
    two.ok("rename", "ada", "Ada", "King")
    assert [person["name"] for person in two.json("list")] == ["Ada King", "Grace Hopper"]
    assert two.json("show", "king")["id"] == "ada-lovelace"


def test_archive_and_back(two: Cli) -> None:
    two.ok("archive", "ada")
    assert [person["id"] for person in two.json("list")] == ["grace-hopper"]
    assert [person["state"] for person in two.json("list", "is:archived")] == ["archived"]
    two.ok("archive", "ada", "--back")
    assert len(two.json("list")) == 2


def test_rm_asks_and_hands_on_what_was_shared(two: Cli) -> None:
    two.ok("note", "coffee with @ada and @grace yesterday: her lab")
    owner, other = two.file("ada-lovelace"), two.file("grace-hopper")
    result = two.run("rm", "ada", stdin="\n")
    assert result.status == 2 and "Ada Lovelace" in result.err and two.file("ada-lovelace") == owner
    two.ok("rm", "ada", stdin="y\n")
    assert [person["id"] for person in two.json("list")] == ["grace-hopper"]
    assert "her lab" in two.file("grace-hopper") and "with" not in two.file("grace-hopper")
    assert len(list((two.network / ".trash").iterdir())) == 1
    two.ok("undo")
    assert (two.file("ada-lovelace"), two.file("grace-hopper")) == (owner, other)
    two.ok("redo")
    assert two.json("show", "grace")["timeline"][0]["contact"] == "grace-hopper"


def test_undo_and_redo_to_the_end(two: Cli) -> None:
    two.ok("tag", "ada", "+x")
    assert "tagged Ada Lovelace +x" in two.ok("undo")
    assert "tagged Ada Lovelace +x" in two.ok("redo")
    for _ in range(3):
        two.ok("undo")
    result = two.run("undo")
    assert result.status == 1 and "nothing to undo" in result.err
    assert [event["undone"] for event in two.json("history")] == [True] * 3
    for _ in range(3):
        two.ok("redo")
    assert two.run("redo").status == 1
    assert len(two.ok("history", "--limit", "2").splitlines()) == 2


def test_snooze_and_wake(two: Cli) -> None:
    two.ok("snooze", "grace", "2w")
    assert two.json("show", "grace")["state"] == "snoozed"
    assert [e["kind"] for e in two.json("show", "grace")["timeline"]] == ["snooze"]
    two.ok("snooze", "grace", "off")
    assert two.json("show", "grace")["state"] == "new"
    for until in (("yesterday",), ("someday",), ("2026-11-01",)):
        assert two.run("snooze", "grace", *until).status == 2


@pytest.mark.parametrize(
    ("setting", "every", "mode"),
    [("10d", "10d", None), ("learn", None, None), ("ambient", "3w", "ambient"), ("off", "3w", "off")],
)
def test_rhythm(two: Cli, setting: str, every: str | None, mode: str | None) -> None:
    two.ok("rhythm", "ada", setting)
    rhythm = two.json("show", "ada")["rhythm"] or {}
    assert (rhythm.get("every"), rhythm.get("mode")) == (every, mode)
    assert two.run("rhythm", "ada", "weekly").status == 2


def test_promises_are_ticked_by_id(two: Cli) -> None:
    two.ok("note", "call with @ada: hello >send the deck by fri <intro to Bob")
    mine, theirs = two.json("promises")
    assert (mine["by"], mine["text"], mine["due"]) == ("me", "send the deck", "2026-11-27")
    assert (theirs["by"], theirs["due"]) == ("them", None)
    two.ok("done", mine["id"])
    assert [promise["id"] for promise in two.json("promises")] == [theirs["id"]]
    assert "done = 2026-11-21" in two.file("ada-lovelace")
    assert "already" in two.ok("done", mine["id"])
    assert two.run("done", "p000").status == 1


def test_a_promise_without_id_is_ticked_by_all_it_holds(cli: Cli) -> None:
    cli.write("ada", 'name = "Ada"\n\n[[promise]]\ntext = "one"\n\n[[promise]]\ntext = "two"\n')
    (first, second) = cli.json("promises")
    cli.ok("done", second["id"])
    assert cli.file("ada").rstrip().endswith('text = "two"\ndone = 2026-11-21')
    assert [promise["id"] for promise in cli.json("promises")] == [first["id"]]


def test_whom_a_word_means(two: Cli) -> None:
    two.ok("add", "Ada Byron")
    result = two.run("show", "ada")
    assert result.status == 2 and "ada-byron" in result.err and "ada-lovelace" in result.err
    assert two.json("show", "lovelace")["id"] == two.json("show", "ada-lovelace")["id"] == "ada-lovelace"
    result = two.run("show", "grce hopper")
    assert result.status == 1 and "Grace Hopper" in result.err
    assert two.run("rename", "nobody", "x").status == 1
