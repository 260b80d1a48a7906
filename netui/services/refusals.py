"""What a service answers when it will not guess: the message is for the person who asked."""


class Refused(ValueError):
    """What was asked cannot be done as it was said; ``str()`` says why and what to write instead."""
