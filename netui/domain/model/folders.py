"""The folders of a network, as the files of both are told apart by them."""

CONTACTS = "contacts"
GOALS = "goals"
