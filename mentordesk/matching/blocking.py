"""Pairs who would both rather have each other than what the plan gives them: worth knowing, never forbidden.

A best plan has some nearly always; not here: how much each side likes the other (`likings`), nor the plan (`optimum`);
by name and in words they are in `blocking_list`.
"""

from __future__ import annotations

import numpy as np

from mentordesk.matching.levels import Mask, Points, Whole


def blocking_pairs(
    mentee_likes: Points, mentor_likes: Points, allowed: Mask, capacity: Whole, mentor_of: Whole
) -> Mask:
    """Mentees x mentors: she likes this mentor better than her own, and the mentor likes her better than one of
    theirs, or has a place left. Both likings are higher for better."""
    seated = np.flatnonzero(mentor_of >= 0)
    mentor = mentor_of[seated]
    has = np.full(len(mentor_of), -np.inf)
    has[seated] = mentee_likes[seated, mentor]
    weakest = np.full(len(capacity), np.inf)
    np.minimum.at(weakest, mentor, mentor_likes[seated, mentor])
    weakest[np.bincount(mentor, minlength=len(capacity)) < capacity] = -np.inf
    both: Mask = allowed & (capacity > 0) & (mentee_likes > has[:, None]) & (mentor_likes > weakest)
    return both
