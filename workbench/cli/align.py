"""`workbench align`: which sentences of two texts belong together."""

import json
from collections.abc import Callable, Sequence
from pathlib import Path

import click

from workbench.cli.console import print_line, progress, write_bytes
from workbench.cli.options import FILE, charset_option, language_tags
from workbench.formats import replace_file, tsv
from workbench.i18n import _
from workbench.model.bead import Bead
from workbench.project.alignment import AlignOptions, align_files
from workbench.project.outputs import expect_apart
from workbench.project.shapes import alignment_shape

Lines = Sequence[str]


def as_json(a: Lines, b: Lines, beads: Sequence[Bead]) -> bytes:
    """Write the design's JSON shape."""
    return (json.dumps(alignment_shape(a, b, beads), ensure_ascii=False, indent=1) + "\n").encode("utf-8")


def as_ladder(_a: Lines, _b: Lines, beads: Sequence[Bead]) -> bytes:
    """Write one bead a line as `[0, 1]:[0]`, which the scorers of alignment papers read."""
    return "".join(f"{list(bead.a)}:{list(bead.b)}\n" for bead in beads).encode("ascii")


def as_tsv(a: Lines, b: Lines, beads: Sequence[Bead]) -> bytes:
    """Write one bead a line: both texts and the confidence."""
    return tsv(
        ["a", "b", "score"],
        (
            [" ".join(a[i] for i in bead.a), " ".join(b[i] for i in bead.b), f"{bead.score:.4f}"]
            for bead in beads
        ),
    )


WRITERS: dict[str, Callable[[Lines, Lines, Sequence[Bead]], bytes]] = {
    "json": as_json,
    "tsv": as_tsv,
    "ladder": as_ladder,
}


@click.command("align", help=_("Align the sentences of two texts, of one language or of two."))
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
@charset_option()
def command(
    a: Path,
    b: Path,
    presegmented: bool,
    form: str,
    output: Path | None,
    languages: Sequence[str],
    charset: str | None,
) -> None:
    """Align two files."""
    expect_apart([a, b], [output] if output else [], "-o")
    with progress(_("Aligning")) as report:
        left, right, beads = align_files((a, b), AlignOptions(languages, charset, presegmented), report)
    data = WRITERS[form](left, right, beads)
    if output is None:
        write_bytes(data)
    else:
        replace_file(output, data)
        print_line(_("%(beads)d beads in %(path)s") % {"beads": len(beads), "path": output})
