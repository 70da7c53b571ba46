"""Everything of MentorDesk that needs no screen: facts and rules, the memory, what can be asked and done.

The rooms and who may import whom: README, "How the house is built"; import contracts in pyproject.toml.
"""

__version__ = "0.1.0"
