"""Expertise: ranks who knows or seeks a topic (``netui ask``), with a path of introductions to them.

Contacts are ranked by the sum of their strongest evidence and their closeness. Closeness is ``n / (n + 4) *
2 ** (-s / 180)`` after ``n`` days of contact and ``s`` days of silence: 0 for never met, below 1, halved by
each half year of silence. Evidence weighs 1 for ``knows`` and ``seeks``, 0.7 for title and organisation, 0.6
for roles, interests and tags, 0.5 for a note; an entry weighs 0.5 on its day, halved by each year since.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from heapq import heappush, heappushpop
from math import exp, log
from typing import Any

from netui.domain.cadence.explanations import gap_words
from netui.domain.model.contact_row import fold, split
from netui.domain.model.dates import day_of
from netui.domain.named_tuple import NamedTuple
from netui.services.people.contact_list import ContactList
from netui.services.workspace import Workspace
from netui.storage.queries.search.topics import Acquaintance

SHOWN = 30
"""How many people an answer names."""
WELL_KNOWN_DAYS, WELL_KNOWN_WITHIN = 3, 365
"""Well known, so one may ask for an introduction: 3 days of contact or more, the last within 365 days."""
MOST_STEPS = 3
"""The maximum length of a path of introductions, in people."""
_MAX_LOOKUPS = 150
_SHORT_WORD = 3
_MOST_WEIGHT = 1.0
_FIELDS = (
    ("knows", "knows", 1.0), ("seeks", "seeks", 1.0), ("title", "is", 0.7), ("org", "works at", 0.7),
    ("roles", "is", 0.6), ("interests", "likes", 0.6), ("tags", "tagged", 0.6), ("notes", "noted", 0.5),
)  # fmt: skip
_SENTENCE = re.compile(r"(?<=[.!?])\s+|\n+")


class MatchReason(NamedTuple):
    """Evidence that someone fits the topic: ``how`` (knows, seeks, said …), a literal quote, its day."""

    how: str
    text: str
    on: date | None
    weight: float


class Expert(NamedTuple):
    """One person to ask; ``path`` leads to them from someone well known, empty where they are well known."""

    contact: str
    name: str
    why: str
    evidence: tuple[MatchReason, ...]
    closeness: float
    path: tuple[str, ...] = ()


def count_topics(people: ContactList) -> list[tuple[str, int]]:
    """The topics in ``knows`` of everyone listed, with how many know them, the most frequent first."""
    held = Counter(row.knows for row in people.listed().contact_rows if row.knows)
    counts: Counter[str] = Counter()
    for words, times in held.items():
        for word in split(words):
            counts[word] += times
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))


def find_experts(workspace: Workspace, topic: str, limit: int = SHOWN) -> list[Expert]:
    """Finds who knows or seeks ``topic``, best first; nobody for a topic without letters or digits."""
    words = fold(topic).split()
    if not any(character.isalnum() for character in topic):
        return []
    fits = _TopicMatcher(words)
    read, today = workspace.read.topics, workspace.today
    said: dict[str, list[MatchReason]] = {}
    for ident, evidence in _evidence_in_timelines(workspace, fits):
        said.setdefault(ident, []).append(evidence)
    named = read.people_with(words)
    heads = {who.id: head for who, head in named}
    people = [who for who, _ in named]
    people += read.acquaintances(said.keys() - heads.keys())
    found = _best_answers(people, heads, said, fits, today, limit)
    known = {who.id: who for who in people}
    strangers = [a.contact for a in found if not is_well_known(known[a.contact], today)]
    paths = find_introductions(workspace, strangers)
    return [answer._replace(path=paths.get(answer.contact, ())) for answer in found]


def _best_answers(
    people: list[Acquaintance],
    heads: Mapping[str, str],
    said: Mapping[str, list[MatchReason]],
    fits: "_TopicMatcher",
    today: date,
    limit: int,
) -> list[Expert]:
    """The best ``limit`` answers: goes from the closest down until no evidence could rank one among them."""
    ranked = sorted(
        ((_closeness(who, today), who) for who in people), key=lambda each: (-each[0], each[1].id)
    )
    best: list[float] = []
    found = []
    for close, who in ranked:
        if len(best) == limit and best[0] >= _MOST_WEIGHT + close:
            break
        head = heads.get(who.id)
        evidence = [*(_evidence_in_file(json.loads(head), fits) if head else ()), *said.get(who.id, ())]
        if evidence:
            answer = _expert(who, evidence, close, today)
            found.append(answer)
            (heappush if len(best) < limit else heappushpop)(best, _score(answer))
    return sorted(found, key=lambda answer: (-_score(answer), fold(answer.name)))[:limit]


def _score(answer: Expert) -> float:
    return answer.evidence[0].weight + answer.closeness


def _closeness(who: Acquaintance, today: date) -> float:
    return closeness(who.contact_days, max(today.toordinal() - who.last, 0)) if who.contact_days else 0.0


def closeness(contact_days: int, silence: int) -> float:
    """Closeness after so many days of contact and of silence, from 0 to 1; see the module."""
    return contact_days / (contact_days + 4) * _halved(silence, 180)


def _halved(days: int, every: int) -> float:
    return exp(-log(2) * days / every)


def is_well_known(who: Acquaintance, today: date) -> bool:
    """Whether someone is known well enough to be asked for an introduction."""
    return who.contact_days >= WELL_KNOWN_DAYS and today.toordinal() - who.last <= WELL_KNOWN_WITHIN


# ---------------------------------------------------------------------- evidence


class _TopicMatcher:
    """Matches text that holds all words of a topic as prefixes; short ones whole (``go`` is not ``good``)."""

    def __init__(self, words: Sequence[str]):
        self._patterns = [
            re.compile(rf"(?<!\w){re.escape(word)}" + (r"(?!\w)" if len(word) <= _SHORT_WORD else ""))
            for word in words
        ]
        self.tag = "-".join(words)
        tokens = [token for word in words for token in re.findall(r"\w+", word)]
        self.match = " ".join(f'"{t}"' + ("*" if len(t) > _SHORT_WORD else "") for t in tokens)

    def __call__(self, text: str) -> bool:
        folded = fold(text)
        return all(pattern.search(folded) for pattern in self._patterns)

    def quote(self, text: str) -> str:
        """The sentence with all words, else the text with all words; "" where they do not all occur."""
        if not self(text):
            return ""
        return next((each.strip() for each in _SENTENCE.split(text) if self(each)), text.strip())


def _evidence_in_file(head: Mapping[str, Any], fits: _TopicMatcher) -> Iterator[MatchReason]:
    for key, how, weight in _FIELDS:
        value = head.get(key)
        for text in value if isinstance(value, list) else [value]:
            if isinstance(text, str) and (quote := fits.quote(text)):
                yield MatchReason(how, quote, None, weight)


def _evidence_in_timelines(workspace: Workspace, fits: _TopicMatcher) -> Iterator[tuple[str, MatchReason]]:
    """Every participant of an entry on the topic, with its quote; private entries too."""
    today = workspace.today
    for entry in workspace.read.entries(workspace.read.topics.rows_about(fits.match, fits.tag, today)):
        quote = fits.quote(entry.text) or fits.quote(entry.learned)
        tag = next((tag for tag in entry.tags if fold(tag) == fits.tag), "")
        if not quote and not tag:
            continue
        day = day_of(entry.on)
        weight = _halved((today - day).days, 365) / 2
        for ident in (entry.contact, *entry.with_):
            yield ident, MatchReason("said", quote or entry.text or f"#{tag}", day, weight)


def _expert(who: Acquaintance, evidence: list[MatchReason], close: float, today: date) -> Expert:
    ident, name, days, last = who
    silence = max(today.toordinal() - last, 0)
    evidence.sort(key=lambda each: -each.weight)
    known = "no contact logged yet"
    if days:
        often = "1 day of contact" if days == 1 else f"{days} days of contact"
        known = f"{often}, the last {gap_words(silence)} ago" if silence else f"{often}, the last today"
    how = evidence[0].how
    first = {"said": "spoke of it", "noted": "noted"}.get(how) or f"{how} {evidence[0].text}"
    return Expert(ident, name, f"{first}; {known}", tuple(evidence[:3]), close)


# ---------------------------------------------------------------------- introductions


def find_introductions(workspace: Workspace, targets: Sequence[str]) -> dict[str, tuple[str, ...]]:
    """Finds the shortest path of introductions to each of ``targets``, from someone well known.

    A breadth-first search over ``met.via``, ``related`` and shared entries, at most :data:`MOST_STEPS`
    people deep and :data:`_MAX_LOOKUPS` lookups in all. Of paths equally long, the one that begins with the
    closest person. Where nobody is known well, through whoever the file names as the one who introduced them,
    or as a relation; a name that is no contact stands as it is.
    """
    asked: dict[str, list[str]] = {}
    found: dict[str, tuple[str, ...]] = {}
    for target in targets:
        path = _shortest_path(workspace, target, asked) or _named_introducer(workspace, target)
        if path:
            found[target] = path
    return found


def _named_introducer(workspace: Workspace, target: str) -> tuple[str, ...]:
    """The path through whoever introduced the target, else through a relation, known well or not."""
    named = workspace.read.relationships.relationships_of(target)
    alive = {who.id for who in workspace.read.topics.acquaintances(each.id for each in named if each.id)}
    for how in ("met", "related"):
        for each in named:
            if each.how == how and (each.outward or how == "related") and (not each.id or each.id in alive):
                return (each.id or each.name, target)
    return ()


def _shortest_path(workspace: Workspace, target: str, asked: dict[str, list[str]]) -> tuple[str, ...]:
    read, today = workspace.read, workspace.today
    ways: dict[str, tuple[str, ...]] = {target: (target,)}
    edge = [target]
    for _ in range(MOST_STEPS):
        reached: list[str] = []
        for ident in edge:
            if ident not in asked:
                if len(asked) >= _MAX_LOOKUPS:
                    continue
                asked[ident] = read.relationships.neighbours(ident, today)
            for other in asked[ident]:
                if other not in ways:
                    ways[other] = (other, *ways[ident])
                    reached.append(other)
        known = read.topics.acquaintances(reached)
        near = [who for who in known if is_well_known(who, today)]
        if near:
            return ways[max(near, key=lambda who: (_closeness(who, today), who.id)).id]
        edge = [who.id for who in known]
    return ()
