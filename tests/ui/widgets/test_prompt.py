"""The prompt: input with live feedback, completion and history, and questions of one key."""

import pytest
from textual import events

from netui.presentation.text import plain
from netui.ui.widgets.cached_lines import StatusLine
from netui.ui.widgets.candidates import CandidateList
from netui.ui.widgets.prompt import Completion, Prompt, PromptRequest
from netui.ui.widgets.prompt_input import PromptInput
from tests.support.widget_app import WidgetTestApp


def complete(text: str, cursor: int) -> Completion | None:
    return Completion(0, cursor, ["ada", "alan"]) if text.startswith("a") else None


async def test_a_text_is_submitted_with_feedback_at_each_key() -> None:
    prompt, submitted, seen = Prompt(), [], []

    def changed(text: str) -> list[tuple[str, str]]:
        seen.append(text)
        return [(text.upper(), "")]

    async with WidgetTestApp(prompt).run_test(size=(40, 8)) as pilot:
        prompt.ask(PromptRequest("tag", lambda text: not submitted.append(text), changed))
        assert prompt.is_asking
        await pilot.press("a", "b", "enter")
        await pilot.pause()
        assert submitted == ["ab"] and seen[-1] == "ab"
        assert not prompt.is_asking and prompt.typed == ""


async def test_what_is_refused_stays_to_be_corrected() -> None:
    prompt = Prompt()
    async with WidgetTestApp(prompt).run_test(size=(40, 8)) as pilot:
        prompt.ask(PromptRequest("tag", lambda _: False))
        await pilot.press("a", "enter")
        await pilot.pause()
        assert prompt.is_asking and prompt.typed == "a"


async def test_what_was_typed_is_handed_on_when_it_is_cancelled_or_left() -> None:
    prompt, cancelled, left = Prompt(), [], []
    request = PromptRequest("tag", lambda _: True, cancelled=cancelled.append, left=left.append)
    async with WidgetTestApp(prompt).run_test(size=(40, 8)) as pilot:
        prompt.ask(request)
        await pilot.press("a", "escape")
        await pilot.pause()
        prompt.ask(request)
        await pilot.press("b")
        prompt.leave()
        assert (cancelled, left) == (["a"], ["b"])


async def test_tab_steps_through_the_completions() -> None:
    prompt = Prompt()
    async with WidgetTestApp(prompt).run_test(size=(40, 8)) as pilot:
        prompt.ask(PromptRequest("who", lambda _: True, complete=complete))
        await pilot.press("a")
        for direction, text in ((1, "ada"), (1, "alan"), (1, "ada"), (-1, "alan")):
            prompt.complete(direction)
            await pilot.pause()
            assert prompt.typed == text


async def test_up_and_down_step_through_the_history() -> None:
    prompt = Prompt()
    async with WidgetTestApp(prompt).run_test(size=(40, 8)) as pilot:
        prompt.ask(PromptRequest(">", lambda _: True, history=["newer", "older"], initial="now"))
        await pilot.pause()
        for step, text in ((1, "newer"), (1, "older"), (1, "older"), (-1, "newer"), (-1, "now")):
            prompt.recall(step)
            assert prompt.typed == text


async def test_a_question_takes_one_key() -> None:
    prompt, answers = Prompt(), []
    async with WidgetTestApp(prompt).run_test(size=(60, 8)) as pilot:
        for key in ("y", "n", "x"):
            prompt.question("delete it?", answers.append)
            assert prompt.is_questioning and "delete it?" in plain(prompt.message)
            await pilot.press(key)
            await pilot.pause()
        assert answers == [True, False, False] and not prompt.is_questioning


async def test_a_long_message_keeps_the_key_at_its_end() -> None:
    prompt = Prompt()
    async with WidgetTestApp(prompt).run_test(size=(30, 8)) as pilot:
        await pilot.pause()
        prompt.set_message([("logged coffee with many people   u takes it back", "")])
        assert plain(prompt.message).endswith("   u takes it back")
        assert not prompt.query(PromptInput)


async def test_recalling_leaves_what_was_typed_first_to_come_back() -> None:
    prompt, recalled = Prompt(), []
    request = PromptRequest(
        "log",
        lambda _: True,
        history=["newer", "older"],
        recalled=lambda at, text: recalled.append((at, text)),
    )
    async with WidgetTestApp(prompt).run_test(size=(40, 8)) as pilot:
        prompt.ask(request)
        await pilot.press("a", "up", "b", "up", "up", "down", "down")
        await pilot.pause()
        assert prompt.typed == "a"
        assert recalled == [(0, "a"), (1, "newerb"), (0, "older"), (-1, "newer")]


async def test_what_is_asked_is_settled_in_place() -> None:
    prompt = Prompt()
    readings = {"a": "b", "b": "a"}
    async with WidgetTestApp(prompt).run_test(size=(40, 8)) as pilot:
        prompt.ask(PromptRequest("›", lambda _: True, settle=readings.get))
        await pilot.press("a")
        for text in ("b", "a", "b"):
            await pilot.press("ctrl+o")
            await pilot.pause()
            assert prompt.typed == text
        await pilot.press("x", "ctrl+o")
        assert prompt.typed == "bx"


async def test_what_stands_beside_the_line_gives_way_to_choices() -> None:
    prompt = Prompt()
    asked = []

    def beside(text: str, width: int, most: int) -> list[list[tuple[str, str]]]:
        asked.append((width, most))
        return [[(f"of {text}", "")]]

    def candidates(text: str, cursor: int) -> Completion:
        words = ["ada", "alan"] if text.endswith("a") else []
        return Completion(0, cursor, words, [[(word, "")] for word in words])

    async with WidgetTestApp(prompt).run_test(size=(40, 40)) as pilot:
        history = ["older"]
        request = PromptRequest("›", lambda _: True, history=history, candidates=candidates, beside=beside)
        prompt.ask(request)
        below = prompt.query_one(CandidateList)
        for key, shown in (("x", ["of x"]), ("a", ["ada", "alan"]), ("b", ["of xab"])):
            await pilot.press(key)
            await pilot.pause()
            assert [plain(row) for row in below.rows] == shown
        await pilot.press("up")
        assert prompt.typed == "older", "rows to read are no candidates"
        assert set(asked) == {(40, 4)}


def sign(prompt: Prompt) -> str:
    return plain(prompt.query_one("#sign", StatusLine).line).strip()


async def paste(prompt: Prompt, text: str) -> None:
    prompt.query_one(PromptInput).post_message(events.Paste(text))


@pytest.mark.parametrize("newline", ["\n", "\r", "\r\n"])
async def test_pasted_lines_are_asked_for_one_after_the_other(newline: str) -> None:
    prompt, submitted = Prompt(), []
    async with WidgetTestApp(prompt).run_test(size=(40, 8)) as pilot:
        prompt.ask(PromptRequest("›", lambda text: not submitted.append(text)))
        await pilot.press("a")
        await paste(prompt, newline.join(["", "one", " ", "two ", "", "three", ""]))
        await pilot.pause()
        assert (prompt.typed, sign(prompt)) == ("aone", "› 1 of 3")
        await pilot.press("enter")
        await pilot.pause()
        assert (prompt.typed, sign(prompt)) == ("two ", "› 2 of 3")
        await pilot.press("enter")
        await pilot.pause()
        assert (prompt.typed, sign(prompt)) == ("three", "› 3 of 3")
        await pilot.press("enter")
        await pilot.pause()
        assert submitted == ["aone", "two ", "three"] and not prompt.is_asking


async def test_one_pasted_line_is_text_as_it_is() -> None:
    prompt = Prompt()
    async with WidgetTestApp(prompt).run_test(size=(40, 8)) as pilot:
        prompt.ask(PromptRequest("›", lambda _: True))
        await paste(prompt, " one\r\n")
        await paste(prompt, "\r\n")
        await pilot.pause()
        assert (prompt.typed, sign(prompt)) == (" one", "›")


async def test_lines_not_asked_for_yet_are_handed_on_when_it_is_cancelled_or_left() -> None:
    prompt, given_up, others = Prompt(), [], []
    request = PromptRequest(
        "›", lambda _: True, cancelled=others.append, left=others.append, given_up=given_up.append
    )
    async with WidgetTestApp(prompt).run_test(size=(40, 8)) as pilot:
        prompt.ask(request)
        await paste(prompt, "one\ntwo\nthree")
        await pilot.press("enter", "escape")
        await pilot.pause()
        assert given_up == [["two", "three"]]
        prompt.ask(request)
        assert sign(prompt) == "›"
        await paste(prompt, "one\ntwo")
        await pilot.press("enter")
        prompt.leave()
        assert given_up == [["two", "three"], ["two"]] and others == []


async def test_a_refused_line_keeps_the_others_waiting() -> None:
    prompt = Prompt()
    async with WidgetTestApp(prompt).run_test(size=(40, 8)) as pilot:
        prompt.ask(PromptRequest("›", lambda text: text == "good"))
        await paste(prompt, "bad\nnext")
        await pilot.press("enter")
        assert (prompt.typed, sign(prompt)) == ("bad", "› 1 of 2")


async def test_further_lines_may_be_asked_for_otherwise() -> None:
    prompt, further = Prompt(), []
    async with WidgetTestApp(prompt).run_test(size=(40, 8)) as pilot:
        prompt.ask(PromptRequest("edit", lambda _: True, further=further.append))
        await paste(prompt, "one\ntwo")
        await pilot.press("enter")
        assert further == ["two"] and not prompt.is_asking


async def test_what_came_with_the_enter_is_the_next_line() -> None:
    prompt, submitted = Prompt(), []
    async with WidgetTestApp(prompt).run_test(size=(40, 8)) as pilot:
        prompt.ask(PromptRequest("›", lambda text: text != "bad" and not submitted.append(text)))
        assert not prompt.take_typed_ahead("before any enter")
        await pilot.press("a", "enter")
        assert prompt.take_typed_ahead("bad\n\nthree\n")
        assert (prompt.typed, sign(prompt)) == ("bad", "› 2 of 3")
        await pilot.press("enter")
        assert prompt.take_typed_ahead("four")
        assert (prompt.typed, sign(prompt), submitted) == ("bad", "› 2 of 4", ["a"])


async def test_a_refused_line_is_read_again_with_what_came_with_its_enter() -> None:
    prompt = Prompt()
    async with WidgetTestApp(prompt).run_test(size=(40, 8)) as pilot:

        def under_day(text: str) -> list[str]:
            day, *lines = text.split("\n")
            return [f"{day}: {line}" for line in lines] if day == "Mon" else [day, *lines]

        prompt.ask(PromptRequest("›", lambda text: text != "Mon", pasted=under_day))
        prompt.typed = "Mon"
        await pilot.press("enter")
        assert prompt.take_typed_ahead("one\ntwo")
        assert (prompt.typed, sign(prompt)) == ("Mon: one", "› 1 of 2")
        await pilot.press("enter", "enter")
        prompt.typed = "three"
        await pilot.press("enter")
        assert not prompt.is_asking


async def test_what_came_with_the_enter_answers_no_question() -> None:
    prompt = Prompt()
    async with WidgetTestApp(prompt).run_test(size=(40, 8)) as pilot:

        def asks(_: str) -> bool:
            prompt.question("sure?", lambda _: None)
            return True

        prompt.ask(PromptRequest("tag", asks))
        await pilot.press("a", "enter")
        assert not prompt.take_typed_ahead("y")
