"""How right the shipped model of silences is on real contact logs: ``python -m tests.accuracy``."""
