"""The manual's table of contents: its topics, and what each is about."""

from collections.abc import Mapping

SUMMARIES: Mapping[str, str] = {
    "capture": "one line to log: kinds, people, days, marks",
    "queries": "what the filter, lists and goals understand",
    "quiet": "who next: rhythms, and when someone is quiet",
    "states": "how things stand with someone",
    "circles": "people with one tag who meet",
    "goals": "what for: measures, audiences, steps",
    "import": "what comes in, and how",
    "export": "what goes out, and how to leave",
    "files": "the folder, every key of contact, goal and settings",
    "settings": "every key of config.toml",
    "keys": "every key of the app",
    "safety": "undo, drafts, trash, backup, privacy",
    "advice": "what the advice rests on",
}
"""What each topic is about, in the order in which they are listed."""
