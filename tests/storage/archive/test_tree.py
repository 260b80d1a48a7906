import pytest

from netui.storage.archive.tree import is_safe_path, list_tree


@pytest.mark.parametrize(
    "path", ["contacts/a.toml", ".trash/x", ".sources/a/b", ".forgotten", "notes.txt", "a b/ü"]
)
def test_paths_of_a_network(path):
    assert is_safe_path(path)


@pytest.mark.parametrize(
    "path", ["", "/a", "a/", "../a", "a/../b", ".git/x", "a/.b", ".trash/.x", "a\tb", "x" * 1001]
)
def test_paths_of_others(path):
    assert not is_safe_path(path)


def test_lists_a_folder_whole(tmp_path):
    for path in ("contacts/a.toml", ".trash/x", "inbox/deep/y", ".git/HEAD", ".envrc"):
        (tmp_path / path).parent.mkdir(exist_ok=True, parents=True)
        (tmp_path / path).write_text("x")
    found = list_tree(str(tmp_path.resolve()))
    assert sorted(found.files) == [".trash/x", "contacts/a.toml", "inbox/deep/y"]
    assert found.left_out == (".envrc", ".git")
