"""What anybody would try first: TF-IDF and BM25, so that every figure stands beside them."""

import numpy as np
from scipy import sparse
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
from sklearn.model_selection import StratifiedKFold, cross_val_predict
from sklearn.pipeline import make_pipeline
from sklearn.svm import LinearSVC

WORDS = r"(?u)\b\w[\w+#.]*\b"


def tfidf_likeness(queries: list[str], corpus: list[str]) -> np.ndarray:
    """Queries × corpus: cosine of TF-IDF over words."""
    known = TfidfVectorizer(token_pattern=WORDS, sublinear_tf=True).fit(corpus)
    return (known.transform(queries) @ known.transform(corpus).T).toarray()


def bm25_likeness(queries: list[str], corpus: list[str], k1: float = 1.2, b: float = 0.75) -> np.ndarray:
    """Queries × corpus: Okapi BM25 (Robertson and Zaragoza, 2009)."""
    counter = CountVectorizer(token_pattern=WORDS).fit(corpus)
    counts = sparse.csr_matrix(counter.transform(corpus), dtype=np.float32)
    held = np.bincount(counts.indices, minlength=counts.shape[1])
    rarity = np.log(1 + (len(corpus) - held + 0.5) / (held + 0.5))
    lengths = np.asarray(counts.sum(axis=1)).ravel()
    long = k1 * (1 - b + b * lengths / lengths.mean())
    rows = np.repeat(np.arange(len(corpus)), np.diff(counts.indptr))
    counts.data = rarity[counts.indices] * counts.data * (k1 + 1) / (counts.data + long[rows])
    return np.asarray((counter.transform(queries) @ counts.T).todense())


words_and_pairs = CountVectorizer(token_pattern=WORDS, ngram_range=(1, 2)).build_analyzer()
"""What TF-IDF does with one text before it counts: how fast a machine is just now."""


def svm() -> object:
    """Words and pairs of words, TF-IDF, a linear SVM that gives each role the same weight."""
    return make_pipeline(
        TfidfVectorizer(token_pattern=WORDS, ngram_range=(1, 2), sublinear_tf=True, min_df=2), LinearSVC(class_weight="balanced")
    )


def svm_in_folds(texts: list[str], labels: list[str], folds: int = 5, seed: int = 0) -> list[str]:
    """What an SVM says of each text that learned from the other folds."""
    parts = StratifiedKFold(folds, shuffle=True, random_state=seed)
    return [str(label) for label in cross_val_predict(svm(), texts, labels, cv=parts)]


def svm_from(texts: list[str], labels: list[str], asked: list[str]) -> list[str]:
    """What an SVM that learned from `texts` says of `asked`."""
    return [str(label) for label in svm().fit(texts, labels).predict(asked)]
