"""Invented CVs with the truth about them, and the content of the demo. Seeded: the same seed gives the same bytes."""
