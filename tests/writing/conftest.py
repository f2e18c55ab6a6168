"""A plan with three segments that several tests of this room build on: complete but for a few gaps."""

import pytest

from canvas.models.vocabulary import RelationshipType
from canvas.models.workbook import Commitment, KeyAnswers, Segment, Venture, Workbook


@pytest.fixture
def plan():
    return Workbook(
        venture=Venture(
            name="Harbour Bikes",
            offer="City bikes and repairs",
            value_proposition="A bike that is ready the same day.",
            channels="Shop",
            segments=(
                Segment(id="commuters", name="Commuters", needs="a bike that works every morning"),
                Segment(id="families", name="young families", needs="They want safe bikes."),
                Segment(id="firms", name="Local firms"),
            ),
        ),
        commitments=(
            Commitment(
                segment="commuters",
                type=RelationshipType.PERSONAL_ASSISTANCE,
                before="Free test ride on Saturdays",
                during="Mia shows three bikes and lets each person try them.",
                after="We call after two weeks. If something rattles, we repair it for free.",
                who="Jana, our mechanic",
                pace="within two hours",
            ),
            Commitment(
                segment="commuters",
                type=RelationshipType.SELF_SERVICE,
                during="Customers book a repair slot online",
                after="- care videos\n- Price list for spare parts",
            ),
            Commitment(
                segment="families",
                type=RelationshipType.COMMUNITIES,
                before="invite parents to a Sunday ride",
                after="After two months, Mia invites each family to a free check",
            ),
            Commitment(
                segment="firms",
                type=RelationshipType.DEDICATED_PERSONAL_ASSISTANCE,
                before="One visit a year",
                during="A named mechanic checks the fleet",
                pace="Every month",
            ),
        ),
        answers=KeyAnswers(
            attract="Free test ride on Saturdays",
            interact="Personally in our shop at the harbour",
            retain="A stamp card: every fifth service is free",
            feedback="Jana answers complaints within a day.",
        ),
    )
