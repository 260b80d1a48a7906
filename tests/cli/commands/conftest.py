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
