import os
import socket
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from workbench.errors import WorkbenchError
from workbench.formats import replace_file


def test_a_file_is_replaced_and_keeps_its_permissions(tmp_path):
    path = tmp_path / "good.po"
    path.write_bytes(b"old")
    path.chmod(0o640)
    replace_file(path, b"new")
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_a_link_keeps_pointing_where_it_did(tmp_path):
    (tmp_path / "real").mkdir()
    target = tmp_path / "real" / "file.txt"
    target.write_bytes(b"old")
    link = tmp_path / "link.txt"
    link.symlink_to(target)
    replace_file(link, b"new")
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


@pytest.mark.parametrize("name", ["", "missing/file.txt", "x" * 300, "a\0b", "here.txt/file.txt"])
def test_what_cannot_be_written_is_said(tmp_path, name):
    (tmp_path / "here.txt").write_bytes(b"here")
    with pytest.raises(WorkbenchError, match=r"cannot be written|is a folder") as refused:
        replace_file(tmp_path / name, b"data")
    assert "What was there before" not in str(refused.value)
    assert [path.name for path in tmp_path.iterdir()] == ["here.txt"]
    assert (tmp_path / "here.txt").read_bytes() == b"here"


def test_a_name_as_long_as_the_system_allows_is_written(tmp_path):
    path = tmp_path / ("가" * 85)
    replace_file(path, b"data")
    assert path.read_bytes() == b"data"


def test_a_pipe_is_written_to_and_stays(tmp_path):
    path = tmp_path / "pipe"
    os.mkfifo(path)
    with subprocess.Popen(["cat", path], stdout=subprocess.PIPE) as reader:
        replace_file(path, b"data" * 1_000)
        assert reader.communicate()[0] == b"data" * 1_000
    assert stat.S_ISFIFO(path.stat().st_mode)


@pytest.mark.parametrize("name", ["/dev/stdout", "/dev/fd/1", "/dev/null"])
def test_a_device_is_written_to_and_stays(name):
    code = "import sys; from pathlib import Path; from workbench.formats import replace_file; "
    code += "replace_file(Path(sys.argv[1]), b'data')"
    before = os.lstat(name)
    run = subprocess.run([sys.executable, "-c", code, name], capture_output=True, check=True)
    assert run.stdout == (b"" if name == "/dev/null" else b"data")
    assert (os.lstat(name).st_ino, os.lstat(name).st_mode) == (before.st_ino, before.st_mode)


def test_a_socket_is_refused_and_stays(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket")
        with pytest.raises(WorkbenchError, match="is a device"):
            replace_file(tmp_path / "socket", b"data")
    assert stat.S_ISSOCK((tmp_path / "socket").stat().st_mode)


FULL = """
import resource, signal, sys
from pathlib import Path
from workbench.errors import WorkbenchError
from workbench.formats import replace_file
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[2]), resource.RLIM_INFINITY))
try:
    replace_file(Path(sys.argv[1]), b"new" * 10_000)
except WorkbenchError as error:
    print(error)
    sys.exit(2)
"""


@pytest.mark.parametrize("room", [0, 1, 4096, 29_999])
def test_on_a_full_disk_the_good_file_stays(tmp_path, room):
    path = tmp_path / "good.po"
    path.write_bytes(b"good" * 10_000)
    run = subprocess.run(
        [sys.executable, "-c", FULL, str(path), str(room)], capture_output=True, text=True, check=False
    )
    assert run.returncode == 2, run.stderr
    assert "What was there before is unchanged" in run.stdout
    assert path.read_bytes() == b"good" * 10_000
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_without_permission_is_said(tmp_path):
    code = (
        "import os, sys\nfrom pathlib import Path\nfrom workbench.errors import WorkbenchError\n"
        "from workbench.formats import replace_file\n"
        "if os.getuid() == 0: os.setuid(65534)\n"
        "try: replace_file(Path(sys.argv[1]), b'x')\nexcept WorkbenchError as e: print(e); sys.exit(2)"
    )
    for folder in (tmp_path, *tmp_path.parents):
        if folder.stat().st_uid == os.getuid() and folder != Path("/tmp"):  # noqa: S108 -- the parents pytest made
            folder.chmod(0o755)
    run = subprocess.run(
        [sys.executable, "-c", code, str(tmp_path / "x.po")], capture_output=True, text=True, check=False
    )
    assert run.returncode == 2, run.stderr
    assert "cannot be written" in run.stdout
