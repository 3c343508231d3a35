#!/bin/bash
# Builds the container image without Docker and without a registry: its base is a Debian 13 made of
# Debian's packages.
#
#     deploy/container/build.sh [NAME [OPTION...]]      localhost/meetingd:VERSION unless told otherwise
#
# Needs buildah, mmdebstrap and root; OPTIONs are for buildah build.  MEETINGD_BASE names a base that
# is there already.
set -euo pipefail
cd "$(dirname "$0")/../.."

version=$(sed -n 's/^project(meetingd VERSION \([0-9.]*\).*/\1/p' CMakeLists.txt)
name=${1:-localhost/meetingd:$version}
shift || :
base=${MEETINGD_BASE:-localhost/debian:trixie-slim}

make_base() {
    local root container
    root=$(mktemp --suffix=.tar)
    mmdebstrap --quiet --variant=minbase --dpkgopt='path-exclude=/usr/share/{man,doc,locale}/*' \
        trixie "$root"
    container=$(buildah from scratch)
    buildah add --quiet "$container" "$root" / >/dev/null
    buildah commit --quiet "$container" "$base" >/dev/null
    buildah rm "$container" >/dev/null
    rm -f "$root"
}

buildah inspect --type image "$base" >/dev/null 2>&1 || make_base

# Docker's format has the health check, for which OCI's has no place.
buildah build --format docker --layers --isolation chroot --build-arg BASE="$base" \
    --ignorefile deploy/container/Containerfile.dockerignore \
    --timestamp "${SOURCE_DATE_EPOCH:-0}" -f deploy/container/Containerfile -t "$name" "$@" .
