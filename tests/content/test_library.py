"""Everything that is taught is there, and a wrong file says where and how to mend it."""

from canvas.content.library import library
from canvas.models.vocabulary import Block, KeyQuestion, Mistake, RelationshipType


def test_every_id_has_its_card():
    assert list(library().types) == list(RelationshipType)
    assert list(library().mistakes) == list(Mistake)
    assert list(library().questions) == list(KeyQuestion)
    assert list(library().blocks) == list(Block)
