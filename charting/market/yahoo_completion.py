"""Completes what yfinance stumbles over in answers of Yahoo Finance that are good otherwise."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import msgspec

_NUMBERS = (int, float)


def completed(body: bytes) -> bytes | None:
    """An answer with bars as yfinance expects it; None where it is so already, or is no answer with bars.

    Nothing of prices, volumes and times is touched. What tells of a corporate action without a date or a number is left
    out, and so are adjusted closes that are not one for each bar.
    """
    try:
        answer = msgspec.json.decode(body)
    except msgspec.DecodeError:
        return None
    chart = answer.get("chart") if isinstance(answer, dict) else None
    results = chart.get("result") if isinstance(chart, dict) else None
    if not isinstance(chart, dict) or not isinstance(results, list) or not results or not isinstance(results[0], dict):
        return None
    result = results[0]
    parts: tuple[Callable[[], bool], ...] = (
        lambda: _add(chart, "error", None),
        lambda: _complete_meta(result.get("meta")),
        lambda: _complete_events(result),
        lambda: _complete_adjusted(result),
    )
    changed = [part() for part in parts]
    return msgspec.json.encode(answer) if any(changed) else None


def _add(table: dict[str, Any], name: str, value: object) -> bool:
    if name in table:
        return False
    table[name] = value
    return True


def _drop(table: dict[str, Any], name: str) -> bool:
    return table.pop(name, _drop) is not _drop


def _complete_meta(meta: object) -> bool:
    if not isinstance(meta, dict):
        return False
    changed = _add(meta, "currency", None)
    if not isinstance(meta.get("instrumentType"), str):
        meta["instrumentType"], changed = "", True
    if not _is_period(meta.get("currentTradingPeriod")):
        changed |= _drop(meta, "currentTradingPeriod")
    periods = meta.get("tradingPeriods")
    if not periods or (isinstance(periods, dict) and not all(isinstance(each, list) and each for each in periods.values())):
        changed |= _drop(meta, "tradingPeriods")
    return changed


def _is_period(value: object) -> bool:
    """Whether a value tells the hours of trading before, in and after a session."""
    if not isinstance(value, dict) or not all(name in value for name in ("pre", "regular", "post")):
        return False
    hours = value.values()
    return all(isinstance(each, dict) and all(isinstance(each.get(end), _NUMBERS) for end in ("start", "end")) for each in hours)


def _complete_events(result: dict[str, Any]) -> bool:
    events = result.get("events")
    if not isinstance(events, dict):
        return _drop(result, "events")
    needed = {"dividends": ("date", "amount"), "splits": ("date", "numerator", "denominator"), "capitalGains": ("date", "amount")}
    sound: dict[str, dict[str, Any]] = {}
    for kind, names in needed.items():
        entries = events.get(kind)
        kept = {key: each for key, each in entries.items() if _has(each, names)} if isinstance(entries, dict) else {}
        if kept:
            sound[kind] = kept
    if sound == events:
        return False
    result["events"] = sound
    return True


def _has(entry: object, names: tuple[str, ...]) -> bool:
    """Whether an event tells numbers by all these names, and divides by none that is zero."""
    return (
        isinstance(entry, dict)
        and all(isinstance(entry.get(each), _NUMBERS) for each in names)
        and entry.get("denominator", 1) != 0
    )


def _complete_adjusted(result: dict[str, Any]) -> bool:
    indicators = result.get("indicators")
    if not isinstance(indicators, dict) or not result.get("timestamp") or has_adjusted(result):
        return False
    return _drop(indicators, "adjclose")


def has_adjusted(result: dict[str, Any]) -> bool:
    """Whether a result has an adjusted close for each of its bars."""
    indicators, times = result.get("indicators"), result.get("timestamp")
    columns = indicators.get("adjclose") if isinstance(indicators, dict) else None
    column = columns[0].get("adjclose") if isinstance(columns, list) and columns and isinstance(columns[0], dict) else None
    return isinstance(column, list) and isinstance(times, list) and len(column) == len(times)
