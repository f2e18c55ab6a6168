"""The sieve never holds back a pattern that stands in a unit, and holds back those whose words are missing."""

from canvas.content.rules import load_rules
from canvas.models.pattern import parse
from canvas.models.rule_book import ReadyRule, RuleBook
from canvas.reading.patterns import Matcher
from canvas.reading.row import steps_of
from canvas.reading.sieve import Sieve, places
from canvas.reading.units import units

PATTERNS = ("feed <0-3> <pet>", "look after (the|a)? bird", "bird $", "(cat|guinea pig) <0-2> (fed|fat)")


def passed(*keys):
    sieve = Sieve([steps_of(parse(pattern), {}) for pattern in PATTERNS])
    return [PATTERNS[index] for index in places(sieve.passed(sieve.bits(keys)))]


def test_a_pattern_passes_when_a_word_of_every_step_is_there_in_whatever_order():
    assert passed("<pet>", "we", "feed") == [PATTERNS[0]]
    assert passed("guinea", "pig", "fat") == [PATTERNS[3]]
    assert passed("$", "after", "look", "bird") == [PATTERNS[1], PATTERNS[2]]


def test_a_phrase_is_known_by_the_word_that_texts_lack_most_often():
    assert Matcher(book("look after <0-2> bird")).hits(units("We look after your bird.")) != []
    assert passed("cat") == passed("bird") == passed() == []


def book(*patterns):
    rules = tuple(
        ReadyRule(f"r{number}", "stage", True, (), (parse(pattern),), (), why="Why.")
        for number, pattern in enumerate(patterns)
    )
    return RuleBook(rules, {"pet": ("cat", "guinea pig", "pet of the house")}, {}, {}, "1")


def test_classes_of_several_words_and_names_pass_in_their_own_unit_only():
    matcher = Matcher(book("feed <pet>", "<name> <0-1> feed", "<number> <pet>"))
    text = "They feed the cat. Ana feeds it. We feed pets of the house. Have 3 guinea pigs. A guinea fowl, a pig."
    assert [(hit.rule.id, text[hit.start : hit.end]) for hit in matcher.hits(units(text))] == [
        ("r1", "Ana feeds"),
        ("r0", "feed pets of the house"),
        ("r2", "3 guinea pigs"),
    ]


def test_few_patterns_of_the_rule_book_pass_in_a_common_sentence():
    book, known = load_rules(), {}
    patterns = [steps_of(pattern, known) for rule in book.rules for pattern in rule.patterns]
    sieve = Sieve(patterns)
    (row,) = Matcher(book).rows(units("Our staff advise every visitor in the shop."))
    assert 0 < len(list(places(sieve.passed(sieve.bits(row.keys))))) < len(patterns) / 20


def test_places_are_those_of_the_bits_that_are_set():
    assert list(places(0b1010001)) == [0, 4, 6]
    assert list(places(0)) == []


def test_a_unit_that_was_read_before_has_the_same_hits_at_its_new_place():
    matcher, first = Matcher(book("look after <0-2> bird")), "We look after your bird."
    matcher.found(units(first))
    longer = units(f"Hello there, all of you. {first} We look after them. {first}")
    assert matcher.found(longer) == Matcher(book("look after <0-2> bird")).found(longer)
    assert [hit.unit for hit in matcher.found(longer)] == [1, 3]
