"""Parts that any tab may use: told by their constructor, telling by signals; none knows a tab."""
