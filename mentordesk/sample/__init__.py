"""People invented for the demo and for tests, drawn from a seed; nobody in them exists.

The words they are made of are data in resources/sample/words/. cohorts.py makes lists of people,
rounds.py a programme beside them, many.py crowds. What the demo does with them is cli/demo.py.
"""
