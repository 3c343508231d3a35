#!/bin/sh
# Shows meetingd at work on a bare Debian 12: installs what it needs, builds it, and runs the
# worker on a broker inside the program, with some of the articles in tests/golden.
#
#     deploy/demo.sh
#
# As root, or with sudo.  Again and again without harm: the second time it takes seconds.
set -eu

cd "$(dirname "$0")/.."
deploy/install.sh build
build=build/release
mkdir -p "$build"
[ -x "$build/meetingd" ] || echo "Building in $build ..."
{
    cmake -S . -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DTESTS=OFF
    cmake --build "$build"
} >"$build/demo.log" 2>&1 || {
    tail -n 40 "$build/demo.log" >&2
    echo "The build failed; all of it is in $build/demo.log" >&2
    exit 1
}
exec "$build/meetingd" demo
