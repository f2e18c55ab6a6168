"""The schema is made at start-up, by one process at a time; a newer one is refused; a kill loses nothing."""

import signal
import subprocess
import sys
import textwrap
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, text

from canvas.errors import StoreError
from canvas.store.engine import default_url, make_engine
from canvas.store.store import open_store
from canvas.store.tables import metadata

ROOT = Path(__file__).parent.parent.parent


def python(script: str, *arguments: str) -> subprocess.Popen:
    command = [sys.executable, "-c", textwrap.dedent(script), *arguments]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.fixture
def file_url(tmp_path):
    return f"sqlite:///{tmp_path / 'canvas.sqlite3'}"


def test_the_steps_make_exactly_the_tables_that_the_code_uses(store, url):
    engine = make_engine(url)
    with engine.connect() as connection:
        differences = compare_metadata(MigrationContext.configure(connection), metadata)
    engine.dispose()
    assert differences == []


def test_sqlite_is_set_up_to_be_safe(file_url):
    engine = make_engine(file_url)
    with engine.connect() as connection:
        settings = {
            name: connection.exec_driver_sql(f"PRAGMA {name}").scalar()
            for name in ("journal_mode", "foreign_keys", "busy_timeout")
        }
    engine.dispose()
    assert settings == {"journal_mode": "wal", "foreign_keys": 1, "busy_timeout": 10_000}


def test_processes_that_start_together_make_the_schema_once(file_url):
    script = "import sys; from canvas.store.store import open_store; open_store(sys.argv[1])"
    started = [python(script, file_url) for _ in range(4)]
    for process in started:
        _, problems = process.communicate(timeout=60)
        assert process.returncode == 0, problems
    engine = create_engine(file_url)
    with engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM alembic_version")).scalar() == 1
    engine.dispose()


def test_work_of_a_newer_version_is_refused_with_a_way_out(file_url):
    open_store(file_url).close()
    engine = create_engine(file_url)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    engine.dispose()
    with pytest.raises(StoreError, match="newer Canvas Coach") as caught:
        open_store(file_url)
    assert "CANVAS_DATA" in caught.value.mend


def test_a_process_killed_while_saving_loses_no_saved_revision(file_url):
    script = """
        import sys
        from datetime import UTC, datetime
        from canvas.models.workbook import Workbook
        from canvas.store.store import open_store
        now = datetime(2026, 3, 2, tzinfo=UTC)
        store = open_store(sys.argv[1])
        workspace = store.new_workspace(now)
        saved = store.create(workspace, Workbook(title="1"), now)
        print(workspace, saved.id, flush=True)
        while True:
            saved = store.save(workspace, saved.id, Workbook(title=str(saved.revision + 1)), saved.revision, now)
            print(saved.revision, flush=True)
    """
    process = python(script, file_url)
    workspace, workbook_id = process.stdout.readline().split()
    for _ in range(25):
        told = int(process.stdout.readline())
    process.send_signal(getattr(signal, "SIGKILL", signal.SIGTERM))
    rest = process.communicate(timeout=60)[0].split("\n")[:-1]
    told = int(rest[-1]) if rest else told
    store = open_store(file_url)
    found = store.load(workspace, workbook_id)
    assert found.revision >= told
    assert found.workbook.title == str(found.revision)
    assert [revision.number for revision in store.revisions(workspace, workbook_id)] == [
        *range(1, found.revision + 1)
    ]
    store.close()


def test_the_data_folder_can_be_chosen_and_is_made(tmp_path, monkeypatch):
    monkeypatch.delenv("CANVAS_DATABASE_URL", raising=False)
    monkeypatch.setenv("CANVAS_DATA", str(tmp_path / "mine" / "canvas"))
    assert default_url() == f"sqlite:///{tmp_path / 'mine' / 'canvas' / 'canvas.sqlite3'}"
    assert (tmp_path / "mine" / "canvas").is_dir()
    monkeypatch.setenv("CANVAS_DATABASE_URL", "postgresql+psycopg://somebody@host/canvas")
    assert default_url() == "postgresql+psycopg://somebody@host/canvas"


@pytest.mark.parametrize("url", ["not an address", "nodatabase://x", "sqlite:////no/such/folder/x.sqlite3"])
def test_an_address_that_cannot_be_used_ends_in_one_clear_error(url):
    with pytest.raises(StoreError) as caught:
        open_store(url)
    assert caught.value.mend


def test_a_folder_that_cannot_be_made_is_named(tmp_path, monkeypatch):
    monkeypatch.delenv("CANVAS_DATABASE_URL", raising=False)
    (tmp_path / "file").write_text("in the way", encoding="utf-8")
    monkeypatch.setenv("CANVAS_DATA", str(tmp_path / "file" / "folder"))
    with pytest.raises(StoreError, match="cannot be made") as caught:
        default_url()
    assert str(tmp_path / "file") in caught.value.where
