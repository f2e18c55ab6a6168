"""The command line of the checker: reports, JSON, JSON lines, and one clear line for wrong input."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
GOOD = (
    "Each hotel has one contact, Mara, who visits every spring. Tourists unlock a bicycle alone in the app. "
    "Two weeks after a purchase our mechanics call every owner and tighten the brakes."
)
WEAK = "Our staff advise every visitor in the shop with a smile and a cup of tea."


def run(*arguments, given=""):
    return subprocess.run(
        [sys.executable, "-m", "canvas", *map(str, arguments)],
        cwd=ROOT,
        input=given.encode() if isinstance(given, str) else given,
        capture_output=True,
        check=False,
    )


def test_a_text_without_mistakes_ends_with_0_and_begins_with_what_works():
    done = run("check", "-", given=GOOD)
    assert done.returncode == 0
    assert done.stdout.decode().startswith("What works")


def test_a_flagged_text_ends_with_1_and_asks(tmp_path):
    file = tmp_path / "section.md"
    file.write_text(WEAK, encoding="utf-8")
    done = run("check", file)
    assert done.returncode == 1
    assert "What does a customer get from you one week after paying?" in done.stdout.decode()


def test_json_has_the_fixed_shape_and_exact_quotes():
    found = json.loads(run("check", "--json", "-", given=WEAK).stdout)
    assert found["text"] == WEAK
    assert list(found["findings"]) == ["no_after_sales", "one_type_for_all", "channel_confusion", "too_general"]
    assert found["findings"]["no_after_sales"]["missing"]
    assert set(found["types"][0]) == {"type", "quote", "start", "end", "sure"}
    assert all(WEAK[item["start"] : item["end"]] == item["quote"] for item in found["types"])


def test_of_several_files_a_bad_one_is_named_and_the_others_are_checked(tmp_path):
    empty, good = tmp_path / "empty.md", tmp_path / "good.md"
    empty.write_text("", encoding="utf-8")
    good.write_text(GOOD, encoding="utf-8")
    done = run("check", empty, good)
    assert done.returncode == 2
    assert "empty.md: this is empty" in done.stderr.decode()
    assert done.stdout.decode().startswith(str(good))
    lines = run("check", "--json", empty, good).stdout.decode().splitlines()
    bad, right = map(json.loads, lines)
    assert list(bad) == ["file", "error"]
    assert [one["file"] for one in (bad, right)] == [str(empty), str(good)]
    assert right["text"] == GOOD


def test_of_one_file_json_says_an_error_as_of_several_and_needs_no_name(tmp_path):
    empty, good = tmp_path / "empty.md", tmp_path / "good.md"
    empty.write_text("", encoding="utf-8")
    good.write_text(GOOD, encoding="utf-8")
    done = run("check", "--json", empty)
    assert done.returncode == 2
    assert list(json.loads(done.stdout)) == ["error"]
    assert done.stderr.decode().strip() == f"canvas: {json.loads(done.stdout)['error']}"
    assert "file" not in json.loads(run("check", "--json", good).stdout)


def test_html_is_read_as_its_words(tmp_path):
    file = tmp_path / "section.html"
    file.write_text("<h1>Plan</h1><script>no()</script><ul><li>User forum for riders</li></ul>", encoding="utf-8")
    found = json.loads(run("check", "--json", file).stdout)
    assert found["text"] == "# Plan\n- User forum for riders\n"
    assert [item["type"] for item in found["types"]] == ["communities"]


def test_a_bad_line_is_answered_and_the_run_goes_on(tmp_path):
    lines = [json.dumps({"id": "a", "text": WEAK}), "{broken", '{"id": "c"}', "[1]", '{"id": "e", "text": "word"}']
    done = run("check", "--jsonl", "-", given="\n".join(lines))
    answers = [json.loads(line) for line in done.stdout.decode().splitlines()]
    assert [answer["id"] for answer in answers] == ["a", None, "c", None, "e"]
    assert ["error" in answer for answer in answers] == [False, True, True, True, False]
    assert answers[4]["findings"]["too_general"] == {
        "verdict": "skipped",
        "quotes": [],
        "why": "one word is not enough to judge",
    }
    assert done.returncode == 2


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("missing.md", None, "no such file"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n\x00\xff", "not plain text"),
        ("zero.txt", b"abc\x00def", "binary"),
        ("plan.docx", b"PK", "not a Word file"),
        ("long.txt", b"a" * 100_001, "longer than"),
        ("huge.txt", b"a" * 500_000, "longer than"),
    ],
)
def test_what_cannot_be_read_ends_with_one_clear_line_and_2(tmp_path, name, content, says):
    file = tmp_path / name
    if content is not None:
        file.write_bytes(content)
    done = run("check", file)
    message = done.stderr.decode()
    assert done.returncode == 2
    assert says in message
    assert name in message
    assert len(message.splitlines()) == 1


@pytest.mark.parametrize("content", [b"", b"\xef\xbb\xbf", b" \r\n\t\n"])
@pytest.mark.parametrize("name", ["plan.md", "plan.html", "-"])
def test_a_file_or_a_pipe_without_a_sign_ends_with_one_clear_line_and_2(tmp_path, name, content):
    file = tmp_path / name
    file.write_bytes(content)
    done = run("check", "-", given=content) if name == "-" else run("check", file)
    assert (done.returncode, done.stdout) == (2, b"")
    (line,) = done.stderr.decode().splitlines()
    assert f"{'standard input' if name == '-' else file}: this is empty." in line


@pytest.mark.skipif(not Path(os.devnull).exists(), reason="this computer has no such device")
def test_a_device_that_gives_nothing_is_empty_too():
    done = run("check", os.devnull)
    assert done.returncode == 2
    assert "this is empty." in done.stderr.decode()


def test_nothing_to_check_is_said():
    assert run("check").returncode == 2


def test_rules_show_which_rule_fires_where_and_why():
    shown = run("rules", "--text", "Riders talk in our user forum. We do not believe in chatbots.").stdout.decode()
    assert "'user forum'" in shown
    assert "communities" in shown
    assert "not counted: negated" in shown


def test_rules_read_the_text_of_a_file_or_of_a_pipe(tmp_path):
    file = tmp_path / "plan.html"
    file.write_text("<p>Riders talk in our user forum.</p>", encoding="utf-8")
    for done in (run("rules", "--read", file), run("rules", "--read", "-", given=file.read_bytes()[3:-4])):
        assert done.returncode == 0
        assert "'user forum'" in done.stdout.decode()
        assert "communities" in done.stdout.decode()


def test_the_help_of_rules_names_a_file_that_there_is():
    (name,) = re.findall(r"\w+\.toml", run("rules", "--help").stdout.decode())
    assert run("rules", "--file", name).returncode == 0


def test_checks_are_listed_with_their_lesson():
    shown = run("checks").stdout.decode()
    assert shown.count("Weak:") == 4


def test_accuracy_prints_the_table_and_the_wrong_verdicts(tmp_path):
    file = tmp_path / "labelled.jsonl"
    file.write_text(json.dumps({"id": "x1", "text": WEAK, "types": ["communities"]}) + "\n", encoding="utf-8")
    done = run("accuracy", file, "--errors")
    assert done.returncode == 0
    assert "communities: missed" in done.stdout.decode()


def test_rules_show_what_silences_a_rule():
    text = "Riders talk in our forum. A doctor recommends from your history, and we see your reading history."
    shown = run("rules", "--text", text, "--file", "automated_recommendations.toml").stdout.decode()
    assert "not counted: silenced by 'doctor recommends'" in shown
    assert "'reading history'\n" in shown
    assert "forum" not in shown


def test_rules_show_where_a_rule_is_not_believed_and_what_is_found_without_one():
    bank, editor = "what we earn goes to the food bank.", "Doctoral students keep the editor they started with."
    shown = run("rules", "--text", f"Five percent of {bank} {editor}").stdout.decode()
    assert "(not counted: unlikely" in shown
    assert "free wording → dedicated_personal_assistance, probable" in shown


def test_notes_on_the_language_are_an_added_key_and_change_no_exit_status(tmp_path):
    file = tmp_path / "text.md"
    file.write_text(
        "Our staff ALWAYS advise each guest at the bar of the boat, and sailors swap charts in our club forum. "
        "Two weeks after the trip we call and ask what to mend.",
        encoding="utf-8",
    )
    shown = run("check", file)
    assert shown.returncode == 0
    assert "not counted: “ALWAYS” looks like shouting" in shown.stdout.decode()
    (note,) = json.loads(run("check", file, "--json").stdout)["notes"]
    assert note["kind"] == "shouting"
    assert note["quotes"][0]["quote"] == "ALWAYS"


def test_rules_list_what_no_example_tries():
    shown = run("rules", "--file", "hints.toml", "--untried").stdout.decode()
    assert "personal-care-named" in shown
    assert "individualized" in shown


@pytest.mark.parametrize("kind", ["docx", "pdf", "html", "md"])
def test_an_export_of_any_format_is_checked(tmp_path, kind):
    file = ROOT / "tests" / "fixtures" / "exports" / f"schema_1.{kind}"
    done = run("check", "--json", file)
    found = json.loads(done.stdout)
    assert found["text"].startswith("This is what The Seventh Chair offers")
    assert "Before:" not in found["text"]
    assert all(found["text"][item["start"] : item["end"]] == item["quote"] for item in found["types"])


def test_only_the_section_of_a_longer_plan_is_checked_and_that_is_said(tmp_path):
    file = tmp_path / "plan.md"
    file.write_text(f"# Channels\n\nA shop.\n\n# Customer Relationships\n\n{WEAK}\n\n# Costs\n\nRent.\n", "utf-8")
    done = run("check", "--json", file)
    assert json.loads(done.stdout)["text"] == WEAK + "\n"
    assert "Only the section “Customer Relationships” is checked." in done.stderr.decode()
