"""Making papers: which kind, for whom, in which language and order; looked at, saved or printed."""
