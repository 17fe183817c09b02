import json
import subprocess
import sys

from workbench.formats.tmx_export import tmx

PAIRS = [
    ("Hello <b>you</b> & me", "Hallo “du” & ich"),
    ("a\x01b\ud800c", "🙂\u2028"),
    ("", "left out"),
    ("same", "gleich"),
]
# In a process of its own: translate-toolkit is under the GPL and never imported here.
TOOLKIT = """
import json, sys
from translate.storage import tmx
store = tmx.tmxfile.parsefile(sys.argv[1])
print(json.dumps([[str(u.source), str(u.target)] for u in store.units]))
"""


def test_translate_toolkit_reads_every_unit(tmp_path):
    path = tmp_path / "pairs.tmx"
    path.write_bytes(tmx(("en", "de"), PAIRS))
    run = subprocess.run([sys.executable, "-c", TOOLKIT, path], capture_output=True, text=True, check=True)
    assert json.loads(run.stdout) == [
        ["Hello <b>you</b> & me", "Hallo “du” & ich"],
        ["a\ufffdb\ufffdc", "🙂\u2028"],
        ["same", "gleich"],
    ]


def test_two_texts_of_one_language_are_told_apart():
    data = tmx(("en", "en"), [("a", "b")]).decode()
    assert 'srclang="en"' in data
    assert 'xml:lang="en-x-reference"' in data
