"""What happens for a customer, and what only speaks of it."""

from canvas.checks.run import check_text
from canvas.content.rules import load_rules

RULES = load_rules()


def words(quotes):
    return [quote.quote for quote in quotes]


def test_a_deed_for_a_customer_happens():
    report = check_text("Our staff answer questions on the phone.", RULES)
    assert words(report.happens) == ["staff answer questions on the phone"]


def test_a_day_of_the_week_is_no_deed():
    report = check_text("My dog is brown and sleeps on Monday in the garden.", RULES)
    assert (report.happens, report.attempts) == ((), ())


def test_advertising_is_no_deed():
    assert check_text("We advertise on Instagram and hand out flyers.", RULES).happens == ()


def test_praise_only_speaks_of_customers():
    report = check_text("We want our guests to stay loyal.", RULES)
    assert (report.happens, words(report.attempts)) == ((), ["guests to stay loyal"])
