"""The DAG as the real Airflow imports it."""

from datetime import datetime, timedelta, timezone
from types import SimpleNamespace

import pytest
from conftest import DAGS

import plan

pytest.importorskip("airflow", reason="needs the Airflow of requirements.lock: run dags/test.sh")

STEPS = plan.load(DAGS / "plan.json")


def test_the_folder_holds_this_dag_and_nothing_else_that_airflow_reads():
    from airflow.dag_processing.dagbag import DagBag

    bag = DagBag(dag_folder=DAGS)
    assert (bag.import_errors, list(bag.dags)) == ({}, ["nightly"])
    assert [stat.file for stat in bag.dagbag_stats] == ["nightly.py"]


@pytest.mark.parametrize(("tasks", "expected"), [("group", plan.grouped(STEPS)), ("step", STEPS)])
def test_its_graph_and_owners_are_those_of_the_plan(load, tasks, expected):
    dag = load(SIYU_DAG_TASKS=tasks)
    assert {task.task_id: (task.upstream_task_ids, task.owner) for task in dag.tasks} == {
        step.id: (set(step.needs), step.owner) for step in expected
    }


def test_a_task_is_a_group_unless_steps_are_asked_for(load):
    assert load().task_ids == [group.id for group in plan.grouped(STEPS)]


def test_steps_are_folded_by_group_and_keep_their_names(load):
    folded = load(SIYU_DAG_TASKS="step").task_group
    assert {name: set(group.children) for name, group in folded.children.items() if hasattr(group, "children")} == {
        group: {step.id for step in STEPS if step.group == group} for group in {s.group for s in STEPS} - {"publish"}
    }
    assert "publish" in folded.children


def test_one_night_and_one_task_run_at_a_time_and_missed_nights_are_not_caught_up(load):
    dag = load()
    assert (dag.max_active_runs, dag.max_active_tasks, dag.catchup) == (1, 1, False)


@pytest.mark.parametrize("intervals", ["False", "True"])
def test_a_night_starts_at_two_in_shanghai_and_its_logical_date_is_that_moment(load, monkeypatch, intervals):
    monkeypatch.setenv("AIRFLOW__SCHEDULER__CREATE_CRON_DATA_INTERVALS", intervals)
    from airflow.serialization.encoders import coerce_to_core_timetable
    from airflow.timetables.base import TimeRestriction

    since = datetime(2026, 11, 19, 12, tzinfo=timezone.utc)
    run = coerce_to_core_timetable(load().timetable).next_dagrun_info(
        last_automated_data_interval=None, restriction=TimeRestriction(since, None, catchup=True)
    )
    assert run.logical_date == run.run_after == datetime(2026, 11, 19, 18, tzinfo=timezone.utc)


def test_every_task_is_tried_again_three_times_with_doubling_waits_from_five_minutes(load):
    assert {(t.retries, t.retry_delay, t.retry_exponential_backoff) for t in load(SIYU_DAG_TASKS="step").tasks} == {
        (3, timedelta(minutes=5), 2.0)
    }


def test_a_skipped_task_does_not_skip_what_comes_after_it(load):
    assert {task.trigger_rule for task in load().tasks} == {"none_failed"}


@pytest.mark.parametrize(("given", "used"), [({}, "default_pool"), ({"SIYU_POOL": "siyu"}, "siyu")])
def test_tasks_take_a_slot_of_the_pool_that_is_asked_for(load, given, used):
    assert {task.pool for task in load(**given).tasks} == {used}


def test_only_the_publication_announces_a_release(load):
    outlets = {task.task_id: [asset.name for asset in task.outlets] for task in load().tasks if task.outlets}
    assert outlets == {"publish": ["siyu.release"]}


def test_the_dag_has_a_tag_and_a_page_of_documentation(load):
    dag = load()
    assert dag.tags == {"siyu"} and "dags/README.md" in dag.doc_md


def rendered(dag, step, date=None, logical_date=None, run_after=None):
    task = dag.get_task(step)
    run = SimpleNamespace(logical_date=logical_date, run_after=run_after)
    return task.render_template(task.bash_command, {"params": {"date": date}, "dag_run": run}, dag.get_template_env())


@pytest.mark.parametrize(
    ("moment", "day"),
    [("2026-11-19T18:00Z", "2026-11-19"), ("2026-11-20T02:00Z", "2026-11-19"), ("2026-11-20T16:30Z", "2026-11-20")],
)
def test_a_command_names_the_day_before_the_logical_date_in_shanghai(load, moment, day):
    given = datetime.fromisoformat(moment)
    command = rendered(load(SIYU_ROOT="/opt/siyu"), "ods", logical_date=given, run_after=datetime.max)
    assert command == f"/opt/siyu/bin/siyu run ods --date {day}"


def test_a_run_without_a_logical_date_is_dated_by_the_moment_it_may_start(load):
    command = rendered(load(), "ods", run_after=datetime.fromisoformat("2026-11-19T18:00Z"))
    assert command == f"{DAGS.parent}/bin/siyu run ods --date 2026-11-19"


def test_the_date_that_was_asked_for_wins(load):
    command = rendered(load(SIYU_ROOT="/opt/siyu"), "ads", "2026-06-18", datetime.fromisoformat("2026-11-19T18:00Z"))
    assert command == "/opt/siyu/bin/siyu run ads --date 2026-06-18"


def test_a_step_is_run_by_its_name(load):
    dag = load(SIYU_DAG_TASKS="step", SIYU_ROOT="/opt/siyu")
    command = rendered(dag, "dwd.order_line", "2026-06-18")
    assert command == "/opt/siyu/bin/siyu run dwd.order_line --date 2026-06-18"


@pytest.mark.parametrize("asked", ["18.6.2026", "2026-06-18; id", "2026-02-30"])
def test_a_param_that_is_no_date_is_refused_before_a_run_starts(load, asked):
    from airflow.sdk.exceptions import ParamValidationError

    with pytest.raises(ParamValidationError):
        load().params.get_param("date").resolve(asked)


def test_a_plan_that_is_out_of_order_is_shown_as_the_import_error_of_the_dag(tmp_path):
    from airflow.dag_processing.dagbag import DagBag

    (tmp_path / "nightly.py").write_text((DAGS / "nightly.py").read_text())
    (tmp_path / "plan.json").write_text(
        '{"version": 1, "steps": [{"id": "dwd.a", "group": "dwd", "needs": ["ods.b"], "owner": "bi"}]}'
    )
    [message] = DagBag(dag_folder=tmp_path / "nightly.py").import_errors.values()
    assert "step 'dwd.a' needs 'ods.b', which is no step of it; run: bin/siyu plan" in message
