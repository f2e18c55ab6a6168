"""What `canvas review` reads from a disk and where it may write."""

import os

import pytest

from canvas.cli.review_files import check_out, sources_of
from canvas.errors import InputError

LINKS = pytest.mark.skipif(os.name == "nt", reason="links need rights there")


@pytest.fixture(name="folder")
def _folder(tmp_path):
    folder = tmp_path / "class"
    folder.mkdir()
    (folder / "anna.md").write_text("We call every customer.", encoding="utf-8")
    return folder


@LINKS
def test_links_that_lead_out_of_the_folder_are_not_followed(folder, tmp_path):
    (tmp_path / "mine.txt").write_text("a file of yours", encoding="utf-8")
    (folder / "ben.txt").symlink_to(tmp_path / "mine.txt")
    (folder / "again.md").symlink_to(folder / "anna.md")
    (folder / "self").symlink_to(folder)
    (folder / "circle.md").symlink_to(folder / "circle.md")
    (folder / "broken.md").symlink_to(folder / "nowhere")
    assert [name for name, _ in sources_of(folder, tmp_path / "out")] == ["again.md", "anna.md"]


@LINKS
def test_what_is_no_plain_file_is_passed_over(folder, tmp_path):
    os.mkfifo(folder / "pipe")
    assert [name for name, _ in sources_of(folder, tmp_path / "out")] == ["anna.md"]


@pytest.mark.parametrize("name", ["x" * 400, "nowhere"])
def test_a_batch_that_is_not_there_is_told(tmp_path, name):
    with pytest.raises(InputError):
        sources_of(tmp_path / name, tmp_path / "out")


def test_results_never_stand_among_the_submissions(folder):
    with pytest.raises(InputError, match="among the submissions"):
        check_out(folder, folder, None, None)
    check_out(folder / "out", folder, None, None)


@pytest.mark.parametrize("name", ["batch.json", "feedback.zip", "overview.csv", "grades.csv"])
def test_a_result_never_overwrites_what_was_given(tmp_path, name):
    given = tmp_path / name
    given.write_bytes(b"mine")
    sheet = given if name == "grades.csv" else None
    with pytest.raises(InputError, match="would overwrite"):
        check_out(tmp_path, given, sheet, None)
    with pytest.raises(InputError, match="would overwrite"):
        check_out(tmp_path, tmp_path / "class.zip", sheet, given)
    check_out(tmp_path / "out", given, sheet, None)


@pytest.mark.parametrize("name", ["batch.json", "feedback.zip", "overview.csv"])
def test_a_sheet_named_like_a_result_would_be_lost(tmp_path, name):
    with pytest.raises(InputError, match="same name as the sheet"):
        check_out(tmp_path / "out", tmp_path / "class.zip", tmp_path / name, None)


@LINKS
def test_a_file_or_a_circle_of_links_is_no_place_for_results(tmp_path):
    (tmp_path / "taken").write_bytes(b"")
    (tmp_path / "circle").symlink_to(tmp_path / "circle")
    for name in ("taken", "circle"):
        with pytest.raises(InputError, match="no folder"):
            check_out(tmp_path / name, tmp_path / "class.zip", None, None)


@pytest.mark.parametrize("name", ["x" * 400, "new", "new/below"])
def test_a_place_that_is_not_there_yet_is_looked_at_when_it_is_written(tmp_path, name):
    check_out(tmp_path / name, tmp_path / "class.zip", None, None)
