"""Matching: Profile × Requirements → verdicts that quote the CV."""
