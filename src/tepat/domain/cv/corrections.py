"""Corrections laid over what was read: the reader's answer stays as it is, the person's word counts."""

import copy
from collections.abc import Iterable
from typing import Any


def corrected(document: dict[str, Any], corrections: Iterable[tuple[str, Any]]) -> dict[str, Any]:
    """A copy of the document with each (JSON pointer, value) put in; None takes the fact out, "/-" at the end appends.

    A path that no longer exists (the reader changed since) is made where it can be, else left out. The evidence of a replaced
    fact goes, since the text no longer proves it.
    """
    result = copy.deepcopy(document)
    removals: list[tuple[list[Any], Any]] = []
    for path, value in corrections:
        keys = [key.replace("~1", "/").replace("~0", "~") for key in path.split("/")[1:]]
        if keys and _put(result, keys, value, removals):
            evidence = result.get("evidence") or {}
            for pointer in [p for p in evidence if p == path or p.startswith(f"{path}/")]:
                del evidence[pointer]
    for holder, item in removals:
        holder[:] = [kept for kept in holder if kept is not item]
    return result


def _put(node: Any, keys: list[str], value: Any, removals: list[tuple[list[Any], Any]]) -> bool:
    """True if there was a place for the value."""
    for key in keys[:-1]:
        node = _child(node, key)
        if node is None:
            return False
    last = keys[-1]
    if isinstance(node, dict):
        node[last] = value
        return True
    if not isinstance(node, list):
        return False
    if last == "-":
        node.append(value)
    elif last.isdigit() and int(last) < len(node):
        if value is None:
            removals.append((node, node[int(last)]))
        else:
            node[int(last)] = value
    else:
        return False
    return True


def _child(node: Any, key: str) -> Any:
    if isinstance(node, dict):
        return node.setdefault(key, {})
    if isinstance(node, list) and key.isdigit() and int(key) < len(node):
        return node[int(key)]
    return None
