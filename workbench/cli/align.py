"""`workbench align`: which sentences of two texts belong together."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from workbench.align import Text
from workbench.cli.console import print_line, progress, write_bytes
from workbench.cli.example import example
from workbench.cli.options import FILE, charset_option, language_tags, train_option
from workbench.figures import count
from workbench.formats import replace_file, tmx, tsv
from workbench.i18n import _, ngettext
from workbench.model.bead import Bead
from workbench.project.alignment import AlignOptions, align_files, read_anchors
from workbench.project.outputs import expect_apart
from workbench.project.shapes import alignment_shape

Writer = Callable[[Text, Text, Sequence[Bead]], bytes]
# The share of its words that a sentence must find again on the other side; None lets the aligner choose.
STRICTNESS = {"automatic": None, "translation": 0.02, "free": 0.3}


def as_json(a: Text, b: Text, beads: Sequence[Bead]) -> bytes:
    """Write the design's JSON shape."""
    shape = alignment_shape(a.sentences, b.sentences, beads)
    return (json.dumps(shape, ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def as_ladder(_a: Text, _b: Text, beads: Sequence[Bead]) -> bytes:
    """Write one bead a line as `[0, 1]:[0]`, which the scorers of alignment papers read."""
    return "".join(f"{list(bead.a)}:{list(bead.b)}\n" for bead in beads).encode("ascii")


def as_tsv(a: Text, b: Text, beads: Sequence[Bead]) -> bytes:
    """Write one bead a line: both texts and the confidence."""
    scores = (f"{bead.score:.4f}" for bead in beads)
    rows = ([*sides, score] for sides, score in zip(texts(a, b, beads), scores, strict=True))
    return tsv(["a", "b", "score"], rows)


def as_tmx(a: Text, b: Text, beads: Sequence[Bead]) -> bytes:
    """Write the beads that have both sides as a translation memory."""
    return tmx((a.language, b.language), texts(a, b, beads))


def texts(a: Text, b: Text, beads: Sequence[Bead]) -> list[tuple[str, str]]:
    """Give both sides of each bead as one text."""
    return [
        (" ".join(a.sentences[i] for i in bead.a), " ".join(b.sentences[i] for i in bead.b)) for bead in beads
    ]


WRITERS: dict[str, Writer] = {"json": as_json, "tsv": as_tsv, "tmx": as_tmx, "ladder": as_ladder}


@click.command(
    "align",
    help=_("Align the sentences of two texts, of one language or of two."),
    epilog=example("align story.txt human.txt --format tsv -o pairs.tsv"),
)
@click.argument("a", type=FILE)
@click.argument("b", type=FILE)
@click.option("--presegmented", is_flag=True, help=_("Each line is a sentence already."))
@click.option("--format", "form", type=click.Choice(list(WRITERS)), default="json", show_default=True)
@click.option("-o", "--output", type=FILE, help=_("Write to a file instead of stdout."))
@click.option(
    "--language",
    "languages",
    multiple=True,
    callback=language_tags,
    metavar="TAG",
    help=_("Language of A; given twice: of A and B."),
)
@click.option("--anchors", type=FILE, help=_("Beads you vouch for, one a line as [0, 1]:[0]; they are kept."))
@click.option(
    "--strictness",
    type=click.Choice(list(STRICTNESS)),
    default="automatic",
    show_default=True,
    help=_("How much two sentences must share: a close translation or a free, abridged one."),
)
@train_option()
@charset_option()
def command(
    a: Path,
    b: Path,
    presegmented: bool,
    form: str,
    output: Path | None,
    languages: Sequence[str],
    anchors: Path | None,
    strictness: str,
    training: Sequence[Path],
    charset: str | None,
) -> None:
    """Align two files."""
    inputs = [a, b, *training, *([anchors] if anchors else [])]
    expect_apart(inputs, [output] if output else [], "-o")
    kept = read_anchors(anchors) if anchors else []
    options = AlignOptions(languages, charset, presegmented, kept, STRICTNESS[strictness], training)
    with progress(_("Aligning")) as report:
        left, right, beads = align_files((a, b), options, report)
    data = WRITERS[form](left, right, beads)
    if output is None:
        write_bytes(data)
    else:
        replace_file(output, data)
        said = ngettext("%(count)s bead in %(path)s", "%(count)s beads in %(path)s", len(beads))
        print_line(said % {"count": count(len(beads)), "path": output})
