"""The tab that says what to do now (ux.md 5.1)."""
