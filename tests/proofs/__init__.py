"""Proofs that nothing is lost: faults, kills, power cuts, full disks, harmed indexes, odd documents, mutants.

Each module says what it proves and what it does not. All run in the normal suite; `pytest -m long` runs
them at about ten times the size. What they tried is counted in the last line of the run.
"""
