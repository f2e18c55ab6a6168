"""Cases of one's own beside the built-in ones: played, looked into, taken home; a broken one bars nothing."""

import io
import shutil
import zipfile
from pathlib import Path

import pytest

from canvas.content.case_folders import VARIABLE

pytestmark = pytest.mark.browser
FIXTURES = Path(__file__).parent.parent / "fixtures" / "cases"
ANSWER = "Jonas asked nobody before the disco. The next plan should first run as a trial week. Also hold a survey."


@pytest.fixture
def cases(tmp_path_factory, monkeypatch):
    """A folder with a good case, a broken one, one with an impossible name, and one that a built-in case bars."""
    folder = tmp_path_factory.mktemp("cases")
    for name in ("town-pool", "broken", "Bad <b>Name", "boomer_games"):
        shutil.copytree(FIXTURES / "town-pool", folder / name)
    (folder / "broken" / "brief.md").write_text("<script>alert(1)</script>", encoding="utf-8")
    monkeypatch.setenv(VARIABLE, str(folder))
    return folder


def test_an_instructor_tries_a_case_and_takes_it_home(cases, owner):
    owner.page.set_viewport_size({"width": 390, "height": 844})
    owner.open("cases")
    assert owner.exceptions() == []
    assert owner.page.get_by_text("Cannot be played yet").count() == 3
    assert owner.accessibility() == []
    owner.go("Town Pool")
    owner.tick("For instructors")
    owner.fill("An answer to try out (it is not kept)", ANSWER)
    owner.press("Judge this answer")
    assert owner.page.get_by_text("You propose two activities that really differ.").count() > 0
    assert owner.accessibility() == []
    assert not owner.scrolls_sideways()
    owner.press("Its own answers", role="tab")
    assert owner.page.get_by_text("2 of 2 answers").count() == 1
    owner.press("Download", role="tab")
    with owner.page.expect_download() as waiting:
        owner.page.get_by_role("button", name="Download the case").click()
    names = zipfile.ZipFile(io.BytesIO(Path(waiting.value.path()).read_bytes())).namelist()
    assert "town-pool/case.toml" in names
    owner.open("cases?case=town-pool")
    assert owner.page.get_by_text(ANSWER).count() == 0
    assert owner.exceptions() == []


def test_a_saved_change_shows_after_a_reload(cases, owner):
    owner.open("cases?case=town-pool")
    brief = cases / "town-pool" / "brief.md"
    brief.write_text(brief.read_text(encoding="utf-8").replace("Jonas runs", "Olga runs"), encoding="utf-8")
    owner.open("cases?case=town-pool")
    assert owner.page.get_by_text("Olga runs").count() > 0
    brief.unlink()
    owner.open("cases?case=town-pool")
    assert owner.page.get_by_text("The file is missing").count() > 0
    assert owner.page.get_by_text("Something went wrong").count() == 0
