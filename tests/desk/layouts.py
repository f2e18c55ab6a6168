"""Downloads of every platform after their real conventions, and what should be found in them."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field

from canvas.models.review import Platform

LONG = (
    "Each hotel has one contact, Mara, who visits every spring. Tourists unlock a bicycle alone in the app. "
    "Two weeks after a purchase our mechanics call every owner and tighten the brakes."
)
OTHER = (
    "Parents borrow toys for four weeks and choose them alone on our website; a lost part is sent within two days."
)
LINK = b'<html><body><a href="https://plans.example/jane">my plan</a></body></html>'
NOT_THERE = "There is no student submission text data for this assignment."


def text(words: str = LONG) -> bytes:
    return words.encode("utf-8")


def page(words: str = LONG) -> bytes:
    return f"<p>{words}</p>".encode()


def zipped(files: dict[str, bytes]) -> bytes:
    """Return a zip of these files."""
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for path, data in files.items():
            archive.writestr(path, data)
    return held.getvalue()


@dataclass(frozen=True)
class Layout:
    """A download. students: name by key; kinds, late: by path, where they are not the usual ones."""

    platform: Platform
    files: dict[str, bytes]
    students: dict[str, str]
    kinds: dict[str, str] = field(default_factory=dict)
    late: dict[str, bool] = field(default_factory=dict)
    groups: frozenset[str] = frozenset()
    ignored: frozenset[str] = frozenset()


def receipt(name: str, user: str, typed: str = NOT_THERE, comment: str = "") -> bytes:
    """Return the text that Blackboard puts beside the files of an attempt."""
    comments = comment or "There are no student comments for this assignment."
    return (
        f"Name: {name} ({user})\nAssignment: Plan\nDate Submitted: Friday, 6 March 2026 12:00:00 o'clock\n"
        f"Current Grade: Needs Grading\n\nSubmission Field:\n{typed}\n\nComments:\n{comments}\n\nFiles:\n"
        "\tOriginal filename: plan.md\n\tFilename: Plan_x_attempt_2026-03-06-12-00-00_plan.md\n"
    ).encode()


ORA = "[1]Week 1, [2]Plans, [3]Hand in"
ORA_TABLE = (
    "course_id,block_id,student_id,key,name,type,description,size,file_path,file_found\n"
    f'c,b,f00d,k1,prompt_0.txt,text,,9,"{ORA}/[1] - jane - prompt_0.txt",True\n'
    f'c,b,beef,k2,plan.md,file,my plan,9,"{ORA}/[2] - 王小明 - plan.md",True\n'
).encode()

LAYOUTS = {
    "moodle folders": Layout(
        Platform.MOODLE,
        {
            "Jane OBrien_4711_assignsubmission_file/plan.md": text(),
            "Jane OBrien_4711_assignsubmission_file/more/notes.txt": text("some notes of mine"),
            "王小明_4712_assignsubmission_file/计划.md": text(OTHER),
            "__MACOSX/._plan.md": b"\0",
            "Jane OBrien_4711_assignsubmission_file/.DS_Store": b"\0",
            "王小明_4712_assignsubmission_file/~$plan.docx": b"\0",
            "王小明_4712_assignsubmission_file/Thumbs.db": b"\0",
        },
        {"4711": "Jane OBrien", "4712": "王小明"},
        ignored=frozenset(
            {
                "__MACOSX/._plan.md",
                "Jane OBrien_4711_assignsubmission_file/.DS_Store",
                "王小明_4712_assignsubmission_file/~$plan.docx",
                "王小明_4712_assignsubmission_file/Thumbs.db",
            }
        ),
    ),
    "moodle flat": Layout(
        Platform.MOODLE,
        {
            "Jane OBrien_4711_assignsubmission_file_plan_2_final.md": text(),
            "Li Wei_4712_assignsubmission_file_x_9999_assignsubmission_file_plan.md": text(OTHER),
            "Li Wei_4712_assignsubmission_file_.DS_Store": b"\0",
        },
        {"4711": "Jane OBrien", "4712": "Li Wei"},
        ignored=frozenset({"Li Wei_4712_assignsubmission_file_.DS_Store"}),
    ),
    "moodle online text": Layout(
        Platform.MOODLE,
        {
            "Jane OBrien_4711_assignsubmission_onlinetext/onlinetext.html": page(),
            "Li Wei_4712_assignsubmission_onlinetext_onlinetext.html": page(OTHER),
        },
        {"4711": "Jane OBrien", "4712": "Li Wei"},
        kinds={
            "Jane OBrien_4711_assignsubmission_onlinetext/onlinetext.html": "onlinetext",
            "Li Wei_4712_assignsubmission_onlinetext_onlinetext.html": "onlinetext",
        },
    ),
    "moodle blind": Layout(
        Platform.MOODLE,
        {
            "Participant_4711_assignsubmission_file/plan.md": text(),
            "Participant_4712_assignsubmission_file/plan.md": text(OTHER),
        },
        {"4711": "Participant 4711", "4712": "Participant 4712"},
    ),
    "moodle blind and translated": Layout(
        Platform.MOODLE,
        {
            "Teilnehmerin_4711_assignsubmission_file/plan.md": text(),
            "Teilnehmerin_4712_assignsubmission_file/plan.md": text(OTHER),
        },
        {"4711": "Teilnehmerin 4711", "4712": "Teilnehmerin 4712"},
    ),
    "moodle groups": Layout(
        Platform.MOODLE,
        {
            "Default group_assignsubmission_file/plan.md": text(),
            "Blue team_17_assignsubmission_file/plan.md": text(OTHER),
        },
        {"Default group": "Default group", "17": "Blue team"},
        groups=frozenset({"Default group"}),
    ),
    "moodle before 4.1": Layout(
        Platform.MOODLE,
        {
            "Jane OBrien_4711_assignsubmission_file_/plan.md": text(),
            "Li Wei_4712_assignsubmission_onlinetext_/onlinetext.html": page(OTHER),
        },
        {"4711": "Jane OBrien", "4712": "Li Wei"},
        kinds={"Li Wei_4712_assignsubmission_onlinetext_/onlinetext.html": "onlinetext"},
    ),
    "moodle packed again in a folder": Layout(
        Platform.MOODLE,
        {
            "class one/Jane OBrien_4711_assignsubmission_file/plan.md": text(),
            "class one/Li Wei_4712_assignsubmission_file/plan.md": text(OTHER),
        },
        {"4711": "Jane OBrien", "4712": "Li Wei"},
    ),
    "canvas": Layout(
        Platform.CANVAS,
        {
            "obrienjane_LATE_12_901_plan_2026_03_final.md": text(),
            "王小明_13_902_计划.md": text(OTHER),
            "müllerjosé_14_903_plan-1.md": text(),
        },
        {"12": "obrienjane", "13": "王小明", "14": "müllerjosé"},
        late={
            "obrienjane_LATE_12_901_plan_2026_03_final.md": True,
            "王小明_13_902_计划.md": False,
            "müllerjosé_14_903_plan-1.md": False,
        },
    ),
    "canvas anonymous": Layout(
        Platform.CANVAS,
        {"anon_a1B2c_901_plan.md": text(), "LATE_anon_x9Y8z_902_plan.md": text(OTHER)},
        {"a1B2c": "Anonymous a1B2c", "x9Y8z": "Anonymous x9Y8z"},
        late={"anon_a1B2c_901_plan.md": False, "LATE_anon_x9Y8z_902_plan.md": True},
    ),
    "canvas text entries and links": Layout(
        Platform.CANVAS,
        {
            "obrienjane_12_text.html": page(),
            "liwei_LATE_13_link.html": LINK,
            "anon_a1B2c_text.html": page(OTHER),
        },
        {"12": "obrienjane", "13": "liwei", "a1B2c": "Anonymous a1B2c"},
        kinds={
            "obrienjane_12_text.html": "onlinetext",
            "liwei_LATE_13_link.html": "url",
            "anon_a1B2c_text.html": "onlinetext",
        },
        late={"obrienjane_12_text.html": False, "liwei_LATE_13_link.html": True, "anon_a1B2c_text.html": False},
    ),
    "blackboard": Layout(
        Platform.BLACKBOARD,
        {
            "Plan 1_jane_ob_attempt_2026-03-06-12-00-00_plan.md": text(),
            "Plan 1_jane_ob_attempt_2026-03-06-12-00-00.txt": receipt("Jane O'Brien", "jane_ob"),
            "Plan 1_lw12_attempt_2026-03-06-12-10-00.txt": receipt("李伟", "lw12", OTHER, "Sorry!"),
        },
        {"jane_ob": "Jane O'Brien", "lw12": "李伟"},
        kinds={
            "Plan 1_jane_ob_attempt_2026-03-06-12-00-00.txt": "receipt",
            "Plan 1_lw12_attempt_2026-03-06-12-10-00.txt": "receipt",
        },
    ),
    "open edx": Layout(
        Platform.EDX,
        {
            "submissions.csv": ORA_TABLE,
            f"{ORA}/[1] - jane - prompt_0.txt": text(),
            f"{ORA}/[2] - 王小明 - plan.md": text(OTHER),
        },
        {"f00d": "jane", "beef": "王小明"},
        kinds={f"{ORA}/[1] - jane - prompt_0.txt": "onlinetext"},
        ignored=frozenset({"submissions.csv"}),
    ),
    "a plain folder": Layout(
        Platform.FOLDER,
        {"anna_2026_03_plan.md": text(), "ben_2026_03_plan.md": text(OTHER), "Thumbs.db": b"\0"},
        {"anna_2026_03_plan": "anna_2026_03_plan", "ben_2026_03_plan": "ben_2026_03_plan"},
        ignored=frozenset({"Thumbs.db"}),
    ),
    "a folder a student": Layout(
        Platform.FOLDER,
        {
            "class/anna/plan.md": text(),
            "class/anna/notes.txt": text("my own notes"),
            "class/ben/plan.md": text(OTHER),
        },
        {"anna": "anna", "ben": "ben"},
    ),
}
