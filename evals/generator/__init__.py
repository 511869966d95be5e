"""Invented CVs as varied as life, with the truth about them: independent of the reader, reproducible from a seed."""
