#!/usr/bin/env python3
"""The README's worked article: what it says of each stage is what the program prints.

    MEETINGD=build/meetingd test_readme.py
"""
import json
import os
import re
import subprocess
import unittest

MEETINGD = os.environ["MEETINGD"]
README = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "README.md")


def section(title):
    with open(README, encoding="utf-8") as file:
        return file.read().split(f"## {title}\n")[1].split("\n## ")[0]


def rows(text, head):
    """The rows of the table that begins with head, its cells without their backquotes."""
    lines = text.split(head + "\n")[1].split("\n\n")[0].splitlines()[1:]
    return [[cell.strip().strip("`") for cell in line.strip().strip("|").split("|")] for line in lines]


def extract(article, output):
    run = subprocess.run(
        [MEETINGD, "extract", "--output", output, "-"], input=json.dumps(article), capture_output=True, text=True, check=True
    )
    return [json.loads(line) for line in run.stdout.splitlines()]


def value_at(event, path):
    for step in re.findall(r"[a-z_]+|\d+", path):
        event = event[int(step)] if step.isdigit() else event[step]
    return event


class Story(unittest.TestCase):
    def setUp(self):
        self.text = section("One article, stage by stage")
        self.article = json.loads(self.text.split("```json\n")[1].split("```")[0])

    def test_annotations(self):
        (line,) = extract(self.article, "annotations")
        found = {(a["text"], a["kind"], json.dumps(a["value"], ensure_ascii=False)) for a in line["annotations"]}
        wanted = rows(self.text, "| words | kind | value |")
        self.assertGreater(len(wanted), 3)
        for words, kind, value in wanted:
            with self.subTest(words):
                self.assertIn((words, kind, value), found)

    def test_events(self):
        events = extract(self.article, "json")
        wanted = rows(self.text, "| event | field | value | proved by |")
        self.assertEqual(len(events), len({number for number, *_ in wanted}))
        for number, field, value, quote in wanted:
            event = events[int(number) - 1]
            with self.subTest(f"{number} {field}"):
                self.assertEqual(str(value_at(event, field)), value)
                proofs = [e["quote"] for e in event["evidence"] if field == e["field"] or field.startswith(e["field"] + ".")]
                self.assertEqual(quote in proofs, bool(quote), proofs)


if __name__ == "__main__":
    unittest.main(verbosity=2)
