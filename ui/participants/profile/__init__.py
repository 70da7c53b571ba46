"""The part of the detail pane that shows what the matching weighs of somebody."""
