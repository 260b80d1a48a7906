"""The line while it is typed: candidates to take, and the day that is shown is the day that is saved."""

from datetime import datetime
from pathlib import Path

from netui.presentation.text import plain
from netui.services.timeline.line_drafts import newest_drafts
from netui.storage.state.config import Config
from netui.ui.widgets.candidates import CandidateList
from tests.support.app import Driver, driving, file_of, places_in


def offered(me: Driver) -> list[str]:
    """The candidates under the line."""
    return [plain(row) for row in me.main.prompt.query_one(CandidateList).rows]


# ---------------------------------------------------------------------- candidates


async def test_candidates_stand_under_the_line_while_a_name_is_typed(home: Path) -> None:
    async with driving(home, size=(80, 24)) as me:
        await me.press("n")
        await me.type("coffee with al")
        await me.sees("● Alan Kay                warm     3 mo ago")
        assert me.understood.startswith("“al”: which one?")
        first, second = offered(me)
        assert first.split()[1:3] == ["Alan", "Turing"] and "20 d ago" in first
        assert second.split()[1:3] == ["Alan", "Kay"]
        await me.type("an k")
        assert [row.split()[1:3] for row in offered(me)] == [["Alan", "Kay"]]
        await me.press("tab")
        assert me.typed == "coffee with @alan-kay"
        await me.type(": patterns")
        assert offered(me) == []
        await me.press("enter")
        assert file_of(home, "alan-kay")["timeline"][-1]["text"] == "patterns"


async def test_arrows_take_a_candidate_while_some_are_shown(home: Path) -> None:
    async with driving(home, size=(80, 24)) as me:
        await me.press("n")
        await me.type("call @al")
        for key, name in (("down", "turing"), ("down", "kay"), ("down", "turing"), ("up", "kay")):
            await me.press(key)
            assert me.typed == f"call @alan-{name}"
        assert len(offered(me)) == 2, "they stay to choose another one"
        await me.type(" and Ma")
        await me.press("down")
        assert me.typed == "call @alan-kay and @mary-somerville"
        await me.press("escape")


async def test_up_in_an_empty_line_is_the_draft_and_no_candidate(home: Path) -> None:
    async with driving(home, size=(80, 24)) as me:
        await me.press("n")
        await me.type("call @al")
        await me.press("escape", "n", "up")
        assert me.typed == "call @al"
        assert offered(me) == [], "what was recalled is not being typed"
        await me.press("up")
        assert me.typed == "call @al"
        await me.type("a")
        assert len(offered(me)) == 2
        await me.press("escape")


async def test_candidates_never_push_the_line_off(home: Path) -> None:
    for size in ((80, 24), (20, 5)):
        async with driving(home, size=size) as me:
            await me.press("n")
            await me.type("with @")
            await me.sees("› with @")
            assert 1 <= len(offered(me)) <= 5
            await me.press("ctrl+u", "escape")
            assert not me.main.prompt.query_one(CandidateList).display


async def test_a_first_word_may_be_a_name(home: Path) -> None:
    async with driving(home, size=(80, 24)) as me:
        await me.press("n")
        await me.type("Gra")
        assert "Grace Hopper" in offered(me)[0]
        await me.press("ctrl+u")
        await me.type("cof")
        assert offered(me) == [], "a kind begins so"
        await me.press("tab")
        assert me.typed == "coffee"
        await me.press("escape")


async def test_candidates_in_ascii(home: Path) -> None:
    async with driving(home, size=(80, 24), config=Config(ascii=True)) as me:
        await me.press("n")
        await me.type("call @mary")
        assert "\n".join(offered(me)).isascii() and "new" in offered(me)[0]
        await me.press("escape")


# ---------------------------------------------------------------------- what is shown is what is saved


async def test_midnight_between_the_chips_and_enter_moves_no_day(home: Path) -> None:
    async with driving(home) as me:
        me.app.workspace.now = lambda: datetime(2026, 11, 21, 23, 59, 59)
        await me.press("n")
        await me.type("call with @ada yesterday >send it tomorrow")
        assert "Fri 20 Nov 2026" in me.understood
        me.app.workspace.now = lambda: datetime(2026, 11, 22, 0, 0, 1)
        await me.press("enter")
        await me.hears("Fri 20 Nov 2026")
        assert str(file_of(home, "ada-lovelace")["timeline"][-1]["on"]) == "2026-11-20"
        await me.press("n")
        await me.type("call with @ada yesterday")
        assert "Sat 21 Nov 2026" in me.understood, "the next line is of the new day"
        await me.press("escape")


async def test_a_name_that_means_somebody_else_meanwhile_is_shown_before_it_is_saved(home: Path) -> None:
    async with driving(home) as me:
        await me.press("n")
        await me.type("call with @grace: news")
        assert "Grace Hopper" in me.understood
        path = home / "net/contacts/grace-hopper.toml"
        path.write_text(path.read_text().replace("Grace Hopper", "Grace Murray"))
        me.app.workspace.refresh_contacts(["grace-hopper"])
        await me.press("enter")
        assert "read again" in me.understood and "Grace Murray" in me.understood
        assert "timeline" not in file_of(home, "grace-hopper")
        await me.press("enter")
        await me.hears("Grace Murray")
        assert file_of(home, "grace-hopper")["timeline"][-1]["text"] == "news"


# ---------------------------------------------------------------------- several lines

PASTED = "coffee with @ada yesterday: one\r\n\r\ncall with @grace: two\r\n   \r\nlunch with @mary: three\r\n"


def said(home: Path, stem: str) -> list[str]:
    return [item["text"] for item in file_of(home, stem).get("timeline", []) if "text" in item]


async def test_pasted_lines_are_logged_one_after_the_other(home: Path) -> None:
    async with driving(home, size=(80, 24)) as me:
        await me.press("n")
        await me.paste(PASTED)
        await me.sees("› 1 of 3 coffee with @ada yesterday: one")
        assert "Fri 20 Nov 2026" in me.understood
        await me.press("enter")
        await me.sees("› 2 of 3 call with @grace: two")
        assert "Grace Hopper" in me.understood
        await me.press("enter", "enter")
        await me.hears("lunch · Mary Somerville")
        assert not me.main.prompt.is_asking
    assert [said(home, who)[-1] for who in ("ada-lovelace", "grace-hopper", "mary-somerville")] == [
        "one", "two", "three",
    ]  # fmt: skip


async def test_pasted_lines_are_none_of_those_marked_for_the_first(home: Path) -> None:
    async with driving(home) as me:
        await me.press("space", "space", "n")
        await me.paste("met at PyCon\nmet @grace: two")
        await me.press("enter", "enter")
        await me.hears("meeting · Grace Hopper · ")
        assert "with" not in file_of(home, "grace-hopper")["timeline"][-1]


async def test_escape_keeps_all_lines_that_were_not_saved(home: Path) -> None:
    async with driving(home) as me:
        await me.press("n")
        await me.paste(PASTED)
        await me.press("enter", "escape", "n", "up")
        assert me.typed == "call with @grace: two"
        await me.press("ctrl+q")
    async with driving(home) as me:
        await me.press("n", "up")
        assert me.typed == "call with @grace: two"
        await me.press("enter", "n", "up")
        assert me.typed == "lunch with @mary: three"
        await me.press("enter")
        await me.hears("lunch · Mary Somerville")
    assert said(home, "grace-hopper") == ["two"] and said(home, "mary-somerville") == ["three"]


async def test_lines_that_wait_are_drafts_until_they_are_asked_for(home: Path) -> None:
    def drafts() -> list[str]:
        return [draft.text for draft in newest_drafts(places_in(home))]

    async with driving(home, size=(80, 24)) as me:
        await me.press("n")
        await me.paste(PASTED)
        assert drafts() == ["call with @grace: two", "lunch with @mary: three"], "a kill leaves them"
        await me.press("enter")
        assert drafts() == ["lunch with @mary: three"]
        await me.press("enter", "enter")
        await me.hears("lunch · Mary Somerville")
        assert drafts() == []
        await me.press("n")
        await me.paste(PASTED)
        await me.press("escape")
        assert len(drafts()) == 3, "none is kept twice"


async def test_lines_pasted_over_an_entry_that_is_edited_are_new_ones(home: Path) -> None:
    async with driving(home) as me:
        await me.press("j", "2", "e", "ctrl+u")
        await me.paste("video with @alan-turing: changed\ncall with @grace: new")
        await me.press("enter")
        await me.sees("› 2 of 2 call with @grace: new")
        await me.press("enter")
        await me.hears("call · Grace Hopper")
    assert said(home, "alan-turing") == ["changed"] and said(home, "grace-hopper") == ["new"]


async def test_a_new_line_pasted_over_an_entry_is_kept_on_escape(home: Path) -> None:
    async with driving(home) as me:
        await me.press("j", "2", "e", "ctrl+u")
        await me.paste("video with @alan-turing: changed\ncall with @grace: new")
        await me.press("enter", "escape")
        await me.hears("kept as a draft")
        await me.press("n", "up")
        assert me.typed == "call with @grace: new"
        await me.press("escape")


async def test_an_edit_given_up_keeps_the_other_lines(home: Path) -> None:
    async with driving(home) as me:
        await me.press("j", "2", "e", "ctrl+u")
        await me.paste("video: changed\ncall with @grace: new")
        await me.press("escape")
        await me.hears("kept as a draft")
        await me.press("n", "up")
        assert me.typed == "call with @grace: new"
        await me.press("escape")
    assert said(home, "alan-turing") == ["Patterns."]


async def test_several_promises_are_pasted(home: Path) -> None:
    async with driving(home) as me:
        await me.press("p")
        await me.paste("send the deck by fri\nsend the book\nsend the rest")
        await me.press("enter", "enter")
        await me.sees("3 of 3 send the rest")
        await me.press("escape")
        await me.hears("kept as a draft")
        await me.press("p", "up")
        assert me.typed == "send the rest"
        await me.press("ctrl+u", "escape")
    assert [each["text"] for each in file_of(home, "alan-kay")["promise"]] == [
        "send the deck",
        "send the book",
    ]


async def test_lines_pasted_into_the_filter_are_recalled(home: Path) -> None:
    async with driving(home) as me:
        await me.press("/")
        await me.paste("ada\ngrace")
        await me.sees("/ 1 of 2 ada")
        assert me.names == ["Ada Lovelace"]
        await me.press("enter")
        assert (me.typed, me.names) == ("grace", ["Grace Hopper"])
        await me.press("ctrl+u")
        await me.paste("ada\nmary")
        await me.press("escape", "/", "up")
        assert (me.typed, me.names) == ("ada", ["Ada Lovelace"])
        await me.press("escape")
