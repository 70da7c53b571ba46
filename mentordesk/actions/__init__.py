"""What can be done: each function is one transaction with one name for the undo menu. A module a subject.

An action checks, changes, and returns a frozen result; it never calls another action (design, habit 4).
"""
