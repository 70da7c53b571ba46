"""The Documents tab (ux.md 5.8): what is made for whom, what came back, texts, letters and the library."""
