#!/usr/bin/env bash
# A throw-away PostgreSQL for tests, on loopback: postgres.sh start DIR prints its JDBC URL, postgres.sh stop DIR ends it.
# Without a server on this machine, `start` installs Debian's in CI (CI=true, as root), else it says so and prints nothing.
set -euo pipefail
action=$1 dir=$2
cd / # where every user may be

bin() { ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -n 1; }
as_owner() { if [ "$(id -u)" = 0 ]; then runuser -u postgres -- "$@"; else "$@"; fi; }

if [ -z "$(bin)" ] && [ "$action" = start ] && [ "${CI:-}" = true ] && [ "$(id -u)" = 0 ]; then
  { apt-get update -q && apt-get install -qy --no-install-recommends postgresql; } >&2
fi
if [ -z "$(bin)" ]; then
  echo "PostgreSQL is not installed here: the tests that ask for one are skipped." >&2
  exit 0
fi

case $action in
  start)
    port=$(python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])')
    mkdir -p "$dir"
    [ "$(id -u)" != 0 ] || chown postgres "$dir"
    as_owner "$(bin)/initdb" -D "$dir/data" -U siyu -A trust --no-sync >"$dir.log" 2>&1
    as_owner "$(bin)/pg_ctl" -D "$dir/data" -w -l "$dir/server.log" \
      -o "-p $port -c listen_addresses=127.0.0.1 -c unix_socket_directories='$dir'" start >>"$dir.log" 2>&1
    echo "jdbc:postgresql://127.0.0.1:$port/postgres?user=siyu"
    ;;
  stop)
    as_owner "$(bin)/pg_ctl" -D "$dir/data" -m immediate stop >/dev/null
    rm -rf "$dir" "$dir.log"
    ;;
esac
