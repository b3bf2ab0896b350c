"""The first minutes: language, an invitation or a founder's code, a picture, a PIN. And the lock, where no page draws it."""
