"""More than one plan: which is in view, its weights on trial, several side by side."""
