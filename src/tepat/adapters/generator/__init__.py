"""Invented CVs with the truth about them, and the content of the demo. Seeded: the same seed gives the same bytes."""

from tepat.adapters.generator.cvs import make_cvs
from tepat.adapters.generator.showcase import demo_cvs, load_demo

__all__ = ["demo_cvs", "load_demo", "make_cvs"]
