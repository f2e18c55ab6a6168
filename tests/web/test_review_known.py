"""What this process knows about a batch: never what was true before the newest upload."""

import pytest

from canvas.desk.fresh_check import fresh_report
from canvas.models.review import Batch, Platform, Submission, SubmittedFile, SubmittedKind
from canvas.models.vocabulary import Mistake
from canvas.web import review_known

from .reviewing import GOOD, NAMES, WEAK

OTHER = GOOD.replace("Ana", "Eva")
"""Another text for Ben, which looks in every list as the one before."""


@pytest.fixture
def upload(desk):
    """Let Ben hand in another text."""

    def hand_in(text):
        path = f"k2/{NAMES['k2']}.docx"
        file = SubmittedFile(
            path=path,
            kind=SubmittedKind.FILE,
            name="Ben Cole.docx",
            format="docx",
            text=text,
            digest=f"of {text}",
        )
        work = Submission(key="k2", name=NAMES["k2"], files=(file,))
        batch = Batch(id="two", title="Newer", platform=Platform.MOODLE, seed=1, submissions=(work,))
        desk.add_upload("one", batch, {path: text.encode()})

    return hand_in


@pytest.fixture
def meanwhile(monkeypatch, upload):
    """Let Ben hand in another text while something is read or checked: right after the first call of it."""

    def let(owner, name, text):
        real, left = getattr(owner, name), [text]

        def first_real_then_upload(*arguments, **named):
            found = real(*arguments, **named)
            if left:
                upload(left.pop())
            return found

        monkeypatch.setattr(owner, name, first_real_then_upload)

    return let


def test_another_upload_is_noticed_even_where_every_line_of_the_list_stays_the_same(desk, upload):
    before, lines = review_known.known("one"), desk.submissions("one")
    upload(OTHER)
    assert desk.submissions("one") == lines
    assert review_known.known("one").holding("call from Eva") == [before.ticket_of["k2"]]


def test_as_long_as_nothing_comes_in_a_batch_is_read_once(desk):
    assert review_known.known("one") is review_known.known("one")


def test_what_was_read_while_another_upload_came_in_is_not_kept(desk, meanwhile):
    meanwhile(desk, "batch", OTHER)
    review_known.known("one")
    known = review_known.known("one")
    assert known.holding("call from Eva") == [known.ticket_of["k2"]]


def test_mistakes_that_were_found_while_another_upload_came_in_are_not_kept(desk, meanwhile):
    meanwhile(review_known, "reports", WEAK)
    before = review_known.flagged.of("one", 60)["k2"]
    assert Mistake.NO_AFTER_SALES not in before
    assert Mistake.NO_AFTER_SALES in review_known.flagged.of("one", 60)["k2"]


def test_a_report_on_a_text_that_was_replaced_while_it_was_checked_is_not_kept(desk, meanwhile):
    meanwhile(review_known, "fresh_report", WEAK)
    review_known.reports("one")
    assert review_known.reports("one")["k2"].text == desk.submission("one", "k2").text == WEAK


def test_a_report_is_kept_as_long_as_its_text_stays(desk, monkeypatch):
    checked = []

    def counted(work, rules):
        checked.append(work.key)
        return fresh_report(work, rules)

    monkeypatch.setattr(review_known, "fresh_report", counted)
    assert review_known.reports("one") == review_known.reports("one")
    assert sorted(checked) == ["k1", "k2", "k3"]
