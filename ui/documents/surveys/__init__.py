"""What came back of surveys, in figures (R53, R75)."""
