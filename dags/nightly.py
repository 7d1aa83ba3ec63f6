"""Builds every table for one business date, then publishes. The graph is `plan.json`; no table is named here.

Schedule, retries, exit codes and backfill are explained for operators in `dags/README.md`.
"""

import os
import shlex
from datetime import timedelta
from functools import cached_property
from pathlib import Path

import pendulum
from airflow.providers.standard.hooks.subprocess import SubprocessHook
from airflow.providers.standard.operators.bash import BashOperator
from airflow.sdk import DAG, Asset, CronTriggerTimetable, Param, TaskGroup
from airflow.sdk.exceptions import AirflowFailException

import plan
from business_date import ZONE, business_date

ROOT = os.environ.get("SIYU_ROOT") or str(Path(__file__).resolve().parents[1])
DATE = "{{ business_date(params.date, dag_run.logical_date or dag_run.run_after) }}"
FINAL = {2: "rejected by quality", 64: "wrong definition or arguments"}


class Launcher(SubprocessHook):
    def run_command(self, *args, **options):
        result = super().run_command(*args, **options)
        if result.exit_code in FINAL:
            raise AirflowFailException(f"Exit code {result.exit_code}: {FINAL[result.exit_code]}; not tried again.")
        return result


class SiyuOperator(BashOperator):
    """Runs `bin/siyu`: a final exit code fails the task at once, 99 skips it, any other but 0 is tried again."""

    subprocess_hook = cached_property(lambda self: Launcher())


steps = plan.choose(plan.load(Path(__file__).with_name("plan.json")), os.environ.get("SIYU_DAG_TASKS") or "group")

with DAG(
    dag_id="nightly", doc_md=__doc__, tags=["siyu"], catchup=False, max_active_runs=1, max_active_tasks=1,
    schedule=CronTriggerTimetable("0 2 * * *", timezone=ZONE), start_date=pendulum.datetime(2026, 1, 1, tz=ZONE),
    params={"date": Param(None, type=["null", "string"], format="date", description="Empty: the day before the run")},
    user_defined_macros={"business_date": business_date},
    default_args={
        "retries": 3, "retry_delay": timedelta(minutes=5), "retry_exponential_backoff": 2.0,
        "trigger_rule": "none_failed", "pool": os.environ.get("SIYU_POOL") or "default_pool",
    },
):
    folded = dict.fromkeys(step.group for step in steps if step.group != step.id)
    groups, tasks = {group: TaskGroup(group, prefix_group_id=False) for group in folded}, {}
    for step in steps:
        tasks[step.id] = SiyuOperator(
            task_id=step.id, task_group=groups.get(step.group), owner=step.owner, cwd=ROOT,
            bash_command=f"{shlex.quote(ROOT)}/bin/siyu run {step.id} --date {DATE}", skip_on_exit_code=99,
            outlets=[Asset("siyu.release")] if step.id == "publish" else [],
        )
        tasks[step.id].set_upstream([tasks[need] for need in step.needs])
