"""What the dashboard and the alerts ask Prometheus for, and what a worker tells it.

Used without a broker by test_monitoring.py, and with one by tests/broker/http_cases.py.
"""
import json
import os
import re

import yaml

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
ALERTS = os.path.join(ROOT, "deploy/prometheus/alerts.yaml")
DASHBOARD = os.path.join(ROOT, "deploy/grafana/meetingd.json")

# What Grafana puts in place of its variables.
STAND_INS = {"$__rate_interval": "5m", "$__range": "1h", "$instance": ".*"}


def dashboard():
    def unique(pairs):
        keys = [key for key, _ in pairs]
        assert len(keys) == len(set(keys)), f"a key twice: {keys}"
        return dict(pairs)
    with open(DASHBOARD, encoding="utf-8") as file:
        return json.load(file, object_pairs_hook=unique)


def dashboard_queries():
    """Each query of the dashboard with the title of its panel."""
    found = []
    for panel in dashboard()["panels"]:
        for target in panel.get("targets", []):
            query = target["expr"]
            for variable, value in STAND_INS.items():
                query = query.replace(variable, value)
            found.append((panel["title"], query))
    return found


def alert_queries():
    with open(ALERTS, encoding="utf-8") as file:
        return [(rule["alert"], rule["expr"])
                for group in yaml.safe_load(file)["groups"] for rule in group["rules"]]


def names_in(query):
    """The names of the series that a query asks for: what stands in quotes is none."""
    return set(re.findall(r"\b(?:meetingd|process)_\w+", re.sub(r'"[^"]*"', "", query)))


def labels_in(query):
    """The labels that a query selects or groups by."""
    selected = re.findall(r'(\w+)\s*(?:=~|!~|!=|=)\s*"', query)
    grouped = re.findall(r"\b(?:by|without)\s*\(([^)]*)\)", query)
    return set(selected) | {name.strip() for names in grouped for name in names.split(",")}


class Metrics:
    """The text that /metrics answers, taken apart."""

    def __init__(self, text):
        self.text = text
        self.types = dict(re.findall(r"^# TYPE (\w+) (\w+)$", text, re.M))
        self.samples = re.findall(r"^(\w+)(?:\{(.*)\})? (\S+)$", text, re.M)

    def names(self):
        """Of all series, those of a family that has none yet as well."""
        found = set()
        for name, kind in self.types.items():
            found |= ({name + end for end in ("_bucket", "_sum", "_count")}
                      if kind == "histogram" else {name})
        return found

    def labels(self):
        """What Prometheus itself adds, and all that a sample has."""
        found = {"job", "instance"}
        for _, labels, _ in self.samples:
            found |= set(re.findall(r'(\w+)="', labels))
        return found

    def duplicates(self):
        seen = [(name, labels) for name, labels, _ in self.samples]
        return sorted({each for each in seen if seen.count(each) > 1})

    def values(self, name, **labels):
        """Of the samples that have all these labels."""
        wanted = {f'{key}="{value}"' for key, value in labels.items()}
        return [float(value) for found, text, value in self.samples
                if found == name and wanted <= set(re.findall(r'\w+="[^"]*"', text))]

    def value(self, name, **labels):
        """Their sum."""
        return sum(self.values(name, **labels))
