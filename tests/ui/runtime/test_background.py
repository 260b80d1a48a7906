"""Results of background tasks arrive in the app's thread; errors are reported and end nothing."""

import threading

from textual.app import App

from netui.ui.runtime.background import BackgroundTasks


class Counting(App[None]):
    def __init__(self) -> None:
        super().__init__()
        self.results: list[object] = []
        self.errors: list[Exception] = []
        self.thread = threading.get_ident()
        self.tasks = BackgroundTasks(self, self.errors.append)

    def take(self, result: object) -> None:
        assert threading.get_ident() == self.thread
        self.results.append(result)


async def finished(app: Counting, pilot: object) -> None:
    while app.tasks.is_busy:
        await pilot.pause()  # type: ignore[attr-defined]
    await pilot.pause()  # type: ignore[attr-defined]


async def test_a_result_is_taken_in_the_thread_of_the_app() -> None:
    app = Counting()
    async with app.run_test() as pilot:
        app.tasks.submit(lambda: threading.get_ident(), app.take)
        await finished(app, pilot)
        assert len(app.results) == 1 and app.results[0] != app.thread


async def test_nothing_is_taken_where_there_is_no_result() -> None:
    app = Counting()
    async with app.run_test() as pilot:
        app.tasks.submit(lambda: None, app.take)
        await finished(app, pilot)
        assert app.results == [] and app.errors == []


async def test_an_error_is_reported_and_the_next_task_runs() -> None:
    app = Counting()
    async with app.run_test() as pilot:
        app.tasks.submit(lambda: 1 / 0, app.take)
        await finished(app, pilot)
        app.tasks.submit(lambda: "done", app.take)
        await finished(app, pilot)
        assert [type(error) for error in app.errors] == [ZeroDivisionError] and app.results == ["done"]


async def test_it_is_busy_while_a_task_runs() -> None:
    app, gate = Counting(), threading.Event()
    async with app.run_test() as pilot:
        app.tasks.submit(lambda: gate.wait(10), app.take)
        assert app.tasks.is_busy
        gate.set()
        await finished(app, pilot)
        assert not app.tasks.is_busy and app.results == [True]
