"""What the list beside the editor says of a report: questions have a topic, what was not judged has a reason."""

import re
from dataclasses import asdict
from pathlib import Path

from canvas.checks import plan as plan_checks
from canvas.models.finding import Finding, Note, PlanQuestion, Quote, Report, Strength
from canvas.models.vocabulary import Mistake, Verdict
from canvas.models.workbook import Segment, Venture, Workbook
from canvas.web.report import report_object
from canvas.web.topics import PLAN_TOPICS, topic_of

CLEAR = Finding(verdict=Verdict.CLEAR)
PLAN = Workbook(
    venture=Venture(segments=(Segment(id="riders", name="Commuters"), Segment(id="firms", name="Firms")))
)


def told(waiting=False, questions=(), notes=(), **findings):
    report = Report(
        text="Our adverts run.",
        works=(Strength(says="Good."),),
        types=(),
        stages=(),
        findings={mistake: findings.get(mistake.value, CLEAR) for mistake in Mistake},
        questions=questions,
        notes=notes,
    )
    return report_object(report, PLAN, waiting=waiting)


def test_mistakes_and_questions_stand_apart_and_each_has_a_title():
    asked = Finding(verdict=Verdict.CLEAR, ask="When do you call?")
    flagged = Finding(verdict=Verdict.FLAGGED, missing="x", why="Because.", ask="Who?")
    question = PlanQuestion(
        id="nothing_after", origin="commitments.riders.self_service.after", ask="Then?", why="So."
    )
    found = told(no_after_sales=asked, too_general=flagged, questions=(question,))
    assert [remark["ask"] for remark in found["remarks"]] == ["Who?"]
    assert [(one["title"], one["ask"]) for one in found["questions"]] == [
        ("After the purchase", "When do you call?"),
        ("After the purchase: Commuters", "Then?"),
    ]
    assert found["remarks"][0]["trust"].startswith("Of ten remarks like this")


def test_quotes_of_a_remark_are_those_of_the_finding_and_its_question_may_come_from_the_card():
    quote = Quote(quote="adverts", start=4, end=11)
    [remark] = told(channel_confusion=Finding(verdict=Verdict.FLAGGED, quotes=(quote,), why="Because."))["remarks"]
    assert remark["quotes"] == [asdict(quote)]
    assert remark["ask"]


def test_what_was_not_judged_says_why_but_not_while_the_text_has_just_begun():
    skipped = Finding(verdict=Verdict.SKIPPED, why="two words are not enough to judge")
    found = {mistake.value: skipped for mistake in Mistake}
    [line] = told(**found)["skipped"]
    assert line.startswith("Not judged yet, because two words are not enough to judge: ")
    assert told(waiting=True, **found)["skipped"] == []


def test_notes_on_the_language_are_no_remarks():
    note = Note(kind="slang", quote=Quote(quote="Our", start=0, end=3), says="“Our” is spoken English.")
    found = told(notes=(note,))
    assert (found["remarks"], found["questions"], len(found["notes"])) == ([], [], 1)


def test_a_question_of_the_plan_is_named_by_its_topic_and_segment():
    origins = {
        "nothing_after": "commitments.riders.self_service.after",
        "segment_without_relationship": "venture.segments.firms.name",
        "same_type_everywhere": "commitments.riders.self_service",
        "promise_without_a_person": "venture.value_proposition",
    }
    asked = [PlanQuestion(id=key, origin=origin, ask="?", why="So.") for key, origin in origins.items()]
    assert [topic_of(one, PLAN) for one in asked] == [
        "After the purchase: Commuters",
        "No relationship yet: Firms",
        "The same for everyone",
        "Your promise",
    ]
    assert topic_of(asked[0], None) == "After the purchase"


def test_every_question_that_a_plan_can_raise_has_a_topic():
    files = Path(plan_checks.__file__).parent.glob("plan*.py")
    source = "".join(file.read_text(encoding="utf-8") for file in files)
    assert set(re.findall(r'(?:id=|_question\(\s*)"(\w+)"', source)) == set(PLAN_TOPICS)
