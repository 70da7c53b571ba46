"""Forms that came back: dropped or chosen, laid beside what the file says, and taken in by one Enter."""
