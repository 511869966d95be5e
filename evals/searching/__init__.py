"""Search measured beside its peers: drawn postings and queries, the engines, and the growth plot."""
