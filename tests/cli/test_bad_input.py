"""Bad input ends with one clear line on standard error and exit status 2, never with a traceback."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent.parent
LONG = "x" * 300
VAGUE = '{"id": "v1", "text": "We offer the best service.", "vague": true}\n'


def run(*arguments: str, stdin: str = "", cases: str | None = None) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "canvas", *arguments],
        cwd=ROOT,
        env=os.environ if cases is None else {**os.environ, "CANVAS_CASES": cases},
        input=stdin,
        capture_output=True,
        text=True,
        encoding="utf-8",
    )


@pytest.fixture
def files(tmp_path):
    (tmp_path / "binary.txt").write_bytes(bytes(range(256)) * 8)
    (tmp_path / "picture.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(64))
    (tmp_path / "wrong.json").write_text('{"venture": ', encoding="utf-8")
    (tmp_path / "other.json").write_text('{"a": 1}', encoding="utf-8")
    (tmp_path / "list.json").write_text("[1, 2]", encoding="utf-8")
    (tmp_path / "newer.json").write_text('{"schema_number": 99}', encoding="utf-8")
    (tmp_path / "long_number.json").write_text('{"venture": ' + "9" * 5_000 + "}", encoding="utf-8")
    (tmp_path / "plan.json").write_text('{"venture": {"name": "Harbour Bikes"}}', encoding="utf-8")
    (tmp_path / "answer.txt").write_text("A focus group of ten loyal players.", encoding="utf-8")
    (tmp_path / "empty.md").write_text(" \n", encoding="utf-8")
    (tmp_path / "vague.jsonl").write_text(VAGUE, encoding="utf-8")
    (tmp_path / "labelled.jsonl").write_text('{"id": "x"}\nnot json\n', encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["check", "{}/nowhere.md"], "nowhere.md"),
        (["check", "{}/binary.txt"], "binary.txt"),
        (["check", "{}/picture.png"], "picture.png"),
        (["check", "{}"], ""),
        (["check", "--jsonl", "{}/nowhere.jsonl"], "nowhere.jsonl"),
        (["render", "{}/wrong.json", "--to", "md", "-o", "{}/out.md"], "wrong.json"),
        (["render", "{}/other.json", "--to", "md", "-o", "{}/out.md"], "other.json"),
        (["render", "{}/list.json", "--to", "md", "-o", "{}/out.md"], "list.json"),
        (["render", "{}/newer.json", "--to", "md", "-o", "{}/out.md"], "newer.json"),
        (["render", "{}/long_number.json", "--to", "md"], "long_number.json"),
        (["render", "{}/plan.json", "--to", "md", "-o", "{}/plan.json"], "overwrite"),
        (["render", "{}/nowhere.json", "--to", "html", "-o", "{}/out.html"], "nowhere.json"),
        (["case", "boomer_game", "{}/answer.txt"], "boomer_games"),
        (["case", "boomer_games", "{}/nowhere.txt"], "nowhere.txt"),
        (["case", "boomer_games", "{}/empty.md"], "empty.md: this is empty."),
        (["rules", "--read", "{}/empty.md"], "empty.md: this is empty."),
        (["rules", "--read", "-"], "standard input: this is empty."),
        (["rules", "--text", "We call.", "--read", "{}/answer.txt"], "do not go together"),
        (["rules", "--untried", "--text", ""], "--untried does not go with"),
        (["rules", "--untried", "--read", "{}/answer.txt"], "--untried does not go with"),
        (["accuracy", "{}/nowhere.jsonl"], "nowhere.jsonl"),
        (["accuracy", "{}/vague.jsonl", "--only", "too_general"], "Add --errors"),
        (["accuracy", "{}/vague.jsonl", "--errors", "--only", "to_general"], "Did you mean 'too_general'?"),
        (["accuracy", "{}/vague.jsonl", "--errors", "--only", "two_activities"], "no label “two_activities”"),
        (["accuracy", "{}/vague.jsonl", "--set", "kept_apart"], "Add --write"),
        (["accuracy", "{}/vague.jsonl", "--describe", "ours"], "Add --write"),
        (["accuracy", "{}/vague.jsonl", "--date", "2026-03-02"], "Add --write"),
        (["accuracy", "{}/vague.jsonl", "--document"], "Leave the others out"),
        (["accuracy", "--document", "--json"], "Leave the others out"),
        (["accuracy", "{}/labelled.jsonl"], "labelled.jsonl"),
        (["chek"], "chek"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, list) else "",
)
def test_bad_input_is_one_clear_message_and_exit_2(files, arguments, says):
    done = run(*(argument.replace("{}", str(files)) for argument in arguments))
    assert done.returncode == 2, done.stdout + done.stderr
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stderr.strip().splitlines()) <= 4


@pytest.mark.parametrize(
    ("arguments", "cases", "says"),
    [
        (["cases", "check", LONG], None, "There is no case"),
        (["cases", "new", "abc", "--into", LONG], None, "cannot be written"),
        (["cases", "new", "abc"], LONG, "cannot be written"),
        (["cases", "new", "abc", "--into", "~nosuchuser/x"], None, "Write it in full."),
        (["cases", "new", "abc"], "~nosuchuser/x", "Write it in full."),
        (["rules", "--read", LONG], None, "cannot be read"),
        (["accuracy", LONG], None, "cannot be read"),
        (
            ["accuracy", "{}/vague.jsonl", "--write", LONG, "--set", "kept_apart", "--describe", "ours"],
            None,
            "cannot be written",
        ),
    ],
    ids=lambda value: " ".join(value).replace(LONG, "LONG") if isinstance(value, list) else "",
)
@pytest.mark.skipif(os.name == "nt", reason="the shell there knows other home folders and other limits")
def test_a_path_that_the_system_refuses_is_one_clear_line(files, arguments, cases, says):
    done = run(*(argument.replace("{}", str(files)) for argument in arguments), cases=cases)
    assert done.returncode == 2
    (line,) = done.stderr.splitlines()
    assert says in line
    assert not any(name.startswith("~") for name in os.listdir(ROOT))  # noqa: PTH208 - names, as they are


@pytest.mark.parametrize("cases", [LONG, "~nosuchuser/x"])
def test_a_folder_of_cases_that_the_system_refuses_is_told_and_stops_nothing(cases):
    done = run("cases", cases=cases)
    assert (done.returncode, done.stderr) == (0, "")
    assert "This is no folder. Let CANVAS_CASES name a folder of cases." in done.stdout
    assert "Boomer Games" in done.stdout


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_folders_that_lead_in_a_circle_are_told_and_stop_nothing(tmp_path):
    (tmp_path / "a").symlink_to(tmp_path / "b")
    (tmp_path / "b").symlink_to(tmp_path / "a")
    done = run("cases", cases=str(tmp_path / "a"))
    assert (done.returncode, done.stderr) == (0, "")
    assert "This is no folder." in done.stdout


@pytest.mark.parametrize("number", ["NaN", "Infinity", "-Infinity", "1e999"])
def test_a_number_that_json_cannot_hold_is_no_json(number):
    lines = f'{{"id": {number}, "text": "x"}}\n{{"id": 1.5, "text": "x"}}\n'
    done = run("check", "--jsonl", "-", stdin=lines)
    first, second = map(json.loads, done.stdout.splitlines())
    assert first == {"id": None, "error": "line 1 is no JSON"}
    assert second["id"] == 1.5
    assert done.returncode == 2


def test_a_bad_line_of_a_batch_is_reported_in_its_place_and_the_run_goes_on():
    lines = [
        '{"id": "a", "text": "We call every customer two weeks after the purchase."}',
        "not json",
        '{"id": "c"}',
        '{"id": "d", "text": 5}',
        '{"id": "e", "text": "Hello"}',
    ]
    done = run("check", "--jsonl", "-", stdin="\n".join(lines) + "\n")
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 2
    assert [("error" in answer, answer.get("id")) for answer in answers] == [
        (False, "a"),
        (True, None),
        (True, "c"),
        (True, "d"),
        (False, "e"),
    ]


def test_half_a_surrogate_pair_costs_no_other_line():
    lines = [
        r'{"id": "a", "text": "We \ud800 call every customer back."}',
        '{"id": "b", "text": "We call every customer."}',
    ]
    done = run("check", "--jsonl", "-", stdin="\n".join(lines))
    assert [json.loads(line)["id"] for line in done.stdout.splitlines()] == ["a", "b"]
    assert done.returncode in (0, 1)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Hello",
        "x" * 50_000,
        "word " * 10_000,
        "👩🏽‍🚀🎉 " * 40,
        "نتصل بكل عميل بعد أسبوعين من الشراء",
        "<script>alert(1)</script> we call you",
        "{{ 7*7 }} {% include 'x' %}",
        "__class__ 5*3*2",
        "\x00\x07\ufeff\u202e",
        "a\r\nb\rc",
        "[missing: what happens after the purchase]",
    ],
    ids=lambda text: ascii(text[:20]),
)
def test_no_text_crashes_the_check_and_quotes_stay_exact(text):
    done = run("check", "--jsonl", "-", stdin=json.dumps({"id": "t", "text": text}) + "\n")
    assert done.returncode in (0, 1), done.stderr
    answer = json.loads(done.stdout)
    quotes = [*answer["types"], *(quote for found in answer["findings"].values() for quote in found["quotes"])]
    assert [quote["quote"] for quote in quotes] == [text[quote["start"] : quote["end"]] for quote in quotes]
    assert set(answer["findings"]) == {"no_after_sales", "one_type_for_all", "channel_confusion", "too_general"}
