"""Files of ratings: reviews, TSV as WMT publishes it, JSON, XLIFF 2; known by content, written by suffix."""

from collections.abc import Sequence
from pathlib import Path

from workbench.errors import WorkbenchError
from workbench.figures import either, listed
from workbench.formats import naming_file, read_file, replace_file
from workbench.i18n import _
from workbench.model.document import Role
from workbench.mqm import ratings_json, ratings_tsv, xliff_reading, xliff_writing
from workbench.mqm.ratings import Segment
from workbench.mqm.typology import BUILT_IN, Typology, built_in, read
from workbench.project.project import Project
from workbench.project.review_ratings import ratings_of
from workbench.store.files import is_review

SUFFIXES = (".tsv", ".json", ".xlf")
Languages = tuple[str, str]


def typology_named(name: str) -> Typology:
    """Give a typology that comes with the program, or read one from a file."""
    if name in BUILT_IN:
        return built_in(name)
    path = Path(name)
    if not path.is_file():
        raise WorkbenchError(
            _("There is no typology “%(name)s”; there are %(all)s, or name a TOML file of your own.")
            % {"name": name, "all": listed(BUILT_IN)}
        )
    data = read_file(path)
    with naming_file(path):
        return read(decoded(data))


def read_ratings(path: Path, typology: Typology, reviewer: str | None = None) -> list[Segment]:
    """Read rated segments from a file or a review; for a review `reviewer` is who approved."""
    if is_review(path):
        with Project.open(path) as project:
            return ratings_of(project, reviewer)
    data = read_file(path)
    with naming_file(path):
        if ratings_json.recognises(data[:100]):
            return ratings_json.read(decoded(data))
        if data.removeprefix(b"\xef\xbb\xbf").lstrip()[:1] == b"<":
            return xliff_reading.read(data, typology)
        if not ratings_tsv.recognises(data[:100]):
            raise WorkbenchError(
                _("This file holds no ratings: no review, no XLIFF 2, no JSON, no TSV of WMT.")
            )
        return ratings_tsv.read(decoded(data))


def decoded(data: bytes) -> str:
    """Read UTF-8, which all these layouts are written in."""
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise WorkbenchError(
            _("This is not UTF-8: byte %(place)d cannot be read.") % {"place": error.start}
        ) from error


def languages_of(path: Path) -> Languages:
    """Give the languages of source and translation where the file is a review; else nobody knows."""
    if not is_review(path):
        return xliff_writing.UNDETERMINED
    with Project.open(path) as project:
        known = project.languages()
    return known.get(Role.SOURCE, xliff_writing.UNDETERMINED[0]), known[Role.TRANSLATION]


def write_ratings(
    path: Path,
    segments: Sequence[Segment],
    typology: Typology,
    languages: Languages = xliff_writing.UNDETERMINED,
) -> None:
    """Write rated segments in the layout that the suffix names."""
    suffix = path.suffix.lower()
    if suffix == ".tsv":
        data = ratings_tsv.write(segments).encode()
    elif suffix == ".json":
        data = ratings_json.write(segments).encode()
    elif suffix in {".xlf", ".xliff"}:
        data = xliff_writing.write(segments, typology, languages)
    else:
        raise WorkbenchError(
            _("%(path)s: ratings can be written as %(suffixes)s.")
            % {"path": path, "suffixes": either(SUFFIXES)}
        )
    replace_file(path, data)
