import json
from pathlib import Path

import pytest

import plan
from plan import InvalidPlan, Step

COMMITTED = Path(__file__).resolve().parents[1] / "plan.json"


def step(id, *needs, owner="bi", group=None):
    return {"id": id, "group": group or id.split(".")[0], "needs": list(needs), "owner": owner}


@pytest.fixture
def write(tmp_path):
    def to_file(*steps, **changed):
        path = tmp_path / "dags" / "plan.json"
        path.parent.mkdir(exist_ok=True)
        path.write_text(json.dumps({"version": 1, "steps": steps} | changed))
        return path

    return to_file


def refusal(path):
    with pytest.raises(InvalidPlan) as refused:
        plan.load(path)
    return str(refused.value)


def test_steps_are_given_in_the_order_of_the_file(write):
    path = write(step("ods.b"), step("ods.a", owner="crm"), step("dwd.c", "ods.a", "ods.b"))
    assert plan.load(path) == [
        Step("ods.b", "ods", (), "bi"),
        Step("ods.a", "ods", (), "crm"),
        Step("dwd.c", "dwd", ("ods.a", "ods.b"), "bi"),
    ]


def test_a_need_that_is_no_step_is_refused(write):
    assert refusal(write(step("dwd.b", "ods.a"))) == (
        "Invalid plan dags/plan.json: step 'dwd.b' needs 'ods.a', which is no step of it; run: bin/siyu plan"
    )


def test_a_need_that_is_built_later_is_refused(write):
    assert refusal(write(step("dwd.b", "ods.a"), step("ods.a"))) == (
        "Invalid plan dags/plan.json: step 'dwd.b' needs 'ods.a', which is not built before it; run: bin/siyu plan"
    )


def test_a_step_that_needs_itself_is_refused(write):
    assert "needs 'ods.a', which is not built before it" in refusal(write(step("ods.a", "ods.a")))


def test_a_step_that_stands_twice_is_refused(write):
    assert refusal(write(step("ods.a"), step("ods.a"))) == (
        "Invalid plan dags/plan.json: step 'ods.a' stands twice; run: bin/siyu plan"
    )


def test_a_plan_of_another_version_is_refused(write):
    assert refusal(write(step("ods.a"), version=2)) == (
        "Invalid plan dags/plan.json: its version is not 1; run: bin/siyu plan"
    )


def test_a_plan_without_steps_is_refused(write):
    assert refusal(write()) == "Invalid plan dags/plan.json: it has no steps; run: bin/siyu plan"


@pytest.mark.parametrize("left_out", ["id", "group", "needs", "owner"])
def test_a_step_without_one_of_its_fields_is_refused(write, left_out):
    node = step("ods.a")
    del node[left_out]
    assert "lacks one of id, group, needs, owner; run: bin/siyu plan" in refusal(write(node))


def test_a_file_that_is_not_json_is_refused(tmp_path):
    path = tmp_path / "plan.json"
    path.write_text("{")
    assert refusal(path).startswith(f"Invalid plan {tmp_path.name}/plan.json: Expecting property name")


def test_a_missing_plan_says_how_to_write_it(tmp_path):
    assert refusal(tmp_path / "plan.json") == (
        f"Cannot read plan {tmp_path.name}/plan.json: No such file or directory; run: bin/siyu plan"
    )


def test_a_group_needs_the_groups_that_its_steps_need(write):
    steps = plan.load(write(step("ods.a"), step("dwd.b", "ods.a"), step("dws.c", "dwd.b", "ods.a"), step("dws.d", "dws.c")))
    assert plan.grouped(steps) == [
        Step("ods", "ods", (), "bi"),
        Step("dwd", "dwd", ("ods",), "bi"),
        Step("dws", "dws", ("dwd", "ods"), "bi"),
    ]


def test_groups_that_alternate_in_the_plan_stand_once_each_after_what_they_need(write):
    steps = plan.load(write(step("dim.a"), step("ods.b"), step("dim.c", "ods.b"), step("ads.d", "dim.a")))
    assert [group.id for group in plan.grouped(steps)] == ["ods", "dim", "ads"]


def test_a_group_is_owned_by_all_owners_of_its_steps(write):
    steps = plan.load(write(step("ods.a", owner="crm"), step("ods.b", owner="bi"), step("ods.c", owner="crm")))
    assert plan.grouped(steps)[0].owner == "bi, crm"


def test_groups_that_wait_for_each_other_are_refused(write):
    steps = plan.load(write(step("x.a"), step("y.b", "x.a"), step("x.c", "y.b")))
    with pytest.raises(InvalidPlan, match="groups wait for each other: x -> y -> x; run: bin/siyu plan"):
        plan.grouped(steps)


def test_tasks_are_groups_or_steps_and_nothing_else(write):
    steps = plan.load(write(step("ods.a"), step("ods.b")))
    assert [len(plan.choose(steps, tasks)) for tasks in ("group", "step")] == [1, 2]
    with pytest.raises(InvalidPlan, match="^Invalid SIYU_DAG_TASKS: table; expected group or step.$"):
        plan.choose(steps, "table")


def test_the_committed_plan_ends_with_a_publication_of_all_that_nobody_else_needs():
    *tables, last = plan.load(COMMITTED)
    needed = {need for table in tables for need in table.needs}
    assert (last.id, last.group) == ("publish", "publish")
    assert set(last.needs) == {table.id for table in tables} - needed


def test_the_committed_plan_can_be_run_group_by_group():
    assert plan.grouped(plan.load(COMMITTED))[-1].id == "publish"
