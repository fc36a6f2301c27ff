"""Random numbers that are the same on every machine and with every version of numpy."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from charting.core.bars import Floats

Bits = NDArray[np.uint64]


def random_bits(seed: int, stream: int, rows: int, columns: int) -> Bits:
    """Raw 64-bit words, (rows, columns), in which each row stays what it is when rows are added at the end.

    Only numpy's bit generators promise the same numbers for ever (NEP 19); what ``Generator`` makes of them may change,
    so the distributions are made here.
    """
    generator = np.random.PCG64(np.random.SeedSequence([seed, stream]))
    return np.asarray(generator.random_raw(rows * columns), dtype=np.uint64).reshape(rows, columns)


def uniform(bits: Bits) -> Floats:
    """Numbers in [0, 1), one a word, same shape."""
    return (bits >> np.uint64(11)).astype(np.float64) * 2.0**-53


def normal(bits: Bits) -> Floats:
    """Numbers of mean 0 and standard deviation 1, nearly normal, one a word, same shape.

    Each is the sum of the word's four 16-bit parts (Irwin-Hall with n = 4; excess kurtosis -0.3, none beyond 3.5): whole
    numbers only, so that no machine's logarithm can make a difference.
    """
    low = np.uint64(0xFFFF)
    total = (bits & low) + ((bits >> np.uint64(16)) & low) + ((bits >> np.uint64(32)) & low) + (bits >> np.uint64(48))
    return np.asarray((total.astype(np.float64) - 131_070.0) * (3.0**0.5 / 65_536.0))
