"""A session of random edits of drawings, the same for the same seed: what hands do in an afternoon, without the hands."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from typing import Any

from msgspec.structs import replace

from charting.core import edits, stacking
from charting.core.document import VERSION, Chart, Drawing, Pane, Stroke, Workspace
from charting.core.history import History
from charting.drawings.catalogue import TOOLS, tool_of
from charting.drawings.declaration import Projection
from charting.drawings.editing import clone, move_body, move_handle, nudge, placed, price_shift
from charting.drawings.sheet import handles, points_of
from tests.drawings.scenes import SCALES, anchor, pane

SYMBOLS = ("HSTECH.HK", "9988.HK")
COLOURS = ("blue", "red", "green", "#123456", "purple")


def beginning(name: str = "Session") -> Workspace:
    """A workspace of one chart without drawings."""
    chart = Chart("chart", SYMBOLS[0], "demo", panes=(Pane("price"),))
    return Workspace(VERSION, name, "chart", (chart,))


class Session:
    """One random edit after another, each a step of a history."""

    def __init__(self, seed: int, name: str = "Session") -> None:
        self.history = History(beginning(name))
        self._chance = random.Random(seed)
        self._made = 0
        self._panes: tuple[Projection, ...] = tuple(pane(kind=kind, inverted=inverted) for kind, inverted in SCALES)
        self._deeds: tuple[Callable[[], None], ...] = (
            *[self._place] * 4,
            *[self._move] * 2,
            *[self._reshape] * 3,
            self._nudge,
            self._clone,
            self._paste,
            *[self._restyle] * 2,
            self._set_up,
            self._annotate,
            self._delete,
            self._reorder,
            self._switch,
        )

    def edit(self) -> None:
        """Do something until the document differs from what it was."""
        before = self.history.document
        while self.history.document is before:
            self._chance.choice(self._deeds)()

    def documents(self, count: int) -> Iterator[Workspace]:
        """The documents of the next edits."""
        for _ in range(count):
            self.edit()
            yield self.history.document

    @property
    def _drawings(self) -> tuple[Drawing, ...]:
        document = self.history.document
        return document.drawings.get(document.chart.symbol, ())

    def _projection(self) -> Projection:
        return self._chance.choice(self._panes)

    def _some(self) -> list[Drawing]:
        count = min(len(self._drawings), self._chance.choice((1, 1, 1, 3)))
        return self._chance.sample(self._drawings, count)

    def _named(self, drawing: Drawing) -> Drawing:
        """With an id that the seed decides, not the machine."""
        self._made += 1
        return replace(drawing, id=f"drawing-{self._made}")

    def _add(self, drawings: Sequence[Drawing], step: str) -> None:
        document = self.history.document
        named = [self._named(one) for one in drawings]
        self.history.commit(edits.add_drawings(document, document.chart.symbol, named), step)

    def _change(self, drawings: Sequence[Drawing], step: str) -> None:
        document = self.history.document
        self.history.commit(edits.replace_drawings(document, document.chart.symbol, drawings), step)

    def _place(self) -> None:
        tool = self._chance.choice(tuple(TOOLS.values()))
        count = tool.anchors if tool.max_anchors <= tool.anchors else tool.anchors + self._chance.randrange(5)
        days = sorted(self._chance.sample(range(-20, 120), count))
        points = tuple(anchor(day, round(self._chance.uniform(4200, 7800), 2)) for day in days)
        self._add([placed(tool, points, self._projection())], "Draw")

    def _move(self) -> None:
        shift = self._chance.uniform(0.98, 1.02)
        days, projection = self._chance.randrange(-9, 10), self._projection()
        moved = [move_body(one, days, price_shift(one, 5000, 5000 * shift), projection) for one in self._some()]
        self._change(moved, "Move")

    def _reshape(self) -> None:
        projection = self._projection()
        for one in self._some()[:1]:
            grips = handles(one, points_of(one, projection), projection)
            if grips:
                target = anchor(self._chance.randrange(0, 90), round(self._chance.uniform(4200, 7800), 2))
                self._change([move_handle(one, self._chance.choice(grips), target, projection)], "Reshape")

    def _nudge(self) -> None:
        across, up, projection = self._chance.choice((-10, -1, 0, 1)), self._chance.choice((-1, 1, 10)), self._projection()
        self._change([nudge(one, across, up, projection) for one in self._some()], "Nudge")

    def _clone(self) -> None:
        self._add([clone(one, self._projection(), 3) for one in self._some()], "Clone")

    def _paste(self) -> None:
        document = self.history.document
        everything = [one for drawings in document.drawings.values() for one in drawings]
        if everything:
            self._add([clone(self._chance.choice(everything))], "Paste")

    def _restyle(self) -> None:
        colour, width, dash = (self._chance.choice(parts) for parts in (COLOURS, (1.0, 2.5), ("solid", "dash", "dot")))
        fields: dict[str, Any] = {
            "stroke": Stroke(colour, width, dash),
            "fill": self._chance.choice((None, *COLOURS)),
            "opacity": round(self._chance.random(), 2),
            "extend_left": self._chance.random() < 0.5,
            "extend_right": self._chance.random() < 0.5,
        }
        some = self._chance.sample(sorted(fields), 2)
        self._change([replace(one, **{name: fields[name] for name in some}) for one in self._some()], "Restyle")

    def _set_up(self) -> None:
        for one in self._some()[:1]:
            parameters = tool_of(one.kind).parameters
            if parameters:
                parameter = self._chance.choice(parameters)
                value = self._chance.choice(parameter.choices) if parameter.choices else parameter.default
                value = not value if isinstance(value, bool) else value
                self._change([replace(one, parameters={**one.parameters, parameter.name: value})], "Set up")

    def _annotate(self) -> None:
        words = self._chance.choice(("Neckline", "頸線", "", "Why? “Because” \n…"))
        field, value = self._chance.choice(
            (("name", words), ("note", words), ("layer", words), ("locked", True), ("locked", False), ("hidden", True),
             ("hidden", False), ("intervals", ("1h", "1d")), ("intervals", None))
        )  # fmt: skip
        self._change([replace(one, **{field: value}) for one in self._some()], "Annotate")

    def _delete(self) -> None:
        document = self.history.document
        gone = [one.id for one in self._some()]
        self.history.commit(edits.remove_drawings(document, document.chart.symbol, gone), "Delete")

    def _reorder(self) -> None:
        document = self.history.document
        shift = self._chance.choice((stacking.to_front, stacking.to_back, stacking.forward, stacking.backward))
        order = partial(shift, self._drawings, [one.id for one in self._some()])
        self.history.commit(edits.set_drawings(document, document.chart.symbol, order()), "Reorder")

    def _switch(self) -> None:
        document = self.history.document
        self.history.commit(edits.set_chart(document, "chart", symbol=self._chance.choice(SYMBOLS)), "Show")
