"""Papers for participants: a content and blocks in, a tagged PDF out. No storage, no screen, no query.

A builder (contract.py, checklist.py) composes the blocks of blocks.py; setting.py gives them their look, in one
language or two side by side; tagged.py writes the file for eyes and for assistive technology alike. To add a
document: a module with a content and a builder, and a line in kinds.py. ReportLab is loaded with the first page.
"""
