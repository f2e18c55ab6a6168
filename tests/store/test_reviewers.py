"""Reviewers: a name for each browser, one passphrase kept as a slow hash, sessions that end."""

from datetime import timedelta

import pytest
from sqlalchemy import create_engine, text

from canvas.errors import InputError
from canvas.store import passphrase

from .conftest import NOON

RIGHT = "four words make it long"


@pytest.fixture(autouse=True)
def quick(monkeypatch):
    """The real cost is tried once below; here it would only wait."""
    monkeypatch.setattr(passphrase, "_WORK", 2**4)


def test_a_browser_keeps_the_name_of_its_reviewer(store, workspace):
    assert store.reviewer_name(workspace) == ""
    store.set_reviewer_name(workspace, "  Ada ", NOON)
    assert store.reviewer_name(workspace) == "Ada"
    store.set_reviewer_name(workspace, "B" * 100, NOON)
    assert store.reviewer_name(workspace) == "B" * 80


def test_without_a_passphrase_nobody_can_sign_in(store):
    assert store.passphrase_since() is None
    assert store.open_reviewer_session("", NOON) is None


def test_only_the_right_passphrase_opens_a_session(store):
    store.set_passphrase(RIGHT, NOON)
    assert store.passphrase_since() == NOON
    assert store.open_reviewer_session("another passphrase", NOON) is None
    assert store.open_reviewer_session(RIGHT.upper(), NOON) is None
    assert store.open_reviewer_session(f" {RIGHT}\n", NOON)
    token = store.open_reviewer_session(RIGHT, NOON)
    assert store.has_reviewer_session(token, NOON + timedelta(hours=11))
    assert not store.has_reviewer_session(token[:-1], NOON)


def test_a_session_ends_after_twelve_hours(store):
    store.set_passphrase(RIGHT, NOON)
    token = store.open_reviewer_session(RIGHT, NOON)
    assert not store.has_reviewer_session(token, NOON + timedelta(hours=12))


def test_signing_out_ends_one_session(store):
    store.set_passphrase(RIGHT, NOON)
    one, two = (store.open_reviewer_session(RIGHT, NOON) for _ in range(2))
    store.end_reviewer_session(one)
    assert (store.has_reviewer_session(one, NOON), store.has_reviewer_session(two, NOON)) == (False, True)


@pytest.mark.parametrize("new", ["quite another passphrase", RIGHT, None])
def test_a_new_passphrase_ends_every_session(store, new):
    store.set_passphrase(RIGHT, NOON)
    token = store.open_reviewer_session(RIGHT, NOON)
    store.set_passphrase(new, NOON)
    assert not store.has_reviewer_session(token, NOON)
    assert (store.passphrase_since() is None) == (new is None)


@pytest.mark.parametrize("wrong", ["", "too short", "x" * 201])
def test_a_passphrase_is_neither_short_nor_endless(store, wrong):
    store.set_passphrase(RIGHT, NOON)
    with pytest.raises(InputError, match="10 to 200"):
        store.set_passphrase(wrong, NOON)
    assert store.open_reviewer_session(RIGHT, NOON)


def test_the_database_holds_neither_the_passphrase_nor_a_token(store, url):
    store.set_passphrase(RIGHT, NOON)
    token = store.open_reviewer_session(RIGHT, NOON)
    engine = create_engine(url)
    with engine.connect() as connection:
        rows = [
            str(connection.execute(text(f"SELECT * FROM {table}")).all())
            for table in ("reviewer_passphrase", "reviewer_sessions")
        ]
    engine.dispose()
    assert rows[0].count("scrypt$") == 1
    assert not any(secret in row for row in rows for secret in (RIGHT, token))


def test_the_hash_is_slow_and_salted(monkeypatch):
    monkeypatch.undo()
    one, two = passphrase.hashed(RIGHT), passphrase.hashed(RIGHT)
    assert one != two
    assert one.startswith("scrypt$32768$8$1$")
    assert passphrase.matches(RIGHT, one)
    assert not passphrase.matches(f"{RIGHT}.", one)
