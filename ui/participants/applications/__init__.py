"""Applications in the tab: requirements with what shows them, the application itself, its files, and reading them."""
