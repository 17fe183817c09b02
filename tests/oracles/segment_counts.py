"""How many segments a file holds, counted the slow and obvious way: letter by letter, or by lxml's tree."""

import csv
import io

from lxml import etree

_BLANK = set(" \t\r\n\f\v")


def po_translations(text):
    """Count the translations of a PO file's text that msgfmt would take, the header left out."""
    text = text if "\n" in text else text.replace("\r", "\n")
    count, msgid, has_context, is_closed = 0, "", False, False
    for word, string in statements(text):
        if is_closed and word in {"msgctxt", "msgid"}:
            msgid, has_context, is_closed = "", False, False
        has_context = has_context or word == "msgctxt"
        msgid = string if word == "msgid" else msgid
        if word.startswith("msgstr"):
            is_closed = True
            count += bool(msgid or has_context)
    return count


def statements(text):
    """Give each word outside strings and comments with all the strings behind it as one."""
    word, string, position = "", "", 0
    while position < len(text):
        char = text[position]
        end = position + 1
        if char == '"':
            while text[end] != '"':
                end += 2 if text[end] == "\\" else 1
            string += text[position + 1 : end]
            end += 1
        elif char == "#":
            end = text.find("\n", position)
            end = len(text) if end < 0 else end
        elif char not in _BLANK:
            while text[end] not in _BLANK and text[end] not in '"#':
                end += 1
            yield word, string
            word, string = text[position:end], ""
        position = end
    yield word, string


def csv_rows(text):
    """Count the rows of CSV below its heading, by Python's reader; blank lines are none."""
    first = text.partition("\n")[0]
    separator = max(",;\t", key=first.count)
    return sum(bool(row) for row in csv.reader(io.StringIO(text, newline=""), delimiter=separator)) - 1


def xml_segments(data):
    """Count the segments of an XLIFF or TMX file, those too that are not to be translated."""
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, recover=True))
    names = {"trans-unit", "unit", "tu"}
    return sum(
        segments_of(node)
        for node in root.iter("*")
        if local(node) in names and not any(local(above) in names for above in node.iterancestors())
    )


def local(node):
    return node.tag.rpartition("}")[2].rpartition(":")[2]


def prefix(node):
    """A prefix that nobody declared is a part of the tag."""
    return node.prefix or node.tag.rpartition("}")[2].rpartition(":")[0]


def own(node, name):
    children = (child for child in node.iterchildren("*") if local(child) == name)
    return next((child for child in children if prefix(child) == prefix(node)), None)


def segments_of(node):
    if local(node) == "tu" or is_locked(node):
        return 1
    if local(node) == "unit":
        parts = [part for part in node.iterchildren("*") if local(part) == "segment"]
        return max(1, sum(own(part, "source") is not None for part in parts))
    source, cut, target = own(node, "source"), own(node, "seg-source"), own(node, "target")
    if source is None or cut is None or target is None:
        return 1
    sources, targets = ([mark.get("mid") for mark in marks(side)] for side in (cut, target))
    return len(targets) if targets and set(targets) <= set(sources) else 1


def marks(side):
    return [node for node in side.iterdescendants("*") if local(node) == "mrk" and node.get("mtype") == "seg"]


def is_locked(node):
    said = [one.get("translate") for one in (node, *node.iterancestors())]
    return next((value for value in said if value is not None), None) == "no"
