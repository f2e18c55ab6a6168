"""The command `cases` as an author calls it: list, begin, check."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from canvas.content.case_folders import VARIABLE

ROOT = Path(__file__).parent.parent.parent


def run(*arguments, cases=None):
    environment = {name: value for name, value in os.environ.items() if name != VARIABLE}
    if cases is not None:
        environment[VARIABLE] = str(cases)
    return subprocess.run(
        [sys.executable, "-m", "canvas", "cases", *map(str, arguments)],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


def change(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


@pytest.fixture
def made(tmp_path):
    """A new case, as the command writes it."""
    assert run("new", "city-bus", "--into", tmp_path).returncode == 0
    return tmp_path / "city-bus"


def test_a_new_case_passes_its_check_at_once_and_carries_its_name(made):
    done = run("check", made)
    assert done.returncode == 0, done.stdout
    assert "✓ city-bus  City bus: 3 of 3" in done.stdout
    assert (made / "brief.md").is_file()


def test_a_new_case_is_commented(made):
    assert (made / "case.toml").read_text(encoding="utf-8").count("\n# ") >= 8


def test_without_a_folder_a_new_case_goes_to_the_one_the_program_reads(tmp_path):
    assert run("new", "city-bus", cases=tmp_path).returncode == 0
    assert "City bus" in run(cases=tmp_path).stdout


@pytest.mark.parametrize("slug", ["City Bus", "../bus", "bus/../../x", "", "a" * 41, "boomer_games", "."])
def test_a_name_that_cannot_be_or_is_taken_is_refused_in_one_line(tmp_path, slug):
    done = run("new", slug, "--into", tmp_path / "inside")
    assert done.returncode == 2
    assert len(done.stderr.strip().splitlines()) == 1
    assert list(tmp_path.rglob("*.toml")) == []


def test_what_is_there_is_never_written_over(made):
    change(made / "brief.md", "Marta", "Olga")
    assert run("new", "city-bus", "--into", made.parent).returncode == 2
    assert "Olga" in (made / "brief.md").read_text(encoding="utf-8")


def test_every_problem_is_told_at_once_with_line_field_and_mend(made):
    change(made / "case.toml", 'statement = "Marta', 'statment = "Marta')
    change(made / "case.toml", '"tuesday"', '"(tuesday"')
    change(made / "answers/weak.toml", "listens = false", "hears = false")
    done = run("check", made)
    assert done.returncode == 2
    line = (
        (made / "case.toml")
        .read_text(encoding="utf-8")
        .splitlines()
        .index('statment = "Marta bought a popcorn machine from the money."')
    )
    assert f"line {line + 1}, facts[1]: unknown field 'statment' — did you mean 'statement'?" in done.stdout
    assert "facts[0].wordings[0]" in done.stdout
    change(made / "case.toml", 'statment = "Marta', 'statement = "Marta')
    change(made / "case.toml", '"(tuesday"', '"tuesday"')
    told = run("check", made).stdout
    assert "weak.toml" in told
    assert "unknown criterion 'hears'. Known: two_activities, listens" in told
    assert "the criterion 'listens' is missing" in told


def test_a_wrong_verdict_says_what_was_seen_and_what_to_add(made):
    change(made / "answers/strong.toml", "invite eight regulars to a round table", "bake eight cakes")
    done = run("check", made)
    assert done.returncode == 2
    assert "strong.toml: two_activities: declared true, the engine says false." in done.stdout
    assert "survey (listens) “survey”" in done.stdout
    assert "Nothing new is counted in: “Because Marta closed" in done.stdout


def test_a_fact_that_the_brief_does_not_tell_is_named(made):
    change(made / "brief.md", "popcorn machine", "big screen")
    change(made / "brief.md", "likes popcorn", "likes it")
    assert "facts[1]: no wording of 'popcorn_machine' is found in brief.md" in run("check", made).stdout


def test_a_folder_of_cases_is_checked_as_a_whole(made):
    run("new", "museum", "--into", made.parent)
    (made / "brief.md").unlink()
    done = run("check", made.parent)
    assert done.returncode == 2
    assert "✗ city-bus" in done.stdout
    assert "✓ museum" in done.stdout
    assert "1 of 2 cases have to be mended." in done.stdout


def test_an_unknown_name_and_an_empty_folder_are_wrong_input(tmp_path):
    for what in ("bomer_games", tmp_path):
        done = run("check", what)
        assert done.returncode == 2
        assert len(done.stderr.strip().splitlines()) == 1


def test_the_list_shows_kind_and_place_and_broken_ones_with_their_reason(made):
    (made / "brief.md").unlink()
    (made.parent / "boomer_games").mkdir()
    (made.parent / "boomer_games" / "case.toml").write_text("", encoding="utf-8")
    done = run(cases=made.parent)
    assert done.returncode == 0
    assert "Boomer Games (answer, 4 steps, built-in)" in done.stdout
    assert "city-bus  broken" in done.stdout
    assert "brief.md: The file is missing." in done.stdout
    assert "There is a built-in case with this name already" in done.stdout


def test_a_folder_that_does_not_exist_is_told_and_stops_nothing(tmp_path):
    done = run(cases=tmp_path / "nowhere")
    assert done.returncode == 0
    assert "This is no folder." in done.stdout
    assert "Boomer Games" in done.stdout
