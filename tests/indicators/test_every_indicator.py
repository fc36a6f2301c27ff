"""What must hold for each indicator of the catalogue, whatever it computes."""

from __future__ import annotations

import itertools
import string

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from charting.core.bars import Bars
from charting.core.document import Value
from charting.core.interval import DAY
from charting.core.theme import theme
from charting.indicators import groups
from charting.indicators.catalogue import CATALOGUE, kind_of
from charting.indicators.declaration import IndicatorKind, Parameter
from charting.indicators.values import IndicatorValues
from tests.indicators.making import computed, context_for, flat, holed, indicator_of, real, same, walk

every = pytest.mark.parametrize("kind", CATALOGUE.values(), ids=CATALOGUE.keys())

DAILY = walk(340)
MINUTES = walk(800, interval_minutes=1)
TROUBLES = {
    "daily": DAILY,
    "minutes": MINUTES,
    "holes": holed(DAILY),
    "holes in minutes": holed(MINUTES),
    "constant": flat(200),
    "no volume": Bars.of(DAILY.time, DAILY.open, DAILY.high, DAILY.low, DAILY.close, None, DAY),
    "zero prices": flat(60, price=0.0),
    "nothing but holes": holed(walk(50), share=1.1),
    "two bars": walk(2),
    "one bar": walk(1),
    "no bars": Bars.empty(DAY),
}


def test_the_catalogue_is_in_the_order_of_menus() -> None:
    shown = [(groups.ORDER.index(kind.group), kind.title) for kind in CATALOGUE.values()]
    assert shown == sorted(shown)
    assert len(CATALOGUE) > 180
    assert {kind.group for kind in CATALOGUE.values()} == set(groups.ORDER)


def test_an_unknown_kind_is_told_in_a_sentence() -> None:
    with pytest.raises(LookupError, match=r"no indicator “moonphase”\. Remove it"):
        kind_of("moonphase")


@every
def test_the_declaration_is_sound(kind: IndicatorKind) -> None:
    assert CATALOGUE[kind.kind] is kind
    assert set(kind.kind) <= set(string.ascii_lowercase + string.digits + "_")
    assert kind.title
    assert kind.short
    assert kind.about.endswith(".") or kind.kind == "volume"
    names = [plot.name for plot in kind.plots]
    assert len(set(names)) == len(names)
    assert len({parameter.name for parameter in kind.parameters}) == len(kind.parameters)
    colours = theme()
    for plot in kind.plots:
        assert plot.title
        assert {plot.fill_to, plot.colour_by, plot.ago, plot.tip} <= {*names, None}
        assert plot.stroke.colour in colours.palette or hasattr(colours, plot.stroke.colour)
        assert (plot.tip is None) or plot.style == "path"
    for parameter in kind.parameters:
        assert parameter.accept(parameter.default) == parameter.default
        assert parameter.title
    assert kind.live is not None or kind.restart is not None


@every
def test_there_is_one_finite_or_missing_value_a_bar(kind: IndicatorKind) -> None:
    for name, bars in TROUBLES.items():
        found = computed(kind, bars, kind.settings({}))
        assert set(found) == {plot.name for plot in kind.plots if plot.style != "profile"}
        for plot, values in found.items():
            assert values.shape == (len(bars),), name
            integers = kind.group == groups.PATTERNS or (kind.kind, plot) == ("supertrend", "trend")
            assert values.dtype == (np.int32 if integers else np.float64), plot
            assert not np.isinf(values).any(), name


@every
def test_nothing_looks_ahead(kind: IndicatorKind) -> None:
    chosen = kind.settings({})
    for name, bars in TROUBLES.items():
        whole = computed(kind, bars, chosen)
        for count in (0, 1, 2, 29, 107, max(len(bars) - 1, 0)):
            part = computed(kind, bars.slice(0, count), chosen)
            for plot in whole:
                assert same(part[plot], whole[plot][:count]), (name, plot, count)


@every
def test_values_carried_along_equal_those_computed_whole(kind: IndicatorKind) -> None:
    indicator = indicator_of(kind)
    for (name, final), start in itertools.product(TROUBLES.items(), (0, 3, 130)):
        if len(final) < start + 60:
            continue
        cache = IndicatorValues()
        now = final.slice(0, start)
        cache.follow(now, indicator, context_for(now))
        for count, formed in ((1, 0.99), (1, 1.0), (2, 1.0), (3, 1.01), (3, 1.0), (4, 1.0), (9, 1.0), (60, 0.98), (60, 1.0)):
            after = _forming(final.slice(0, min(start + count, len(final))), formed)
            cache.advance(now, after, max(len(now) - 1, 0))
            now = after
        carried, whole = cache.peek(now, indicator, context_for(now)), computed(kind, now, kind.settings({}))
        assert carried is not None
        for plot in whole:
            assert same(carried[plot], whole[plot]), (name, plot, start)


def _forming(bars: Bars, factor: float) -> Bars:
    """The same bars, the last one with a close that is still on its way."""
    close = bars.close.copy()
    close[-1] *= factor
    return Bars.of(bars.time, bars.open, np.fmax(bars.high, close), np.fmin(bars.low, close), close, bars.volume, bars.interval)


@every
def test_parameters_at_their_limits_and_beyond_give_values(kind: IndicatorKind) -> None:
    bars = DAILY.slice(0, 120)
    lowest = {parameter.name: parameter.low for parameter in kind.parameters if parameter.low is not None}
    highest = {parameter.name: parameter.high for parameter in kind.parameters if parameter.high is not None}
    attempts: list[dict[str, Value]] = [lowest, highest]
    attempts += [{name: value - 10} for name, value in lowest.items()] + [{name: value} for name, value in lowest.items()]
    attempts += [{name: value * 2} for name, value in highest.items()] + [{name: value} for name, value in highest.items()]
    attempts += [{parameter.name: choice} for parameter in kind.parameters for choice in parameter.choices]
    attempts += [{parameter.name: odd} for parameter in kind.parameters for odd in ("nonsense", True, float("nan"), [1.0])]
    for chosen in attempts:
        found = computed(kind, bars, kind.settings(chosen))
        assert all(values.shape == (120,) and not np.isinf(values).any() for values in found.values()), chosen


@every
def test_values_stay_within_the_bounds_that_are_declared(kind: IndicatorKind, shared_data: object) -> None:
    if kind.bounds is None:
        return
    low, high = kind.bounds
    for bars in (real("daily/9988.HK"), DAILY, MINUTES, flat(100)):
        for values in computed(kind, bars, kind.settings({})).values():
            assert not (values < low - 1e-6).any()
            assert not (values > high + 1e-6).any()


def _setting(parameter: Parameter) -> st.SearchStrategy[Value]:
    if parameter.form == "moment":
        return st.sampled_from(["", "1999-01-01T00:00", "2022-01-20T01:30", "2022-02-10T04:00", "2050-01-01T00:00"])
    if parameter.is_symbol:
        return st.just(parameter.default)
    if isinstance(parameter.default, bool):
        return st.booleans()
    if parameter.choices:
        return st.sampled_from(parameter.choices)
    if isinstance(parameter.default, int) and parameter.low is not None:
        return st.integers(int(parameter.low), int(parameter.low) + 40)
    assert parameter.low is not None
    assert parameter.high is not None
    return st.floats(parameter.low, min(parameter.high, 10.0))


@settings(max_examples=250)
@given(st.sampled_from(list(CATALOGUE.values())), st.data())
def test_any_settings_on_any_bars(kind: IndicatorKind, data: st.DataObject) -> None:
    chosen = kind.settings({parameter.name: data.draw(_setting(parameter)) for parameter in kind.parameters})
    count, seed = data.draw(st.integers(1, 90)), data.draw(st.integers(0, 1_000))
    bars = holed(walk(count, seed), data.draw(st.sampled_from([0.0, 0.1, 0.5])), seed)
    split = data.draw(st.integers(0, count))
    whole, part = computed(kind, bars, chosen), computed(kind, bars.slice(0, split), chosen)
    indicator = indicator_of(kind, chosen)
    cache = IndicatorValues()
    cache.follow(before := bars.slice(0, split), indicator, context_for(bars))
    cache.advance(before, bars, max(split - 1, 0))
    carried = cache.peek(bars, indicator, context_for(bars))
    assert carried is not None
    for plot in whole:
        assert same(part[plot], whole[plot][:split])
        assert same(carried[plot], whole[plot])
