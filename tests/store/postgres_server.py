"""A PostgreSQL server of its own for one run of the tests: started in a temporary folder, gone afterwards."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_DEBIAN = Path("/usr/lib/postgresql")


def programs() -> Path | None:
    """Return the folder with `initdb` and `pg_ctl`, which Debian keeps off the PATH; None where there is none."""
    if found := shutil.which("initdb"):
        return Path(found).resolve().parent
    versions = sorted(_DEBIAN.glob("*/bin/initdb"), key=lambda path: float(path.parts[-3]))
    return versions[-1].parent if versions else None


@contextmanager
def server(folder: Path) -> Iterator[str]:
    """Run a server that listens on a socket in its own folder only, and yield its address."""
    # It refuses to run as root; Debian's package brings a user for it.
    user = "postgres" if hasattr(os, "geteuid") and os.geteuid() == 0 else None
    home = Path(tempfile.mkdtemp(prefix="canvas-postgres-"))
    if user:
        shutil.chown(home, user)

    def run(program: str, *options: str) -> None:
        subprocess.run([folder / program, *options], check=True, capture_output=True, cwd=home, user=user)

    data = str(home / "data")
    try:
        run("initdb", "--pgdata", data, "--username", "coach", "--auth", "trust", "--encoding", "UTF8")
        settings = f"-c listen_addresses= -c unix_socket_directories={home} -c fsync=off"
        run("pg_ctl", "--pgdata", data, "--log", str(home / "log"), "--wait", "--options", settings, "start")
        try:
            yield f"postgresql+psycopg://coach@/postgres?host={home}"
        finally:
            run("pg_ctl", "--pgdata", data, "--mode", "immediate", "--wait", "stop")
    finally:
        shutil.rmtree(home, ignore_errors=True)
