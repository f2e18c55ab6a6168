"""The schema is made at start-up, by one process at a time; a newer one is refused; a kill loses nothing."""

import os
import shutil
import signal
import stat
import subprocess
import sys
import textwrap
from datetime import UTC, datetime
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, text

from canvas.errors import StaleRevisionError, StoreError
from canvas.models.workbook import Workbook
from canvas.store.engine import default_url, make_engine
from canvas.store.store import open_store
from canvas.store.tables import metadata
from canvas.store.workspaces import new_workspace_id

from .conftest import NOON

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


def test_a_batch_of_an_older_version_is_there_and_takes_another_upload(file_url, make_batch, rubric, submitted):
    store, batch = open_store(file_url), make_batch(2)
    store.create_batch(batch, {}, rubric, NOON)
    store.close()
    engine = create_engine(file_url)
    with engine.begin() as connection:
        connection.execute(text("ALTER TABLE review_batches DROP COLUMN upload"))
        connection.execute(text("UPDATE alembic_version SET version_num = '0003'"))
    engine.dispose()
    newer = open_store(file_url)
    assert newer.batch(batch.id) == batch
    before = newer.upload_of(batch.id)
    more = batch.model_copy(update={"submissions": (submitted("n1", "New."),)})
    newer.add_upload(batch.id, more, {"n1/plan.md": b"New."})
    assert newer.upload_of(batch.id) != before
    newer.close()


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


def test_a_file_that_is_no_database_is_told_with_the_right_advice(tmp_path, file_url):
    (tmp_path / "canvas.sqlite3").write_text("Dear diary, " * 200, encoding="utf-8")
    with pytest.raises(StoreError, match="no database") as caught:
        open_store(file_url)
    assert caught.value.where == str(tmp_path / "canvas.sqlite3")
    assert "Rename" in caught.value.mend
    assert "backup" in caught.value.mend


def test_a_database_of_another_program_is_left_alone(file_url):
    engine = create_engine(file_url)
    with engine.begin() as connection:
        connection.execute(text("CREATE TABLE revisions (page TEXT)"))
    engine.dispose()
    with pytest.raises(StoreError, match="another program"):
        open_store(file_url)


@pytest.mark.skipif(os.name == "nt", reason="Windows keeps the user's folder private by itself")
def test_the_data_folder_and_every_file_in_it_belong_to_their_owner_alone(tmp_path, monkeypatch):
    monkeypatch.delenv("CANVAS_DATABASE_URL", raising=False)
    monkeypatch.setenv("CANVAS_DATA", str(tmp_path / "mine"))
    store = open_store()
    store.create(new_workspace_id(), Workbook(title="x"), datetime(2026, 3, 2, tzinfo=UTC))
    rights = {
        path.name: stat.S_IMODE(path.stat().st_mode) for path in [tmp_path / "mine", *tmp_path.glob("mine/*")]
    }
    store.close()
    assert rights == {
        "mine": 0o700,
        "canvas.sqlite3": 0o600,
        "canvas.sqlite3-wal": 0o600,
        "canvas.sqlite3-shm": 0o600,
    }


@pytest.mark.skipif(os.name == "nt", reason="Windows deletes no file that is open")
@pytest.mark.parametrize("also", [(), ("-wal", "-shm")])
def test_a_file_deleted_under_a_running_server_is_made_again(tmp_path, file_url, also):
    store, workspace, now = open_store(file_url), new_workspace_id(), datetime(2026, 3, 2, tzinfo=UTC)
    saved = store.create(workspace, Workbook(title="before"), now)
    for ending in ("", *also):
        (tmp_path / f"canvas.sqlite3{ending}").unlink()
    with pytest.raises(StaleRevisionError, match="not here"):
        store.save(workspace, saved.id, Workbook(title="after"), saved.revision, now)
    assert not store.has_workspace(workspace)
    again = store.create(workspace, Workbook(title="after"), now)
    store.close()
    reopened = open_store(file_url)
    assert reopened.load(workspace, again.id).workbook.title == "after"
    reopened.close()


@pytest.mark.skipif(os.name == "nt", reason="Windows deletes no folder with an open file")
def test_a_folder_deleted_under_a_running_server_is_said(tmp_path):
    (tmp_path / "data").mkdir()
    store = open_store(f"sqlite:///{tmp_path / 'data' / 'canvas.sqlite3'}")
    shutil.rmtree(tmp_path / "data")
    with pytest.raises(StoreError, match="cannot be opened") as caught:
        store.create(new_workspace_id(), Workbook(title="x"), datetime(2026, 3, 2, tzinfo=UTC))
    assert "folder" in caught.value.mend
    store.close()


def test_a_process_killed_while_saving_loses_no_saved_revision(file_url):
    script = """
        import sys
        from datetime import UTC, datetime
        from canvas.models.workbook import Workbook
        from canvas.store.store import open_store
        from canvas.store.workspaces import new_workspace_id
        now = datetime(2026, 3, 2, tzinfo=UTC)
        store = open_store(sys.argv[1])
        workspace = new_workspace_id()
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
    assert [revision.number for revision in store.versions(workspace, workbook_id, limit=100_000)[::-1]] == [
        *range(1, found.revision + 1)
    ]
    store.close()


def test_the_data_folder_can_be_chosen_and_is_made(tmp_path, monkeypatch):
    monkeypatch.delenv("CANVAS_DATABASE_URL", raising=False)
    monkeypatch.setenv("CANVAS_DATA", str(tmp_path / "mine" / "canvas"))
    open_store().close()
    assert (tmp_path / "mine" / "canvas" / "canvas.sqlite3").is_file()
    monkeypatch.setenv("CANVAS_DATABASE_URL", "postgresql+psycopg://somebody@host/canvas")
    assert default_url() == "postgresql+psycopg://somebody@host/canvas"


@pytest.mark.parametrize(
    "name", ["100%20", "lüb 長い", *([] if os.name == "nt" else ["what?now", "a#b", "back\\slash"])]
)
def test_a_data_folder_is_the_one_that_was_named_whatever_signs_it_holds(tmp_path, monkeypatch, name):
    monkeypatch.delenv("CANVAS_DATABASE_URL", raising=False)
    monkeypatch.setenv("CANVAS_DATA", str(tmp_path / name))
    open_store().close()
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert (tmp_path / name / "canvas.sqlite3").is_file()


@pytest.mark.parametrize(
    "url",
    [
        "not an address",
        "nodatabase://x",
        "postgresql+psycopg://somebody@host:port/canvas",
        "sqlite:////no/such/folder/x.sqlite3",
    ],
)
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
