"""vdirsyncer between the folder and real CardDAV servers: what is changed on a phone arrives, and back."""

import contextlib
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.vdir.test_exchange import GRACE, Network
from tests.support.app import write_network

PATIENCE = 30.0
MKCOL = b"""<?xml version="1.0"?><mkcol xmlns="DAV:" xmlns:C="urn:ietf:params:xml:ns:carddav"><set><prop>
<resourcetype><collection/><C:addressbook/></resourcetype></prop></set></mkcol>"""


def program(name: str) -> str:
    """The path of a program of the extra ``interop``, beside this Python or on PATH; skips without it."""
    found = shutil.which(name, path=str(Path(sys.executable).parent)) or shutil.which(name)
    if found is None:
        pytest.skip(f"{name} is not installed: pip install -e '.[interop]'")
    return found


def free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest.fixture(params=("radicale", "xandikos"))
def server(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[str]:
    """The address of an empty address book on a server of its own."""
    port, data = free_port(), tmp_path / "server"
    data.mkdir()
    base = f"http://127.0.0.1:{port}"
    if request.param == "radicale":
        command = ["--server-hosts", f"127.0.0.1:{port}", "--storage-filesystem-folder", str(data),
                   "--auth-type", "none", "--web-type", "none"]  # fmt: skip
        book = f"{base}/user/book/"
    else:
        command = ["-d", str(data), "--defaults", "--port", str(port), "--listen-address", "127.0.0.1"]
        book = f"{base}/user/contacts/addressbook/"
    running = subprocess.Popen(
        [program(request.param), *command], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        wait_for(base)
        if request.param == "radicale":
            ask("MKCOL", book, MKCOL)
        yield book
    finally:
        running.terminate()
        running.wait(PATIENCE)


def ask(method: str, url: str, body: bytes = b"") -> None:
    headers = {"Content-Type": "text/xml", "Authorization": "Basic dXNlcjp4"}
    request = urllib.request.Request(url, data=body or None, method=method, headers=headers)
    urllib.request.urlopen(request, timeout=PATIENCE).close()


def wait_for(base: str) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with contextlib.suppress(urllib.error.HTTPError):  # it answers, whatever it says
            try:
                ask("GET", base)
            except (urllib.error.URLError, ConnectionError) as error:
                if isinstance(error, urllib.error.HTTPError):
                    raise
                time.sleep(0.05)
                continue
        return
    raise AssertionError(f"{base} does not answer")


class Synced:
    """A folder that vdirsyncer keeps in step with the server."""

    def __init__(self, home: Path, name: str, book: str) -> None:
        self.folder = home / name
        self.folder.mkdir(exist_ok=True)
        self._config = home / f"{name}.conf"
        self._config.write_text(
            f'[general]\nstatus_path = "{home / name}.status"\n'
            '[pair p]\na = "folder"\nb = "server"\ncollections = null\nconflict_resolution = "b wins"\n'
            f'[storage folder]\ntype = "filesystem"\npath = "{self.folder}"\nfileext = ".vcf"\n'
            f'[storage server]\ntype = "carddav"\nurl = "{book}"\nusername = "user"\npassword = "x"\n'
        )
        self._run("discover", "p")

    def sync(self) -> None:
        self._run("sync", "p")

    def card(self, words: bytes) -> Path:
        (found,) = [each for each in self.folder.glob("*.vcf") if words in each.read_bytes()]
        return found

    def _run(self, *command: str) -> None:
        done = subprocess.run(
            [program("vdirsyncer"), "-c", str(self._config), *command],
            capture_output=True, text=True, timeout=120, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.slow
def test_a_contact_goes_to_a_phone_and_comes_back_changed(tmp_path: Path, server: str) -> None:
    write_network(tmp_path / "net", {"ada": {"name": "Ada", "tags": ["phone"], "notes": "a; b, c\n\nd"}})
    network = Network(tmp_path, query="#phone | grace")
    here, phone = Synced(tmp_path, "cards", server), Synced(tmp_path, "phone", server)
    (phone.folder / "g.vcf").write_text(GRACE, newline="")
    network.exchange()
    for each in (here, phone, here):
        each.sync()
    assert network.exchange().incoming.new == ("grace-hopper",)
    ada = phone.card(b"FN:Ada")
    ada.write_bytes(ada.read_bytes().replace(b"END:", b"TEL;TYPE=CELL:0131 496 0000\r\nX-PHONE:kept\r\nEND:"))
    network.set("ada", "org", "Engines")
    network.set("grace-hopper", "title", "Admiral")
    for each in (phone, here):
        each.sync()
    found = network.exchange()
    assert found.incoming.changed == ("ada",) and set(found.written) == {"ada", "grace-hopper"}
    assert network.contact("ada")["phones"] == [{"value": "0131 496 0000", "label": "cell"}]
    for each in (here, phone):
        each.sync()
    at_phone = phone.card(b"FN:Ada").read_bytes()
    assert b"X-PHONE:kept" in at_phone and b"ORG:Engines" in at_phone
    grace = phone.card(b"FN:Grace").read_bytes()
    assert b"TITLE:Admiral" in grace and b"X-THEIRS" in grace and b"PHOTO" in grace
    again = network.exchange()
    assert (again.incoming.changed, again.written, again.vanished) == ((), (), ())


@pytest.mark.slow
def test_a_contact_deleted_on_a_phone_is_asked_about(tmp_path: Path, server: str) -> None:
    people = {name: {"name": name.title(), "tags": ["phone"]} for name in ("ada", "bob")}
    write_network(tmp_path / "net", people)
    network = Network(tmp_path)
    here, phone = Synced(tmp_path, "cards", server), Synced(tmp_path, "phone", server)
    network.exchange()
    for each in (here, phone):
        each.sync()
    phone.card(b"FN:Ada").unlink()
    for each in (phone, here):
        each.sync()
    found = network.exchange()
    assert [each.ident for each in found.vanished] == ["ada"] and network.contact("ada")["name"] == "Ada"
    network.exchange(again=["ada"])
    for each in (here, phone):
        each.sync()
    assert phone.card(b"FN:Ada").exists()
