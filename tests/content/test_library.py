"""Everything that is taught is there, agrees with itself, and a wrong folder says where."""

import re
import shutil

import pytest

from canvas.content.library import FOLDER, library, load_library
from canvas.errors import ContentError
from canvas.models.complete_plan import problems
from canvas.models.teaching import LessonPart
from canvas.models.vocabulary import Block, KeyQuestion, Mistake, RelationshipType

QUESTIONS = (
    "How do we attract customers?",
    "How do we interact with customers?",
    "How do we retain customers?",
    "Is the relationship personal or automated?",
    "How do we handle customer feedback and complaints?",
)
OPENERS = (
    "The company maintains strong customer relationships through …",
    "Customer loyalty is built by …",
    "The business focuses on long-term relationships with …",
    "After-sales service includes …",
)
TERMS = {
    "business strategy",
    "marketing plan",
    "revenue",
    "profit",
    "cash flow",
    "market share",
    "customer retention",
    "branding",
    "sales funnel",
    "competitive analysis",
    "CRM",
    "customer intimacy",
    "customer relations",
    "after-sales service",
    "touchpoint",
    "advocacy",
    "cross-selling",
    "up-selling",
    "customer segment",
    "value proposition",
    "channel",
}
FIXED = (
    "Customer Relationships",
    "before, during and after",
    "attracts",
    "retains",
    "grows",
    "Loyalty",
    "Satisfaction",
    "acquisition cost",
    "Long-term profitability",
    "Customer Segments",
    "Value Proposition",
    "Channels",
    "Be realistic and consistent",
    "Focus on customer experience",
    "Use professional and clear English",
)


def test_every_id_has_its_card():
    assert list(library().types) == list(RelationshipType)
    assert list(library().mistakes) == list(Mistake)
    assert list(library().questions) == list(KeyQuestion)
    assert list(library().blocks) == list(Block)
    assert len(library().rubric) == 5


def test_fixed_wordings_are_kept():
    assert tuple(card.text for card in library().questions.values() if card.id.required) == QUESTIONS
    assert library().openers == OPENERS
    assert [card.name for card in library().types.values()] == [
        "Personal Assistance",
        "Dedicated Personal Assistance",
        "Self-Service",
        "Automated Services",
        "Communities",
        "Co-creation",
    ]
    assert [card.name for card in library().mistakes.values()] == [
        "Ignoring after-sales service",
        "Using only one type of relationship for all customers",
        "Confusing customer relationships with marketing channels",
        "Giving very general descriptions",
    ]
    bodies = " ".join(" ".join(lesson.body.split()) for lesson in library().lessons)
    assert [term for term in FIXED if f"**{term}" not in bodies.replace("**Lower acq", "**acq")] == []


def test_the_glossary_has_every_term_and_no_form_stands_for_two_terms():
    assert {entry.term for entry in library().glossary} == TERMS
    forms = [form.lower() for entry in library().glossary for form in (entry.term, *entry.aliases)]
    assert len(forms) == len(set(forms))


def test_every_term_is_explained_in_some_lesson():
    assert {term for lesson in library().lessons for term in lesson.terms} == TERMS


def test_every_part_is_shown_in_some_lesson():
    named = {
        name for lesson in library().lessons for name in re.findall(r"^::: (\w+)$", lesson.body, re.MULTILINE)
    }
    assert named == {part.value for part in LessonPart}


def test_lessons_are_short():
    assert [lesson.slug for lesson in library().lessons if not 2 <= lesson.minutes <= 5] == []


def test_no_right_answer_stands_always_in_the_same_place():
    places = [[option.right for option in try_it.options].index(True) for try_it in all_questions()]
    assert set(places) == {0, 1, 2}


def all_questions():
    return [try_it for lesson in library().lessons for try_it in lesson.try_it]


def test_every_option_has_an_explanation_of_its_own():
    said = [option.says for try_it in all_questions() for option in try_it.options]
    assert len(said) == len(set(said))


def test_the_sample_is_a_complete_plan_of_three_segments():
    sample = library().sample
    assert problems(sample) == ()
    assert len(sample.venture.segments) == 3
    assert len({commitment.type for commitment in sample.commitments}) >= 3
    assert all(commitment.who and commitment.pace for commitment in sample.commitments)
    assert sample.answers.grow


@pytest.fixture
def folder(tmp_path):
    return shutil.copytree(FOLDER, tmp_path / "content", ignore=shutil.ignore_patterns("__pycache__", "rules"))


def lesson_file(folder, slug):
    return next((folder / "lessons").glob(f"*-{slug}.md"))


def change(path, old, new):
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def problem_of(folder):
    with pytest.raises(ContentError) as caught:
        load_library(folder)
    return str(caught.value)


@pytest.mark.parametrize(
    ("slug", "old", "new", "says"),
    [
        (
            "small-moments",
            "(lesson:why-it-matters)",
            "(lesson:why-it-maters)",
            "the link 'lesson:why-it-maters' leads nowhere — did you mean 'why-it-matters'?",
        ),
        (
            "small-moments",
            "(lesson:why-it-matters)",
            "(https://example.org)",
            "the link 'https://example.org' leads nowhere",
        ),
        (
            "the-block",
            '"touchpoint"',
            '"touchpiont"',
            "terms[3]: 'touchpiont' is not in the glossary — did you mean 'touchpoint'?",
        ),
        (
            "the-block",
            '"touchpoint"',
            '"cash flow"',
            "terms[3]: 'cash flow' does not occur in the text",
        ),
        (
            "the-rubric",
            "::: rubric",
            "::: rubrik",
            "there is no part 'rubrik' — did you mean 'rubric'?",
        ),
        ("the-rubric", "right = true", "right = false", "try_it[0]: exactly one option must be right, and 0 are"),
        ("the-rubric", "ask =", "aks =", "try_it[0]: unknown field 'aks' — did you mean 'ask'?"),
        ("the-rubric", "+++\n", "", "A lesson begins with a head between two lines of '+++'"),
        ("the-rubric", 'title = "', "title = ", "This is not valid TOML"),
    ],
)
def test_a_wrong_lesson_is_told_with_its_file(folder, slug, old, new, says):
    path = lesson_file(folder, slug)
    change(path, old, new)
    told = problem_of(folder)
    assert says in told
    assert path.name in told


def test_a_line_number_in_a_lesson_is_the_line_of_the_file(folder):
    change(lesson_file(folder, "the-rubric"), 'title = "How', "title = How")
    assert "(at line 2," in problem_of(folder)


@pytest.mark.parametrize(
    ("file", "old", "new", "says"),
    [
        ("types.toml", 'id = "communities"', 'id = "co_creation"', "the card 'communities' is missing"),
        ("types.toml", 'id = "communities"', 'id = "co_creation"', "the card 'co_creation' is there 2 times"),
        ("mistakes.toml", '"four-mistakes"', '"for-mistakes"', "mistake[0].lesson: there is no lesson"),
        ("types.toml", "#0b6e4f", "green", "type[0].color"),
        ("sample_plan.toml", "venture.segments", "venture.segmnets", "unknown field 'segmnets'"),
    ],
)
def test_a_wrong_file_is_told(folder, file, old, new, says):
    change(folder / file, old, new)
    told = problem_of(folder)
    assert says in told
    assert file in told
