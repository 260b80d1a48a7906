"""Edits of ugly but valid documents: 400 random ones, each edited in every way.

To draw a document takes longer than to edit it, so all edits of one document are tried on it.

Proved: an append leaves every earlier byte; setting, inserting and deleting change that value alone and keep
every comment around it; merging two contacts keeps every entry and word of both; of a field edited on two
sides both texts are kept; undo and redo give the exact bytes. The results are read by another parser than
netui's own, tomllib. Not proved: documents that are not valid TOML, which are refused
(`tests/storage/toml/test_toml_corpus.py`).
"""

import os
import re
from collections import Counter
from unicodedata import combining, normalize

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netui.domain.dedupe.merge import merge
from netui.domain.model.changes import AddItem, AmendItem, RemoveItem, ReplaceText, SetValue
from netui.storage.errors import Conflict, EditRefused
from netui.storage.toml.document import apply
from netui.storage.toml.verify import same
from tests.support.edited_file import ADA, lines, lost_comments, lost_lines
from tests.support.faulty_disk import BOB, batch, contents, network, store
from tests.support.odd_toml import ITEMS, NEW_VALUES, ONE_LINERS, TEXTS, documents
from tests.support.toml_text import comments, read, text_of

EXAMPLES = 400
MANY = settings(deadline=None, max_examples=EXAMPLES, suppress_health_check=list(HealthCheck))


def check_append(text, item):
    new, inverse = apply(text, AddItem(ADA, "timeline", item))
    assert new.startswith(text)
    wanted = read(text)
    wanted["timeline"] = [*wanted.get("timeline", []), item]
    assert same(read(new), wanted)
    assert comments(new)[: len(comments(text))] == comments(text)
    newline = "\r\n" if "\r\n" in text else "\n"
    assert new[len(text) :].count("\n") == new[len(text) :].count(newline)
    assert same(read(apply(new, inverse)[0]), read(text))


def check_set(text, name, value):
    new, inverse = apply(text, SetValue(ADA, (name,), value))
    assert same(read(new), {**read(text), name: value})
    mine = text_of(text, (name,))
    assert not lost_comments(text, new) - Counter(comments(mine))
    assert not lost_lines(text, new) - lines(mine)
    assert same(read(apply(new, inverse)[0]), read(text))


def check_insert(text, name, value, in_table):
    path = ("brand-new", name) if in_table else (name,)
    new, inverse = apply(text, SetValue(ADA, path, value))
    assert same(read(new), {**read(text), path[0]: {name: value} if in_table else value})
    assert not lost_comments(text, new) and not lost_lines(text, new)
    assert same(read(apply(new, inverse)[0]), read(text))


def check_delete(text, data):
    held = read(text)
    items = held.get("timeline", [])
    if items and data.draw(st.booleans()):
        at = data.draw(st.integers(0, len(items) - 1))
        new, inverse = apply(text, RemoveItem(ADA, "timeline", {"id": items[at]["id"]}))
        assert same(read(new).get("timeline", []), [*items[:at], *items[at + 1 :]])
        assert same({**read(new), "timeline": 0}, {**held, "timeline": 0})
    else:
        name = data.draw(st.sampled_from(["name", "org", "tags"]))
        new, inverse = apply(text, SetValue(ADA, (name,), None))
        assert same(read(new), {key: value for key, value in held.items() if key != name})
        within = comments(text_of(text, (name,))) if name == "tags" else []
        assert not lost_comments(text, new) - Counter(within)
        assert same(read(apply(new, inverse)[0]), held)


def check_undo(folder, text, item, value, data):
    home = network(folder / os.urandom(8).hex(), [(ADA, text.encode())])
    one = store(home)
    states = [contents(home)]
    items = read(text).get("timeline", [])
    changes = [AddItem(ADA, "timeline", item), SetValue(ADA, ("org",), value), SetValue(ADA, ("name",), None)]
    if items:
        where = {"id": data.draw(st.sampled_from(items))["id"]}
        changes += [AmendItem(ADA, "timeline", where, {"text": value}), RemoveItem(ADA, "timeline", where)]
    changes.append(ReplaceText(ADA, "", "a = 1\r\n"))
    for change in data.draw(st.permutations(changes)):
        if isinstance(change, ReplaceText):
            change = change._replace(before=next(iter(contents(home).values())).decode())
        try:
            done = one.apply(batch(change))
        except (Conflict, EditRefused):
            continue
        if done.files:
            states.append(contents(home))
    for state in reversed(states[:-1]):
        assert one.undo() is not None and contents(home) == state
    assert one.undo() is None
    for state in states[1:]:
        assert one.redo() is not None and contents(home) == state
    assert one.redo() is None


def words_in(value):
    """Every word of the texts anywhere in a value, case and accents aside."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return {word for each in value for word in words_in(each)}
    text = normalize("NFKD", value).casefold() if isinstance(value, str) else ""
    return set(re.findall(r"\w+", "".join(letter for letter in text if not combining(letter))))


def check_merge(folder, mine, theirs, apart):
    """Entries of one id are the same entry or, as here at times, two that met by chance."""
    theirs = theirs.replace('id = "e', f'id = "{"f" * apart}e')
    home = network(folder / os.urandom(8).hex(), [(ADA, mine.encode()), (BOB, theirs.encode())])
    before, one = contents(home), store(home)
    documents_before = {ADA: read(mine), BOB: read(theirs)}
    try:
        one.apply(merge(ADA.stem, BOB.stem, documents_before).batch)
    except (ValueError, EditRefused):
        assert contents(home) == before
        return
    (text,) = contents(home).values()
    after = read(text.decode())
    assert not words_in(documents_before) - words_in(after)
    items = [item for document in documents_before.values() for item in document.get("timeline", [])]
    assert len(after.get("timeline", [])) >= max(len({item["id"] for item in items}), 0)
    assert one.undo() is not None and contents(home) == before


def check_clash(folder, text, theirs, mine):
    """A field that was changed on two sides since it was seen: the file keeps both."""
    home = network(folder / os.urandom(8).hex(), [(ADA, text.encode())])
    one = store(home)
    one.apply(batch(SetValue(ADA, ("org",), theirs)))
    before = contents(home)
    done = one.apply(batch(SetValue(ADA, ("org",), mine, seen=("Z",))))
    after = read(contents(home)[str(ADA)].decode())
    kept = [after.get("org"), *(each["other"] for each in after.get("conflict", []))]
    assert all(each in kept for each in (theirs, mine) if each and each != "Z")
    assert not done.files or (one.undo() is not None and contents(home) == before)


@MANY
@given(documents(), ITEMS, st.sampled_from(["name", "org", "tags"]), ONE_LINERS, NEW_VALUES, st.data())
def check_edits(text, item, name, word, value, data):
    check_append(text, item)
    check_set(text, name, value)
    check_insert(text, f"new {word}", value, data.draw(st.booleans()))
    check_delete(text, data)


@MANY
@given(documents(), documents(), ITEMS, TEXTS, TEXTS, st.data())
def check_files(folder, text, other, item, value, more, data):
    check_undo(folder, text, item, value, data)
    check_merge(folder, text, other, data.draw(st.integers(0, 2)))
    check_clash(folder, other, value, more)


def test_an_edit_changes_only_what_it_says(count):
    check_edits()
    count(documents=EXAMPLES, edits_of_documents=4 * EXAMPLES)


def test_a_change_of_files_keeps_all_that_was_said_and_can_be_undone(folder, count):
    check_files(folder)
    count(documents=2 * EXAMPLES, edits_of_documents=3 * EXAMPLES)
