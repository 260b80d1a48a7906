"""What can be added to a person, each in a form of its own: offered where one adds, and in the palette."""

from netui.domain.named_tuple import NamedTuple


class Addition(NamedTuple):
    """One kind of thing: ``help`` is what is offered."""

    id: str
    help: str


ADDITIONS = (
    Addition("date", "a date: a birthday, an anniversary, a nameday"),
    Addition("relation", "a relation: father, partner, boss"),
    Addition("address", "an e-mail, a phone, a link or an address"),
    Addition("opportunity", "an opportunity: a job, a client, a talk"),
    Addition("promise", "a promise, yours or theirs"),
    Addition("debt", "a debt: what is to be given back"),
    Addition("gift", "a gift to give"),
    Addition("introduction", "an introduction: who introduced whom to whom"),
    Addition("own", "a key of your own, such as a shoe size"),
)
