#!/usr/bin/env python3
"""Check the golden articles themselves: form, values, and that each gold text stands in its article.

    check_golden.py [FOLDER]
"""
import calendar
import datetime
import glob
import json
import os
import re
import sys

KINDS = "SUMMIT MINISTERIAL SESSION CONFERENCE NEGOTIATION VISIT CALL TALKS".split()
STATUSES = "HELD ONGOING SCHEDULED PROPOSED POSTPONED CANCELLED DENIED".split()
MODES = "IN_PERSON PHONE VIDEO HYBRID UNKNOWN".split()
BASES = "NONE EXPLICIT DATELINE PUBLICATION CONTEXT".split()
TYPES = "PERSON COUNTRY ORGANIZATION".split()
RANKS = ("NONE HEAD_OF_STATE HEAD_OF_GOVERNMENT DEPUTY_HEAD_OF_GOVERNMENT FOREIGN_MINISTER MINISTER DEPUTY_MINISTER "
         "AMBASSADOR ENVOY LEGISLATOR OFFICIAL MILITARY EXECUTIVE").split()
PARTS = "HOST CHAIR MEDIATOR VISITOR ATTENDEE ABSENT".split()
OUTCOMES = "COMMUNIQUE JOINT_STATEMENT DECLARATION AGREEMENT CONSENSUS NO_AGREEMENT OTHER".split()
INVERSE = {"NEXT_EDITION": "PREVIOUS_EDITION", "SUB_EVENT": "SUPER_EVENT", "PREPARES": "PREPARED_BY"}
INVERSE.update({b: a for a, b in INVERSE.items()})
EVENT_KEYS = set("kind status mode name edition start end start_time previous_start date_basis place participants outcomes relations".split())
PARTICIPANT_KEYS = set("name type role country rank organization part".split())
WEEKDAYS = {
    "fr": "lundi mardi mercredi jeudi vendredi samedi dimanche".split(),
    "en": "monday tuesday wednesday thursday friday saturday sunday".split(),
}
MONTHS = {
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre".split(),
    "en": [name.lower() for name in calendar.month_name[1:]],
}


SHARED = 300  # characters over which a list may share a title


def date_is_valid(text):
    for pattern, length in (("%Y-%m-%d", 10), ("%Y-%m", 7), ("%Y", 4)):
        if len(text) == length:
            try:
                datetime.datetime.strptime(text, pattern)
                return True
            except ValueError:
                return False
    return False


class Check:
    def __init__(self, article, gold):
        self.article, self.gold, self.problems = article, gold, []
        self.text = article.get("title", "") + "\n" + article["body"]

    def say(self, text):
        self.problems.append(f"{self.article['id']}: {text}")

    def one_of(self, value, allowed, what):
        if value not in allowed:
            self.say(f"{what} {value!r}")

    def in_text(self, value, what):
        if value and value not in self.text:
            self.say(f"{what} not in the text: {value!r}")

    def place_of_role(self, role):
        """Where the title stands, maybe as that of several, or its second half where a list shares the first; -1: nowhere."""
        if role in self.text:
            return self.text.find(role)
        for blank in [m.start() for m in re.finditer(" ", role)] + [len(role)]:
            first = re.search(" ".join(re.escape(word[:-1]) + r"\w{1,4}" for word in role[:blank].split()), self.text)
            if first and blank == len(role):
                return first.start()
            if first:
                second = re.compile(r"\b" + re.escape(role[blank + 1:]) + r"(?!\w)").search(self.text, first.end(), first.start() + SHARED)
                if second:
                    return second.start()
        return -1

    def date(self, value, what):
        if value is not None and not date_is_valid(value):
            self.say(f"{what} {value!r}")

    def participant(self, p):
        for key in p.keys() - PARTICIPANT_KEYS:
            self.say(f"participant key {key!r}")
        if "type" not in p:
            self.say(f"participant without type: {p}")
            return
        self.one_of(p["type"], TYPES, "type")
        self.in_text(p.get("name"), "name")
        for role in (p.get("role") or "").split("; "):
            if role and self.place_of_role(role) < 0:
                self.say(f"role not in the text: {role!r}")
        if p.get("country") is not None and not re.fullmatch("[A-Z]{2}", p["country"]):
            self.say(f"country {p['country']!r}")
        if p.get("name") is None and not (p["type"] == "PERSON" and p.get("role", "left out")):
            self.say("participant without name and role")
        self.one_of(p.get("rank", "NONE"), RANKS, "rank")
        self.one_of(p.get("part", "HOST"), PARTS, "part")
        self.in_text(p.get("organization"), "organization")

    def participants_in_order(self, index, people):
        people = [p for p in people if p.get("name") or p.get("role")]
        places = [(self.text.find(p["name"]) if p["name"] else self.place_of_role(p["role"].split("; ")[0]), p) for p in people]
        for (a, p), (b, q) in zip(places, places[1:]):
            if a > b:
                self.say(f"event {index}: {q['name'] or q['role']!r} is named before {p['name'] or p['role']!r}")

    def event(self, index, e):
        for key in e.keys() - EVENT_KEYS:
            self.say(f"event key {key!r}")
        self.one_of(e["kind"], KINDS, "kind")
        self.one_of(e["status"], STATUSES, "status")
        self.one_of(e.get("mode", "UNKNOWN"), MODES, "mode")
        self.one_of(e.get("date_basis", "NONE"), BASES, "date_basis")
        if e.get("date_basis") and (e["date_basis"] == "NONE") != (e["start"] is None):
            self.say(f"event {index}: date_basis {e['date_basis']} with start {e['start']}")
        for key in ("start", "end", "previous_start"):
            self.date(e.get(key), key)
        if e.get("end") and e["start"] and not e["start"] < e["end"]:
            self.say(f"event {index}: end {e['end']} not after start {e['start']}")
        if e.get("start_time") and not re.fullmatch(r"\d\d:\d\d(Z|[+-]\d\d:\d\d)?", e["start_time"]):
            self.say(f"start_time {e['start_time']!r}")
        self.in_text(e.get("name"), "event name")
        if e.get("place"):
            self.in_text(e["place"]["city"], "city")
        for p in e.get("participants", ()):
            self.participant(p)
        self.participants_in_order(index, e.get("participants", ()))
        for outcome in e.get("outcomes", ()):
            self.one_of(outcome, OUTCOMES, "outcome")
        for relation in e.get("relations", ()):
            self.relation(index, relation)

    def relation(self, index, relation):
        events, other = self.gold["events"], relation["event"]
        if relation["type"] not in INVERSE or other == index or not 0 <= other < len(events):
            self.say(f"relation {relation}")
        elif {"type": INVERSE[relation["type"]], "event": index} not in events[other].get("relations", ()):
            self.say(f"event {other} lacks the inverse of {relation}")

    def weekdays(self):
        """A weekday written with its date ("mardi 13 mai", "Tuesday, May 13, 2025") must fall on it."""
        language, published = self.article["language"], self.article.get("published_at", "")
        day, month = "|".join(WEEKDAYS[language]), "|".join(MONTHS[language])
        if language == "fr":
            pattern = rf"({day}) (?P<d>\d+)(?:er)? (?P<m>{month})(?: (?P<y>\d{{4}}))?"
        else:
            pattern = rf"({day}),? (?:(?P<d>\d+) (?P<m>{month})|(?P<m2>{month}) (?P<d2>\d+))(?:,? (?P<y>\d{{4}}))?"
        for m in re.finditer(pattern, self.text.lower()):
            found = m.groupdict()
            number = int(found["d"] or found["d2"])
            month_number = MONTHS[language].index(found["m"] or found["m2"]) + 1
            year = int(found["y"] or published[:4] or 0)
            if not year or calendar.weekday(year, month_number, number) != WEEKDAYS[language].index(m.group(1)):
                self.say(f"not that day of the week: {m.group(0)!r}")

    def run(self):
        if self.gold["id"] != self.article["id"]:
            self.say("ids differ")
        if self.article.get("published_at") and not date_is_valid(self.article["published_at"]):
            self.say("published_at")
        for key in ("source", "url"):
            if key not in self.article:
                self.say(f"article without {key}")
        if not self.article.get("url", "").isascii():
            self.say("url has letters that no URL has")
        for index, event in enumerate(self.gold["events"]):
            self.event(index, event)
        self.weekdays()
        return self.problems


def main():
    folder = sys.argv[1] if len(sys.argv) > 1 else os.path.dirname(os.path.abspath(__file__))
    problems, articles, events = [], 0, 0
    for path in sorted(glob.glob(f"{folder}/*/*.gold.json")):
        with open(path, encoding="utf-8") as gold_file, open(path.replace(".gold", ""), encoding="utf-8") as article_file:
            gold, article = json.load(gold_file), json.load(article_file)
        problems += Check(article, gold).run()
        articles, events = articles + 1, events + len(gold["events"])
    print("\n".join(problems + [f"{articles} golden articles, {events} events, {len(problems)} problems"]))
    return bool(problems)


if __name__ == "__main__":
    sys.exit(main())
