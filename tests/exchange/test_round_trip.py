"""Whatever a workbook holds, each format gives it back whole."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from canvas.exchange.incoming.intake import read_file
from canvas.exchange.outgoing.document import Choice
from canvas.exchange.outgoing.formats import export
from canvas.models import limits
from canvas.models.intake import Origin
from canvas.models.vocabulary import RelationshipType
from canvas.models.workbook import Commitment, Draft, KeyAnswers, Segment, Venture, Workbook

SEEDS = (
    "We call every owner after two weeks.",
    "نتصل بكل عميل بعد أسبوعين من الشراء",
    "我们在两周后给每位客户打电话。",
    "👩🏽‍🚀 thanks 🎉 e\u0301 ﬁne",
    "</script> --> <b> & {{ 7*7 }} #let x = $y$ \\ `z` *a* _b_ | [c](d)",
    "- first\n- second\n\n# no heading\n1. one",
    "Customer Relationships",
    "\ufffe\u2028\u00ad\u200b",
    "",
)
WORDS = st.one_of(st.sampled_from(SEEDS), st.text(st.characters(codec="utf-8"), max_size=40))


def short(words, most):
    return words.map(lambda text: text[:most])


@st.composite
def workbooks(draw):
    """Workbooks of up to six segments, with any part empty and any letters."""
    ids = [f"s{number}" for number in range(draw(st.integers(0, 6)))]
    segments = tuple(Segment(id=name, name=draw(short(WORDS, limits.NAME)), needs=draw(WORDS)) for name in ids)
    commitments = tuple(
        Commitment(segment=name, type=draw(st.sampled_from(RelationshipType)), after=draw(WORDS), who=draw(WORDS))
        for name in ids
    )
    return Workbook(
        title=draw(short(WORDS, limits.NAME)),
        venture=Venture(name=draw(short(WORDS, limits.NAME)), offer=draw(WORDS), segments=segments),
        commitments=commitments,
        answers=KeyAnswers(attract=draw(WORDS), feedback=draw(WORDS)),
        draft=Draft(text="\n\n".join(draw(st.lists(WORDS, max_size=4)))),
    )


@pytest.mark.parametrize("kind", ["docx", "pdf", "html", "md", "json"])
def test_every_workbook_comes_back(kind):
    @settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
    @given(workbooks(), st.booleans())
    def comes_back(workbook, plan):
        taken = read_file(f"plan.{kind}", export(workbook, kind, choice=Choice(plan=plan)).data)
        assert taken.workbook == workbook
        assert taken.origin is Origin.INTACT

    comes_back()


@pytest.mark.parametrize("kind", ["docx", "html", "md", "json"])
def test_the_longest_texts_come_back(kind):
    workbook = Workbook(
        venture=Venture(name="n" * limits.NAME, offer="字" * limits.ANSWER),
        draft=Draft(text=("Wir rufen jeden an. 🎉 " * 6_000)[: limits.DRAFT]),
    )
    assert read_file(f"plan.{kind}", export(workbook, kind).data).workbook == workbook
