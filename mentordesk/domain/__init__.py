"""Facts and rules of mentoring programmes as plain values: true without a database, a page or a screen.

Every fact is a frozen dataclass, every list of kinds a tuple that says how to add one (design D10).
"""
