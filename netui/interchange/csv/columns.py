"""Columns of CSV files: what a header such as ``E-mail 1 - Value`` or ``Vorname`` means.

The tables hold the headers that Google (before and after 2024), Outlook, Thunderbird and LinkedIn write, and
the plain words of other files, in the languages of netui. Headers are compared in lower case, without
diacritics.
"""

import re
from collections.abc import Sequence

from netui.domain.model.contact_row import fold
from netui.domain.named_tuple import NamedTuple

NAME_PARTS = ("prefix", "given", "middle", "family", "suffix")
ADDRESS_PARTS = ("pobox", "street", "street2", "street3", "code", "city", "region", "country", "whole")


class Column(NamedTuple):
    """A column's meaning: the ``key`` that it fills, and which ``part`` of which ``group`` of it.

    ``group`` joins the columns of one e-mail, phone or address; ``label`` is the one that the header says.
    """

    key: str
    group: str = ""
    part: str = "value"
    label: str = ""


def column_of(header: str) -> Column | None:
    """The meaning of one header, or None."""
    word = re.sub(r"[\s_]+", " ", fold(header).replace("\u2019", "'")).strip(" *:")
    return _KNOWN.get(word) or _numbered(word) or _address(word)


def columns_of(headers: Sequence[str]) -> list[Column | None]:
    """The meanings of a header row. ``Title`` stands before a name where another column is the job."""
    found = [column_of(header) for header in headers]
    if sum(each is not None and each.key == "title" for each in found) > 1:
        plain = [fold(header).strip() == "title" for header in headers]
        found = [Column("prefix") if is_plain else each for each, is_plain in zip(found, plain, strict=True)]
    return found


_WORDS = """
name: name, full name, display name, fullname, contact name, fn, nom complet, nombre completo
given: first name, given name, firstname, first, vorname, prenom, nombre, primeiro nome, voornaam
family: last name, family name, surname, lastname, last, nachname, nom, nom de famille, apellidos, apellido
family: sobrenome, cognome, achternaam
given: nome
middle: middle name, additional name, middle, zweiter vorname, weitere vornamen, deuxieme prenom
middle: segundo nombre, secondo nome
prefix: name prefix, prefix, honorific
suffix: name suffix, suffix
aliases: nickname, nick name, nick, alias, aliases, spitzname, surnom
org: company, organization, organisation, organization name, company name, employer, org, firma, entreprise
org: empresa, azienda, bedrijf, societe, unternehmen, works at
department: department, organization department, abteilung
title: job title, position, title, organization title, headline, occupation, role, poste, cargo, funktion
title: profession, jobtitle, beruf, fonction, puesto, posizione, functie
emails: email, e-mail, email address, e-mail address, e-mail 2 address, e-mail 3 address, primary email
emails: secondary email, emails, mail, courriel, correo, e-mail-adresse, adresse e-mail, email 2, email 3
emails: email other, e-mail 2: adresse, e-mail 3: adresse, adresse de messagerie, adresse de messagerie 2
emails: adresse de messagerie 3, direccion de correo electronico, correo electronico, endereco de email
emails: indirizzo posta elettronica, indirizzo e-mail, e-mailadres
emails home: email home, home email, personal email
emails work: email work, work email, business email
phones: phone, phone number, telephone, telephone number, primary phone, other phone, phones, telefon, tel
phones: telefono, telefoon, callback, phone 2, haupttelefon, weiteres telefon, telephone principal
phones: autre telephone, telefone
phones cell: mobile, mobile phone, mobile number, cell, cell phone, cellphone, handy, mobil, portable, movil
phones cell: home mobile, mobiltelefon, telephone mobile, tel. mobile, telefono movil, cellulare, celular
phones cell: telefone celular, mobiele telefoon
phones home: home phone, home phone 2, telefon privat, telefon privat 2, telephone (domicile)
phones home: telefono particular, abitazione, telefone residencial, telefoon thuis
phones work: telefon geschaftlich, telefon geschaftlich 2, telefon firma, telephone (bureau)
phones work: telephone 2 (bureau), telefono del trabajo, telefono (uff.), telefone comercial, telefoon op werk
phones work: business phone, business phone 2, work phone, office phone, company main phone
phones fax: home fax, fax, fax number, other fax
phones work fax: business fax, fax geschaftlich, telecopie (bureau)
phones home fax: fax privat, telecopie (domicile)
phones pager: pager, pager number
phones car: car phone
links: url, web page, website, web page 1, web page 2, personal web page, linkedin, linkedin url, homepage
links: profile url, web, webseite, site web, links, twitter, github, page web, pagina web
birthday: birthday, birth date, birthdate, date of birth, dob, born, geburtstag, date de naissance, cumpleanos
birthday: anniversaire, compleanno, verjaardag, data de nascimento, fecha de nacimiento
anniversary: anniversary, wedding anniversary, jahrestag, anniversaire de mariage ou fete
connected: connected on, vernetzt am, relation depuis, en contact depuis, conectado el
notes: notes, note, comments, comment, notizen, bemerkungen, remarques, description
notes: notas, notities, anotacoes
tags: categories, labels, group membership, tags, groups, category, kategorien, etiquetas
tags: categorias, categorie
location: location, city, place, ort, stadt, ville, ciudad, lieu
timezone: time zone, timezone
pronouns: pronouns
spouse: spouse, partner, partner/in, conjoint(e)
child: children, kinder, enfants
manager: manager's name, manager
assistant: assistant's name
"""
"""Key and label, then the headers that fill it, one after the other: each is a group of its own."""
_KNOWN: dict[str, Column] = {
    "address": Column("addresses", "address", "whole"),
    "birth year": Column("birthday", "parts", "year"),
    "birth month": Column("birthday", "parts", "month"),
    "birth day": Column("birthday", "parts", "day"),
    **{
        word: Column(key, word, "value", label)
        for line in _WORDS.strip().splitlines()
        for (key, _, label), words in [(line.partition(":")[0].partition(" "), line.partition(":")[2])]
        for word in words.strip().split(", ")
    },
}
RELATIONS = ("spouse", "child", "manager", "assistant")

_NUMBERED = re.compile(
    r"(e-mail|phone|website|address|organization|relation|event|custom field|im) (\d+) - (.+)\Z"
)
_NUMBERED_KEYS = {
    "e-mail": "emails", "phone": "phones", "website": "links", "address": "addresses", "relation": "relation",
    "event": "event", "custom field": "custom", "im": "im",
}  # fmt: skip
_ADDRESS = re.compile(r"(home|business|work|other) (.+)\Z")
_PARTS = {
    "formatted": "whole", "address": "street", "street": "street", "street 2": "street2",
    "address 2": "street2", "street 3": "street3", "extended address": "street2", "city": "city",
    "po box": "pobox",
    "address po box": "pobox", "region": "region", "state": "region", "postal code": "code", "zip": "code",
    "zipcode": "code", "zip code": "code", "country": "country", "country/region": "country",
    "strasse": "street", "rue": "street", "calle": "street", "via": "street", "ort": "city", "ville": "city",
    "ciudad": "city", "citta": "city", "postleitzahl": "code", "plz": "code", "code postal": "code",
    "codigo postal": "code", "cap": "code", "land": "country", "land/region": "country", "pays": "country",
    "pays/region": "country", "pais o region": "country", "dep/region": "region", "provincia": "region",
    "provincia o estado": "region",
}  # fmt: skip
_PLACED = re.compile(
    r"(.+?) \(?(geschaftlich|privat|bureau|domicile|del? trabajo|particular|uff\.|ab\.)\)?(?: ([23]))?\Z"
)
"""Outlook's columns of one address in other languages: ``Straße geschäftlich 2``, ``Ville (bureau)``."""
_HOME = ("privat", "domicile", "particular", "ab.")


def _numbered(word: str) -> Column | None:
    """Columns of which there are several: ``E-mail 1 - Value``, ``Address 2 - City``, ``Website Blog``."""
    match = _NUMBERED.match(word)
    if match is None:
        what, _, label = word.partition(" ")
        key = {"website": "links", "im": "im"}.get(what)
        return Column(key, word, "value", label) if key and label else None
    what, number, part = match.groups()
    if what == "organization":
        named = {"name": "org", "title": "title", "department": "department"}.get(part)
        return Column(named, word) if named else None
    group = f"{what} {number}"
    parts = {"type": "label", "label": "label", "value": "value", "service": "label"}
    if what == "address":
        parts |= _PARTS
    return Column(_NUMBERED_KEYS[what], group, parts[part]) if part in parts else None


def _address(word: str) -> Column | None:
    """Outlook's and Thunderbird's columns of one address: ``Home Street``, ``Rue (bureau)``."""
    match = _ADDRESS.match(word)
    if match is None or match[2] not in _PARTS:
        placed = _PLACED.match(word)
        if placed is None or placed[1] not in _PARTS:
            return None
        label = "home" if placed[2] in _HOME else "work"
        return Column("addresses", label, _PARTS[placed[1]] + (placed[3] or ""), label)
    label = {"business": "work"}.get(match[1], match[1])
    return Column("addresses", label, _PARTS[match[2]], label)
