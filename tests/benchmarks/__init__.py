"""What is fast must stay fast: each module prints its figures beside the goals of the specification."""
