"""Files in the user's folder become indicators, and whatever they do stays in their process."""

from __future__ import annotations

import math
import os
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from charting.core.bars import Bars
from charting.core.document import Indicator
from charting.core.text import Sentence
from charting.indicators import catalogue
from charting.indicators.declaration import SOURCES, IndicatorKind, IndicatorProblem
from charting.indicators.sourced import Sourced
from charting.indicators.user import process
from charting.indicators.user.folder import UserIndicators, offered
from charting.indicators.values import IndicatorValues
from resources import resource_path
from tests.indicators.making import holed, same, walk
from tests.places import ROOT

HEAD = "import numpy as np\nfrom charting.indicators.user import Bars, Source, between, indicator, line\n"
BARS = walk(120)

Write = Callable[..., IndicatorKind]


@pytest.fixture
def own(tmp_path: Path) -> Iterator[UserIndicators]:
    """The indicators of a folder, with little patience for what hangs."""
    folder = UserIndicators(tmp_path / "indicators", limit=1.0)
    folder.folder.mkdir()
    yield folder
    folder.close()
    catalogue.offer(())


@pytest.fixture
def write(own: UserIndicators) -> Write:
    """Writes a file and gives the indicator that it makes."""

    def write_file(body: str, name: str = "mine", head: str = HEAD) -> IndicatorKind:
        path = own.folder / f"{name}.py"
        before = path.stat().st_mtime_ns if path.exists() else 0
        path.write_text(head + body, encoding="utf-8")
        os.utime(path, ns=(before + 10**9, before + 10**9))
        own.refresh()
        return next(kind for kind in own.kinds if kind.kind == f"user:{name}")

    return write_file


def compute(kind: IndicatorKind, bars: Bars = BARS, **chosen: float | str) -> dict[str, np.ndarray]:
    return dict(kind.compute(bars, kind.settings(chosen)))


def test_a_file_appears_and_computes(own: UserIndicators, write: Write) -> None:
    told: list[int] = []
    own.changed.connect(lambda: told.append(len(own.kinds)))
    kind = write("@indicator('Half way', short='HW')\ndef half(bars: Bars, share: float = 0.5):\n    return bars.close * share\n")
    assert told == [1]
    assert (kind.title, kind.short, kind.group, kind.pane) == ("Half way", "HW", "Your own", "own")
    assert own.problems == ()
    assert same(compute(kind)["half"], BARS.close * 0.5)
    assert same(compute(kind, share=0.25)["half"], BARS.close * 0.25)


def test_annotations_become_parameters(write: Write) -> None:
    kind = write(
        "from typing import Annotated, Literal\n"
        "@indicator()\n"
        "def mine(bars, period: int = 20, wide: Annotated[float, between(0, 5, 0.5)] = 2, on: bool = False,\n"
        "         way: Literal['up', 'down'] = 'up', source: Source = 'hl2'):\n"
        "    return bars.close\n"
    )
    found = {parameter.name: parameter for parameter in kind.parameters}
    assert (found["period"].default, found["period"].low) == (20, 1)
    wide = found["wide"]
    assert (wide.default, type(wide.default), wide.low, wide.high, wide.step) == (2.0, float, 0, 5, 0.5)
    assert found["on"].default is False
    assert found["way"].choices == ("up", "down")
    assert found["source"].choices == SOURCES


def test_several_plots_in_order_or_by_name(write: Write) -> None:
    plots = "@indicator(plots=(line('a', 'red', fill_to='b'), 'b'))\ndef mine(bars):\n"
    in_order = write(plots + "    return bars.high, bars.low\n", "in_order")
    by_name = write(plots + "    return {'b': bars.low, 'a': bars.high}\n", "by_name")
    assert [(plot.name, plot.fill_to) for plot in in_order.plots] == [("a", "b"), ("b", None)]
    for kind in (in_order, by_name):
        assert same(compute(kind)["a"], BARS.high)
        assert same(compute(kind)["b"], BARS.low)


def test_another_indicators_output_can_be_the_source(write: Write) -> None:
    kind = write("@indicator()\ndef mine(bars, source: Source = 'close'):\n    return bars.source(source)\n")
    bars = Sourced.of_bars(BARS, {"input": BARS.close * 3})
    assert same(dict(kind.compute(bars, {"source": "input"}))["mine"], BARS.close * 3)


@pytest.mark.parametrize(
    ("body", "line", "words"),
    [
        ("@indicator()\ndef mine(bars)\n    return bars.close\n", 4, "SyntaxError"),
        ("1 / 0\n", 3, "ZeroDivisionError: division by zero"),
        ("import not_there\n", 3, "ModuleNotFoundError"),
        ("x = 1\n", None, "declares no indicator"),
        ("for n in 'ab':\n    globals()[n] = indicator(n)(lambda bars: bars.close)\n", None, "more than one"),
        ("@indicator()\ndef mine(bars, period):\n    return bars.close\n", 3, "needs a default"),
        ("@indicator()\ndef mine(period=3):\n    return 1\n", 3, "first argument must be the bars"),
        ("@indicator()\ndef mine(bars, mode='a'):\n    return 1\n", 3, "needs its choices"),
        ("@indicator()\ndef mine(bars, mode=None):\n    return 1\n", 3, "must be a number"),
        ("@indicator()\ndef mine(bars, n: Unknown = 1):\n    return 1\n", 3, "Unknown"),
        ("@indicator(plots=('a', 'a'))\ndef mine(bars):\n    return 1\n", 3, "same name"),
        ("@indicator(plots=(line('a', fill_to='c'), 'b'))\ndef mine(bars):\n    return 1\n", 3, "no such plot"),
        ("@indicator(pane='below')\ndef mine(bars):\n    return 1\n", 3, "overlay"),
        ("import sys\nsys.exit(3)\n", 4, "SystemExit"),
        ("import os\nos._exit(3)\n", None, "ended its own process (status 3)"),
        ("while True:\n    pass\n", None, "longer than 1 seconds"),
    ],
)
def test_a_file_that_cannot_be_read_is_told_with_its_line(
    own: UserIndicators, write: Write, body: str, line: int | None, words: str
) -> None:
    head = HEAD if "Unknown" not in body else "from __future__ import annotations\n" + HEAD.partition("\n")[2]
    kind = write(body, head=head)
    (problem,) = own.problems
    assert words in problem.text
    assert problem.file == "mine.py"
    if line is not None:
        assert problem.line == line
        assert problem.told.startswith(f"mine.py, line {line}: ")
    with pytest.raises(IndicatorProblem, match=r"^mine\.py"):
        compute(kind)


@pytest.mark.parametrize(
    ("body", "line", "words"),
    [
        ("    x = 1\n    return bars.close[10_000]\n", 6, "IndexError"),
        ("    return bars.close[1:]\n", None, "119 values for 120 bars"),
        ("    return bars.close, bars.open\n", None, "2 arrays for 1 plots"),
        ("    return {'other': bars.close}\n", None, "no values for the plot “mine”"),
        ("    return 'abc'\n", None, "no array of numbers"),
        ("    return [bars.close]\n", None, "2 dimensions"),
        ("    bars.close[0] = 1\n", 5, "read-only"),
        ("    np.zeros((300_000, 300_000)).fill(1)\n", 5, "MemoryError"),
        ("    import os\n    os._exit(3)\n", None, "status 3"),
        ("    import os, signal\n    os.kill(os.getpid(), signal.SIGSEGV)\n", None, "crashed its own process (signal 11)"),
        ("    while True:\n        len(bars)\n", 5, "longer than 1 seconds"),
    ],
)
def test_a_mistake_while_computing_is_told_with_its_line(
    own: UserIndicators, write: Write, body: str, line: int | None, words: str
) -> None:
    kind = write("@indicator()\ndef mine(bars):\n" + body)
    assert own.problems == ()
    told: list[int] = []
    own.changed.connect(lambda: told.append(len(own.problems)))
    with pytest.raises(IndicatorProblem, match=words.partition(" (")[0]):
        compute(kind)
    (problem,) = own.problems
    assert words in problem.text
    assert problem.line in (line, line and line + 1)
    assert told == [1]


def test_what_is_wrong_can_be_said_in_another_language(own: UserIndicators, write: Write) -> None:
    kind = write("@indicator()\ndef mine(bars):\n    return bars.close[:3]\n")
    with pytest.raises(IndicatorProblem) as raised:
        kind.compute(BARS, {})
    told = raised.value.args[0]
    assert isinstance(told, Sentence)
    assert told.template == "{file}: {text}"
    assert isinstance(told.values["text"], Sentence)
    assert told.values["text"].template.startswith("The plot “{plot}” has {values} values")
    assert (
        own.problems[0].told == told == f"mine.py: The plot “mine” has 3 values for {len(BARS)} bars. Give it one for each bar."
    )


def test_after_a_crash_it_is_started_again(own: UserIndicators, write: Write) -> None:
    kind = write("import os\n@indicator()\ndef mine(bars, n: int = 1):\n    return bars.close if n == 1 else os._exit(1)\n")
    with pytest.raises(IndicatorProblem):
        compute(kind, n=2)
    assert same(compute(kind)["mine"], BARS.close)
    assert own.problems == ()


def test_what_hung_is_not_tried_again_until_it_is_saved(own: UserIndicators, write: Write, tmp_path: Path) -> None:
    trace = tmp_path / "tried"
    body = f"@indicator()\ndef mine(bars):\n    open({str(trace)!r}, 'a').write('x')\n    while True: pass\n"
    kind = write(body)
    for _ in range(2):
        with pytest.raises(IndicatorProblem, match="longer"):
            compute(kind)
    assert trace.read_text() == "x"
    assert same(compute(write("@indicator()\ndef mine(bars):\n    return bars.open\n"))["mine"], BARS.open)


def test_saving_again_gives_another_indicator_and_other_values(own: UserIndicators, write: Write) -> None:
    cache, indicator = IndicatorValues(), Indicator("a", "user:mine")
    body = "@indicator()\ndef mine(bars):\n    return bars.{}\n"
    write(body.format("open"))
    catalogue.offer(own.kinds)
    assert same(cache.values(BARS, indicator)["mine"], BARS.open)
    assert cache.cost(walk(3), indicator) == math.inf
    write(body.format("high"))
    catalogue.offer(own.kinds)
    assert same(cache.values(BARS, indicator)["mine"], BARS.high)
    write("oh no\n")
    assert len(own.problems) == 1
    write(body.format("low"))
    assert own.problems == ()


def test_what_did_not_change_keeps_its_process_and_what_is_gone_goes(own: UserIndicators, write: Write) -> None:
    one = write("@indicator()\ndef mine(bars):\n    return bars.close\n", "one")
    write("x = 1\n", "two")
    assert one in own.kinds
    (own.folder / "two.py").unlink()
    own.refresh()
    assert own.kinds == (one,)
    assert own.problems == ()


def test_helpers_are_imported_and_prints_do_no_harm(own: UserIndicators, write: Write) -> None:
    (own.folder / "_helpers.py").write_text("FACTOR = 2\n")
    function = "@indicator()\ndef mine(bars):\n    print('computed')\n    return bars.close * FACTOR\n"
    assert same(compute(write("from _helpers import FACTOR\nprint('read')\n" + function))["mine"], BARS.close * 2)
    (own.folder / "_helpers.py").write_text("FACTOR = 30\n")
    own.refresh()
    (kind,) = own.kinds
    assert same(compute(kind)["mine"], BARS.close * 30)


def test_a_file_that_hangs_does_not_keep_others_waiting(own: UserIndicators) -> None:
    (own.folder / "a.py").write_text(HEAD + "@indicator()\ndef mine(bars):\n    return bars.close\n")
    (own.folder / "b.py").write_text("while True: pass\n")
    told: list[list[str]] = []
    own.changed.connect(lambda: told.append([kind.title for kind in own.kinds]))
    own.refresh()
    assert told == [["Mine"], ["b", "Mine"]]


def test_a_folder_that_is_not_there_has_no_indicators(tmp_path: Path) -> None:
    own = UserIndicators(tmp_path / "nowhere")
    own.refresh()
    assert own.kinds == ()
    own.close()


@pytest.mark.parametrize("name", ["template", "distance_from_average", "volume_surge", "turtle_channel"])
def test_template_and_examples_work_and_do_not_look_ahead(write: Write, name: str) -> None:
    kind = write(resource_path(f"indicators/{name}.py").read_text("utf-8"), name, head="")
    assert kind.about.endswith((".", "it."))
    for bars in (BARS, holed(BARS), walk(1), BARS.slice(0, 0)):
        whole = compute(kind, bars)
        assert set(whole) == {plot.name for plot in kind.plots}
    whole, part = compute(kind), compute(kind, BARS.slice(0, 70))
    assert any(np.isfinite(values).any() for values in whole.values())
    assert all(same(values[:70], part[plot]) for plot, values in whole.items())


def test_the_packaged_program_runs_them_by_calling_itself(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(process, "command", lambda: [sys.executable, str(ROOT / "main.py"), process.SUBCOMMAND])
    assert same(compute(write("@indicator()\ndef mine(bars):\n    return bars.low\n"))["mine"], BARS.low)


def test_a_frozen_program_has_no_interpreter_beside_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert process.command()[1:2] == ["-m"]
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert process.command() == [sys.executable, process.SUBCOMMAND]


def test_they_are_offered_within_a_block_only(own: UserIndicators, write: Write) -> None:
    write("@indicator()\ndef mine(bars):\n    return bars.low\n")
    with offered(own.folder):
        assert same(IndicatorValues().values(BARS, Indicator("a", "user:mine"))["mine"], BARS.low)
    with pytest.raises(IndicatorProblem, match=r"no file mine\.py"):
        catalogue.kind_of("user:mine")


def test_closing_stops_what_is_being_computed(own: UserIndicators, write: Write, tmp_path: Path) -> None:
    begun = tmp_path / "begun"
    kind = write(f"@indicator()\ndef mine(bars):\n    open({str(begun)!r}, 'w').close()\n    while True: pass\n")
    with ThreadPoolExecutor(1) as pool:
        waiting = pool.submit(compute, kind)
        while not begun.exists():
            time.sleep(0.01)
        own.close()
        with pytest.raises(IndicatorProblem):
            waiting.result()


def test_only_what_is_computed_keeps_a_process(own: UserIndicators, write: Write) -> None:
    kind = write("@indicator()\ndef mine(bars):\n    return bars.low\n")
    (file,) = own._files.values()
    assert not file._process.alive
    compute(kind)
    assert file._process.alive
    compute(kind, BARS.slice(0, 5))
    own.close()
    assert not file._process.alive
