"""What a text shows: negations, hedges and other people's customers are no evidence; quotes are exact."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from canvas.checks.run import check_text
from canvas.content.rules import load_rules
from canvas.models.vocabulary import RelationshipType, Stage
from canvas.reading.facts import observe

RULES = load_rules()


def types(text):
    return {kind.value for kind in observe(text, RULES).types}


@pytest.mark.parametrize(
    "text",
    [
        "Forums need time, so we open none.",
        "Self-service for members? No.",
        "We do not believe in chatbots.",
        "We no longer offer a user forum.",
        "We might one day open a user forum.",
        "A user forum could be introduced later.",
        "Instead of a forum for riders we print a list of dates.",
        "Our competitors offer a chatbot.",
        "We dont call customers.",
        "Our staff don't help customers.",
        "Our staff dont help customers.",
        "The big chains have robots that text you.",
        "The community centre next door has a café.",
        "We support local farmers.",
        "Neither a hotline nor a forum is planned.",
        "A user forum may be started later on.",
        "A chatbot could be considered at a later stage.",
        "A user forum is an option for later.",
        "There's talk of a user forum.",
        "There was talk of a chatbot.",
        "Down the road we open a user forum.",
        "Could be that we start a user forum.",
        "A user forum remains on our wish list.",
        "A chatbot, no thanks.",
        "A hotline no longer exists, we stopped the chat.",
        "Some kind of mentor may be allotted to good students in future.",
        "Across the road the chain store lets customers order in an app.",
        "Our supplier answers every question by phone.",
        "Small firms can expect dedicated personal assistance.",
        "For young people, this is what we do (self-service and communities).",
        "School classes are met at the gate.",
        "Exchange of unread books within a month.",
        "With good ideas and a passionate team we create apps.",
    ],
)
def test_what_is_not_done_is_no_evidence(text):
    assert types(text) == set()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("We will open a user forum in May.", "communities"),
        ("Not only beginners use our user forum.", "communities"),
        ("WhatsApp support", "personal_assistance"),
        ("Community forum for riders", "communities"),
        ("Personal reminders: an SMS reminder before each service", "automated_services"),
        ("Every restaurant has one dedicated adviser.", "dedicated_personal_assistance"),
        ("Costumers can order online.", "self_service"),
        ("Guests vote for the next dish.", "co_creation"),
        ("The client measures the window by himself, no software needed.", "self_service"),
        ("Customers change the tariff in the app, no call.", "self_service"),
        ("They stop and start the box by one click in the app.", "self_service"),
        ("With no need of an agent, tenants book the flat online.", "self_service"),
        ("The app shows tips that appear when a feature is not used.", "automated_services"),
        ("The heating learns when the family is not home.", "automated_services"),
        ("The pattern is not ours: wearers sent it in.", "co_creation"),
        ("If you don't find your size, our staff help you.", "personal_assistance"),
        ("For nothing, tenants book the laundry room online.", "self_service"),
        ("Learners who have no partner are matched by the computer.", "automated_services"),
        ("We will never leave you, you call us at any hour.", "personal_assistance"),
        ("Small firms can expect personal assistance at the counter.", "personal_assistance"),
    ],
)
def test_what_is_done_or_planned_counts(text, kind):
    assert kind in types(text)


@pytest.mark.parametrize("label", ["Personal Assistance", "Self-Service", "Communities", "Co-creation"])
def test_a_bare_label_describes_nothing(label):
    assert types(f"- {label}\n- Dedicated Personal Assistance\n- Automated Services") == set()


TEXT = "Our staff don't rest: they answer each question by e-mail.\n- Each lamp has a warranty\n- Riders' forum\n"


@pytest.mark.parametrize(
    "dressed",
    [
        TEXT.replace("\n", "\r\n"),
        TEXT.replace(" ", "\u00a0"),
        TEXT.replace("'", "\u2019"),
        TEXT.replace("- ", "\u2022 "),
        TEXT.replace("- ", "-\t"),
        TEXT.replace("- ", "* "),
        TEXT.replace("- ", "1. "),
        TEXT.replace("staff", "**staff**"),
        TEXT.replace("warranty", "war\u200branty"),
    ],
)
def test_the_dress_of_a_text_does_not_change_the_verdict(dressed):
    plain, other = check_text(TEXT, RULES), check_text(dressed, RULES)
    assert [item.type for item in other.types] == [item.type for item in plain.types]
    assert other.stages == plain.stages
    assert other.flagged == plain.flagged


def test_a_call_two_weeks_later_is_contact_after_the_purchase():
    (quote, *_) = observe("Two weeks later our staff call.", RULES).stages[Stage.AFTER]
    assert "weeks later" in quote.quote


def test_best_evidence_stands_first():
    facts = observe("Customer support matters. Riders help each other in our user forum.", RULES)
    assert next(iter(facts.types)) is RelationshipType.COMMUNITIES


@pytest.mark.parametrize(
    ("text", "after"),
    [
        ("We hope that our guests stay loyal.", False),
        ("She returns to the desk.", False),
        ("If your back says no, send it back within a month.", True),
        ("No, they cannot send it back within a month.", False),
        ("We give fast service to every customer.", False),
        ("Regular guests are shown a new box.", False),
        ("Returns within a month.", True),
        ("We repair a broken strap for free.", True),
        ("A broken part is not replaced.", False),
        ("We replace it by a new one.", True),
        ("He will bring it back and will not pay again.", True),
        ("If a blade snaps, the desk comes with pliers.", True),
    ],
)
def test_after_sales_needs_something_that_was_sold(text, after):
    assert bool(observe(text, replace(RULES, wording=None)).stages[Stage.AFTER]) is after


def test_figures_and_times_are_specifics():
    facts = observe("On Tuesdays our baker shows twelve guests the oven.", RULES)
    assert [item.quote for item in facts.specifics] == ["On Tuesdays"]


SIGNS = st.one_of(
    st.text(max_size=300),
    st.text(alphabet="aA1 .,;:!?\n\r\t-*#[](){}<>|'\"\u2019\u200b\u00a0\u2022🙂ع", max_size=300),
    st.lists(
        st.sampled_from(
            "we our staff help customers forum not no may one by each other - \n . , app order".split(" ")
        ),
        max_size=60,
    ).map(" ".join),
)


@settings(max_examples=150, deadline=None)
@given(SIGNS)
def test_any_text_is_read_and_every_quote_is_exact(text):
    report = check_text(text, RULES)
    quotes = [(item.quote, item.start, item.end) for item in report.types]
    quotes += [
        (item.quote, item.start, item.end) for finding in report.findings.values() for item in finding.quotes
    ]
    quotes += [(item.quote, item.start, item.end) for strength in report.works for item in strength.quotes]
    assert all(text[start:end] == quote and quote for quote, start, end in quotes)
    assert check_text(text, RULES) == report


OWN = "Each family has its own carer. "


@pytest.mark.parametrize(
    ("text", "helped"),
    [
        (OWN + "On Sundays she advises them on the phone.", False),
        (OWN + "She knows the house. In May she advises them on the phone.", False),
        (OWN + "Our staff advise visitors in the shop.", True),
        (OWN + "The kitchen is open. In May she advises them on the phone.", True),
        ("On Sundays she advises them on the phone.", True),
    ],
)
def test_what_the_person_of_ones_own_does_is_no_other_help(text, helped):
    found = observe(text, RULES).types
    assert (RelationshipType.PERSONAL_ASSISTANCE in found) is helped
    assert helped or not observe(text, RULES).perhaps
