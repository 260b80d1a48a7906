"""Other languages: tables of their words for days, kinds and people, and the translation to English ones."""
