"""What the views of the Documents tab have in common."""

from __future__ import annotations

from typing import ClassVar

from ui.widgets.views_page import PageView


class View(PageView):
    """Subclasses answer `reload` and `enter`; `told` comes with their first rows.

    `reload` is given no programme only where the view is not `of_one_programme`.
    """

    of_one_programme: ClassVar[bool] = True  # with all programmes in view, the tab asks for one instead

    def close_topmost(self) -> bool:
        """Esc: whether something was closed, or a filter cleared."""
        return False
