"""Which of TA-Lib's functions are no indicators of the catalogue, and why."""

from __future__ import annotations

from collections.abc import Mapping

_ELEMENTWISE = "applies a function of mathematics to each price: no indicator by itself"
_POSITION = "gives positions in the table, not values"

LEFT_OUT: Mapping[str, str] = {
    **dict.fromkeys(("ACOS", "ASIN", "ATAN", "CEIL", "COS", "COSH", "EXP", "FLOOR", "LN", "LOG10"), _ELEMENTWISE),
    **dict.fromkeys(("SIN", "SINH", "SQRT", "TAN", "TANH", "ADD", "SUB", "MULT", "DIV", "CUMSUM"), _ELEMENTWISE),
    **dict.fromkeys(("MAXINDEX", "MININDEX", "MINMAXINDEX"), _POSITION),
    "BETA": "needs a second instrument",
    "MAVP": "needs a period for every bar",
    "SAREXT": "gives its direction as the sign of a price; Parabolic SAR is the same with one acceleration",
    "VWAP": "never starts anew; ours is anchored to session, week or month",
    "FRACTAL": "gives flags; ours gives the prices of the swings, on their bars",
    "HA": "ours is the same and says how to draw it",
}
