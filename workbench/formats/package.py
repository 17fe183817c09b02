"""The ZIP file around an Office document: its parts read with care, and put back with every other byte kept.

Sizes, counts and names in a ZIP directory are claims. Nothing is unpacked to disk, nothing is inflated
further than a part may be long, and what contradicts itself is refused. Source of the layout: APPNOTE.TXT
6.3.10, PKWARE; what OPC allows of it: ECMA-376-2, Annex C (stored or deflated, one disk, no encryption).
"""

import re
import struct
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from workbench.errors import WorkbenchError
from workbench.figures import count
from workbench.i18n import _

_END = struct.Struct("<4s4H2LH")  # end of central directory record
_ENTRY = struct.Struct("<4s6H3L5H2L")  # central directory file header
_LOCAL = struct.Struct("<4s5H3L2H")  # local file header
_END_MARK, _ENTRY_MARK, _LOCAL_MARK, _DESCRIPTOR_MARK = (
    b"PK\x05\x06",
    b"PK\x01\x02",
    b"PK\x03\x04",
    b"PK\x07\x08",
)
_LONGEST_COMMENT = 65_535
_ENCRYPTED, _DESCRIBED, _UTF8 = 0x1, 0x8, 0x800  # bits of the flags
_STORED, _DEFLATED = 0, 8
_ZIP64 = 0xFFFFFFFF
_MOST_PARTS = 5_000
_LONGEST_PART = 32 << 20  # bytes: the text of some ten thousand pages
_TIGHTEST, _SMALL = (
    200,
    1 << 20,
)  # prose deflates to a third, markup to a thirtieth; small parts are no danger
_ASTRAY = re.compile(r"(?:^|/)\.\.(?:/|$)|^/|^[A-Za-z]:|\0")


@dataclass(frozen=True, slots=True)
class Part:
    """One part as the directory describes it; `at` is where its entry stands there."""

    name: str
    at: int
    flags: int
    method: int
    checksum: int
    packed: int
    size: int
    header: int


@dataclass(frozen=True, slots=True)
class Package:
    """A ZIP file and its directory: [start, end) of the file."""

    data: bytes
    parts: Mapping[str, Part]
    directory: tuple[int, int]
    end: int


def open_package(data: bytes) -> Package:
    """Read the directory of a ZIP file."""
    end = data.rfind(_END_MARK, max(0, len(data) - _LONGEST_COMMENT - _END.size))
    if end < 0 or end + _END.size > len(data):
        raise damaged(_("its directory is missing"))
    _mark, _disk, _first, _here, count, size, start, _comment = _END.unpack_from(data, end)
    if count > _MOST_PARTS:
        raise damaged(_("it holds too many parts"))
    if start + size > end:
        raise damaged(_("its directory is not where it should be"))
    parts = list(entries(data, start, start + size, count))
    if len({part.name.lower() for part in parts}) < len(parts):
        raise damaged(_("it holds two parts of one name"))
    package = Package(data, {part.name: part for part in parts}, (start, start + size), end)
    expect_apart(package)
    return package


def damaged(reason: str) -> WorkbenchError:
    """Say what is wrong with a ZIP file."""
    return WorkbenchError(
        _("This Office file is damaged or not to be trusted: %(reason)s.") % {"reason": reason}
    )


def entries(data: bytes, start: int, end: int, count: int) -> Iterator[Part]:
    """Read the entries of the directory."""
    for _number in range(count):
        if start + _ENTRY.size > end or not data.startswith(_ENTRY_MARK, start):
            raise damaged(_("its directory is cut off"))
        fields = _ENTRY.unpack_from(data, start)
        flags, method, checksum, packed, size = fields[3], fields[4], *fields[7:10]
        name_length, extra, comment, header = *fields[10:13], fields[16]
        name = data[start + _ENTRY.size : start + _ENTRY.size + name_length]
        part = Part(
            name.decode("utf-8" if flags & _UTF8 else "cp437", "replace").replace("\\", "/"),
            *(start, flags, method, checksum, packed, size, header),
        )
        if _ASTRAY.search(part.name):
            raise damaged(_("a part's name, %(name)s, leads out of the file") % {"name": ascii(part.name)})
        if _ZIP64 in {packed, size, header}:
            raise damaged(_("it is made for sizes above 4 GB"))
        yield part
        start += _ENTRY.size + name_length + extra + comment


def expect_apart(package: Package) -> None:
    """Refuse parts that share bytes: what a few bytes hold could be shown a thousand times."""
    spans = sorted(span(package, part) for part in package.parts.values())
    if any(before[1] > after[0] for before, after in pairwise(spans)):
        raise damaged(_("its parts overlap"))
    if spans and spans[-1][1] > package.directory[0]:
        raise damaged(_("a part is cut off"))


def span(package: Package, part: Part) -> tuple[int, int]:
    """Give [start, end) of a part with its header, and with the descriptor that may follow it."""
    end = content(package, part) + part.packed
    if part.flags & _DESCRIBED:
        end += 16 if package.data.startswith(_DESCRIPTOR_MARK, end) else 12
    return part.header, end


def content(package: Package, part: Part) -> int:
    """Give where the bytes of a part begin."""
    data = package.data
    if part.header + _LOCAL.size > len(data) or not data.startswith(_LOCAL_MARK, part.header):
        raise damaged(_("a part is not where it should be"))
    *_fields, name_length, extra = _LOCAL.unpack_from(data, part.header)
    name = part.header + _LOCAL.size
    listed = part.at + _ENTRY.size
    if data[name : name + name_length] != data[listed : listed + name_length]:
        raise damaged(_("its directory names other parts than there are"))
    return int(name + name_length + extra)


def read_part(package: Package, name: str) -> bytes:
    """Give the content of a part."""
    part = package.parts[name]
    expect_modest(part)
    start = content(package, part)
    raw = package.data[start : start + part.packed]
    if part.method == _DEFLATED:
        inflater = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            raw = inflater.decompress(raw, part.size + 1)
        except zlib.error as error:
            raise damaged(_("a part cannot be unpacked")) from error
    if len(raw) != part.size or zlib.crc32(raw) != part.checksum:
        raise damaged(_("a part is not what the directory says"))
    return raw


def expect_modest(part: Part) -> None:
    """Refuse what would need more memory than any document, and what is packed in ways we cannot undo."""
    if part.method not in {_STORED, _DEFLATED} or part.flags & _ENCRYPTED:
        raise damaged(_("a part is encrypted, or packed in a way that Office files never are"))
    if part.size > _LONGEST_PART or part.size > max(_SMALL, _TIGHTEST * part.packed):
        raise damaged(
            _("its part %(name)s is said to be %(size)s MB long")
            % {"name": part.name, "size": count(part.size >> 20)}
        )


def with_parts(package: Package, contents: Mapping[str, bytes]) -> bytes:
    """Give the file with new contents for some parts; all other parts, their order and the directory stay."""
    pieces, done, moves = [], 0, []
    directory = bytearray(package.data[slice(*package.directory)])
    for part in sorted((package.parts[name] for name in contents), key=lambda part: part.header):
        start, end = span(package, part)
        local = packed_again(package, part, contents[part.name], directory)
        pieces += [package.data[done:start], local]
        moves.append((start, len(local) - (end - start)))
        done = end
    pieces.append(package.data[done : package.directory[0]])
    for part in package.parts.values():
        moved = part.header + sum(by for start, by in moves if start < part.header)
        struct.pack_into("<L", directory, part.at - package.directory[0] + 42, moved)
    end_record = bytearray(package.data[package.end :])
    struct.pack_into("<L", end_record, 16, package.directory[0] + sum(by for _start, by in moves))
    return b"".join([*pieces, directory, package.data[package.directory[1] : package.end], end_record])


def packed_again(package: Package, part: Part, data: bytes, directory: bytearray) -> bytes:
    """Give a part with its header anew, and put its sizes into its entry of the directory."""
    raw = data
    if part.method == _DEFLATED:
        deflater = zlib.compressobj(wbits=-zlib.MAX_WBITS)
        raw = deflater.compress(data) + deflater.flush()
    fields = _LOCAL.unpack_from(package.data, part.header)
    name = package.data[part.header + _LOCAL.size : part.header + _LOCAL.size + fields[9]]
    flags = part.flags & ~_DESCRIBED
    sizes = (zlib.crc32(data), len(raw), len(data))
    entry = part.at - package.directory[0]
    struct.pack_into("<H", directory, entry + 8, flags)
    struct.pack_into("<3L", directory, entry + 16, *sizes)
    return _LOCAL.pack(_LOCAL_MARK, fields[1], flags, *fields[3:6], *sizes, len(name), 0) + name + raw
