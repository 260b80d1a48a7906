"""Comparing names: order, short forms, initials, spelling and sound."""

import pytest

from netui.domain.dedupe.name_comparison import (
    CLOSE,
    DIFFERENT,
    RENAMED,
    SAME,
    UNLIKE,
    VARIANT,
    blocking_keys,
    compare_names,
    split_name,
)
from netui.domain.model.contact_row import name_key


def relation(one: str, other: str) -> int:
    a, b = split_name(name_key(one)), split_name(name_key(other))
    found = compare_names(a, b)
    assert compare_names(b, a) == found
    return found.relation


@pytest.mark.parametrize(
    ("one", "other", "wanted"),
    [
        ("Ada Lovelace", "Lovelace, Ada", SAME),
        ("Dr. Ada Lovelace", "ada lovelace, PhD", SAME),
        ("José García", "Jose Garcia", SAME),
        ("Jean-Luc Picard", "Jean Luc Picard", SAME),
        ("Kate Miller", "Katherine Miller", VARIANT),
        ("Kate Miller", "Katie Miller", VARIANT),
        ("Miller, Kate", "Katherine Miller", VARIANT),
        ("Bob Dole", "Robert Dole", VARIANT),
        ("Paco Ruiz", "Francisco Ruiz", VARIANT),
        ("Kasia Nowak", "Katarzyna Nowak", VARIANT),
        ("Jaap de Vries", "Jacobus de Vries", VARIANT),
        ("Sasha Petrov", "Aleksandr Petrov", VARIANT),
        ("Pepe Ruiz", "José Ruiz", VARIANT),
        ("Beppe Rossi", "Giuseppe Rossi", VARIANT),
        ("Mehmet Kaya", "Mehmed Kaya", VARIANT),
        ("Stephen Meyer", "Steven Maier", VARIANT),
        ("Hans Müller", "Hans Mueller", VARIANT),
        ("Søren Kjær", "Soeren Kjaer", VARIANT),
        ("Łukasz Żak", "Lukasz Zak", SAME),
        ("Đorđe Jović", "Djordje Jovic", VARIANT),
        ("Дмитрий Иванов", "Dmitry Ivanov", VARIANT),
        ("Дмитрий Иванов", "Ivanoff, Dmitri", VARIANT),
        ("Алексей Чехов", "Aleksej Tschechow", VARIANT),
        ("Юлия Щербакова", "Yulia Shcherbakova", VARIANT),
        ("Володимир Зеленко", "Volodymyr Zelenko", VARIANT),
        ("Γιώργος Παπαδόπουλος", "Giorgos Papadopoulos", SAME),
        ("Ελένη Γεωργίου", "Eleni Georgiou", SAME),
        ("Анна Иванова", "Anton Ivanov", DIFFERENT),
        ("Ada B. Lovelace", "Ada Lovelace", VARIANT),
        ("A. Lovelace", "Ada Lovelace", CLOSE),
        ("Ada Lovelace", "Ada Lovelaec", CLOSE),
        ("María García López", "María García", CLOSE),
        ("John Smith Jr.", "John Smith", CLOSE),
        ("Ada Byron", "Ada Lovelace", RENAMED),
        ("John Smith Jr.", "John Smith Sr.", DIFFERENT),
        ("Ada B. Lovelace", "Ada C. Lovelace", DIFFERENT),
        ("Daniel Fox", "Daniela Fox", DIFFERENT),
        ("Alexander Fox", "Alexandra Fox", DIFFERENT),
        ("Samuel Fox", "Samantha Fox", DIFFERENT),
        ("Karen Fox", "Daren Fox", DIFFERENT),
        ("Jan Li", "Jon Li", DIFFERENT),
        ("Anna Ray", "Hannah Ray", DIFFERENT),
        ("Bob", "Ann Smith", DIFFERENT),
        ("Mum", "Ann Smith", UNLIKE),
        ("Kate", "Katherine Miller", UNLIKE),
    ],
)  # fmt: skip
def test_how_two_names_are_related(one: str, other: str, wanted: int) -> None:
    assert relation(one, other) == wanted


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Kate Miller", "Katherine Miller"),
        ("Miller Kate", "Katherine Miller"),
        ("Steven Maier", "Stephen Meyer"),
        ("Ada B. Lovelace", "Lovelace, Ada"),
        ("Sam Fox", "Samantha Fox"),
    ],
)
def test_forms_of_one_name_share_a_key(one: str, other: str) -> None:
    keys = [set(blocking_keys(split_name(name_key(name)))) for name in (one, other)]
    assert keys[0] & keys[1]


def test_what_makes_them_one_is_said_in_words() -> None:
    def said(one: str, other: str) -> str:
        return compare_names(split_name(one), split_name(other)).words

    assert said("kate maier", "katherine meyer") == "Kate is a form of Katherine and Maier sounds like Meyer"
    assert said("a lovelace", "ada lovelace") == "A. may be Ada"
    assert said("john smith jr", "john smith") == "the same name but for jr"
