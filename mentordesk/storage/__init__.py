"""The memory: one database file behind one Store, which gives a session only inside a `with`.

Records, journal, lock, backup and upgrade live here; what a change means (`actions`) and what is asked
(`queries`) does not. Reading and writing spreadsheets and documents are rooms of their own.
"""
