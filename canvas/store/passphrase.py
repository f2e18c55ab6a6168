"""How a passphrase is kept: a slow salted hash of the standard library, compared in constant time."""

from __future__ import annotations

import hashlib
import hmac
import secrets
from threading import Lock

from canvas.errors import InputError
from canvas.models.clean_text import clean_text

FEWEST_SIGNS, MOST_SIGNS = 10, 200
_WORK, _BLOCK, _LANES = 2**15, 8, 1  # 32 MB and about a tenth of a second for each try
_MEMORY = 64 * 1024 * 1024
_SALT_BYTES = 16
_ONE_AT_A_TIME = Lock()
"""Many tries at once must not take 32 MB each."""


def hashed(text: str) -> str:
    """Return the hash to keep: `scrypt$work$block$lanes$salt$hash`. InputError for one too short or too long."""
    words = _read(text)
    if not FEWEST_SIGNS <= len(words) <= MOST_SIGNS:
        raise InputError(
            f"A passphrase has {FEWEST_SIGNS} to {MOST_SIGNS} characters.",
            mend="Take four or five words that do not belong together.",
        )
    salt = secrets.token_bytes(_SALT_BYTES)
    numbers = f"{_WORK}${_BLOCK}${_LANES}"
    return f"scrypt${numbers}${salt.hex()}${_derived(words, salt, _WORK, _BLOCK, _LANES).hex()}"


def matches(text: str, kept: str) -> bool:
    """Tell whether a passphrase is the one that was kept; it takes the same time for any."""
    _, work, block, lanes, salt, wanted = kept.split("$")
    found = _derived(_read(text)[:MOST_SIGNS], bytes.fromhex(salt), int(work), int(block), int(lanes))
    return hmac.compare_digest(found, bytes.fromhex(wanted))


def _read(text: str) -> str:
    """Return a passphrase as it was meant: without the spaces around it that copying adds."""
    return clean_text(text).strip()


def _derived(words: str, salt: bytes, work: int, block: int, lanes: int) -> bytes:
    with _ONE_AT_A_TIME:
        return hashlib.scrypt(words.encode(), salt=salt, n=work, r=block, p=lanes, maxmem=_MEMORY, dklen=32)
