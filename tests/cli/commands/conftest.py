"""Networks that tests of several commands look at."""

import pytest

from tests.cli.conftest import Cli

LISTED = [
    "id",
    "name",
    "roles",
    "tags",
    "org",
    "title",
    "last",
    "days",
    "state",
    "every",
    "chance",
    "share",
    "why",
]


def entries(*days: str) -> str:
    return "".join(
        f'\n[[timeline]]\nid = "e{n}"\non = {day}\nkind = "coffee"\n' for n, day in enumerate(days)
    )


@pytest.fixture
def known(cli: Cli) -> Cli:
    """Quiet Ada, warm Grace, new Mary, a plan, dates, promises and a goal."""
    cli.write("ada", 'name = "Ada Lovelace"\norg = "Engines"\ntags = ["london"]\n[rhythm]\nevery = "3w"\n'
              '[[date]]\nwhat = "birthday"\non = "1815-11-25"\n'
              '[[promise]]\nid = "p1"\nby = "me"\ntext = "the deck"\nmade = 2026-11-01\ndue = 2026-11-13\n'
              '[[promise]]\nid = "p2"\nby = "them"\ntext = "an intro"\ndue = 2027-01-13\n'
              '[[promise]]\nid = "p3"\ntext = "kept"\ndone = 2026-11-02\n'
              + entries("2026-09-01", "2026-09-20") +
              '\n[[timeline]]\nid = "plan"\non = 2026-11-24T12:30:00\nkind = "lunch"\n'
              'with = ["grace"]\n')  # fmt: skip
    cli.write("grace", 'name = "Grace Hopper"\nknows = ["cobol"]\n' + entries("2026-11-20"))
    cli.write("mary", 'name = "Mary Somerville"\nnotes = "Mechanism of the heavens"\n')
    cli.write("cto", 'title = "A CTO role"\ndue = 2027-03-31\n[measure]\ncount = "kind:coffee"\ntarget = 12\n'
              '[[audience]]\nwho = "coders"\nmatch = "knows:cobol"\nwant = 2\n', "goals")  # fmt: skip
    return cli


@pytest.fixture
def introduced(cli: Cli) -> Cli:
    """Ada, met through Grace, who knows COBOL; a lunch of both."""
    cli.write("ada", 'name = "Ada Lovelace"\nseeks = ["a COBOL coder"]\n'
              '[met]\non = "2024-05"\nvia = "grace"\n'
              '[[promise]]\nid = "p1"\nby = "me"\ntext = "the deck"\ndue = 2026-11-27\n'
              '[[timeline]]\nid = "e1"\non = 2026-11-01\nkind = "lunch"\nwith = ["grace"]\n'
              'text = "Her [lab] is hiring."\n')  # fmt: skip
    coffees = "".join(
        f'[[timeline]]\nid = "c{n}"\non = 2026-10-{n + 10}\nkind = "coffee"\n' for n in range(9)
    )
    cli.write("grace", f'name = "Grace Hopper"\nknows = ["cobol"]\n{coffees}')
    return cli


@pytest.fixture
def promised(cli: Cli) -> Cli:
    """Ada, to whom something was promised, with a name that is no markup."""
    cli.write(
        "ada",
        'name = "Ada <b>[x](y)\\u001b[31m"\n[[promise]]\nid = "p1"\nby = "me"\ntext = "the deck"\n'
        'due = 2026-11-23\n[[timeline]]\nid = "e1"\non = 2026-11-20\nkind = "lunch"\ntext = "Soup."\n',
    )
    return cli


ADA = 'name = "Ada King"\norg = "Engines"\n'


AL = """name = "A. Lovelace"
org = "Initech"
tags = ["maths"]

[[timeline]]
id = "t1"
on = 2026-10-02
kind = "coffee"
with = ["cy"]
"""


CY = 'name = "Cy"\n\n[met]\nvia = "al"\n'


@pytest.fixture
def three(cli: Cli) -> Cli:
    for ident, text in (("ada", ADA), ("al", AL), ("cy", CY)):
        cli.write(ident, text)
    return cli
