import pytest

from netui.domain.privacy.identity import Identity

ADA = Identity("ada-lovelace", ["Ada Lovelace", "Countess"], ["Ada@Engines.example"])


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("Ada Lovelace said", "… said"),
        ("met ada  lovelace's sister", "met …'s sister"),
        ("the Countess (ada@engines.example)", "the … (…)"),
        ("@ada-lovelace and `ada-lovelace`", "@… and `…`"),
        ("Adamant Lovelacery", "Adamant Lovelacery"),
        ("ada-lovelace-2 and x-ada-lovelace", "ada-lovelace-2 and x-ada-lovelace"),
        ("xada@engines.example", "xada@engines.example"),
        ("a countess", "a countess"),
    ],
)  # fmt: skip
def test_names_them_as_whole_words(text, without):
    assert ADA.redact(text) == without and ADA.is_named_in(text) == (text != without)


@pytest.mark.parametrize("name", ["王小明", "김민수", "สมชาย ใจดี", "やまだ太郎"])
def test_a_name_of_a_script_without_spaces_is_found_within_a_text(name):
    who = Identity("", [name], [])
    assert who.redact(f"和{name}的書, {name}는 x") == "和…的書, …는 x"
    assert Identity("", ["王"], []).redact("王小明") == "王小明"


def test_a_first_name_may_be_theirs():
    assert ADA.may_be_named_in("Ada came") and not ADA.is_named_in("Ada came")
    assert ADA.redact("Ada came") == "… came" and ADA.redact_exact("Ada came") == "Ada came"
    assert not ADA.may_be_named_in("Canada, Adam") and not Identity("al", ["Al Gore"], []).may_be_named_in(
        "Al"
    )


def test_an_id_that_is_a_word_counts_where_an_id_can_stand():
    will = Identity("will", ["Will"], [])
    assert [will.is_named_in(text) for text in ("I will call", "@will", 'with:will "x"', '"will"')] == [
        False, True, True, True,
    ]  # fmt: skip


def test_is_meant_by_an_id_a_name_or_an_address_alone():
    assert all(map(ADA.is_meant_by, ("ada-lovelace", "ada lovelace", "ADA@engines.example")))
    assert not any(map(ADA.is_meant_by, ("Ada", "ada-lovelace-2", "", None, 3)))


def test_leaves_traces_in_parts_of_a_name_too():
    assert ADA.leaves_traces_in("xLOVELACEx") and not ADA.leaves_traces_in("Grace")
    assert Identity("bo", ["Bo"], []).leaves_traces_in("Bo")


def test_knows_the_bytes_of_its_names_in_text_and_in_json():
    found = Identity("", ['Zoë "Z"'], []).bytes_forms
    assert found[:2] == ('Zoë "Z"'.encode(), b'Zo\\u00eb \\"Z\\"') and b'Zoe "Z"' in found


@pytest.mark.parametrize("text", ["Zoe\u0308 Ames", "Zoe Ames", "ames, zoë", "ZOË AMES"])
def test_knows_other_spellings(text):
    assert Identity("", ["Zoë Ames"], []).redact(f"with {text}.") == "with …."


def test_nobody_is_named_nowhere():
    assert not Identity("", [], []).may_be_named_in("anything") and Identity("", [], []).name == ""
