"""What `meetingd replay` must say and do where the log is not what one would wish for."""

from confluent_kafka import Producer, TopicPartition
from confluent_kafka.admin import AdminClient, NewTopic

from replay_cases import SLOW, group_offsets, hourly, put, replay, replayed
from world import PATIENCE, QUIET, article, decode, expect


def admin_of(world):
    return AdminClient({"bootstrap.servers": world.bootstrap})


def delete_before(world, *offsets):
    """What retention does, now: partition 0 then begins at the first of offsets, and so on."""
    admin = admin_of(world)
    places = [TopicPartition(world.articles, p, offset) for p, offset in enumerate(offsets)]
    for done in admin.delete_records(places).values():
        done.result(PATIENCE)


def make_anew(world):
    """Deletes the topic of the articles and creates it again."""
    admin = admin_of(world)
    for done in admin.delete_topics([world.articles], operation_timeout=PATIENCE).values():
        done.result(PATIENCE)

    def made():
        topic = NewTopic(world.articles, num_partitions=world.partitions, replication_factor=1)
        try:
            admin.create_topics([topic])[world.articles].result(PATIENCE)
            return True
        except Exception:  # the old one is still going
            return False
    world.wait_until(made, "the topic to be made again")


def killed_in_the_middle(world, name, *arguments):
    """Begins a replay and kills it when some of it is done, and some is not."""
    victim = world.worker(name, "--yes", *arguments, command="replay", settings=SLOW)

    def begun():
        return any(o > 0 for o in group_offsets(world, f"meetingd-replay-{name}").values())
    world.wait_until(begun, "the replay to be in the middle")
    victim.kill()
    return group_offsets(world, f"meetingd-replay-{name}")


def ids(world):
    return sorted(int(decode(m.value(), "meeting_event")["article"]["id"][2:])
                  for m in replayed(world))


def meetings(numbers):
    return [i for i in numbers if i % 20 != 19 and i % 50 != 49]


def case_retention_deletes_what_a_replay_has_not_read(world):
    world.create_topics()
    put(world, 4000, hourly)
    range_ = ["--offsets", "0:0-800,1:0-1000,2:0-400"]
    before = killed_in_the_middle(world, "x", *range_, "--rate", "200")
    expect(all(before[p] < 300 for p in (0, 1, 2)), f"it was not in the middle: {before}")
    delete_before(world, 900, 500)
    said = replay(world, "x")
    for partition, gone, low in ((0, 800 - before[0], 900), (1, 500 - before[1], 500)):
        expect(f"partition {partition}: retention has deleted {gone} offsets of the range; it "
               f"begins at {low} now" in said, said)
    expect("partition 2: retention" not in said, said)
    expect("done: all of the range has been read" in said, said)
    read = ([4 * i for i in range(before[0])] + [2 + 4 * i for i in range(400)] +
            [1 + 4 * i for i in range(1000) if i < before[1] or i >= 500])
    expect(ids(world) == meetings(sorted(read)), f"{len(replayed(world))} events")


def case_a_range_that_is_gone_altogether(world):
    world.create_topics()
    put(world, 96, hourly)
    delete_before(world, 24, 24, 24, 24)
    said = replay(world, "offsets", "--offsets", "0:0-10")
    expect("retention has deleted 10 offsets of the range" in said, said)
    expect("the range is empty: there is nothing to replay" in said, said)
    said = replay(world, "days", "--from", "2025-04-01", "--to", "2025-04-03")
    expect("of the 24 offsets that retention has deleted before it" in said, said)
    expect("the range is empty: there is nothing to replay" in said, said)
    expect(group_offsets(world, "meetingd-replay-days")[0] < 0, "nothing is kept of it")


def case_a_topic_made_anew_under_the_same_name(world):
    """The broker forgets the first run with the topic: its offsets would mean nothing now."""
    world.create_topics()
    put(world, 400, hourly)
    range_ = ["--offsets", "0:0-60,1:0-60"]
    killed_in_the_middle(world, "x", *range_, "--rate", "50")
    make_anew(world)
    put(world, 400, hourly, first=10000)
    said = replay(world, "x", status=78)
    expect("no replay of that name is known" in said and "the topic is deleted" in said, said)
    said = replay(world, "x", *range_)
    expect("begun before" not in said and "done: all of the range has been read" in said, said)
    new = [i for i in ids(world) if i >= 10000]
    expect(new == meetings(i for i in range(10000, 10240) if i % 4 < 2), f"{len(new)} new events")


def holes(world):
    """How many offsets of each partition have no message."""
    found = world.read(world.articles)
    return {p: world.consumer.get_watermark_offsets(TopicPartition(world.articles, p), PATIENCE)[1]
            - sum(m.partition() == p for m in found) for p in range(world.partitions)}


def case_a_compacted_topic_with_holes(world):
    """Of each key the last article is left; so begin, middle and end of a range may be missing."""
    world.create_topics(articles={
        "cleanup.policy": "compact", "segment.ms": "100", "min.cleanable.dirty.ratio": "0.01",
        "max.compaction.lag.ms": "200", "delete.retention.ms": "0"})
    producer = Producer({"bootstrap.servers": world.bootstrap, "enable.idempotence": True, **QUIET})

    def write(numbers, key_of):
        for i in numbers:
            producer.produce(world.articles, article(i), key=b"%d" % key_of(i), partition=0,
                             timestamp=hourly(i))
        expect(producer.flush(PATIENCE) == 0, "the articles could not be written")

    write(range(100), lambda i: i)
    write(range(100, 160), lambda i: i - 50)  # 50 to 99 are replaced, and two more to be written
    write(range(160, 170), lambda i: i - 160)  # 0 to 9 are replaced
    expect(holes(world)[0] == 0, "it was compacted before its time")

    def compacted():
        write([170], lambda i: i)  # ends the segment that is written to
        return holes(world)[0] >= 60
    world.wait_until(compacted, "the log cleaner")
    said = replay(world, "ends", "--offsets", "0:5-70")
    expect("done: all of the range has been read" in said, said)
    expect(ids(world) == meetings(range(10, 50)), f"{ids(world)}\n{said}")
    expect(group_offsets(world, "meetingd-replay-ends")[0] == 70, "its end is committed")
    said = replay(world, "hole", "--offsets", "0:60-90")
    expect("done: all of the range has been read" in said, said)
    expect(ids(world) == meetings(range(10, 50)), "there is nothing in a hole")
