"""Adverts: text → requirements, with the places that prove them; problems to mend before publishing."""
