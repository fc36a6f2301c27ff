"""Writes resources/calendars/XHKG.json: Hong Kong's sessions from exchange_calendars, with its slips corrected.

Run it after an update of exchange_calendars, from the project's root: ``python packaging/make_calendar.py``. The table
spares the running program an import of more than a second.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import exchange_calendars
import pandas as pd

TARGET = Path(__file__).parents[1] / "resources" / "calendars" / "XHKG.json"
ZONE = "Asia/Hong_Kong"

# Trading was cancelled all day: typhoon Saola and a black rainstorm.
# https://www.hkex.com.hk/News/Market-Communications/2023/2309012news and .../2309083news
CLOSED = ("2023-09-01", "2023-09-08")

# The morning was cancelled by typhoon or rainstorm, and trading began in the afternoon: typhoon Higos, a black
# rainstorm, typhoon Ma-on. https://www.hkex.com.hk/News/Market-Communications/2020/2008192news and .../2021/2106283news;
# for 2022-08-25 the exchange's notice as reported by Reuters and Investing.com on that day.
LATE = {"2020-08-19": "13:30", "2021-06-28": "13:30", "2022-08-25": "13:00"}

# Trading hours since: open, break start, break end, close. exchange_calendars has the lunch of 2012 at all times; it
# moved with the extensions of trading hours on 2011-03-07 and 2012-03-05 (HKEX circular of 2010-12-21).
HOURS = (
    ("1960-01-01", "10:00", "12:30", "14:30", "16:00"),
    ("2011-03-07", "09:30", "12:00", "13:30", "16:00"),
    ("2012-03-05", "09:30", "12:00", "13:00", "16:00"),
)


def make_table() -> dict[str, Any]:
    """The table as it is written: weekdays without a session, hours, days with other hours, offsets from UTC."""
    earliest = exchange_calendars.calendar_utils.get_calendar("XHKG").bound_min()
    schedule = exchange_calendars.get_calendar("XHKG", start=earliest).schedule.drop(pd.DatetimeIndex(CLOSED))
    sessions = schedule.index
    weekdays = pd.bdate_range(sessions[0], sessions[-1])
    opens = schedule["open"].dt.tz_convert(ZONE)
    closes = schedule["close"].dt.tz_convert(ZONE)
    special = {
        str(day.date()): (LATE.get(str(day.date()), f"{opens[day]:%H:%M}"), f"{closes[day]:%H:%M}")
        for day in sessions
        if closes[day].hour < 16 or str(day.date()) in LATE
    }
    offsets = pd.Series([moment.utcoffset().total_seconds() / 60 for moment in opens], index=sessions).astype(int)
    turns = offsets[offsets != offsets.shift()]
    return {
        "exchange": "XHKG",
        "timezone": ZONE,
        "source": f"exchange_calendars {exchange_calendars.__version__}, corrected by packaging/make_calendar.py",
        "first": str(sessions[0].date()),
        "last": str(sessions[-1].date()),
        "hours": [list(row) for row in HOURS],
        "utc_offset_minutes": [[str(day.date()), int(offset)] for day, offset in turns.items()],
        "special": [[day, *hours] for day, hours in sorted(special.items())],
        "closed": [str(day.date()) for day in weekdays.difference(sessions)],
    }


def main() -> None:
    """Write the table, one row a line."""
    lines = []
    for key, value in make_table().items():
        if isinstance(value, list) and value and isinstance(value[0], list):
            rows = ",\n".join("    " + json.dumps(row) for row in value)
            lines.append(f'  "{key}": [\n{rows}\n  ]')
        elif isinstance(value, list):
            rows = ",\n".join("    " + ", ".join(json.dumps(item) for item in value[i : i + 8]) for i in range(0, len(value), 8))
            lines.append(f'  "{key}": [\n{rows}\n  ]')
        else:
            lines.append(f'  "{key}": {json.dumps(value)}')
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
