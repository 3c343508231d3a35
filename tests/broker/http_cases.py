"""What operators see of a worker on a real broker: its probes, its traces, its metrics, these through a
real Prometheus, with the alert rules and the queries of the dashboard."""

import json
import os
import re
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request

from world import article, decode, expect, header, wait_until

sys.path.insert(0, os.path.join(os.path.dirname(__file__), "..", "deploy"))
import monitoring  # noqa: E402

COUNT = 400


def address_of(worker):
    found = re.search(r"listening for HTTP address=(\S+)", worker.log())
    return found and found.group(1)


def get(address, path):
    """The status and the body."""
    try:
        with urllib.request.urlopen(f"http://{address}{path}", timeout=60) as page:
            return page.status, page.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def listening(world, **settings):
    worker = world.worker(settings={"http.listen": "0", "kafka.statistics.interval.ms": "1000",
                                    **settings})
    return worker, world.wait_until(lambda: address_of(worker), "an address for HTTP")


def health(world, address, *options):
    """What a container's health check gets."""
    return subprocess.run([world.meetingd, "health", "--http.listen", address, *options],
                          capture_output=True, text=True, timeout=60, check=False)


def case_probes(world):
    """Alive from the beginning, ready when there is work to do, and neither when it is gone."""
    worker, address = listening(world, **{"kafka.bootstrap.servers": "127.0.0.1:1"})
    status, body = get(address, "/healthz")
    expect(status == 200 and json.loads(body)["alive"], f"without a broker: {status} {body}")
    status, body = get(address, "/readyz")
    expect(status == 503 and "waiting for Kafka" in json.loads(body)["reason"], f"{status} {body}")
    expect(health(world, address).returncode == 0, "the health check of one that lives")
    expect(health(world, address, "--ready").returncode == 1, "and it is not ready")
    worker.stop()
    expect(health(world, address).returncode == 1, "the health check of one that is gone")

    world.create_topics()
    worker, address = listening(world)
    world.wait_until(lambda: get(address, "/readyz")[0] == 200, "it to be ready")
    expect(json.loads(get(address, "/readyz")[1])["reason"] == "reading 4 partitions",
           get(address, "/readyz")[1])
    expect(health(world, address, "--ready").returncode == 0, "the health check of one at work")
    worker.stop()


def case_metrics(world):
    world.create_topics()
    worker, address = listening(world)
    world.put(article(i) for i in range(COUNT))
    world.wait_for_lag()

    def seen():
        metrics = monitoring.Metrics(get(address, "/metrics")[1])
        settled = (metrics.value("meetingd_articles_total") == COUNT and
                   metrics.value("meetingd_kafka_broker_up", client="producer") > 0 and
                   metrics.value("meetingd_kafka_broker_up", client="consumer") > 0 and
                   metrics.values("meetingd_partition_lag") == [0] * world.partitions)
        return metrics if settled else None

    metrics = world.wait_until(seen, "the metrics to tell of all articles and of the brokers")
    receipts = world.account(COUNT)
    events = sum(len(receipt["event_ids"]) for receipt in receipts.values())
    outcomes = [receipt["outcome"] for receipt in receipts.values()]
    check = subprocess.run(["promtool", "check", "metrics"], input=metrics.text, text=True,
                           capture_output=True, check=False, timeout=60)
    expect(check.returncode == 0, check.stdout + check.stderr)
    expect(not metrics.duplicates(), f"{metrics.duplicates()}")
    for name, labels, wanted in (
            ("meetingd_articles_total", {"result": "events", "language": "en"},
             outcomes.count("EVENTS")),
            ("meetingd_articles_total", {"result": "no-meeting"}, outcomes.count("NO_MEETING")),
            ("meetingd_articles_total", {"result": "dead-letter"}, outcomes.count("DEAD_LETTER")),
            ("meetingd_dead_letters_total", {"reason": "undecodable"},
             outcomes.count("DEAD_LETTER")),
            ("meetingd_events_total", {}, events),
            ("meetingd_receipts_total", {}, COUNT),
            ("meetingd_extraction_seconds_count", {}, COUNT),
            ("meetingd_end_to_end_seconds_count", {}, COUNT),
            ("meetingd_batch_articles_sum", {}, COUNT),
            ("meetingd_partitions_assigned", {}, 4),
            ("meetingd_ready", {}, 1)):
        found = metrics.value(name, **labels)
        expect(found == wanted, f"{name}{labels}: {found}, not {wanted}")
    expect(metrics.value("meetingd_transactions_total", result="committed") > 0, "transactions")
    for title, query in monitoring.dashboard_queries() + monitoring.alert_queries():
        expect(monitoring.labels_in(query) <= metrics.labels() | {"le", "severity"},
               f"{title}: no such label in {query}")
    worker.stop()


class Prometheus:
    """A real one, which scrapes one worker with the rules and the settings of deploy/."""

    def __init__(self, world, target):
        self.log_path = os.path.join(world.folder, "prometheus.log")
        data = os.path.join(world.folder, "prometheus")
        settings = os.path.join(world.folder, "prometheus.yml")
        with open(settings, "w", encoding="utf-8") as file:
            json.dump({"global": {"scrape_interval": "1s", "evaluation_interval": "1s"},
                       "rule_files": [monitoring.ALERTS],
                       "scrape_configs": [{"job_name": "meetingd",
                                           "static_configs": [{"targets": [target]}]}]}, file)
        # It can't be told to take a free port and to say which.
        self.address = free_address()
        with open(self.log_path, "wb") as log:
            self.process = subprocess.Popen(
                ["prometheus", f"--config.file={settings}", f"--storage.tsdb.path={data}",
                 f"--web.listen-address={self.address}"], stdout=log, stderr=log)

    def stop(self):
        self.process.terminate()
        self.process.wait(60)

    def ask(self, path, **parameters):
        query = urllib.parse.urlencode(parameters)
        try:
            status, body = get(self.address, f"/api/v1/{path}?{query}")
        except OSError:
            return None  # it is not there yet
        if status == 503:
            return None  # it reads its own log
        answer = json.loads(body)
        expect(status == 200 and answer["status"] == "success", f"{parameters}: {body}")
        return answer["data"]

    def values(self, query):
        data = self.ask("query", query=query)
        return [float(each["value"][1]) for each in data["result"]] if data else []


def free_address():
    import socket
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return f"127.0.0.1:{probe.getsockname()[1]}"


# What a worker at work, without trouble, has nothing to show for.
EMPTY_PANELS = {"Round trip to brokers"}  # one of its queries shows only who is throttled


def case_prometheus(world):
    world.create_topics()
    worker, address = listening(world)
    prometheus = Prometheus(world, address)
    try:
        wait_until(lambda: prometheus.values('up{job="meetingd"}') == [1], "it to be scraped")
        world.put(article(i) for i in range(COUNT))
        world.wait_for_lag()
        # Rates need the rise as well: the series stood at nothing when it was scraped first.
        wait_until(lambda: prometheus.values('sum(increase(meetingd_receipts_total[5m]))') > [0] and
                   prometheus.values("sum(meetingd_articles_total)") == [COUNT] and
                   prometheus.values('sum(rate(meetingd_articles_total[5m]))'),
                   "the articles to be seen")
        silent = [title for title, query in monitoring.dashboard_queries()
                  if not prometheus.values(query) and title not in EMPTY_PANELS]
        expect(not silent, f"the dashboard shows nothing in {silent}")
        rules = [rule for group in prometheus.ask("rules")["groups"] for rule in group["rules"]]
        expect({rule["name"] for rule in rules} == {name for name, _ in monitoring.alert_queries()},
               f"the rules: {rules}")
        wait_until(lambda: all(rule["health"] == "ok" for group in prometheus.ask("rules")["groups"]
                               for rule in group["rules"]), "every rule to be evaluated")
        expect(not prometheus.values('ALERTS{alertstate="firing"}'), "no alert")
        worker.stop()
        wait_until(lambda: prometheus.values('up{job="meetingd"}') == [0], "it to be missed")
        wait_until(lambda: prometheus.values('ALERTS{alertname="MeetingdDown",'
                                             'alertstate="pending"}') == [1], "its alert")
    finally:
        prometheus.stop()


TRACE = "4bf92f3577b34da6a3ce929d0e0e4736"
PARENT = f"00-{TRACE}-00f067aa0ba902b7-01"


def case_a_trace_goes_on(world):
    """From the article to each of its events; and the same again when it is read again."""
    world.create_topics()
    two = json.loads(article(1))
    two["body"] += " Barbados will host the Caribbean Fisheries Conference in June 2026."
    worker = world.worker()
    world.put([json.dumps(two).encode()], headers=[("traceparent", PARENT.encode()),
                                                   ("tracestate", b"a=1"), ("tracestate", b"b=2")])
    world.put([article(2)], headers={"traceparent": f"00-{TRACE}-{'0' * 16}-01",
                                     "tracestate": "a=1"})
    world.wait_for_lag()
    worker.stop()
    world.account(2)
    events = {"a-1": [], "a-2": []}
    for message in world.read(world.events):
        event = decode(message.value(), "meeting_event")
        events[event["article"]["id"]].append(message)
    parents = [header(message, "traceparent") for message in events["a-1"]]
    expect(len(parents) == 2, f"{len(parents)} events of the first article")
    for message, parent in zip(events["a-1"], parents):
        expect(re.fullmatch(rf"00-{TRACE}-[0-9a-f]{{16}}-01", parent) and parent != PARENT, parent)
        states = [value for key, value in message.headers() if key == "tracestate"]
        expect(states == [b"a=1", b"b=2"], f"the states: {states}")
    expect(parents[0] != parents[1], "each event has a span of its own")
    for message in events["a-2"]:
        expect(not {"traceparent", "tracestate"} & {key for key, _ in message.headers()},
               f"a trace without a span is none: {message.headers()}")

    again = world.worker("again", "--from", "earliest", "--to", "latest", "--yes",
                         command="replay")
    expect(again.process.wait(60) == 0, f"the replay:\n{again.log()[-2000:]}")
    repeated = {header(message, "traceparent") for message in world.read(world.events)
                if header(message, "meetingd-replay") and header(message, "traceparent")}
    expect(repeated == set(parents), f"{repeated} again, {parents} before")
