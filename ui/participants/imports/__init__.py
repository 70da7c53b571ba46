"""Lists coming in and going out: the page of an import with its four steps, and the export. No rule is here."""
