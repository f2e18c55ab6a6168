"""The report for the browser: places in UTF-16 units, steady ids, what the student disagreed with."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from canvas.checks.result import flagged
from canvas.models.finding import Quote, Report
from canvas.models.vocabulary import Mistake
from canvas.models.workbook import Objection, Workbook
from canvas.web.positions import Units
from canvas.web.report import remark_id, report_object

TEXTS = st.text(st.sampled_from("a é\n🚲🎉𝄞שｱ\ufffd"), max_size=60)


@given(TEXTS, st.data())
def test_places_are_those_of_the_browser_wherever_emoji_stand(text, data):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    units, coded = Units(text), text.encode("utf-16-le")
    assert coded[2 * units.at(start) : 2 * units.at(end)].decode("utf-16-le") == text[start:end]


def finding(text, words):
    start = text.index(words)
    quote = Quote(quote=words, start=start, end=start + len(words))
    return replace(flagged(why="Because.", ask="How?"), quotes=(quote,))


def report(text, found):
    return Report(text=text, works=(), types=(), stages=(), findings={Mistake.TOO_GENERAL: found})


def test_a_remark_keeps_its_id_while_other_words_change():
    before = finding("We give great service.", "great service")
    after = finding("🚲 In two days, and always, we give Great  service.", "Great  service")
    other = finding("We give great prices.", "great prices")
    assert remark_id(Mistake.TOO_GENERAL, before) == remark_id(Mistake.TOO_GENERAL, after)
    assert remark_id(Mistake.TOO_GENERAL, before) != remark_id(Mistake.TOO_GENERAL, other)
    assert remark_id(Mistake.TOO_GENERAL, before) != remark_id(Mistake.CHANNEL_CONFUSION, before)


def test_a_remark_says_whether_the_student_disagreed_with_it():
    text = "We give great service."
    objection = Objection(mistake=Mistake.TOO_GENERAL, words="great service", because="It is.")
    for workbook, expected in ((None, False), (Workbook(), False), (Workbook(objections=(objection,)), True)):
        [remark] = report_object(report(text, finding(text, "great service")), workbook, waiting=False)["remarks"]
        assert remark["disagreed"] is expected
        assert remark["words"] == objection.words
        assert remark["quotes"] == [{"start": 8, "end": 21, "quote": "great service"}]


def test_open_gaps_are_told_before_anything_is_called_good():
    text = "They book in the app. [missing: what happens after the purchase] [missing: who answers]"
    shown = report_object(Report(text=text, works=(), types=(), stages=(), findings={}), None, waiting=False)
    assert shown["gaps"] == ["2 gaps are still open, marked [missing: …]. Fill them first, then check again."]
