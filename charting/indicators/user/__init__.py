"""What a file in the user's indicators folder imports: the decorator, bars, and words for plots and parameters.

A file declares one indicator: a function that is given bars and returns one array of as many values::

    from charting.indicators.user import Bars, indicator


    @indicator("Middle of the bar", pane="overlay")
    def middle(bars: Bars):
        return (bars.high + bars.low) / 2

Its other arguments are the parameters shown in the panel; each needs a default, and its annotation says what it may be:
``int``, ``float``, ``bool``, ``Literal["a", "b"]``, :data:`Source`, or ``Annotated[int, between(2, 500)]``. The file's
first lines, as its docstring, are the sentence the panel shows.
"""

from __future__ import annotations

from charting.core.bars import Bars
from charting.indicators.user.declaring import Source, between, dots, histogram, indicator, line, marks, step

__all__ = ["Bars", "Source", "between", "dots", "histogram", "indicator", "line", "marks", "step"]
