"""A class with every name that has ever gone wrong, and comments that would like to be something else."""

from decimal import Decimal

from canvas.models.review import GivenMark, Marks

NAMES = {
    4711: "Jane O'Brien",
    4712: "王小明",
    4713: "=HYPERLINK(1)",
    4714: "Kim Lee",
    4715: "Kim Lee",
    4716: "Zoë Müller-Öğüt",
    4717: "Anna_Maria de la Cruz",
    4718: 'Ted "Teddy" Fox, Jr.',
}
HOSTILE = (
    "<script>alert(1)</script> & <b>bold</b>",
    '=1+1 "quoted" \\" and \\\\" twice',
    "- a bullet\n- another; with, every\tdelimiter",
    "First line\nsecond line\n\nNew paragraph 'with' apostrophes",
    "@SUM(A1) 王小明 🙂 مرحبا",
    '"',
    "\\",
    "+49 123; |pipe| #REF! ]]> <!-- -->",
)


def marks(keys, *, maximum=10):
    """Marks and comments that differ for everybody; each comment carries the key of its student."""
    return Marks(
        max=Decimal(maximum),
        students={
            str(key): GivenMark(mark=Decimal(place + 1) / 2, comment=f"{HOSTILE[place % 8]}\n\nmine={key}.")
            for place, key in enumerate(keys)
        },
    )


def own_words(key):
    return f"mine={key}."
