"""What can be asked: each opens a reading session, returns frozen rows, changes nothing. A module a subject."""
