#!/bin/bash
# Installs what the tests need, builds, and runs everything there is to run:
#
#     tests/run.sh            what has to pass before anything lands: about a quarter of an hour
#     tests/run.sh --long     besides, what takes hours
#
# On a bare Debian 12, as root or with sudo.  A step that fails shows its end; all of it is in
# build/logs.  The last line is "N passed, N failed"; a test that is skipped has failed.
set -u
cd "$(dirname "$0")/.." || exit

long=
case ${1:-} in
'') ;;
--long) long=--long ;;
*)
    sed -n '2,/^set/s/^# \{0,1\}//p' "$0" | head -n 8
    exit 2
    ;;
esac

release=build/release
sanitized=build/sanitized
logs=build/logs
mkdir -p "$logs"
passed=0
failed=0

# Counts what a log says: ctest's last lines, "12 passed, 1 failed" of our own runners, or unittest's
# "Ran 7 tests"; a step that says nothing of the kind is one test.
count() { # LOG STATUS
    local said good=0 bad=0 skipped=0
    if said=$(grep -Eo '[0-9]+ tests failed out of [0-9]+' "$1" | tail -n 1) && [ -n "$said" ]; then
        read -r bad _ _ _ _ good <<<"$said"
        good=$((good - bad))
        skipped=$(grep -Ec '\*\*\*(Skipped|Not Run)|\[  SKIPPED \]' "$1")
    elif said=$(grep -Eo '[0-9]+ passed, [0-9]+ failed' "$1" | tail -n 1) && [ -n "$said" ]; then
        read -r good _ bad _ <<<"$said"
    elif said=$(grep -Eo '^Ran [0-9]+ tests' "$1" | tail -n 1) && [ -n "$said" ]; then
        read -r _ good _ <<<"$said"
        bad=$(sed -nE 's/^(FAILED|OK) \((.*)\)$/\2/p' "$1" | awk -F '[^0-9]+' '{ for (i = 1; i <= NF; i++) n += $i } END { print n + 0 }')
        good=$((good - bad))
    else
        good=1
    fi
    good=$((good > skipped ? good - skipped : 0))
    bad=$((bad + skipped))
    if [ "$2" -ne 0 ] && [ "$bad" -eq 0 ]; then
        bad=1
        good=$((good > 0 ? good - 1 : 0))
    fi
    passed=$((passed + good))
    failed=$((failed + bad))
    [ "$bad" -eq 0 ]
}

run() { # NAME COMMAND...: its output into the log, its status and seconds into NAME.ran
    local name=$1 start=$SECONDS status=0
    shift
    "$@" >"$logs/$name.log" 2>&1 </dev/null || status=$?
    echo "$status $((SECONDS - start))" >"$logs/$name.ran"
}

report() { # NAME: of a step that has run
    local name=$1 status seconds
    read -r status seconds <"$logs/$name.ran"
    if count "$logs/$name.log" "$status"; then
        echo "ok      $name ($seconds s)"
    else
        echo "FAILED  $name ($seconds s): the end of $logs/$name.log is"
        tail -n "${TAIL:-60}" "$logs/$name.log" | sed 's/^/        /'
        return 1
    fi
}

step() { # NAME COMMAND...
    run "$@"
    report "$1"
}

# A step that takes the time which others leave, from here until `joined` with its name.  Not for
# the neighbours of one that waits for a broker or a browser: those measure how late they are.
beside() { # NAME COMMAND...
    rm -f "$logs/$1.ran"
    run "$1" nice -n 19 "${@:2}" &
}

joined() { # NAME
    wait
    report "$1"
}

# What has to be there for anything else to make sense.
must() {
    step "$@" && passed=$((passed - 1)) && return
    echo "$passed passed, $failed failed"
    exit 1
}

build() { # FOLDER OPTION...
    cmake -S . -B "$@" -G Ninja -DPYTHON_ENV="$PWD/build/python" && cmake --build "$1"
}

tests_in() { # FOLDER
    ctest --test-dir "$1" --output-on-failure -j "$(nproc)" --timeout 300
}

must install deploy/install.sh build package test
must build-release build $release -DCMAKE_BUILD_TYPE=Release -DTESTS=ON -DPACKAGE=ON \
    -DCMAKE_INSTALL_PREFIX=/usr
must build-sanitized build $sanitized -DCMAKE_BUILD_TYPE=Debug -DCMAKE_C_FLAGS=-O1 \
    -DSANITIZE=address,undefined

must python tests/python_env.sh build/python
export PYTHON=$PWD/build/python/bin/python

step layering tests/layering.sh
step scripts shellcheck deploy/*.sh deploy/*/*.sh deploy/debian/{postinst,prerm,postrm} \
    tests/*.sh tests/*/*.sh .ci/run
step packs $release/meetingd check --packs
step golden-articles python3 tests/golden/check_golden.py
step golden python3 tests/golden/run_golden.py $release/meetingd
for language in fr en; do
    step "score-$language" tests/score/score.py $release/meetingd tests/golden/$language --confidence --at-least 0.9
done
step identity tests/identity/check_identity.py $release/meetingd
step golden-sanitized python3 tests/golden/run_golden.py $sanitized/meetingd
step tests-release tests_in $release
step tests-sanitized tests_in $sanitized
step broker tests/broker/run.sh $release/meetingd
beside style tests/style.sh $release
step compose docker-compose -f deploy/compose.yaml config --quiet
step prometheus promtool check config --lint-fatal deploy/prometheus/prometheus.yml
step kubernetes env MEETINGD=$release/meetingd "$PYTHON" tests/deploy/test_kubernetes.py
step image "$PYTHON" tests/deploy/test_image.py
step package env BUILD=$release python3 tests/deploy/test_package.py
joined style
step booted tests/deploy/booted.sh $release
step debian-13 python3 tests/deploy/trixie.py build

fuzz() { # NAME: an hour; what it finds is kept in build/fuzz, and goes into the corpus by hand
    mkdir -p "build/fuzz/found/$1"
    "build/fuzz/tests/fuzz/fuzz_$1" -max_total_time=3600 -print_final_stats=1 \
        -artifact_prefix="build/fuzz/found/" "build/fuzz/found/$1" "tests/fuzz/corpus/$1"
}

if [ -n "$long" ]; then
    step install-long deploy/install.sh long
    step kubernetes-api-server env MEETINGD=$release/meetingd "$PYTHON" tests/deploy/test_kubernetes.py ApiServer
    step broker-3.9 env KAFKA_VERSION=3.9.2 tests/broker/run.sh $release/meetingd
    step build-fuzzers env CC=clang cmake -S . -B build/fuzz -G Ninja -DFUZZ=ON
    for source in tests/fuzz/fuzz_*.c; do
        name=$(basename "$source" .c)
        step "build-$name" cmake --build build/fuzz --target "$name"
        step "$name" fuzz "${name#fuzz_}"
    done
fi

echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
