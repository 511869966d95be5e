"""The layouts a CV can have, by name. Each one draws a Sheet to the bytes of a file."""
