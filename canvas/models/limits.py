"""The one table of limits: characters of a text, entries of a list. docs/export-format.md shows it."""

NAME = 80
"""Characters of a name: the venture's, a segment's."""
SHORT = 160
"""Characters of a short phrase: who does it, how fast."""
ANSWER = 1_200
"""Characters of one answer: a cell of the plan, a key question, a block of the canvas."""
DRAFT = 100_000
"""Characters of the draft, and of any text that is checked."""
CASE = 9_600
"""Characters of an answer to a case."""
SEGMENTS = 12
"""Customer segments in one plan."""
COMMITMENTS = SEGMENTS * 6
"""Every segment may have each of the six relationship types once."""
SENTENCES = 600
"""Sentences the draft was filled with."""
CUSTOMERS = 1_000_000_000
"""The highest number of customers a segment may be said to have."""
CHECKED = 3
"""Checked drafts that are kept: the newest one and those a receipt compares it with."""
OBJECTIONS = 60
"""Remarks a student disagrees with."""
QUOTED = 4_800
"""Characters of the words a disagreement is about."""
RATINGS = 20
"""Rows of a rubric a student has rated."""
FEEDBACK = 9_600
"""Characters of a reviewer's closing words, and of a private note."""
BRIEF = 9_600
"""Characters of the brief of a batch: what students were asked to do."""
COMMENTS = 200
"""Comments in one review."""
MARK = 1_000_000
"""What a mark may be out of, and the highest mark."""
