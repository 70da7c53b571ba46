"""Reading a calendar file that came back: dropped on the Calendar, or asked for by its command."""
