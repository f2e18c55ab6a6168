"""What people write into a field to say that there is nothing yet: a gap, as an empty field is."""

from __future__ import annotations

import re

_WORDS = re.compile(r"[^\W_]+")
_NOTHING = frozenset(
    "na|n a|none|no|nil|nope|nothing|nothing planned|nothing special|x|xx|xxx|empty|missing|unknown|undecided|"
    "tbd|tba|tbc|todo|to do|idk|dunno|later|will follow|follows later|coming soon|soon|not yet|no idea|no clue|"
    "no answer|no plan|no plans|no information|not sure|unsure|unclear|not known|not decided|not planned|"
    "not defined|not clear".split("|")
)
_DONE_LATER = "(?:decided|determined|defined|done|announced|confirmed|discussed|filled in|added)"
_NOT_KNOWN = re.compile(
    r"(?:(?:i|we) )?(?:really )?(?:am |are |m |re |have |ve )?(?:don t|dont|do not|not) "
    r"(?:know|sure|decided|planned|thought)(?: (?:about|of) (?:it|this|that))?"
    r"|(?:i|we) (?:have |ve |ve got )?no (?:idea|clue|plan)"
    rf"|(?:(?:it|this|that) )?(?:is |will |s |has |still |is still |needs )?to be {_DONE_LATER}"
    rf"|(?:(?:it|this|that) )?will be {_DONE_LATER}"
    r"|(?:(?:i|we) )?(?:will |ll )?(?:must |have to |need to )?(?:decide|think about (?:it|this))"
)
_AROUND = re.compile(
    r"^(?:sorry|still|maybe|perhaps)+ | (?:yet|later|now|soon|still|at the moment|right now|for now|sorry)$"
)


def says_something(answer: str) -> bool:
    """Say whether an answer says anything: "later", "?", "n/a" and "I don't know yet" do not.

    An answer with any other word in it says something, however little.
    """
    words = " ".join(_WORDS.findall(answer.casefold()))
    if not words:
        return any(not sign.isspace() and not sign.isascii() and sign not in "–—…•·¿" for sign in answer)
    return not (words in _NOTHING or _unknown(words) or _unknown(_without_frame(words)))


def _unknown(words: str) -> bool:
    return words in _NOTHING or _NOT_KNOWN.fullmatch(words) is not None


def _without_frame(words: str) -> str:
    """Return the words without a "maybe" in front and a "yet" or "later" behind."""
    while (bare := _AROUND.sub("", words)) != words:
        words = bare
    return words
