"""The first minutes: language, an invitation or a founder's code, a picture, a PIN. And the lock without a page."""
