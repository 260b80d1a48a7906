"""What headers mean."""

import pytest

from netui.interchange.csv.columns import Column, column_of, columns_of


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("First Name", ("given", "value", "")), ("Nachname", ("family", "value", "")),
        ("Prénom", ("given", "value", "")), ("E-mail 2 - Value", ("emails", "value", "")),
        ("E-mail 2 - Label", ("emails", "label", "")), ("Organization 1 - Title", ("title", "value", "")),
        ("Home ZipCode", ("addresses", "code", "home")), ("Business Street", ("addresses", "street", "work")),
        ("Work City", ("addresses", "city", "work")), ("Mobile Phone", ("phones", "value", "cell")),
        ("email_address", ("emails", "value", "")), ("Birth Year", ("birthday", "year", "")),
        ("Address 1 - Formatted", ("addresses", "whole", "")), ("Website Blog", ("links", "value", "blog")),
        ("Mobiltelefon", ("phones", "value", "cell")),
        ("Telefon geschäftlich 2", ("phones", "value", "work")),
        ("Straße geschäftlich 2", ("addresses", "street2", "work")),
        ("Land/Region privat", ("addresses", "country", "home")),
        ("E-Mail 2: Adresse", ("emails", "value", "")), ("Adresse de messagerie", ("emails", "value", "")),
        ("Code postal (bureau)", ("addresses", "code", "work")),
        ("Ville (domicile)", ("addresses", "city", "home")),
        ("Téléphone mobile", ("phones", "value", "cell")), ("Anniversaire", ("birthday", "value", "")),
        ("Fonction", ("title", "value", "")), ("Dirección de correo electrónico", ("emails", "value", "")),
        ("Manager’s Name", ("manager", "value", "")), ("Connected On", ("connected", "value", "")),
    ],
)  # fmt: skip
def test_headers(header: str, expected: tuple[str, str, str]) -> None:
    found = column_of(header)
    assert found is not None
    assert (found.key, found.part, found.label) == expected


@pytest.mark.parametrize(
    "header",
    [
        "",
        "Invoice",
        "Farbe privat",
        "Aniversario",
        "E-mail 1 - Colour",
        "Organization 1 - Symbol",
        "Conversation Id",
    ],
)
def test_other_words_mean_nothing(header: str) -> None:
    assert column_of(header) is None


def test_the_columns_of_one_value_are_a_group() -> None:
    value, label, other = columns_of(["Phone 1 - Value", "Phone 1 - Label", "Phone 2 - Value"])
    assert value and label and other
    assert value.group == label.group != other.group


def test_title_stands_before_the_name_where_another_column_is_the_job() -> None:
    assert columns_of(["Title", "Job Title"])[0] == Column("prefix")
    (job,) = columns_of(["Title"])
    assert job is not None and job.key == "title"
