"""The one typed table model of all tables, and its view; a column is a value (design D9)."""
