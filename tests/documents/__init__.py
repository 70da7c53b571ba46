"""Papers as those read them who see, who listen, and who check files for a living."""
