"""Talks with the programme manager: the part of a pair's detail in which they are noted, and the semester's round."""
