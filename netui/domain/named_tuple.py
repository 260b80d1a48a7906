"""``NamedTuple`` as in ``typing``, but defined in a tenth of the time.

``typing`` has Python compile a piece of source for each class. A command defines some sixty such classes as
it starts and the app three hundred, which made a tenth of a command's time. Here a class is only built, and
what is alike in all of them is inherited. A value is as fast to read; to make one by keywords takes longer.
"""

TYPE_CHECKING = False  # as in typing, without importing it
if TYPE_CHECKING:
    from typing import NamedTuple as NamedTuple
else:
    from collections import _tuplegetter

    _new = tuple.__new__

    class _Values(tuple):
        """What all named tuples are alike in; the names are those of ``collections.namedtuple``."""

        __slots__ = ()
        _fields = ()
        _field_defaults = {}

        def __new__(cls, /, *values, **named):
            if named or len(values) != len(cls._fields):
                values += _rest(cls, len(values), named)
            return _new(cls, values)

        @classmethod
        def _make(cls, values):
            return cls(*values)

        def _replace(self, /, **named):
            made = _new(type(self), map(named.pop, self._fields, self))
            if named:
                raise TypeError(f"{type(self).__name__} has no field {', '.join(named)}")
            return made

        __replace__ = _replace

        def _asdict(self):
            return dict(zip(self._fields, self, strict=True))

        def __repr__(self):
            values = ", ".join(f"{field}={value!r}" for field, value in zip(self._fields, self, strict=True))
            return f"{type(self).__name__}({values})"

        def __getnewargs__(self):
            return tuple(self)

    def _rest(cls, given, named):
        """The values of the fields behind the first ``given``: those that are named, else the defaults."""
        if given > len(cls._fields):
            raise TypeError(f"{cls.__name__} takes {len(cls._fields)} values, not {given}")
        fields, known = cls._fields[given:], cls._field_defaults | named
        try:
            values = tuple(map(known.__getitem__, fields))
        except KeyError as missing:
            raise TypeError(f"{cls.__name__} needs a value for {missing}") from None
        if len(known) > len(fields) and (strange := named.keys() - fields):
            raise TypeError(
                f"{cls.__name__} has no field, or a value already, for {', '.join(sorted(strange))}"
            )
        return values

    class _Define(type):
        """Makes a class of tuples of a body whose base is ``NamedTuple``."""

        def __new__(cls, name, bases, body):
            if not bases:
                return type.__new__(cls, name, bases, body)
            annotate = body.get("__annotate_func__")  # as from Python 3.14 on
            fields = tuple(annotate(1) if annotate else body.get("__annotations__", ()))
            body["_field_defaults"] = {field: body[field] for field in fields if field in body}
            for at, field in enumerate(fields):
                body[field] = _tuplegetter(at, None)
            body["_fields"] = body["__match_args__"] = fields
            body["__slots__"] = ()
            return type(name, (_Values, *bases[1:]), body)

    class NamedTuple(metaclass=_Define):
        """The base of a class whose annotations name the values of its tuples."""
