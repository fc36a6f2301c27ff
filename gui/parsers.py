"""Reads what stands on the command line, where something does, word by word."""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Sequence
from datetime import UTC, datetime, time
from pathlib import Path
from typing import NoReturn
from zoneinfo import ZoneInfo

from charting.core.interval import Interval
from gui.cli import DESKTOP, IndicatorOptions, Options, RenderOptions, UsageError, WindowOptions
from gui.sentences import tell

HONG_KONG = ZoneInfo("Asia/Hong_Kong")
EXAMPLES = ("distance_from_average", "turtle_channel", "volume_surge")
"""Of indicators, in ``resources/indicators``."""
LARGEST_SIDE = 20_000
MOST_PIXELS = 200_000_000
"""Of a picture: four bytes each have to fit into an ordinary machine's memory."""


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{message[:1].upper()}{message[1:]}. Try {self.prog} --help.")


class _WindowParser(_Parser):
    def format_help(self) -> str:
        """Tells of the other commands as well, whose parsers are made for that alone."""
        self.epilog = f"Without a window:\n\n{_render_parser().format_help()}\n{_indicator_parser().format_help()}"
        return super().format_help()


class _Version(argparse.Action):
    """Looks the version up only when it is asked for: reading a package's metadata takes longer than all else here."""

    def __call__(self, parser: argparse.ArgumentParser, *_rest: object) -> NoReturn:
        from gui.version import version

        tell(sys.stdout, f"lionrock {version()}\n")
        parser.exit()


def _window_parser() -> argparse.ArgumentParser:
    """The parser of the window's command."""
    parser = _WindowParser(
        prog="lionrock",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        description="Charts for reading Hong Kong's market by hand.",
    )
    parser.add_argument(
        "items",
        nargs="*",
        metavar="FILE_OR_SYMBOL",
        help="files of bars (CSV, TSV) or symbols (9988.HK, HSTECH, ^HSI) to open; the first is shown",
    )
    parser.add_argument("--workspace", type=Path, metavar="FILE", help="open this workspace file, and keep it there")
    _add_common(parser)
    parser.add_argument(DESKTOP, action="store_true", help="say in a window what is wrong, as where a click started it")
    parser.add_argument("--version", action=_Version, nargs=0, help="show the program's version and exit")
    return parser


def _render_parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="lionrock render", description="Paint a chart into a picture, without a window or a display.")
    parser.add_argument("item", metavar="SYMBOL_OR_FILE", help="a symbol such as 9988.HK or HSTECH, or a file of bars")
    parser.add_argument("--out", type=Path, required=True, metavar="FILE", help="the picture: .png, .jpg, .bmp or .webp")
    parser.add_argument(
        "--interval", type=_interval, metavar="CODE", help="1m, 15m, 1h, 1d, 1wk, 1mo ... (default: the file's own, or 1d)"
    )
    parser.add_argument(
        "--size", type=_size, default=(1600, 900), metavar="WxH", help="width and height in pixels (default: 1600x900)"
    )
    parser.add_argument(
        "--scale", type=_scale, default=1.0, metavar="N", help="1, or 2 for a picture with twice the pixels each way"
    )
    parser.add_argument(
        "--from", dest="first", type=_first, metavar="DATE", help="left edge, such as 2025-06-01 or 2025-06-01T09:30"
    )
    parser.add_argument("--to", dest="last", type=_last, metavar="DATE", help="right edge")
    parser.add_argument("--workspace", type=Path, metavar="FILE", help="take indicators, drawings and look from this workspace")
    parser.add_argument(
        "--source", choices=("demo", "yahoo"), help="where a symbol's bars come from (default: as set in the window)"
    )
    _add_common(parser)
    return parser


def _indicator_parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="lionrock indicator", description="Write a file for an indicator of your own, and print where it is.")
    parser.add_argument("action", choices=("new",), help="what to do")
    parser.add_argument("name", metavar="NAME", help="what to call it, such as “Distance from average”")
    parser.add_argument(
        "--example", choices=EXAMPLES, default="template", metavar="EXAMPLE", help=f"begin with {', '.join(EXAMPLES)}"
    )
    parser.add_argument("--home", metavar="DIR", help="folder for everything the program writes (or set LIONROCK_HOME)")
    return parser


def _add_common(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--theme", choices=("dark", "light"), help="colours (default: as set in the window)")
    parser.add_argument("--home", metavar="DIR", help="folder for everything the program writes (or set LIONROCK_HOME)")
    parser.add_argument("--offline", action="store_true", help="make no connection, whatever the settings say")


def read(arguments: Sequence[str]) -> Options:
    """The options that arguments mean; see :func:`gui.cli.parse`."""
    words = list(arguments)
    at = next((place for place, word in enumerate(words) if word in ("render", "indicator")), None)
    if at is not None:
        command = words.pop(at)
        return _render_options(words) if command == "render" else _indicator_options(words)
    found = _window_parser().parse_args(arguments)
    return WindowOptions(tuple(found.items), found.home, found.offline, found.theme, found.workspace, found.desktop)


def _indicator_options(arguments: Sequence[str]) -> IndicatorOptions:
    found = _indicator_parser().parse_args(arguments)
    return IndicatorOptions(found.name, found.example, found.home)


def _render_options(arguments: Sequence[str]) -> RenderOptions:
    parser = _render_parser()
    values = vars(parser.parse_args(arguments))
    width, height = values.pop("size")
    options = RenderOptions(width=width, height=height, **values)
    if width * height * options.scale**2 > MOST_PIXELS:
        parser.error("the picture would be too large; choose a smaller --size or --scale")
    if options.first is not None and options.last is not None and options.first >= options.last:
        parser.error("--from must be before --to")
    return options


def _interval(text: str) -> Interval:
    try:
        found = Interval.parse(text).in_days
    except ValueError as error:
        raise argparse.ArgumentTypeError(str(error).rstrip(".")) from error
    if found is None:
        raise argparse.ArgumentTypeError(f"“{text}” is no whole days; beyond 24 hours write days, such as 2d")
    return found


def _size(text: str) -> tuple[int, int]:
    match = re.fullmatch(r"(\d{1,6})[xX×](\d{1,6})", text.strip())
    if match is None:
        raise argparse.ArgumentTypeError(f"“{text}” is no size; write one like 1600x900")
    width, height = int(match[1]), int(match[2])
    if not (100 <= width <= LARGEST_SIDE and 100 <= height <= LARGEST_SIDE):
        raise argparse.ArgumentTypeError(f"a picture can be 100x100 to {LARGEST_SIDE}x{LARGEST_SIDE} pixels")
    return width, height


def _scale(text: str) -> float:
    try:
        scale = float(text)
    except ValueError:
        scale = 0.0
    if not 0.5 <= scale <= 4:
        raise argparse.ArgumentTypeError(f"“{text}” is no scale; write a number from 0.5 to 4")
    return scale


def _first(text: str) -> datetime:
    return _moment(text, time(0, 0))


def _last(text: str) -> datetime:
    return _moment(text, time(23, 59, 59))


def _moment(text: str, of_day: time) -> datetime:
    """A date or a time; Hong Kong's where it names no zone, and ``of_day`` where it names no time."""
    try:
        moment = datetime.fromisoformat(text)
        if re.fullmatch(r"\d{4}-?\d\d-?\d\d|\d{4}-?W\d\d(-?\d)?", text):
            moment = datetime.combine(moment.date(), of_day)
        return (moment if moment.tzinfo else moment.replace(tzinfo=HONG_KONG)).astimezone(UTC)
    except (ValueError, OverflowError) as error:  # the latter on the first day of year 1, which began a year before in UTC
        raise argparse.ArgumentTypeError(f"“{text}” is no date; write one like 2025-06-01 or 2025-06-01T09:30") from error
