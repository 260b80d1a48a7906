"""Builds the index in a child process: ``python -m netui.storage.index.build_process NETWORK CACHE``.

Each line of its output is the number of files done and the number of all.
"""

import os
import sys
from datetime import date

from netui.storage.index.index import Index
from netui.storage.state.config import config_path, load_config

_NICENESS = 5
"""Once there are names to show, the app that starts meanwhile, and each key in it, come first."""


def _report(done: int, total: int) -> None:
    print(done, total, flush=True)
    os.nice(max(_NICENESS - os.nice(0), 0))


def main(network: str, cache: str) -> None:
    """Builds the index of one network folder."""
    config, _ = load_config(config_path())
    index = Index(network, cache, config.all_kinds)
    try:
        index.refresh(date.today(), _report)
    finally:
        index.close()


if __name__ == "__main__":
    main(*sys.argv[1:3])
