"""Settings and labels: what a declaration makes of what a document holds."""

from __future__ import annotations

import math

import pytest

from charting.core.document import Value
from charting.indicators.catalogue import kind_of
from charting.indicators.declaration import Parameter, moment, number, text, whole, written_moment

PERIOD = Parameter("period", "Period", 20, 2, 500)
FACTOR = Parameter("factor", "Factor", 2.0, 0.0, 10.0)
SOURCE = Parameter("source", "Source", "close", choices=("close", "open"))


@pytest.mark.parametrize(
    ("parameter", "value", "accepted"),
    [
        (PERIOD, 50, 50),
        (PERIOD, 50.0, 50),
        (PERIOD, 49.6, 50),
        (PERIOD, 1, 2),
        (PERIOD, -3, 2),
        (PERIOD, 10**9, 500),
        (PERIOD, math.nan, 20),
        (PERIOD, math.inf, 20),
        (PERIOD, "50", 20),
        (PERIOD, True, 20),
        (PERIOD, [50.0], 20),
        (FACTOR, 3, 3.0),
        (FACTOR, 11.0, 10.0),
        (FACTOR, "wide", 2.0),
        (SOURCE, "open", "open"),
        (SOURCE, "moon", "close"),
        (SOURCE, 3, "close"),
        (Parameter("name", "Name", ""), "anything", "anything"),
        (Parameter("shown", "Shown", True), False, False),
        (Parameter("shown", "Shown", True), 0, True),
        (Parameter("levels", "Levels", [1.0]), [2.0, 3.0], [2.0, 3.0]),
        (Parameter("levels", "Levels", [1.0]), 2.0, [1.0]),
    ],
)
def test_what_cannot_be_used_gives_way_to_what_can(parameter: Parameter, value: Value, accepted: Value) -> None:
    found = parameter.accept(value)
    assert found == accepted
    assert type(found) is type(accepted)


def test_moments_are_times_in_utc_or_none() -> None:
    parameter = Parameter("anchor", "From", "", form="moment")
    assert parameter.accept("2025-09-12T01:30") == "2025-09-12T01:30"
    assert parameter.accept("tomorrow") == ""
    assert parameter.accept(3.0) == ""
    assert moment({"anchor": ""}, "anchor") is None
    assert moment({"anchor": "2025-09-12T01:30"}, "anchor") == moment({"anchor": "2025-09-12T09:30+08:00"}, "anchor")
    seconds = moment({"anchor": "2025-09-12T01:30"}, "anchor")
    assert seconds is not None
    assert written_moment(seconds) == "2025-09-12T01:30"


def test_settings_are_complete_and_strangers_are_left_out() -> None:
    macd = kind_of("macd")
    assert macd.settings({"slow": 30, "colour": "red"}) == {"fast": 12, "slow": 30, "signal": 9, "source": "close"}


def test_settings_are_read_by_their_kind() -> None:
    chosen = {"period": 20, "factor": 2.5, "source": "open"}
    assert (whole(chosen, "period"), number(chosen, "factor"), text(chosen, "source")) == (20, 2.5, "open")
    with pytest.raises(AssertionError):
        text(chosen, "period")


@pytest.mark.parametrize(
    ("kind", "chosen", "label"),
    [
        ("macd", {}, "MACD 12 26 9"),
        ("sma", {"period": 50}, "SMA 50"),
        ("sma", {"period": 50, "source": "hl2"}, "SMA 50 hl2"),
        ("bbands", {"upper_deviations": 2.5}, "BB 20 2.5 2"),
        ("volume", {}, "Volume"),
        ("vwap", {"anchor": "week"}, "VWAP week 1"),
    ],
)
def test_the_legend_names_the_numbers(kind: str, chosen: dict[str, Value], label: str) -> None:
    assert kind_of(kind).label(chosen) == label


def test_plots_are_found_by_name() -> None:
    assert kind_of("macd").plot("signal").title == "Signal"
    with pytest.raises(LookupError, match="no plot “tail”"):
        kind_of("macd").plot("tail")
