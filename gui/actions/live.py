"""Commands of the demonstration's market, which can go on by itself."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from charting.core.text import translatable
from charting.market.demo_live import SPEEDS, USUAL_SPEED
from gui.commands import Command
from gui.translation import tr

if TYPE_CHECKING:
    from gui.window import MainWindow

GROUP = translatable("Simulated trading")
SLOWEST, FASTER = translatable("At the market's pace"), translatable("{count} times as fast")
SPEED_IDS = tuple(f"live.speed_{speed:g}" for speed in SPEEDS)
IDS = ("live.simulate", None, *SPEED_IDS)


def live_commands(window: MainWindow) -> tuple[Command, ...]:
    """The commands, in the order of the menu."""
    market = window.context.market
    return (
        Command(
            "live.simulate", translatable("Simulate live &trading"), GROUP, partial(_toggle, window),
            translatable("Let the demonstration go on after its last day with invented trades, to see live prices offline"), (),
            "broadcast", checked=lambda: market.simulation_speed is not None,
            enabled=lambda: window.history.document.chart.source == "demo" or market.simulation_speed is not None,
        ),
        *(
            Command(
                name, tr(SLOWEST) if speed == 1 else tr(FASTER, count=f"{speed:g}"), GROUP,
                partial(market.simulate, speed), translatable("How fast simulated trading goes"), (),
                checked=lambda speed=speed: market.simulation_speed == speed,  # type: ignore[misc]  # bound early
                enabled=lambda: market.simulation_speed is not None,
                english=SLOWEST if speed == 1 else FASTER.format(count=f"{speed:g}"),
            )
            for name, speed in zip(SPEED_IDS, SPEEDS, strict=True)
        ),
    )  # fmt: skip


def _toggle(window: MainWindow) -> None:
    market = window.context.market
    if market.simulation_speed is None:
        market.simulate(USUAL_SPEED)
        window.say(tr("Trading goes on by itself now, simulated. The same command ends it."))
    else:
        market.simulate(None)
        window.say(tr("The demonstration shows its own bars again."))
