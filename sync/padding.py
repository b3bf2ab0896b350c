"""Lengths that say little."""

from __future__ import annotations


def padme(length: int) -> int:
    """The PADMÉ length for `length` bytes: at most 12 % more, hiding all but O(log log) bits of it.

    K. Nikitin et al., "Reducing Metadata Leakage from Encrypted Files and Communication with PURBs", 2019, algorithm 1.
    """
    if length < 2:
        return length
    exponent = length.bit_length() - 1
    mask = (1 << (exponent - exponent.bit_length())) - 1
    return (length + mask) & ~mask
