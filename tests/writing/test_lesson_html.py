"""Our Markdown as HTML: terms explain themselves once, links lead to lessons, nothing raw gets through."""

import re
from itertools import pairwise

import pytest

from canvas.content.library import library
from canvas.models.teaching import LessonPart, Term
from canvas.writing.lesson_html import lesson_html, lesson_passages

GLOSSARY = (
    Term(term="customer segment", meaning="A group with the same needs.", aliases=("segment", "segments")),
    Term(term="CRM", meaning='Tools & habits <for> "relationships".'),
)


def words(html):
    return re.findall(r'<button[^>]*class="term"[^>]*>(.*?)</button>', html, re.DOTALL)


def test_a_term_is_explained_where_it_occurs_first_and_only_there():
    html = lesson_html("Each **segment** differs.\n\nA customer segment has needs. CRM helps a segment.", GLOSSARY)
    assert words(html) == ["segment", "CRM"]


def test_the_word_and_its_meaning_belong_together_without_a_script():
    html = lesson_html("We use CRM.", GLOSSARY)
    button = re.search(r"<button[^>]*>", html).group()
    tip_id = re.search(r'popovertarget="([^"]+)"', button).group(1)
    assert f'aria-describedby="{tip_id}"' in button
    assert re.search(rf'<span[^>]*id="{tip_id}"[^>]*role="tooltip"', html)
    assert "Tools &amp; habits &lt;for&gt;" in html
    assert "<script" not in html
    assert " on" not in button


def test_the_longest_form_wins_also_across_a_line_end():
    assert words(lesson_html("Every customer\nsegment.", GLOSSARY)) == ["customer\nsegment"]


@pytest.mark.parametrize("text", ["## CRM", "`CRM`", "[CRM](lesson:the-block)", "ACRMB", "CRMs"])
def test_headings_code_links_and_parts_of_words_are_left_alone(text):
    assert words(lesson_html(text, GLOSSARY)) == []


def test_text_around_a_term_stays_in_order():
    html = lesson_html("One *CRM* two segment three.", GLOSSARY)
    assert re.sub(r'<span class="tip".*?</span>|<[^>]+>', "", html) == "One CRM two segment three."


def test_raw_html_is_shown_as_text():
    html = lesson_html("<script>alert(1)</script>\n\nA <b onclick=x>b</b> & c", GLOSSARY)
    assert "<script" not in html
    assert "<b" not in html.replace("<button", "").replace("<blockquote", "")
    assert "&lt;script&gt;" in html


def test_a_lesson_link_becomes_an_address():
    assert '<a href="?lesson=the-block">' in lesson_html("[See](lesson:the-block)", GLOSSARY)


def test_passages_split_at_parts_and_explain_a_term_once_in_the_whole_lesson():
    first, part, last = lesson_passages("A segment.\n\n::: rubric\n\nA segment and CRM.", GLOSSARY)
    assert part.part is LessonPart.RUBRIC
    assert words(first.html) == ["segment"]
    assert words(last.html) == ["CRM"]


def test_ids_are_unique_in_every_lesson():
    for lesson in library().lessons:
        html = "".join(passage.html for passage in lesson_passages(lesson.body, library().glossary))
        ids = re.findall(r'id="([^"]+)"', html)
        assert len(ids) == len(set(ids)), lesson.slug


@pytest.mark.parametrize("lesson", library().lessons, ids=lambda lesson: lesson.slug)
def test_headings_of_a_lesson_skip_no_level(lesson):
    """The page's title is level 1, so a lesson starts at level 2."""
    html = "".join(passage.html for passage in lesson_passages(lesson.body, library().glossary))
    levels = [1, *map(int, re.findall(r"<h(\d)", html))]
    assert all(after <= before + 1 for before, after in pairwise(levels))
    assert 1 not in levels[1:]


@pytest.mark.parametrize("lesson", library().lessons, ids=lambda lesson: lesson.slug)
def test_the_terms_a_lesson_names_are_explained_in_it(lesson):
    html = "".join(passage.html for passage in lesson_passages(lesson.body, library().glossary))
    forms = {form.lower(): entry.term for entry in library().glossary for form in (entry.term, *entry.aliases)}
    explained = {forms[" ".join(word.lower().split())] for word in words(html)}
    assert set(lesson.terms) <= explained
