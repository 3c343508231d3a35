#!/usr/bin/env python3
"""Whether articles that tell one meeting, in either language and in other words, give it one meeting_key.

    check_identity.py MEETINGD [--keys]

articles.jsonl holds invented articles; "meeting" says which meeting each tells, and no program sees that.
Two articles are joined when an event of one has the key of an event of the other.  Prints, of all pairs of
articles, how many that were joined tell one meeting (precision), and how many that tell one were joined
(recall); fails when precision is below 0.98, since a wrong join is worse than none, or recall below 0.7.
"""
import argparse
import itertools
import json
import os
import subprocess
import sys

ARTICLES = os.path.join(os.path.dirname(os.path.abspath(__file__)), "articles.jsonl")
PRECISION, RECALL = 0.98, 0.7


def keys_of(meetingd):
    """The set of keys of each article, by its id."""
    run = subprocess.run([meetingd, "extract", "--output", "articles", ARTICLES], stdout=subprocess.PIPE, check=True)
    results = map(json.loads, run.stdout.splitlines())
    return {r["id"]: {event["meeting_key"] for event in r["events"]} - {None} for r in results}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("meetingd", metavar="MEETINGD")
    parser.add_argument("--keys", action="store_true", help="print the keys of each article")
    options = parser.parse_args()
    with open(ARTICLES, encoding="utf-8") as file:
        meetings = {article["id"]: article["meeting"] for article in map(json.loads, file)}
    keys = keys_of(options.meetingd)
    if options.keys:
        for one in meetings:
            print(f"{one:24} {' '.join(sorted(keys[one])) or '-'}")
    pairs = list(itertools.combinations(meetings, 2))
    same = {pair for pair in pairs if meetings[pair[0]] == meetings[pair[1]]}
    joined = {pair for pair in pairs if keys[pair[0]] & keys[pair[1]]}
    for one, other in sorted(joined - same):
        print(f"wrongly joined: {one} and {other} by {' '.join(keys[one] & keys[other])}")
    precision = len(joined & same) / len(joined) if joined else 0.0
    recall = len(joined & same) / len(same)
    print(f"{len(set(meetings.values()))} meetings in {len(meetings)} articles, {len(same)} pairs")
    print(f"precision {precision:.3f} (at least {PRECISION}), recall {recall:.3f} (at least {RECALL})")
    sys.exit(precision < PRECISION or recall < RECALL)


if __name__ == "__main__":
    main()
