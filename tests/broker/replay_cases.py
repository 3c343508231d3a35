"""What `meetingd replay` must do on a real broker."""

import collections
import os
import signal
import subprocess

from confluent_kafka import Producer, TopicPartition
from confluent_kafka.admin import AdminClient, NewPartitions

from world import PATIENCE, QUIET, Failure, article, decode, expect, header

LONG = bool(os.environ.get("MEETINGD_LONG"))
COUNT = 200000 if LONG else 20000
DAYS = 30
DAY = 24 * 60 * 60 * 1000
FIRST = 1743465600000  # 2025-04-01T00:00:00Z
SLOW = {"delivery.batch_articles": "25"}  # so that there is a middle to kill in


def put(world, count, time_of, first=0, partition_of=None):
    """Writes articles with timestamps of their own."""
    producer = Producer({"bootstrap.servers": world.bootstrap, "linger.ms": 20,
                         "queue.buffering.max.messages": 1000000, **QUIET})
    for i in range(first, first + count):
        partition = partition_of(i) if partition_of else i % world.partitions
        producer.produce(world.articles, article(i), partition=partition, timestamp=time_of(i))
        producer.poll(0)
    expect(producer.flush(PATIENCE) == 0, "the articles could not be written")


def over_the_days(count):
    return lambda i: FIRST + i * DAYS * DAY // count


def run_live(world):
    """The first run over all that is there."""
    worker = world.worker()
    world.wait_for_lag()
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
    consumer = Consumer({"bootstrap.servers": world.bootstrap, "group.id": group, **QUIET})
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
    rate = ["--rate", str(COUNT // 50)]
    group = f"meetingd-replay-{world.name}"

    victim = world.worker(world.name, "--yes", *days, *rate, command="replay", settings=SLOW)
    begin = 3 * COUNT // DAYS * 3 // world.partitions
    world.wait_until(lambda: sum(max(o, 0) for o in group_offsets(world, group).values())
                     > begin * world.partitions + COUNT // 100, "the replay to be in the middle")
    victim.kill()
    first = world.worker(world.name, "--yes", *days, *rate, command="replay", settings=SLOW)
    world.wait_until(first.assigned, "partitions for it")
    helper = world.worker(world.name, "--yes", *rate, command="replay", settings=SLOW)
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
