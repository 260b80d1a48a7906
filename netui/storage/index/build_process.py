"""Builds the index in a child process: ``python -m netui.storage.index.build_process NETWORK CACHE``.

Each line of its output is the number of files done and the number of all.
"""

import sys
from datetime import date
from pathlib import Path

from netui.storage.index.index import Index
from netui.storage.state.config import config_path, load_config


def _report(done: int, total: int) -> None:
    print(done, total, flush=True)


def main(network: str, cache: str) -> None:
    """Builds the index of one network folder."""
    config, _ = load_config(config_path())
    index = Index(Path(network), Path(cache), config.all_kinds)
    try:
        index.refresh(date.today(), _report)
    finally:
        index.close()


if __name__ == "__main__":
    main(*sys.argv[1:3])
