"""Corrections laid over what was read: the reader's answer stays as it is, the person's word counts.

A correction is (JSON pointer, value). None takes an item out of a list (elsewhere it says that there is none, such as an end of
work that still runs); "-" as last key appends. Indexes always count the items as read and appended, those taken out included, so
that a later correction means the same item whatever was taken out before it. An empty pointer corrects nothing (any more).
"""

import copy
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

Document = dict[str, Any]
Correction = tuple[str, Any]
LISTS = ("work", "education", "skills", "certificates", "languages")
HEADING = "Ditulis sendiri oleh pelamar"
"""Heads the lines that people wrote instead of their CV; part of the canonical text, so it is the same in every language."""
NO_WORDS = frozenset({"id", "in_work", "type", "keywords", "countryCode", "completed"})


@dataclass(frozen=True, slots=True)
class Overlay:
    """`document` with the corrections in it; `addendum` goes behind the canonical text and proves them."""

    document: Document
    addendum: str


def corrected(document: Mapping[str, Any], corrections: Iterable[Correction]) -> Document:
    """A copy of the document with each correction put in, whose facts then stand without proof in the text."""
    laid = laid_over(document, corrections)
    return _compacted(laid)


def overlay(document: Mapping[str, Any], corrections: Iterable[Correction], *, text: str) -> Overlay:
    """The corrected document in which every correction is proved by a line of its own behind `text`.

    Nothing in `text` moves. Without corrections the addendum is empty.
    """
    known = list(corrections)
    laid = laid_over(document, known)
    lines: list[str] = []
    offset = len(text) + len(f"\n\n{HEADING}\n")
    page = max(1, int((laid.get("meta") or {}).get("pages") or 1))
    for path in paths_of(document, known):
        line, places = _line(path, _at(laid, path))
        if not line:
            continue
        for pointer, start, end in places:
            laid["evidence"][pointer] = [{"start": offset + start, "end": offset + end, "page": page}]
        lines.append(line)
        offset += len(line) + 1
    return Overlay(_compacted(laid), f"\n\n{HEADING}\n" + "\n".join(lines) if lines else "")


def laid_over(document: Mapping[str, Any], corrections: Iterable[Correction]) -> Document:
    """The document with corrections put in, items that were taken out standing as None so that every index keeps its meaning."""
    result: Document = copy.deepcopy(dict(document))
    for name in LISTS:
        result.setdefault(name, [])
    result.setdefault("evidence", {})
    for path, value in corrections:
        if _put(result, _keys(path), copy.deepcopy(value)):
            _forget_proof(result, path)
    return result


def paths_of(document: Mapping[str, Any], corrections: Iterable[Correction]) -> list[str]:
    """The pointer of each correction in order, "-" as the index it got, each once."""
    counts = {name: len(document.get(name) or []) for name in LISTS}
    paths: dict[str, None] = {}
    for path, _value in corrections:
        keys = _keys(path)
        if not keys:
            continue
        if len(keys) == 2 and keys[1] == "-" and keys[0] in counts:
            path = f"/{keys[0]}/{counts[keys[0]]}"  # noqa: PLW2901 - the place it got
            counts[keys[0]] += 1
        paths.pop(path, None)
        paths[path] = None
    return list(paths)


def _line(path: str, value: Any) -> tuple[str, list[tuple[str, int, int]]]:
    """The words of a corrected fact, and (pointer, start, end) of each part of it."""
    if value is None or isinstance(value, bool):
        return "", []
    if not isinstance(value, dict):
        words = " ".join(str(value).split())
        return words, [(path, 0, len(words))] if words else []
    line, places = "", []
    for key, part in value.items():
        words = "" if part is None or key in NO_WORDS else " ".join(str(part).split())
        if words:
            line += " · " if line else ""
            places.append((f"{path}/{key}", len(line), len(line) + len(words)))
            line += words
    return line, [(path, 0, len(line)), *places] if line else []


def _keys(path: str) -> list[str]:
    return [key.replace("~1", "/").replace("~0", "~") for key in path.split("/")[1:]]


def _at(document: Document, path: str) -> Any:
    node: Any = document
    for key in _keys(path):
        if isinstance(node, list):
            node = node[int(key)] if key.isdigit() and int(key) < len(node) else None
        else:
            node = node.get(key) if isinstance(node, dict) else None
    return node


def _put(document: Document, keys: list[str], value: Any) -> bool:
    """True if there was a place for the value: a path that is gone since the reader changed is left out."""
    node: Any = document
    for key in keys[:-1]:
        if isinstance(node, dict):
            if node.get(key) is None:
                node[key] = {}
            node = node[key]
        else:
            node = node[int(key)] if isinstance(node, list) and key.isdigit() and int(key) < len(node) else None
    last = keys[-1] if keys else ""
    if isinstance(node, dict) and last:
        node[last] = value
        return True
    if isinstance(node, list) and last == "-":
        node.append(value)
        return True
    if isinstance(node, list) and last.isdigit() and int(last) < len(node):
        node[int(last)] = value
        return True
    return False


def _forget_proof(document: Document, path: str) -> None:
    """The text no longer proves a fact that was replaced, nor does the reader's doubt about it count."""
    for proof in (document["evidence"], (document.get("meta") or {}).get("confidence") or {}):
        for pointer in [p for p in proof if p == path or p.startswith(f"{path}/")]:
            del proof[pointer]


def _compacted(document: Document) -> Document:
    """Without the items taken out, pointers renumbered."""
    for name in LISTS:
        kept = [n for n, item in enumerate(document[name]) if item is not None]
        if len(kept) == len(document[name]):
            continue
        document[name] = [document[name][n] for n in kept]
        places = {str(old): str(new) for new, old in enumerate(kept)}
        document["evidence"] = _renumbered(document["evidence"], name, places)
        if confidence := (document.get("meta") or {}).get("confidence"):
            document["meta"]["confidence"] = _renumbered(confidence, name, places)
    return document


def _renumbered(proof: Mapping[str, Any], name: str, places: Mapping[str, str]) -> dict[str, Any]:
    result = {}
    for pointer, value in proof.items():
        head, _, rest = pointer.removeprefix(f"/{name}/").partition("/")
        if not pointer.startswith(f"/{name}/"):
            result[pointer] = value
        elif head in places:
            result[f"/{name}/{places[head]}{f'/{rest}' if rest else ''}"] = value
    return result
