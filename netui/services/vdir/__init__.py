"""A vdir folder: cards that vdirsyncer, or a program like it, keeps in step with a CardDAV server."""
