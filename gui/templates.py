"""Looks that the user keeps for drawings: a default for each tool, and templates by name."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

import msgspec
from msgspec.structs import replace

from charting.core.document import Drawing, Setting, Stroke
from charting.drawings.catalogue import TOOLS, tool_of
from charting.drawings.declaration import Tool
from gui.json_file import JsonFile


class Dress(msgspec.Struct, frozen=True, omit_defaults=True):
    """The look of a drawing and its tool's settings, without what it says and where it is."""

    stroke: Stroke = Stroke()
    fill: str | None = None
    opacity: Annotated[float, msgspec.Meta(ge=0, le=1)] = 0.12
    extend_left: bool = False
    extend_right: bool = False
    parameters: dict[str, Setting] = {}


class Book(msgspec.Struct, frozen=True):
    """All that is kept: defaults by kind of drawing, templates by kind and name."""

    defaults: dict[str, Dress] = {}
    named: dict[str, dict[str, Dress]] = {}


def dress_of(drawing: Drawing) -> Dress:
    """The look of a drawing; free texts and what else belongs to it alone are what it says, not how it looks."""
    own = {one.name for one in tool_of(drawing.kind).parameters if one.own or (isinstance(one.default, str) and not one.choices)}
    parameters = {name: value for name, value in drawing.parameters.items() if name not in own}
    fields = {name: getattr(drawing, name) for name in Dress.__struct_fields__}
    return Dress(**{**fields, "parameters": parameters})


def dressed(drawing: Drawing, dress: Dress) -> Drawing:
    """A drawing in another look; settings that the look says nothing of stay."""
    fields = {name: getattr(dress, name) for name in Dress.__struct_fields__}
    return replace(drawing, **{**fields, "parameters": {**drawing.parameters, **dress.parameters}})


def worn(drawing: Drawing, dress: Dress) -> Drawing:
    """A drawing in the look of a template, which may have been saved from one that another tool of its kind made.

    What the template says nothing of, the extension of a plain line, takes nothing away that makes a drawing what its tool
    made it: a ray runs on, an arrow has its head. What the template does say, a plain line takes over too.
    """
    tool = tool_of(drawing.kind)
    blank = Drawing(drawing.id, drawing.kind, drawing.anchors)
    usual = blank if tool.defaults is None else tool.defaults(blank)
    told = {one.name: one.default for one in tool.parameters} | usual.parameters
    silent = {name for name, value in told.items() if dress.parameters.get(name, value) == value}
    found = dressed(drawing, dress)
    for preset in TOOLS.values():
        if preset.preset_of != drawing.kind or preset.defaults is None:
            continue
        own = preset.defaults(usual)
        settings = _settings(own, usual)
        if settings.items() <= drawing.parameters.items() and settings.keys() <= silent:
            found = replace(found, parameters={**found.parameters, **settings})
        if _extension(own) != _extension(usual) == (dress.extend_left, dress.extend_right):
            found = replace(found, extend_left=drawing.extend_left, extend_right=drawing.extend_right)
    return found


def plain_look(drawing: Drawing) -> Drawing:
    """A drawing as its tool makes it by itself, whatever it looks like now; what it says stays.

    What it was made as by another tool with other settings it stays: a ray runs on, an arrow has its head.
    """
    tool = tool_of(drawing.kind)
    blank = Drawing(drawing.id, drawing.kind, drawing.anchors)
    fresh = usual = blank if tool.defaults is None else tool.defaults(blank)
    for preset in TOOLS.values():
        if preset.preset_of != drawing.kind or preset.defaults is None:
            continue
        own = preset.defaults(usual)
        settings = _settings(own, usual)
        if settings and settings.items() <= drawing.parameters.items():
            fresh = preset.defaults(fresh)
        elif _extension(own) != _extension(usual):
            fresh = replace(fresh, extend_left=drawing.extend_left, extend_right=drawing.extend_right)
    texts = {name: value for name, value in drawing.parameters.items() if name not in dress_of(drawing).parameters}
    return dressed(replace(drawing, parameters=texts), dress_of(fresh))


def _settings(own: Drawing, usual: Drawing) -> dict[str, Setting]:
    """What makes a tool's own drawing another than that of its kind."""
    return {name: value for name, value in own.parameters.items() if usual.parameters.get(name) != value}


def _extension(drawing: Drawing) -> tuple[bool, bool]:
    return drawing.extend_left, drawing.extend_right


def dressed_anew(tool: Tool, drawing: Drawing, dress: Dress) -> Drawing:
    """A fresh drawing in its kind's default look, but for what makes the tool another than that kind: a ray runs on."""
    if not tool.preset_of or tool.defaults is None:
        return dressed(drawing, dress)
    blank = Drawing("", tool.makes, ())
    parent = TOOLS[tool.makes].defaults
    usual, own = blank if parent is None else parent(blank), tool.defaults(blank)
    names = ("stroke", "fill", "opacity", "extend_left", "extend_right")
    kept: dict[str, Any] = {name: getattr(drawing, name) for name in names if getattr(own, name) != getattr(usual, name)}
    if "extend_left" in kept or "extend_right" in kept:
        kept |= {"extend_left": drawing.extend_left, "extend_right": drawing.extend_right}
    found = dressed(drawing, dress)
    return replace(found, **kept, parameters={**found.parameters, **_settings(own, usual)})


class Templates:
    """The book as it is now.

    Parameters
    ----------
    keep
        Called with each new book, to write it down.
    """

    def __init__(self, book: Book | None = None, keep: Callable[[Book], None] = lambda _book: None) -> None:
        self.book = book or Book()
        self._keep = keep

    def style(self, tool: Tool, drawing: Drawing) -> Drawing:
        """A drawing just placed, in the default look of its kind where there is one."""
        dress = self.book.defaults.get(drawing.kind)
        return drawing if dress is None else dressed_anew(tool, drawing, dress)

    def names(self, kind: str) -> tuple[str, ...]:
        """Names of a kind's templates in alphabetical order."""
        return tuple(sorted(self.book.named.get(kind, {}), key=str.casefold))

    def save_default(self, drawing: Drawing) -> None:
        """Draw all further ones of this kind like this one."""
        self._set(replace(self.book, defaults={**self.book.defaults, drawing.kind: dress_of(drawing)}))

    def reset_default(self, kind: str) -> None:
        """Draw a kind as the program does by itself."""
        self._set(replace(self.book, defaults={key: dress for key, dress in self.book.defaults.items() if key != kind}))

    def save(self, drawing: Drawing, name: str) -> None:
        """Keep a drawing's look under a name; replaces one of that name."""
        named = {**self.book.named.get(drawing.kind, {}), name: dress_of(drawing)}
        self._set(replace(self.book, named={**self.book.named, drawing.kind: named}))

    def remove(self, kind: str, name: str) -> None:
        """Forget a template."""
        named = {key: dress for key, dress in self.book.named.get(kind, {}).items() if key != name}
        self._set(replace(self.book, named={**self.book.named, kind: named}))

    def apply(self, drawing: Drawing, name: str) -> Drawing:
        """A drawing in the look of a template; as it is when there is none of that name."""
        dress = self.book.named.get(drawing.kind, {}).get(name)
        return drawing if dress is None else worn(drawing, dress)

    def plain(self, drawing: Drawing) -> Drawing:
        """A drawing in the look its kind has without any default of the user's."""
        return plain_look(drawing)

    def _set(self, book: Book) -> None:
        if book != self.book:
            self.book = book
            self._keep(book)


def open_templates(file: JsonFile[Book]) -> Templates:
    """The templates in a file, written there whenever they change."""
    return Templates(file.content, file.keep)
