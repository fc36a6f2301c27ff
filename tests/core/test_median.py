"""The median is numpy's, without what that brings along."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from charting.core.median import median
from tests.places import ROOT


@given(arrays.arrays(np.float64, st.integers(1, 60), elements=st.floats(-1e9, 1e9)))
def test_it_is_that_of_numpy(values: np.ndarray) -> None:
    assert median(values) == np.median(values)


def test_it_brings_no_masked_arrays() -> None:
    code = (
        "import sys, numpy; from charting.core.median import median; median(numpy.arange(9.0)); print('numpy.ma' in sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
