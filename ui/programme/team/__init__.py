"""The team of a programme: who runs it, and the issues it works on (R3, R4)."""
