#!/usr/bin/env python3
"""The Kubernetes manifests: each overlay against the schemas of Kubernetes and KEDA, strictly.

    MEETINGD=build/meetingd test_kubernetes.py                offline, in seconds
    MEETINGD=build/meetingd test_kubernetes.py ApiServer      a real API server judges them as well

Needs Go, and a Python that has tests/requirements.txt.
"""
import copy
import glob
import json
import os
import shutil
import subprocess
import sys
import tempfile
import unittest

import jsonschema
import kubernetes_validate
import yaml

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
MANIFESTS = os.path.join(ROOT, "deploy/kubernetes")
API_SERVER = os.path.join(ROOT, "tests/deploy/apiserver.sh")
OVERLAYS = ("deployment", "statefulset", "keda")
KUSTOMIZE = "sigs.k8s.io/kustomize/kustomize/v5@v5.0.3"  # the last that Debian 12's Go builds
KEDA = "github.com/kedacore/keda/v2@v2.19.0"
KEDA_DEFINITION = "config/crd/bases/keda.sh_scaledobjects.yaml"
CACHE = os.environ.get("MEETINGD_CACHE", os.path.expanduser("~/.cache/meetingd"))


def run(*command, **options):
    return subprocess.run(command, check=True, capture_output=True, text=True, timeout=1800, **options).stdout


def kustomize():
    folder = os.path.join(CACHE, KUSTOMIZE.rsplit("@", maxsplit=1)[1].join(("kustomize-", "")))
    path = os.path.join(folder, "kustomize")
    if not os.path.exists(path):
        run("go", "install", KUSTOMIZE, env={**os.environ, "GOBIN": folder})
    return path


def built(overlay):
    return run(kustomize(), "build", os.path.join(MANIFESTS, "overlays", overlay))


def keda_definition():
    told = json.loads(run("go", "mod", "download", "-json", KEDA, cwd=tempfile.gettempdir()))
    return os.path.join(told["Dir"], KEDA_DEFINITION)


def closed(schema):
    """The schema, with what it does not name forbidden, as the API server has it."""
    if isinstance(schema, dict):
        if "properties" in schema:
            schema.setdefault("additionalProperties", False)
        for part in schema.values():
            closed(part)
    elif isinstance(schema, list):
        for part in schema:
            closed(part)
    return schema


def keda_schema():
    with open(keda_definition(), encoding="utf-8") as file:
        versions = yaml.safe_load(file)["spec"]["versions"]
    schema = versions[0]["schema"]["openAPIV3Schema"]
    # The definition leaves what stands in every object to the API server.
    schema["properties"]["metadata"] = {"type": "object", "properties": {"name": {}, "labels": {}, "annotations": {}}}
    return closed(schema)


def validate(manifest):
    if manifest["apiVersion"].startswith("keda.sh/"):
        jsonschema.validate(manifest, keda_schema())
    else:
        kubernetes_validate.validate(manifest, "1.37", strict=True)


class Offline(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.manifests = {overlay: list(yaml.safe_load_all(built(overlay))) for overlay in OVERLAYS}

    def of_kind(self, overlay, *kinds):
        return next(m for m in self.manifests[overlay] if m["kind"] in kinds)

    def workload(self, overlay):
        return self.of_kind(overlay, "Deployment", "StatefulSet")

    def test_schemas(self):
        for overlay in OVERLAYS:
            for manifest in self.manifests[overlay]:
                with self.subTest(f"{overlay}: {manifest['kind']}"):
                    validate(manifest)

    def test_schemas_see_what_is_wrong(self):
        for overlay, kind in (("deployment", "Deployment"), ("keda", "ScaledObject")):
            wrong = copy.deepcopy(self.of_kind(overlay, kind))
            wrong["spec"]["replicaz"] = 3
            with self.assertRaises((jsonschema.ValidationError, kubernetes_validate.ValidationError)):
                validate(wrong)

    def test_everything_selects_the_pods(self):
        """What finds the pods by their labels does find them; no schema sees that."""
        for overlay in OVERLAYS:
            labels = self.workload(overlay)["spec"]["template"]["metadata"]["labels"]
            selectors = [self.workload(overlay)["spec"]["selector"]["matchLabels"],
                         self.of_kind(overlay, "Service")["spec"]["selector"],
                         self.of_kind(overlay, "PodDisruptionBudget")["spec"]["selector"]["matchLabels"],
                         self.of_kind(overlay, "NetworkPolicy")["spec"]["podSelector"]["matchLabels"]]
            for selector in selectors:
                self.assertLessEqual(selector.items(), labels.items())

    def test_pods_are_restricted(self):
        """The profile that Pod Security calls restricted, and a file system that none can write."""
        for overlay in OVERLAYS:
            pod = self.workload(overlay)["spec"]["template"]["spec"]
            self.assertTrue(pod["securityContext"]["runAsNonRoot"])
            self.assertEqual(pod["securityContext"]["seccompProfile"], {"type": "RuntimeDefault"})
            self.assertFalse(pod["enableServiceLinks"])
            for container in pod["containers"]:
                context = container["securityContext"]
                self.assertFalse(context["allowPrivilegeEscalation"])
                self.assertTrue(context["readOnlyRootFilesystem"])
                self.assertEqual(context["capabilities"], {"drop": ["ALL"]})
                self.assertLessEqual({"startupProbe", "livenessProbe", "readinessProbe"}, container.keys())

    def test_settings(self):
        """The program accepts the settings that come with the manifests."""
        files = glob.glob(os.path.join(MANIFESTS, "**/meetingd.conf"), recursive=True)
        self.assertEqual(len(files), 2)
        for path in files:
            said = run(os.environ["MEETINGD"], "check", "--packs", "--config", path,
                       env={**os.environ, "MEETINGD_KAFKA_INSTANCE": "meetingd-0"})
            self.assertIn("settings: good", said)

    def test_static_members_are_named_after_their_pods(self):
        pod = self.workload("statefulset")["spec"]["template"]["spec"]
        names = {v["name"]: v["valueFrom"]["fieldRef"]["fieldPath"] for v in pod["containers"][0]["env"]}
        self.assertEqual(names["MEETINGD_KAFKA_INSTANCE"], "metadata.name")
        settings = self.of_kind("statefulset", "ConfigMap")["data"]["meetingd.conf"]
        self.assertIn("static_membership = yes", settings)

    def test_autoscaling_follows_the_settings(self):
        """KEDA watches the group and the topic that the worker reads by default, on the same brokers."""
        trigger = self.of_kind("keda", "ScaledObject")["spec"]["triggers"][0]["metadata"]
        settings = self.of_kind("keda", "ConfigMap")["data"]["meetingd.conf"]
        self.assertIn(f"bootstrap.servers = {trigger['bootstrapServers']}\n", settings)
        defaults = run(os.environ["MEETINGD"], "check", "--print-sample")
        self.assertIn(f"topic = {trigger['topic']}\n", defaults)
        self.assertIn(f"group = {trigger['consumerGroup']}\n", defaults)
        self.assertNotIn("replicas", self.workload("keda")["spec"])


class ApiServer(unittest.TestCase):
    """A server-side dry run on a real API server, in a namespace that warns of what isn't restricted."""

    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.mkdtemp()
        cls.addClassCleanup(shutil.rmtree, cls.folder)
        subprocess.run([API_SERVER, "start", cls.folder], check=True, stdout=subprocess.DEVNULL)
        cls.addClassCleanup(subprocess.run, [API_SERVER, "stop", cls.folder], check=True)
        cls.kubectl("apply", "--server-side", "-f", keda_definition())
        cls.kubectl("create", "namespace", "news")
        cls.kubectl("label", "namespace", "news", "pod-security.kubernetes.io/warn=restricted")

    @classmethod
    def kubectl(cls, *arguments, status=0, text=None):
        result = subprocess.run([API_SERVER, "kubectl", cls.folder, *arguments], input=text,
                                capture_output=True, text=True, check=False, timeout=120)
        if result.returncode != status:
            raise AssertionError(f"kubectl {arguments}: {result.returncode}\n{result.stdout}{result.stderr}")
        return result

    def dry_run(self, manifests, status=0):
        return self.kubectl("--namespace", "news", "apply", "--dry-run=server", "--validate=strict",
                            "-f", "-", text=manifests, status=status)

    def test_overlays(self):
        for overlay in OVERLAYS:
            with self.subTest(overlay):
                result = self.dry_run(built(overlay))
                print(result.stdout, file=sys.stderr)
                self.assertEqual(result.stderr, "")

    def test_it_sees_what_is_wrong(self):
        for good, bad in (("maxUnavailable: 0", "maxUnavailablez: 0"), ("memory: 256Mi", "memory: 256Zb"),
                          ("cpu: \"1\"", "cpu: many")):
            manifests = built("deployment")
            self.assertIn(good, manifests)
            self.dry_run(manifests.replace(good, bad, 1), status=1)
        loose = built("deployment").replace("allowPrivilegeEscalation: false", "allowPrivilegeEscalation: true", 1)
        self.assertIn("would violate PodSecurity", self.dry_run(loose).stderr)


if __name__ == "__main__":
    unittest.main(verbosity=2, defaultTest=None if len(sys.argv) > 1 else "Offline")
