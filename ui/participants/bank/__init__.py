"""The mentor bank across programmes as a view of the tab (R11)."""
