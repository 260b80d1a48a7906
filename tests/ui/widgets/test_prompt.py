"""The prompt: input with live feedback, completion and history, and questions of one key."""

from netui.presentation.text import plain
from netui.ui.widgets.prompt import Completion, Prompt, PromptInput, PromptRequest
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
