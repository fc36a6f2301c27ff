"""Commands of the replay."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from charting.core.text import translatable
from gui.commands import Command

if TYPE_CHECKING:
    from gui.window import MainWindow

GROUP = translatable("Replay")
IDS = ("replay.start", "replay.step", "replay.back", "replay.play", "replay.to_end", "replay.exit")


def replay_commands(window: MainWindow) -> tuple[Command, ...]:
    """The commands, in the order of the menu."""
    replay = window.replay

    def on() -> bool:
        return replay.active

    def ahead() -> bool:
        return replay.active and not replay.at_end

    return (
        Command(
            "replay.start", translatable("&Start at the crosshair"), GROUP, replay.start,
            translatable("Show the chart as it was at the bar under the crosshair, or at the middle of the view"),
            ("Alt+Shift+R",), "clock-counter-clockwise", enabled=lambda: window.view.series is not None,
        ),
        Command(
            "replay.step", translatable("Step &forward"), GROUP, replay.step, translatable("Show the next bar"),
            ("Shift+Right",), "skip-forward", enabled=ahead,
        ),
        Command(
            "replay.back", translatable("Step &back"), GROUP, partial(replay.step, -1),
            translatable("Take the last bar away"), ("Shift+Left",), "skip-back", enabled=on,
        ),
        Command(
            "replay.play", translatable("&Play or pause"), GROUP, replay.toggle_play,
            translatable("Let bars come by themselves"), ("Shift+Down",), "play", enabled=ahead,
        ),
        Command(
            "replay.to_end", translatable("To the &newest bar"), GROUP, replay.to_end,
            translatable("Jump to the newest bar"), (), "fast-forward", enabled=ahead,
        ),
        Command(
            "replay.exit", translatable("&Leave the replay"), GROUP, replay.stop,
            translatable("Show every bar again"), (), "x", enabled=on,
        ),
    )  # fmt: skip
