"""What was made for whom."""
