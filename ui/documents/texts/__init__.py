"""Letters and passages of papers in the programme's own words: editor, preview with a reader, versions (R80)."""
