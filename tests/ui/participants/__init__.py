"""The tab of participants, clicked and typed through over real files."""
