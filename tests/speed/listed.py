"""``netui list`` within this process, to be profiled: as a command it leaves as soon as all is said."""

from netui.cli.main import main

main(["list"])
