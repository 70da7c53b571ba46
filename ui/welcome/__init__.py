"""Before a file is open, and the form that makes a programme from a template (ux.md 5.10, R2)."""
