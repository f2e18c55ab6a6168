"""One door for every format: the file opens again to the same plan, and the same input gives the same bytes."""

from typing import get_args

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from canvas.checks.run import check_text
from canvas.content.library import library
from canvas.content.rules import load_rules
from canvas.exchange.incoming.intake import read_file
from canvas.exchange.outgoing.document import Choice
from canvas.exchange.outgoing.formats import MEDIA_TYPES, ExportFormat, export
from canvas.models import limits
from canvas.models.intake import Origin
from canvas.models.vocabulary import RelationshipType, Shape
from canvas.models.workbook import Commitment, KeyAnswers, Segment, Venture, Workbook
from canvas.writing.draft import fill
from canvas.writing.edits import set_draft_text

FORMATS = get_args(ExportFormat)
EVERYTHING = Choice(plan=True, canvas=True, author="Mira Lind", ratings=True)

letters = st.one_of(
    st.characters(exclude_categories=("Cs", "Cc")),
    st.sampled_from("\n\t- *_#$`<>&{}[]()\\/=|~^\"'٠مرحبا漢字🙂👩‍👧é\u202b\u2067\ufeff\u200f"),
)


def words(most):
    return st.text(letters, max_size=most)


@st.composite
def workbooks(draw):
    segments = tuple(
        Segment(id=f"s{place}", name=draw(words(limits.NAME // 2)), needs=draw(words(60)))
        for place in range(draw(st.integers(0, 6)))
    )
    pairs = draw(
        st.lists(
            st.tuples(st.sampled_from([one.id for one in segments] or [""]), st.sampled_from(RelationshipType)),
            max_size=4,
            unique=True,
        )
    )
    cell = words(60)
    return Workbook(
        title=draw(words(20)),
        venture=Venture(
            name=draw(words(30)),
            offer=draw(cell),
            segments=segments,
            value_proposition=draw(cell),
            channels=draw(cell),
            key_partners=draw(cell),
            cost_structure=draw(cell),
        ),
        commitments=tuple(
            Commitment(segment=segment, type=kind, before=draw(cell), after=draw(cell), who=draw(words(20)))
            for segment, kind in pairs
            if segment
        ),
        answers=KeyAnswers(attract=draw(cell)),
        draft={"text": draw(words(200))},
    )


@pytest.fixture(scope="module")
def sample():
    return fill(library().sample, Shape.BY_SEGMENT)


@pytest.mark.parametrize("kind", FORMATS)
@settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
@given(workbook=workbooks())
def test_any_plan_comes_back_whole_from_any_format(kind, workbook):
    made = export(workbook, kind, choice=EVERYTHING)
    taken = read_file(f"plan{made.ending}", made.data)
    assert taken.workbook == workbook
    assert taken.origin is Origin.INTACT


@pytest.mark.parametrize("kind", FORMATS)
def test_a_plan_with_the_longest_texts_comes_back_whole(kind):
    long = ("Our staff call every customer two weeks after the purchase. " * 30)[: limits.ANSWER - 1] + "漢"
    held = Workbook(
        venture=Venture(
            name="N" * limits.NAME,
            segments=tuple(Segment(id=f"s{place}", name=f"{place} {'x' * 70}", needs=long) for place in range(12)),
            **dict.fromkeys(
                ("value_proposition", "channels", "key_partners", "key_resources", "cost_structure"), long
            ),
        ),
        commitments=tuple(
            Commitment(segment=f"s{place}", type=kind, before=long, during=long, after=long)
            for place in (0, 11)
            for kind in RelationshipType
        ),
    )
    held = set_draft_text(held, f"{long}\n\n" * 40)
    made = export(held, kind, choice=EVERYTHING)
    assert read_file(f"plan{made.ending}", made.data).workbook == held


@pytest.mark.parametrize("kind", FORMATS)
def test_the_same_plan_gives_the_same_bytes(sample, kind):
    report = check_text(sample.draft.text, load_rules(), sample)
    first, second = (export(held, kind, report, EVERYTHING) for held in (sample, sample.model_copy(deep=True)))
    assert first == second
    assert first.media_type == MEDIA_TYPES[kind]
    assert first.note == ""


@pytest.mark.parametrize("kind", ["docx", "pdf", "html", "md"])
def test_verdicts_travel_only_with_the_remarks(sample, kind):
    changed = set_draft_text(sample, "We advertise on Instagram and hand out flyers at the station. " * 4)
    report = check_text(changed.draft.text, load_rules(), changed)
    with_remarks, without = (export(changed, kind, given) for given in (report, None))
    assert read_file(f"a.{kind}", with_remarks.data).claim.flagged == report.flagged
    assert read_file(f"a.{kind}", without.data).claim.flagged is None
