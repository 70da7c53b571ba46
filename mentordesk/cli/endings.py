"""Exit statuses of the command line, as interface.md fixes them."""

DONE = 0
UNFORESEEN = 1  # with a log file named
WRONG_USE = 2
IN_PART = 3  # something was not taken, or stands in the way: it is listed
UNUSABLE = 4  # the input is not what it must be
IN_USE = 5  # another process has the file
