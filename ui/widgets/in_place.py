"""A widget that is made bare in one turn of the event loop and put in its place in the next, where it is dressed.

Whoever wants it before has both at once. So that making what nobody waits for never holds the window for long.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Generic, TypeVar

from PySide6.QtWidgets import QWidget

Kind = TypeVar("Kind", bound=QWidget)


class InPlace(Generic[Kind]):
    def __init__(self, make: Callable[[], Kind], place: Callable[[Kind], object]) -> None:
        self._make = make
        self._place = place
        self._bare: Kind | None = None
        self._placed: Kind | None = None

    @property
    def if_there(self) -> Kind | None:
        """None until it is in its place."""
        return self._placed

    def get(self) -> Kind:
        if self._placed is None:
            self._placed = made = self._made_bare()
            self._place(made)
        return self._placed

    def turns(self) -> Sequence[Callable[[], object]]:
        """To be taken one after the other while nobody does anything."""
        return (self._made_bare, self.get)

    def _made_bare(self) -> Kind:
        if self._bare is None:
            self._bare = self._make()
        return self._bare
