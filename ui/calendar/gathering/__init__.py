"""A joint meeting opened from the calendar: who came, the groups, who is asked, its papers."""
