"""Long runs: many papers written into a folder or sent to a printer, beside the window."""
