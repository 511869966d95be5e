"""The default engine: tantivy, embedded, one folder per installation.

    <folder>/writer.lock     held by the one process that writes
    <folder>/current.json    {"generation", "seq", "scheme"}: what searches see; replaced atomically after each commit
    <folder>/g000001/posting, …/candidate     one tantivy index per kind

Words come in as our own terms, so tantivy only splits at white space. `text` is the one weighted field (a title counts three
times by standing in it three times); `scoped` holds `title:admin` for questions about one scope. Values of one field are apart
by a position, so that no phrase reaches from one text into the next.
"""

from tepat.adapters.search.tantivy.engine import TantivyIndex

__all__ = ["TantivyIndex"]
