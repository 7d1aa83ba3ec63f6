"""What the exit code of `bin/siyu` does to a task, by running nights of the real DAG against a launcher that only notes."""

import sqlite3
import subprocess
import sys
import time
from collections import Counter
from contextlib import closing
from datetime import datetime, timedelta
from subprocess import DEVNULL

import pytest
from conftest import HOME

pytest.importorskip("airflow", reason="needs the Airflow of requirements.lock: run dags/test.sh")

MOMENTS = (datetime.fromisoformat("2026-11-01T18:00Z") + timedelta(days=day) for day in range(100))


@pytest.fixture
def night(airflow, load, root):
    """Runs one night without the minutes between two tries; gives the state of the night and of each task."""

    def run(**moment):
        dag = load()
        for task in dag.tasks:
            task.retry_delay = timedelta(0)
        result = dag.test(**(moment or {"logical_date": next(MOMENTS)}))
        return str(result.state), {ti.task_id: str(ti.state) for ti in result.get_task_instances()}

    return run


def tries(root):
    return Counter(line.split()[1] for line in root.lines("calls"))


@pytest.mark.parametrize("code", [2, 64])
def test_a_final_exit_code_fails_the_task_at_its_first_try_and_what_needs_it(night, root, code):
    root.exits("dim", code)
    state, tasks = night()
    assert (state, tasks["dim"], tasks["publish"]) == ("failed", "failed", "upstream_failed")
    assert tries(root) == {"ods": 1, "vault": 1, "dwd": 1, "dim": 1}


@pytest.mark.parametrize("code", [1, 3, 137])
def test_any_other_failure_is_tried_three_times_more(night, root, code):
    root.exits("dwd", *[code] * 9)
    state, tasks = night()
    assert (state, tasks["dwd"], tries(root)) == ("failed", "failed", {"ods": 1, "vault": 1, "dwd": 4})


def test_a_try_that_succeeds_lets_the_night_go_on(night, root):
    root.exits("dwd", 3, 1, 0)
    state, tasks = night()
    assert (state, tries(root)["dwd"], set(tasks.values())) == ("success", 3, {"success"})


def test_between_two_tries_a_task_waits_for_its_retry_without_running(airflow, root):
    root.exits("ods", 1, 0)
    night = subprocess.Popen([sys.executable, "-m", "airflow", "dags", "test", "nightly", "2026-10-01"], stderr=DEVNULL)
    try:
        assert state_when_tried("ods", "2026-10-01") == "up_for_retry"
        assert tries(root) == {"ods": 1}
    finally:
        night.kill()
        night.wait()


def state_when_tried(task, day):
    asked = "select t.state from task_instance t join dag_run r using (dag_id, run_id) where task_id = ? and logical_date like ?"
    for _ in range(360):
        with closing(sqlite3.connect(HOME / "airflow.db")) as database:
            [state] = database.execute(asked, (task, day + "%")).fetchone() or [None]
        if state in ("up_for_retry", "success", "failed", "skipped"):
            return state
        time.sleep(0.5)
    return state


def test_nothing_to_do_skips_the_task_and_only_it(night, root):
    root.exits("dwd", 99)
    state, tasks = night()
    assert (state, tasks.pop("dwd"), set(tasks.values())) == ("success", "skipped", {"success"})
    assert tries(root)["dwd"] == 1


def test_a_night_with_nothing_to_do_at_all_is_no_failure(night, root):
    for group in ("ods", "vault", "dwd", "dim", "dws", "ads", "publish"):
        root.exits(group, 99)
    state, tasks = night()
    assert (state, set(tasks.values())) == ("success", {"skipped"})


def test_a_run_without_a_logical_date_builds_the_day_before_it_may_start(night, root):
    night(logical_date=None, run_after=datetime.fromisoformat("2026-10-31T18:00Z"))
    assert root.lines("calls")[0] == "run ods --date 2026-10-31"
