#!/usr/bin/env python3
"""How well the meetings of a folder of articles are found: precision, recall and F1 of each field.

    score.py MEETINGD ARTICLES [GOLD] [--only IDS | --without IDS] [--confidence] [--articles] [--at-least F1]

ARTICLES is a folder of articles that `MEETINGD extract` reads.  GOLD, the same folder if left out, holds
what is to be found in each, as `{"id", "events": [...]}` in NAME.gold.json, or in NAME.json if no file
ends so; README.md says what the fields mean and when two events are the same.  IDS is a file of ids, one a
line.  --confidence prints how many of the events are right above each confidence, --articles a line for
each article; with --at-least the exit status says whether the F1 of the events reaches that.
"""
import argparse
import collections
import functools
import glob
import json
import os
import re
import subprocess
import sys
import unicodedata

SMALL_WORDS = frozenset("le la les l un une des de du d et en au aux a à the of and on in for to with".split())
FIELDS = "kind status start country city edition name participants role nationality".split()
HEADLINE = ["detection"] + [field for field in FIELDS if field != "edition"]
TOO_MANY_TO_TRY = 12


@functools.lru_cache(maxsize=None)
def words(text):
    """The words that count, without case, accents and small words."""
    plain = unicodedata.normalize("NFKD", text or "").casefold()
    plain = "".join(c for c in plain if not unicodedata.combining(c))
    return tuple(word for word in re.split(r"[^\w]+", plain) if word and word not in SMALL_WORDS)


def likeness(one, other):
    """F1 of the words of two texts: 1 where they have the same ones."""
    a, b = collections.Counter(words(one)), collections.Counter(words(other))
    total = sum(a.values()) + sum(b.values())
    return 2 * sum((a & b).values()) / total if a and b else 0.0


class Person:
    """A participant of any type, in capitals where case says nothing."""

    def __init__(self, told):
        self.type = (told.get("type") or "").upper()
        self.name, self.role = told.get("name") or "", told.get("role") or ""
        self.country = (told.get("country") or "").upper()

    def is_named(self):
        return self.type == "PERSON" and bool(self.name)

    def same_name(self, other):
        short, long = sorted((words(self.name), words(other.name)), key=len)
        if not short:
            return not long and self.same_office(other)
        shared = sum(word in long for word in short)
        return shared == len(short) or 2 * shared >= len(long) and shared > 0

    def same_office(self, other):
        countries = {self.country, other.country} - {""}
        return len(countries) < 2 and likeness(self.role, other.role) >= 0.5

    def is_same(self, other):
        if self.type != other.type:
            return False
        if self.type == "PERSON":
            return self.same_name(other)
        if self.type == "COUNTRY" and self.country and other.country:
            return self.country == other.country
        if self.type == "COUNTRY":
            return words(self.name) == words(other.name)
        return likeness(self.name, other.name) >= 0.5


class Meeting:
    def __init__(self, told):
        place = told.get("place") or {}
        self.values = {
            "kind": told.get("kind"),
            "status": told.get("status"),
            "start": told.get("start") or None,
            "country": (place.get("country") or "").upper() or None,
            "city": place.get("city") or None,
            "edition": told.get("edition"),
            "name": told.get("name") or None,
        }
        self.people = [Person(person) for person in told.get("participants") or []]
        self.people = [person for person in self.people if person.type != "GROUP"]
        self.confidence = told.get("confidence") or 0.0

    def __getattr__(self, field):
        return self.values[field]

    def family(self):
        return self.kind if self.kind in ("CALL", "VISIT") else "MEETING"

    def is_bare(self):
        """Whether nothing but the country tells which occasion it is."""
        return not (self.people or self.start or self.city or self.name)


def pair_people(found, gold):
    left, pairs = list(gold), []
    for person in found:
        match = next((other for other in left if person.is_same(other)), None)
        if match:
            left.remove(match)
            pairs.append((person, match))
    return pairs


def days_agree(one, other):
    """Dates of different precision agree where one is the beginning of the other."""
    short, long = sorted((one, other), key=len)
    return long == short or long.startswith(short + "-")


def proof(found, gold):
    """What speaks for their being one occasion: who, under what name, when, where."""
    score = 1.5 * likeness(found.name, gold.name)
    if found.people and gold.people:
        score += 4.0 * len(pair_people(found.people, gold.people)) / (len(found.people) + len(gold.people))
    if found.start and gold.start:
        score += 0.75 if days_agree(found.start, gold.start) else -0.5
    if found.city and gold.city:
        score += 0.75 if words(found.city) == words(gold.city) else -0.25
    if found.country and gold.country:
        score += (0.5 if gold.is_bare() else 0.25) if found.country == gold.country else -0.5
    elif gold.is_bare() and not gold.country and found.kind == gold.kind:
        score += 0.5
    return score


def closeness(found, gold):
    """How surely two events are one occasion; 0: they are not."""
    same_family = found.family() == gold.family()
    if not same_family and "VISIT" in (found.family(), gold.family()):
        return 0.0  # a visit is not the talks held on it
    score = proof(found, gold)
    if score < 0.4:
        return 0.0
    return score + 0.5 * same_family + 0.25 * (found.kind == gold.kind) + 0.15 * (found.status == gold.status)


def align(found, gold):
    """Pairs (index of found, index of gold), one to one, so that they are as close as can be."""
    table = {(i, j): closeness(f, g) for i, f in enumerate(found) for j, g in enumerate(gold)}
    table = {pair: close for pair, close in table.items() if close > 0}
    if min(len(found), len(gold)) > TOO_MANY_TO_TRY:
        return align_nearest(table)

    @functools.lru_cache(maxsize=None)
    def best(i, taken):
        if i == len(found):
            return 0.0, ()
        choice = best(i + 1, taken)
        for j in range(len(gold)):
            if (i, j) in table and not taken >> j & 1:
                close, pairs = best(i + 1, taken | 1 << j)
                choice = max(choice, (close + table[i, j], ((i, j),) + pairs), key=lambda option: option[0])
        return choice

    return list(best(0, 0)[1])


def align_nearest(table):
    pairs, used = [], (set(), set())
    for i, j in sorted(table, key=table.get, reverse=True):
        if i not in used[0] and j not in used[1]:
            pairs.append((i, j))
            used[0].add(i)
            used[1].add(j)
    return pairs


class Tally:
    def __init__(self):
        self.right = self.found = self.gold = 0

    def add(self, right, found, gold):
        self.right, self.found, self.gold = self.right + right, self.found + found, self.gold + gold

    def measures(self):
        precision = self.right / self.found if self.found else float(self.gold == 0)
        recall = self.right / self.gold if self.gold else float(self.found == 0)
        total = precision + recall
        return precision, recall, 2 * precision * recall / total if total else 0.0


def agree(field, found, gold):
    if field == "name":
        return likeness(found, gold) >= 0.5
    if field == "city":
        return words(found) == words(gold) or likeness(found, gold) >= 0.67
    return found == gold


def told(person, field):
    return person.role if field == "role" else person.country


def tally_people(tallies, pairs, found, gold):
    """Participants, and of the named people their titles and states."""
    matches = [match for f, g in pairs for match in pair_people(f.people, g.people)]
    sides = [[person for meeting in side for person in meeting.people] for side in (found, gold)]
    tallies["participants"].add(len(matches), len(sides[0]), len(sides[1]))
    for field, same in (("role", lambda a, b: likeness(a, b) >= 0.5), ("nationality", str.__eq__)):
        right = sum(
            bool(f.is_named() and g.is_named() and told(f, field) and same(told(f, field), told(g, field)))
            for f, g in matches
        )
        counts = [sum(bool(person.is_named() and told(person, field)) for person in side) for side in sides]
        tallies[field].add(right, *counts)


def tally_article(tallies, found, gold):
    """Adds an article's counts; returns the indices of the events that are right."""
    indices = align(found, gold)
    pairs = [(found[i], gold[j]) for i, j in indices]
    tallies["detection"].add(len(pairs), len(found), len(gold))
    for field in FIELDS[: FIELDS.index("participants")]:
        right = sum(
            f.values[field] is not None and g.values[field] is not None and agree(field, f.values[field], g.values[field])
            for f, g in pairs
        )
        tallies[field].add(right, *(sum(m.values[field] is not None for m in side) for side in (found, gold)))
    tally_people(tallies, pairs, found, gold)
    return {i for i, _ in indices}


def read_gold(folder):
    paths = sorted(glob.glob(os.path.join(folder, "*.gold.json"))) or sorted(glob.glob(os.path.join(folder, "*.json")))
    if not paths:
        sys.exit(f"{folder}: no NAME.gold.json and no NAME.json: GOLD is a folder of what is to be found")
    gold = {}
    for path in paths:
        with open(path, encoding="utf-8") as file:
            content = json.load(file)
        if "events" not in content:
            sys.exit(f"{path}: no 'events': this is an article, and GOLD must hold what is to be found in it")
        gold[str(content["id"])] = [Meeting(event) for event in content["events"]]
    return gold


def extract(meetingd, folder):
    """The program's meetings by article id; gold files that stand among the articles are no articles."""
    paths = [path for path in sorted(glob.glob(os.path.join(folder, "*"))) if not path.endswith(".gold.json")]
    run = subprocess.run([meetingd, "extract", "--output", "articles", *paths], stdout=subprocess.PIPE, check=True)
    lines = map(json.loads, run.stdout.splitlines())
    return {str(line["id"]): [Meeting(event) for event in line["events"]] for line in lines}


def chosen(ids, options):
    for path, keep in ((options.only, True), (options.without, False)):
        if path:
            with open(path, encoding="utf-8") as file:
                listed = set(file.read().split())
            ids = [one for one in ids if (one in listed) == keep]
    return ids


def event_f1(tallies):
    """The headline figure: the mean of detection and the fields, edition apart (few have one)."""
    return sum(tallies[field].measures()[2] for field in HEADLINE) / len(HEADLINE)


def print_table(tallies, articles):
    print(f"{articles} articles")
    print(f"{'field':13} {'P':>6} {'R':>6} {'F1':>6} {'gold':>6} {'found':>6}")
    for field in ["detection"] + FIELDS:
        tally = tallies[field]
        print("{:13} {:6.3f} {:6.3f} {:6.3f} {:6d} {:6d}".format(field, *tally.measures(), tally.gold, tally.found))
    print(f"{'event':13} {'':6} {'':6} {event_f1(tallies):6.3f}")


def print_confidence(events):
    """Of the events that are at least so sure: how many are right, and what part of all they are."""
    print(f"{'confidence':13} {'right':>6} {'of all':>6} {'events':>6}")
    for least in (0.0, 0.3, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95):
        sure = [right for confidence, right in events if confidence >= least]
        share = len(sure) / len(events) if events else 0.0
        print(f">= {least:<10} {sum(sure) / len(sure) if sure else 0.0:6.3f} {share:6.3f} {len(sure):6d}")


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("meetingd", metavar="MEETINGD")
    parser.add_argument("articles", metavar="ARTICLES")
    parser.add_argument("gold", metavar="GOLD", nargs="?")
    parser.add_argument("--only", metavar="IDS")
    parser.add_argument("--without", metavar="IDS")
    parser.add_argument("--confidence", action="store_true")
    parser.add_argument("--articles", dest="each", action="store_true")
    parser.add_argument("--at-least", metavar="F1", type=float)
    return parser.parse_args()


def main():
    options = arguments()
    gold = read_gold(options.gold or options.articles)
    found = extract(options.meetingd, options.articles)
    ids = chosen(list(gold), options)
    tallies = collections.defaultdict(Tally)
    events = []
    for one in ids:
        meetings = found.get(one, [])
        right = tally_article(tallies, meetings, gold[one])
        events += [(meeting.confidence, i in right) for i, meeting in enumerate(meetings)]
        if options.each:
            print(f"{one:24} right {len(right)} of {len(meetings)} found, {len(gold[one])} to be found")
    print_table(tallies, len(ids))
    if options.confidence:
        print_confidence(events)
    if options.at_least is not None and event_f1(tallies) < options.at_least:
        sys.exit(f"event F1 {event_f1(tallies):.3f} is below {options.at_least}")


if __name__ == "__main__":
    main()
