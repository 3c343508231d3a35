"""What `meetingd replay` must do on a real broker."""

import collections
import contextlib
import fcntl
import os
import pty
import re
import socket
import struct
import subprocess
import termios
import urllib.request

from confluent_kafka import Producer, TopicPartition
from confluent_kafka.admin import AdminClient, NewPartitions

from world import PATIENCE, QUIET, Failure, article, decode, expect, header, wait_until

COUNT = int(os.environ.get("REPLAY_ARTICLES", 200000))  # fewer, for a build without optimisation
DAYS = 30
DAY = 24 * 60 * 60 * 1000
FIRST = 1743465600000  # 2025-04-01T00:00:00Z
SLOW = {"delivery.batch_articles": "25"}  # so that there is a middle to kill in


def put(world, count, time_of, first=0, partition_of=None, value_of=article):
    """Writes articles with timestamps of their own, in their order."""
    producer = Producer({"bootstrap.servers": world.bootstrap, "linger.ms": 20,
                         "enable.idempotence": True,
                         "queue.buffering.max.messages": 1000000, **QUIET})
    for i in range(first, first + count):
        partition = partition_of(i) if partition_of else i % world.partitions
        producer.produce(world.articles, value_of(i), partition=partition, timestamp=time_of(i))
        producer.poll(0)
    expect(producer.flush(PATIENCE) == 0, "the articles could not be written")


def over_the_days(count):
    return lambda i: FIRST + i * DAYS * DAY // count


def run_live(world):
    """The first run over all that is there, however long that takes."""
    worker = world.worker()
    while world.lag() > 0:
        done = world.done()
        world.wait_until(lambda: world.done() > done or world.lag() == 0, "it to go on")
    worker.stop()


def replay(world, name, *arguments, settings=None, status=0):
    """Runs a replay to its end, and returns all that it says."""
    process = world.worker(name, "--yes", *arguments, command="replay", settings=settings)
    process.ended = True
    try:
        ended = process.process.wait(2 * PATIENCE)
    except subprocess.TimeoutExpired:
        raise Failure(f"the replay does not end:\n{process.log()[-3000:]}")
    expect(ended == status, f"it ended with {ended}, not {status}:\n{process.log()[-3000:]}")
    return process.log()


def replayed(world, topic=None):
    """The events that replays wrote."""
    return [m for m in world.read(topic or world.events) if header(m, "meetingd-replay")]


def by_id(messages):
    return collections.Counter((m.key(), m.value()) for m in messages)


def origin(message):
    return int(header(message, "meetingd-partition")), int(header(message, "meetingd-offset"))


def group_offsets(world, group):
    from confluent_kafka import Consumer
    # Uncommitted: else they wait for the transaction that a killed replay has left open.
    consumer = Consumer({"bootstrap.servers": world.bootstrap, "group.id": group,
                         "isolation.level": "read_uncommitted", **QUIET})
    found = consumer.committed([TopicPartition(world.articles, p)
                                for p in range(world.partitions)], timeout=PATIENCE)
    consumer.close()
    return {each.partition: each.offset for each in found}


def case_days_10_to_12_with_a_kill_and_a_helper(world):
    world.create_topics()
    put(world, COUNT, over_the_days(COUNT))
    run_live(world)
    live = world.read(world.events)
    before = world.committed()
    days = ["--from", "2025-04-10", "--to", "2025-04-13"]
    rate = ["--rate", str(COUNT // 100)]  # so slow that a helper finds work to share
    group = f"meetingd-replay-{world.name}"
    small = {"delivery.batch_articles": str(max(COUNT // 2000, 10))}

    victim = world.worker(world.name, "--yes", *days, *rate, command="replay", settings=small)
    begin = 3 * COUNT // DAYS * 3 // world.partitions
    world.wait_until(lambda: sum(max(o, 0) for o in group_offsets(world, group).values())
                     > begin * world.partitions + COUNT // 100, "the replay to be in the middle")
    victim.kill()
    first = world.worker(world.name, "--yes", *days, *rate, command="replay", settings=small)
    world.wait_until(first.assigned, "partitions for it")
    helper = world.worker(world.name, "--yes", *rate, command="replay", settings=small)
    world.wait_until(helper.assigned, "partitions for the helper")
    for process in (first, helper):
        process.ended = True
        expect(process.process.wait(3 * PATIENCE) == 0, f"it failed:\n{process.log()[-3000:]}")
        expect("done: all of the range has been read" in process.log(), process.log()[-2000:])

    stamps = {}
    for m in world.read(world.articles):
        stamps[(m.partition(), m.offset())] = m.timestamp()[1]
    wanted = [m for m in live if FIRST + 9 * DAY <= stamps[origin(m)] < FIRST + 12 * DAY]
    found = replayed(world)
    expect(len(wanted) > COUNT // 20, f"only {len(wanted)} events in the range")
    expect(by_id(found) == by_id(wanted), f"{len(found)} events, not the {len(wanted)} of then")
    expect(header(found[0], "meetingd-replay").startswith(f"{world.name}; meetingd "),
           header(found[0], "meetingd-replay"))
    expect(world.committed() == before, "the live group's offsets were touched")
    again = replay(world, world.name)
    expect("this replay is done" in again, again)


case_days_10_to_12_with_a_kill_and_a_helper.partitions = 8


def case_a_helper_comes_when_partitions_are_read_but_not_committed(world):
    """Their reader has paused them by then; what it keeps of them it has to read again."""
    world.create_topics()
    put(world, 96, hourly)
    port = free_port()
    first = world.worker(world.name, "--yes", "--offsets", "0:0-20,1:0-20,2:0-20,3:0-20",
                         settings={"delivery.batch_wait": "5s", "http.listen": str(port)},
                         command="replay")
    world.wait_until(lambda: gauges(port).get("meetingd_articles_consumed_total") == 80,
                     "all of the range to be read")
    helper = world.worker(world.name, "--yes", command="replay")
    for process in (first, helper):
        process.ended = True
        try:
            ended = process.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            raise Failure(f"it does not end:\n{process.log()[-3000:]}")
        expect(ended == 0 and "done: all of the range has been read" in process.log(),
               process.log()[-2000:])
    expect("partitions assigned count=2" in first.log(), first.log()[-2000:])
    expect(len(replayed(world)) == sum(i % 20 != 19 and i % 50 != 49 for i in range(80)),
           f"{len(replayed(world))} events")


def free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def gauges(port):
    """What a worker tells whoever scrapes it; nothing before it listens."""
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/metrics", timeout=5) as page:
            found = re.findall(r"^(meetingd_\w+) (.*)$", page.read().decode(), re.M)
            return {name: float(value) for name, value in found}
    except OSError:
        return {}


def case_how_far_it_is_is_seen_on_a_terminal_and_scraped(world):
    world.create_topics()
    put(world, 600, hourly)
    port = free_port()
    line = world.command("seen", "--yes", "--from", "earliest", "--to", "latest", "--rate", "100",
                         settings={"http.listen": str(port)}, command="replay")
    near, far = pty.openpty()
    fcntl.ioctl(far, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
    process = subprocess.Popen(line, stdout=far, stderr=far)
    os.close(far)

    def middle():
        seen = gauges(port)
        return 0 < seen.get("meetingd_replay_left_offsets", 0) < 600 and seen
    seen = wait_until(middle, "the replay to be in the middle")
    expect(seen["meetingd_replay_range_offsets"] == 600, f"{seen}")
    expect(seen["meetingd_replay_articles_per_second"] > 0, f"{seen}")
    shown = b""
    with contextlib.suppress(OSError):  # which ends a terminal that nobody has open any more
        while piece := os.read(near, 4096):
            shown += piece
    os.close(near)
    expect(process.wait(PATIENCE) == 0, shown.decode())
    bars = re.findall(r"\r\x1b\[K([^\r\n]+)(?=\r\x1b)", shown.decode())
    moving = [b for b in bars if re.match(r" *\d+ %  \S+ +\d+ articles/s +[\d.]+ MB/s  lag", b)]
    expect(len(moving) > 3 and moving[-1].startswith("100 %"), f"{bars}")
    expect(max(map(len, bars)) < 80, f"{bars}")
    expect("\r\x1b[Kthis process: 600 articles" in shown.decode(), "the bar is wiped")
    expect("done: all of the range has been read" in shown.decode(), shown.decode())


def hourly(i):
    return FIRST + i * 60 * 60 * 1000


def case_a_dry_run_changes_nothing(world):
    world.create_topics()
    put(world, 96, hourly)
    said = replay(world, "look", "--from", "2025-04-02", "--to", "2025-04-03T12:00:00+06:00",
                  "--dry-run")
    rows = [line.split() for line in said.splitlines()]
    expect(["0", "6", "14", "14", "8", "8"] in rows, said)
    expect(["all", "30", "31"] in rows, said)  # one of them is late, if at all
    expect(set(group_offsets(world, "meetingd-replay-look").values()) == {-1001}, "it committed")
    expect("has not read 30 offsets of this range yet" in said, said)
    expect(not world.read(world.events), "it wrote events")


def case_timestamps_out_of_order(world):
    """The range is day 2; its article 200 came an hour late, 201 a day late; 202 is of day 4."""
    world.create_topics()
    put(world, 96, hourly, partition_of=lambda i: 0)
    put(world, 1, lambda i: FIRST + 30 * 60 * 1000, first=150, partition_of=lambda i: 1)
    stamps = {200: FIRST + DAY + 5, 202: FIRST + 3 * DAY, 201: FIRST + DAY + 6}
    for i, stamp in ((96, FIRST + DAY), (97, FIRST + 2 * DAY + 60000), (200, stamps[200]),
                     (98, FIRST + 2 * DAY + 3660000), (202, stamps[202]), (201, stamps[201])):
        put(world, 1, lambda _, stamp=stamp: stamp, first=i, partition_of=lambda i: 1)
    day = ["--from", "2025-04-02", "--to", "2025-04-03"]

    def ids(topic):
        return sorted(int(decode(m.value(), "meeting_event")["article"]["id"][2:])
                      for m in world.read(topic))

    said = replay(world, "hour", *day)
    of_day = [i for i in range(24, 48) if i % 20 != 19]
    expect(ids(world.events) == of_day + [96, 200], f"{ids(world.events)}\n{said}")
    expect("articles outside the range" in said, said)
    replay(world, "day", *day, "--late", "3d", "--output-topic", world.letters)
    expect(ids(world.letters) == of_day + [96, 200, 201], f"{ids(world.letters)}")
    replay(world, "strict", *day, "--late", "0s", "--output-topic", world.receipts,
           "--partitions", "1-3")
    strict = [m for m in world.read(world.receipts)
              if header(m, "meetingd-replay").startswith("strict")]
    expect(len(strict) == 1, f"{len(strict)} events, not the one of 96")


def case_what_can_be_wrong_with_a_range(world):
    world.create_topics()
    put(world, 96, hourly)

    def fails(status, words, name, *arguments, settings=None):
        said = replay(world, name, *arguments, settings=settings, status=status)
        expect(words in said, f"not '{words}' but:\n{said}")

    fails(78, "is not before --to", "x", "--from", "2025-04-03", "--to", "2025-04-02")
    fails(78, "there is no topic", "x", "--from", "earliest", "--to", "latest",
          settings={"input.topic": f"{world.name}-artcles"})
    fails(78, "did you mean", "x", "--from", "earliest", "--to", "latest",
          settings={"input.topic": f"{world.articles}s"})
    fails(78, "has no partition 7: they are 0 to 3", "x", "--offsets", "7:1-2")
    fails(78, "no replay of that name is known", "x")
    fails(2, "say the whole range", "x", "--from", "2025-04-03")
    fails(2, "is no time", "x", "--from", "soon", "--to", "latest")
    fails(2, "one topic at a time", "x", "--from", "earliest", "--to", "latest",
          settings={"input.topic": "^articles"})
    fails(0, "the range is empty", "x", "--from", "2024-01-01", "--to", "2024-02-01")
    fails(0, "the range asks for 76 more that nobody has written", "x", "--offsets", "0:10-100")
    fails(78, "was used for another replay (offsets 0:10-100)", "x", "--offsets", "0:10-20")
    fails(0, "this replay is done", "x", "--offsets", "0:10-100")
    expect(len(replayed(world)) == sum(i % 20 != 19 and i % 50 != 49 for i in range(40, 96, 4)),
           "the events of the one that worked")


def case_a_log_with_holes(world):
    """Deleted by retention, ended by transactions, and then a partition is added."""
    world.create_topics()
    put(world, 96, hourly)
    world.put((article(i) for i in range(96, 104)), transactional=True)
    admin = AdminClient({"bootstrap.servers": world.bootstrap})
    for done in admin.delete_records([TopicPartition(world.articles, 0, 10)]).values():
        done.result(PATIENCE)
    said = replay(world, "offsets", "--offsets", "0:4-20,3:0-")
    expect("retention has deleted 6 offsets of the range; it begins at 10 now" in said, said)
    expect(len(replayed(world)) == 10 + 26 - 5, f"{len(replayed(world))} events\n{said}")
    for done in admin.create_partitions([NewPartitions(world.articles, 5)]).values():
        done.result(PATIENCE)
    said = replay(world, "offsets")
    expect("4 partitions" not in said and "3 partitions of" in said and "is done" in said, said)
    said = replay(world, "all", "--from", "earliest", "--to", "latest")
    expect("retention has deleted 10 offsets before the first" in said, said)
    expect("done: all of the range has been read" in said, said)
    offsets = group_offsets(world, "meetingd-replay-all")
    expect(offsets == {p: 27 for p in range(4)}, f"the markers are part of the range: {offsets}")


def case_a_replay_that_is_filtered(world):
    world.create_topics()
    put(world, 40, hourly)
    french = b'{"id": "f", "language": "fr", "source": "le test", "body": "Rien."}'
    world.put([french])
    side = world.letters
    said = replay(world, "ids", "--from", "earliest", "--to", "latest", "--id", "a-1,a-3",
                  "--source", "test", "--output-topic", side)
    expect(len(world.read(side)) == 2, f"{len(world.read(side))} events")
    expect("articles left out by a filter" in said and "no receipts" in said, said)
    expect(not world.read(world.receipts), "what is written aside has no receipts")
    replay(world, "french", "--from", "earliest", "--to", "latest", "--language", "fr")
    receipt, = world.read(world.receipts)
    expect(decode(receipt.value(), "article_receipt")["id"] == "f", "the French one")
    expect(header(receipt, "meetingd-replay").startswith("french; "), f"{receipt.headers()}")
    expect(not world.read(world.events), "it tells of no meeting")
