"""Which letters were made for whom, and which of them somebody ticked as sent (R80)."""
