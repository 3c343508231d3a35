"""Runs the cases of *cases.py: suite.py MEETINGD BROKER FOLDER [NAME...]

BROKER is the folder that kafka.sh started a broker in, FOLDER takes the logs.

A case is a function case_...; NAMEs choose those whose names contain one of them.  Its attribute
`partitions` says how many each of its topics has, where it isn't 4.
Prints a line for each and "N passed, N failed" at the end.
"""

import sys
import time
import traceback

import cases
import diff_cases
import http_cases
import range_cases
import redrive_cases
import replay_cases
import scale_cases
import status_cases
from world import World

MODULES = (cases, scale_cases, replay_cases, range_cases, diff_cases, redrive_cases, status_cases,
           http_cases)


def run(case, world):
    try:
        case(world)
        return True
    except Exception:
        traceback.print_exc()
        for worker in world.workers:
            print(f"--- {worker.log_path}\n{worker.log()[-3000:]}", file=sys.stderr)
        return False
    finally:
        world.close()


def main(meetingd, broker, folder, *names):
    chosen = {n: getattr(module, n) for module in MODULES for n in dir(module)
              if n.startswith("case_") and (not names or any(part in n for part in names))}
    passed = failed = 0
    for name, case in chosen.items():
        world = World(name[5:].replace("_", "-"), broker, meetingd, folder,
                      getattr(case, "partitions", 4))
        begun = time.monotonic()
        good = run(case, world)
        passed, failed = passed + good, failed + (not good)
        print(f"{'ok' if good else 'FAIL':4} {time.monotonic() - begun:5.1f} s ",
              name[5:].replace("_", " "), flush=True)
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
