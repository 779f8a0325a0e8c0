"""istioctl kube-inject's spellings, so that a command from Istio's documentation works as it is."""

from __future__ import annotations

_SPELLINGS = {
    "--injectConfigFile": "--inject-config-file",
    "--meshConfigFile": "--mesh-config-file",
    "--valuesFile": "--values-file",
    "--injectConfigMapName": "--inject-config-map-name",
    "--meshConfigMapName": "--mesh-config-map-name",
    "--webhookConfig": "--webhook-config",
    "--istioNamespace": "--istio-namespace",
    "-c": "--kubeconfig",
}


def without_istioctl_spellings(arguments: list[str]) -> list[str]:
    """Return command-line arguments with the flags that istioctl spells otherwise in this tool's spelling."""
    spelled: list[str] = []
    for place, argument in enumerate(arguments):
        if argument == "--":
            return spelled + arguments[place:]
        flag, equals, value = argument.partition("=")
        spelled.append(_SPELLINGS.get(flag, flag) + equals + value)
    return spelled
