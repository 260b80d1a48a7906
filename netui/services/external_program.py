"""Commands of the settings: how one is split, and filled with values that no shell ever reads."""

import re
import shutil
from collections.abc import Mapping

from netui.domain.text.command_line import split_command
from netui.services.errors import Refused


def fill_command(setting: str, text: str, values: Mapping[str, str]) -> list[str]:
    """The command ``text`` as arguments, each ``{name}`` in it replaced by the value of that name.

    Without any the first value comes last. A value stays within one argument, and is refused where it would
    be an option. Raises Refused, naming the ``setting``, where the command cannot be run.
    """
    try:
        first, *parts = split_command(text)
    except ValueError as error:
        raise Refused(f"{setting}: {error}") from None
    if shutil.which(first) is None:
        raise Refused(f"{setting} is {text!r}, but there is no program {first!r}; set another in config.toml")
    pattern = re.compile("|".join(re.escape(f"{{{name}}}") for name in values))
    if not any(pattern.search(part) for part in parts):
        parts.append(f"{{{next(iter(values))}}}")
    filled = [pattern.sub(lambda found: values[found[0][1:-1]], part) for part in parts]
    for part, now in zip(parts, filled, strict=True):
        if now.startswith("-") and not part.startswith("-"):
            raise Refused(f"{now!r} begins with -, and would be an option of {first}")
    return [first, *filled]
