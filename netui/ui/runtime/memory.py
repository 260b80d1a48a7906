"""Memory of the process: one heap of the C library for all threads."""

import os
from contextlib import suppress

_M_ARENA_MAX = -8  # malloc.h of glibc


def share_heap() -> None:
    """Has threads that start from now on take memory from the one heap, where the C library is glibc.

    Each would have one of its own and hold on to more of it than it uses, a megabyte in all. They seldom wait
    for each other, as only one of them runs Python at a time.
    """
    with suppress(ImportError, OSError):
        from _ctypes import call_function, dlopen, dlsym

        mallopt = dlsym(dlopen(None, os.RTLD_NOW), "mallopt")  # type: ignore[arg-type]  # None: this program
        call_function(mallopt, (_M_ARENA_MAX, 1))
