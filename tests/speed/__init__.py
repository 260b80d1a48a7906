"""How fast netui is, each figure beside its floor: ``python -m tests.speed``."""
