"""What a group of workers must do on a real broker: share, grow, shrink, restart, and rest."""

import re
import threading

from confluent_kafka import ConsumerGroupState, Producer, TopicPartition
from confluent_kafka.admin import AdminClient, NewPartitions

from replay_cases import free_port, gauges
from world import PATIENCE, QUIET, article, expect, put_through

SMALL_BATCHES = {"delivery.batch_articles": "50"}
PARTITIONS = 8


def balanced(workers):
    """Whether they share the partitions evenly."""
    return [worker.assigned() for worker in workers] == [PARTITIONS // len(workers)] * len(workers)


def delivered(worker):
    """What a worker that has ended says it has done."""
    return int(re.search(r"stopped .*articles=(\d+)", worker.log()).group(1))


def case_1_2_and_4_workers_finish_a_backlog(world):
    """Half of it is there before they are, half comes once each has its share."""
    world.create_topics()
    half, total = 800, 0
    for count in (1, 2, 4):
        world.put(article(i) for i in range(total, total + half))
        workers = [world.worker(settings=SMALL_BATCHES) for _ in range(count)]
        world.wait_until(lambda: balanced(workers), f"{PARTITIONS // count} partitions for each")
        world.put(article(i) for i in range(total + half, total + 2 * half))
        world.wait_for_lag()
        for worker in workers:
            worker.stop()
        shares = [delivered(worker) for worker in workers]
        expect(sum(shares) == 2 * half and min(shares) >= half // count,
               f"of {2 * half} articles, {count} workers did {shares}")
        total += 2 * half
        world.account(total)


case_1_2_and_4_workers_finish_a_backlog.partitions = PARTITIONS


class Stream:
    """Articles that come all the time, from a thread, until it is told to end."""

    def __init__(self, world):
        self.count = 0
        self.ends = threading.Event()
        self.world = world
        self.producer = Producer({"bootstrap.servers": world.bootstrap, "linger.ms": 5,
                                  "enable.idempotence": True, **QUIET})
        self.thread = threading.Thread(target=self.flow)
        self.thread.start()

    def flow(self):
        while not self.ends.wait(0.03):
            for _ in range(PARTITIONS):
                self.producer.produce(self.world.articles, article(self.count),
                                      partition=self.count % PARTITIONS,
                                      on_delivery=put_through)
                self.count += 1
            self.producer.poll(0)

    def end(self):
        self.ends.set()
        self.thread.join(PATIENCE)
        expect(self.producer.flush(PATIENCE) == 0, "the articles could not be written")
        return self.count


def case_workers_join_and_leave_while_articles_come(world):
    """1, 2, 4 workers; one is killed, and another takes its place; then 2, then 1."""
    world.create_topics()
    stream = Stream(world)
    workers = []

    def share(more=0):
        workers.extend(world.worker(settings=SMALL_BATCHES) for _ in range(more))
        world.wait_until(lambda: balanced(workers), f"{len(workers)} workers to share")
        done = world.done()
        world.wait_until(lambda: world.done() > done + 200, "them to work")

    try:
        share(1)
        share(1)
        share(2)
        workers.pop(0).kill()
        share(1)
        for leavers in (2, 1):
            for _ in range(leavers):
                workers.pop(0).stop()
            share()
    finally:
        count = stream.end()
    world.wait_for_lag()
    workers[0].stop()
    world.account(count)


case_workers_join_and_leave_while_articles_come.partitions = PARTITIONS


def shares(world):
    """Which partitions each static member has, as the broker tells; None while it changes."""
    admin = AdminClient({"bootstrap.servers": world.bootstrap})
    described = admin.describe_consumer_groups([world.group])[world.group].result(PATIENCE)
    members = {m.group_instance_id: sorted(p.partition for p in m.assignment.topic_partitions)
               for m in described.members}
    whole = sorted(p for each in members.values() for p in each) == list(range(PARTITIONS))
    return members if whole else None


def case_a_rolling_restart_moves_no_partition(world):
    """Static members: each restarts in turn, and nobody else notices."""
    world.create_topics()
    settings = {"kafka.static_membership": "yes",
                "kafka.consumer.session.timeout.ms": "30000", **SMALL_BATCHES}

    def start(number):
        return world.worker(settings={"kafka.instance": f"worker-{number}", **settings})

    workers = [start(number) for number in range(4)]
    world.wait_until(lambda: balanced(workers), "two partitions for each")
    before = world.wait_until(lambda: shares(world), "the group to be settled")
    expect(sorted(before) == [f"worker-{number}" for number in range(4)], f"{before}")
    news = [worker.log().count("partitions ") for worker in workers]
    stream = Stream(world)
    try:
        for number in range(4):
            workers[number].stop()
            workers[number] = start(number)
            world.wait_until(lambda: workers[number].assigned() == 2, "its partitions again")
            news[number] = workers[number].log().count("partitions ")
            expect(shares(world) == before, f"{shares(world)}, and before {before}")
    finally:
        count = stream.end()
    world.wait_for_lag()
    expect([worker.log().count("partitions ") for worker in workers] == news,
           "others were given or lost partitions while one restarted")
    for worker in workers:
        worker.stop()
    world.account(count)


case_a_rolling_restart_moves_no_partition.partitions = PARTITIONS


def case_the_topic_grows_while_members_wait_for_an_open_transaction(world):
    """Then they join anew without giving up what they had: they must know what they no longer have."""
    world.create_topics()
    world.put(article(i) for i in range(80))
    open_one = Producer({"bootstrap.servers": world.bootstrap, "transactional.id": world.name, **QUIET})
    open_one.init_transactions(PATIENCE)
    open_one.begin_transaction()
    open_one.send_offsets_to_transaction([TopicPartition(world.articles, p, 0) for p in range(4)],
                                         world.consumer.consumer_group_metadata(), PATIENCE)
    settings = {"kafka.topic.metadata.refresh.interval.ms": "500"}
    ports = [free_port(), free_port()]
    workers = [world.worker(settings={"http.listen": str(ports[0]), **settings})]
    world.wait_until(workers[0].assigned, "partitions for the first")
    workers.append(world.worker(settings={"http.listen": str(ports[1]), **settings}))
    admin = AdminClient({"bootstrap.servers": world.bootstrap})

    def joining():
        group = admin.describe_consumer_groups([world.group])[world.group].result(PATIENCE)
        return group.state == ConsumerGroupState.PREPARING_REBALANCING
    world.wait_until(joining, "the second to wait for the first")
    for done in admin.create_partitions([NewPartitions(world.articles, 6)]).values():
        done.result(PATIENCE)
    world.wait_until(lambda: workers[1].assigned() == 3, "partitions for the second")
    open_one.abort_transaction(PATIENCE)
    world.wait_for_lag()
    world.wait_until(lambda: workers[0].assigned() == 3, "the first to know what it has")

    def shares():
        return [gauges(port).get("meetingd_partitions_assigned") for port in ports]
    world.wait_until(lambda: shares() == [3, 3], f"three for each, not {shares()}")
    for worker in workers:
        worker.stop()
    world.account(80)


def abort_some(world, values):
    producer = Producer({"bootstrap.servers": world.bootstrap, "transactional.id": world.name,
                         **QUIET})
    producer.init_transactions(PATIENCE)
    producer.begin_transaction()
    for i, value in enumerate(values):
        producer.produce(world.articles, value, partition=i % world.partitions)
    producer.flush(PATIENCE)
    producer.abort_transaction(PATIENCE)


def case_an_idle_group_has_no_lag(world):
    """Whatever stands at the ends of the partitions: else KEDA would never scale to zero."""
    world.create_topics()
    workers = [world.worker(), world.worker()]
    world.wait_until(lambda: balanced(workers), "a share for each")
    world.put((article(i) for i in range(80)), transactional=True)
    world.wait_for_lag()
    abort_some(world, (article(i) for i in range(80, 100)))
    world.wait_for_lag()
    expect(world.done() == 80 + PARTITIONS + 20 + PARTITIONS, f"{world.committed()}")
    for worker in workers:
        worker.stop()
    abort_some(world, (article(i) for i in range(100, 110)))
    late = world.worker()  # finds nothing to do, and says so
    world.wait_for_lag()
    late.stop()
    world.account(80)


case_an_idle_group_has_no_lag.partitions = PARTITIONS
