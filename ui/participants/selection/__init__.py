"""The view in which a team decides who gets a place (R24)."""
