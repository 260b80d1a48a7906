"""Accuracy benchmark of the rhythm model on real contact logs: ``python -m tests.accuracy``."""
