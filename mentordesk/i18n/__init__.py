"""Sentences that are not yet in a language, and the catalogs that say them.

A sentence is a Message until someone says it (design D11); only a Catalog turns it into text.
No domain words live here.
"""
