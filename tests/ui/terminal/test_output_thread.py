"""The newest screen is sent, whatever the terminal does meanwhile."""

import threading
from collections.abc import Iterator

import pytest

from netui.ui.terminal.cell_diff import ScreenBuffer
from netui.ui.terminal.output_thread import OutputThread

SOON = 10.0


class Line:
    """A terminal that takes what it is sent when it is told to; ``sent`` is what came."""

    def __init__(self) -> None:
        self.sent: list[bytes] = []
        self._came = threading.Semaphore(0)
        self._may = threading.Semaphore(0)
        self.is_cut = False

    def send(self, data: bytes) -> None:
        self.sent.append(data)
        self._came.release()
        self._may.acquire(timeout=SOON)
        if self.is_cut:
            raise OSError

    def comes(self) -> bytes:
        """Waits for what is sent next; it is on its way until :meth:`takes`."""
        assert self._came.acquire(timeout=SOON)
        return self.sent[-1]

    def takes(self) -> None:
        """The terminal takes what is on its way."""
        self._may.release()


@pytest.fixture
def line() -> Iterator[Line]:
    line = Line()
    yield line
    for _ in range(50):
        line.takes()


def test_the_first_frame_and_one_held_back_are_sent_before_their_writer_goes_on(
    line: Line, monkeypatch
) -> None:
    # A busy event loop would keep the interpreter for itself; a turn of the output thread is a moment asleep.
    turns: list[float] = []
    monkeypatch.setattr("netui.ui.terminal.output_thread.time.sleep", turns.append)
    output = OutputThread(ScreenBuffer(), line.send, print)
    for piece, so_far in (("\x1b[?1000h", 0), ("\x1b[?2026h", 0), ("\x1b[1;1Ha", 0), ("\x1b[?2026l", 1)):
        output.write(piece)
        assert len(turns) == so_far
    for piece in ("\x1b[?2026h", "\x1b[1;1Hb", "\x1b[?2026l"):
        output.write(piece)
    assert len(turns) == 1
    output.pause()
    output.resume()
    assert len(turns) == 2
    line.takes()
    output.disconnect()
    output.close()


def test_what_is_overtaken_while_the_terminal_is_busy_is_never_sent(line: Line) -> None:
    output = OutputThread(ScreenBuffer(), line.send, print)
    output.write("\x1b[1;1Ha")
    assert b"a" in line.comes()
    for letter in "bcdef":
        output.write(f"\x1b[1;1H{letter}")
    line.takes()
    assert line.comes().endswith(b"f")
    line.takes()
    output.close()
    assert not any(letter in data for letter in b"bcde" for data in line.sent)


def test_a_drawing_is_sent_as_a_whole(line: Line) -> None:
    output = OutputThread(ScreenBuffer(), line.send, print)
    output.write("\x1b[?2026h")
    output.write("\x1b[1;1Hab")
    output.write("\x1b[2;1Hcd")
    assert not line.sent
    output.write("\x1b[?2026l")
    first = line.comes()
    assert b"ab" in first and b"cd" in first


def test_after_an_answer_nothing_more_is_sent_than_there_is_room_for(line: Line) -> None:
    output = OutputThread(ScreenBuffer(), line.send, print)
    output.write("\x1b[1;1Ha")
    assert line.comes().endswith(b"\x1b[5n")
    line.takes()
    output.confirm()
    screen = "".join(f"\x1b[{row};1H" + chr(64 + row) * 900 for row in range(1, 30))
    output.write(screen)
    part = line.comes()
    assert part.endswith(b"\x1b[5n") and b"A" * 900 in part and b"Z" not in part
    output.write(screen.lower().replace("h", "H"))
    line.takes()
    output.confirm()
    assert b"B" not in line.comes()


def test_leaving_sends_what_is_left_though_answers_are_missing(line: Line) -> None:
    output = OutputThread(ScreenBuffer(), line.send, print)
    output.write("\x1b[1;1Ha")
    line.comes()
    line.takes()
    output.confirm()
    output.write("".join(f"\x1b[{row};1H" + "x" * 5000 for row in range(1, 30)))
    line.comes()
    for _ in range(9):
        line.takes()
    output.write("\x1b[?1049l\x1b[?25h")
    output.close()
    assert b"".join(line.sent).endswith(b"\x1b[?1049l\x1b[?25h")


def test_nothing_that_is_sent_on_leaving_is_followed_by_a_query(line: Line) -> None:
    output = OutputThread(ScreenBuffer(), line.send, print)
    output.write("\x1b[1;1Ha")
    assert line.comes().endswith(b"\x1b[5n")
    line.takes()
    output.confirm()
    output.drain()
    output.write("\x1b[1;1H" + "b" * 900)
    assert b"b" * 900 in line.comes()
    line.takes()
    output.write("\x1b[?1049l" + "\x1b[?25h" * 90)
    output.close()
    assert len(line.sent) > 2 and not any(b"\x1b[5n" in data for data in line.sent[1:])


def test_a_terminal_that_is_gone_ends_it(line: Line) -> None:
    output = OutputThread(ScreenBuffer(), line.send, print)
    line.is_cut = True
    output.write("\x1b[1;1Ha")
    line.comes()
    line.takes()
    output.drain()
    output.write("\x1b[1;1Hb")
    output.close()
    assert len(line.sent) == 1


def test_hanging_up_ends_it_though_nothing_was_written() -> None:
    before = threading.active_count()
    output = OutputThread(ScreenBuffer(), lambda data: None, print)
    output.disconnect()
    output.close()
    assert threading.active_count() == before


@pytest.mark.parametrize("broken", ["feed", "diff"])
def test_an_error_of_its_own_is_told_and_keeps_nobody_waiting(
    monkeypatch: pytest.MonkeyPatch, broken: str
) -> None:
    def fails(*_: object) -> None:
        raise ZeroDivisionError

    told: list[Exception] = []
    buffer = ScreenBuffer()
    monkeypatch.setattr(buffer, broken, fails)
    output = OutputThread(buffer, lambda data: None, told.append)
    if broken == "feed":
        with pytest.raises(ZeroDivisionError):
            output.write("a")
    else:
        output.write("\x1b[1;1Ha")
    output.drain()
    output.close()
    assert output.has_failed and [type(error) for error in told] == [ZeroDivisionError] * (broken == "diff")
