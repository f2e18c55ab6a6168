"""Loading cases: strict, all problems at once, each with its place and its mend."""

import io
import os
import shutil
import zipfile

import pytest

from canvas.content.case_files import LARGEST, LONGEST_BRIEF
from canvas.content.case_folders import VARIABLE, case_folders
from canvas.content.case_zip import zipped
from canvas.content.cases import (
    BUILT_IN,
    BrokenCase,
    case_folder,
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
    *whole, broken = sorted(cases_and_broken([BUILT_IN, root]), key=lambda one: isinstance(one, BrokenCase))
    assert whole == list(load_cases())
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


def test_cases_of_the_folder_that_the_variable_names_stand_beside_the_built_in_ones(root, monkeypatch):
    monkeypatch.setenv(VARIABLE, str(root))
    assert load_case("my_case").slug == "my_case"
    assert {"my_case", "boomer_games"} <= set(case_slugs())
    assert not case_folder("my_case").built_in


def test_a_folder_with_the_name_of_a_built_in_case_is_broken_and_the_built_in_one_is_used(root):
    (root / "my_case").rename(root / "boomer_games")
    change_title = root / "boomer_games" / "case.toml"
    change_title.write_text(
        change_title.read_text(encoding="utf-8").replace('"Boomer Games"', '"Mine"', 1), "utf-8"
    )
    both = [one for one in cases_and_broken([BUILT_IN, root]) if one.slug == "boomer_games"]
    assert load_case("boomer_games", [BUILT_IN, root]).title == "Boomer Games"
    assert [type(one).__name__ for one in both] == ["Case", "BrokenCase"]
    assert "Rename this folder" in str(both[1].error)


def test_a_changed_file_is_read_anew(root):
    before = load_case("my_case", [root])
    assert load_case("my_case", [root]) is before
    change(root, "brief.md", "Nate", "Nathaniel")
    assert "Nathaniel" in load_case("my_case", [root]).brief


def test_a_problem_between_fields_has_its_line_too(root):
    change(root, "case.toml", 'covers = ["poll", ', 'covers = ["pol", ')
    text = (root / "my_case" / "case.toml").read_text(encoding="utf-8").splitlines()
    line = next(number for number, one in enumerate(text, 1) if '"pol"' in one)
    assert f"case.toml: line {line}, ideas[0].covers: covers the unknown activity 'pol'" in refused(root)


@pytest.mark.parametrize("slug", ["../my_case", "..", "/etc", "my_case/../my_case", "my_case\x00", ""])
def test_a_name_never_leads_out_of_the_folder(root, slug):
    with pytest.raises(InputError):
        load_case(slug, [root])


@pytest.mark.parametrize("name", ["My Case", "-x", "ünï", "a" * 41, "a.b", "<b>"])
def test_a_folder_with_another_name_than_a_case_may_have_is_broken(root, name):
    (root / "my_case").rename(root / name)
    (broken,) = cases_and_broken([root])
    assert isinstance(broken, BrokenCase)
    assert case_slugs([root]) == ()


def hostile(root, name, text):
    (root / "my_case" / name).write_text(text, encoding="utf-8")
    (broken,) = cases_and_broken([root])
    assert isinstance(broken, BrokenCase)
    return str(broken.error)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("x = " + "[" * 50_000, "too deep"),
        ("x = " + "{a=" * 20_000, "too deep"),
        ("minutes = " + "9" * 5_000, "too long"),
        ("# " + "x" * LARGEST, "bytes"),
        ("title = 'a'\ntitle = 'b'", "TOML"),
        ("\x00", "TOML"),
        ("a." * 500 + "a = 1", "unknown field"),
    ],
    ids=["lists", "tables", "number", "size", "twice", "zero", "dots"],
)
def test_a_hostile_declaration_breaks_only_its_own_case(root, text, told):
    assert told in hostile(root, "case.toml", text)
    assert told in hostile(root, "answers/complete.toml", text)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Hello\n\n![x](https://tracker.example/x.png)", "line 3, this is a picture"),
        ("<script>alert(1)</script>", "this is HTML"),
        ("Hello <img src=x onerror=alert(1)>", "this is HTML"),
        ("[a](javascript:alert(1))", "no web address"),
        ("[a]( JaVaScript:alert(1))", "no web address"),
        ("[a](data:text/html,x)", "no web address"),
        ("[a]\n\n[a]: javascript:alert(1)", "a link in two parts"),
        ("\u202eturned around", "invisible"),
        ("[" * 1000, "square brackets"),
        ("x" * (LONGEST_BRIEF + 1), "characters"),
        ("  \n", "empty"),
    ],
)
def test_a_brief_that_is_more_than_a_story_is_refused(root, text, told):
    assert told in hostile(root, "brief.md", text)


def test_every_text_that_a_page_shows_is_looked_at(root):
    change(root, "case.toml", 'hint = "Write each', 'hint = "![x](https://x.example) Write each')
    assert "criteria[0].hint: this is a picture" in refused(root)


def test_a_link_to_a_file_outside_is_not_followed(root, tmp_path_factory):
    secret = tmp_path_factory.mktemp("outside") / "secret.md"
    secret.write_text("the secret", encoding="utf-8")
    brief = root / "my_case" / "brief.md"
    brief.unlink()
    try:
        brief.symlink_to(secret)
    except OSError:
        pytest.skip("this system makes no links")
    told = refused(root)
    assert "brief.md: The file lies outside" in told
    assert "secret" not in told


def test_a_linked_folder_and_a_linked_folder_of_answers_are_refused(root, tmp_path_factory):
    outside = tmp_path_factory.mktemp("outside") / "other"
    shutil.move(root / "my_case" / "answers", outside)
    try:
        (root / "my_case" / "answers").symlink_to(outside, target_is_directory=True)
    except OSError:
        pytest.skip("this system makes no links")
    assert "lies outside" in refused(root)
    shutil.move(root / "my_case", outside / "whole")
    (root / "my_case").symlink_to(outside / "whole", target_is_directory=True)
    (broken,) = cases_and_broken([root])
    assert "is a link to another place" in str(broken.error)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes")
def test_a_pipe_in_place_of_a_file_does_not_hold_the_page(root):
    (root / "my_case" / "brief.md").unlink()
    os.mkfifo(root / "my_case" / "brief.md")
    assert "no plain file" in refused(root)


@pytest.mark.parametrize(
    "wording",
    ["(" * 500, "a? " * 500, "<0-12> " * 50, "<0-99> x", "x <12-0> y", "a" * 10 + "<people", "(|||)", "\\d+"],
)
def test_a_wording_that_no_pattern_can_be_is_refused(root, wording):
    change(root, "case.toml", '"santa run"', f"'{wording}'")
    assert "facts[3].wordings[0]" in refused(root)


def test_a_wording_of_endless_length_is_refused(root):
    change(root, "case.toml", '"santa run"', f'"{"a? " * 20_000}santa"')
    assert "facts[3].wordings[0]: has 60005 signs; 1000 are allowed" in refused(root)


def test_own_word_lists_are_known_to_wordings_and_hold_only_words(root):
    change(root, "case.toml", "[[criteria]]", '[words]\nride = ["bus", "night bus"]\n\n[[criteria]]')
    change(root, "case.toml", '"santa run"', '"santa <ride>"')
    assert load_case("my_case", [root]).words == {"ride": ("bus", "night bus")}
    change(root, "case.toml", '"night bus"', '"(night"')
    assert "words.ride: “(night” is no word" in refused(root)


def test_the_zip_has_the_same_bytes_each_time_and_only_the_files_of_the_case(root):
    (root / "my_case" / ".secret").write_text("x", encoding="utf-8")
    (root / "my_case" / "answers" / "notes.txt").write_text("x", encoding="utf-8")
    (folder,) = case_folders([root])
    first = zipped(folder)
    os.utime(root / "my_case" / "brief.md", (1, 1))
    assert zipped(folder) == first
    names = zipfile.ZipFile(io.BytesIO(first)).namelist()
    assert names[:2] == ["my_case/case.toml", "my_case/brief.md"]
    assert all(name.startswith("my_case/answers/") and name.endswith(".toml") for name in names[2:])


def test_an_unpacked_zip_is_the_same_case(root, tmp_path_factory):
    other = tmp_path_factory.mktemp("other")
    zipfile.ZipFile(io.BytesIO(zipped(case_folders([root])[0]))).extractall(other)
    assert load_case("my_case", [other]) == load_case("my_case", [root])


def test_a_broken_case_is_not_handed_on(root):
    (root / "my_case" / "brief.md").unlink()
    with pytest.raises(ContentError):
        zipped(case_folders([root])[0])
