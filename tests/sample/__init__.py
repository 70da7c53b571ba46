"""People invented for the demo and the tests, drawn with a fixed seed from the words in the .toml files here."""
