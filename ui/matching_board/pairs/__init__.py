"""One pair, or one mentee, at a time: the pair's page and its steps, no match, the short list."""
