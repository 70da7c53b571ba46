"""The tab of applicants, mentees, mentors and the mentor bank (ux.md 5.3)."""
