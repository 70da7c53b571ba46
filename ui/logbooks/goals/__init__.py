"""Goals of a pair: the part of its detail in which they are kept, and the view of all pairs."""
