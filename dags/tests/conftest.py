"""Every test run has an Airflow home of its own, set before anything imports Airflow."""

import atexit
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import pytest

DAGS = Path(__file__).resolve().parents[1]
HOME = Path(tempfile.mkdtemp(prefix="siyu-airflow-"))
atexit.register(shutil.rmtree, HOME, ignore_errors=True)

REAL_ROOT = Path(os.environ.get("SIYU_ROOT") or DAGS.parent)
for name in [name for name in os.environ if name.startswith(("AIRFLOW_", "SIYU_"))]:
    del os.environ[name]
os.environ.update(
    AIRFLOW_HOME=str(HOME),
    AIRFLOW__CORE__DAGS_FOLDER=str(DAGS),
    AIRFLOW__CORE__LOAD_EXAMPLES="False",
    AIRFLOW__DATABASE__SQL_ALCHEMY_CONN=f"sqlite:///{HOME}/airflow.db",
    AIRFLOW__LOGGING__LOGGING_LEVEL="WARNING",
)
sys.path.insert(0, str(DAGS))

FAKE_SIYU = """#!/usr/bin/env bash
# Notes each call; the n-th call for a step ends with the n-th line of codes/<step>, else with 0.
root=$(dirname "$0")/..
echo "$*" >> "$root/calls"
echo "$PWD ${SIYU_HOME-}" >> "$root/places"
try=$(grep -c "^run $2 " "$root/calls")
exit "$(sed -n "${try}p" "$root/codes/$2" 2>/dev/null | grep . || echo 0)"
"""


class FakeRoot:
    """An installation whose bin/siyu only notes how it was called."""

    def __init__(self, path: Path):
        self.path = path
        for folder in ("bin", "codes"):
            (path / folder).mkdir(parents=True)
        (path / "bin/siyu").write_text(FAKE_SIYU)
        (path / "bin/siyu").chmod(0o755)

    def exits(self, step: str, *codes: int) -> None:
        (self.path / "codes" / step).write_text("".join(f"{code}\n" for code in codes))

    def lines(self, name: str) -> list[str]:
        notes = self.path / name
        return notes.read_text().splitlines() if notes.exists() else []


@pytest.fixture
def root(tmp_path, monkeypatch):
    fake = FakeRoot(tmp_path / "a root")
    monkeypatch.setenv("SIYU_ROOT", str(fake.path))
    return fake


@pytest.fixture(scope="session")
def airflow():
    """Runs the real `airflow` command on a metadata database made for this test run."""

    def run(*args, **env):
        done = subprocess.run(
            [sys.executable, "-m", "airflow", *args], env={**os.environ, **env}, text=True, capture_output=True
        )
        assert done.returncode == 0, f"airflow {' '.join(args)}\n{done.stdout}\n{done.stderr}"
        return done.stdout

    run("db", "migrate")
    return run


@pytest.fixture
def load(monkeypatch):
    """Imports nightly.py as Airflow does and gives its DAG."""

    def dag(**env):
        from airflow.dag_processing.dagbag import DagBag

        for name, value in env.items():
            monkeypatch.setenv(name, value)
        bag = DagBag(dag_folder=DAGS / "nightly.py")
        assert bag.import_errors == {}
        return bag.dags["nightly"]

    return dag
