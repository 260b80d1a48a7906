"""The manual on files: no key is left out."""

from netui.domain.model.contact import Contact
from netui.presentation.actions import BY_ID
from netui.presentation.glyphs import UNICODE
from netui.presentation.manual.builder import ManualContext
from netui.presentation.manual.topics import topic_page
from netui.presentation.text import plain
from netui.storage.state.config import Config
from netui.storage.validation.models import keys_of


def test_every_key_of_every_file_is_told() -> None:
    page = topic_page(
        "files", ManualContext({name: action.keys for name, action in BY_ID.items()}, UNICODE, 100)
    )
    said = " ".join(map(plain, page.lines)).split()
    for model in (Contact, Config):
        missing = [
            key for key in keys_of(model) if key not in said and not any(f"[{key}" in word for word in said)
        ]
        assert missing == []
    assert {
        "[[timeline]]",
        "started_by",
        "snoozed_until",
        "[[audience]]",
        "target",
        "[rhythm.defaults]",
    } <= set(said)
