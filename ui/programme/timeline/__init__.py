"""The timeline: the whole programme on one axis of time, its lanes and its pairs (R52)."""
