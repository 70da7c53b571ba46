"""The matrix: everybody against everybody, as points or as prices, and its twin as a table."""
