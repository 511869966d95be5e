"""XML of strangers: no document type, no entities, no network, bounded depth."""

import re
from typing import Any

from lxml import etree

_DECLARES = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
Element = Any


class UnsafeXml(Exception):  # noqa: N818 - it names what was found
    """The XML is damaged, too deep, or brings its own document type."""


def parse_xml(data: bytes) -> Element:
    """The root element; UnsafeXml otherwise."""
    if _DECLARES.search(data) or (data[:2] in (b"\xff\xfe", b"\xfe\xff") and _DECLARES.search(data.replace(b"\0", b""))):
        raise UnsafeXml("document type")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_comments=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnsafeXml(str(error)) from error
    if root is None or root.getroottree().docinfo.internalDTD is not None:
        raise UnsafeXml("document type")
    return root
