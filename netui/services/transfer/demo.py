"""The demo network: sixty made-up contacts with two years of history that ends today.

Its data are ``demo_*.toml`` beside this module: contact files in which dates are days from today (``T-12``,
``T+5``; ``T-400m`` a month, ``T-900y`` a year, ``1984T+5`` and ``--T+5`` birthdays), with one line for each
entry. Older entries are drawn at random from stories that run over months, the same for the same day.
"""

import re
from collections.abc import Iterator
from datetime import date, datetime, time
from functools import cache
from pathlib import Path
from random import Random
from typing import Any

import tomli

from netui.domain.model.dates import PartialDate, shift
from netui.interchange.records import stable_id
from netui.storage.files.filenames import slug
from netui.storage.toml.document import dump

HISTORY_DAYS = 730
_DATA = Path(__file__).parent
_DATE = re.compile(r"(\d{4}|--)?T([+-]\d+)([my]?)\Z")
_DAY = re.compile(r"[+-]\d+")
_HERE = re.compile(r"\bhere \| ")
_WORD = re.compile(r"\{T([+-]\d+):(month|season|weekday|year)\}")
_SEASONS = ("winter", "spring", "summer", "autumn")
_FACE_TO_FACE = frozenset({"coffee", "lunch", "dinner", "drinks", "meeting", "visit"})
_KEYS = (
    "on", "kind", "with", "place", "started_by", "text", "tags", "goals", "gave", "got", "learned", "private",
)  # fmt: skip
_OURS = ("id", "gap", "kinds", "places", "threads", "talk", "log")


def build_demo(today: date) -> dict[str, str]:
    """Builds the demo network: the text of each file by its path (``goals/cto-role.toml``)."""
    people, goals, stories = _read()
    files = {f"goals/{goal['id']}.toml": dump(_dated(_without(goal, "id"), today)) for goal in goals}
    talk = _shuffled(stories["talk"])
    for person in people:
        files[f"contacts/{person['id']}.toml"] = dump(_contact(person, stories, talk, today))
    return files


@cache
def _read() -> tuple[list[dict[str, Any]], list[dict[str, Any]], dict[str, list[str]]]:
    """People, goals and stories as the data files hold them."""
    people: list[dict[str, Any]] = []
    for path in sorted(_DATA.glob("demo_people_*.toml")):
        people += tomli.loads(path.read_text(encoding="utf-8"))["person"]
    goals = tomli.loads((_DATA / "demo_goals.toml").read_text(encoding="utf-8"))["goal"]
    return people, goals, tomli.loads((_DATA / "demo_threads.toml").read_text(encoding="utf-8"))


def _contact(
    person: dict[str, Any], stories: dict[str, list[str]], talk: Iterator[str], today: date
) -> dict[str, Any]:
    """One contact file's values."""
    ident = person["id"]
    written = [_entry(line, _day(line), today) for line in person["log"]]
    entries = [*_history(person, stories, talk, today), *written]
    entries.sort(key=lambda entry: str(entry["on"]))
    for number, entry in enumerate(entries):
        entry["id"] = stable_id("demo", ident, str(number))
    fields: dict[str, Any] = _dated(_without(person, *_OURS), today)
    for table in ("promise", "opportunity"):
        for number, item in enumerate(fields.get(table, ())):
            fields[table][number] = {"id": table[0] + stable_id(table, ident, str(number))[:5], **item}
    if "org" in fields and "emails" not in fields:
        fields["emails"] = [f"{ident.replace('-', '.')}@{slug(fields['org'])}.example"]
    if "met" in fields and "on" not in fields["met"] and entries:
        first = PartialDate.parse(entries[0]["on"])
        fields["met"] = {"on": str(PartialDate(first.year, first.month, None)), **fields["met"]}
    if entries:
        fields["timeline"] = [{"id": entry["id"], **entry} for entry in entries]
    return fields


def _history(
    person: dict[str, Any], stories: dict[str, list[str]], talk: Iterator[str], today: date
) -> list[dict[str, Any]]:
    """Generated entries before the first written one, newest first."""
    threads = person.get("threads", [])
    if not threads:
        return []
    random = Random(person["id"])
    steps = _interleaved([_filled(stories[name], words) for name, *words in threads], random)
    near = [kind for kind in person["kinds"] if kind in _FACE_TO_FACE]
    for _ in range(person["talk"]):
        line = next(line for line in talk if near or not _HERE.search(line))
        steps.insert(random.randrange(len(steps) + 1), line)
    day = min(map(_day, person["log"]))
    entries = []
    for step in reversed(steps):
        day -= max(1, round(person["gap"] * min(max(random.lognormvariate(0, 0.35), 0.5), 2.0)))
        if day < -HISTORY_DAYS:
            break
        entry = _entry(step, day, today)
        entry.setdefault(
            "kind", random.choice((near or ["visit"]) if _HERE.search(step) else person["kinds"])
        )
        if entry["kind"] in _FACE_TO_FACE and "place" not in entry and person.get("places"):
            entry["place"] = random.choice(person["places"])
        if "started_by" not in entry and random.random() < 0.8:
            entry["started_by"] = random.choice(("me", "them"))
        entries.append({key: entry[key] for key in _KEYS if key in entry})
    return entries


def _entry(line: str, day: int, today: date) -> dict[str, Any]:
    """The entry of ``-3 coffee @Lisbon +yuki #rust ^goal got:lead from:them | text | learned``.

    The first word may be a day and hour (``+3T12:30``); marks and what was learned may be missing.
    """
    marks, _, rest = line.rpartition(" | ") if line.count(" | ") < 2 else line.partition(" | ")
    text, _, learned = rest.partition(" | ")
    values: dict[str, Any] = {
        "on": shift(today, day),
        "text": _worded(text[:1].upper() + text[1:], today),
    }
    for mark in marks.split():
        sign, word = mark[0], mark[1:].replace("_", " ")
        if sign in "+-" and mark[1].isdigit():
            if "T" in mark:
                hour = time.fromisoformat(mark.partition("T")[2])
                values["on"] = datetime.combine(values["on"], hour)
        elif sign in "+#^":
            values.setdefault({"+": "with", "#": "tags", "^": "goals"}[sign], []).append(mark[1:])
        elif sign == "@":
            values["place"] = word
        elif mark.startswith(("got:", "gave:")):
            values.setdefault(mark[: mark.index(":")], []).append(mark.partition(":")[2])
        elif mark.startswith("from:"):
            values["started_by"] = mark[5:]
        elif mark == "private":
            values["private"] = True
        elif mark != "here":
            values["kind"] = mark
    if learned:
        values["learned"] = _worded(learned, today)
    return {key: values[key] for key in _KEYS if key in values}


def _day(line: str) -> int:
    """The days from today that a written line begins with."""
    match = _DAY.match(line)
    if match is None:
        raise ValueError(f"no day at the start of {line!r}")
    return int(match[0])


def _interleaved(threads: list[list[str]], random: Random) -> list[str]:
    """The steps of all stories interleaved at random, each story's in its order."""
    turns = [index for index, steps in enumerate(threads) for _ in steps]
    random.shuffle(turns)
    stories = [iter(steps) for steps in threads]
    return [next(stories[turn]) for turn in turns]


def _filled(steps: list[str], words: list[str]) -> list[str]:
    """The steps with ``{0}``, ``{1}`` … replaced by ``words``."""
    for number, word in enumerate(words):
        steps = [step.replace(f"{{{number}}}", word) for step in steps]
    return steps


def _shuffled(lines: list[str]) -> Iterator[str]:
    """``lines`` in a shuffled order, again and again."""
    random = Random(len(lines))
    while True:
        yield from random.sample(lines, len(lines))


def _without(values: dict[str, Any], *keys: str) -> dict[str, Any]:
    return {key: value for key, value in values.items() if key not in keys}


def _dated(value: Any, today: date) -> Any:
    """``value`` with every day counted from today made a date, and every ``{T+40:month}`` a word."""
    if isinstance(value, dict):
        return {key: _dated(item, today) for key, item in value.items()}
    if isinstance(value, list):
        return [_dated(item, today) for item in value]
    if not isinstance(value, str):
        return value
    match = _DATE.match(value)
    if match is None:
        return _worded(value, today)
    year, days, part = match.groups()
    day = shift(today, int(days))
    if part:
        return str(PartialDate(day.year, day.month if part == "m" else None, None))
    if year is None:
        return day
    if year == "--" or (day.month, day.day) == (2, 29):
        return str(PartialDate(None, day.month, day.day))
    return str(PartialDate(int(year), day.month, day.day))


def _worded(text: str, today: date) -> str:
    """``text`` with ``{T+40:month}``, ``:season``, ``:weekday`` and ``:year`` said in words."""

    def word(match: re.Match[str]) -> str:
        day = shift(today, int(match[1]))
        if match[2] == "season":
            return _SEASONS[day.month % 12 // 3]
        return day.strftime({"month": "%B", "weekday": "%A", "year": "%Y"}[match[2]])

    return _WORD.sub(word, text)
