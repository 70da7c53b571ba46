"""Day and week as hours by columns."""
