"""A command of the settings as arguments, split as a shell would, of which nothing is ever run by one."""

import shlex


def split_command(text: str) -> list[str]:
    """The program and its arguments; raises ValueError, which says why, where there are none."""
    try:
        found = shlex.split(text)
    except ValueError as error:
        raise ValueError(f"{text!r} cannot be read as a command ({_WHY.get(str(error), error)})") from None
    if not found:
        raise ValueError(f"{text!r} cannot be read as a command (it names no program)")
    return found


_WHY = {
    "No closing quotation": "a quote is not closed",
    "No escaped character": "a backslash at its end says nothing",
}
"""What is wrong, in our words."""
