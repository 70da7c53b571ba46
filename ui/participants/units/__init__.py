"""The tree of units as a view of the tab: seen, edited, moved and merged (R5)."""
