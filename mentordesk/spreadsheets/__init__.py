"""Tables from outside and for outside: files in, rows of values or Problems out; lists to .xlsx, .csv and .json.

Pure: no storage, no screen. Whose row it is, and what it changes, is actions' to say.
"""
