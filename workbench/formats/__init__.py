"""Files in, files out: one module per format, written out in FORMATS."""

from workbench.formats.lines import read_lines
from workbench.formats.reading import naming_file, read_file
from workbench.formats.registry import COMPOSERS, FORMATS, RUNNING, identify, read_document, write_back
from workbench.formats.tables import tsv
from workbench.formats.tmx import tmx
from workbench.formats.tmx_pairs import read_tmx
from workbench.formats.writing import FileChangedError, expect_unchanged, make_folder, replace_file

__all__ = [
    "COMPOSERS",
    "FORMATS",
    "RUNNING",
    "FileChangedError",
    "expect_unchanged",
    "identify",
    "make_folder",
    "naming_file",
    "read_document",
    "read_file",
    "read_lines",
    "read_tmx",
    "replace_file",
    "tmx",
    "tsv",
    "write_back",
]
