"""The Calendar tab: agenda, month, and what is done with their dates; the page is in tab.py."""
