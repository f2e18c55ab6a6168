"""Loading cases: strict, all problems at once, each with its place and its mend."""

import shutil

import pytest

from canvas.content.cases import (
    BUILT_IN,
    BrokenCase,
    case_slugs,
    cases_and_broken,
    load_case,
    load_cases,
    load_language,
)
from canvas.errors import ContentError, InputError


@pytest.fixture
def root(tmp_path):
    shutil.copytree(BUILT_IN / "boomer_games", tmp_path / "my_case")
    return tmp_path


def change(root, name, old, new):
    path = root / "my_case" / name
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def refused(root):
    with pytest.raises(ContentError) as caught:
        load_case("my_case", [root])
    return str(caught.value)


def test_the_built_in_cases_load():
    assert [case.slug for case in load_cases()] == list(case_slugs())
    assert "boomer_games" in case_slugs()


def test_an_unknown_case_names_the_nearest_one():
    with pytest.raises(InputError, match="'boomer_games'"):
        load_case("boomer_game")


def test_cases_are_found_in_several_folders(root):
    assert set(case_slugs([BUILT_IN, root])) == {*case_slugs(), "my_case"}
    assert load_case("my_case", [BUILT_IN, root]).slug == "my_case"


def test_a_broken_case_stands_beside_the_others_with_every_problem(root):
    change(root, "case.toml", "statement =", "statment =")
    whole, broken = cases_and_broken([BUILT_IN, root])
    assert whole == load_case("boomer_games")
    assert isinstance(broken, BrokenCase)
    assert broken.slug == "my_case"
    assert "did you mean 'statement'?" in str(broken.error)


def test_an_unknown_field_is_named_with_its_place_and_its_mend(root):
    change(root, "case.toml", "statement =", "statment =")
    assert "facts[0]: unknown field 'statment' — did you mean 'statement'?" in refused(root)


def test_a_wrong_wording_is_named_with_its_place(root):
    change(root, "case.toml", '"santa run"', '"(santa run"')
    assert "wordings" in refused(root)


def test_an_unknown_word_list_and_a_wrong_quote_are_told_together(root):
    change(root, "case.toml", '"santa run"', '"santa <nobody>"')
    change(root, "case.toml", 'quote = "200 players get a beta version"', 'quote = "300 players"')
    told = refused(root)
    assert "<nobody>" in told
    assert "“300 players” is not in the answer" in told


def test_a_missing_brief_and_a_wrong_answer_are_told_together(root):
    (root / "my_case" / "brief.md").unlink()
    change(root, "answers/complete.toml", "actionable = true", "practical = true")
    told = refused(root)
    assert "brief.md" in told
    assert "unknown criterion 'practical'" in told


def test_an_id_used_twice_is_refused(root):
    change(root, "case.toml", 'id = "team_dinner"', 'id = "clash_of_armies"')
    assert "'clash_of_armies' is used twice" in refused(root)


def test_every_activity_of_the_language_listens():
    assert all(activity.listens and activity.idea == "other" for activity in load_language().activities)
