"""Simulated programmes, day by day: what Today says against an oracle that is written from the requirements."""
