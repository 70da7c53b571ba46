"""What leaves by mail or goes into another calendar: files, never anything sent.

Plain values in, bytes out; no storage, no page layout. What may be told to whom is decided by who asks.
"""
