import ast
import sys
from pathlib import Path

import pytest

DAGS = Path(__file__).resolve().parents[1]
SOURCES = {"nightly.py": {"airflow", "pendulum", "plan", "business_date"}, "plan.py": set(), "business_date.py": set()}


def imports(name):
    for node in ast.walk(ast.parse((DAGS / name).read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module


def test_the_folder_has_no_other_python_source():
    assert {path.name for path in DAGS.glob("*.py")} == set(SOURCES)


@pytest.mark.parametrize("name", SOURCES)
def test_a_source_imports_only_the_standard_library_and_what_it_may(name):
    outside = {module.split(".")[0] for module in imports(name)} - sys.stdlib_module_names
    assert outside == SOURCES[name]


def test_parsing_the_dag_costs_few_imports():
    assert len(list(imports("nightly.py"))) <= 12


@pytest.mark.parametrize(("name", "lines"), [("nightly.py", 60), ("plan.py", 100), ("business_date.py", 30)])
def test_a_source_is_short(name, lines):
    assert len((DAGS / name).read_text().splitlines()) <= lines


@pytest.mark.parametrize("trap", ["{{ ds", "yesterday_ds", "execution_date", "sla=", "now(", "today("])
def test_the_dag_asks_no_clock_and_uses_no_date_of_airflow_in_utc(trap):
    assert not [name for name in SOURCES if trap in (DAGS / name).read_text()]


def test_the_lock_names_no_package_index_and_pins_what_the_input_asks():
    lock = (DAGS / "requirements.lock").read_text()
    asked = [line for line in (DAGS / "requirements.in").read_text().splitlines() if not line.startswith("#")]
    assert "://" not in lock
    assert [line for line in asked if f"{line} \\\n" not in lock] == []
