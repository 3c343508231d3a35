#!/bin/sh
# Makes the Debian package for the Debian that it runs on, and prints its path:
#
#     deploy/package.sh [BUILD]
#
# BUILD is build/package, or a folder that was built in already, which saves the time of another.
# Installs what building needs and is missing; that takes root or sudo.
set -eu
cd "$(dirname "$0")/.."

build=${1:-build/package}
deploy/install.sh build package >&2
mkdir -p "$build"
# What is in the package has the time of its release, so that it is the same each time.
SOURCE_DATE_EPOCH=$(date -d "$(sed -n '/^ -- /s/.*>  //p' deploy/debian/changelog | head -n 1)" +%s)
export SOURCE_DATE_EPOCH
umask 022
make_package() {
    if [ ! -e "$build/CMakeCache.txt" ]; then
        cmake -S . -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DTESTS=OFF || return
    fi
    cmake -DPACKAGE=ON -DCMAKE_INSTALL_PREFIX=/usr "$build" && cmake --build "$build" &&
        rm -f "$build"/*.deb && (cd "$build" && cpack)
}
if ! make_package >"$build/package.log" 2>&1; then
    tail -n 40 "$build/package.log" >&2
    echo "No package was made; all of it is in $build/package.log" >&2
    exit 1
fi
ls "$build"/*.deb
