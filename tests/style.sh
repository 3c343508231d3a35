#!/bin/sh
# The form of the code: clang-format changes nothing, clang-tidy finds nothing.
#
#     tests/style.sh [BUILD] [FILE.c ...]
#
# BUILD has the compile_commands.json of the tree; without files, all of worker/ is looked at.
# `clang-format-14 -i FILE` mends the first.
set -eu
cd "$(dirname "$0")/.."

build=${1:-build}
[ $# -gt 0 ] && shift
if [ $# -eq 0 ]; then
    # shellcheck disable=SC2046  # no blanks in our names
    set -- $(find worker -name '*.c' | sort)
fi

status=0
# shellcheck disable=SC2046
clang-format-14 --dry-run --Werror "$@" \
    $(find worker -name '*.h') $(find tests -name '*.[ch]') || status=1

# It reads the commands of GCC, which has flags of optimization that Clang has not.
findings=$(mktemp)
trap 'rm -f "$findings"' EXIT
printf '%s\n' "$@" | xargs -P "$(nproc)" -n 4 clang-tidy-14 -p "$build" --quiet \
    --extra-arg=-Wno-ignored-optimization-argument >"$findings" 2>/dev/null || status=1
grep -E 'error:|warning:' "$findings" | sort -u || :
exit $status
