"""Whole nights through Airflow's own command line."""

import os
import re
import subprocess

import pytest
from conftest import DAGS, REAL_ROOT

import plan

pytest.importorskip("airflow", reason="needs the Airflow of requirements.lock: run dags/test.sh")

STEPS = plan.load(DAGS / "plan.json")


@pytest.mark.parametrize(
    ("moment", "conf", "day"),
    [
        ("2026-11-20T02:00:00+08:00", "{}", "2026-11-19"),
        ("2026-11-20", "{}", "2026-11-19"),
        ("2026-11-20T03:00:00+08:00", '{"date": "2026-06-18"}', "2026-06-18"),
    ],
)
def test_a_night_runs_every_group_once_in_order_for_one_business_date(airflow, root, moment, conf, day):
    airflow("dags", "test", "nightly", moment, "--conf", conf)
    groups = [group.id for group in plan.grouped(STEPS)]
    assert root.lines("calls") == [f"run {group} --date {day}" for group in groups]


def test_a_night_by_steps_runs_every_step_once_after_what_it_needs(airflow, root):
    airflow("dags", "test", "nightly", "2026-11-21T02:00:00+08:00", SIYU_DAG_TASKS="step")
    calls = [line.split()[1] for line in root.lines("calls")]
    assert sorted(calls) == sorted(step.id for step in STEPS)
    assert [(s.id, need) for s in STEPS for need in s.needs if calls.index(need) > calls.index(s.id)] == []
    assert {line.split()[-1] for line in root.lines("calls")} == {"2026-11-20"}


def test_a_task_runs_in_the_root_and_leaves_the_home_as_it_is(airflow, root):
    airflow("dags", "test", "nightly", "2026-11-22T02:00:00+08:00", SIYU_HOME="/srv/home of siyu")
    assert set(root.lines("places")) == {f"{root.path} /srv/home of siyu"}


def test_a_backfill_of_business_dates_names_the_mornings_after_them_in_shanghai(airflow, root):
    airflow("dags", "reserialize")
    planned = airflow(
        *("backfill", "create", "--dag-id", "nightly", "--dry-run", "--max-active-runs", "1"),
        *("--from-date", "2026-06-02T00:00+08:00", "--to-date", "2026-06-04T23:59+08:00"),
    )
    assert re.findall(r"2026-06-\d\dT?[ ]?18:00", planned) != []
    print(planned)


# The real engine on a small sample. PREPARE makes the landing files of the sample in an empty home.
PREPARE = ["demo", "--prepare-only", "--home"]
SAMPLE_DATES = os.environ.get("SIYU_SAMPLE_DATES", "").split()


@pytest.mark.skipif(not (REAL_ROOT / "bin/siyu").exists(), reason=f"{REAL_ROOT}/bin/siyu is not there")
def test_a_real_night_is_published(airflow, tmp_path):
    siyu, home = REAL_ROOT / "bin/siyu", tmp_path / "home"
    subprocess.run([siyu, *PREPARE, home], check=True)
    day = sorted(path.name for path in (home / "landing").iterdir())[0]
    airflow(
        *("dags", "test", "nightly", f"{day}T23:00:00+08:00", "--conf", f'{{"date": "{day}"}}'),
        SIYU_ROOT=str(REAL_ROOT), SIYU_HOME=str(home),
    )
    releases = subprocess.run([siyu, "releases", "--home", home], check=True, text=True, capture_output=True).stdout
    assert day in releases
