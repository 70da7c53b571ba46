"""Every check of the project; `python -m tests` runs them all (see tests/__main__.py)."""
