#!/usr/bin/env python3
"""Metrics, alert rules and dashboard: each without a fault, and all of the same names.

    MEETINGD=build/meetingd test_monitoring.py

promtool (package prometheus) judges the metrics, the rules and every query. The worker is a real
one that waits for a broker in vain; tests/broker/http_cases.py has one at work.
"""
import os
import re
import subprocess
import tempfile
import time
import unittest
import urllib.request

import monitoring
from monitoring import Metrics

PATIENCE = 60


def promtool(*arguments, told=""):
    return subprocess.run(["promtool", *arguments], input=told, capture_output=True, text=True,
                          timeout=PATIENCE, check=False)


class Worker:
    """A worker without a broker, and where it answers."""

    def __enter__(self):
        self.log = tempfile.NamedTemporaryFile("r", suffix=".log")
        told = open(self.log.name, "w", encoding="utf-8")
        self.process = subprocess.Popen(
            [os.environ["MEETINGD"], "run", "--kafka.bootstrap.servers=127.0.0.1:1",
             "--http.listen=0"], stderr=told, env={"PATH": os.environ["PATH"]})
        told.close()
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()
        self.log.close()

    def address(self):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self.process.poll() is None:
            self.log.seek(0)
            found = re.search(r"listening for HTTP address=(\S+)", self.log.read())
            if found:
                return found.group(1)
            time.sleep(0.05)
        self.log.seek(0)
        raise AssertionError(f"it does not say where it listens:\n{self.log.read()}")

    def metrics(self):
        with urllib.request.urlopen(f"http://{self.address()}/metrics", timeout=PATIENCE) as page:
            return Metrics(page.read().decode())


class Monitoring(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        with Worker() as worker:
            cls.metrics = worker.metrics()

    def assert_good(self, outcome):
        self.assertEqual(outcome.returncode, 0, outcome.stdout + outcome.stderr)

    def test_metrics(self):
        self.assert_good(promtool("check", "metrics", told=self.metrics.text))
        self.assertEqual(self.metrics.duplicates(), [])

    def test_a_wrong_metric_is_found(self):
        """Else promtool would not be worth its name."""
        bad = "# TYPE meetingd_x counter\nmeetingd_x 1\n"
        self.assertNotEqual(promtool("check", "metrics", told=bad).returncode, 0)
        self.assertNotEqual(promtool("check", "metrics", told="meetingd_x{ 1\n").returncode, 0)

    def test_rules(self):
        self.assert_good(promtool("check", "rules", "--lint-fatal", monitoring.ALERTS))
        self.assert_good(promtool("test", "rules",
                                  os.path.join(monitoring.ROOT, "tests/deploy/alerts_test.yaml")))

    def test_every_alert_has_a_case(self):
        with open(os.path.join(monitoring.ROOT, "tests/deploy/alerts_test.yaml"),
                  encoding="utf-8") as file:
            text = file.read()
        for alert, _ in monitoring.alert_queries():
            self.assertRegex(text, rf"alertname: {alert}\n +exp_alerts:")

    def test_prometheus_takes_the_settings(self):
        self.assert_good(promtool("check", "config", os.path.join(
            monitoring.ROOT, "deploy/prometheus/prometheus.yml")))

    def test_queries_are_promql(self):
        rules = "groups:\n- name: dashboard\n  rules:\n"
        for i, (_, query) in enumerate(monitoring.dashboard_queries()):
            quoted = query.replace("'", "''")
            rules += f"  - record: query:{i}\n    expr: '{quoted}'\n"
        with tempfile.NamedTemporaryFile("w", suffix=".yaml") as file:
            file.write(rules)
            file.flush()
            self.assert_good(promtool("check", "rules", file.name))

    def test_queries_ask_for_what_there_is(self):
        for title, query in monitoring.dashboard_queries() + monitoring.alert_queries():
            with self.subTest(title):
                self.assertLessEqual(monitoring.names_in(query) - {"meetingd"},
                                     self.metrics.names())
                self.assertTrue(monitoring.names_in(query) or "up{" in query, query)

    def test_a_wrong_name_is_found(self):
        names = monitoring.names_in('sum(rate(meetingd_evnts_total{job="meetingd_x"}[5m]))')
        self.assertEqual(names, {"meetingd_evnts_total"})
        self.assertFalse(names <= self.metrics.names())


# The keys that a panel of the dashboard may have, and what each holds; what is not here is a
# mistake until somebody looks it up in Grafana's schema and adds it.
GRID = {"h": int, "w": int, "x": int, "y": int}
SOURCE = {"type": str, "uid": str}
TARGET = {"refId": str, "datasource": SOURCE, "expr": str, "legendFormat?": str, "instant?": bool,
          "range?": bool, "format?": str}
THRESHOLDS = {"mode": str, "steps": [{"color": str, "value": (int, float, type(None))}]}
CUSTOM = {"drawStyle": str, "lineWidth": int, "fillOpacity": int, "showPoints": str,
          "stacking": {"mode": str, "group": str}}
DEFAULTS = {"unit?": str, "min?": int, "color?": {"mode": str}, "thresholds?": THRESHOLDS,
            "custom?": CUSTOM}
OPTIONS = {
    "stat": {"colorMode": str, "graphMode": str, "justifyMode": str, "orientation": str,
             "textMode": str, "wideLayout": bool, "showPercentChange": bool,
             "percentChangeColorMode": str, "reduceOptions": {"calcs": [str], "fields": str, "values": bool}},
    "timeseries": {"legend": {"displayMode": str, "placement": str, "showLegend": bool,
                              "calcs": [str]}, "tooltip": {"mode": str, "sort": str}},
    "table": {"frameIndex": int, "showHeader": bool},
}
UNITS = {"none", "short", "s", "bytes", "Bps"}
DASHBOARD = {"uid": str, "title": str, "description": str, "tags": [str], "schemaVersion": int,
             "version": int, "editable": bool, "graphTooltip": int, "timezone": str,
             "time": {"from": str, "to": str}, "refresh": str, "annotations": {"list": [str]},
             "links": [str], "templating": {"list": [dict]}, "panels": [dict]}
VARIABLES = {
    "datasource": {"name": str, "label": str, "type": str, "query": str, "hide": int,
                   "current": {"text": str, "value": str}},
    "query": {"name": str, "label": str, "type": str, "datasource": SOURCE,
              "query": {"query": str, "refId": str}, "refresh": int, "sort": int, "multi": bool,
              "includeAll": bool, "allValue": str, "hide": int, "current": {"text": str, "value": str}},
}


def panel_shape(kind):
    if kind == "row":
        return {"id": int, "type": str, "title": str, "collapsed": bool, "gridPos": GRID,
                "panels": [dict]}
    shape = {"id": int, "type": str, "title": str, "description?": str, "datasource": SOURCE,
             "gridPos": GRID, "targets": [TARGET],
             "fieldConfig": {"defaults": DEFAULTS, "overrides": [dict]}, "options": OPTIONS[kind]}
    if kind == "table":
        shape["transformations"] = [{"id": str, "options": {"excludeByName": dict}}]
    return shape


class Dashboard(unittest.TestCase):
    def assert_shape(self, value, shape, place):
        if isinstance(shape, dict):
            self.assertIsInstance(value, dict, place)
            known = {key.rstrip("?") for key in shape}
            self.assertEqual(set(value) - known, set(), f"{place}: unknown keys")
            for key, inner in shape.items():
                name = key.rstrip("?")
                if name in value:
                    self.assert_shape(value[name], inner, f"{place}.{name}")
                else:
                    self.assertTrue(key.endswith("?"), f"{place}.{name} is missing")
        elif isinstance(shape, list):
            self.assertIsInstance(value, list, place)
            for i, item in enumerate(value):
                self.assert_shape(item, shape[0], f"{place}[{i}]")
        else:
            kinds = shape if isinstance(shape, tuple) else (shape,)
            self.assertIn(type(value), kinds, f"{place}: {value!r}")

    def test_shape(self):
        board = monitoring.dashboard()
        self.assert_shape(board, DASHBOARD, "dashboard")
        for i, variable in enumerate(board["templating"]["list"]):
            self.assert_shape(variable, VARIABLES[variable["type"]], f"variable {i}")
        for i, panel in enumerate(board["panels"]):
            self.assert_shape(panel, panel_shape(panel["type"]), f"panels[{i}] {panel['title']!r}")
            unit = panel.get("fieldConfig", {}).get("defaults", {}).get("unit")
            self.assertIn(unit, UNITS | {None}, panel["title"])

    def test_a_misspelt_key_is_found(self):
        panel = next(p for p in monitoring.dashboard()["panels"] if p["type"] == "stat")
        panel["gridpos"] = panel["gridPos"]
        with self.assertRaisesRegex(AssertionError, "unknown keys"):
            self.assert_shape(panel, panel_shape("stat"), "panel")

    def test_panels_fill_the_grid(self):
        taken = {}
        ids = [panel["id"] for panel in monitoring.dashboard()["panels"]]
        self.assertEqual(len(ids), len(set(ids)))
        for panel in monitoring.dashboard()["panels"]:
            grid = panel["gridPos"]
            self.assertLessEqual(grid["x"] + grid["w"], 24, panel["title"])
            for x in range(grid["x"], grid["x"] + grid["w"]):
                for y in range(grid["y"], grid["y"] + grid["h"]):
                    self.assertNotIn((x, y), taken, f"{panel['title']} covers another")
                    taken[x, y] = panel["title"]

    def test_variables(self):
        board = monitoring.dashboard()
        known = {variable["name"] for variable in board["templating"]["list"]}
        for panel in board["panels"]:
            for target in panel.get("targets", []):
                used = set(re.findall(r"\$\{?(\w+)", target["expr"] + target["datasource"]["uid"]))
                self.assertLessEqual(used - {"__rate_interval", "__range"}, known, panel["title"])
                self.assertIn('instance=~"$instance"', target["expr"], panel["title"])
        labels = board["templating"]["list"][1]["query"]["query"]
        self.assertEqual(labels, "label_values(meetingd_build_info, instance)")


if __name__ == "__main__":
    unittest.main()
