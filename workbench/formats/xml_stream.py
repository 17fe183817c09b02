"""XML read window by window: whole records with their bytes, whatever the size of the file.

A window ends where no record is open. Before it is cut its text has been through lxml, which refuses what is
not well-formed. Memory is that of one window, or of the longest record.
"""

import codecs
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import cast

from lxml import etree

from workbench.errors import WorkbenchError
from workbench.formats.plain import without_mark
from workbench.formats.splicing import FileText, Ruler
from workbench.formats.xml_tokens import expect_no_entities, tokens
from workbench.formats.xml_tree import Node, Record, records
from workbench.i18n import _

_WINDOW = 1 << 17  # bytes
_FED = 65_536  # characters given to lxml at once, which limits what it holds
# Charsets in which a byte means what the bytes before it say: they are not cut.
_STATEFUL = ("iso2022", "hz", "utf-7")


@dataclass(frozen=True, slots=True)
class Window:
    """A piece of a file with the records in it, whose places are in the piece's text.

    `start` is its first byte in the file, `line` its first line, from 1.
    """

    file: FileText
    records: list[Record]
    start: int
    line: int


def windows(pieces: Iterable[bytes], codec: str, names: Collection[str]) -> Iterator[Window]:
    """Cut the bytes of a file into windows; together they are the file, to the last byte."""
    above: Sequence[Node] = ()
    start, line = 0, 1
    waiting: list[FileText] = []
    wanted = 0  # characters; grows with a record that is long, so that it is not read again with every piece
    for file, final in checked(decoded(pieces, codec)):
        waiting.append(file)
        if not final and sum(len(one.text) for one in waiting) < wanted:
            continue
        whole = joined(waiting)
        found, cut, open_there = records(whole.text, names, above, final=final)
        if not final and not cut:
            waiting, wanted = [whole], 2 * len(whole.text)
            continue
        here, rest = divided(whole, len(whole.text) if final else cut)
        yield Window(here, found, start, line)
        waiting, wanted, above = [rest], 0, open_there
        start += len(here.data)
        line += here.text.count("\n")


def joined(files: Sequence[FileText]) -> FileText:
    """Put pieces that follow one another together."""
    data, text = b"".join(file.data for file in files), "".join(file.text for file in files)
    return FileText(data, text, files[-1].codec, files[0].begin)


def divided(file: FileText, cut: int) -> tuple[FileText, FileText]:
    """Divide a piece of a file at a character."""
    place = Ruler(file).at(cut) if cut < len(file.text) else len(file.data)
    head = FileText(file.data[:place], file.text[:cut], file.codec, file.begin)
    return head, FileText(file.data[place:], file.text[cut:], file.codec)


def cut_small(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """Cut pieces that are larger than a window."""
    return (piece[start : start + _WINDOW] for piece in pieces for start in range(0, len(piece), _WINDOW))


def decoded(pieces: Iterable[bytes], charset: str) -> Iterator[tuple[FileText, bool]]:
    """Decode pieces, no character cut in two; each with whether it is the last."""
    is_whole = charset.replace("_", "").startswith(_STATEFUL)
    waiting = iter([b"".join(pieces)] if is_whole else cut_small(pieces))
    data = next(waiting, b"")
    codec, line = without_mark(data, charset), 1
    decoder = codecs.getincrementaldecoder(codec)()
    held, is_begun = b"", False
    while True:
        following = next(waiting, None)
        text = text_of(decoder, data, line, charset, final=following is None)
        line += text.count("\n")
        held, kept = decoder.getstate()[0], held
        whole = kept + data
        whole = whole[: len(whole) - len(held)]
        if is_begun or text or following is None:  # half a byte order mark is given with the rest of it
            mark = "" if is_begun else text[: text.startswith("\ufeff")]
            yield FileText(whole, text[len(mark) :], codec, len(mark.encode(codec))), following is None
        if following is None:
            return
        data, is_begun = following, is_begun or bool(text)


def text_of(decoder: codecs.IncrementalDecoder, data: bytes, line: int, charset: str, *, final: bool) -> str:
    """Decode strictly, saying where it fails."""
    try:
        return decoder.decode(data, final)
    except UnicodeError as error:
        line += data.count(b"\n", 0, getattr(error, "start", 0))
        raise WorkbenchError(
            _("Line %(line)d is not %(charset)s; name the right charset with --charset.")
            % {"line": line, "charset": charset}
        ) from error


def checked(pieces: Iterable[tuple[FileText, bool]]) -> Iterator[tuple[FileText, bool]]:
    """Pass on what lxml does not refuse as no XML, or as deeper than its limits."""
    # The text is handed over in UTF-8, whatever its declaration says of the file's own bytes.
    parser = etree.XMLParser(
        target=cast("etree.ParserTarget", Ignoring()),
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
    )
    is_first = True
    for file, final in pieces:
        if is_first:
            expect_safe_beginning(file.text)
        feed(parser, file.text, final=final)
        yield file, final
        is_first = False


def expect_safe_beginning(text: str) -> None:
    """Refuse entities before any parser sees them."""
    for token in tokens(text, final=False):
        if token.kind == "start":
            return
        expect_no_entities(token)


def feed(parser: etree.XMLParser, text: str, *, final: bool) -> None:
    """Let lxml read on; what it refuses is said in its words."""
    try:
        for start in range(0, len(text), _FED):
            parser.feed(text[start : start + _FED].encode("utf-8", "replace"))
        if final:
            parser.close()
    except etree.XMLSyntaxError as error:
        raise broken(str(error.msg)) from error
    # Names without a namespace raise nothing here, and hide what would be raised behind them.
    found = parser.feed_error_log.filter_from_errors()
    if len(found):
        raise broken(f"{found[0].message}, line {found[0].line}")


def broken(reason: str) -> WorkbenchError:
    """Say what lxml says."""
    return WorkbenchError(
        _("This is not XML that can be read: %(reason)s.") % {"reason": " ".join(reason.split())}
    )


class Ignoring:
    """Takes what lxml parses and keeps nothing, so that no tree is built."""

    def close(self) -> None:
        """End."""
