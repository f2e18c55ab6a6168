"""The table of wording belongs to the bench that lies beside it, and a damaged one is named."""

import pytest

from canvas.content.wording import FOLDER, load_wording
from canvas.errors import ContentError
from tests.bench.bench_files import hash_of_bench


def test_the_table_was_made_from_the_bench_as_it_stands():
    assert load_wording().made_from == hash_of_bench(), "build it again: tests/bench/build_wording.py"


@pytest.mark.parametrize("damaged", ["table.json", "sums.bin", "filters.bin", "pieces.txt"])
def test_a_damaged_or_missing_file_is_a_content_error_with_a_mend(tmp_path, damaged):
    for path in FOLDER.iterdir():
        if path.is_file() and path.name != damaged:
            (tmp_path / path.name).write_bytes(path.read_bytes())
    with pytest.raises(ContentError, match="Build it again"):
        load_wording(tmp_path)
    (tmp_path / damaged).write_bytes(b"\xff not it")
    with pytest.raises(ContentError, match="Build it again"):
        load_wording(tmp_path)
