"""Scores the reader on the corpus: `python -m evals.cv`."""
