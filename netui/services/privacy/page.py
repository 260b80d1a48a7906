"""What is held on someone as lines of text, for the terminal and as a page to export."""

from collections.abc import Iterator

from netui.domain.model.changes import tables_at
from netui.domain.model.dates import day_of
from netui.domain.privacy.mentions import Mention
from netui.services.privacy.held_data import HeldData, HeldFile
from netui.services.workspace import Workspace
from netui.storage.archive.placement import read_file

_TABLES = (
    ("timeline", "entry", "entries"), ("promise", "promise", "promises"), ("date", "date", "dates"),
    ("opportunity", "opportunity", "opportunities"), ("related", "relation", "relations"),
    ("source", "source of an import", "sources of imports"),
)  # fmt: skip


def summary(held: HeldData) -> list[tuple[str, str]]:
    """Rows of where something is held, and what."""
    rows = []
    if held.own:
        counts = (_counted(len(tables_at(held.document, key)), one, many) for key, one, many in _TABLES)
        rows.append((str(held.own), ", ".join(filter(None, counts)) or "no entries"))
    for other in held.others:
        shared = len(tables_at(other.with_entries, "timeline")) - len(tables_at(other.document, "timeline"))
        parts = (
            _counted(shared, "shared entry comes here", "shared entries come here"),
            _counted(other.references, "reference", "references"),
            _counted(len(other.mentions), "line may name them", "lines may name them"),
        )
        rows.append((str(other.file), ", ".join(filter(None, parts))))
    rows += [(path, "a copy of their file") for path in held.copies]
    rows += [(path, "names them") for path in (*held.raw, *held.state)]
    rows += [("config.toml", "names them")] if held.settings else []
    rows += [("the undo journal", _counted(held.journal, "change", "changes"))] if held.journal else []
    rows.append(("the index", "deleted and rebuilt"))
    rows += [(str(file), "stays: somebody else of that name") for file in held.namesakes]
    rows += [(path, "stays: it is not netui's; edit it yourself") for path in held.foreign]
    return rows


def mention_words(held: HeldFile, mention: Mention) -> str:
    """Where a text stands, in words: ``contacts/bob.toml, 2026-11-01 coffee``."""
    table, *rest = mention.path
    item = held.with_entries.get(str(table))
    if rest and isinstance(rest[0], int) and isinstance(item, list) and isinstance(item[rest[0]], dict):
        entry = item[rest[0]]
        words = [str(entry[key]) for key in ("on", "kind", "by") if key in entry and key != rest[-1]]
        return f"{held.file}, {' '.join([str(table), *words])}"
    return f"{held.file}, {'.'.join(map(str, mention.path))}"


def export_page(workspace: Workspace, held: HeldData) -> str:
    """Everything held, as a Markdown page: their file as it is, and what others hold of them."""
    lines = [f"# What is held on {held.who.name}", "", f"On {workspace.today.isoformat()}.", ""]
    if held.own:
        lines += _quoted(str(held.own), _text(workspace, str(held.own)))
    for other in held.others:
        lines += [f"## {other.file}", ""]
        lines += [f"- {words}" for words in _references(other, held)]
        lines += [f"- {mention_words(other, each)}: {each.text.strip()}" for each in other.mentions]
        lines.append("")
    for path in (*held.copies, *held.raw):
        lines += _quoted(path, _text(workspace, path))
    for path in held.state:
        data = read_file(str(workspace.places.state), path) or b""
        lines += _quoted(path, data.decode("utf-8", "replace"))
    return "\n".join(lines) + "\n"


def _references(other: HeldFile, held: HeldData) -> Iterator[str]:
    """Entries they took part in, and where else they are referred to."""
    for entry in tables_at(other.with_entries, "timeline"):
        others = entry.get("with")
        if isinstance(others, list) and any(map(held.who.is_meant_by, others)) and "on" in entry:
            yield f"{day_of(entry['on'])} {entry.get('kind', '')}: {entry.get('text', '')}".rstrip(" :")
    for table, key in (("related", "who"), ("opportunity", "via")):
        for item in tables_at(other.document, table):
            if held.who.is_meant_by(item.get(key)):
                yield f"{table}: {item.get('as') or item.get('text') or ''}"
    met = other.document.get("met")
    if isinstance(met, dict) and held.who.is_meant_by(met.get("via")):
        yield "met through them"


def _text(workspace: Workspace, path: str) -> str:
    return (read_file(str(workspace.network), path) or b"").decode("utf-8", "replace")


def _quoted(title: str, text: str) -> list[str]:
    fence = "```"
    while fence in text:
        fence += "`"
    return [f"## {title}", "", fence, text.rstrip("\n"), fence, ""]


def _counted(count: int, one: str, many: str) -> str:
    return "" if not count else f"{count:,} {one if count == 1 else many}"
