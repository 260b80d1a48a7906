"""The user's editor in a real terminal: interrupted, killed, with a window of its own, in any encoding."""

import stat
import sys
from pathlib import Path

import pytest
import tomli

from tests.support.app import a_few_people, write_network
from tests.support.terminal import Terminal, environment

pytestmark = pytest.mark.tty
WIDE = (150, 30)


@pytest.fixture
def home(tmp_path: Path) -> Path:
    write_network(tmp_path / "net", a_few_people(), {})
    return tmp_path


def script(home: Path, code: str, name: str = "editor") -> str:
    """An editor; ``path`` is its file, ``text`` what that holds."""
    path = home / name
    path.write_text(
        f"#!{sys.executable}\nimport os, pathlib, signal, sys, time\npath = pathlib.Path(sys.argv[-1])\n"
        f"text = path.read_text(errors='replace')\nhome = pathlib.Path({str(home)!r})\n{code}\n"
    )
    path.chmod(path.stat().st_mode | stat.S_IXUSR)
    return str(path)


WINDOW = (
    "if os.fork() == 0:\n"
    "    os.setsid()\n"
    "    while not (home / 'save').exists():\n        time.sleep(0.02)\n"
    "    path.write_text({text})\n"
    "    os._exit(0)\n"
)
"""Opens a window: returns at once, and saves when it is told to."""


def opened(home: Path, editor: str) -> Terminal:
    return Terminal(home, size=WIDE, env=environment(home, EDITOR=editor))


def contact(home: Path, ident: str = "alan-kay") -> str:
    return (home / f"net/contacts/{ident}.toml").read_text()


def copies(home: Path) -> list[Path]:
    return list((home / "state/netui/drafts").glob("editor-*"))


@pytest.mark.parametrize("key", ["\x03", "\x1c"], ids=["interrupt", "quit"])
def test_an_interrupt_in_the_editor_is_for_the_editor_alone(home: Path, key: str) -> None:
    editor = script(
        home,
        "numbers = {signal.SIGINT, signal.SIGQUIT}\n"
        "signal.pthread_sigmask(signal.SIG_BLOCK, numbers)\n"  # a handler would miss one just before the read
        "print('the editor is here', flush=True)\n"
        "signal.sigwait(numbers)\n"
        "(home / 'interrupted').touch()\n"
        "input()\n"
        "path.write_text(text.replace('Alan Kay', 'Alan C. Kay'))",
    )
    with opened(home, editor) as terminal:
        terminal.sees("Alan Kay")
        terminal.keys("E")
        terminal.sees("the editor is here")
        terminal.keys(key)
        terminal.waits((home / "interrupted").exists)  # what is printed then, the terminal may drop
        terminal.keys("\r")
        terminal.sees("Alan C. Kay")
        terminal.keys("q")
        assert terminal.ends() == 0
    assert copies(home) == []


def test_an_editor_that_dies_of_an_interrupt_leaves_the_app_and_what_was_saved(home: Path) -> None:
    editor = script(
        home,
        "signal.signal(signal.SIGINT, signal.SIG_DFL)\npath.write_text(text + '# precious\\n')\n"
        "print('the editor is here', flush=True)\ntime.sleep(600)",
    )
    with opened(home, editor) as terminal:
        terminal.sees("Alan Kay")
        terminal.keys("E")
        terminal.sees("the editor is here")
        terminal.keys("\x03")
        terminal.sees("kept, E goes on with it: the editor ")
        terminal.keys("\x03")
        assert terminal.ends() == 0, "here it quits, as it always does"
    assert "precious" not in contact(home)
    assert [next(copy.glob("contact.toml")).read_text()[-11:] for copy in copies(home)] == ["# precious\n"]


def test_what_a_window_saves_later_is_taken_in_while_the_app_is_open(home: Path) -> None:
    with opened(
        home, script(home, WINDOW.format(text="text.replace('Alan Kay', 'Alan C. Kay')"))
    ) as terminal:
        terminal.sees("Alan Kay")
        terminal.keys("E")
        terminal.sees("the editor returned at once; its later saves are taken in")
        (home / "save").touch()
        terminal.sees("as saved in your editor")
        terminal.sees("Alan C. Kay")
        terminal.keys("u")
        terminal.until(lambda: "Alan C. Kay" not in terminal.screen and "Alan C. Kay" not in contact(home))
        terminal.keys("q")
        assert terminal.ends() == 0


def test_what_a_window_saves_when_the_app_is_closed_is_taken_in_at_the_next_start(home: Path) -> None:
    editor = script(home, WINDOW.format(text="text.replace('Alan Kay', 'Alan C. Kay')"))
    with opened(home, editor) as terminal:
        terminal.sees("Alan Kay")
        terminal.keys("E")
        terminal.sees("the editor returned at once")
        terminal.keys("q")
        assert terminal.ends() == 0
        (copy,) = copies(home)
        (home / "save").touch()
        terminal.waits(lambda: "Alan C. Kay" in (copy / "contact.toml").read_text())
    with opened(home, editor) as terminal:
        terminal.sees("Alan C. Kay")
        terminal.until(lambda: "Alan C. Kay" in contact(home))


def test_lines_that_a_window_saves_later_are_logged_once(home: Path) -> None:
    editor = script(home, WINDOW.format(text="text + 'call with @ada: one\\n'"))
    with opened(home, editor) as terminal:
        terminal.sees("Alan Kay")
        terminal.keys("N")
        terminal.sees("the editor returned at once")
        (home / "save").touch()
        terminal.sees("logged 1 line")
        (copy,) = copies(home)
        log = copy / "log.txt"
        log.write_text(log.read_text() + "call with @ada: two\nnobody knows @zzz\n")
        terminal.sees("kept as a draft: n, then up")
        terminal.keys("q")
        assert terminal.ends() == 0
    texts = [item["text"] for item in tomli.loads(contact(home, "ada-lovelace"))["timeline"]]
    assert texts[-2:] == ["one", "two"]


STAYS = "\nprint('the editor is here', flush=True)\ntime.sleep(600)"


def test_a_kill_while_the_editor_runs_leaves_a_draft_to_go_on_with(home: Path) -> None:
    with opened(home, script(home, "path.write_text(text + 'org = \"Xerox\"\\n')" + STAYS)) as terminal:
        terminal.sees("Alan Kay")
        terminal.keys("E")
        terminal.sees("the editor is here")
        terminal.kill()
    assert "Xerox" not in contact(home) and len(copies(home)) == 1
    other = script(home, "print('text:', text[-6:])\npath.write_text(text + '# more\\n')", "other")
    with opened(home, other) as terminal:
        terminal.sees("an edit of Alan Kay")
        terminal.keys("E")
        terminal.sees("an edit of Alan Kay was not saved")
        terminal.keys("\r")
        terminal.sees("edited Alan Kay")
        terminal.keys("q")
        assert terminal.ends() == 0
    assert "Xerox" in contact(home) and contact(home).endswith("# more\n") and copies(home) == []


def test_a_draft_can_be_dropped(home: Path) -> None:
    editor = script(home, "path.write_text(text + 'oops = [\\n')\nsys.exit(3 * ('oops' not in text))")
    with opened(home, editor) as terminal:
        terminal.sees("Alan Kay")
        terminal.keys("E")
        terminal.sees("kept, E goes on with it: ")
        (first,) = copies(home)
        terminal.keys("E")
        terminal.sees("drop it")
        terminal.keys("\x1b")
        terminal.until(lambda: "drop it" not in terminal.screen)
        assert copies(home) == [first]
        terminal.keys("E")
        terminal.sees("drop it")
        terminal.keys("\t\r")
        terminal.until(lambda: copies(home) not in ([first], []))
        assert first not in copies(home)
        terminal.sees("kept, E goes on with it: ")


def test_a_kill_while_lines_are_written_leaves_them_to_go_on_with(home: Path) -> None:
    with opened(home, script(home, "path.write_text(text + 'call with @ada: dear\\n')" + STAYS)) as terminal:
        terminal.sees("Alan Kay")
        terminal.keys("N")
        terminal.sees("the editor is here")
        terminal.kill()
    other = script(home, "path.write_text(text + 'call with @grace: more\\n')", "other")
    with opened(home, other) as terminal:
        terminal.sees("lines in your editor were not logged")
        terminal.keys("N")
        terminal.sees("logged 2 lines")
    assert "dear" in contact(home, "ada-lovelace") and "more" in contact(home, "grace-hopper")
    assert copies(home) == []


@pytest.mark.parametrize(("key", "name"), [("E", "contact.toml"), ("N", "log.txt")])
def test_bytes_that_are_no_text_are_kept_as_they_are(home: Path, key: str, name: str) -> None:
    editor = script(home, "path.write_bytes(b'call with @ada: caf\\xe9 long text')")
    with opened(home, editor) as terminal:
        terminal.sees("Alan Kay")
        terminal.keys(key)
        terminal.sees("byte 0xe9 is not UTF-8")
        terminal.sees(f"kept, {key} goes on with it: ")
        terminal.keys("q")
        assert terminal.ends() == 0
    (copy,) = copies(home)
    assert (copy / name).read_bytes() == b"call with @ada: caf\xe9 long text"


def test_lines_of_an_editor_that_fails_are_kept_and_opened_again(home: Path) -> None:
    editor = script(home, "path.write_text(text + 'call with @ada: dear\\n')\nsys.exit('dear' not in text)")
    with opened(home, editor) as terminal:
        terminal.sees("Alan Kay")
        terminal.keys("N")
        terminal.sees("kept, N goes on with it: ")
        terminal.keys("N")
        terminal.sees("logged 2 lines")
    assert contact(home, "ada-lovelace").count("dear") == 2 and copies(home) == []


def test_lines_in_utf_16_are_logged(home: Path) -> None:
    with opened(
        home, script(home, "path.write_text(text + 'call with @ada: 漢 é\\n', 'utf-16')")
    ) as terminal:
        terminal.sees("Alan Kay")
        terminal.keys("N")
        terminal.sees("logged 1 line")
    assert "漢 é" in contact(home, "ada-lovelace")


WEEK = (
    "coffee with Ada on Monday: her lab is hiring\\r\\n\\r\\n"
    "- Mary rang yesterday about the talk\\r\\n"
    "lunch with Ada and Mary on Tuesday #work >send the deck by fri\\r\\n"
    "dinner with Grace had to wait\\r\\n"
)
"""A week's notes as they are pasted: line ends of another system, a blank line, a bullet, one in doubt."""


def test_a_paragraph_pasted_into_the_editor_becomes_its_entries_and_one_question(home: Path) -> None:
    with opened(home, script(home, f"path.write_bytes(text.encode() + b'{WEEK}')")) as terminal:
        terminal.sees("Alan Kay")
        terminal.keys("N")
        terminal.sees("dinner with Grace had to wait")
        terminal.sees("did not take place")
        terminal.keys("\r")
        terminal.sees("a note, not contact")
        terminal.keys("\r\r")
        terminal.until(lambda: "had to wait" in contact(home, "grace-hopper"))
    ada = tomli.loads(contact(home, "ada-lovelace"))
    assert [(item["kind"], str(item["on"])) for item in ada["timeline"]][-2:] == [
        ("coffee", "2026-11-16"),
        ("lunch", "2026-11-17"),
    ]
    assert ada["promise"][0]["text"] == "send the deck"
    for who, kind in (("mary-somerville", "call"), ("grace-hopper", "note")):
        assert [item["kind"] for item in tomli.loads(contact(home, who))["timeline"]] == [kind]
    assert copies(home) == []
