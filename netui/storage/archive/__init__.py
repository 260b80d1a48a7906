"""Backups: one archive of the network folder, written, verified and read with suspicion."""
