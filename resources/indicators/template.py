"""One sentence that says what the indicator tells; the panel shows it.

How to write an indicator
-------------------------
A file in this folder declares one indicator: a function below ``@indicator``. Save it, and it appears in the panel under
"Your own"; save it again, and charts that show it are computed anew. Mistakes are told in the panel with their line.

``bars`` has the columns ``time`` (UTC seconds), ``open``, ``high``, ``low``, ``close`` and ``volume``, numpy arrays with
the oldest bar first, and ``interval``. ``bars.source("hlc3")`` gives a price series by its name. Columns are read-only,
and may hold NaN where nothing was traded.

Return one array with a value for each bar, NaN where there is none. For several plots, name them in
``@indicator(plots=(line("upper", "blue"), line("lower", "blue")))`` and return as many arrays, or a dictionary by name.
Besides ``line`` there are ``histogram``, ``step``, ``dots`` and ``marks``.

The other arguments are the parameters in the panel. Each has a default, and its annotation says what it may be: ``int``,
``float``, ``bool``, ``Literal["fast", "slow"]``, ``Source``, or with bounds ``Annotated[int, between(2, 500)]``.

A value should depend on its own bar and earlier ones only, or the chart will show what nobody could have known.

The file runs in a process of its own with 10 seconds for each computation. What it prints goes to the terminal that
Lionrock was started from. Files whose names begin with an underscore are no indicators; others may import them.
"""

from typing import Annotated

import numpy as np

from charting.indicators.user import Bars, Source, between, indicator, line


@indicator("My indicator", short="Mine", pane="own", plots=(line("change", "orange"),), levels=(0.0,))
def change(bars: Bars, period: Annotated[int, between(1, 500)] = 10, source: Source = "close") -> np.ndarray:
    """How far a price has come since some bars before, in per cent."""
    price = bars.source(source)
    values = np.full(len(bars), np.nan)
    values[period:] = (price[period:] / price[:-period] - 1) * 100
    return values
