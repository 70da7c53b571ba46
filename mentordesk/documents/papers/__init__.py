"""What each paper says: its content, a frozen value, and a builder that makes blocks of it."""
