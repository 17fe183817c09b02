"""The names that ratings have in XLIFF 2.1: ITS for marks, metadata for what ITS has no word for.

Sources: XLIFF 2.1 (OASIS 2018), 5.9 "ITS Module" and 5.5 "Metadata Module"; ITS 2.0 (W3C 2013), 8.17
"Localization Quality Issue", 8.18 "Localization Quality Rating" and 8.11 "Provenance" (`revPerson`).
"""

from lxml import etree

XLIFF = "urn:oasis:names:tc:xliff:document:2.0"
ITS = "http://www.w3.org/2005/11/its"
MDA = "urn:oasis:names:tc:xliff:metadata:2.0"
# The typology's own words on a mark; XLIFF lets an annotation carry attributes of other namespaces.
OWN = "urn:translation-review-workbench:mqm"
KEY_FIELDS = ("system", "document", "place", "segment")


def its(name: str) -> str:
    """Name an attribute of ITS as lxml does."""
    return f"{{{ITS}}}{name}"


def own(name: str) -> str:
    """Name an attribute of ours as lxml does."""
    return f"{{{OWN}}}{name}"


def local(node: etree._Element) -> str:
    """Give an element's name without its namespace; "" for an entity that is left alone."""
    return str(node.tag).rpartition("}")[2]
