"""Planning again: what moves and what stays when a programme's start moves, shown before it is done (R51)."""
