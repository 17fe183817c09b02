"""Sentences: the hard set and the speed, plain sentencex beside ours. Prints a table."""

import sys
import time
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

import sentencex  # noqa: E402 -- the project must be on the path first

from workbench.segment import sentence_spans, sentences  # noqa: E402 -- as above

SEEDS = {"en": ["en-mt", "en-ref"], "ko": ["ko"]}
BYTES = 5_000_000


def hard_set():
    """Give (language, paragraph, sentences) for each line of the hard set."""
    language = ""
    for line in (ROOT / "tests/segment/hard_set.txt").read_text(encoding="utf-8").split("\n"):
        if line.startswith("## "):
            language = line[3:]
        elif language and line:
            yield (
                language,
                line.replace(" | ", " ").replace("|", ""),
                [part.strip() for part in line.split("|")],
            )


def plain(paragraph, language):
    """Cut a paragraph as sentencex alone does."""
    return [part.strip() for part in sentencex.segment(language, paragraph) if part.strip()]


def print_hard_set():
    """Print how many cases each gets right, by language, and what ours gets wrong."""
    right: dict[str, list[int]] = {}
    wrong = []
    for language, paragraph, expected in hard_set():
        row = right.setdefault(language, [0, 0, 0])
        row[0] += 1
        row[1] += plain(paragraph, language) == expected
        row[2] += sentences(paragraph, language) == expected
        if sentences(paragraph, language) != expected:
            wrong.append((language, sentences(paragraph, language)))
    right["others"] = [sum(row[i] for key, row in right.items() if key not in ("en", "ko")) for i in range(3)]
    print(f"{'language':10}{'cases':>8}{'sentencex':>12}{'ours':>8}")
    for language, (cases, theirs, ours) in right.items():
        print(f"{language:10}{cases:8}{theirs:12}{ours:8}")
    for language, got in wrong:
        print("  missed", language, got)


def print_speed():
    """Print MB/s on the seeds repeated, a paragraph a call, and on one paragraph without a closing quote."""
    for language, names in SEEDS.items():
        text = "\n".join(
            (ROOT / f"seeds/north-korean-troops.{name}.txt").read_text(encoding="utf-8") for name in names
        )
        paragraphs = (text * (BYTES // len(text.encode()) + 1)).split("\n")
        size = sum(len(paragraph.encode()) for paragraph in paragraphs) / 1e6
        for title, cut in (("sentencex", plain), ("ours", sentences)):
            start = time.perf_counter()
            for paragraph in paragraphs:
                cut(paragraph, language)
            print(f"{language} {title:10} {size / (time.perf_counter() - start):6.1f} MB/s on {size:.1f} MB")
    unclosed = "“" + "He left the U.S. on Jan. 6. Then it rained for an hour. " * 3600 + "“Yes,” he said."
    start = time.perf_counter()
    count = len(sentence_spans(unclosed, "en"))
    seconds = time.perf_counter() - start
    print(f"unclosed quotation of {len(unclosed) // 1000} kB: {count} sentences in {seconds:.2f} s")
    print(f"  plain sentencex: {len(plain(unclosed, 'en'))} sentences")


if __name__ == "__main__":
    print_hard_set()
    print_speed()
