"""A network folder written by hand, its index, and all that the index says."""

from datetime import date
from pathlib import Path
from typing import Any

from netui.domain.model.kinds import BUILT_IN, Kinds
from netui.storage.index.index import Index
from netui.storage.queries.reader import Reader

TODAY = date(2026, 11, 21)

PEOPLE = {
    "ada-lovelace": 'name = "Ada Lovelace"\naliases = ["Countess of Lovelace"]\nemails = ["Ada@x.example"]\n',
    "ada-byron": 'name = "Ada Byron"\n[[source]]\nkind = "friends"\nuid = "Ada B"\n',
    "asa": 'name = "Åsa Øst-Nilsson"\nemails = [{ value = "asa@x.example", label = "home" }]\n',
    "mj": 'name = "Mary J. O’Neil"\ntags = ["navy"]\nnotes = "Café, 100% sure"\n',
    "gone": 'name = "Bob"\ndied = "2024"\n[[date]]\nwhat = "birthday"\non = "--11-22"\n'
    '[[promise]]\nid = "p9"\ntext = "too late"\n',
    "away": 'name = "Cy"\narchived = true\n[[date]]\nwhat = "birthday"\non = "--11-22"\n',
}


class Net:
    """A network folder, written by hand, and its index."""

    def __init__(self, base: Path) -> None:
        self.folder, self.cache = base / "net", base / "cache"
        self._open: list[Index] = []

    def write(self, ident: str, text: str, folder: str = "contacts") -> None:
        path = self.folder / folder / f"{ident}.toml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")

    def person(self, ident: str, *entries: str, more: str = "") -> None:
        self.write(
            ident, f'name = "{ident.title()}"\n{more}' + "".join(f"\n[[timeline]]\n{e}\n" for e in entries)
        )

    def remove(self, ident: str, folder: str = "contacts") -> None:
        (self.folder / folder / f"{ident}.toml").unlink()

    def index(self, *, memory: bool = False, kinds: Kinds = BUILT_IN) -> Index:
        index = Index(self.folder, None if memory else self.cache, kinds)
        self._open.append(index)
        return index

    def fresh(self, today: date = TODAY, **settings: Any) -> Index:
        index = self.index(**settings)
        index.refresh(today)
        return index

    def close(self) -> None:
        for index in self._open:
            index.close()


def met(day: str, *others: str, kind: str = "coffee") -> str:
    with_ = f"\nwith = [{', '.join(map(repr, others))}]" if others else ""
    return f'id = "x{day}{kind}"\non = {day}\nkind = "{kind}"\ntext = "words of {day}"{with_}'


def content(index: Index) -> dict[str, list[tuple[Any, ...]]]:
    """All that the index says, without row numbers and file signatures; its full text is that of its rows."""
    for table in ("entry_text", "contact_text"):
        index.db.execute(f"INSERT INTO {table}({table}, rank) VALUES('integrity-check', 1)")
    tables = {
        "contact": "SELECT * FROM contact ORDER BY id",
        "detail": "SELECT c.id, d.* FROM detail d JOIN contact c USING(rid) ORDER BY 1",
        "name": "SELECT c.id, words, whole FROM name JOIN contact c USING(rid) ORDER BY 1, 2, 3",
        "entry": "SELECT * FROM entry ORDER BY contact, rowid",
        "presence": "SELECT p.contact, e.contact, e.id FROM presence p JOIN entry e ON e.rowid = p.entry"
        " ORDER BY 1, 2, 3",
        "promise": "SELECT * FROM promise ORDER BY contact, rowid",
        "date": "SELECT * FROM date ORDER BY contact, rowid",
        "opportunity": "SELECT * FROM opportunity ORDER BY contact, rowid",
        "link": "SELECT * FROM link ORDER BY contact, rowid",
        "goal": "SELECT id, body, error FROM goal ORDER BY id",
    }
    skipped = {"rid", "rowid", "stamp", "learned_on"}
    found = {}
    for table, query in tables.items():
        cursor = index.db.execute(query)
        keep = [at for at, column in enumerate(cursor.description) if column[0] not in skipped]
        found[table] = [tuple(row[at] for at in keep) for row in cursor]
    for table in ("entry_text", "contact_text"):
        index.db.execute(f"INSERT INTO {table}({table}, rank) VALUES('integrity-check', 1)")
    return found


def reader(net: Net, people: dict[str, str], today: date = TODAY) -> Reader:
    """A reader of the network once it holds these people."""
    for ident, text in people.items():
        net.write(ident, text)
    return Reader(net.fresh(today, memory=True))


def edit_in_place(path: Path, old: str, new: str) -> None:
    """As some editors write: the folder does not tell of it."""
    path.write_text(path.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")
