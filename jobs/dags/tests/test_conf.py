"""The configuration of a cluster: every line has its reason, and what Kubernetes reads holds together."""

from __future__ import annotations

from pathlib import Path

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


def test_kubernetes_pods_use_the_account_and_the_volume_that_are_declared() -> None:
    declared = {d["kind"]: d for d in yaml.safe_load_all((CONF / "kubernetes/namespace.yaml").read_text())}
    pod = yaml.safe_load((CONF / "kubernetes/pod-template.yaml").read_text())
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
