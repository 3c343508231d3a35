#!/usr/bin/env python3
"""Compares what the engine finds in the golden articles with what it should find.

    run_golden.py MEETINGD [FOLDER OR ARTICLE ...]

Each NNN-slug.json is extracted and compared with its NNN-slug.gold.json: the same events in the same
order, and in each the fields that the gold file has (README.md says what is written where).  Besides, every
value that has to have its evidence has it, and each quote is the text at its place.

A gold file with "todo": "why" holds a known gap: its events may differ, its evidence may not, and once
they no longer differ it fails, so that the todo goes.

UPDATE_GOLDEN=1 writes what was found into the gold files, to be read in the diff.
"""
import glob
import json
import os
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
SIMPLE = "kind status mode name edition start end start_time previous_start date_basis".split()
PARTICIPANT = "name type role rank country organization part".split()


def found_event(event, positions):
    """An event of the program in the form of a gold event."""
    place = event["place"]
    found = {field: event[field] for field in SIMPLE}
    found["place"] = place and {"city": place["city"], "country": place["country"]}
    found["participants"] = [
        {field: participant[field] for field in PARTICIPANT}
        for participant in event["participants"]
        if participant["type"] != "GROUP"
    ]
    found["outcomes"] = [outcome["type"] for outcome in event["outcomes"]]
    found["relations"] = [
        {"type": relation["type"], "event": positions[relation["event_id"]]} for relation in event["relations"]
    ]
    return found


def differences(gold, found, path=""):
    """Lines that say where found is not as gold wants it."""
    if isinstance(gold, dict) and isinstance(found, dict):
        for key, value in gold.items():
            yield from differences(value, found.get(key), f"{path}.{key}" if path else key)
    elif isinstance(gold, list) and isinstance(found, list):
        for index in range(max(len(gold), len(found))):
            here = f"{path}[{index}]"
            if index >= len(found):
                yield f"{here}: missing {brief(gold[index])}"
            elif index >= len(gold):
                yield f"{here}: too many {brief(found[index])}"
            else:
                yield from differences(gold[index], found[index], here)
    elif gold != found:
        yield f"{path}: {brief(found)} instead of {brief(gold)}"


def brief(value):
    if isinstance(value, dict) and "kind" in value:
        value = {key: value.get(key) for key in ("kind", "status", "name", "start", "place")}
    return json.dumps(value, ensure_ascii=False)


def evidence_differences(event, article):
    """What lacks its evidence, and which quotes are not the text at their place."""
    texts = {"TITLE": article.get("title", ""), "BODY": article["body"]}
    proved = {evidence["field"] for evidence in event["evidence"]}
    needed = ["kind", "status"]
    needed += [field for field in "name edition start end start_time previous_start place".split() if event[field]]
    needed += [f"participants[{index}]" for index in range(len(event["participants"]))]
    needed += [f"outcomes[{index}]" for index in range(len(event["outcomes"]))]
    for field in needed:
        if field not in proved:
            yield f"{field}: no evidence"
    for evidence in event["evidence"]:
        text = texts[evidence["source"]][evidence["begin"] : evidence["end"]]
        if text != evidence["quote"] or not text:
            yield f"evidence of {evidence['field']}: quotes {evidence['quote']!r} where {text!r} stands"


def renewed(gold, found):
    """The gold file's fields, or all of them for an event that it lacks, with the values found."""
    events = []
    for index, event in enumerate(found):
        old = gold["events"][index] if index < len(gold["events"]) else event
        events.append({key: value for key, value in event.items() if key in old})
    return {**gold, "events": events}


def extract(meetingd, paths):
    """What the program says of all articles at once, by their ids."""
    command = [meetingd, "extract", "--output", "articles", *paths]
    run = subprocess.run(command, stdout=subprocess.PIPE, check=False)
    if run.returncode != 0:
        print(f"exit status {run.returncode} of meetingd extract")
    return {result["id"]: result for result in map(json.loads, run.stdout.splitlines())}


def check(path, results, update):
    """Lines that say what is wrong with one article."""
    with open(path, encoding="utf-8") as file:
        article = json.load(file)
    gold_path = path[: -len(".json")] + ".gold.json"
    with open(gold_path, encoding="utf-8") as file:
        gold = json.load(file)
    if gold["id"] not in results:
        return ["nothing was extracted"], False
    result = results[gold["id"]]
    positions = {event["event_id"]: index for index, event in enumerate(result["events"])}
    found = [found_event(event, positions) for event in result["events"]]
    if update:
        with open(gold_path, "w", encoding="utf-8") as file:
            json.dump(renewed(gold, found), file, ensure_ascii=False, indent=2)
            file.write("\n")
    wrong = [] if update else list(differences(gold["events"], found, "events"))
    if "todo" in gold and not update:
        wrong = [] if wrong else ["a known gap no more: its todo can go"]
    for index, event in enumerate(result["events"]):
        wrong += [f"events[{index}] {line}" for line in evidence_differences(event, article)]
    return wrong, "todo" in gold


def articles(operands):
    for operand in operands or [HERE]:
        if os.path.isdir(operand):
            paths = sorted(glob.glob(os.path.join(operand, "**", "[0-9]*.json"), recursive=True))
        else:
            paths = [operand]
        yield from (path for path in paths if not path.endswith(".gold.json"))


def main():
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    passed = failed = gaps = 0
    paths = list(articles(sys.argv[2:]))
    results = extract(sys.argv[1], paths)
    for path in paths:
        wrong, todo = check(path, results, os.environ.get("UPDATE_GOLDEN") == "1")
        passed, failed = passed + (not wrong and not todo), failed + bool(wrong)
        gaps += todo
        if wrong:
            print(f"FAILED {os.path.relpath(path)}")
            print("".join(f"    {line}\n" for line in wrong), end="")
    if gaps:
        print(f"golden: {gaps} articles are known gaps (todo)")
    print(f"golden: {passed} passed, {failed} failed")
    sys.exit(failed > 0 or passed == 0)


if __name__ == "__main__":
    main()
