"""Saved lists: queries that have a name, used in others as ``list:NAME``."""

import re
from collections.abc import Mapping

from netui.domain.model.contact_row import fold
from netui.domain.query.fields import LIST
from netui.domain.query.parser import Query, QueryError, Term, nearest_word, parse

LIST_NAME = re.compile(r"[^\W_][\w-]*\Z")
"""What a list may be called: one word, so that a query can name it without quotes."""


def resolve_lists(query: Query, lists: Mapping[str, str], *, unfinished_ok: bool = False) -> Query:
    """The query with each ``list:`` holding the query of its list; raises QueryError for an unknown one.

    So it does where a list names itself, through whatever others, or cannot be read. With ``unfinished_ok``
    a name that begins that of a list is left out, as one still being typed.
    """
    known = {fold(name): (name, text) for name, text in lists.items()}
    return _Resolver(known, unfinished_ok).resolve(query, ())


class _Resolver:
    """``known`` maps folded names to name and query."""

    def __init__(self, known: Mapping[str, tuple[str, str]], unfinished_ok: bool) -> None:
        self._known, self._unfinished_ok = known, unfinished_ok

    def resolve(self, query: Query, above: tuple[str, ...]) -> Query:
        """The query resolved; ``above`` are the lists that it stands in, the outermost first."""
        clauses = []
        for clause in query.clauses:
            terms = [found for term in clause if (found := self._term(term, above)) is not None]
            if terms:
                clauses.append(tuple(terms))
        return Query(tuple(clauses))

    def _term(self, term: Term, above: tuple[str, ...]) -> Term | None:
        if term.field != LIST:
            return term
        names = [name for name in term.values if above or not self._is_begun(name)]
        if not names:
            return None
        return term._replace(values=tuple(names), within=tuple(self._query(name, above) for name in names))

    def _is_begun(self, name: str) -> bool:
        word = fold(name)
        return (
            self._unfinished_ok and word not in self._known and any(k.startswith(word) for k in self._known)
        )

    def _query(self, name: str, above: tuple[str, ...]) -> Query:
        found = self._known.get(fold(name))
        if found is None:
            where = f" (list:{above[-1]} names it)" if above else ""
            meant = nearest_word(fold(name), self._known)
            hint = f"there are {', '.join(self._known)}" if self._known else "netui.toml has none"
            problem = f"there is no saved list `{name}`{where}" + ("" if meant else f"; {hint}")
            raise QueryError(problem, 1, f"list:{self._known[meant][0]}" if meant else "")
        name, text = found
        if name in above:
            ring = " → ".join((*above[above.index(name) :], name))
            raise QueryError(f"the saved list `{name}` is made of itself: {ring}")
        if not text.strip():
            raise QueryError(f'the saved list `{name}` holds no query in quotes, such as "#startup"')
        try:
            query = parse(text)
        except QueryError as error:
            raise QueryError(f"the saved list `{name}` cannot be read, {error}") from None
        return self.resolve(query, (*above, name))
