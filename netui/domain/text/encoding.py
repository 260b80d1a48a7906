"""Encoding of text from outside. It imports nothing: the survey of a command needs it before all else."""


def is_utf8(text: str) -> bool:
    """Whether ``text`` came from valid UTF-8: what did not was decoded to lone surrogates."""
    try:
        text.encode()
    except UnicodeEncodeError:
        return False
    return True
