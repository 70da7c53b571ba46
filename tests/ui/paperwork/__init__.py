"""The steps of tests/ui/test_documents_walk.py."""
