"""People as commands ask for them: once, and then it is over."""

from netui.domain.model.contact_row import ContactRow
from netui.domain.query.parser import Query, Term
from netui.services.people.contact_list import People
from netui.services.people.rows import ContactRows


class OnDemand(People):
    """All contacts, of whom no more are read than a question is about."""

    def listed(self, query: Query | None = None, sort: str = "quiet") -> ContactRows:
        """Who fits ``query``, in order; archived contacts only where the query asks for them."""
        workspace = self._workspace
        if query is None or not query.clauses or any(term.field == "with" for term in query.terms):
            self._load_all()
            return super().listed(query, sort)
        by_rhythm = not workspace.quiet.defaults
        rows = workspace.read.contact_candidates(query, workspace.today, by_rhythm=by_rhythm)
        return People(workspace).load(rows).listed(query, sort)

    def fitting(self, term: Term) -> set[str]:
        """Everyone, archived or not, who is a person that ``term`` is about."""
        self._load_all()
        return super().fitting(term)

    def row(self, ident: str) -> ContactRow | None:
        """The contact's row, or None."""
        self._load_all()
        return super().row(ident)

    def _load_all(self) -> None:
        if not len(self):
            self.load()
