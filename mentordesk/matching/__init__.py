"""Comparing people: who may meet (rules), how well they fit (factors, scores), the best plan and what forcing costs.

Pure values and arrays, no database and no screen; the objective is `spec/matching.md` in code (R30 to R37).
"""
