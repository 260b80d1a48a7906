"""``python -m netui.storage.index.build_process NETWORK CACHE``: builds the index in a process of its own.

Prints how many files are done and how many there are, a line at a time.
"""

import sys
from datetime import date
from pathlib import Path

from netui.storage.index.index import Index
from netui.storage.state.config import config_path, load_config


def _say(done: int, total: int) -> None:
    print(done, total, flush=True)


def main(network: str, cache: str) -> None:
    """Builds the index of one folder."""
    config, _ = load_config(config_path())
    Index(Path(network), Path(cache), config.all_kinds).refresh(date.today(), _say)


if __name__ == "__main__":
    main(*sys.argv[1:3])
