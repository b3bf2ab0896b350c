"""What a camera is to read is a QR code of the usual kind, however short its text."""

from __future__ import annotations

import struct

import pytest

from app.views import qr

SCALE, BORDER = 8, 3


@pytest.mark.parametrize("text", ["tel:12345099", "1", "Naboskab i Egeparken\nFælleshuset, torsdage kl. 14"])
def test_it_is_of_the_kind_that_every_phone_reads(text: str) -> None:
    """A QR code has 21 modules a side, or some fours more; a Micro QR 11 to 17."""
    width, height = struct.unpack(">II", qr.png(text)[16:24])
    modules = width // SCALE - 2 * BORDER

    assert width == height
    assert modules >= 21
    assert (modules - 21) % 4 == 0
    side = modules + 2 * 4
    assert f'viewBox="0 0 {side} {side}"' in qr.svg(text)
