"""Custom keys: the model knows none of them."""

from datetime import date

from netui.domain.model.contact import Contact
from netui.domain.model.custom_keys import KNOWN_KEYS, custom_keys, value_texts
from netui.storage.validation.models import keys_of


def test_every_key_of_the_model_is_known() -> None:
    assert set(keys_of(Contact)) <= KNOWN_KEYS


def test_what_remains_is_custom_in_its_order() -> None:
    assert custom_keys({"name": "Ada", "shoe": 38, "email": "a@x.example", "tags": []}) == ["shoe", "email"]


def test_values_in_words() -> None:
    value = {"nuts": True, "since": date(2024, 5, 2), "kinds": ["a\nb", 3, None]}
    assert list(value_texts(value)) == ["nuts yes", "since 2024-05-02", "kinds a b 3"]
    assert list(value_texts("x")) == ["x"] and list(value_texts(None)) == []
