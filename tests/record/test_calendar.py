#!/usr/bin/env python3
"""`meetingd extract --output ics`, read by a calendar library that is not ours: ical4j, strictly.

    MEETINGD=build/meetingd test_calendar.py

No library looks at line ends and at the 75 octets of a line: that is done here.
"""
import glob
import json
import os
import re
import subprocess
import unittest

import jpype

MEETINGD = os.environ["MEETINGD"]
ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
CACHE = os.environ.get("MEETINGD_CACHE") or os.path.expanduser("~/.cache/meetingd")
VALIDATOR = "org.mnode.ical4j:ical4j:4.0.8"

HOSTILE = {
    "id": "x\r\nBEGIN:VALARM",
    "language": "en",
    "published_at": "2025-06-04",
    "source": "Evil; Co, Ltd\\n\r\nATTENDEE:mailto:a@evil.example",
    "url": "javascript:alert(1)",
    "title": "END:VCALENDAR\r\nBEGIN:VEVENT \u0000\u0007\u001b[31m \u202eterces \U0001f91d" + "é" * 200,
    "body": "Estonian Foreign Minister Kaarel Tamm; \"the; quiet, one\\\", met his Portuguese counterpart "
    "Ines Valadares in Lisbon on Tuesday.\r\nUID:evil\r\n" + "\u4f1a\u8b70" * 100,
}


def extract(output, *operands, stdin=None):
    command = [MEETINGD, "extract", "--output", output, *operands]
    return subprocess.run(command, input=stdin, capture_output=True, check=True).stdout


def unfolded(calendar):
    """The calendar's lines, as (name with parameters, value)."""
    text = calendar.decode("utf-8").replace("\r\n ", "").removesuffix("\r\n")
    return [tuple(line.split(":", 1)) for line in text.split("\r\n")]


def entries(calendar):
    """Each VEVENT as {name: value}; CONTACT and RELATED-TO as lists."""
    found, event = [], None
    for name, value in unfolded(calendar):
        if (name, value) == ("BEGIN", "VEVENT"):
            event = {"CONTACT": [], "RELATED-TO": []}
        elif (name, value) == ("END", "VEVENT"):
            found.append(event)
            event = None
        elif event is not None:
            key = name.split(";")[0]
            if key in ("CONTACT", "RELATED-TO"):
                event[key].append(value)
            else:
                assert key not in event, f"{key} twice"
                event[key] = value
    return found


def golden_articles():
    paths = glob.glob(os.path.join(ROOT, "tests", "golden", "*", "*.json"))
    return sorted(path for path in paths if not path.endswith(".gold.json"))


class Calendar(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        jars = os.path.join(CACHE, "ical4j-" + VALIDATOR.rsplit(":", 1)[1])
        subprocess.run([os.path.join(ROOT, "tests", "jars.sh"), jars, VALIDATOR], check=True)
        if not jpype.isJVMStarted():
            jpype.startJVM("-Xmx256m", classpath=glob.glob(os.path.join(jars, "*.jar")))

    def problems(self, calendar):
        """What ical4j has against it."""
        # Its pattern for GEO knows no south and no west, which RFC 5545 (3.8.1.6) has.
        calendar = re.sub(rb"(?m)^GEO:-?([0-9.]+);-?", rb"GEO:\1;", calendar)
        builder = jpype.JClass("net.fortuna.ical4j.data.CalendarBuilder")()
        stream = jpype.JClass("java.io.ByteArrayInputStream")(calendar)
        result = builder.build(stream).validate(True)
        return [f"{entry.getContext()}: {entry.getMessage()}" for entry in result.getEntries()]

    def expect_well_formed(self, calendar):
        self.assertTrue(calendar.endswith(b"\r\n"))
        self.assertNotRegex(calendar, rb"[^\r]\n|\r[^\n]|[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
        for line in calendar.split(b"\r\n"):
            self.assertLessEqual(len(line), 75, line)
            line.decode("utf-8")  # a character is never split
        self.assertEqual(self.problems(calendar), [])

    def test_the_validator_finds_mistakes(self):
        calendar = extract("ics", "-", stdin=json.dumps({**HOSTILE, "title": "Talks"}).encode())
        self.assertEqual(self.problems(calendar), [])
        self.assertNotEqual(self.problems(re.sub(rb"UID:.*\r\n", b"", calendar)), [])
        self.assertNotEqual(self.problems(re.sub(rb"STATUS:.*\r\n", b"STATUS:PERHAPS\r\n", calendar)), [])

    def test_golden_articles(self):
        articles = golden_articles()
        calendar = extract("ics", *articles)
        self.expect_well_formed(calendar)
        events = [json.loads(line) for line in extract("json", *articles).splitlines()]
        dated = {
            event["event_id"]: event
            for event in events
            if event["status"] != "DENIED"
            and (event["start"] or event["status"] == "POSTPONED" and event["previous_start"])
        }
        found = {entry["UID"]: entry for entry in entries(calendar)}
        self.assertEqual(found.keys(), dated.keys())
        self.assertGreater(len(found), 100)
        for uid, entry in found.items():
            with self.subTest(uid):
                self.expect_same(entry, dated[uid])

    def expect_same(self, entry, event):
        day = event["start"] or event["previous_start"]
        told = day.replace("-", "")
        if not event["start_time"]:
            self.assertTrue(entry["DTSTART"].startswith(told), entry["DTSTART"])
        self.assertEqual(entry["STATUS"] == "CANCELLED", event["status"] == "CANCELLED" or not event["start"])
        self.assertEqual(len(entry["CONTACT"]), len(event["participants"]))
        self.assertEqual(entry["CATEGORIES"].split(","), [event["kind"], *event["topics"]])
        self.assertEqual(entry["URL"], event["article"]["url"])
        self.assertEqual(entry["RELATED-TO"], [relation["event_id"] for relation in event["relations"]])
        if event["name"]:
            self.assertEqual(re.sub(r"\\(.)", r"\1", entry["SUMMARY"]), event["name"])
        if event["place"] and event["place"]["latitude"] is not None:
            latitude, longitude = map(float, entry["GEO"].split(";"))
            self.assertAlmostEqual(latitude, event["place"]["latitude"], places=4)
            self.assertAlmostEqual(longitude, event["place"]["longitude"], places=4)

    def test_hostile_article(self):
        calendar = extract("ics", "-", stdin=json.dumps(HOSTILE).encode())
        self.expect_well_formed(calendar)
        (entry,) = entries(calendar)
        names = {name.split(";")[0] for name, _ in unfolded(calendar)}
        self.assertNotIn("ATTENDEE", names)
        self.assertNotIn("URL", names)
        self.assertEqual([value for name, value in unfolded(calendar) if name == "UID"], [entry["UID"]])
        self.assertNotIn("evil", entry["UID"])

    def test_the_same_bytes_each_time(self):
        articles = golden_articles()[:20]
        self.assertEqual(extract("ics", *articles), extract("ics", *articles))

    def test_no_meeting_with_a_day(self):
        article = {"id": "1", "language": "en", "body": "Kaarel Tamm met Ines Valadares in Lisbon."}
        command = [MEETINGD, "extract", "--output", "ics", "-"]
        run = subprocess.run(command, input=json.dumps(article).encode(), capture_output=True, check=True)
        self.assertEqual(re.findall(rb"BEGIN:\w+", run.stdout), [b"BEGIN:VCALENDAR"])
        self.assertTrue(run.stdout.endswith(b"\r\nEND:VCALENDAR\r\n"))
        self.assertRegex(run.stderr.decode(), r"no place in a calendar \(denied, .*\): 1 of 1")


if __name__ == "__main__":
    unittest.main(verbosity=2)
