"""Forms out of Fields: a row for each, and one editor per kind of Field."""
