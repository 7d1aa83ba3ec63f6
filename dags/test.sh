#!/usr/bin/env bash
# Tests of dags/ in the real Airflow of requirements.lock: dags/test.sh [pytest arguments]
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

if ! cmp -s requirements.lock .venv/requirements.lock; then
    "${PYTHON:-python3.11}" -m venv --clear .venv
    .venv/bin/python -m pip install -q --no-deps --require-hashes -r requirements.lock
    cp requirements.lock .venv/requirements.lock
fi
exec .venv/bin/python -m pytest -p no:cacheprovider "$@"
