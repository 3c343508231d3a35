"""A test's own corner of the broker: its topics and group, its workers, and the accounts.

Nothing here sleeps for a fixed time: everything waits for a condition, and gives up late.
"""

import json
import os
import re
import signal
import subprocess
import time

from confluent_kafka import Consumer, KafkaError, Producer, TopicPartition
from confluent_kafka.admin import AdminClient, NewTopic
import fastavro
import io

QUIET = {"log_level": 2}  # what our own clients have to say is no news
PATIENCE = 60  # seconds: what does not happen by then will not
KILLED_MS = "20000"  # when the broker ends the transaction of one that was killed: within PATIENCE


class Failure(Exception):
    """What the test saw and should not have."""


def expect(condition, message):
    if not condition:
        raise Failure(message)


def comes_true(condition, patience=PATIENCE):
    """Waits until condition() is true, and returns what it said; or what it said at the end."""
    end = time.monotonic() + patience
    while True:
        said = condition()
        if said or time.monotonic() > end:
            return said
        time.sleep(0.02)


def put_through(error, message):
    """Of a producer: flush() counts as done what could not be written."""
    if error:
        raise Failure(f"{message.topic()}/{message.partition()} could not be written: {error}")


def wait_until(condition, what):
    said = comes_true(condition)
    expect(said, f"waited {PATIENCE} s in vain: {what}")
    return said


class Worker:
    """One meetingd, and what it says."""

    def __init__(self, command, log_path, environment):
        self.log_path = log_path
        self.ended = False  # by the test
        with open(log_path, "wb") as log:
            self.process = subprocess.Popen(command, stdout=log, stderr=log, env=environment)

    def log(self):
        with open(self.log_path, encoding="utf-8", errors="replace") as log:
            return log.read()

    def alive(self):
        return self.process.poll() is None

    def instance(self):
        found = re.search(r"started .*instance=(\S+)", self.log())
        return found and found.group(1)

    def assigned(self):
        """How many partitions it was given last, or None."""
        found = re.findall(r"partitions (assigned|revoked|lost).* count=(\d+)", self.log())
        if not found:
            return None
        what, count = found[-1]
        return int(count) if what == "assigned" else 0

    def signal(self, number):
        self.process.send_signal(number)

    def stop(self):
        """Ends it as an operator does, and expects a clean end."""
        self.ended = True
        self.signal(signal.SIGTERM)
        try:
            status = self.process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            raise Failure(f"SIGTERM had no effect:\n{self.log()[-2000:]}")
        expect(status == 0, f"ended with {status}:\n{self.log()[-2000:]}")

    def kill(self):
        self.ended = True
        if self.alive():
            self.process.kill()
        self.process.wait()


class World:
    def __init__(self, name, broker, meetingd, folder, partitions=4):
        self.name = name
        self.broker = broker
        with open(os.path.join(broker, "address"), encoding="ascii") as file:
            self.bootstrap = file.read().strip()
        self.meetingd = meetingd
        self.folder = folder
        self.partitions = partitions
        self.articles = f"{name}-articles"
        self.events = f"{name}-events"
        self.letters = f"{name}-letters"
        self.receipts = f"{name}-receipts"
        self.group = f"{name}-group"
        self.workers = []
        # Uncommitted: else committed offsets wait for transactions that are still open.
        self.consumer = Consumer({"bootstrap.servers": self.bootstrap, "group.id": self.group,
                                  "isolation.level": "read_uncommitted", **QUIET})

    def create_topics(self, **config):
        """config: letters={"max.message.bytes": "2000"} and so on, by the attribute's name."""
        admin = AdminClient({"bootstrap.servers": self.bootstrap})
        wanted = [
            NewTopic(getattr(self, kind), num_partitions=self.partitions, replication_factor=1,
                     config=config.get(kind, {}))
            for kind in ("articles", "events", "letters", "receipts")
        ]
        for made in admin.create_topics(wanted).values():
            made.result(PATIENCE)

    def kafka(self, command):
        """Starts, stops or kills the broker."""
        script = os.path.join(os.path.dirname(__file__), "kafka.sh")
        # Its own session and no pipe to us: the broker outlives the script.
        subprocess.run([script, command, self.broker], check=True, stdout=subprocess.DEVNULL,
                       start_new_session=True, timeout=PATIENCE)

    def kafka_answers(self, does):
        """Whether the broker goes on; else it listens, and that is all."""
        with open(os.path.join(self.broker, "pid"), encoding="ascii") as file:
            os.kill(int(file.read()), signal.SIGCONT if does else signal.SIGSTOP)

    # Workers

    def command(self, *arguments, settings=None, command="run"):
        """A line that runs a command here; settings replace or add to what it is told."""
        told = {
            "kafka.bootstrap.servers": self.bootstrap,
            "kafka.consumer.session.timeout.ms": "3000",
            "kafka.consumer.heartbeat.interval.ms": "500",
            "kafka.producer.transaction.timeout.ms": KILLED_MS,
            "input.topic": self.articles,
            "input.group": self.group,
            "output.topic": self.events,
            "output.dead_letter_topic": self.letters,
            "output.receipt_topic": self.receipts,
            "http.listen": "",
        }
        told.update(settings or {})
        line = [self.meetingd, command] + [f"--{key}={value}" for key, value in told.items()]
        return line + list(arguments)

    def worker(self, *arguments, settings=None, command="run"):
        """Starts `meetingd run`, or another command."""
        line = self.command(*arguments, settings=settings, command=command)
        log = os.path.join(self.folder, f"{self.name}-{len(self.workers)}.log")
        environment = {k: v for k, v in os.environ.items() if not k.startswith("MEETINGD_")}
        worker = Worker(line, log, environment)
        self.workers.append(worker)
        return worker

    def close(self):
        for worker in self.workers:
            if worker.alive():
                worker.signal(signal.SIGCONT)
                worker.kill()
        self.consumer.close()

    # Articles

    def put(self, values, keys=None, headers=None, transactional=False):
        settings = {"bootstrap.servers": self.bootstrap, "linger.ms": 5,
                    "enable.idempotence": True,  # else what is sent again changes the order
                    "partitioner": "murmur2_random", **QUIET}
        if transactional:
            settings["transactional.id"] = f"{self.name}-input"
        producer = Producer(settings)
        if transactional:
            producer.init_transactions(PATIENCE)
            producer.begin_transaction()
        for i, value in enumerate(values):
            producer.produce(self.articles, value, key=keys[i] if keys else None,
                             partition=i % self.partitions, headers=headers,
                             on_delivery=put_through)
            producer.poll(0)
        if transactional:
            producer.commit_transaction(PATIENCE)
        expect(producer.flush(PATIENCE) == 0, "the articles could not be written")

    def lag(self):
        """How far the group is behind, as monitoring sees it; None when that can't be said."""
        behind = 0
        for partition, committed in self.committed().items():
            _, high = self.consumer.get_watermark_offsets(
                TopicPartition(self.articles, partition), PATIENCE)
            behind += high - max(committed, 0)
        return behind

    def committed(self):
        """The committed offset of each partition; below zero: none."""
        asked = [TopicPartition(self.articles, p) for p in range(self.partitions)]
        while True:
            try:
                found = self.consumer.committed(asked, timeout=PATIENCE)
                return {each.partition: each.offset for each in found}
            except Exception as error:  # the coordinator moves in while the group is made
                if not error.args[0].retriable() and error.args[0].code() != KafkaError.NOT_COORDINATOR:
                    raise
                time.sleep(0.05)

    def done(self):
        """How many articles are committed."""
        return sum(max(offset, 0) for offset in self.committed().values())

    def wait_for_lag(self, lag=0):
        self.wait_until(lambda: self.lag() <= lag, f"lag {lag}")

    def wait_until(self, condition, what):
        """As wait_until(), and gives up when a worker ended that nobody ended."""
        def said():
            fallen = [w for w in self.workers if not w.alive() and not w.ended]
            expect(not fallen, f"a worker ended by itself while waiting: {what}")
            return condition()
        return wait_until(said, what)

    # What came out

    def read(self, topic, isolation="read_committed"):
        """All messages of a topic that a consumer gets to see, partition by partition."""
        consumer = Consumer({"bootstrap.servers": self.bootstrap, "group.id": "reader",
                             "isolation.level": isolation, "enable.partition.eof": True,
                             "enable.auto.commit": False, **QUIET})
        consumer.assign([TopicPartition(topic, p, 0) for p in range(self.partitions)])
        messages, ended = [], set()
        end = time.monotonic() + PATIENCE
        while len(ended) < self.partitions:
            expect(time.monotonic() < end, f"{topic} could not be read to its end")
            message = consumer.poll(1)
            if message is None:
                continue
            end = time.monotonic() + PATIENCE
            if message.error():
                expect(message.error().code() == KafkaError._PARTITION_EOF, str(message.error()))
                ended.add(message.partition())
            else:
                messages.append(message)
        consumer.close()
        return messages

    def account(self, count, exactly=True):
        """Shows that each of count articles has its receipt, and its events or dead letter.

        exactly: and nothing of that twice.  Returns the receipts by where the article stood.
        """
        receipts = {}
        for message in self.read(self.receipts):
            receipt = decode(message.value(), "article_receipt")
            origin = (receipt["origin"]["partition"], receipt["origin"]["offset"])
            expect(not exactly or origin not in receipts, f"{origin} has two receipts")
            receipts[origin] = receipt
        expect(len(receipts) == count, f"{len(receipts)} receipts for {count} articles")

        promised = {i for r in receipts.values() for i in r["event_ids"]}
        written = [m.key().decode() for m in self.read(self.events)]
        expect(set(written) == promised,
               f"{len(set(written))} events were written, the receipts tell of {len(promised)}")
        expect(not exactly or len(written) == len(promised),
               f"{len(written)} events written, {len(promised)} of them different")

        dead = {o for o, r in receipts.items() if r["outcome"] == "DEAD_LETTER"}
        letters = [(int(header(m, "__connect.errors.partition")),
                    int(header(m, "__connect.errors.offset"))) for m in self.read(self.letters)]
        expect(set(letters) == dead, f"dead letters {letters}, receipts of such {dead}")
        expect(not exactly or len(letters) == len(dead), f"a dead letter twice: {letters}")
        return receipts


def header(message, name):
    """The last header of that name, as text, or None."""
    found = [value for key, value in message.headers() or [] if key == name]
    return found[-1].decode() if found and found[-1] is not None else None


SCHEMAS = {}


def decode(data, name):
    """A record in single-object encoding, read with the schema in schemas/."""
    if name not in SCHEMAS:
        root = os.path.join(os.path.dirname(__file__), "..", "..", "schemas")
        with open(os.path.join(root, name + ".avsc"), encoding="utf-8") as file:
            SCHEMAS[name] = fastavro.parse_schema(json.load(file))
    expect(data[:2] == b"\xc3\x01", f"no single-object encoding: {data[:10]!r}")
    return fastavro.schemaless_reader(io.BytesIO(data[10:]), SCHEMAS[name])


MEETINGS = (  # invented: each tells of one
    "Countries of the region will set up a joint seed bank, according to a communique of the 12th "
    "Meeting of Caribbean Agriculture Ministers, which was held on Saturday in Bridgetown, "
    "Barbados.",
    "Estonian Foreign Minister Kaarel Tamm met his Portuguese counterpart Ines Valadares in Lisbon "
    "on Friday. They spoke about ferries.",
    "President Teodor Branescu will meet Norwegian Prime Minister Solveig Haraldsen in Oslo on "
    "Tuesday to speak about fish quotas.",
    "The foreign ministers of Chile and Kenya held a telephone conversation on Thursday about the "
    "harvest.",
)


def article(number):
    """An article that reports a meeting; every twentieth reports none, some can't be read."""
    if number % 50 == 49:
        return b'{"id": "broken-%d", "body": 7' % number
    body = ("The chair was painted green. It stood in the garden for years."
            if number % 20 == 19 else MEETINGS[number // 4 % len(MEETINGS)])
    return json.dumps({"id": f"a-{number}", "title": "News of the day", "body": body,
                       "language": "en", "source": "test",
                       "published_at": "2025-04-27T08:00:00Z"}).encode()
