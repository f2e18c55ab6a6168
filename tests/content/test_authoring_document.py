"""docs/authoring-cases.md names every field and tells an example that works."""

import re
from pathlib import Path

import pytest

from canvas.casework.judge import Examiner
from canvas.casework.own_answers import own_verdicts, untold_facts
from canvas.content.cases import load_case, load_language
from canvas.models.case import Activity, CaseText, Expected, Fact, Idea, Kind, Note, Sample
from canvas.models.case_criteria import Criterion, JudgedBy, Measure
from canvas.models.case_steps import Bin, CompleteStep, Item, SortStep, WriteStep
from canvas.models.vocabulary import Mistake, RelationshipType

TEXT = (Path(__file__).parent.parent.parent / "docs" / "authoring-cases.md").read_text(encoding="utf-8")
FIXTURES = Path(__file__).parent.parent / "fixtures" / "cases"
TABLES = {
    "case.toml, at the top": (CaseText,),
    "[[criteria]]": (Criterion,),
    "[[facts]]": (Fact,),
    "[[ideas]]": (Idea,),
    "[[activities]]": (Activity,),
    "[[samples]] and [[samples.notes]]": (Sample, Note),
    "[[steps]]": (SortStep, CompleteStep, WriteStep, Item),
    "answers/*.toml": (Expected,),
}


def rows(heading):
    """The fields of the tables under a heading: name → whether it has to be there."""
    part = TEXT.split(f"\n### {heading}\n", 1)[1].split("\n## ")[0].split("\n### ")[0]
    cells = [line.split("|")[1] for line in part.splitlines() if line.startswith("| `")]
    return {name: bool(star) for cell in cells for name, star in re.findall(r"`(\w+)`( \*)?", cell)}


def told(heading):
    return set(rows(heading)) - {one.value for one in Measure if heading == "[[criteria]]"}


@pytest.mark.parametrize(("heading", "models"), TABLES.items(), ids=list(TABLES))
def test_every_field_stands_in_its_table_and_no_other(heading, models):
    fields = {name for model in models for name in model.model_fields}
    extra = {"check", "types"} if heading == "[[criteria]]" else set()  # fields that are measures, too
    assert told(heading) | extra == fields


@pytest.mark.parametrize(("heading", "models"), TABLES.items(), ids=list(TABLES))
def test_a_star_marks_the_fields_that_have_to_be_there(heading, models):
    required = {name for model in models for name, field in model.model_fields.items() if field.is_required()}
    assert {name for name, star in rows(heading).items() if star} == required


def test_every_value_to_choose_from_is_named():
    for kind in (Measure, JudgedBy, Kind, Mistake, RelationshipType):
        for one in kind:
            assert re.search(rf'`"?{one.value}"?`', TEXT), one
    assert all(f"{name} =" in TEXT for name in Bin.model_fields)


def test_every_activity_and_word_list_that_is_known_is_named():
    language = load_language()
    for one in language.activities:
        assert re.search(rf"\b{one.id}\b", TEXT), one.id
    assert all(f"`<{name}>`" in TEXT for name in language.classes)


def test_the_example_is_the_fixture_and_gets_its_verdicts():
    blocks = re.findall(r"```(?:markdown|toml)\n(.*?)```", TEXT, re.DOTALL)
    folder = FIXTURES / "town-pool"
    for name in ("brief.md", "case.toml", "answers/strong.toml", "answers/weak.toml"):
        assert (folder / name).read_text(encoding="utf-8") in blocks


@pytest.mark.parametrize("slug", sorted(path.name for path in FIXTURES.iterdir()))
def test_a_case_made_from_the_document_works(slug):
    case = load_case(slug, [FIXTURES])
    examiner = Examiner(case, load_language())
    assert case.answers
    assert [wrong for one in own_verdicts(case, examiner) for wrong in one.wrong] == []
    assert untold_facts(case, load_language()) == ()
