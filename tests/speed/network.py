"""Made-up networks, the same for the same size."""

import math
from datetime import date, timedelta
from pathlib import Path
from random import Random

TODAY = date(2026, 11, 21)
ENTRIES = 20
SOMEONE = "Zelda Quorn"
"""The name of the first contact; nobody else has it."""
_GIVEN = [
    "Ada",
    "Bram",
    "Cleo",
    "Dov",
    "Edda",
    "Finn",
    "Gita",
    "Hugo",
    "Ines",
    "Jan",
    "Kaja",
    "Leo",
    "Mira",
    "Nuno",
    "Olga",
    "Per",
    "Rana",
    "Sol",
    "Tess",
    "Udo",
    "Åke",
    "Zdeněk",
]
_FAMILY = [
    "Adler",
    "Bosch",
    "Conti",
    "Dahl",
    "Egger",
    "Frost",
    "Grau",
    "Holm",
    "Iversen",
    "Jonas",
    "Keller",
    "Lange",
    "Moreau",
    "Nagy",
    "Öberg",
    "Pavić",
    "Roth",
    "Sato",
]
_FIELDS = [
    "rust",
    "python",
    "sql",
    "design",
    "hiring",
    "grants",
    "climbing",
    "music",
    "cooking",
    "sailing",
    "law",
    "tax",
]
_ROLES = ["mentor", "mentee", "colleague", "client", "peer", "expert", "friend"]
_KINDS = ["coffee", "call", "email", "message", "lunch", "meeting", "video"]
_SAID = (
    "Told me how the new team settles in and what they still look for.",
    "Asked for a second pair of eyes on the draft.",
    "Caught up on the move; the garden is coming along.",
    "Knows someone who keeps the statistics for the whole region.",
    "The retainer is agreed, they start after the holidays.",
    "Long talk about teaching, and a paper worth reading.",
)
_GOALS = 5


def make_network(folder: Path, contacts: int) -> Path:
    """Writes ``contacts`` files of about twenty entries each, and five goals; returns ``folder``."""
    chance = Random(contacts)
    (folder / "contacts").mkdir(parents=True)
    (folder / "goals").mkdir()
    for at in range(_GOALS):
        (folder / "goals" / f"goal-{at}.toml").write_text(_goal(at), encoding="utf-8")
    for at in range(contacts):
        (folder / "contacts" / f"{ident(at)}.toml").write_text(
            _contact(chance, at, contacts), encoding="utf-8"
        )
    return folder


HEAVY, LONG = "zzz-heavy", "zzz-long"
"""The ids of the one with thousands of entries, and of the one with a megabyte of notes; last by name."""
HEAVY_ENTRIES, TAGS, HEAVY_GOALS, NOTE_BYTES = 5000, 2000, 500, 1 << 20


def make_heavy(folder: Path, contacts: int) -> Path:
    """The same with 500 goals, 2,000 tags, one of 5,000 entries, and a megabyte of notes and of one entry."""
    make_network(folder, contacts - 2)
    for at in range(_GOALS, HEAVY_GOALS):
        (folder / "goals" / f"goal-{at}.toml").write_text(_goal(at), encoding="utf-8")
    chance = Random(contacts)
    lines = [f'name = "Zzz Heavy"\nroles = ["friend"]\ntags = ["{_tag(0)}"]\nknows = ["law"]\n']
    for number in range(HEAVY_ENTRIES):
        day = TODAY - timedelta(2 * (HEAVY_ENTRIES - number))
        lines.append(
            f'\n[[timeline]]\nid = "h{number:05d}"\non = {day}\nkind = "{chance.choice(_KINDS)}"\n'
            f'text = "{chance.choice(_SAID)}"\ntags = ["{_tag(number)}"]\n'
            f'goals = ["goal-{number % HEAVY_GOALS}"]\n'
        )
    (folder / "contacts" / f"{HEAVY}.toml").write_text("".join(lines), encoding="utf-8")
    long = "\n".join(chance.choice(_SAID) for _ in range(NOTE_BYTES // 60))
    tags = ", ".join(f'"{_tag(number)}"' for number in range(TAGS))
    (folder / "contacts" / f"{LONG}.toml").write_text(
        f'name = "Zzz Long"\ntags = [{tags}]\nnotes = """\n{long}"""\n'
        f'\n[[timeline]]\nid = "long"\non = {TODAY}\nkind = "note"\ntext = """\n{long}"""\n',
        encoding="utf-8",
    )
    return folder


def _tag(number: int) -> str:
    return f"topic-{number % TAGS:04d}"


def ident(at: int) -> str:
    """The id of one of the made-up contacts."""
    return f"person-{at:06d}"


def entry(day: date, number: str, text: str) -> str:
    """One entry as it stands in a file."""
    return f'\n[[timeline]]\nid = "{number}"\non = {day}\nkind = "call"\ntext = "{text}"\n'


def _goal(at: int) -> str:
    field = _FIELDS[at % len(_FIELDS)]
    return (
        f'title = "Goal number {at}"\nstatus = "active"\ndue = 2027-{at % 12 + 1:02d}-28\n\n'
        f'[measure]\ncount = "kind:coffee ^goal-{at}"\ntarget = {5 * (at % 20 + 1)}\nper = "total"\n\n'
        f'[[audience]]\nwho = "people who know {field}"\nmatch = "knows:{field}"\n'
        f"want = {at % 50 + 2}\n"
    )


def _contact(chance: Random, at: int, contacts: int) -> str:
    pick = chance.choice
    name = f"{pick(_GIVEN)} {chr(65 + chance.randrange(26))}. {pick(_FAMILY)}"
    if not at:
        name = SOMEONE
    lines = [
        f'name = "{name}"', f'roles = ["{pick(_ROLES)}"]',
        f'tags = ["{pick(_FIELDS)}", "{pick(_FIELDS)}-people"]',
        f'org = "{pick(_FAMILY)} & {pick(_FAMILY)}"', f'knows = ["{pick(_FIELDS)}"]',
        f'emails = ["{ident(at)}@mail.example"]',
        f'notes = "Met through {pick(_GIVEN)}. Likes {pick(_FIELDS)}."',
    ]  # fmt: skip
    if chance.random() < 0.15:
        lines += ["", "[rhythm]", f'every = "{pick(("1w", "3w", "1m", "3m"))}"']
    if chance.random() < 0.4:
        day = f"--{chance.randrange(1, 13):02d}-{chance.randrange(1, 29):02d}"
        lines += ["", "[[date]]", 'what = "birthday"', f'on = "{day}"']
    if chance.random() < 0.1:
        due = TODAY + timedelta(chance.randrange(-5, 20))
        lines += [
            "",
            "[[promise]]",
            f'id = "p{at}"',
            f'by = "{pick(("me", "them"))}"',
            'text = "Send the notes"',
            f"due = {due}",
        ]
    centre, spread = math.log(pick((4, 9, 20, 35, 70))), chance.uniform(0.4, 1.1)
    day = TODAY - timedelta(chance.randrange(40) if chance.random() < 0.9 else chance.randrange(200, 700))
    days = []
    for _ in range(chance.randrange(ENTRIES // 2, ENTRIES * 3 // 2 + 1)):
        days.append(day)
        day -= timedelta(max(1, round(chance.lognormvariate(centre, spread))))
    for number, day in enumerate(reversed(days)):
        lines += [
            "",
            "[[timeline]]",
            f'id = "e{at:06d}{number:03d}"',
            f"on = {day}",
            f'kind = "{pick(_KINDS)}"',
        ]
        if chance.random() < 1 / 15:
            lines.append(f'with = ["{ident(chance.randrange(contacts))}"]')
        if chance.random() < 0.6:
            lines.append(f'started_by = "{pick(("me", "them"))}"')
        lines.append(f'text = "{pick(_SAID)}"')
        if chance.random() < 0.2:
            lines.append(f'tags = ["{pick(_FIELDS)}"]')
        if chance.random() < 0.1:
            lines.append(f'goals = ["goal-{chance.randrange(_GOALS)}"]')
    return "\n".join(lines) + "\n"
