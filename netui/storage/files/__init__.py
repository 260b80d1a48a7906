"""Files on disk: atomic writes, locks, transactions, stat, inotify, file names, trash."""
