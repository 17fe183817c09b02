"""Subtitles as formats, SubRip and WebVTT: how they are told, and who reads them."""

import re

from workbench.formats.deferred import Deferred
from workbench.model.format import Format

_MARK = rb"(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?"
_TIME = rb"(?:\d+:)?\d{1,2}:\d{1,2}(?:[.,]\d{1,3})?"
_IS_SRT = re.compile(_MARK + rb"\s*+(?:\d++[ \t]*+[\r\n]++)?[ \t]*+" + _TIME + rb"[ \t]*-->[ \t]*" + _TIME)
_IS_VTT = re.compile(_MARK + rb"WEBVTT(?=[ \t\r\n]|\Z)")


def recognises_srt(head: bytes) -> bool:
    """Tell SubRip by its first times."""
    return bool(_IS_SRT.match(head.replace(b"\0", b"")))


def recognises_vtt(head: bytes) -> bool:
    """Tell WebVTT by its first word."""
    return bool(_IS_VTT.match(head.replace(b"\0", b"")))


SRT = Format(
    name="srt",
    suffixes=(".srt",),
    recognises=recognises_srt,
    read=Deferred("subtitle_cues", "read", ("srt",)),
    write=Deferred("subtitle_cues", "write", ("srt",)),
)
VTT = Format(
    name="vtt",
    suffixes=(".vtt",),
    recognises=recognises_vtt,
    read=Deferred("subtitle_cues", "read", ("vtt",)),
    write=Deferred("subtitle_cues", "write", ("vtt",)),
)
