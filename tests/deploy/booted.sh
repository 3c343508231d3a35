#!/bin/bash
# Installs the Debian package into a Debian that boots under systemd-nspawn, and works with its unit
# there as operators do, on a real Kafka outside: tests/deploy/booted.sh [BUILD [CASE...]]
#
# BUILD is build/release, a folder that was built in: the package is made there, unless PACKAGE names one.
# RELEASE is the Debian's name, bookworm.  CASEs choose those whose names contain one.  As root.  PYTHON names an interpreter that has tests/requirements.txt (else an
# environment is made in PYTHON_ENV, build/python).  Prints "N passed, N failed" last.
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
build=$(realpath "${1:-$root/build/release}")
shift || true

if [ "$(id -u)" -ne 0 ]; then
    echo "Booting a machine takes root: run this as root." >&2
    exit 1
fi

python=${PYTHON:-}
if [ -z "$python" ]; then
    environment=${PYTHON_ENV:-$root/build/python}
    "$here/../python_env.sh" "$environment"
    python=$environment/bin/python
fi

release=${RELEASE:-bookworm}
package=${PACKAGE:-$("$root/deploy/package.sh" "$build")}
debian=$root/build/debian-$release
"$python" "$here/machine.py" "$release" "$debian" "$package"

folder=$(mktemp -d)
finish() {
    "$here/../broker/kafka.sh" stop "$folder/kafka"
    if [ "${1:-1}" -eq 0 ]; then rm -rf "$folder"; else echo "logs: $folder" >&2; fi
}
trap 'finish $?' EXIT

"$here/../broker/kafka.sh" start "$folder/kafka" >/dev/null
"$python" "$here/booted.py" "$package" "$debian" "$folder/kafka" "$folder" "$@"
