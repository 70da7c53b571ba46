"""The team of a programme: who runs it, its meetings, its tasks, and the issues it works on (R3, R4)."""
