"""How TA-Lib is loaded: late, without pandas, and without holding on to anybody."""

from __future__ import annotations

import subprocess
import sys
import textwrap

import pytest

from tests.places import ROOT


def run(program: str) -> str:
    """What a fresh interpreter prints."""
    done = subprocess.run(
        [sys.executable, "-c", textwrap.dedent(program)], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_the_catalogue_is_declared_without_the_library() -> None:
    program = """
        import sys
        from charting.indicators.catalogue import CATALOGUE
        print(len(CATALOGUE) > 100, sorted({"talib", "pandas", "polars"} & set(sys.modules)))
    """
    assert run(program) == "True []"


def test_computing_brings_no_pandas_and_pandas_works_afterwards() -> None:
    program = """
        import sys
        import numpy as np
        from charting.indicators.library import talib
        print(talib().SMA(np.arange(4.0), 2).tolist()[1:], "pandas" in sys.modules, len(sys.meta_path))
        import pandas
        import talib as again
        print(float(pandas.Series([1.0, 2.0]).sum()), again is talib())
    """
    before = run("import sys; print(len(sys.meta_path))")
    assert run(program).splitlines() == [f"[0.5, 1.5, 2.5] False {before}", "3.0 True"]


def test_pandas_that_is_there_already_does_no_harm() -> None:
    program = """
        import pandas
        import numpy as np
        from charting.indicators.library import talib
        print(talib().SMA(np.arange(4.0), 2).tolist()[1:])
    """
    assert run(program) == "[0.5, 1.5, 2.5]"


def test_other_threads_find_pandas_meanwhile() -> None:
    program = """
        import importlib.util, sys, threading
        from charting.indicators.library import _Hidden
        finder = _Hidden(frozenset({"pandas"}))
        sys.meta_path.insert(0, finder)
        found = []
        worker = threading.Thread(target=lambda: found.append(importlib.util.find_spec("pandas") is not None))
        worker.start()
        worker.join()
        try:
            importlib.util.find_spec("pandas")
        except ModuleNotFoundError as error:
            found.append(error.name)
        print(found)
    """
    assert run(program) == "[True, 'pandas']"


@pytest.mark.parametrize("first", ["SMA", "RSI"])
def test_loading_keeps_nobody_alive(first: str) -> None:
    program = f"""
        import gc, weakref
        import numpy as np
        from charting.core.bars import Bars
        from charting.core.interval import DAY
        from charting.indicators.catalogue import kind_of
        def compute():
            column = np.arange(1.0, 50.0)
            bars = Bars.of(np.arange(49), column, column, column, column, column, DAY)
            kind = kind_of("{first.lower()}")
            kind.compute(bars, kind.settings({{}}))
            return weakref.ref(bars)
        gone = compute()
        gc.collect()
        print(gone())
    """
    assert run(program) == "None"
