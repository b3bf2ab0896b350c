"""The decks of words: read from YAML, refused where they are broken, compiled to packs, checked as a teacher would."""
