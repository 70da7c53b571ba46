"""The tab of pairs and their conversations, of which nothing that was said is kept (ux.md 5.6)."""
