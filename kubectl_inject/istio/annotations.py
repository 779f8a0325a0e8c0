"""The table of the annotations and labels that Istio defines for injection, those of others that it reads, and our own.

A new annotation is one row here, and where needed a line of a template: validation, ``explain`` and the reference page
of the docs read the rows. The source is Istio's API (annotation/annotations.yaml, label/labels.yaml), the injector
(pkg/kube/inject), its templates, and the proxy's agent (pkg/bootstrap). Programs that need no row do not import this.
"""

from __future__ import annotations

from functools import lru_cache

from kubectl_inject.istio.well_known import (
    ANNOTATION,
    BOOLEAN,
    DURATION,
    INTERFACES,
    LABEL,
    MODE,
    NAMES,
    PORT,
    PORTS,
    PORTS_OR_ALL,
    PROXY_CONFIG,
    QUANTITY,
    RANGES,
    RANGES_OR_ALL,
    WHOLE_NUMBER,
    WRITTEN,
    Setting,
    WellKnown,
)

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Mapping

_CHECKED = 1
"""``checked_since`` of what every release checks that is known here."""

_SIDECAR, _TRAFFIC = "sidecar.istio.io/", "traffic.sidecar.istio.io/"
_STATUS, _READINESS = "status.sidecar.istio.io/", "readiness.status.sidecar.istio.io/"
_PROMETHEUS, _METRICS = "prometheus.io/", "prometheus.istio.io/"

SELECTION = "Whether a Pod is injected"
LOGS = "Logs"
IMAGES = "Images"
RESOURCES = "CPU and memory"
CONTAINER = "The proxy's container"
METRICS = "Probes and metrics"
BOOTSTRAP = "Envoy's start and its statistics"
INTERCEPTION = "Which traffic passes through the proxy"
READINESS = "The agent's port and the proxy's readiness"
TEMPLATES = "Templates and proxy configuration"
IDENTITY = "Identity and topology"
AMBIENT = "Ambient mode"
OWN = "This tool's own"

TABLE: Mapping[str, tuple[WellKnown, ...]] = {
    SELECTION: (
        WellKnown(
            "sidecar.istio.io/inject",
            "Requests or refuses injection. Before 1.27 `y`, `yes` and `on` request it too, anything else refuses.",
            BOOLEAN,
            LABEL,
            default="the namespace's labels",
        ),
        WellKnown(
            "sidecar.istio.io/inject",
            "As the label of this name, where the Pod has no such label; no webhook selects by it.",
            BOOLEAN,
            instead="the label `sidecar.istio.io/inject`",
        ),
        WellKnown(
            "istio-injection",
            "Has the Pods of a namespace injected by the default revision, or by none.",
            "`enabled` or `disabled`",
            LABEL,
            ("Namespace",),
            default="`istio.io/rev` decides",
        ),
        WellKnown(
            "istio.io/rev",
            "Has Pods injected by a revision. A namespace's label goes before a Pod's.",
            "a revision or a tag",
            LABEL,
            ("Namespace", "Pod"),
            default="no revision",
        ),
        WellKnown(
            "istio.io/tag",
            "Names the tag that a webhook is for.",
            "a tag, or `default`",
            LABEL,
            ("MutatingWebhookConfiguration",),
        ),
        WellKnown(
            "istio.io/rev",
            "Names the revision that injected the Pod.",
            WRITTEN,
        ),
        WellKnown(
            "sidecar.istio.io/status",
            "Lists what injection added to the Pod, so that it can be injected again.",
            WRITTEN,
        ),
    ),
    LOGS: (
        WellKnown(
            _SIDECAR + "logLevel",
            "Sets how much Envoy logs.",
            "`trace`, `debug`, `info`, `warning`, `error`, `critical` or `off`",
            settings=(Setting("proxy log level", "global.proxy.logLevel", "warning"),),
        ),
        WellKnown(
            _SIDECAR + "componentLogLevel",
            "Sets how much single components of Envoy log.",
            "pairs such as `http:debug`, with commas between them",
            settings=(Setting("proxy component log level", "global.proxy.componentLogLevel", "misc:error"),),
        ),
        WellKnown(
            _SIDECAR + "agentLogLevel",
            "Sets how much the agent beside Envoy logs.",
            "pairs such as `default:info`, with commas between them",
            settings=(Setting("agent log level", "global.logging.level", "default:info"),),
        ),
    ),
    IMAGES: (
        WellKnown(
            _SIDECAR + "proxyImage",
            "Names the image of the proxy and of the init container.",
            "an image's reference",
            settings=(
                Setting("proxy image", "global.proxy.image", "proxyv2"),
                Setting("init image", "global.proxy_init.image", "proxyv2"),
            ),
        ),
        WellKnown(
            _SIDECAR + "proxyImageType",
            "Selects a variant of the proxy's image.",
            "`default`, `debug` or `distroless`",
            settings=(Setting("image variant", "global.variant", ""),),
        ),
    ),
    RESOURCES: (
        WellKnown(
            _SIDECAR + "proxyCPU",
            "Sets how much CPU the proxy requests. Any of these four replaces all resources of the Helm values.",
            QUANTITY,
            settings=(Setting("proxy CPU request"),),
            default="Helm value `global.proxy.resources.requests.cpu`",
            checked_since=27,
        ),
        WellKnown(
            _SIDECAR + "proxyCPULimit",
            "Limits the proxy's CPU.",
            QUANTITY,
            settings=(Setting("proxy CPU limit"),),
            default="Helm value `global.proxy.resources.limits.cpu`",
            checked_since=27,
        ),
        WellKnown(
            _SIDECAR + "proxyMemory",
            "Sets how much memory the proxy requests.",
            QUANTITY,
            settings=(Setting("proxy memory request"),),
            default="Helm value `global.proxy.resources.requests.memory`",
            checked_since=27,
        ),
        WellKnown(
            _SIDECAR + "proxyMemoryLimit",
            "Limits the proxy's memory.",
            QUANTITY,
            settings=(Setting("proxy memory limit"),),
            default="Helm value `global.proxy.resources.limits.memory`",
            checked_since=27,
        ),
    ),
    CONTAINER: (
        WellKnown(
            _SIDECAR + "interceptionMode",
            "Selects how connections are redirected to the proxy. `TPROXY` keeps the caller's address.",
            MODE,
            settings=(Setting("interception mode"),),
            default="`interceptionMode` of the proxy config",
            checked_since=_CHECKED,
        ),
        WellKnown(
            _SIDECAR + "capNetBindService",
            "Lets the proxy listen on ports below 1024.",
            BOOLEAN,
            settings=(Setting("bind to low ports", "global.proxy.capNetBindService"),),
        ),
        WellKnown(
            _SIDECAR + "nativeSidecar",
            "Makes the proxy a native sidecar, an init container that keeps running, or an ordinary container.",
            BOOLEAN,
            settings=(Setting("native sidecar"),),
            default="the installation",
        ),
        WellKnown(
            _SIDECAR + "enableCoreDump",
            "Had core dumps of Envoy kept.",
            BOOLEAN,
            settings=(Setting("core dumps", "global.proxy.enableCoreDump", False),),
            until=25,
            instead="the Helm value",
        ),
    ),
    METRICS: (
        WellKnown(
            _SIDECAR + "rewriteAppHTTPProbers",
            "Leads the application's probes through the agent, so that they pass with mutual TLS.",
            BOOLEAN,
            settings=(Setting("rewrite probes", "sidecarInjectorWebhook.rewriteAppHTTPProbe", True),),
        ),
        WellKnown(
            _METRICS + "merge-metrics",
            "Has the agent serve the application's metrics together with the proxy's.",
            BOOLEAN,
            settings=(Setting("merge metrics"),),
            default="`enablePrometheusMerge` of the mesh config",
            checked_since=_CHECKED,
        ),
        WellKnown(
            _METRICS + "scrape-targets",
            "Lists further ports and paths of the Pod whose metrics are served together with the proxy's.",
            "pairs such as `9090:/metrics`, with commas between them",
            settings=(Setting("metrics scraped beside the proxy's"),),
            since=31,
        ),
        WellKnown(
            _METRICS + "secure-port",
            "Names the port at which the agent serves metrics with mutual TLS.",
            WRITTEN,
            since=31,
        ),
        WellKnown(
            _PROMETHEUS + "scrape",
            "Has Prometheus scrape the Pod. Where metrics are merged, injection writes these anew.",
            BOOLEAN,
        ),
        WellKnown(
            _PROMETHEUS + "port", "Names the port of the application's metrics. Since 1.31 it must be one.", PORT
        ),
        WellKnown(_PROMETHEUS + "path", "Names the path of the application's metrics.", "a path", default="`/metrics`"),
    ),
    BOOTSTRAP: (
        WellKnown(
            _SIDECAR + "bootstrapOverride",
            "Names a ConfigMap whose bootstrap configuration Envoy starts with.",
            "the name of a ConfigMap",
            settings=(Setting("bootstrap override"),),
        ),
        WellKnown(
            _SIDECAR + "statsInclusionPrefixes",
            "Adds statistics of Envoy by how their names begin.",
            "prefixes, with commas between them",
            settings=(Setting("stats inclusion prefixes"),),
            instead="`proxyStatsMatcher` in `proxy.istio.io/config`",
        ),
        WellKnown(
            _SIDECAR + "statsInclusionSuffixes",
            "Adds statistics of Envoy by how their names end.",
            "suffixes, with commas between them",
            settings=(Setting("stats inclusion suffixes"),),
            instead="`proxyStatsMatcher` in `proxy.istio.io/config`",
        ),
        WellKnown(
            _SIDECAR + "statsInclusionRegexps",
            "Adds statistics of Envoy whose names match.",
            "regular expressions, with commas between them",
            settings=(Setting("stats inclusion regexps"),),
            instead="`proxyStatsMatcher` in `proxy.istio.io/config`",
        ),
        WellKnown(
            _SIDECAR + "statsHistogramBuckets",
            "Sets the buckets of Envoy's histograms, by how the names of these begin.",
            "JSON: a list of numbers for each prefix",
            settings=(Setting("stats histogram buckets"),),
        ),
        WellKnown(
            _SIDECAR + "statsCompression",
            "Selected how Envoy compresses its statistics.",
            "`brotli`, `gzip` or `zstd`",
            settings=(Setting("stats compression"),),
            until=28,
        ),
        WellKnown(
            _SIDECAR + "statsFlushInterval",
            "Sets how often statistics are pushed to where they are collected.",
            DURATION,
            default="`5s`",
            since=28,
        ),
        WellKnown(
            _SIDECAR + "statsEvictionInterval",
            "Sets after how long a metric that does not change any more is dropped: a multiple of the flush interval.",
            DURATION,
            since=28,
        ),
        WellKnown(
            _SIDECAR + "statsHistogramBins",
            "Sets how many bins each histogram of Istio's metrics starts with.",
            WHOLE_NUMBER,
            default="`100`",
            since=32,
        ),
        WellKnown(
            _SIDECAR + "extraStatTags",
            "Adds tags to Istio's metrics.",
            NAMES,
            settings=(Setting("extra stat tags"),),
            instead="`extraStatTags` in `proxy.istio.io/config`",
        ),
        WellKnown(
            _SIDECAR + "userVolume",
            "Adds volumes to the Pod, for the proxy.",
            "JSON of volumes, by their names",
            settings=(Setting("user volumes"),),
        ),
        WellKnown(
            _SIDECAR + "userVolumeMount",
            "Mounts volumes in the proxy.",
            "JSON of volume mounts, by the volumes' names",
            settings=(Setting("user volume mounts"),),
        ),
    ),
    INTERCEPTION: (
        WellKnown(
            _TRAFFIC + "includeInboundPorts",
            "Lists the ports whose incoming traffic passes through the proxy.",
            PORTS_OR_ALL,
            settings=(Setting("included inbound ports", "global.proxy.includeInboundPorts", "*"),),
            checked_since=_CHECKED,
        ),
        WellKnown(
            _TRAFFIC + "excludeInboundPorts",
            "Lists ports whose incoming traffic does not, where all others' does.",
            PORTS,
            settings=(Setting("excluded inbound ports", "global.proxy.excludeInboundPorts", ""),),
            checked_since=_CHECKED,
        ),
        WellKnown(
            _TRAFFIC + "includeOutboundPorts",
            "Lists ports whose outgoing traffic passes through the proxy, wherever it goes.",
            PORTS,
            settings=(Setting("included outbound ports", "global.proxy.includeOutboundPorts", ""),),
        ),
        WellKnown(
            _TRAFFIC + "excludeOutboundPorts",
            "Lists ports whose outgoing traffic does not.",
            PORTS,
            settings=(Setting("excluded outbound ports", "global.proxy.excludeOutboundPorts", ""),),
            checked_since=_CHECKED,
        ),
        WellKnown(
            _TRAFFIC + "includeOutboundIPRanges",
            "Lists the destinations to which outgoing traffic passes through the proxy. Empty: none.",
            RANGES_OR_ALL,
            settings=(Setting("included outbound IP ranges", "global.proxy.includeIPRanges", "*"),),
            checked_since=_CHECKED,
        ),
        WellKnown(
            _TRAFFIC + "excludeOutboundIPRanges",
            "Lists destinations to which it does not, where it does to all others.",
            RANGES,
            settings=(Setting("excluded outbound IP ranges", "global.proxy.excludeIPRanges", ""),),
            checked_since=_CHECKED,
        ),
        WellKnown(
            _TRAFFIC + "excludeInterfaces",
            "Lists network interfaces whose traffic is left alone.",
            INTERFACES,
            settings=(Setting("excluded interfaces"),),
            checked_since=30,
        ),
        WellKnown(
            _TRAFFIC + "kubevirtInterfaces",
            "Lists virtual interfaces whose incoming traffic counts as outgoing.",
            INTERFACES,
            settings=(Setting("virtual interfaces"),),
            checked_since=30,
            instead="`istio.io/reroute-virtual-interfaces`",
        ),
        WellKnown(
            "istio.io/reroute-virtual-interfaces",
            "Lists interfaces of virtual machines or nested containers whose incoming traffic counts as outgoing.",
            INTERFACES,
            settings=(Setting("rerouted virtual interfaces"),),
            checked_since=30,
        ),
    ),
    READINESS: (
        WellKnown(
            _STATUS + "port",
            "Names the agent's port, for probes and metrics. With 0 there is none.",
            PORT,
            settings=(Setting("agent status port", "global.proxy.statusPort", 15020),),
            checked_since=_CHECKED,
        ),
        WellKnown(
            _READINESS + "initialDelaySeconds",
            "Sets how many seconds pass before the proxy's first readiness probe.",
            WHOLE_NUMBER,
            settings=(Setting("readiness initial delay", "global.proxy.readinessInitialDelaySeconds", 0),),
            checked_since=_CHECKED,
        ),
        WellKnown(
            _READINESS + "periodSeconds",
            "Sets how many seconds pass between the proxy's readiness probes.",
            WHOLE_NUMBER,
            settings=(Setting("readiness period", "global.proxy.readinessPeriodSeconds", 15),),
            checked_since=_CHECKED,
        ),
        WellKnown(
            _READINESS + "failureThreshold",
            "Sets how many readiness probes may fail in a row.",
            WHOLE_NUMBER,
            settings=(Setting("readiness failures", "global.proxy.readinessFailureThreshold", 4),),
            checked_since=_CHECKED,
        ),
        WellKnown(
            _READINESS + "applicationPorts",
            "Listed the application's ports that must be ready. Nothing reads it any more.",
            PORTS,
            settings=(Setting("readiness application ports"),),
            until=25,
        ),
    ),
    TEMPLATES: (
        WellKnown(
            "k8s.v1.cni.cncf.io/networks",
            "Attaches networks by Multus. Where Istio's CNI plugin runs under Multus, injection adds its own.",
            "names of networks, or JSON of them",
            settings=(Setting("Multus networks"),),
        ),
        WellKnown(
            "inject.istio.io/templates",
            "Names the templates that the Pod is injected with.",
            NAMES,
            settings=(Setting("templates"),),
            default="`defaultTemplates` of the inject config",
        ),
        WellKnown(
            "proxy.istio.io/config",
            "Lays proxy configuration over that of the mesh, for this Pod.",
            PROXY_CONFIG,
            default="`defaultConfig` of the mesh config",
            checked_since=_CHECKED,
        ),
        WellKnown(
            "proxy.istio.io/overrides",
            "Remembers the Pod's own `istio-proxy` container, so that the Pod can be injected again.",
            WRITTEN,
        ),
        WellKnown(
            _SIDECAR + "discoveryAddress",
            "Names the control plane's address.",
            "a host and a port",
            instead="`discoveryAddress` in `proxy.istio.io/config`",
        ),
    ),
    IDENTITY: (
        WellKnown(
            "service.istio.io/canonical-name",
            "Names the service that the Pod belongs to, as telemetry shows it. Injection writes it where it is absent.",
            "a name",
            LABEL,
            default="`app.kubernetes.io/name`, `app`, or the workload's name",
        ),
        WellKnown(
            "service.istio.io/canonical-revision",
            "Names the revision of that service. Injection writes it where it is absent.",
            "a name",
            LABEL,
            default="`app.kubernetes.io/version`, `version`, or `latest`",
        ),
        WellKnown(
            "service.istio.io/workload-name",
            "Names the workload that the Pod belongs to.",
            "a name",
            LABEL,
            ("Pod", "WorkloadEntry"),
            default="the workload's name",
        ),
        WellKnown(
            "topology.istio.io/network",
            "Names the network that the Pod is in. Injection writes it where a network is known.",
            "a name",
            LABEL,
            ("Namespace", "Pod", "Service"),
            default="Helm value `global.network`",
        ),
        WellKnown("topology.istio.io/cluster", "Names the cluster; Istio sets it inside itself.", "a name", LABEL),
        WellKnown(
            "topology.istio.io/locality",
            "Names region, zone and subzone of the workload in place of the node's.",
            "names with dots between them",
            LABEL,
        ),
        WellKnown(
            "security.istio.io/tlsMode",
            "Says whether the Pod takes mutual TLS. Injection writes `istio`.",
            "`istio` or `disabled`",
            LABEL,
        ),
        WellKnown(
            "networking.istio.io/tunnel",
            "Says by which protocol the Pod takes tunnelled traffic. Injection writes it where that is enabled.",
            "`http`",
            LABEL,
        ),
    ),
    AMBIENT: (
        WellKnown(
            "istio.io/dataplane-mode",
            "Has a Pod, or a namespace's Pods, served by ambient mode, which needs no injection.",
            "`ambient` or `none`",
            LABEL,
            ("Namespace", "Pod"),
        ),
        WellKnown(
            "istio.io/use-waypoint",
            "Names the waypoint that traffic to the Pod passes through.",
            "a name, or `none`",
            LABEL,
            ("Namespace", "Service", "ServiceEntry", "Pod", "WorkloadEntry"),
        ),
        WellKnown(
            "istio.io/use-waypoint-namespace",
            "Names that waypoint's namespace.",
            "a name",
            LABEL,
            ("Namespace", "Service", "ServiceEntry", "Pod", "WorkloadEntry"),
        ),
        WellKnown("ambient.istio.io/redirection", "Says that ambient mode serves the Pod.", "written by Istio"),
        WellKnown(
            "ambient.istio.io/bypass-inbound-capture",
            "Has ambient mode leave the Pod's incoming traffic alone.",
            BOOLEAN,
            since=29,
        ),
        WellKnown("ambient.istio.io/dns-capture", "Says whether ambient mode answers the Pod's DNS queries.", BOOLEAN),
    ),
    OWN: (
        WellKnown(
            "kubectl-inject/ignore",
            "Lists warnings that are not reported for the workload. Injection leaves it as it is.",
            "codes of [warnings](warnings.md), with commas between them",
            on=("Pod", "the workload"),
        ),
        WellKnown(
            "kubectl-inject/restore",
            "Notes what taking the injection out again needs, and the Pod does not tell.",
            WRITTEN,
            on=("the workload", "Pod"),
        ),
    ),
}
"""All rows by what they are about, in the order in which ``explain`` and the reference page have them."""

ROWS: tuple[WellKnown, ...] = tuple(row for rows in TABLE.values() for row in rows)


@lru_cache(maxsize=2)
def names(kind: str) -> frozenset[str]:
    """Return the names of all annotations, or of all labels."""
    return frozenset(row.name for row in ROWS if row.kind == kind)


def checked_annotations(minor: int) -> Mapping[str, WellKnown]:
    """Return the annotations, by name, whose values the injector of a minor release checks."""
    return {row.name: row for row in ROWS if row.kind == ANNOTATION and row.is_checked(minor)}
