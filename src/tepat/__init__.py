"""Tepat: open, self-hosted e-recruitment for IT talent in Indonesia."""

__version__ = "0.1.0"
