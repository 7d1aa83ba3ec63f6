"""The plan of a night: its steps in an order in which they can be built. `bin/siyu plan` writes it."""

import json
from dataclasses import dataclass
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

VERSION = 1


class InvalidPlan(ValueError):
    """The plan cannot be a night; the message says what stands in it and what to do."""


@dataclass(frozen=True)
class Step:
    """One thing to run: a table or the publication, its group, the ids it needs built before it, who answers for it."""

    id: str
    group: str
    needs: tuple[str, ...]
    owner: str


def load(path: Path) -> list[Step]:
    """The steps of the plan at `path`, in its order; every need of a step stands before it."""
    where = f"{path.parent.name}/{path.name}"
    try:
        steps = _steps(json.loads(path.read_text(encoding="utf-8")))
        _check(steps)
    except OSError as missing:
        raise InvalidPlan(f"Cannot read plan {where}: {missing.strerror}; run: bin/siyu plan") from missing
    except ValueError as wrong:
        raise InvalidPlan(f"Invalid plan {where}: {wrong}; run: bin/siyu plan") from wrong
    return steps


def choose(steps: list[Step], tasks: str) -> list[Step]:
    """What becomes a task of Airflow: each step, or each group of steps."""
    match tasks:
        case "group":
            return grouped(steps)
        case "step":
            return steps
    raise InvalidPlan(f"Invalid SIYU_DAG_TASKS: {tasks}; expected group or step.")


def grouped(steps: list[Step]) -> list[Step]:
    """One step per group, in an order in which the groups can be built; a group needs the groups its steps need."""
    group_of = {step.id: step.group for step in steps}
    needs, owners = {}, {}
    for step in steps:
        outside = {group_of[need] for need in step.needs} - {step.group}
        needs.setdefault(step.group, {}).update(dict.fromkeys(sorted(outside)))
        owners.setdefault(step.group, set()).add(step.owner)
    try:
        order = list(TopologicalSorter(needs).static_order())
    except CycleError as cycle:
        circle = " -> ".join(cycle.args[1])
        raise InvalidPlan(f"Invalid plan: groups wait for each other: {circle}; run: bin/siyu plan") from cycle
    return [Step(group, group, tuple(needs[group]), ", ".join(sorted(owners[group]))) for group in order]


def _steps(plan: object) -> list[Step]:
    if not isinstance(plan, dict) or plan.get("version") != VERSION:
        raise ValueError(f"its version is not {VERSION}")
    if not isinstance(plan.get("steps"), list) or not plan["steps"]:
        raise ValueError("it has no steps")
    return [_step(node) for node in plan["steps"]]


def _step(node: object) -> Step:
    match node:
        case {"id": str(id), "group": str(group), "needs": list(needs), "owner": str(owner)}:
            return Step(id, group, tuple(needs), owner)
    raise ValueError(f"step {node} lacks one of id, group, needs, owner")


def _check(steps: list[Step]) -> None:
    ids, built = {step.id for step in steps}, set()
    for step in steps:
        if step.id in built:
            raise ValueError(f"step '{step.id}' stands twice")
        for need in step.needs:
            if need not in ids:
                raise ValueError(f"step '{step.id}' needs '{need}', which is no step of it")
            if need not in built:
                raise ValueError(f"step '{step.id}' needs '{need}', which is not built before it")
        built.add(step.id)
