"""What holds for every command: help, exit statuses, refusals, pipes; and what the quick ones load."""

import io
import os
import shlex
import shutil
import subprocess
import sys

import pytest

import netui
from netui.cli import main as main_module
from netui.cli.commands import COMMANDS
from netui.domain.model.dates import use_date_style
from tests.cli.conftest import Cli

QUICK = (["note", "call with @ada: hi"], ["due"], ["list"], ["list", "--json"])
WITHOUT_NETWORK = ("schema", "completions", "help")
"""Commands that open no network."""


def process(cli: Cli, *arguments: str) -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, **cli.env}
    return subprocess.run(
        [sys.executable, *arguments], env=environment, capture_output=True, text=True, check=False
    )


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(cli: Cli, name: str) -> None:
    help_text = cli.ok(name, "--help")
    assert f"usage: netui {name}" in help_text and f"example: {COMMANDS[name].example}" in help_text
    assert "--data" in help_text and "--json" in help_text
    assert max(map(len, help_text.splitlines())) <= 80 or COMMANDS[name].example in help_text


def test_help_lists_every_command_and_only_those(cli: Cli) -> None:
    commands = cli.ok("--help").partition("topics (")[0]
    listed = [line.split()[0] for line in commands.splitlines() if line.startswith("  ")]
    assert [name for name in listed if name in COMMANDS] == list(COMMANDS)
    assert "People, what was said, and who is next." in cli.ok("--help")
    assert cli.ok("--version") == f"netui {netui.__version__}\n"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("lst",), "did you mean netui list"),
        (("frobnicate", "ada"), "no command"),
        (("--bogus",), "--bogus"),
        (("--json",), "command"),
        (("--keep", "x"), "--demo"),
        (("show",), "WHO"),
        (("set", "ada", "org"), "VALUE"),
        ((), "terminal"),
        (("--demo",), "terminal"),
    ],
)
def test_wrong_use(cli: Cli, arguments: tuple[str, ...], said: str) -> None:
    result = cli.run(*arguments)
    assert result.status == 2 and said in result.err and not result.out


def test_data_may_stand_before_or_after_the_command(cli: Cli) -> None:
    other = str(cli.base / "other")
    cli.ok("--data", other, "add", "Ada")
    assert [p["id"] for p in cli.json("list", f"--data={other}")] == ["ada"]
    assert cli.json("list") == []


def test_a_clock_that_is_none_is_refused(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NETUI_TODAY", "soon")
    result = cli.run("list")
    assert result.status == 2 and "NETUI_TODAY" in result.err


def test_a_folder_that_is_none(cli: Cli) -> None:
    cli.network.write_text("a file")
    for command in (("list",), ("add", "Ada"), ("due",)):
        result = cli.run(*command)
        assert result.status == 3 and result.err.count("\n") == 1


def test_settings_that_are_no_file_are_left_out(cli: Cli) -> None:
    settings = cli.base / "config/netui/config.toml"
    settings.parent.mkdir(parents=True)
    os.mkfifo(settings)
    assert f"{settings}: it is not a regular file" in cli.run("list").err
    settings.unlink()
    settings.mkdir()
    assert "it is a folder" in cli.run("list").err and "it is a folder" in cli.run("check").out
    settings.rmdir()
    settings.write_bytes(b'theme = "\xff"\n')
    assert f"{settings}, line 1, column 1: it is not UTF-8" in cli.run("list").err
    settings.write_text("x = " + "[" * 5000)
    assert cli.run("list").err.count("\n") == 1


def test_new_folders_are_private_whatever_the_umask(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    for kind in ("CACHE", "STATE", "DATA"):
        monkeypatch.setenv(f"XDG_{kind}_HOME", str(cli.base / f"new/{kind}/deep"))
    before = os.umask(0)
    try:
        cli.ok("add", "Ada")
        cli.ok("list")
        cli.run("tag", "ada", "+x")
    finally:
        os.umask(before)
    made = [path for path in cli.base.rglob("*") if path.is_dir()]
    assert len(made) > 6 and {path.stat().st_mode & 0o777 for path in made} == {0o700}


def test_without_a_place_for_undo_saving_goes_on_and_says_so(two: Cli) -> None:
    state = two.base / "state"
    shutil.rmtree(state)
    state.write_text("a file in the way")
    result = two.run("tag", "ada", "+navy")
    assert result.status == 0 and "navy" in two.file("ada-lovelace")
    assert "(undo is off)" in result.out and "undo takes it back" not in result.out
    assert result.err.count("\n") == 1 and "undo is off" in result.err and "Errno" not in result.err
    result = two.run("note", "call with @ada: heard of a job")
    assert result.status == 0 and "heard of a job" in two.file("ada-lovelace") and "undo is off" in result.err
    state.unlink()
    assert "takes it back" in two.ok("tag", "ada", "+army")


def test_without_a_place_for_the_index_all_is_read_each_time(two: Cli) -> None:
    cache = two.base / "cache"
    shutil.rmtree(cache)
    cache.write_text("a file in the way")
    for command in (("list",), ("note", "call with @ada: heard of a job"), ("due",), ("search", "heard")):
        result = two.run(*command)
        assert result.status == 0 and result.err == ""


@pytest.mark.slow
@pytest.mark.parametrize("today", ["0001-01-01", "0001-03-01", "9999-10-01", "9999-12-31T23:59:59"])
def test_no_command_fails_at_the_ends_of_the_calendar(
    two: Cli, monkeypatch: pytest.MonkeyPatch, today: str
) -> None:
    monkeypatch.setenv("NETUI_TODAY", today)
    days = ("0001-01-01", "0001-02-01", "2026-11-20", "9999-11-30", "9999-12-31")
    two.write("cy", 'name = "Cy"\nknows = ["rust"]\n[rhythm]\nevery = "9999y"\n' + "".join(
        f'[[date]]\nwhat = "d{day}"\non = "{day}"\nlead = 9999\n'
        f'[[promise]]\nid = "p{day}"\nby = "me"\ntext = "t"\nmade = {day}\ndue = {day}\n'
        f'[[opportunity]]\nid = "o{day}"\nkind = "job"\ntext = "t"\nopened = {day}\nnext_on = {day}\n'
        f'[[timeline]]\nid = "{day}"\non = {day}\nkind = "call"\ntext = "t"\nwith = ["ada-lovelace"]\n'
        for day in days
    ))  # fmt: skip
    for per in ("total", "week", "month", "quarter", "year"):
        due = f'due = 9999-12-31\n[measure]\ncount = "kind:call"\ntarget = 9\nper = "{per}"\n'
        two.write(per, f'title = "{per}"\n{due}', "goals")
    for line in (
        "list", "list last:>99999y", "list every:<3w", "show cy", "brief cy", "due", "status", "goals",
        "digest", "insights", "ask rust", "promises", "check", "snooze cy 2w", "snooze cy 99999y",
        "rhythm cy 3w", "note call with @cy yesterday", "note call with @cy tomorrow",
        "note call with @cy 3 weeks ago", "note call with @cy next easter",
        "note call with @cy end of next year", "note call with @cy last friday",
        "note call with @cy >send it by next month", "note call with @cy on 31 dec",
    ):  # fmt: skip
        for form in ([], ["--json"]):
            result = two.run(*line.split(), *form)
            assert result.status in (0, 1, 2) and "unexpected" not in result.err, (line, result)


def test_nothing_unexpected_shows_a_traceback(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> int:
        raise ZeroDivisionError("by nought")

    monkeypatch.setattr(main_module, "_run", broken)
    result = cli.run("list", "of a person")
    assert result.status == 3 and "Traceback" not in result.err and "ZeroDivisionError" in result.err
    (report,) = (cli.base / "state/netui/crashes").iterdir()
    text = report.read_text()
    assert str(report) in result.err and "\nZeroDivisionError\n" in text and "doing: list\n" in text
    assert "by nought" not in text and "of a person" not in text


@pytest.mark.parametrize("name", [name for name in COMMANDS if name not in WITHOUT_NETWORK])
def test_an_error_in_a_command_leaves_a_report_and_what_was_typed(
    two: Cli, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    if name == "mcp":
        pytest.importorskip("mcp", reason="the extra netui[mcp] is not installed")

    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("Ada is ill")

    monkeypatch.setattr("netui.services.workspace.Workspace.__init__", broken)
    monkeypatch.setattr("netui.cli.app.open_app", broken)
    (call,) = [shlex.split(COMMANDS[name].example.partition(">")[0])[1:]]
    result = two.run(*call)
    assert result.status == 3 and "netui: something unexpected happened (RuntimeError)" in result.err
    assert "Traceback" not in result.err
    (report,) = (two.base / "state/netui/crashes").iterdir()
    assert f"doing: {name}\n" in report.read_text() and "Ada is ill" not in report.read_text()
    assert two.drafts == (call[1:] if name == "note" else [])


def test_an_error_in_the_report_of_one_shows_no_traceback(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object, **__: object) -> int:
        raise ZeroDivisionError

    monkeypatch.setattr(main_module, "_run", broken)
    monkeypatch.setattr(main_module, "_report", broken)
    assert cli.run("list") == (3, "", "netui: something unexpected happened (ZeroDivisionError)\n")


WITHOUT_LOCKS = "import sys; sys.modules['fcntl'] = sys.modules['termios'] = None\n"


@pytest.mark.parametrize("arguments", [("list",), ("note", "call @ada: said"), ("add", "Grace"), ("check",)])
def test_a_system_without_file_locks_is_told_in_a_sentence(two: Cli, arguments: tuple[str, ...]) -> None:
    code = f"{WITHOUT_LOCKS}from netui.cli.main import main; sys.exit(main(sys.argv[1:]))"
    done = process(two, "-c", code, *arguments)
    if done.returncode == 0:
        assert arguments[0] in ("list", "check"), "what only reads may do without"
        return
    assert done.returncode == 3 and "works in WSL" in done.stderr and "Traceback" not in done.stderr
    assert len(done.stderr.splitlines()) == 1 + (arguments[0] == "note")
    assert arguments[0] != "note" or "call @ada: said" in done.stderr


def test_help_is_there_without_file_locks_too(cli: Cli) -> None:
    code = f"{WITHOUT_LOCKS}from netui.cli.main import main; sys.exit(main(['--help']))"
    done = process(cli, "-c", code)
    assert done.returncode == 0 and "commands" in done.stdout


def test_interrupted(cli: Cli, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupted(*_: object, **__: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(main_module, "_run", interrupted)
    assert cli.run("list") == (130, "", "")


def test_a_closed_pipe_ends_quietly(cli: Cli) -> None:
    for number in range(300):
        cli.write(
            f"someone-{number}", f'name = "Someone with a long name, number {number}"\norg = "{"x" * 400}"\n'
        )
    command = [sys.executable, "-m", "netui", "list", "--json"]
    with subprocess.Popen(
        command, env={**os.environ, **cli.env}, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdout is not None and running.stderr is not None
        running.stdout.read(10)
        running.stdout.close()
        assert running.stderr.read() == b""
    assert running.returncode == 0


@pytest.mark.parametrize("redirection", [">&-", ">/dev/full", ">/dev/full 2>&1", ">&- 2>&- <&-"])
@pytest.mark.parametrize("flag", ["", "--json"])
def test_a_closed_or_full_stdout_does_not_make_a_saved_entry_look_unsaved(
    two: Cli, redirection: str, flag: str
) -> None:
    if "full" in redirection and not os.path.exists("/dev/full"):
        pytest.skip("this system has no /dev/full")
    command = f"exec '{sys.executable}' -m netui note {flag} 'call @ada: saved' {redirection}"
    done = subprocess.run(
        ["sh", "-c", command],
        env={**os.environ, **two.env},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0
    if redirection == ">/dev/full":
        assert done.stderr.startswith("netui: done: only what was to be printed could not be written")
    else:
        assert done.stderr == ""
    assert [entry["text"] for entry in two.json("show", "ada")["timeline"]] == ["saved"] and two.drafts == []


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no /dev/full")
@pytest.mark.parametrize("asked", ["--help", "--version", "help", "help capture", "note --help"])
def test_help_that_could_not_be_printed_does_not_look_done(asked: str) -> None:
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            [sys.executable, "-m", "netui", *asked.split()],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode == 3 and done.stderr.startswith("netui: ")


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="this system has no /dev/full")
@pytest.mark.parametrize(
    "asked", ["export --to json", "doctor", "config --keys", "config", "check", "dupes", "tag ada -nosuch"]
)
def test_what_is_only_printed_does_not_look_done_where_it_could_not_be(two: Cli, asked: str) -> None:
    command = [sys.executable, "-m", "netui", *asked.split()]
    with open("/dev/full", "w") as full:
        done = subprocess.run(
            command,
            env={**os.environ, **two.env},
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
        )
    assert done.returncode in (1, 3)
    assert done.stderr.startswith("netui: what was to be printed could not be written")


def test_a_reader_that_leaves_stops_no_line(two: Cli) -> None:
    lines = "".join(f"call @ada: {'word ' * 40}{number}\n" for number in range(60)) + "call @zoe\n"
    with subprocess.Popen(
        [sys.executable, "-m", "netui", "note", "-"],
        env={**os.environ, **two.env},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as noting:
        assert noting.stdin and noting.stdout
        noting.stdout.close()
        noting.stdin.write(lines.encode())
        noting.stdin.close()
        assert noting.wait() == 2
    assert len(two.json("show", "ada")["timeline"]) == 60 and two.drafts == ["call @zoe"]


@pytest.mark.parametrize(
    "arguments",
    [
        ["add", "caf\udce9"],
        ["list", "\udce9"],
        ["note", "--json", "@ada \udce9"],
        ["\udce9"],
        ["--data", "\udce9"],
    ],
)
def test_arguments_that_are_not_utf8_are_refused_in_a_sentence(two: Cli, arguments: list[str]) -> None:
    result = two.run(*arguments)
    assert result.status == 2 and result.out == ""
    said = [line for line in result.err.splitlines() if "your line is kept" not in line]
    assert len(said) == 1 and "is not UTF-8 text" in said[0]


def test_undo_reaches_across_processes(two: Cli) -> None:
    done = process(two, "-m", "netui", "note", "call with @ada: from elsewhere")
    assert done.returncode == 0 and "Ada Lovelace" in done.stdout
    assert len(two.json("show", "ada")["timeline"]) == 1
    two.ok("undo")
    assert two.json("show", "ada")["timeline"] == []


def test_an_ascii_terminal_ends_no_command(cli: Cli) -> None:
    cli.ok("add", "Søren Kierkegård")
    cli.env["PYTHONIOENCODING"] = "ascii"
    assert "S\\u00f8ren" in process(cli, "-m", "netui", "list", "--json").stdout
    done = process(cli, "-m", "netui", "list")
    assert (done.returncode, done.stderr) == (0, "") and "S?ren" in done.stdout


@pytest.mark.parametrize("command", QUICK, ids=lambda command: " ".join(command[:2]))
def test_the_quick_commands_load_neither_the_screen_nor_the_models(two: Cli, command: list[str]) -> None:
    code = (
        "import sys; from netui.cli.main import main; status = main(sys.argv[1:]);"
        "heavy = {'textual', 'rich', 'pydantic', 'tomlrt', 'platformdirs', 'subprocess', 'difflib'};"
        "sys.stderr.write(' '.join(sorted(heavy & sys.modules.keys()))); sys.exit(status)"
    )
    done = process(two, "-c", code, *command)
    assert (done.returncode, done.stderr) == (0, "")


def test_noting_loads_no_dataclasses(two: Cli) -> None:
    code = (
        "import sys; from netui.cli.main import main; main(sys.argv[1:]);"
        "sys.stderr.write(' '.join(sorted({'dataclasses', 'inspect'} & sys.modules.keys())))"
    )
    assert process(two, "-c", code, "note", "call with @ada: hi >send it").stderr == ""


# ---------------------------------------------------------------------- nothing found


class _Screen(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("list", "zebra"), "nobody fits zebra"),
        (("list", "--sort", "name"), "nobody fits"),
        (("list",), "nobody yet: netui add NAME"),
        (("search", "zebra"), "nothing that was written has “zebra”"),
        (("promises",), "no promise is open"),
    ],
)
def test_nothing_is_said_on_a_terminal_alone(
    cli: Cli, arguments: tuple[str, ...], words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert cli.run(*arguments) == (1, "", "")
    assert cli.run(*arguments, "--json") == (1, "[]\n", "")
    screen = _Screen()
    with monkeypatch.context() as patch:
        patch.setattr("sys.stdout", screen)
        assert cli.run(*arguments).status == 1
    assert words in screen.getvalue()


def test_what_finds_something_exits_0(two: Cli) -> None:
    two.ok("note", "call with @ada: heavens >send the deck by fri")
    for arguments in (("list",), ("list", "ada"), ("search", "heavens"), ("promises",)):
        assert two.run(*arguments).status == 0


@pytest.mark.parametrize(
    ("arguments", "status", "words"),
    [
        (("due",), 0, "nobody yet: netui add NAME"),
        (("goals",), 0, "no goals yet: netui goal add TITLE"),
        (("history",), 0, "nothing was changed here yet"),
        (("show", "ada"), 1, "nobody called 'ada'; nobody yet: netui add NAME"),
    ],
)
def test_an_empty_folder_says_how_to_begin(
    cli: Cli, arguments: tuple[str, ...], status: int, words: str
) -> None:
    result = cli.run(*arguments)
    assert result.status == status and words in result.out + result.err


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('promise Ada Lovelace "a map"', "promise: a map (Ada Lovelace)  "),
        ('opportunity add Ada Lovelace "A talk"', "opportunity: A talk (Ada Lovelace)  "),
        ('rename Ada Lovelace "Ada King"', "renamed Ada Lovelace to Ada King  "),
        ('rename ada "Lovelace"', "renamed Ada Lovelace to Lovelace  "),
        ("rename Ada Lovelace", "renamed Ada Lovelace to Lovelace  "),
        ("tag Ada Lovelace +choir", "tagged Ada Lovelace +choir  "),
        ("snooze Ada Lovelace 2w", "snoozed Ada Lovelace until Sat 5 Dec 2026  "),
        ("rhythm Ada Lovelace 2 weeks", "rhythm of Ada Lovelace: 2w  "),
        ("set Ada Lovelace works at Hooli", "set works at of Ada Lovelace  "),
        ("date Ada Lovelace birthday 3 may", "birthday of Ada Lovelace: 3 May  "),
        ("met Ada Lovelace PyCon", "met Ada Lovelace: PyCon  "),
        ("relate Ada Lovelace Grace Hopper as friend", "Grace Hopper is friend of Ada Lovelace  "),
    ],
)
def test_a_full_name_needs_no_quotes(two: Cli, line: str, said: str) -> None:
    assert said in two.ok(*shlex.split(line))


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('date ada birthday "3.5."', "birthday of Ada Lovelace: 3 May  "),
        ('date ada nameday "3 may" --lead 9', "nameday of Ada Lovelace: 3 May  "),
        ('set ada birthday "3rd of May 1990"', "set birthday of Ada Lovelace: 3 May 1990  "),
        ("set ada died yesterday", "set died of Ada Lovelace: 20 Nov 2026  "),
        ('set ada every "every 2 weeks"', "set every of Ada Lovelace: 2w  "),
        ('met ada PyCon --on "may 2024"', "met Ada Lovelace: PyCon, May 2024  "),
        (
            'promise ada "a map" --by "end of the month"',
            "promise: a map, by Mon 30 Nov 2026 (Ada Lovelace)  ",
        ),
        ('promise ada "a map by fri"', "promise: a map, by Fri 27 Nov 2026 (Ada Lovelace)  "),
        ('goal add "A boat" --due "end of march"', "added goal A boat, by Wed 31 Mar 2027 (a-boat)  "),
        ("goal set cto due fri", ", by Fri 27 Nov 2026  "),
        ('goal milestone cto "sail" --due "in 3 weeks"', ": sail, by Sat 12 Dec 2026  "),
        (
            'opportunity add ada "A talk" --next "write" --on mon',
            "A talk; next Mon 23 Nov 2026 (Ada Lovelace)  ",
        ),
    ],
)
def test_the_day_that_was_understood_is_said(known: Cli, line: str, said: str) -> None:
    assert said in known.ok(*shlex.split(line))


@pytest.mark.parametrize(
    ("style", "day"),
    [("day-month", "Fri 27 Nov 2026"), ("month-day", "Fri Nov 27, 2026"), ("iso", "Fri 2026-11-27")],
)
def test_every_echo_writes_a_day_as_the_settings_say(two: Cli, style: str, day: str) -> None:
    file = two.base / "config/netui/config.toml"
    file.parent.mkdir(parents=True)
    file.write_text(f'date_style = "{style}"\n')
    try:
        for line in (
            'promise ada "a map" --by fri', "snooze ada fri", 'note "lunch with @ada in 6 days: x"',
            'note "call with @ada today >a deck by fri"', 'goal add "A boat" --due fri',
        ):  # fmt: skip
            assert day in two.ok(*shlex.split(line)), line
        assert day.partition(" ")[2] in two.ok("date", "ada", "exam", "27 nov 2026")
        assert day.partition(" ")[2].replace("27", "20") in two.ok("set", "ada", "died", "20 nov 2026")
    finally:
        use_date_style("day-month")
