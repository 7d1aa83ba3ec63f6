"""Whole nights through Airflow's own command line."""

import re
import shutil
import subprocess

import pytest
from conftest import DAGS, REAL_ROOT

import plan

pytest.importorskip("airflow", reason="needs the Airflow of requirements.lock: run dags/test.sh")

STEPS = plan.load(DAGS / "plan.json")
GROUPS = plan.grouped(STEPS)


def too_early(calls, nodes):
    """Each pair (node, what it needs) of which the node was called first: independent nodes may come in any order."""
    return [(n.id, need) for n in nodes for need in n.needs if calls.index(need) > calls.index(n.id)]


def test_a_night_runs_every_group_once_after_what_it_needs_for_the_day_before_it_in_shanghai(airflow, root):
    airflow("dags", "test", "nightly", "2026-11-20T02:00+08:00", SIYU_HOME="/srv/home of siyu")
    calls = root.lines("calls")
    assert sorted(calls) == sorted(f"run {group.id} --date 2026-11-19" for group in GROUPS)
    assert too_early([line.split()[1] for line in calls], GROUPS) == []
    assert set(root.lines("places")) == {f"{root.path} /srv/home of siyu"}


def test_a_night_builds_the_date_that_was_asked_for(airflow, root):
    airflow("dags", "test", "nightly", "2026-11-21T02:00+08:00", "--conf", '{"date": "2026-06-18"}')
    assert sorted(root.lines("calls")) == sorted(f"run {group.id} --date 2026-06-18" for group in GROUPS)


def test_a_night_by_steps_runs_every_step_once_after_what_it_needs(airflow, root):
    airflow("dags", "test", "nightly", "2026-11-22T02:00+08:00", SIYU_DAG_TASKS="step")
    calls = [line.split()[1] for line in root.lines("calls")]
    assert sorted(calls) == sorted(step.id for step in STEPS)
    assert too_early(calls, STEPS) == []


def test_the_backfill_of_the_readme_makes_one_night_for_each_of_its_business_dates(airflow):
    [command] = re.findall(r"^airflow (backfill create (?:.*\\\n)*.*)", (DAGS / "README.md").read_text(), re.MULTILINE)
    airflow("dags", "reserialize")
    planned = airflow(*command.replace("\\\n", " ").split())
    assert re.findall(r"2026-06-\d\d \d\d:\d\d", planned.split("Runs to be attempted:")[1]) == [
        "2026-06-01 18:00",
        "2026-06-02 18:00",
        "2026-06-03 18:00",
    ]


# A night of the real engine on a tiny sample, of the tables that the executive page reads and all that these need.
SAMPLE = ("sample", "--size", "small", "--persons", "100", "--history", "3", "--days", "1")
PAGE = ("ads.sales_day", "ads.customer_cohort", "dim.store", "dim.product")
KEPT_BY_ENGINE = "transform: engine"
# Each group is a process of its own, over before a JVM's best code pays for itself.
QUICK = {"SIYU_JAVA_OPTS": "-XX:TieredStopAtLevel=1"}
# Texts of a retailer who knows nobody again, which leaves all of OneID out; an unpacked installation has them not.
STRANGERS = REAL_ROOT / "pipelines/src/test/resources/strangers/tables"


@pytest.mark.skipif(not (REAL_ROOT / "bin/siyu").exists(), reason=f"{REAL_ROOT}/bin/siyu is not there yet")
def test_a_real_night_is_released(airflow, tmp_path):
    root, home = few_tables(tmp_path / "unpacked"), tmp_path / "home"
    siyu = root / "bin/siyu"
    subprocess.run([siyu, *SAMPLE, "--out", home / "landing"], check=True)
    [day] = [folder.name for folder in (home / "landing").iterdir()]
    conf = f'{{"date": "{day}"}}'
    airflow("dags", "test", "nightly", day, "--conf", conf, SIYU_ROOT=str(root), SIYU_HOME=str(home), **QUICK)
    releases = subprocess.run([siyu, "releases", "--home", home], check=True, text=True, capture_output=True)
    assert day in releases.stdout


def few_tables(root):
    """An installation as it is unpacked, with the tables of PAGE and all that they name, directly or not."""
    shipped = REAL_ROOT / "warehouse/tables"
    folders = {".".join(folder.parts[-2:]): folder for folder in shipped.glob("*/*")}
    engine = [name for name, folder in folders.items() if KEPT_BY_ENGINE in (folder / "table.yml").read_text()]
    needed, open_names = set(), [*PAGE, *engine]
    while open_names:
        name = open_names.pop()
        if name in folders and name not in needed:
            needed.add(name)
            texts = [text_of(folders[name], text) for text in ("table.yml", "rows.sql")]
            open_names += [n for text in texts if text.exists() for n in re.findall(r"\b[a-z]+\.[a-z_]+\b", text.read_text())]
    for name in needed:
        path = name.replace(".", "/")
        shutil.copytree(folders[name], root / "warehouse/tables" / path)
        for text in (STRANGERS / path).glob("*"):
            shutil.copy(text, root / "warehouse/tables" / path)
        rules = f"quality/rules/{path}.dqdl"
        if (REAL_ROOT / rules).exists():
            (root / rules).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(REAL_ROOT / rules, root / rules)
    (root / "bin").mkdir()
    shutil.copy(REAL_ROOT / "bin/siyu", root / "bin/siyu")
    link_jars(root / "lib")
    return root


def link_jars(lib):
    """The jars of REAL_ROOT; its own are copied, so that a build beside this test does not change them."""
    built = REAL_ROOT / "pipelines/target/dist/lib"
    lib.mkdir()
    for jar in (built if built.exists() else REAL_ROOT / "lib").glob("*.jar"):
        if jar.name.startswith("siyu-"):
            shutil.copy(jar, lib)
        else:
            (lib / jar.name).symlink_to(jar)


def text_of(folder, text):
    """A table's text, the stranger's where there is one."""
    other = STRANGERS / folder.parts[-2] / folder.parts[-1] / text
    return other if other.exists() else folder / text
