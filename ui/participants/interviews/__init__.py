"""Interviews of one participant, on screen and on paper, and letters of recruitment (R23, R24)."""
