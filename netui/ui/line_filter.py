"""Line filter below all widgets: makes control characters harmless, and draws in ASCII where wanted."""

from rich.segment import Segment
from textual.color import Color
from textual.filter import LineFilter

from netui.presentation.text import clean

_ASCII = str.maketrans("·…→›✓–—│─┌┐└┘├┤┬┴┼━┃", "-~>>x--|-+++++++++-|")
"""The box-drawing characters and punctuation of the app, and their ASCII substitutes."""


class PlainTextFilter(LineFilter):
    """The last line of defence: whatever reaches the screen is text, never an escape sequence."""

    def __init__(self, ascii_only: bool = False):
        super().__init__()
        self._ascii = ascii_only

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments with control and invisible characters replaced."""
        if self._ascii:
            segments = [segment._replace(text=segment.text.translate(_ASCII)) for segment in segments]
        if all(segment.control or segment.text.isprintable() for segment in segments):
            return segments
        return [
            segment if segment.control else Segment(clean(segment.text), segment.style)
            for segment in segments
        ]
