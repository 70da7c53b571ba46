"""The command line: a module a command group; asks queries, calls actions, prints sentences or one JSON object."""
