from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netui.domain.model.changes import AddItem, AmendItem, RemoveItem, ReplaceText
from netui.storage.errors import Conflict, EditRefused, Unreadable
from netui.storage.toml.document import apply, dump, parse, revert
from netui.storage.toml.verify import same
from tests.support.edited_file import ADA, TIDY, UGLY, lines, lost_comments, lost_lines, set_value
from tests.support.odd_toml import ITEMS, NEW_VALUES, TEXTS, documents
from tests.support.toml_text import comments, text_of

WHY = "# why\nx = 1"


class TestAppend:
    def test_reads_as_one_would_write_it(self):
        item = {"id": "3", "text": 'She said "yes".\nTwice.', "with": ("bob",), "place": None}
        assert apply("name = 'A'", AddItem(ADA, "timeline", item))[0] == (
            'name = \'A\'\n\n[[timeline]]\nid = "3"\ntext = """\nShe said "yes".\nTwice."""\nwith = ["bob"]\n'
        )

    @pytest.mark.parametrize(
        "text", ["timeline = []\n[met]\n", "timeline = [\n  {id = 'a'}, # c\n]\n[met]\n"]
    )
    def test_joins_an_inline_array(self, text):
        new, inverse = apply(text, AddItem(ADA, "timeline", {"id": "b", "text": "x\ny"}))
        assert parse(new)["timeline"][-1] == {"id": "b", "text": "x\ny"}
        assert lost_comments(text, new) == Counter()
        assert parse(apply(new, inverse)[0]).get("timeline", []) == parse(text)["timeline"]

    def test_the_same_again_changes_nothing_and_another_of_that_id_is_refused(self):
        assert apply(TIDY, AddItem(ADA, "timeline", {"id": "1", "text": "old"}))[0] == TIDY
        with pytest.raises(Conflict, match="has the id 1 already"):
            apply(TIDY, AddItem(ADA, "timeline", {"id": "1", "text": "new"}))

    @pytest.mark.parametrize("value", [2**63, "half \ud800", object(), {"x": {1, 2}}])
    def test_refuses_what_no_file_can_hold(self, value):
        with pytest.raises(EditRefused):
            apply(TIDY, AddItem(ADA, "timeline", {"id": "9", "value": value}))

    def test_refuses_where_the_name_means_something_else(self):
        with pytest.raises(EditRefused, match="not a list of tables"):
            apply("timeline = 'long'", AddItem(ADA, "timeline", {"id": "9"}))


class TestSet:
    @pytest.mark.slow
    @UGLY
    @given(documents(), st.sampled_from(["name", "org", "nickname", "met.on", "met.via", "tags"]), NEW_VALUES)
    def test_changes_that_alone(self, text, path, value):
        change = set_value(path, value)
        new, inverse = apply(text, change)
        wanted = parse(text)
        node = wanted
        for key in change.path[:-1]:
            node = node.setdefault(key, {})
        node[change.path[-1]] = value
        assert same(parse(new), wanted)
        mine = text_of(text, change.path)
        assert not lost_comments(text, new) - Counter(comments(mine))
        assert not lost_lines(text, new) - lines(mine)
        assert same(parse(apply(new, inverse)[0]), parse(text))

    @pytest.mark.slow
    @UGLY
    @given(documents(), st.sampled_from(["name", "org", "met.on", "met"]))
    def test_removing_keeps_the_comments_around(self, text, path):
        new, inverse = apply(text, set_value(path, None))
        data = parse(new)
        assert "on" not in data.get("met", {}) if path == "met.on" else path not in data
        if path != "met":
            assert not lost_comments(text, new)
        if new != text:
            assert same(parse(apply(new, inverse)[0]), parse(text))

    @pytest.mark.parametrize(
        ("change", "old", "new"),
        [
            (set_value("org", "Engines"), "# how I know her\n", '# how I know her\norg = "Engines"\n'),
            (set_value("name", "Ada King"), '"Ada"   #', '"Ada King"   #'),
            (set_value("tags", ["b", "c"]), '["a", "b"]', '["b", "c"]'),
            (set_value("met.via", "bob"), '"2024-05"\n', '"2024-05"\nvia = "bob"\n'),
            (set_value("rhythm.every", "3w"), "[[timeline]] #", '[rhythm]\nevery = "3w"\n\n[[timeline]] #'),
            (set_value("met.on", None), 'on = "2024-05"\n\n', "\n"),
            (set_value("name", None), 'name = "Ada"   # the name', "# the name"),
            (set_value("notes", "a\nb"), "her\n", 'her\nnotes = """\na\nb"""\n'),
            (AmendItem(ADA, "timeline", {"id": "1"}, {"text": "new"}), '"old"   #', '"new"   #'),
            (AmendItem(ADA, "timeline", {"id": "1"}, {"text": None, "x": 1}), 'text = "old"   # why', WHY),
            (RemoveItem(ADA, "timeline", {"id": "1"}), TIDY[TIDY.index("[[") : TIDY.index("# about")], ""),
            (RemoveItem(ADA, "timeline", {"id": "2"}), '[[timeline]]\nid = "2"\non = 2026-01-01\n', ""),
        ],
    )  # fmt: skip
    def test_to_the_letter(self, change, old, new):
        assert TIDY.count(old) == 1
        for mark in ("", "\ufeff"):
            assert apply(mark + TIDY, change)[0] == mark + TIDY.replace(old, new)
        windows = TIDY.replace("\n", "\r\n")
        assert apply(windows, change)[0] == windows.replace(
            old.replace("\n", "\r\n"), new.replace("\n", "\r\n")
        )

    def test_an_emptied_table_goes_unless_a_comment_speaks_of_it(self):
        text = 'name = "A"\n\n[rhythm]\nevery = "3w"\n\n[met]\nx = 1\n'
        assert apply(text, set_value("rhythm.every", None))[0] == 'name = "A"\n\n[met]\nx = 1\n'
        assert (
            "[rhythm]"
            in apply(text.replace("[rhythm]", "[rhythm] # mine"), set_value("rhythm.every", None))[0]
        )

    def test_a_table_in_several_places_goes_whole(self):
        text = "a = 1\n\n[met]\nx = 1\n\n[t]\ny = 2 # kept\n\n[met.deep]\nz = 3\n\n[u]\n"
        assert apply(text, set_value("met", None))[0] == "a = 1\n\n[t]\ny = 2 # kept\n\n[u]\n"

    def test_first_key_of_a_file_that_begins_with_a_table(self):
        new = apply("# top\n\n[met]\non = 1\n", set_value("name", "Ada"))[0]
        assert parse(new) == {"name": "Ada", "met": {"on": 1}}
        assert new.startswith("# top\n")

    def test_items_of_a_long_list_keep_their_comments(self):
        text = 'tags = [\n  "a", # first\n  "b", # second\n]\n'
        assert apply(text, set_value("tags", ["b", "c"]))[0] == 'tags = [\n  "b", # second\n  "c",\n]\n'

    def test_what_is_so_already_is_left_alone(self):
        for change in (set_value("name", "Ada"), set_value("nope", None), set_value("a.b", None)):
            assert apply(TIDY, change)[0] == TIDY

    def test_refuses_a_path_through_a_value(self):
        with pytest.raises(EditRefused, match="name is not a table"):
            apply(TIDY, set_value("name.first", "Ada"))

    def test_a_text_that_holds_the_place_holder_is_safe(self):
        text = 'x = "netui-0-"\n'
        assert parse(apply(text, set_value("y", "a\nb"))[0]) == {"x": "netui-0-", "y": "a\nb"}


class TestItems:
    @pytest.mark.slow
    @UGLY
    @given(documents(), st.data())
    def test_remove_and_amend_touch_one_item(self, text, data):
        items = parse(text).get("timeline", [])
        if not items:
            return
        index = data.draw(st.integers(0, len(items) - 1))
        where = {"id": items[index]["id"]}
        left = [*items[:index], *items[index + 1 :]]
        gone, inverse = apply(text, RemoveItem(ADA, "timeline", where))
        assert same(parse(gone).get("timeline", []), left)
        assert same(parse(apply(gone, inverse)[0])["timeline"], [*left, items[index]])

        values = data.draw(
            st.fixed_dictionaries({"text": TEXTS}, optional={"e0": st.none(), "tags": st.lists(TEXTS)})
        )
        amended, inverse = apply(text, AmendItem(ADA, "timeline", where, values))
        wanted = {key: value for key, value in {**items[index], **values}.items() if value is not None}
        assert same(parse(amended)["timeline"], [*items[:index], wanted, *items[index + 1 :]])
        assert same(parse(apply(amended, inverse)[0]), parse(text))

    def test_says_when_it_is_gone_or_changed(self):
        with pytest.raises(Conflict, match="no longer there"):
            apply(TIDY, RemoveItem(ADA, "timeline", {"id": "9"}))
        with pytest.raises(Conflict, match="changed by someone else"):
            apply(TIDY, RemoveItem(ADA, "timeline", {"id": "1", "text": "mine"}))

    def test_twins_are_one_as_good_as_the_other_but_never_guessed_between(self):
        twins = "[[date]]\nwhat = 'x'\n\n[[date]]\nwhat = 'x'\n"
        assert parse(apply(twins, RemoveItem(ADA, "date", {"what": "x"}))[0]) == {"date": [{"what": "x"}]}
        with pytest.raises(Conflict, match="more than one"):
            apply(twins + "on = '2024'\n", RemoveItem(ADA, "date", {"what": "x"}))


class TestRevert:
    def test_leaves_what_others_did_since(self):
        change = set_value("org", "Engines")
        new, inverse = apply(TIDY, change)
        edited = new.replace('"old"', '"theirs"')
        assert revert(edited, change, inverse) == TIDY.replace('"old"', '"theirs"')

    def test_refuses_where_that_itself_was_changed(self):
        for change in (set_value("org", "Engines"), AddItem(ADA, "timeline", {"id": "3", "text": "Engines"})):
            new, inverse = apply(TIDY, change)
            with pytest.raises(Conflict, match="since"):
                revert(new.replace("Engines", "Theirs"), change, inverse)

    def test_is_done_when_it_is_so_already(self):
        change = AddItem(ADA, "timeline", {"id": "3", "text": "x"})
        assert revert(TIDY, change, apply(TIDY, change)[1]) == TIDY


class TestReplaceText:
    def test_takes_the_text_of_an_editor_and_gives_it_back(self):
        change = ReplaceText(ADA, TIDY, TIDY + "x = 1\n")
        new, inverse = apply(TIDY, change)
        assert new == TIDY + "x = 1\n"
        assert apply(new, inverse)[0] == TIDY

    def test_refuses_a_text_that_changed_meanwhile_or_does_not_parse(self):
        with pytest.raises(Conflict):
            apply(TIDY + "#\n", ReplaceText(ADA, TIDY, "x = 1"))
        with pytest.raises(Unreadable, match="line 1"):
            apply(TIDY, ReplaceText(ADA, TIDY, "x ="))

    def test_mends_a_file_that_could_not_be_read(self):
        assert apply("x =", ReplaceText(ADA, "x =", "x = 1"))[0] == "x = 1"


class TestDump:
    def test_in_the_order_people_expect(self):
        values = {
            "timeline": [{"id": "1"}],
            "met": {"on": "2024"},
            "emails": [{"value": "a"}],
            "tags": ["x"],
            "name": "Ada",
        }
        assert dump(values) == (
            'name = "Ada"\ntags = ["x"]\nemails = [{ value = "a" }]\n\n'
            '[met]\non = "2024"\n\n[[timeline]]\nid = "1"\n'
        )

    @pytest.mark.slow
    @given(st.dictionaries(TEXTS, st.one_of(NEW_VALUES, ITEMS, st.lists(ITEMS, max_size=2)), max_size=6))
    def test_reads_back_as_it_was(self, values):
        assert same(parse(dump(values)), values)

    def test_long_lists_stand_one_item_a_line(self):
        assert dump({"tags": ["x" * 40] * 3}).splitlines()[1] == f'    "{"x" * 40}",'
