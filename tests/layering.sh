#!/bin/sh
# The law of the house: which folder includes which, what the engine never does, and how long
# a file and a function may be.  Prints each breach as file:line and exits 1.
#
#     tests/layering.sh [ROOT]
# shellcheck disable=SC2086  # lists of words
set -eu
cd "${1:-$(dirname "$0")/..}"

# A folder includes itself and those before it.
ANNOTATE="annotate annotate/date annotate/name annotate/role annotate/place annotate/party annotate/person annotate/example"
MEETING="meeting/mention meeting/clause meeting/resolve meeting/label meeting/find meeting/merge meeting/build meeting"
ENGINE="base article text pack $ANNOTATE $MEETING record"
LAW="$ENGINE settings telemetry registry stream service command"

breaches=$(mktemp)
trap 'rm -f "$breaches"' EXIT

place() { # of a folder in the law; nothing when it has none
    n=0
    for folder in $LAW; do
        n=$((n + 1))
        [ "$folder" = "$1" ] && echo $n && return
    done
    return 0
}

# Code without comments, as NUMBER:LINE.  The compiler itself takes them out.
code() {
    ${CC:-cc} -fpreprocessed -dD -E -w -x c "$1" |
        awk '/^# [0-9]+ "/ { n = $2; next } { print n++ ":" $0 }'
}

sources() { # of the folders named
    for folder in "$@"; do
        find "worker/$folder" -maxdepth 1 -name '*.[ch]' 2>/dev/null || : # not there yet
    done | sort
}

include_law() {
    find worker -mindepth 2 -name '*.[ch]' -printf '%h\n' | sort -u | while read -r folder; do
        [ -n "$(place "${folder#worker/}")" ] || echo "$folder: has no place in the law"
    done
    for file in $(sources $LAW); do
        folder=$(dirname "${file#worker/}")
        own=$(place "$folder")
        grep -n '^#include "' "$file" | sed 's/:#include "\(.*\)\/[^/]*$/ \1/' |
            while read -r line included; do
                # The shape of what the stages fill: plain data that is read first.
                case $folder in annotate* | meeting/*)
                    sed -n "${line}p" "$file" | grep -q '"meeting/meeting.h"' && continue ;;
                esac
                other=$(place "$included")
                [ -n "$other" ] && [ "$other" -le "$own" ] ||
                    echo "$file:$line: $folder/ must not include $included/"
            done
    done
    grep -n '^#include' worker/main.c | grep -v '"command/command.h"' |
        sed 's|\([0-9]*\):.*|worker/main.c:\1: main.c includes only the commands|' || :
    for file in $(sources $LAW); do
        case $file in worker/stream/*) continue ;; esac
        grep -n 'rdkafka\.h' "$file" |
            sed "s|^\([0-9]*\):.*|$file:\1: only stream/ knows librdkafka|" || :
    done
}

# No clock, locale, log or exit, and no classification of bytes as characters.
FORBIDDEN='<ctype\.h>|<locale\.h>|<wctype\.h>|<time\.h>|<syslog\.h>|<librdkafka'
FORBIDDEN="$FORBIDDEN"'|\<(setlocale|newlocale|uselocale|time|clock|clock_gettime|gettimeofday|localtime|gmtime|mktime)\(|\<(localtime_r|gmtime_r)\('
FORBIDDEN="$FORBIDDEN"'|\<(printf|vprintf|puts|putchar|perror|syslog|exit|_exit|quick_exit|abort|getenv|secure_getenv|rand|random)\('
FORBIDDEN="$FORBIDDEN"'|\<(stdout|stderr)\>|\<(isalpha|isupper|islower|isdigit|isspace|isalnum|ispunct|tolower|toupper)\('

engine_abstains() {
    for file in $(sources $ENGINE); do
        code "$file" | grep -E "$FORBIDDEN" |
            sed "s|^\([0-9]*\): *\(.*\)|$file:\1: not in the engine: \2|" || :
    done
}

# What names a language or one of its words is data in lang/, not code.
speaks_no_language() {
    codes=$(find worker/lang -mindepth 1 -maxdepth 1 -type d -name '[a-z][a-z]' -printf '%f|')
    for file in $(sources $LAW); do
        code "$file" | grep -E "\"(${codes%|})\"" |
            sed "s|^\([0-9]*\): *\(.*\)|$file:\1: the code of a language belongs into lang/: \2|" || :
    done
    for file in $(sources $ENGINE); do
        code "$file" | LC_ALL=C.UTF-8 grep -P '"[^"]*(?![A-Za-z])\p{L}[^"]*"' |
            sed "s|^\([0-9]*\): *\(.*\)|$file:\1: letters beyond ASCII belong into lang/: \2|" || :
    done
}

# Function bodies open and close in the first column: .clang-format sees to that.
lengths() {
    for file in $(sources $LAW) worker/main.c; do
        case $file in
        */meeting.h | */names.h) most=400 ;; # lists of names, read as tables
        *.h) most=120 ;;
        *) most=400 ;;
        esac
        awk -v file="$file" -v most=$most '
            /^{/ { start = FNR }
            /^}/ && start { if (FNR - start - 1 >= 60)
                                print file ":" start ": a function of " FNR - start - 1 " lines"
                            start = 0 }
            END { if (FNR > most) print file ":" FNR ": over " most " lines" }' "$file"
    done
}

{
    include_law
    engine_abstains
    speaks_no_language
    lengths
} >"$breaches"

cat "$breaches"
[ ! -s "$breaches" ]
