"""``kubectl inject serve manifests``: the options of an installation, and the objects that make it."""

from __future__ import annotations

import re
import sys

from kubectl_inject import __version__
from kubectl_inject.cli.serve.serve import missing_package
from kubectl_inject.cli.shared_options import ConfigurationOptions
from kubectl_inject.errors import InjectionError
from kubectl_inject.options.option import SERVER, UsageError, option
from kubectl_inject.options.typer_commands import with_options
from kubectl_inject.startup.frozen import dataclass, replace

TYPE_CHECKING = False
if TYPE_CHECKING:
    from kubectl_inject.webhook.installation.manifests import WebhookInstallation

EXAMPLES = """
Examples:

  kubectl inject serve manifests --self-signed

  # For a tag of a revision, with a certificate of cert-manager's

  kubectl inject serve manifests --tag prod --cert-manager
"""
_MOST_DAYS = 36500
_LARGEST_CONFIG = 1024 * 1024
"""What a ConfigMap may hold, in bytes."""
_DNS_LABEL = re.compile(r"[a-z0-9]([-a-z0-9]{0,61}[a-z0-9])?")


@dataclass(frozen=True, slots=True)
class ManifestsOptions(ConfigurationOptions):
    """The options of an installation, beside those of the configuration that goes with it."""

    tags: list[str] | None = option(
        "--tag",
        text="Revision tag to inject for, too. Default: the configuration's.",
        default=None,
        repeated=True,
        group=SERVER,
    )
    cert_manager: bool = option(
        "--cert-manager", text="Have cert-manager make the certificate.", default=False, group=SERVER
    )
    self_signed: bool = option(
        "--self-signed", text="Make a certificate, and print its key in a Secret.", default=False, group=SERVER
    )
    days: int = option("--days", text="For how many days it is valid.", default=365, group=SERVER)
    image: str = option("--image", text="The container's image.", default=f"kubectl-inject:{__version__}", group=SERVER)
    webhook_path: str = option(
        "--webhook-path", text="Such as /inject/cluster/NAME/net/NAME.", default="/inject", group=SERVER
    )
    ignore_failures: bool = option(
        "--ignore-failures",
        text="Create Pods without a sidecar where the webhook does not answer.",
        default=False,
        group=SERVER,
    )

    def check(self, *, reads_cluster: bool = False) -> None:
        """Raise UsageError for what cannot be used."""
        from kubectl_inject.istio.injection_path import is_injection_path

        ConfigurationOptions.check(self, reads_cluster=reads_cluster)
        if self.cert_manager and self.self_signed:
            raise UsageError("cannot be used with --cert-manager: one of them makes the certificate", "--self-signed")
        if not 0 < self.days <= _MOST_DAYS:
            raise UsageError(f"expected a number from 1 to {_MOST_DAYS}", "--days")
        if not is_injection_path(self.webhook_path):
            raise UsageError(f"expected a path that begins with /inject, found {self.webhook_path!r}", "--webhook-path")
        for flag, names in (("--tag", self.tags or []), ("--namespace", [self.given.namespace or "x"])):
            for name in names:
                if not _DNS_LABEL.fullmatch(name):
                    raise UsageError(f"expected letters a to z, digits and hyphens, found {name!r}", flag)


@with_options
def manifests(options: ManifestsOptions) -> None:
    """Print the objects that install the webhook in a cluster."""
    options.check()
    run_manifests(options)


def run_manifests(options: ManifestsOptions) -> None:
    """Print the objects as YAML. Raises InjectionError."""
    from kubectl_inject.manifests.output.writing import write_yaml
    from kubectl_inject.settings.capturing import as_captured
    from kubectl_inject.webhook.installation.manifests import NAME, Certificates, WebhookInstallation
    from kubectl_inject.webhook.installation.manifests import manifests as objects_of

    resolved = options.resolve()
    installation = resolved.config.installation
    captured = as_captured(resolved)
    revision = installation.revision
    text = "" if options.reads_cluster else write_yaml(captured.document())
    if len(text.encode()) > _LARGEST_CONFIG:
        raise InjectionError(f"the configuration is larger than the {_LARGEST_CONFIG} bytes that a ConfigMap holds")
    wanted = WebhookInstallation(
        image=options.image,
        config=text,
        control_plane=options.cluster_access.names,
        revision=revision,
        tags=captured.tags if options.tags is None else tuple(options.tags),
        by_default=resolved.config.values.enabled("sidecarInjectorWebhook.enableNamespacesByDefault"),
        reads_nodes=resolved.settings.native_sidecars is None,
        reads_namespaces=installation.platform == "openshift",
        path=options.webhook_path,
        certificates=Certificates.CERT_MANAGER if options.cert_manager else Certificates.GIVEN,
        fails_closed=not options.ignore_failures,
        namespace=options.given.namespace or NAME,
    )
    if options.self_signed:
        wanted = _self_signed(wanted, options.days)
    elif not options.cert_manager:
        sys.stderr.write(
            f"no certificate: put one into the Secret {wanted.namespace}/{wanted.secret}, and its authority into the "
            "webhooks' caBundle; --cert-manager or --self-signed do so\n"
        )
    sys.stdout.buffer.write("---\n".join(map(write_yaml, objects_of(wanted))).encode())
    sys.stdout.buffer.flush()


def _self_signed(wanted: WebhookInstallation, days: int) -> WebhookInstallation:
    try:
        from kubectl_inject.webhook.installation.certificates import make_certificate
    except ModuleNotFoundError as error:
        raise missing_package("--self-signed", error) from None
    from kubectl_inject.webhook.installation.manifests import Certificates, service_names

    certificate = make_certificate(service_names(wanted.name, wanted.namespace), days)
    return replace(wanted, certificates=Certificates.SELF_SIGNED, certificate=certificate)
