"""Small months with their marks: one beside the calendar, six as a half-year."""
