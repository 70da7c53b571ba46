"""The Programme tab: what a programme is, asks, and calls for, and who runs it; the page is in tab.py."""
