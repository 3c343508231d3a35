"""What `meetingd replay --diff` and `--retract` must do on a real broker.

The live group has run with an older English pack: it lacks Tuesday and "lunched", and knows
"sauntered" instead.  So this version changes an event, adds one, and no longer finds one.
"""

import collections
import io
import json
import os
import pathlib
import re
import shutil
import signal
import sys

import fastavro
from confluent_kafka import Producer
from confluent_kafka.admin import AdminClient

sys.path.append(os.path.join(os.path.dirname(__file__), "..", "browser"))
import looking
from replay_cases import group_offsets, put, replay
from world import PATIENCE, QUIET, decode, expect, header

HOUR = 60 * 60 * 1000
FIRST = 1743465600000  # 2025-04-01T00:00:00Z
SORTS = {  # what becomes of an article's event, and its sentence
    "changed": "met his Portuguese counterpart Ines Valadares in Lisbon on Tuesday.",
    "added": "lunched with his Portuguese counterpart Ines Valadares in Lisbon on Monday.",
    "removed": "sauntered with his Portuguese counterpart Ines Valadares in Lisbon on Monday.",
    "unchanged": "met his Portuguese counterpart Ines Valadares in Lisbon on Monday.",
    "nothing": "painted a chair green.",
}
NAMES = list(SORTS)
ALL = ["--from", "earliest", "--to", "latest"]


def sort_of(i):
    return NAMES[i % len(NAMES)]


def an_article(i, sort=None, title="News of the day"):
    return json.dumps({
        "id": f"a-{i}", "language": "en", "source": "Baltic Courier", "title": title,
        "published_at": "2025-06-04",
        "body": f"Estonian Foreign Minister Kaarel Tamm {SORTS[sort or sort_of(i)]}"}).encode()


def put_articles(world, count, first=0):
    put(world, count, lambda i: FIRST + i * HOUR, first=first, value_of=an_article)


def older_packs(world):
    """The packs of the live group, and the setting that takes them."""
    packs = os.path.join(os.path.dirname(__file__), "..", "..", "worker", "lang")
    folder = os.path.join(world.folder, f"{world.name}-lang")
    shutil.copytree(packs, folder)
    for path, old, new in (("pack.txt", r"(?m)^version +\| .*$", "version  | 99"),
                           ("lexicon/weekday.txt", r"(?m)^.*\| Tuesday\n", ""),
                           ("lexicon/meetverb.txt", r"\| lunched/PAST ", "| sauntered/PAST ")):
        path = os.path.join(folder, "en", path)
        with open(path, encoding="utf-8") as file:
            text = file.read()
        changed, count = re.subn(old, new, text)
        expect(count == 1, f"{path} has another form by now: {old}")
        with open(path, "w", encoding="utf-8") as file:
            file.write(changed)
    return {"engine.lang_dir": folder}


def run_live(world, count, settings=None):
    worker = world.worker(settings=settings)
    world.wait_until(lambda: world.done() == count, "all articles")
    worker.stop()


def diff(world, name, *arguments, form="json", settings=None):
    """What a diff prints: JSON lines by what they say changes, or the text."""
    said = replay(world, name, *arguments, "--diff", form, settings=settings)
    if form != "json":
        return said
    lines = collections.defaultdict(list)
    for line in said.splitlines():
        if line.startswith('{"change"'):
            parsed = json.loads(line)
            lines[parsed["change"]].append(parsed)
    expect(len(lines["summary"]) == 1, f"one summary:\n{said}")
    return lines


def current(world):
    """The events that the articles' latest receipts list, by id, as the topic has them."""
    events = {}
    for message in world.read(world.events):
        key = message.key().decode()
        events[key] = decode(message.value(), "meeting_event") if message.value() else None
    listed = {}
    for message in world.read(world.receipts):
        listed[message.key()] = decode(message.value(), "article_receipt")["event_ids"]
    return {i: events.get(i) for ids in listed.values() for i in ids}


def apart(event):
    """An event without what stands aside."""
    return {k: v for k, v in event.items() if k not in ("confidence", "extractor")}


def sorts(lines):
    """The articles' numbers by what happens to their events."""
    return {change: sorted(int(json.loads(line["article"])[1][2:]) for line in found)
            for change, found in lines.items() if change != "summary"}


def of_sort(sort, numbers):
    return [i for i in numbers if sort_of(i) == sort]


def ends(world):
    """How far the topics go that a replay writes to: a diff must not move them."""
    from confluent_kafka import TopicPartition
    return [world.consumer.get_watermark_offsets(TopicPartition(topic, p), PATIENCE)
            for topic in (world.events, world.receipts, world.letters)
            for p in range(world.partitions)]


def case_a_diff_names_what_a_replay_then_changes(world):
    world.create_topics()
    put_articles(world, 50)
    run_live(world, 50, older_packs(world))
    put_articles(world, 10, first=50)
    before, was, offsets = current(world), ends(world), world.committed()

    lines = diff(world, "look", *ALL)
    expect(ends(world) == was, "a diff wrote something")
    expect(world.committed() == offsets, "a diff moved the live group")
    expect(set(group_offsets(world, "meetingd-replay-look").values()) == {-1001}, "it committed")
    read = range(50)
    expect(sorts(lines) == {sort: of_sort(sort, read) for sort in ("changed", "added", "removed")}
           | {"pending": [50, 51, 53, 55, 56, 58]}, f"{sorts(lines)}")
    summary, = lines["summary"]
    expect(summary["articles"] == 60 and summary["articles_pending"] == 10, f"{summary}")
    expect(summary["unchanged"] == 10 and summary["retractable"] == 10, f"{summary}")
    expect(summary["fields"]["start"] == 10 and summary["fields"]["date_text"] == 10,
           f"{summary['fields']}")
    expect(summary["aside"]["extractor"] == 20, f"{summary['aside']}")

    said = replay(world, "do", *ALL)
    expect("the live workers extract with meetingd 0.1.0 en/99" in said, said)
    expect("has not read 10 offsets of this range yet" in said, said)
    after = current(world)
    changed = {i for i in before if i in after and apart(before[i]) != apart(after[i])}
    expect({line["event_id"] for line in lines["changed"]} == changed, "the changed ones")
    expect({line["event_id"] for line in lines["removed"]} == set(before) - set(after),
           "the removed ones")
    expect({line["event_id"] for line in lines["added"] + lines["pending"]}
           == set(after) - set(before), "the added ones")
    for line in lines["changed"]:
        old, new = before[line["event_id"]], after[line["event_id"]]
        named = {field["field"].split(".")[0].split("[")[0]: field for field in line["fields"]}
        differing = {k for k in new if old[k] != new[k]}
        expect(set(named) == differing, f"{set(named)}, not {differing}")
        expect(named["start"]["old"] is None and named["start"]["new"] == new["start"],
               f"{named['start']}")
        expect(named["start"]["new_quote"] == "on Tuesday"
               or named["start"]["new_quote"] == "Tuesday", f"{named['start']}")
    for line in lines["added"]:
        expect(apart(line["event"])["start"] == after[line["event_id"]]["start"], "its event")

    again = diff(world, "do")
    expect(not sorts(again), f"a replay leaves no difference: {sorts(again)}")
    expect(again["summary"][0]["unchanged"] == 36, f"{again['summary']}")


def case_a_diff_in_words_and_as_a_page(world):
    world.create_topics()
    put_articles(world, 50)
    hostile = "&lt;script>alert(1)&lt;/script> \x1b[31m \u202e & \"'"
    put(world, 1, lambda i: FIRST, first=60,
        value_of=lambda i: an_article(i, "changed", title=hostile))
    run_live(world, 51, older_packs(world))
    said = diff(world, "words", *ALL, form="text")
    rows = [line.split() for line in said.splitlines()]
    for row in (["added", "10"], ["removed", "10"], ["changed", "11"], ["in", "the", "range", "51"],
                ["EVENTS", "->", "NO_MEETING", "10"], ["NO_MEETING", "->", "EVENTS", "10"],
                ["that", "--retract", "would", "retract", "10"]):
        expect(any(found[:len(row)] == row for found in rows), f"{row}:\n{said}")
    expect(re.search(r"was +nothing", said) and re.search(r"is +2025-06-03 +.Tuesday", said), said)
    expect("meetingd 0.1.0 en/99" in said, said)
    said = diff(world, "hostile", *ALL, "--id", "a-60", form="text")
    expect("<script>alert(1)" in said, said)
    expect("\x1b" not in said and "\u202e" not in said, "it steers the terminal")

    page = diff(world, "page", *ALL, "--id", "a-60", form="html")
    page = page[page.index("<!DOCTYPE html>"):]
    expect("default-src 'none'" in page, "the page has no policy")
    expect("<script" not in page and "&lt;script&gt;alert(1)" in page, "it is not escaped")
    expect("\x1b" not in page, "it has control characters")
    expect("2025-06-03" in page and "Kaarel Tamm" in page, page[:3000])
    whole = diff(world, "page", *ALL, form="html")
    whole = whole[whole.index("<!DOCTYPE html>"):]
    for name, text, views in (("hostile", page, ["wide", "dark"]), ("whole", whole, ["phone"])):
        path = pathlib.Path(world.folder, f"{world.name}-{name}.html")
        path.write_text(text, encoding="utf-8")
        look_at(path, name, views)


def look_at(path, name, views):
    """The page in a browser: all is there, nothing is wrong."""
    with looking.browser() as chromium:
        for view in views:
            with looking.Look(chromium, path.as_uri(), view) as look:
                expect(not look.findings(), f"{view}: {look.findings()}")
                expect(not look.complaints, f"{view}: {look.complaints}")
                expect(look.requests == [path.as_uri()], f"{view} fetches {look.requests}")
                expect(not look.overflows(), f"{view} has to be scrolled sideways")
                expect(look.page.locator(".sample ins").first.is_visible(), "an example")
                for link in look.page.locator("main a[href^='#']").all():
                    target = link.get_attribute("href")
                    expect(look.page.locator(target).count() == 1, f"{target} is nowhere")
                look.picture(f"diff-{name}")


def case_events_that_are_no_longer_extracted_are_retracted(world):
    """Killed on the way and begun again, and only of articles that the replay has read."""
    world.create_topics(events={"cleanup.policy": "compact"})
    count = 1000
    put_articles(world, count)
    run_live(world, count, older_packs(world))
    before = current(world)
    gone = {i for i, event in before.items()
            if sort_of(int(event["article"]["id"][2:])) == "removed"}
    half = ["--from", "2025-04-01", "--to", "2025-04-15"]
    wanted = {i for i in gone if int(before[i]["article"]["id"][2:]) < 14 * 24}

    said = replay(world, "plain", *half, "--retract", "--dry-run")
    expect(not tombstones(world), "a dry run retracts")
    slow = {"delivery.batch_articles": "10"}
    victim = world.worker("half", "--yes", *half, "--retract", "--rate", "10", command="replay",
                          settings=slow)
    world.wait_until(lambda: len(tombstones(world)) > len(wanted) // 4, "the first to be retracted")
    victim.kill()
    said = replay(world, "half")
    expect(re.search(r"events retracted +\d+", said), said)
    found = tombstones(world)
    expect(set(found) == wanted, f"{len(found)} of {len(wanted)} were retracted")
    expect(max(found.values()) == 1, "one was retracted twice")
    expect(not set(current(world)) & wanted, "a receipt still lists one")
    for message in world.read(world.events):
        if message.value() is None:
            expect(header(message, "meetingd-replay").startswith("half; meetingd "), "its header")
            expect(header(message, "content-type") is None, "nothing has no content type")
    expect(not any(event is None for event in current(world).values()), "what is listed is there")
    again = diff(world, "half")
    expect(not sorts(again) and again["summary"][0]["retractable"] == 0, f"{again['summary']}")


def tombstones(world):
    return collections.Counter(m.key().decode() for m in world.read(world.events)
                               if m.value() is None)


def older_schema(world):
    """The schema of the events as a release before could have had it, parsed, and its file."""
    root = os.path.join(os.path.dirname(__file__), "..", "..", "schemas")
    with open(os.path.join(root, "meeting_event.avsc"), encoding="utf-8") as file:
        schema = json.load(file)
    people, = [f["type"]["items"] for f in schema["fields"] if f["name"] == "participants"]
    expect(people["fields"].pop()["name"] == "forms", "the last field of a participant")
    schema["fields"] = [f for f in schema["fields"] if f["name"] != "relations"]
    path = os.path.join(world.folder, f"{world.name}.avsc")
    with open(path, "w", encoding="utf-8") as file:
        json.dump(schema, file)
    return fastavro.parse_schema(schema), path


def encode(event, schema):
    """A record in single-object encoding."""
    form = fastavro.schema.to_parsing_canonical_form(schema)
    print_of = fastavro.schema.fingerprint(form, "CRC-64-AVRO")
    out = io.BytesIO(b"\xc3\x01" + bytes.fromhex(print_of))
    out.seek(10)
    fastavro.schemaless_writer(out, schema, event)
    return out.getvalue()


def case_events_of_an_older_schema_are_compared(world):
    world.create_topics()
    put_articles(world, 25)
    run_live(world, 25, older_packs(world))
    schema, path = older_schema(world)
    producer = Producer({"bootstrap.servers": world.bootstrap, "partitioner": "murmur2_random",
                         **QUIET})
    for key, event in current(world).items():
        producer.produce(world.events, encode(event, schema), key=key.encode())
    expect(producer.flush(PATIENCE) == 0, "the older events could not be written")
    expect(len({m.value()[:10] for m in world.read(world.events)}) == 2, "two schemas")

    said = replay(world, "old", *ALL, "--diff", "json")
    expect("15 receipts and events can't be read" in said and "fingerprint" in said, said)
    lines = diff(world, "old", *ALL, "--schema", path)
    expect(sorts(lines) == {sort: of_sort(sort, range(25))
                            for sort in ("changed", "added", "removed")}, f"{sorts(lines)}")
    summary, = lines["summary"]
    expect(summary["unread"] == 0 and summary["unchanged"] == 5, f"{summary}")
    replay(world, "old", *ALL, "--diff", "json", "--schema", "/no/such.avsc", status=78)


def case_what_can_not_be_compared_is_refused(world):
    world.create_topics()
    put_articles(world, 5)

    def fails(status, words, *arguments, settings=None):
        said = replay(world, "x", *arguments, settings=settings, status=status)
        expect(words in said, f"not '{words}' but:\n{said}")

    fails(2, "--diff xml: text, json or html", *ALL, "--diff", "xml")
    fails(78, "--diff needs receipts", *ALL, "--diff", "text",
          settings={"output.receipt_topic": ""})
    fails(78, "--retract needs receipts", *ALL, "--retract",
          settings={"output.receipt_topic": ""})
    fails(2, "what is written aside retracts nothing", *ALL, "--retract", "--output-topic",
          world.letters)
    fails(78, "to compare with: [output] receipt_topic names it", *ALL, "--diff", "text",
          settings={"output.receipt_topic": f"{world.name}-none"})
    fails(0, "in the range                                    0", "--from", "2024-01-01", "--to",
          "2024-02-01", "--diff", "text")
    expect(ends(world) == [(0, 0)] * len(ends(world)), "something was written")


def open_files(pid):
    """What a process has open that has no name any more."""
    folder = f"/proc/{pid}/fd"
    found = []
    for name in os.listdir(folder):
        try:
            found.append(os.readlink(os.path.join(folder, name)))
        except OSError:
            pass  # closed meanwhile
    return [path for path in found if path.endswith(" (deleted)")]


def case_a_diff_that_is_ended_leaves_nothing(world):
    world.create_topics()
    put_articles(world, 20000)
    scratch = os.path.join(world.folder, f"{world.name}-tmp")
    os.mkdir(scratch)
    for number, status in ((signal.SIGTERM, 1), (signal.SIGKILL, -signal.SIGKILL)):
        os.environ["TMPDIR"] = scratch
        worker = world.worker("ended", *ALL, "--diff", "json", command="replay",
                              settings={"engine.threads": "1", "delivery.batch_articles": "10"})
        del os.environ["TMPDIR"]
        worker.ended = True
        world.wait_until(lambda: not worker.alive() or open_files(worker.process.pid),
                         "the temporary file")
        expect(worker.alive(), worker.log()[-2000:])
        expect(scratch in open_files(worker.process.pid)[0], "it is in TMPDIR")
        worker.signal(number)
        expect(worker.process.wait(PATIENCE) == status, f"{number}:\n{worker.log()[-2000:]}")
        expect('"summary"' not in worker.log(), "a diff that was ended is not whole")
        expect(not os.listdir(scratch), f"{os.listdir(scratch)}")
    expect(set(group_offsets(world, "meetingd-replay-ended").values()) == {-1001}, "it committed")
    admin = AdminClient({"bootstrap.servers": world.bootstrap})
    groups = admin.list_consumer_groups().result(PATIENCE).valid
    expect(not [g for g in groups if "ended" in g.group_id and g.group_id != world.group],
           "it joined a group")
