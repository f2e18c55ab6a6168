"""Files of a disk: bounded when they are read, and one clear line whenever something fails."""

import os

import pytest

from canvas.cli.disk import bytes_of, is_folder, same_file, write
from canvas.errors import InputError

LINKS = pytest.mark.skipif(os.name == "nt", reason="links need rights there")


def test_bytes_come_back_as_they_were_written(tmp_path):
    write(tmp_path / "a.bin", b"\0\xff")
    assert bytes_of(tmp_path / "a.bin", 2) == b"\0\xff"


def test_more_than_allowed_is_refused(tmp_path):
    write(tmp_path / "a.bin", bytes(3_000_001))
    with pytest.raises(InputError, match="larger than 3 MB"):
        bytes_of(tmp_path / "a.bin", 3_000_000)


@pytest.mark.skipif(not os.path.exists("/dev/zero"), reason="this system has no such device")  # noqa: PTH110
def test_a_device_without_an_end_is_refused():
    from pathlib import Path

    with pytest.raises(InputError, match="larger than 1 MB"):
        bytes_of(Path("/dev/zero"), 1_000_000)


@pytest.mark.parametrize(
    ("name", "says"), [("", "folder"), ("none", "no such file"), ("x" * 400, "cannot be read")]
)
def test_what_cannot_be_read_is_told(tmp_path, name, says):
    with pytest.raises(InputError, match=says) as told:
        bytes_of(tmp_path / name, 10)
    assert told.value.mend


@pytest.mark.parametrize("name", ["", "none/a", "x" * 400, "a\0b"])
def test_what_cannot_be_written_is_told(tmp_path, name):
    with pytest.raises(InputError, match="cannot be written"):
        write(tmp_path / name, b"x")


@LINKS
def test_one_file_is_known_through_a_link_and_a_circle_of_links_is_no_file(tmp_path):
    write(tmp_path / "plan", b"x")
    (tmp_path / "link").symlink_to(tmp_path / "plan")
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    assert same_file(tmp_path / "link", tmp_path / "plan")
    assert not same_file(tmp_path / "circle", tmp_path / "plan")
    with pytest.raises(InputError):
        bytes_of(tmp_path / "circle", 10)


def test_a_name_that_no_file_can_have_is_no_folder(tmp_path):
    assert is_folder(tmp_path)
    assert not is_folder(tmp_path / ("x" * 400))
    assert not is_folder(tmp_path / "a\0b")
