"""Forms that came back: read in a process of their own, told whose they are, and nothing more."""
