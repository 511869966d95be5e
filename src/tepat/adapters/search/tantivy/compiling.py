"""The scheme of a tantivy index, and queries of the domain as queries of tantivy."""

import hashlib

import tantivy
from tantivy import FieldType, Occur

from tepat.domain.language.words import FINGERPRINT
from tepat.domain.search import (
    AllOf,
    AnyOf,
    Between,
    Document,
    Node,
    Not,
    OneOf,
    Phrase,
    Present,
    Query,
    Scope,
    Sort,
    Word,
    sort_key,
)
from tepat.domain.search.document import GREATEST_NUMBER, is_writable
from tepat.domain.search.query import KEYWORD_FIELDS, NUMBER_FIELDS, SORT_FIELDS

_FORM = 1  # raise when the fields below change their meaning


def _build_schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("id", stored=True, tokenizer_name="raw", index_option="basic")
    builder.add_text_field("text", tokenizer_name="whitespace", index_option="position")
    builder.add_text_field("scoped", tokenizer_name="whitespace", index_option="position")
    for keyword in KEYWORD_FIELDS:
        builder.add_text_field(f"k_{keyword}", tokenizer_name="raw", index_option="basic", fast=True)
    for number in NUMBER_FIELDS:
        builder.add_integer_field(f"n_{number}", fast=True)
    for sort in SORT_FIELDS:
        builder.add_unsigned_field(order_field(sort), fast=True)
    return builder.build()


def order_field(sort: Sort) -> str:
    """The fast field that holds the key of an order."""
    return f"s_{sort}"


SCHEMA = _build_schema()
SCHEME = hashlib.sha256(repr((_FORM, KEYWORD_FIELDS, NUMBER_FIELDS, SORT_FIELDS, FINGERPRINT)).encode()).hexdigest()[:16]
"""An index made under another scheme holds other fields or other terms: it must be rebuilt."""


def document_fields(document: Document) -> tantivy.Document:
    """A document of the domain as one of tantivy."""
    made = tantivy.Document()
    made.add_text("id", document.id)
    for text in document.texts:
        joined = " ".join(text.terms)
        for _ in range(text.weight):
            made.add_text("text", joined)
        made.add_text("scoped", " ".join(f"{text.scope}:{term}" for term in text.terms))
    for keyword, values in document.keywords.items():
        for value in values:
            made.add_text(f"k_{keyword}", value)
    for number, amount in document.numbers.items():
        made.add_integer(f"n_{number}", amount)
    for sort in SORT_FIELDS:
        made.add_unsigned(order_field(sort), sort_key(document, sort))
    return made


def compile_query(query: Query) -> tantivy.Query:
    """The condition of a query; kinds have an index each."""
    return compile_node(query.where)


def compile_node(node: Node) -> tantivy.Query:  # noqa: PLR0911 - one return per kind of node
    """One node; words and phrases give a score, filters and negations none."""
    match node:
        case AllOf(parts):
            return _all_of(parts)
        case AnyOf(parts):
            should = [(Occur.Should, compile_node(part)) for part in parts]
            return tantivy.Query.boolean_query(should) if should else _nothing()
        case Not():
            return _all_of((node,))
        case Word(term, scope):
            return _words((term,), scope)
        case Phrase(terms, scope):
            return _words(terms, scope)
        case OneOf(field, values):
            known = [value for value in dict.fromkeys(values) if value and is_writable(value)]
            return _silent(tantivy.Query.term_set_query(SCHEMA, f"k_{field}", known)) if known else _nothing()
        case Between(field, low, high):
            return _between(f"n_{field}", low, high)
        case Present(field):
            return _silent(tantivy.Query.exists_query(f"k_{field}" if field in KEYWORD_FIELDS else f"n_{field}"))


def id_query(document_id: str) -> tantivy.Query:
    """The one document with this id."""
    return _silent(tantivy.Query.term_query(SCHEMA, "id", document_id, "basic")) if is_writable(document_id) else _nothing()


def field_of_key(key: str) -> tuple[str, str] | None:
    """Where the key of an alert stands: a keyword `field=value`, else a term; None if it can stand nowhere."""
    name, equals, value = key.partition("=")
    field, written = (f"k_{name}", value) if equals else ("text", key)
    known = not equals or name in KEYWORD_FIELDS
    return (field, written) if known and written and is_writable(written) else None


def _all_of(parts: tuple[Node, ...]) -> tantivy.Query:
    must = [(Occur.Must, compile_node(part)) for part in parts if not isinstance(part, Not)]
    must_not = [(Occur.MustNot, compile_node(part.part)) for part in parts if isinstance(part, Not)]
    if not must:
        must = [(Occur.Must, _silent(tantivy.Query.all_query()))]
    return tantivy.Query.boolean_query([*must, *must_not])


def _words(terms: tuple[str, ...], scope: Scope) -> tantivy.Query:
    if not terms or not all(term and is_writable(term) for term in terms):
        return _nothing()
    field, written = ("text", list(terms)) if scope == "any" else ("scoped", [f"{scope}:{term}" for term in terms])
    if len(written) == 1:
        return tantivy.Query.term_query(SCHEMA, field, written[0], "freq")
    return tantivy.Query.phrase_query(SCHEMA, field, list(written))


def _between(field: str, low: int | None, high: int | None) -> tantivy.Query:
    if low is None and high is None:
        return _silent(tantivy.Query.exists_query(field))
    least = -GREATEST_NUMBER if low is None else max(low, -GREATEST_NUMBER)
    most = GREATEST_NUMBER if high is None else min(high, GREATEST_NUMBER)
    return _silent(tantivy.Query.range_query(SCHEMA, field, FieldType.Integer, least, most)) if least <= most else _nothing()


def _silent(query: tantivy.Query) -> tantivy.Query:
    return tantivy.Query.const_score_query(query, 0.0)


def _nothing() -> tantivy.Query:
    return tantivy.Query.empty_query()
