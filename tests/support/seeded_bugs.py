"""Bugs of the TOML editor, each of which writes something wrong, for the proof that none gets past the check.

A bug is a function that patches the editor with ``monkeypatch``; each is of a kind that such editors had.
"""

import datetime as dt
import re

from netui.storage.toml import edit, literals


def no_line_end_before_a_block(patch):
    patch.setattr(edit, "_separator", lambda *_: "")


def carriage_returns_alone(patch):
    patch.setattr(edit, "newline_of", lambda _: "\r")


def backslashes_not_escaped(patch):
    real = literals._string
    patch.setattr(literals, "_string", lambda value: real(value).replace("\\\\", "\\"))


def quotes_not_escaped(patch):
    real = literals._string
    patch.setattr(literals, "_string", lambda value: real(value).replace('\\"', '"'))


def offsets_of_times_lost(patch):
    real = literals.inline

    def inline(value):
        return real(value.replace(tzinfo=None) if isinstance(value, dt.datetime) else value)

    patch.setattr(literals, "inline", inline)


def capital_true(patch):
    real = literals.inline
    patch.setattr(literals, "inline", lambda value: str(value) if isinstance(value, bool) else real(value))


def last_line_of_a_text_lost(patch):
    real = literals._long_string
    patch.setattr(literals, "_long_string", lambda value, newline: real(value.rpartition("\n")[0], newline))


def keys_not_quoted(patch):
    patch.setattr(literals, "key", lambda name: name)


def insert_into_the_last_table(patch):
    def insert(text, path, values):
        newline = edit.newline_of(text)
        return text + newline + "".join(literals.assignment(k, v, newline) for k, v in values.items())

    patch.setattr(edit, "_insert_section", insert)


def the_item_before_is_changed(patch):
    real = edit.change_values

    def change(text, values):
        moved = [
            (
                (path[0], max(path[1] - 1, 0), *path[2:])
                if len(path) > 1 and isinstance(path[1], int)
                else path,
                value,
            )
            for path, value in values
        ]
        return real(text, moved)

    patch.setattr(edit, "change_values", change)


def a_removal_takes_two_lines(patch):
    real = edit._RemovedLine.span

    def span(self, text):
        start, end = real(self, text)
        return start, text.find("\n", end) + 1 or len(text)

    patch.setattr(edit._RemovedLine, "span", span)


def the_first_of_that_key_is_set(patch):
    """Looks for the key in the text, wherever it stands."""
    real = edit.change_values

    def change(text, values):
        (path, value), *rest = values
        found = re.search(rf"^{re.escape(str(path[-1]))} = .*$", text, re.MULTILINE)
        if rest or not found or value is None:
            return real(text, [(path, value), *rest])
        return text[: found.start()] + f"{path[-1]} = {literals.inline(value)}" + text[found.end() :]

    patch.setattr(edit, "change_values", change)


BUGS = [
    no_line_end_before_a_block, carriage_returns_alone, backslashes_not_escaped, quotes_not_escaped,
    offsets_of_times_lost, capital_true, last_line_of_a_text_lost, keys_not_quoted,
    insert_into_the_last_table, the_item_before_is_changed, a_removal_takes_two_lines,
    the_first_of_that_key_is_set,
]  # fmt: skip
