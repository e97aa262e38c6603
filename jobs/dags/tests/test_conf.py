"""The configuration of a cluster: every line has its reason, and what Kubernetes reads holds together."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from conftest import DAGS

CONF = DAGS.parents[1] / "conf"


def settings(file: Path) -> dict[str, str]:
    """As Spark reads them: key, white space, value."""
    lines = [line for line in file.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")]
    pairs = [line.split(None, 1) for line in lines]
    keys = [key for key, _ in pairs]
    assert len(keys) == len(set(keys)), "a key stands twice"
    return dict(pairs)


@pytest.mark.parametrize("name", ["spark-defaults.conf", "spark-local.conf", "kubernetes/spark-kubernetes.conf"])
def test_every_setting_of_spark_has_its_reason(name: str) -> None:
    explained = False
    for line in (CONF / name).read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            explained = True
        elif line:
            assert explained, f"{line}: no reason above it"
        else:
            explained = False
    assert all(key.startswith("spark.") for key in settings(CONF / name))


def test_days_are_kst_on_a_cluster_too() -> None:
    assert settings(CONF / "spark-defaults.conf")["spark.sql.session.timeZone"] == "Asia/Seoul"


def test_no_key_of_a_store_stands_in_a_file() -> None:
    for file in CONF.rglob("*"):
        text = file.read_text(encoding="utf-8").lower() if file.is_file() else ""
        assert "secret.key" not in text and "access.key" not in text, file


class OnceEach(yaml.SafeLoader):
    """YAML whose mappings name each key once: the usual loaders take the last silently, the API refuses the file."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        keys = [self.construct_object(key, deep=True) for key, _ in node.value]
        assert len(keys) == len(set(keys)), f"a key stands twice{node.start_mark}"
        return super().construct_mapping(node, deep)


def documents(name: str) -> list[dict[str, Any]]:
    return list(yaml.load_all((CONF / "kubernetes" / name).read_text(encoding="utf-8"), OnceEach))


def test_a_key_that_stands_twice_is_found() -> None:
    with pytest.raises(AssertionError, match="a key stands twice"):
        yaml.load("spec: {replicas: 1, replicas: 2}", OnceEach)


@pytest.mark.parametrize("file", sorted((CONF / "kubernetes").iterdir()), ids=lambda file: file.name)
def test_what_no_cluster_has_seen_says_so(file: Path) -> None:
    assert "Untried" in "".join(file.read_text(encoding="utf-8").splitlines()[:3])


@pytest.mark.parametrize("name", ["namespace.yaml", "pod-template.yaml"])
def test_every_document_is_an_object_of_the_api(name: str) -> None:
    for document in documents(name):
        assert document["apiVersion"] in {"v1", "rbac.authorization.k8s.io/v1"}
        assert document["metadata"]["name"].startswith("snapshot-hub")


def test_everything_is_in_the_namespace_that_is_made_first() -> None:
    namespace, *others = documents("namespace.yaml")
    assert namespace["kind"] == "Namespace"
    assert {other["metadata"]["namespace"] for other in others} == {namespace["metadata"]["name"]}


def test_kubernetes_pods_use_the_account_and_the_volume_that_are_declared() -> None:
    declared = {document["kind"]: document for document in documents("namespace.yaml")}
    pod = documents("pod-template.yaml")[0]
    spark = settings(CONF / "kubernetes/spark-kubernetes.conf")
    account = declared["ServiceAccount"]["metadata"]["name"]
    assert spark["spark.kubernetes.authenticate.driver.serviceAccountName"] == account
    assert declared["RoleBinding"]["subjects"][0]["name"] == account
    assert declared["RoleBinding"]["roleRef"]["name"] == declared["Role"]["metadata"]["name"]
    assert spark["spark.kubernetes.namespace"] == declared["Namespace"]["metadata"]["name"]
    claims = [v["persistentVolumeClaim"]["claimName"] for v in pod["spec"]["volumes"] if "persistentVolumeClaim" in v]
    assert claims == [declared["PersistentVolumeClaim"]["metadata"]["name"]]
    mounted = {mount["name"] for mount in pod["spec"]["containers"][0]["volumeMounts"]}
    assert mounted == {volume["name"] for volume in pod["spec"]["volumes"]}
