"""The section of a longer plan is found by its heading, however it is written."""

import pytest

from canvas.exchange.incoming.judged import judged

BODY = "We call every owner after two weeks. Mara visits each hotel."
PLAN = "# Harbour Bikes\n\n## Channels\n\nWe sell online.\n\n{heading}\n\n{body}\n\n{after}\n\nRent: 900.\n"


@pytest.mark.parametrize(
    ("heading", "after"),
    [
        ("## Customer Relationships", "## Cost Structure"),
        ("## 4. Customer Relationships (CR)", "## 5. Costs"),
        ("### IV. Customer relationship management", "## V. Money"),
        ("**Customer Relationships:**", "**Revenue Streams**"),
        ("Customer relations", "Revenue streams"),
        ("4.2 Costumer Relationship", "4.3 Revenue"),
        ("Relationships with our customers", "Key resources:"),
        ("CUSTOMER RELATIONSHIPS", "COST STRUCTURE"),
        ("Section 4: Client Relationships", "Section 5: Money"),
        ("## Channels and customer relationships", "## Money"),
        ("Customer Relationships\n======", "Money\n====="),
        ("## Our customer relationship strategy", "# Finance"),
    ],
)
def test_the_section_is_found_by_its_heading(heading, after):
    text, found = judged(PLAN.format(heading=heading, body=BODY, after=after))
    assert text == BODY + "\n"
    assert found is not None
    assert "elation" in found.heading.lower()


def test_headings_of_its_own_belong_to_the_section():
    body = (
        "### Before the purchase\n\nMara shows it.\n\n**After the purchase**\n\nShe calls.\n\nFeedback\n\nA box."
    )
    text, _ = judged(PLAN.format(heading="## Customer Relationships", body=body, after="## Costs"))
    assert text.strip() == body


def test_a_line_of_the_contents_is_not_the_section():
    contents = "Contents\n\nChannels ........ 3\nCustomer Relationships ........ 4\n\n"
    text, _ = judged(contents + PLAN.format(heading="Customer Relationships", body=BODY, after="Costs"))
    assert text == BODY + "\n"


@pytest.mark.parametrize("led", [" ........ 4", "\t4", "    12", " … 4", "...123"])
def test_an_entry_of_the_contents_is_told_by_what_leads_to_its_page(led):
    whole = f"Channels\n\nCustomer Relationships{led}\n\nWe sell bikes.\n"
    assert judged(whole) == (whole, None)


def test_a_very_long_line_is_no_heading_but_may_begin_with_one():
    long = "word " * 70
    plan = "# Plan\n\n{line}\n\nWe call.\n\n# Costs\n\nRent.\n"
    assert judged(plan.format(line=f"# Customer Relationships {long}"))[1] is None
    assert judged(plan.format(line=f"Customer Relationships: {long}"))[0].startswith("word word")


@pytest.mark.parametrize("end", ["", " ##", "##", " ## ", " #"])
def test_signs_behind_a_heading_are_no_words_of_it(end):
    _, found = judged(PLAN.format(heading=f"## Customer   Relationships{end}", body=BODY, after="## Costs"))
    assert found.heading == "Customer   Relationships"


def test_words_on_the_line_of_the_heading_are_in_it():
    text, found = judged(f"Channels: a shop.\n\nCustomer Relationships: {BODY}\n\nCosts\n\nRent.\n")
    assert text == BODY + "\n"
    assert found.heading == "Customer Relationships"


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        f"# Customer Relationships\n\n{BODY}\n",
        f"# Harbour Bikes\n\n## Customer Relationships\n\n{BODY}\n",
        f"We value customer relationships.\n\n{BODY}\n",
        "# Plan\n\n## Channels\n\nA shop.\n",
    ],
)
def test_a_text_that_is_no_longer_plan_is_judged_whole(text):
    assert judged(text) == (text, None)


def test_places_point_into_the_whole_text():
    whole = PLAN.format(heading="## Customer Relationships", body=BODY, after="## Costs")
    text, found = judged(whole)
    assert whole[found.start : found.end].strip() == text.strip()
