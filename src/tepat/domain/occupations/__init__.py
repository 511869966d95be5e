"""Occupations: what a role is, what tells two roles apart, which role a text describes."""
