"""What we do not do, said so that the person at the screen can act on it."""

from __future__ import annotations


class Refusal(Exception):
    """`text` is a message id marked with N_; a screen shows `t(no.text, **no.blanks)`."""

    def __init__(self, text: str, **blanks: object) -> None:
        super().__init__(text)
        self.text = text
        self.blanks = blanks
