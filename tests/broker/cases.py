"""What meetingd must do on a real broker.  Each case gets a World of its own."""

import json
import signal
import subprocess

from world import article, comes_true, decode, expect, header

COUNT = 2000
SMALL_BATCHES = {"delivery.batch_articles": "25"}  # so that there is a middle to stop in


def middle_of(world, of=COUNT):
    """Waits until some articles are committed, and expects that others are not."""
    world.wait_until(lambda: world.done() > of // 10, "the first articles to be committed")
    expect(world.lag() > 0, "all was done before the middle: make batches smaller")


def case_every_article_is_accounted_for(world):
    world.create_topics()
    world.put(article(i) for i in range(COUNT))
    worker = world.worker()
    world.wait_for_lag()
    worker.stop()
    receipts = world.account(COUNT)
    outcomes = [r["outcome"] for r in receipts.values()]
    expect(outcomes.count("DEAD_LETTER") == COUNT // 50, "the broken ones are dead letters")
    expect(outcomes.count("EVENTS") > COUNT // 2, f"only {outcomes.count('EVENTS')} with events")


def case_sigterm_in_the_middle(world):
    world.create_topics()
    world.put(article(i) for i in range(COUNT))
    first = world.worker(settings=SMALL_BATCHES)
    middle_of(world)
    first.stop()
    left = world.lag()
    expect(0 < left < COUNT, f"it was not stopped in the middle: {left} left")
    world.account(COUNT - left)
    second = world.worker()
    world.wait_for_lag()
    second.stop()
    world.account(COUNT)


def case_sigkill_in_the_middle(world):
    world.create_topics()
    world.put(article(i) for i in range(COUNT))
    for _ in range(3):
        before = world.done()
        victim = world.worker(settings=SMALL_BATCHES)
        world.wait_until(lambda: world.done() > before + 200, "some articles to be committed")
        victim.kill()
    expect(world.lag() > 0, "it was not killed in the middle")
    last = world.worker()
    world.wait_for_lag()
    last.stop()
    world.account(COUNT)


def case_a_second_signal_ends_at_once(world):
    world.create_topics()
    worker = world.worker(settings={"kafka.bootstrap.servers": "127.0.0.1:1"})
    world.wait_until(worker.instance, "the worker to start")
    world.put(article(i) for i in range(10))
    other = world.worker(settings=SMALL_BATCHES)
    world.wait_until(lambda: other.assigned(), "the other to get partitions")
    other.ended = True
    other.signal(signal.SIGSTOP)  # so that both signals wait for it
    other.signal(signal.SIGTERM)
    other.signal(signal.SIGINT)
    other.signal(signal.SIGCONT)
    other.process.wait(30)
    worker.stop()  # no broker was ever found, and it ends all the same


def case_two_workers_one_leaves(world):
    world.create_topics()
    leaver, stayer = world.worker(settings=SMALL_BATCHES), world.worker(settings=SMALL_BATCHES)
    world.wait_until(lambda: leaver.assigned() == 2 and stayer.assigned() == 2,
               "two partitions for each")
    world.put(article(i) for i in range(COUNT))
    middle_of(world)
    leaver.stop()
    world.wait_until(lambda: stayer.assigned() == 4, "all partitions for the one that stays")
    world.wait_for_lag()
    stayer.stop()
    world.account(COUNT)


def case_cooperative_workers_one_leaves(world):
    world.create_topics()
    cooperative = dict(SMALL_BATCHES)
    cooperative["kafka.consumer.partition.assignment.strategy"] = "cooperative-sticky"
    stayer = world.worker(settings=cooperative)
    world.put(article(i) for i in range(COUNT))
    middle_of(world)
    leaver = world.worker(settings=cooperative)
    world.wait_until(lambda: leaver.assigned(), "partitions for the second worker")
    leaver.stop()
    world.wait_for_lag()
    stayer.stop()
    world.account(COUNT)


def case_one_is_stopped_in_mid_batch_and_continued(world):
    world.create_topics()
    slow = dict(SMALL_BATCHES)
    slow["kafka.consumer.session.timeout.ms"] = "2000"
    slow["kafka.consumer.heartbeat.interval.ms"] = "300"
    sleeper, other = world.worker(settings=slow), world.worker(settings=slow)
    world.wait_until(lambda: sleeper.assigned() == 2 and other.assigned() == 2,
               "two partitions for each")
    world.put(article(i) for i in range(COUNT))
    middle_of(world)
    sleeper.signal(signal.SIGSTOP)
    world.wait_until(lambda: other.assigned() == 4, "the group to give its partitions away")
    world.put(article(i) for i in range(COUNT, COUNT + 400))
    done = world.done()
    # It can't, when the sleeper was stopped just between its offsets and its commit.
    comes_true(lambda: world.done() > done + 200, patience=3)
    sleeper.signal(signal.SIGCONT)
    world.wait_for_lag()
    expect(sleeper.alive(), f"the one that slept ended:\n{sleeper.log()[-2000:]}")
    world.wait_until(lambda: sleeper.assigned() == 2, "it to be a member again")
    sleeper.stop()
    other.stop()
    world.account(COUNT + 400)


def case_two_started_by_hand(world):
    """Without any setting but where things are, they take names of their own."""
    world.create_topics()
    world.put(article(i) for i in range(COUNT))
    workers = [world.worker(settings=SMALL_BATCHES), world.worker(settings=SMALL_BATCHES)]
    world.wait_for_lag()
    names = [worker.instance() for worker in workers]
    expect(sorted(name[-2:] for name in names) == ["-0", "-1"], f"names {names}")
    expect(all(worker.alive() for worker in workers), "one of them was fenced")
    first = next(worker for worker in workers if worker.instance().endswith("-0"))
    first.kill()
    heir = world.worker(settings=SMALL_BATCHES)
    world.wait_until(heir.instance, "a third worker")
    expect(heir.instance() == first.instance(), f"it is {heir.instance()}, not the heir")
    world.wait_until(heir.assigned, "partitions for it")
    for worker in workers + [heir]:
        if worker.alive():
            worker.stop()
    world.account(COUNT)


def case_an_article_that_breaks_off(world):
    """printf '{"body": 7' | kcat -P"""
    world.create_topics()
    worker = world.worker()
    kcat(world, b'{"body": 7')
    world.put([article(0)])
    world.wait_until(lambda: world.done() == 2, "both articles")
    worker.stop()
    world.account(2)
    letter, = world.read(world.letters)
    expect(letter.value() == b'{"body": 7', f"the bytes changed: {letter.value()!r}")
    expect(header(letter, "__connect.errors.topic") == world.articles, "the topic is told")
    expect(header(letter, "__connect.errors.exception.class.name") == "meetingd.undecodable",
           f"the reason: {letter.headers()}")
    expect(header(letter, "__connect.errors.exception.message"), "the reason is told in words")


def kcat(world, value, *arguments):
    subprocess.run(["kcat", "-P", "-b", world.bootstrap, "-t", world.articles, *arguments],
                   input=value, check=True, timeout=60)


def case_json_in_avro_out(world):
    world.create_topics()
    worker = world.worker()
    kcat(world, article(1), "-k", "the key", "-H", "trace=abc",
         "-H", "content-type=application/json")
    world.wait_until(lambda: world.done() == 1, "the article")
    worker.stop()
    world.account(1)
    events = world.read(world.events)
    expect(events, "no event came out")
    for message in events:
        event = decode(message.value(), "meeting_event")
        expect(event["event_id"] == message.key().decode(), "the key is the event's id")
        expect(event["article"]["id"] == "a-1", f"of the article: {event['article']}")
        expect(header(message, "content-type") == "avro/binary", f"{message.headers()}")
        expect(header(message, "trace") == "abc", "the article's own headers go downstream")
        expect(header(message, "meetingd-topic") == world.articles, "its origin is told")


def case_the_broker_is_away_for_a_while(world):
    """Killed where no commit is half done: a lone Kafka 4.3.0 that goes away between PrepareCommit
    and the markers notes CompleteCommit on its return and never writes them, and what aborts next
    takes the records away (its log segments show it)."""
    world.create_topics()
    world.put(article(i) for i in range(COUNT))
    patient = {**SMALL_BATCHES, "kafka.producer.transaction.timeout.ms": "60000"}
    worker = world.worker(settings=patient)
    middle_of(world)
    worker.signal(signal.SIGSTOP)
    comes_true(lambda: False, patience=1)  # what it sent is done by then
    world.kafka("kill")
    worker.signal(signal.SIGCONT)
    expect(worker.alive(), "it ended with the broker")
    world.kafka("start")
    world.wait_for_lag()
    worker.stop()
    world.account(COUNT)


def case_a_stop_does_not_wait_for_a_broker_that_hangs(world):
    """Longer than drain_timeout says: librdkafka's commit and abort wait for ever."""
    world.create_topics()
    world.put(article(i) for i in range(COUNT))
    settings = {**SMALL_BATCHES, "delivery.drain_timeout": "1s"}
    worker = world.worker(settings=settings)
    replay = world.worker("away", "--yes", "--offsets", "0:0-,1:0-", "--rate", "20",
                          command="replay", settings=settings)
    middle_of(world)
    world.wait_until(replay.assigned, "the replay to have begun")
    world.kafka_answers(False)
    try:
        for each in (worker, replay):
            each.ended = True
            each.signal(signal.SIGTERM)
        for each in (worker, replay):
            each.process.wait(20)
            expect(each.process.returncode in (0, 1, 69), f"it ended with {each.process.returncode}")
    finally:
        world.kafka_answers(True)


def case_at_least_once_loses_nothing(world):
    world.create_topics()
    settings = dict(SMALL_BATCHES)
    settings["delivery.guarantee"] = "at-least-once"
    settings["kafka.consumer.auto.commit.interval.ms"] = "100"
    world.put(article(i) for i in range(COUNT))
    victim = world.worker(settings=settings)
    middle_of(world)
    victim.kill()
    last = world.worker(settings=settings)
    world.wait_for_lag()
    last.stop()
    world.account(COUNT, exactly=False)


def case_lag_is_zero_behind_transactions(world):
    """The input's own transactions end with records that nobody sees: they are committed too."""
    world.create_topics()
    worker = world.worker()
    world.put((article(i) for i in range(40)), transactional=True)
    world.wait_for_lag()
    worker.stop()
    world.account(40)


def case_a_dead_letter_that_is_too_large(world):
    world.create_topics(letters={"max.message.bytes": "4000"})
    worker = world.worker()
    large = b'{"body": "' + b"x" * 9000
    world.put([article(0), large, article(1)], keys=[b"k0", b"k1", b"k2"], headers={"trace": "t"})
    world.wait_until(lambda: world.done() == 3, "all three articles")
    worker.stop()
    world.account(3)
    letter, = world.read(world.letters)
    pointer = json.loads(letter.value())
    expect(pointer == {"topic": world.articles, "partition": 1, "offset": 0, "bytes": len(large)},
           f"{pointer}")
    expect(letter.key() == b"k1", "it keeps its key")
    expect(header(letter, "trace") == "t", "it keeps its headers")
    expect(header(letter, "meetingd-letter") == "pointer", "it says that it is a pointer")
    expect(header(letter, "__connect.errors.exception.class.name") == "meetingd.undecodable",
           "and why the article is one")


def case_events_that_are_too_large(world):
    """The events topic takes nothing that large: the articles go to the dead letters."""
    world.create_topics(events={"max.message.bytes": "300"})
    worker = world.worker()
    world.put(article(i) for i in (0, 1, 19))
    world.wait_until(lambda: world.done() == 3, "all three articles")
    worker.stop()
    receipts = world.account(3)
    outcomes = sorted(r["outcome"] for r in receipts.values())
    expect(outcomes == ["DEAD_LETTER", "DEAD_LETTER", "NO_MEETING"], f"{outcomes}")
    for letter in world.read(world.letters):
        expect(header(letter, "__connect.errors.exception.class.name") ==
               "meetingd.refused-by-broker", f"{letter.headers()}")
        expect(letter.value() in (article(0), article(1)), "the bytes changed")


def case_topics_are_missing(world):
    worker = world.worker()
    worker.process.wait(60)
    expect(worker.process.returncode == 78, f"ended with {worker.process.returncode}")
    expect(f"there is no topic {world.events}, {world.receipts}, {world.letters}: kafka-topics.sh "
           f"--create --topic {world.events}" in worker.log(), f"the remedy: {worker.log()}")


def case_check_looks_at_the_topics_limits(world):
    world.create_topics(letters={"max.message.bytes": "4000"})
    check = world.worker(command="check")
    check.ended = True
    expect(check.process.wait(60) == 0, check.log())
    warnings = [line for line in check.log().splitlines() if line.startswith("warning: ")]
    expect(len(warnings) == 1, check.log())
    expect(f"[output] dead_letter_topic = {world.letters}: its max.message.bytes is 4000, below "
           "the producer's batch.size of 1000000" in warnings[0], check.log())
    check = world.worker(command="check", settings={"kafka.producer.batch.size": "4000"})
    check.ended = True
    expect(check.process.wait(60) == 0 and "warning: " not in check.log(), check.log())
