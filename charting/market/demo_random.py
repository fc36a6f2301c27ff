"""Random numbers that are the same on every machine and with every version of numpy, without importing ``numpy.random``.

The words are those of numpy's ``PCG64(SeedSequence([seed, stream]))``, which are promised for ever (NEP 19). Importing all of
numpy's generators takes three times as long as making the demonstration's bars.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from charting.core.bars import Floats

Bits = NDArray[np.uint64]

_32, _64, _128 = 2**32 - 1, 2**64 - 1, 2**128 - 1
_MULTIPLIER = 0x2360ED051FC65DA44385DF649FCCF645
"""Of O'Neill's PCG generators with 128 bits of state (https://www.pcg-random.org)."""


_BLOCK = 4096
"""States that are worked out at once: as many as the processor has at hand."""


def random_bits(seed: int, stream: int, rows: int, columns: int) -> Bits:
    """Raw 64-bit words, (rows, columns), in which each row stays what it is when rows are added at the end."""
    high, low, own_high, own_low = _seeded(seed, stream)
    increment = ((own_high << 64 | own_low) << 1 | 1) & _128
    state = ((increment + (high << 64 | low)) * _MULTIPLIER + increment) & _128
    return _permuted(*_states(state, increment, rows * columns)).reshape(rows, columns)


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


def _seeded(*entropy: int) -> tuple[int, int, int, int]:
    """Four 64-bit words of numpy's ``SeedSequence``: the entropy is hashed into a pool of four words, and these into more."""
    words = [number >> shift & _32 for number in entropy for shift in range(0, max(number.bit_length(), 1), 32)]
    constant = 0x43B0D7E5

    def hashed(value: int, multiplier: int = 0x931E8875) -> int:
        nonlocal constant
        value ^= constant
        constant = constant * multiplier & _32
        value = value * constant & _32
        return value ^ value >> 16

    def mixed(one: int, other: int) -> int:
        value = (0xCA01F9DD * one - 0x4973F715 * other) & _32
        return value ^ value >> 16

    pool = [hashed(words[place] if place < len(words) else 0) for place in range(4)]
    for source in range(4):
        for place in range(4):
            if place != source:
                pool[place] = mixed(pool[place], hashed(pool[source]))
    for word in words[4:]:
        for place in range(4):
            pool[place] = mixed(pool[place], hashed(word))
    constant = 0x8B51F9DD
    made = [hashed(pool[place % 4], 0x58F38DED) for place in range(8)]
    return made[0] | made[1] << 32, made[2] | made[3] << 32, made[4] | made[5] << 32, made[6] | made[7] << 32


def _states(state: int, increment: int, count: int) -> tuple[Bits, Bits]:
    """The next states of the generator, their upper and lower words, (count,): what is known, that many steps on, again."""
    high, low = np.empty(count, np.uint64), np.empty(count, np.uint64)
    multiplier = _MULTIPLIER
    first = (state * multiplier + increment) & _128
    high[:1], low[:1] = first >> 64, first & _64
    known = steps = 1
    while known < count:
        part = slice(known, min(known + steps, count))
        before = slice(part.start - steps, part.stop - steps)
        high[part], low[part] = _stepped(high[before], low[before], multiplier, increment)
        known = part.stop
        if known == 2 * steps <= _BLOCK:
            steps = known
            increment = (multiplier * increment + increment) & _128
            multiplier = multiplier * multiplier & _128
    return high, low


def _stepped(high: Bits, low: Bits, multiplier: int, increment: int) -> tuple[Bits, Bits]:
    """``state * multiplier + increment`` in 128 bits, by words."""
    half, mask = np.uint64(32), np.uint64(_32)
    upper, lower = np.uint64(multiplier >> 64), np.uint64(multiplier & _64)
    one, two = lower & mask, lower >> half
    right, left = low & mask, low >> half
    middle = left * one + (right * one >> half)
    carried = left * two + (middle >> half) + (right * two + (middle & mask) >> half)
    product = low * lower
    total = product + np.uint64(increment & _64)
    return carried + high * lower + low * upper + np.uint64(increment >> 64) + (total < product).astype(np.uint64), total


def _permuted(high: Bits, low: Bits) -> Bits:
    """What each state gives: its words folded together, and turned by its highest bits (XSL-RR)."""
    folded, turn = high ^ low, high >> np.uint64(58)
    back: Bits = np.subtract(np.uint64(64), turn) & np.uint64(63)
    found: Bits = np.bitwise_or(folded >> turn, folded << back)
    return found
