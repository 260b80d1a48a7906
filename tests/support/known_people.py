"""A small circle of people, and a resolver over it that counts what it is asked."""

from datetime import datetime

from netui.domain.capture.parse import ParsedLine, Person, name_key, parse
from netui.domain.model.kinds import BUILT_IN, Kinds

NOW = datetime(2026, 11, 21, 10, 0)
GOALS = {"cto-role": "A CTO role by spring", "learn-rust": "Learn Rust", "rust-talk": "Give a talk on Rust"}


class Known:
    """Names held in memory; ``asked`` counts the questions."""

    def __init__(self, people: dict[str, tuple[str, ...]]):
        self.asked = 0
        self._by_first: dict[str, list[tuple[str, Person]]] = {}
        self._all: list[tuple[str, Person]] = []
        for ident, names in people.items():
            person = Person(ident, names[0])
            for name in dict.fromkeys(name_key(name) for name in (*names, ident)):
                self._by_first.setdefault(name.split(" ", 1)[0], []).append((name, person))
                self._all.append((name, person))

    def starting(self, words: str) -> list[tuple[str, Person]]:
        self.asked += 1
        rows = self._by_first.get(words.split(" ", 1)[0], [])
        return [(name, person) for name, person in rows if f"{name} ".startswith(f"{words} ")]

    def partial(self, text: str) -> list[Person]:
        self.asked += 1
        return list(dict.fromkeys(person for name, person in self._all if text in name))[:50]

    def oneself(self) -> Person | None:
        return next((person for name, person in self._all if name == "me"), None)


PEOPLE = {
    "ada-lovelace": ("Ada Lovelace", "Ada King"),
    "grace-hopper": ("Grace Hopper", "Amazing Grace", "The Admiral"),
    "alan-turing": ("Alan Turing",),
    "charles-babbage": ("Charles Babbage", "Chuck"),
    "will-smith": ("Will Smith",),
    "may-chen": ("May Chen",),
    "mark-weiser": ("Mark Weiser",),
    "art-garfunkel": ("Art Garfunkel",),
    "sam-altman": ("Sam Okafor",),
    "sam-rivera": ("Sam Rivera",),
    "jose-munoz": ("José Muñoz", "Pepe"),
    "ludwig-van-der-berg": ("Ludwig van der Berg",),
    "siobhan-o-neil": ("Siobhán O'Neil",),
    "jean-luc-picard": ("Jean-Luc Picard",),
    "asa-lindstrom": ("Åsa Lindström",),
    "james-clerk-maxwell": ("James Clerk Maxwell",),
    "bob": ("Bob",),
    "li-wei": ("Li Wei",),
    "joy-buolamwini": ("Joy Buolamwini",),
    "martin-king": ("Martin L. King",),
    "april-jones": ("April Jones",),
    "bill-gates": ("Bill Gates",),
    "hope-solo": ("Hope Solo",),
    "nadia": ("Nadia Boulanger",),
    "nadia-2": ("Nadia Comaneci",),
}
KNOWN = Known(PEOPLE)


def read(line: str, *, kinds: Kinds = BUILT_IN, present: tuple[str, ...] = (), **more: object) -> ParsedLine:
    """The line as understood on Saturday 21 November 2026 among the people above."""
    return parse(line, NOW, KNOWN, kinds, goals=GOALS, present=present, **more)  # type: ignore[arg-type]
