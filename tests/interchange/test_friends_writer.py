"""Markdown as netui writes it: ``friends.md`` reads it back."""

from datetime import date

from netui.interchange.friends import read
from netui.interchange.friends_writer import write_friends

ADA = {
    "name": "Ada *Lovelace*", "aliases": ["Ada King"], "location": "London", "tags": ["old friends"],
    "timeline": [
        {"on": date(2026, 11, 9), "kind": "coffee", "with": ["bob"], "place": "Soho",
         "text": "Her_lab\nhires.", "tags": ["work"]},
        {"on": date(2026, 11, 8), "kind": "note", "text": "Likes horses."},
    ],
}  # fmt: skip


def test_people_activities_and_notes_come_back() -> None:
    text = "".join(write_friends([("ada", ADA), ("bob", {"name": "Bob"})], {"bob": "Bob"}))
    found = read(text.encode(), "friends.md")
    assert not found.rejected
    ada = next(each for each in found.people if each.name.startswith("Ada"))
    assert (ada.fields["aliases"], ada.fields["location"], ada.fields["tags"]) == (
        ["Ada King"], "London", ["old-friends"],
    )  # fmt: skip
    note, coffee = sorted(found.entries, key=lambda entry: entry.fields["on"])
    assert (note.fields["kind"], coffee.fields["kind"], coffee.fields["place"]) == ("note", "coffee", "Soho")
    assert (len(coffee.people), coffee.fields["tags"]) == (2, ["work"])
