#!/bin/bash
# Runs meetingd against a real Apache Kafka: tests/broker/run.sh [MEETINGD [CASE...]]
#
# MEETINGD is build/meetingd unless told otherwise; CASEs choose those whose names contain one.
# KAFKA_VERSION chooses the broker (4.3.0), PYTHON an interpreter that has
# tests/requirements.txt (else an environment is made in PYTHON_ENV, build/python), and
# REPLAY_ARTICLES the size of the largest replay (200000: a minute or two).
# Prints "N passed, N failed" last, and exits non-zero if anything failed.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
meetingd=$(realpath "${1:-$root/build/meetingd}")
shift || true

python=${PYTHON:-}
if [ -z "$python" ]; then
    environment=${PYTHON_ENV:-$root/build/python}
    "$here/../python_env.sh" "$environment"
    python=$environment/bin/python
fi

folder=$(mktemp -d)
finish() {
    "$here/kafka.sh" stop "$folder/kafka"
    if [ "${1:-1}" -eq 0 ]; then rm -rf "$folder"; else echo "logs: $folder" >&2; fi
}
trap 'finish $?' EXIT

"$here/kafka.sh" start "$folder/kafka" > /dev/null
"$python" "$here/suite.py" "$meetingd" "$folder/kafka" "$folder" "$@"
