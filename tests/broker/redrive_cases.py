"""What `meetingd redrive` must do on a real broker."""

import os
import pty
import shutil
import subprocess

from confluent_kafka import Producer, TopicPartition
from confluent_kafka.admin import AdminClient, NewTopic

from world import PATIENCE, QUIET, Failure, article, decode, expect, header

MEETINGS = [i for i in range(2000) if i % 20 != 19 and i % 50 != 49]


def redrive(world, *arguments, status=0):
    process = world.worker("--yes", *arguments, command="redrive")
    process.ended = True
    try:
        ended = process.process.wait(PATIENCE)
    except subprocess.TimeoutExpired:
        raise Failure(f"the redrive does not end:\n{process.log()[-3000:]}")
    expect(ended == status, f"it ended with {ended}, not {status}:\n{process.log()[-3000:]}")
    return process.log()


def row(said, *words):
    """Whether a line of what was said begins with these words."""
    return any(line.split()[:len(words)] == list(words) for line in said.splitlines())


def written(world):
    """How far the topic of the articles goes, with what is not committed yet."""
    return sum(world.consumer.get_watermark_offsets(TopicPartition(world.articles, p), PATIENCE)[1]
               for p in range(world.partitions))


def without_english(world):
    """A folder of language packs that lacks one, and the settings that take it."""
    packs = os.path.join(os.path.dirname(__file__), "..", "..", "worker", "lang")
    folder = os.path.join(world.folder, f"{world.name}-lang")
    for name in ("all", "fr"):
        shutil.copytree(os.path.join(packs, name), os.path.join(folder, name))
    return {"engine.lang_dir": folder, "article.other_languages": "dead-letter"}


def case_redriven_once_the_cause_is_mended(world):
    """The English pack is missing; then it is there.  A redrive is killed on the way."""
    world.create_topics()
    count = 2000
    readable = [i for i in range(count) if i % 50 != 49]
    world.put([article(i) for i in range(count)], headers={"trace": "t"},
              keys=[b"k%d" % i for i in range(count)])
    worker = world.worker(settings=without_english(world))
    world.wait_until(lambda: world.done() == count, "all articles")
    worker.stop()
    expect(len(world.read(world.letters)) == count, "all are dead letters")
    expect(not world.read(world.events), "no event came through")
    worker = world.worker()

    said = redrive(world, "--reason", "no-language-pack", "--dry-run")
    expect(row(said, "no-language-pack", world.articles, str(len(readable)), "0", "0", "0"), said)
    victim = world.worker("--yes", "--reason", "no-language-pack", command="redrive")
    victim.ended = True
    world.wait_until(lambda: written(world) > count or not victim.alive(), "the first to go back")
    victim.kill()
    redrive(world, "--reason", "no-language-pack")
    again = redrive(world, "--reason", "no-language-pack")
    expect("there is nothing to put back" in again, again)
    world.wait_for_lag()
    worker.stop()

    events = [decode(m.value(), "meeting_event")["article"]["id"]
              for m in world.read(world.events)]
    expect(sorted(events) == sorted(f"a-{i}" for i in MEETINGS),
           f"{len(events)} events, {len(set(events))} different, of {len(MEETINGS)}")
    before, after = {}, {}
    for message in world.read(world.articles):
        side = after if header(message, "meetingd-redrive-count") else before
        side[message.key()] = message
    expect(set(after) == {b"k%d" % i for i in readable}, "those with that reason went back")
    for key, message in after.items():
        first = before[key]
        expect(message.value() == first.value(), "the bytes changed")
        expect(message.timestamp() == first.timestamp(), "the timestamp changed")
        expect(message.partition() == first.partition(), "the partition changed")
        expect(message.headers() == first.headers() + [("meetingd-redrive-count", b"1")],
               f"{message.headers()}")


def case_what_can_not_be_read_does_not_go_round_for_ever(world):
    world.create_topics()
    worker = world.worker()
    world.put([article(49)])
    for times in range(2):
        world.wait_until(lambda: len(world.read(world.letters)) == times + 1, "a dead letter")
        said = redrive(world)
        expect(row(said, "undecodable", world.articles, "1", "0"), said)
    world.wait_until(lambda: len(world.read(world.letters)) == 3, "the third dead letter")
    said = redrive(world)
    expect(row(said, "undecodable", world.articles, "0", "1"), said)
    worker.stop()
    expect(len(world.read(world.letters)) == 3, "it went back once more")
    counts = {header(m, "meetingd-redrive-count") for m in world.read(world.letters)}
    expect(counts == {None, "1", "2"}, f"{counts}")


def case_a_pointer_is_fetched_or_reported(world):
    world.create_topics(letters={"max.message.bytes": "4000"})
    large = b'{"body": "' + b"x" * 9000
    worker = world.worker()
    world.put([large + b"1", large + b"2"], keys=[b"k0", b"k1"])
    world.wait_until(lambda: world.done() == 2, "both articles")
    worker.stop()
    admin = AdminClient({"bootstrap.servers": world.bootstrap})
    for done in admin.delete_records([TopicPartition(world.articles, 1, 1)]).values():
        done.result(PATIENCE)
    said = redrive(world)
    expect(row(said, "undecodable", world.articles, "1", "0", "1", "0"), said)
    gone = next(m for m in world.read(world.letters) if m.key() == b"k1")
    expect(f"letter={gone.partition()}/{gone.offset()} topic={world.articles} partition=1 offset=0"
           in said, said)
    back, = [m for m in world.read(world.articles) if header(m, "meetingd-redrive-count")]
    expect(back.value() == large + b"1" and back.key() == b"k0", "the whole original")


def case_letters_are_chosen_by_time_topic_and_offset(world):
    world.create_topics()
    other = f"{world.name}-other"
    admin = AdminClient({"bootstrap.servers": world.bootstrap})
    admin.create_topics([NewTopic(other, num_partitions=1, replication_factor=1)])[other].result(
        PATIENCE)
    producer = Producer({"bootstrap.servers": world.bootstrap, "enable.idempotence": True, **QUIET})
    hour = 60 * 60 * 1000
    for i in range(8):
        producer.produce(world.articles if i < 6 else other, article(49), key=b"%d" % i,
                         partition=0, timestamp=1743465600000 + i * hour)  # 2025-04-01T00:00:00Z
    expect(producer.flush(PATIENCE) == 0, "the articles could not be written")
    worker = world.worker(settings={"input.topic": f"{world.articles},{other}"})
    world.wait_until(lambda: len(world.read(world.letters)) == 8, "eight dead letters")
    worker.stop()

    def back():
        return sorted(int(m.key()) for m in world.read(world.articles)
                      if header(m, "meetingd-redrive-count"))

    said = redrive(world, "--topic", other, "--dry-run")
    expect(row(said, "undecodable", other, "2", "0", "0", "0"), said)
    expect("8 dead letters looked at, 6 of them not asked for" in said, said)
    redrive(world, "--from", "2025-04-01T01:00:00Z", "--to", "2025-04-01T03:00:00Z")
    expect(back() == [1, 2], f"from one o'clock to before three: {back()}")
    place = {m.key(): (m.partition(), m.offset()) for m in world.read(world.letters)}
    partition, offset = place[b"5"]
    redrive(world, "--offsets", f"{partition}:{offset}-{offset + 1}")
    expect(back() == [1, 2, 5], f"and the one at that place: {back()}")
    admin.delete_topics([other])[other].result(PATIENCE)
    world.wait_until(lambda: other not in admin.list_topics(timeout=PATIENCE).topics, "it to go")
    said = redrive(world, "--topic", other)
    expect(row(said, "undecodable", other, "0", "0", "0", "2"), said)
    expect("there is nothing to put back" in said, said)


def case_one_is_asked_while_another_puts_them_back(world):
    """What it counted is no longer there when it may begin."""
    world.create_topics()
    world.put([article(49) for _ in range(40)])
    worker = world.worker()
    world.wait_until(lambda: world.done() == 40, "all articles")
    worker.stop()
    near, far = pty.openpty()
    asked = subprocess.Popen(world.command(command="redrive"), stdin=far, stdout=subprocess.PIPE,
                             stderr=subprocess.STDOUT)
    os.close(far)
    said = b""
    while not said.endswith(b"[y/N] "):
        piece = os.read(asked.stdout.fileno(), 4096)
        expect(piece, f"it ended before it asked:\n{said.decode()}")
        said += piece
    expect(b"Put 40 back?" in said, said.decode())
    redrive(world)
    os.write(near, b"y\n")
    said = asked.communicate(timeout=PATIENCE)[0].decode()
    os.close(near)
    expect(asked.returncode == 0 and "0 dead letters looked at" in said, said)
    expect(written(world) - world.partitions == 80, f"{written(world)} offsets")
