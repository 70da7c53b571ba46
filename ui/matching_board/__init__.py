"""The tab where pairs are proposed, explained, compared and decided (ux.md 5.4)."""
