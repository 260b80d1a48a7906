import contextlib
import errno
import fcntl
import os
import threading

import pytest

from netui.storage.errors import CannotSave
from netui.storage.files.locks import locked


def test_a_thread_may_take_its_lock_again_and_others_wait(tmp_path):
    entered = threading.Event()

    def other():
        with locked(str(tmp_path)):
            entered.set()

    thread = threading.Thread(target=other)
    with locked(str(tmp_path)), locked(str(tmp_path)):
        thread.start()
        with pytest.raises(CannotSave, match="another netui"):
            _in_a_thread(lambda: locked(str(tmp_path), 0.0).__enter__())
        assert not entered.is_set()
    thread.join(30)
    assert entered.is_set()


def test_another_process_that_holds_the_lock_is_waited_for_in_vain(tmp_path):
    with own_descriptor(tmp_path) as fd:
        fcntl.flock(fd, fcntl.LOCK_EX)
        with pytest.raises(CannotSave, match="another netui"), locked(str(tmp_path), 0.0):
            pass
    with locked(str(tmp_path), 0.0):
        pass


def test_a_file_system_without_locks_holds_off_threads_alone(tmp_path, monkeypatch):
    def refuse(*_):
        raise OSError(errno.ENOLCK, "no locks here")

    monkeypatch.setattr(fcntl, "flock", refuse)
    with locked(str(tmp_path), 0.0):
        pass
    with pytest.raises(CannotSave, match="another netui"), locked(str(tmp_path), 0.0, surely=True):
        pass


@contextlib.contextmanager
def own_descriptor(path):
    """A descriptor of its own: flock tells descriptors apart, as it does processes."""
    fd = os.open(path, os.O_RDONLY)
    try:
        yield fd
    finally:
        os.close(fd)


def _in_a_thread(work):
    caught = []

    def run():
        try:
            work()
        except BaseException as error:
            caught.append(error)

    thread = threading.Thread(target=run)
    thread.start()
    thread.join(30)
    for error in caught:
        raise error
