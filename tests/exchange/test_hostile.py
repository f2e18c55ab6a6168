"""Hostile files: refused in plain words or read as text, without a crash, the network, or a file anywhere."""

import socket
from functools import cache

import pytest

from canvas.errors import InputError
from canvas.exchange.incoming.intake import read_file
from tests.exchange import hostile
from tests.patience import within

SECONDS = 30
"""Each takes two at most; the bound only ends what would not end by itself."""


@pytest.fixture
def alone(monkeypatch, tmp_path):
    """No network, and a folder of one's own in which nothing may appear."""

    def refused(*_):
        raise AssertionError("something asked the network")

    monkeypatch.setattr(socket.socket, "connect", refused)
    monkeypatch.chdir(tmp_path)
    yield
    assert list(tmp_path.iterdir()) == []


@cache
def archives():
    """Each hostile archive by what it is, built once."""
    return {what: (name, data) for what, name, data in hostile.archives()}


def opened(name, data):
    """What became of a file: how it was read, or why it was refused."""
    try:
        return read_file(name, data), None
    except InputError as error:
        return None, error


@pytest.mark.parametrize("group", [hostile.archives, hostile.word_files, hostile.pdfs, hostile.texts])
@pytest.mark.usefixtures("alone")
def test_hostile_files_are_refused_in_plain_words_or_read(group):
    for what, name, data in group():
        with within(SECONDS):
            taken, refused = opened(name, data)
        if refused is not None:
            assert refused.mend, what
            assert "\n" not in str(refused), what
        else:
            assert taken.workbook is None, what
            assert "root:" not in taken.whole, what
            assert not {"\x07", "\x1b"} & set(taken.whole), what


@pytest.mark.parametrize(("what", "says"), [("flat bomb", "larger than 20 MB"), ("overlapping entries", "larger"),
    ("too many entries", "more than 2,000 files"), ("slip up", "somewhere else"), ("link", "a link"),
    ("protected entry", "password"), ("protected Word file", "password"), ("old Word file", "old Word file"),
    ("macros", "macros"), ("truncated", "damaged"), ("nested archive", "another archive")])  # fmt: skip
def test_what_is_wrong_with_an_archive_is_named(what, says):
    name, data = archives()[what]
    with pytest.raises(InputError, match=says):
        read_file(name, data)


def test_there_are_many_of_them():
    assert len(archives()) + sum(1 for _ in hostile.word_files()) >= 30
