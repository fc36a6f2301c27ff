"""Every value of one bar as titles and texts: what the data window shows."""

from __future__ import annotations

from msgspec import Struct

from charting.core.text import translatable
from charting.scene.actions import actions_at, describe
from charting.scene.chart import ChartScene
from charting.scene.comparing import Comparison
from charting.scene.legend import PARTIAL, reading
from charting.scene.look import Look
from charting.scene.plots import Plotted
from charting.scene.series import Series


class Line(Struct, frozen=True):
    """One value: its name in the user's language, its text, and the colour (``#rrggbb``) it is written in."""

    title: str
    text: str
    colour: str


class Section(Struct, frozen=True):
    """The values of one thing: of the bar itself, or of an indicator."""

    title: str
    lines: tuple[Line, ...]


def listing(scene: ChartScene, row: int, look: Look) -> tuple[Section, ...]:
    """The values of the bar at ``row`` and of every indicator there; of the last bar when ``row`` is out of range."""
    count = len(scene.series.bars)
    if not count:
        return ()
    row = row if 0 <= row < count else count - 1
    found = [_bar(scene.series, row, look), *(_compared(one, row, look) for one in scene.compared)]
    for pane in scene.panes:
        found += [_indicator(shown, row, pane.decimals, look) for shown in pane.plotted]
    return tuple(found)


def _bar(series: Series, row: int, look: Look) -> Section:
    bars, formats, theme = series.bars, look.formats, look.theme
    read = reading(bars, row)
    decimals = series.instrument.decimals(read.close)
    shade = theme.up if read.close >= read.open else theme.down
    moved = theme.up if read.change > 0 else theme.down if read.change < 0 else theme.unchanged
    lines = (
        (translatable("Date"), formats.moment(int(bars.time[row]), bars.interval), theme.text),
        (translatable("Open"), formats.price(read.open, decimals), shade),
        (translatable("High"), formats.price(read.high, decimals), shade),
        (translatable("Low"), formats.price(read.low, decimals), shade),
        (translatable("Close"), formats.price(read.close, decimals), shade),
        (translatable("Change"), formats.change(read.change, decimals), moved),
        (translatable("Change in %"), formats.percent(read.fraction), moved),
        (translatable("Volume"), _in_full(read.volume, look), theme.text),
    )
    values = [Line(formats.translate(title), text, colour) for title, text, colour in lines]
    if series.is_partial(row):
        values.insert(1, Line(formats.translate(translatable("Period")), formats.translate(PARTIAL), theme.warning))
    for _, title, value in (describe(action, series, look) for action in actions_at(series, row)):
        values.append(Line(title, value, theme.text))
    return Section(formats.name(series.instrument), tuple(values))


def _compared(shown: Comparison, row: int, look: Look) -> Section:
    series, value, formats = shown.other.series, shown.value(row), look.formats
    colour = look.theme.colour(shown.other.compared.colour)
    decimals = 2 if series is None else series.instrument.decimals(value)
    lines = (
        Line(formats.translate(translatable("Close")), formats.price(value, decimals), colour),
        Line(formats.translate(translatable("Change in view")), formats.percent(value / shown.base - 1), colour),
    )
    return Section(shown.name(formats), lines)


def _indicator(shown: Plotted, row: int, decimals: int, look: Look) -> Section:
    formats, theme, kind = look.formats, look.theme, shown.kind
    if not shown.indicator.visible:
        return Section(shown.title(formats), (Line(formats.translate(translatable("Hidden")), "", theme.text_muted),))
    if shown.problem:
        return Section(shown.title(formats), (Line(formats.translate(shown.problem), "", theme.warning),))
    lines = []
    for plot in kind.plots:
        if plot.style == "none":
            continue
        value = shown.value(plot, row)
        if kind.pane == "base":
            text = _in_full(value, look)
        else:
            text = formats.price(value, kind.decimals if kind.decimals is not None else decimals)
        lines.append(Line(formats.translate(plot.title) or shown.title(formats), text, shown.colour(plot, theme)))
    return Section(shown.title(formats), tuple(lines))


def _in_full(volume: float, look: Look) -> str:
    """A volume with all its digits; parts of a whole only where there are few."""
    return look.formats.price(volume, 0) if abs(volume) >= 1000 else look.formats.quantity(volume)
