"""The one template environment: strict, sandboxed, escaping everything but the plain-text section."""

import pytest
from jinja2 import UndefinedError
from jinja2.exceptions import SecurityError

from canvas.writing.environment import TEMPLATES, environment


def test_a_page_escapes_whatever_its_ending():
    assert environment().autoescape("document.html.j2")
    assert environment().autoescape("report.txt.j2")
    assert environment().autoescape(None)


def test_only_the_section_is_plain_text():
    assert not environment().autoescape("section/by_segment.j2")


def test_an_unknown_name_is_an_error():
    with pytest.raises(UndefinedError):
        environment().from_string("{{ nobody }}").render()


@pytest.mark.parametrize("attack", ["{{ ''.__class__.__mro__ }}", "{{ words.append(1) }}"])
def test_a_template_cannot_reach_python_or_change_data(attack):
    with pytest.raises(SecurityError):
        environment().from_string(attack).render(words=[])


def test_words_with_signs_of_templates_are_only_words():
    assert environment().from_string("{{ said }}").render(said="{{ 7*7 }}<b>") == "{{ 7*7 }}&lt;b&gt;"


def test_every_template_compiles():
    names = [path.relative_to(TEMPLATES).as_posix() for path in TEMPLATES.rglob("*.j2")]
    assert len(names) >= 6
    for name in names:
        environment().get_template(name)
