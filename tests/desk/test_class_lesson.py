"""The class lesson: commonest mistakes, sentences that name nobody, a mended version, two formats."""

import io
import re

import docx
import pytest

from canvas.content.library import library
from canvas.desk.anonymous import Anonymiser, small_words
from canvas.desk.class_lesson import class_lesson, lesson_docx, lesson_html, with_example
from canvas.desk.class_view import class_view
from canvas.desk.lesson_words import lesson_words
from canvas.errors import InputError
from canvas.models.vocabulary import Mistake
from canvas.models.workbook import Venture, Workbook

from .class_of import batch_of, reports_of, rules, student


@pytest.fixture
def batch():
    shop = Workbook(venture=Venture(name="Velo Nord"))
    return batch_of(
        student(
            "1", "At Velo Nord we offer excellent service and top quality to all.", name="Ana Kovač", workbook=shop
        ),
        student("2", "We always give our 1,200 members the best possible service, says Kovač.", name="Tom Hill"),
        student("3", "Our friendly and professional team always offers great quality.", name="Mia <b>Lee</b>"),
        student(
            "4", "We run adverts on Instagram and sell in two shops. Mails go to tom@velo.example.", name="Jo Ray"
        ),
    )


@pytest.fixture
def lesson(batch):
    reports = reports_of(batch)
    return class_lesson(batch, reports, class_view(batch, reports))


def test_at_most_three_mistakes_the_commonest_first(lesson):
    counts = [one.count for one in lesson.mistakes]
    assert len(counts) == 3
    assert counts == sorted(counts, reverse=True)


def test_no_sentence_names_anybody(lesson):
    told = " ".join(example.sentence for one in lesson.mistakes for example in one.examples)
    assert told
    for secret in ("Ana", "Kova", "Tom", "Hill", "Velo", "Nord", "1,200", "@", "Lee", "Mia"):
        assert secret not in told
    assert not re.search(r"key|Student", lesson.model_dump_json())


def test_no_sentence_stands_twice_and_each_has_a_mended_one_of_ours(lesson):
    sentences = [example.sentence for one in lesson.mistakes for example in one.examples]
    assert len(set(sentences)) == len(sentences)
    for one in lesson.mistakes:
        assert [example.mended for example in one.examples] == list(lesson_words().mistake[one.mistake].mended)[
            : len(one.examples)
        ]
        assert one.name == library().mistakes[one.mistake].name


def test_a_reviewer_can_put_own_words(lesson):
    mistake = lesson.mistakes[1].mistake
    changed = with_example(lesson, mistake, 0, mended="Ours is <better>.\x00")
    assert changed.mistakes[1].examples[0].mended == "Ours is <better>."
    assert changed.mistakes[1].examples[0].sentence == lesson.mistakes[1].examples[0].sentence
    assert changed.mistakes[0] == lesson.mistakes[0]
    assert changed.mistakes[1].examples[0].mended_label != lesson.mistakes[1].examples[0].mended_label
    assert "Ours is &lt;better&gt;." in lesson_html(changed)
    with pytest.raises(InputError, match="too long"):
        with_example(lesson, mistake, 0, sentence="x" * 1_201)


def test_the_page_loads_nothing_and_the_word_file_says_the_same(lesson):
    page = lesson_html(lesson)
    assert "<script" not in page
    assert "default-src 'none'" in page
    words = [paragraph.text for paragraph in docx.Document(io.BytesIO(lesson_docx(lesson))).paragraphs]
    for one in lesson.mistakes:
        assert any(one.name in line for line in words)
        for example in one.examples:
            assert example.sentence in words
            assert any(example.mended in line for line in words)
    assert (lesson_html(lesson), lesson_docx(lesson)) == (page, lesson_docx(lesson))


def test_a_class_without_mistakes_gets_a_kind_page():
    empty = class_lesson(batch_of(), {}, class_view(batch_of(), {}))
    assert "None of the four" in lesson_html(empty)
    assert lesson_docx(empty)


def test_our_mended_sentences_make_none_of_the_mistakes_they_mend():
    from canvas.checks.run import check_text

    for mistake in (Mistake.CHANNEL_CONFUSION, Mistake.TOO_GENERAL):
        for sentence in lesson_words().mistake[mistake].mended:
            assert mistake not in check_text(sentence, rules()).flagged, sentence
    for sentence in lesson_words().mistake[Mistake.NO_AFTER_SALES].mended:
        assert Mistake.NO_AFTER_SALES not in check_text(sentence, rules()).flagged, sentence
    assert set(lesson_words().mistake) == set(Mistake)


@pytest.mark.parametrize(
    ("sentence", "told"),
    [
        ("Tom from the workshop calls every owner.", "[name] from the workshop calls every owner."),
        ("Our adviser Sarah O'Neil visits hotels in Berlin.", "Our adviser [name] visits hotels in [name]."),
        ("We answer on Instagram and WhatsApp on Monday.", "We answer on Instagram and WhatsApp on Monday."),
        ("I think Anna and Tom's chat helps.", "I think [name]'s chat helps."),
        ("Call +49 170 1234567 or write to a.b@c.org today.", "Call [number] or write to [address] today."),
        ("We know all 450 regular customers and 2 dogs.", "We know all [number] regular customers and 2 dogs."),
        ("Regular guests pay 20 euros.", "Regular guests pay 20 euros."),
        ("it is velo   nord that calls.", "it is [business] that calls."),
        ("ana kovač calls; later kovač writes.", "[name] calls; later [name] writes."),
        ("See www.velo.example/x and @velonord.", "See [address] and [address]"),
        ("[name] stays", "[name] stays"),
    ],
)
def test_what_names_people_is_taken_out(sentence, told):
    common = small_words(["regular guests pay, and we call, see, know and answer. our it chat"])
    anonymiser = Anonymiser(["Ana Kovač"], common, lesson_words().not_names)
    made = anonymiser.anonymous(sentence, business="Velo Nord", author="Ana Kovač")
    assert made.text.rstrip(".") == told.rstrip(".")
    assert made.replaced == made.text.count("[")
