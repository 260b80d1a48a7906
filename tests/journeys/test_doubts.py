"""What a line is asked about: its readings stand beside the question, and one key takes them in turn."""

from pathlib import Path

import tomli

from tests.support.app import driving, timeline


async def test_one_key_takes_the_readings_in_turn_and_gives_the_line_back(home: Path) -> None:
    async with driving(home) as me:
        await me.press("n")
        await me.type("lunch with @alan: patterns")
        assert (
            "“alan”: which one?  ^o Alan Kay (@alan-kay) · Alan Turing (@alan-turing) · alan (new)"
            in me.understood
        )
        for name in ("@alan-kay", "@alan-turing", "@alan (new)", "@alan", "@alan-kay"):
            await me.press("ctrl+o")
            assert me.typed == f"lunch with {name}: patterns"
        assert "^o Alan Turing (@alan-turing) · alan (new) · as typed" in me.understood
        await me.press("enter")
        await me.hears("lunch · Alan Kay")
        assert timeline(home, "alan-kay")[-1]["text"] == "patterns"


async def test_each_doubt_is_settled_by_the_same_key(home: Path) -> None:
    async with driving(home) as me:
        await me.press("n")
        await me.type("lunch with @alan and @zoe: patterns")
        await me.press("ctrl+o", "ctrl+o")
        assert me.typed == "lunch with @alan-kay and @zoe (new): patterns"
        await me.press("enter")
        await me.hears("Alan Kay, zoe (new)")


async def test_the_key_does_nothing_where_nothing_is_asked(home: Path) -> None:
    async with driving(home) as me:
        await me.press("n", "ctrl+o")
        await me.type("call with @ada: news")
        await me.press("ctrl+o")
        assert me.typed == "call with @ada: news" and "^o" not in me.understood
        await me.press("escape")


async def test_a_promise_is_asked_about_as_in_a_log_line(home: Path) -> None:
    async with driving(home) as me:
        await me.press("p")
        await me.type("send the deck by frday")
        assert "did you mean “by friday”?" in me.understood
        await me.press("enter")
        await me.sees("friday")
        await me.press("escape")
        assert me.typed == "send the deck by frday", "it is not saved while it is unclear"
        await me.press("ctrl+u")
        await me.type("send the deck by fri ^cto")
        await me.sees("^cto-role")
        await me.press("tab")
        for words in ("send the deck", "by Fri 27 Nov 2026", "^cto-role"):
            assert words in me.understood
        await me.press("enter")
        saved = tomli.loads((home / f"net/contacts/{me.person}.toml").read_text())["promise"][0]
        assert (saved["text"], str(saved["due"]), saved["goal"]) == (
            "send the deck",
            "2026-11-27",
            "cto-role",
        )


async def test_several_promises_are_one_step_of_undo(home: Path) -> None:
    async with driving(home) as me:
        who = me.person
        await me.press("p")
        await me.enter("send the deck by fri <their comments by mon")
        found = tomli.loads((home / f"net/contacts/{who}.toml").read_text())["promise"]
        assert [(each["by"], each["text"]) for each in found] == [
            ("me", "send the deck"),
            ("them", "their comments"),
        ]
        await me.press("u")
        assert "promise" not in tomli.loads((home / f"net/contacts/{who}.toml").read_text())


async def test_a_milestone_is_read_as_it_is_typed(home: Path) -> None:
    async with driving(home) as me:
        await me.press("3", "enter", "m")
        await me.type("draft sent tomorrow")
        prompt = me.app.screen.prompt  # type: ignore[attr-defined]
        assert "".join(text for text, _ in prompt.feedback).split() == [
            "draft",
            "sent",
            "by",
            "Sun",
            "22",
            "Nov",
            "2026",
        ]
        await me.press("enter")
        goal = tomli.loads((home / "net/goals/cto-role.toml").read_text())
        assert [(m["text"], str(m["due"])) for m in goal["milestone"]] == [("draft sent", "2026-11-22")]


async def test_one_key_makes_two_entries_of_a_line_of_two_things(home: Path) -> None:
    async with driving(home) as me:
        await me.press("n")
        await me.type("yesterday lunch with @ada, dinner with @mary")
        await me.press("ctrl+o")
        assert me.typed == "yesterday lunch with @ada, dinner with @mary"
        assert "1  lunch   Ada Lovelace   Fri 20 Nov 2026" in me.understood
        assert "2  dinner   Mary Somerville   Fri 20 Nov 2026" in me.understood
        await me.press("enter")
        await me.hears("lunch · Ada Lovelace")
        assert [timeline(home, who)[-1]["kind"] for who in ("ada-lovelace", "mary-somerville")] == [
            "lunch",
            "dinner",
        ]
        assert "with" not in timeline(home, "mary-somerville")[-1]
        await me.press("u")
        assert not timeline(home, "mary-somerville") and len(timeline(home, "ada-lovelace")) == 3


async def test_enter_lists_the_readings_and_takes_one(home: Path) -> None:
    async with driving(home) as me:
        await me.press("n")
        await me.enter("coffee with @ada 1/11: x")
        await me.sees("Sun 1 Nov 2026")
        await me.press("down", "enter")
        assert me.typed == "coffee with @ada 2026-11-01: x"
        await me.press("enter")
        await me.hears("Sun 1 Nov 2026")


async def test_an_entry_may_become_two(home: Path) -> None:
    async with driving(home) as me:
        await me.press("2", "e", "ctrl+u")
        await me.type("lunch with @alan-kay on 1 aug, dinner with @mary")
        await me.press("ctrl+o", "enter")
        await me.hears("dinner · Mary Somerville")
        assert [(e["kind"], e["id"]) for e in timeline(home, "alan-kay")] == [("lunch", "260801meet")]
        assert timeline(home, "mary-somerville")[0]["kind"] == "dinner"
        await me.press("u")
        assert timeline(home, "alan-kay")[0]["kind"] == "meeting" and not timeline(home, "mary-somerville")
