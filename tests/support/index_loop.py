"""Opens and refreshes an index for ever (``python -m tests.support.index_loop FOLDER``).

With ``--build`` each round touches a file and then rebuilds the whole index, for a process to be killed.
"""

import sys
from pathlib import Path

from tests.support.indexed_network import TODAY, Net


def main(folder: str, *options: str) -> None:
    net = Net(Path(folder))
    while True:
        index = net.fresh()
        print(len(index.db.execute("SELECT id FROM contact").fetchall()), flush=True)
        if options:
            path = net.folder / "contacts/person-1.toml"
            path.write_bytes(path.read_bytes())
            index.refresh(TODAY)
            index.reset()
            index.refresh(TODAY)
        index.close()
        net._open.clear()


if __name__ == "__main__":
    main(*sys.argv[1:])
