"""What anybody would try first, by libraries that are kept: BM25 (bm25s, MIT) and the cosine of TF-IDF (scikit-learn, BSD)."""

from collections.abc import Sequence

import bm25s
from sklearn.feature_extraction.text import TfidfVectorizer

WORDS = r"(?u)\b\w[\w+#.]*\b"


def bm25_scores(query: str, texts: Sequence[str]) -> list[float]:
    """Okapi BM25 of each text for the advert as query; k1 1.5, b .75, the library's own."""
    index = bm25s.BM25()
    words = bm25s.tokenize(list(texts), token_pattern=WORDS, stopwords=None, show_progress=False)
    index.index(words, show_progress=False)
    asked = bm25s.tokenize([query], token_pattern=WORDS, stopwords=None, return_ids=False, show_progress=False)[0]
    return [float(score) for score in index.get_scores(asked)]


def tfidf_scores(query: str, texts: Sequence[str]) -> list[float]:
    """Cosine of TF-IDF vectors, sublinear, learned from these texts."""
    known = TfidfVectorizer(token_pattern=WORDS, sublinear_tf=True).fit(texts)
    return [float(x) for x in (known.transform([query]) @ known.transform(texts).T).toarray()[0]]
