"""Declarations by name, each imported when it is asked for: a chart waits for those that it shows, not for all there are."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from importlib import import_module
from itertools import groupby
from typing import Generic, TypeVar

Declaration = TypeVar("Declaration")


class Declared(Mapping[str, Declaration], Generic[Declaration]):
    """What is declared in modules of a package, by name. Names are known without importing anything.

    Parameters
    ----------
    package
        The package that the modules belong to.
    places
        By name, where each is declared: ``module.ATTRIBUTE``, the attribute being the declaration or some of them.
    name_of
        The name that a declaration gives itself.
    finish
        Makes of a declaration what is handed out.
    order
        Of all declarations, the order in which they are listed; as in ``places`` when None. Listing them in it imports all.
    """

    def __init__(
        self,
        package: str,
        places: Mapping[str, str],
        name_of: Callable[[Declaration], str],
        *,
        finish: Callable[[Declaration], Declaration] = lambda declaration: declaration,
        order: Callable[[Declaration], tuple[object, ...]] | None = None,
    ) -> None:
        self._package = package
        self._places = places
        self._name_of = name_of
        self._finish = finish
        self._order = order
        self._found: dict[str, Declaration] = {}
        self._names: Iterable[str] | None = None if order is not None else tuple(places)

    def __getitem__(self, name: str) -> Declaration:
        found = self._found.get(name)
        if found is None:
            # Of two threads that come at once, both get what the first one made: what is declared is told apart by identity.
            found = self._found.setdefault(name, self._finish(self._declared(name)))
        return found

    def __contains__(self, name: object) -> bool:
        return name in self._places

    def __iter__(self) -> Iterator[str]:
        if self._names is None:
            order = self._order
            assert order is not None
            self._names = tuple(sorted(self._places, key=lambda name: order(self[name])))
        return iter(self._names)

    def __len__(self) -> int:
        return len(self._places)

    def load(self) -> Iterator[None]:
        """Import everything, where it yields one module after the other, for those who have something to do in between."""
        for _, names in groupby(self._places, lambda name: self._places[name].rpartition(".")[0]):
            for name in names:
                _ = self[name]
            yield

    def _declared(self, name: str) -> Declaration:
        module, _, attribute = self._places[name].rpartition(".")
        found: Declaration | tuple[Declaration, ...] = getattr(import_module(f"{self._package}.{module}"), attribute)
        return next(one for one in found if self._name_of(one) == name) if isinstance(found, tuple) else found
