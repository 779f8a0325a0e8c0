"""The template sidecar as Python. Written by make templates."""

SOURCE = '24633-1a3b8d1479039281'
TEXTS = (
    'metadata:\n  labels:\n    security.istio.io/tlsMode: ',
    '\n    networking.istio.io/tunnel: ',
    '\n    service.istio.io/canonical-name: ',
    '\n  annotations:\n    istio.io/rev: ',
    '\n    k8s.v1.cni.cncf.io/networks: ',
    '\n    sidecar.istio.io/interceptionMode: ',
    '\n    traffic.sidecar.istio.io/includeOutboundIPRanges: ',
    '\n    traffic.sidecar.istio.io/excludeOutboundIPRanges: ',
    '\n    traffic.sidecar.istio.io/includeInboundPorts: ',
    '\n    traffic.sidecar.istio.io/excludeInboundPorts: ',
    '\n    traffic.sidecar.istio.io/includeOutboundPorts: ',
    '\n    traffic.sidecar.istio.io/excludeOutboundPorts: ',
    '\nspec:\n  initContainers:',
    ' []',
    '\n  - name: ',
    '\n    image: ',
    '\n    imagePullPolicy: ',
    '\n    args:\n    - istio-iptables\n    - -p\n    - ',
    '\n    - -z\n    - ',
    '\n    - -u\n    - ',
    '\n    - -m\n    - ',
    '\n    - -i\n    - ',
    '\n    - -x\n    - ',
    '\n    - -b\n    - ',
    '\n    - -d\n    - ',
    '\n    - -q\n    - ',
    '\n    - -o\n    - ',
    '\n    - -k\n    - ',
    '\n    - -c\n    - ',
    '\n    - "--log_output_level=',
    '"',
    '\n    - --log_as_json',
    '\n    - --run-validation\n    - --skip-rule-apply',
    '\n    - --force-apply',
    '\n    - --native-nftables',
    '\n    env:',
    '\n    securityContext:\n      allowPrivilegeEscalation: ',
    '\n      privileged: ',
    '\n      capabilities: {drop: [ALL]}\n      readOnlyRootFilesystem: true\n      runAsNonRoot: true\n      runAsUser: ',
    '\n      runAsGroup: ',
    '\n      capabilities: {add: [NET_ADMIN, NET_RAW], drop: [ALL]}\n      readOnlyRootFilesystem: false\n      runAsNonRoot: false\n      runAsUser: 0\n      runAsGroup: 0',
    '\n      seccompProfile:',
    '\n  containers:',
    '\n  - name: istio-proxy',
    '\n    restartPolicy: Always',
    '\n    ports:\n    - {name: http-envoy-prom, containerPort: 15090, protocol: TCP}\n    args:\n    - proxy\n    - sidecar',
    '\n    - "--outlierLogPath=',
    '"',
    '\n    lifecycle:',
    '\n    lifecycle: {postStart: {exec: {command: [pilot-agent, wait]}}}',
    '\n    lifecycle: {preStop: {exec: {command: [pilot-agent, request, "--debug-port=',
    '", POST, drain]}}}',
    '\n    env:',
    '\n    - name: ISTIO_META_INTERCEPTION_MODE\n      value: ',
    '\n    - name: OTEL_RESOURCE_ATTRIBUTES\n      value: ',
    '\n    startupProbe:\n      httpGet: {path: /healthz/ready, port: 15021}\n      initialDelaySeconds: 0\n      periodSeconds: 1\n      timeoutSeconds: 3\n      failureThreshold: ',
    '\n    readinessProbe:\n      httpGet: {path: /healthz/ready, port: 15021}\n      initialDelaySeconds: ',
    '\n      periodSeconds: ',
    '\n      timeoutSeconds: 3\n      failureThreshold: ',
    '\n    securityContext:\n      allowPrivilegeEscalation: ',
    '\n      privileged: ',
    '\n      capabilities:',
    '\n        add: [NET_ADMIN]',
    '\n        add:',
    '\n        - NET_ADMIN',
    '\n        - NET_BIND_SERVICE',
    '\n        drop: [ALL]\n      readOnlyRootFilesystem: true\n      runAsNonRoot: ',
    '\n      runAsUser: ',
    '\n      runAsGroup: ',
    '\n      seccompProfile:',
    '\n    volumeMounts:\n    - {name: workload-socket, mountPath: /var/run/secrets/workload-spiffe-uds}\n    - {name: credential-socket, mountPath: /var/run/secrets/credential-uds}',
    '\n    - {name: istio-ca-crl, mountPath: /var/run/secrets/istio/crl}',
    '\n    - {name: istio-data, mountPath: /var/lib/istio/data}',
    '\n    - {name: istio-envoy, mountPath: /etc/istio/proxy}',
    '\n    - {name: lightstep-certs, mountPath: ',
    ', readOnly: true}',
    '\n\n  volumes:\n  - name: workload-socket\n  - name: credential-socket',
    '\n  - name: istio-envoy\n    emptyDir: {medium: Memory}',
    '\n  - name: istio-ca-crl\n    configMap:\n      name: ',
    '\n      optional: true',
    '\n  - name: lightstep-certs\n    secret: {secretName: lightstep.cacert, optional: true}',
    '\n',
    '\n    service.istio.io/canonical-revision: ',
    '\n    kubectl.kubernetes.io/default-logs-container: ',
    '\n    kubectl.kubernetes.io/default-container: ',
    '\n    - name: ',
    '\n      value: ',
    '\n    resources:',
    '\n      requests:',
    '\n        cpu: ',
    '\n        memory: ',
    '\n      limits:',
    '\n        cpu: ',
    '\n        memory: ',
    '\n    resources:',
    '\n    image: ',
    '\n    imagePullPolicy: ',
    '\n    - --domain\n    - $(POD_NAMESPACE).svc.',
    '\n    - "--proxyLogLevel=',
    '"\n    - "--proxyComponentLogLevel=',
    '"\n    - "--log_output_level=',
    '"',
    '\n    - --stsPort=',
    '\n    - --log_as_json',
    '\n    - {name: REWRITE_PROBE_LEGACY_LOCALHOST_DESTINATION, value: "true"}',
    '\n    - name: PILOT_CERT_PROVIDER\n      value: ',
    '\n    - name: CA_ADDR\n      value: ',
    '\n    - {name: POD_NAME, valueFrom: {fieldRef: {fieldPath: metadata.name}}}\n    - {name: POD_NAMESPACE, valueFrom: {fieldRef: {fieldPath: metadata.namespace}}}\n    - {name: INSTANCE_IP, valueFrom: {fieldRef: {fieldPath: status.podIP}}}\n    - {name: SERVICE_ACCOUNT, valueFrom: {fieldRef: {fieldPath: spec.serviceAccountName}}}\n    - {name: HOST_IP, valueFrom: {fieldRef: {fieldPath: status.hostIP}}}',
    '\n    - name: ISTIO_CPU_LIMIT\n      valueFrom: {resourceFieldRef: {resource: limits.cpu',
    '}}',
    '\n    - name: PROXY_CONFIG\n      value: |\n        ',
    '\n    - name: ISTIO_META_POD_PORTS\n      value: |-\n        [',
    '\n            ',
    ',',
    '\n        ]',
    '\n    - name: ISTIO_META_APP_CONTAINERS\n      value: ',
    '\n    - name: GOMEMLIMIT\n      valueFrom: {resourceFieldRef: {resource: limits.memory',
    '}}\n    - name: GOMAXPROCS\n      valueFrom: {resourceFieldRef: {resource: limits.cpu',
    '}}',
    '\n    - name: COMPLIANCE_POLICY\n      value: ',
    '\n    - {name: GODEBUG, value: "fips140=only"}',
    '\n    - name: ISTIO_META_CLUSTER_ID\n      value: ',
    '\n    - {name: ISTIO_META_NODE_NAME, valueFrom: {fieldRef: {fieldPath: spec.nodeName}}}',
    '\n    - name: ISTIO_META_NETWORK\n      value: ',
    '\n    - name: ISTIO_META_WORKLOAD_NAME\n      value: ',
    '\n    - name: ISTIO_META_OWNER\n      value: ',
    '\n    - {name: ISTIO_BOOTSTRAP_OVERRIDE, value: /etc/istio/custom-bootstrap/custom_bootstrap.json}',
    '\n    - name: ISTIO_META_MESH_ID\n      value: ',
    '\n    - name: TRUST_DOMAIN\n      value: ',
    '\n    - {name: gke-workload-certificate, mountPath: /var/run/secrets/workload-spiffe-credentials, readOnly: true}',
    '\n    - {name: workload-certs, mountPath: /var/run/secrets/workload-spiffe-credentials}',
    '\n    - {name: istiod-ca-cert, mountPath: /var/run/secrets/istio}',
    '\n    - {name: custom-bootstrap-volume, mountPath: /etc/istio/custom-bootstrap}',
    '\n    - {name: istio-token, mountPath: /var/run/secrets/tokens}',
    '\n    - {name: istio-certs, mountPath: /etc/certs/, readOnly: true}',
    '\n    - {name: istio-podinfo, mountPath: /etc/istio/pod}',
    '\n    - name: ',
    '\n  - name: gke-workload-certificate\n    csi: {driver: workloadcertificates.security.cloud.google.com}',
    '\n  - name: workload-certs',
    '\n  - name: custom-bootstrap-volume\n    configMap: {name: ',
    '}',
    '\n  - name: istio-data\n    emptyDir: {}\n  - name: istio-podinfo\n    downwardAPI:\n      items:\n      - {path: labels, fieldRef: {fieldPath: metadata.labels}}\n      - {path: annotations, fieldRef: {fieldPath: metadata.annotations}}\n  - name: istio-token\n    projected:\n      sources:\n      - serviceAccountToken:\n          path: istio-token\n          expirationSeconds: 43200\n          audience: ',
    '\n  - name: istiod-ca-cert',
    '\n    projected:\n      sources:\n      - clusterTrustBundle: {name: "istio.io:istiod-ca:',
    '", path: root-cert.pem}',
    '\n    configMap: {name: ',
    '}',
    '\n  - name: istio-certs\n    secret:\n      optional: true\n      secretName: "istio.',
    '"',
    '\n  - name: ',
    '\n  imagePullSecrets:',
    '\n  - name: ',
    ', divisor: "1"',
)
FUNCTIONS = (
    'default',
    'list',
    'ne',
    'append',
    'index',
    'coalesce',
    'trunc',
    'trimAll',
    'trimSuffix',
    'annotation',
    'eq',
    'valueOrDefault',
    'isset',
    'excludeInboundPort',
    'ternary',
    'print',
    'not',
    'quote',
    'first',
    'dict',
    'appendMultusNetwork',
    'contains',
    'compact',
    'join',
    'toYaml',
    'nindent',
    'fromJSON',
    'builtinOtelResourceAttributes',
    'directory',
    'builtinOmitNil',
    'protoToJSON',
    'structToJSON',
    'lower',
)
SITES = (
    (11239, '.ObjectMeta.Annotations', 'sidecar', ''),
    (11281, '.ObjectMeta.Labels', 'sidecar', ''),
    (11314, '.Values.global', 'sidecar', ''),
    (11338, '.ProxyUID', 'sidecar', ''),
    (11350, 'default 1337', 'sidecar', 'default'),
    (11380, '.ProxyGID', 'sidecar', ''),
    (11392, 'default 1337', 'sidecar', 'default'),
    (11493, 'list', 'sidecar', ''),
    (11493, 'list', 'sidecar', 'list'),
    (11516, '.Spec.Containers', 'sidecar', ''),
    (11543, '.Name', 'sidecar', ''),
    (11540, 'ne .Name "istio-proxy"', 'sidecar', ''),
    (11540, 'ne .Name "istio-proxy"', 'sidecar', 'ne'),
    (11549, '"istio-proxy"', 'sidecar', ''),
    (11601, '.Name', 'sidecar', ''),
    (11582, 'append $containers .Name', 'sidecar', ''),
    (11582, 'append $containers .Name', 'sidecar', 'append'),
    (11766, 'index $labels "service.istio.io/canonical-name"', 'sidecar', 'index'),
    (11818, 'index $labels "app.kubernetes.io/name"', 'sidecar', 'index'),
    (11861, 'index $labels "app"', 'sidecar', 'index'),
    (11899, '.DeploymentMeta.Name', 'sidecar', ''),
    (11754, 'coalesce (index $labels "service.istio.io/canonical-name") (index $labels "app.kubernetes.io/name") (index $labels "app") .DeploymentMeta.Name', 'sidecar', 'coalesce'),
    (11907, 'default ""', 'sidecar', 'default'),
    (11926, '63', 'sidecar', ''),
    (11920, 'trunc 63', 'sidecar', ''),
    (11920, 'trunc 63', 'sidecar', 'trunc'),
    (11946, '.Values.features.strictCanonicalName', 'sidecar', ''),
    (12016, '$canonicalName', 'sidecar', ''),
    (12002, 'trimAll "-_." $canonicalName', 'sidecar', ''),
    (12002, 'trimAll "-_." $canonicalName', 'sidecar', 'trimAll'),
    (12084, '$canonicalName', 'sidecar', ''),
    (12069, 'trimSuffix "-" $canonicalName', 'sidecar', ''),
    (12069, 'trimSuffix "-" $canonicalName', 'sidecar', 'trimSuffix'),
    (12262, '.ObjectMeta', 'sidecar', ''),
    (12322, '.ProxyConfig.InterceptionMode', 'sidecar', ''),
    (12251, 'annotation .ObjectMeta "sidecar.istio.io/interceptionMode" .ProxyConfig.InterceptionMode', 'sidecar', 'annotation'),
    (12362, 'ne $interception "NONE"', 'sidecar', ''),
    (12362, 'ne $interception "NONE"', 'sidecar', 'ne'),
    (12404, 'eq $interception "TPROXY"', 'sidecar', ''),
    (12404, 'eq $interception "TPROXY"', 'sidecar', 'eq'),
    (12452, '.Values.pilot.cni.enabled', 'sidecar', ''),
    (12630, '.ObjectMeta', 'sidecar', ''),
    (12700, '$global.proxy.includeIPRanges', 'sidecar', ''),
    (12619, 'annotation .ObjectMeta "traffic.sidecar.istio.io/includeOutboundIPRanges" $global.proxy.includeIPRanges', 'sidecar', 'annotation'),
    (12759, '.ObjectMeta', 'sidecar', ''),
    (12829, '$global.proxy.excludeIPRanges', 'sidecar', ''),
    (12748, 'annotation .ObjectMeta "traffic.sidecar.istio.io/excludeOutboundIPRanges" $global.proxy.excludeIPRanges', 'sidecar', 'annotation'),
    (12889, '.ObjectMeta', 'sidecar', ''),
    (12955, '$global.proxy.includeInboundPorts', 'sidecar', ''),
    (12878, 'annotation .ObjectMeta "traffic.sidecar.istio.io/includeInboundPorts" $global.proxy.includeInboundPorts', 'sidecar', 'annotation'),
    (13020, '.ObjectMeta', 'sidecar', ''),
    (13103, '$global.proxy.includeOutboundPorts', 'sidecar', ''),
    (13081, 'valueOrDefault $global.proxy.includeOutboundPorts ""', 'sidecar', 'valueOrDefault'),
    (13009, 'annotation .ObjectMeta "traffic.sidecar.istio.io/includeOutboundPorts" (valueOrDefault $global.proxy.includeOutboundPorts "")', 'sidecar', 'annotation'),
    (13173, '.ObjectMeta', 'sidecar', ''),
    (13256, '$global.proxy.excludeOutboundPorts', 'sidecar', ''),
    (13234, 'valueOrDefault $global.proxy.excludeOutboundPorts ""', 'sidecar', 'valueOrDefault'),
    (13162, 'annotation .ObjectMeta "traffic.sidecar.istio.io/excludeOutboundPorts" (valueOrDefault $global.proxy.excludeOutboundPorts "")', 'sidecar', 'annotation'),
    (13319, '$includeOutbound', 'sidecar', ''),
    (13343, '$annotations', 'sidecar', ''),
    (13337, 'isset $annotations "traffic.sidecar.istio.io/includeOutboundPorts"', 'sidecar', 'isset'),
    (13436, '$excludeOutbound', 'sidecar', ''),
    (13460, '$annotations', 'sidecar', ''),
    (13454, 'isset $annotations "traffic.sidecar.istio.io/excludeOutboundPorts"', 'sidecar', 'isset'),
    (13611, '.ObjectMeta', 'sidecar', ''),
    (13661, '$global.proxy.statusPort', 'sidecar', ''),
    (13600, 'annotation .ObjectMeta "status.sidecar.istio.io/port" $global.proxy.statusPort', 'sidecar', 'annotation'),
    (13750, '.ObjectMeta', 'sidecar', ''),
    (13816, '$global.proxy.excludeInboundPorts', 'sidecar', ''),
    (13739, 'annotation .ObjectMeta "traffic.sidecar.istio.io/excludeInboundPorts" $global.proxy.excludeInboundPorts', 'sidecar', 'annotation'),
    (13705, 'excludeInboundPort $statusPort (annotation .ObjectMeta "traffic.sidecar.istio.io/excludeInboundPorts" $global.proxy.excludeInboundPorts)', 'sidecar', ''),
    (13705, 'excludeInboundPort $statusPort (annotation .ObjectMeta "traffic.sidecar.istio.io/excludeInboundPorts" $global.proxy.excludeInboundPorts)', 'sidecar', 'excludeInboundPort'),
    (14037, '$annotations', 'sidecar', ''),
    (14031, 'isset $annotations "istio.io/reroute-virtual-interfaces"', 'sidecar', 'isset'),
    (14050, '"istio.io/reroute-virtual-interfaces"', 'sidecar', ''),
    (13936, 'ternary "istio.io/reroute-virtual-interfaces" "traffic.sidecar.istio.io/kubevirtInterfaces" (isset $annotations "istio.io/reroute-virtual-interfaces")', 'sidecar', 'ternary'),
    (14235, 'index $annotations "sidecar.istio.io/nativeSidecar"', 'sidecar', 'index'),
    (14304, '.NativeSidecars', 'sidecar', ''),
    (14298, 'print .NativeSidecars', 'sidecar', ''),
    (14298, 'print .NativeSidecars', 'sidecar', 'print'),
    (14289, 'default (print .NativeSidecars)', 'sidecar', 'default'),
    (14231, 'ne (index $annotations "sidecar.istio.io/nativeSidecar" | default (print .NativeSidecars)) "false"', 'sidecar', ''),
    (14231, 'ne (index $annotations "sidecar.istio.io/nativeSidecar" | default (print .NativeSidecars)) "false"', 'sidecar', 'ne'),
    (14351, 'not $native', 'sidecar', 'not'),
    (14355, '$native', 'sidecar', ''),
    (14382, '.ProxyConfig.HoldApplicationUntilProxyStarts.GetValue', 'sidecar', ''),
    (14431, '$global.proxy.holdApplicationUntilProxyStarts', 'sidecar', ''),
    (14557, '.ProxyConfig.ProxyMetadata', 'sidecar', ''),
    (14539, 'index .ProxyConfig.ProxyMetadata "IPTABLES_TRACE_LOGGING"', 'sidecar', ''),
    (14539, 'index .ProxyConfig.ProxyMetadata "IPTABLES_TRACE_LOGGING"', 'sidecar', 'index'),
    (14535, 'eq (index .ProxyConfig.ProxyMetadata "IPTABLES_TRACE_LOGGING") "true"', 'sidecar', ''),
    (14535, 'eq (index .ProxyConfig.ProxyMetadata "IPTABLES_TRACE_LOGGING") "true"', 'sidecar', 'eq'),
    (14645, '.ObjectMeta', 'sidecar', ''),
    (14701, '$global.proxy.capNetBindService', 'sidecar', ''),
    (14634, 'annotation .ObjectMeta "sidecar.istio.io/capNetBindService" $global.proxy.capNetBindService', 'sidecar', 'annotation'),
    (14630, 'eq (annotation .ObjectMeta "sidecar.istio.io/capNetBindService" $global.proxy.capNetBindService) "true"', 'sidecar', ''),
    (14630, 'eq (annotation .ObjectMeta "sidecar.istio.io/capNetBindService" $global.proxy.capNetBindService) "true"', 'sidecar', 'eq'),
    (14755, '$traced', 'sidecar', ''),
    (14763, '$tproxy', 'sidecar', ''),
    (14822, '$global.proxy.tracer', 'sidecar', ''),
    (14812, 'eq $global.proxy.tracer "lightstep"', 'sidecar', ''),
    (14812, 'eq $global.proxy.tracer "lightstep"', 'sidecar', 'eq'),
    (14836, '"lightstep"', 'sidecar', ''),
    (14861, '.ProxyConfig.GetTracing.GetTlsSettings', 'sidecar', ''),
    (14947, 'index $labels "security.istio.io/tlsMode"', 'sidecar', 'index'),
    (14991, 'default "istio"', 'sidecar', 'default'),
    (15009, 'quote', 'sidecar', ''),
    (15009, 'quote', 'sidecar', 'quote'),
    (15051, '.ProxyConfig.ProxyMetadata', 'sidecar', ''),
    (15033, 'index .ProxyConfig.ProxyMetadata "ISTIO_META_ENABLE_HBONE"', 'sidecar', ''),
    (15033, 'index .ProxyConfig.ProxyMetadata "ISTIO_META_ENABLE_HBONE"', 'sidecar', 'index'),
    (15029, 'eq (index .ProxyConfig.ProxyMetadata "ISTIO_META_ENABLE_HBONE") "true"', 'sidecar', ''),
    (15029, 'eq (index .ProxyConfig.ProxyMetadata "ISTIO_META_ENABLE_HBONE") "true"', 'sidecar', 'eq'),
    (15093, '"true"', 'sidecar', ''),
    (15138, 'index $labels "networking.istio.io/tunnel"', 'sidecar', 'index'),
    (15183, 'default "http"', 'sidecar', 'default'),
    (15200, 'quote', 'sidecar', ''),
    (15200, 'quote', 'sidecar', 'quote'),
    (15281, 'quote', 'sidecar', ''),
    (15281, 'quote', 'sidecar', 'quote'),
    (15307, '{{template "label.canonicalRevision" .}}', 'sidecar', ''),
    (15374, '.Revision', 'sidecar', ''),
    (15386, 'default "default"', 'sidecar', ''),
    (15386, 'default "default"', 'sidecar', 'default'),
    (15406, 'quote', 'sidecar', ''),
    (15406, 'quote', 'sidecar', 'quote'),
    (15509, 'first $containers', 'sidecar', 'first'),
    (15464, 'dict "annotations" $annotations "container" (first $containers)', 'sidecar', 'dict'),
    (15432, '{{template "annotations.defaultContainer" (dict "annotations" $annotations "container" (first $containers))}}', 'sidecar', ''),
    (15543, '$cni', 'sidecar', ''),
    (15657, '.Values.pilot.cni.provider', 'sidecar', ''),
    (15647, 'eq .Values.pilot.cni.provider "multus"', 'sidecar', ''),
    (15647, 'eq .Values.pilot.cni.provider "multus"', 'sidecar', 'eq'),
    (15677, '"multus"', 'sidecar', ''),
    (15746, 'index $annotations "k8s.v1.cni.cncf.io/networks"', 'sidecar', 'index'),
    (15765, '"k8s.v1.cni.cncf.io/networks"', 'sidecar', ''),
    (15725, 'appendMultusNetwork (index $annotations "k8s.v1.cni.cncf.io/networks") "default/istio-cni"', 'sidecar', ''),
    (15725, 'appendMultusNetwork (index $annotations "k8s.v1.cni.cncf.io/networks") "default/istio-cni"', 'sidecar', 'appendMultusNetwork'),
    (15818, 'quote', 'sidecar', ''),
    (15818, 'quote', 'sidecar', 'quote'),
    (15884, 'quote $interception', 'sidecar', ''),
    (15884, 'quote $interception', 'sidecar', 'quote'),
    (15890, '$interception', 'sidecar', ''),
    (15920, '$includeRanges', 'sidecar', ''),
    (15995, 'quote .', 'sidecar', ''),
    (15995, 'quote .', 'sidecar', 'quote'),
    (16001, '.', 'sidecar', ''),
    (16034, '$excludeRanges', 'sidecar', ''),
    (16109, 'quote .', 'sidecar', ''),
    (16109, 'quote .', 'sidecar', 'quote'),
    (16115, '.', 'sidecar', ''),
    (16188, 'quote $includeInbound', 'sidecar', ''),
    (16188, 'quote $includeInbound', 'sidecar', 'quote'),
    (16194, '$includeInbound', 'sidecar', ''),
    (16266, 'quote $excludeInbound', 'sidecar', ''),
    (16266, 'quote $excludeInbound', 'sidecar', 'quote'),
    (16272, '$excludeInbound', 'sidecar', ''),
    (16302, '$includesOutbound', 'sidecar', ''),
    (16377, 'quote $includeOutbound', 'sidecar', ''),
    (16377, 'quote $includeOutbound', 'sidecar', 'quote'),
    (16383, '$includeOutbound', 'sidecar', ''),
    (16429, '$excludesOutbound', 'sidecar', ''),
    (16504, 'quote $excludeOutbound', 'sidecar', ''),
    (16504, 'quote $excludeOutbound', 'sidecar', 'quote'),
    (16510, '$excludeOutbound', 'sidecar', ''),
    (16597, '$intercepts', 'sidecar', ''),
    (16589, 'not (or $intercepts $native)', 'sidecar', 'not'),
    (16609, '$native', 'sidecar', ''),
    (16643, '$intercepts', 'sidecar', ''),
    (16711, '$cni', 'sidecar', ''),
    (16671, 'ternary "istio-validation" "istio-init" $cni', 'sidecar', 'ternary'),
    (16821, '.ObjectMeta', 'sidecar', ''),
    (16870, '$global.proxy_init.image', 'sidecar', ''),
    (16810, 'annotation .ObjectMeta "sidecar.istio.io/proxyImage" $global.proxy_init.image', 'sidecar', 'annotation'),
    (16912, '.ProxyImage', 'sidecar', ''),
    (16945, '.Values.features.ownInitImage', 'sidecar', ''),
    (16985, '.ProxyInitImage', 'sidecar', ''),
    (17066, '$image', 'sidecar', ''),
    (17053, 'contains "/" $image', 'sidecar', ''),
    (17053, 'contains "/" $image', 'sidecar', 'contains'),
    (17027, 'ternary $image $ownImage (contains "/" $image)', 'sidecar', 'ternary'),
    (17076, 'quote', 'sidecar', ''),
    (17076, 'quote', 'sidecar', 'quote'),
    (17105, '$global.imagePullPolicy', 'sidecar', ''),
    (17149, 'quote .', 'sidecar', ''),
    (17149, 'quote .', 'sidecar', 'quote'),
    (17155, '.', 'sidecar', ''),
    (17235, '.MeshConfig.ProxyListenPort', 'sidecar', ''),
    (17254, 'default 15001', 'sidecar', ''),
    (17254, 'default 15001', 'sidecar', 'default'),
    (17270, 'quote', 'sidecar', ''),
    (17270, 'quote', 'sidecar', 'quote'),
    (17308, '.MeshConfig.ProxyInboundListenPort', 'sidecar', ''),
    (17334, 'default 15006', 'sidecar', ''),
    (17334, 'default 15006', 'sidecar', 'default'),
    (17350, 'quote', 'sidecar', ''),
    (17350, 'quote', 'sidecar', 'quote'),
    (17396, '$tproxy', 'sidecar', ''),
    (17377, 'ternary 1337 $user $tproxy', 'sidecar', 'ternary'),
    (17406, 'quote', 'sidecar', ''),
    (17406, 'quote', 'sidecar', 'quote'),
    (17433, 'quote $interception', 'sidecar', ''),
    (17433, 'quote $interception', 'sidecar', 'quote'),
    (17439, '$interception', 'sidecar', ''),
    (17474, 'quote $includeRanges', 'sidecar', ''),
    (17474, 'quote $includeRanges', 'sidecar', 'quote'),
    (17480, '$includeRanges', 'sidecar', ''),
    (17516, 'quote $excludeRanges', 'sidecar', ''),
    (17516, 'quote $excludeRanges', 'sidecar', 'quote'),
    (17522, '$excludeRanges', 'sidecar', ''),
    (17558, 'quote $includeInbound', 'sidecar', ''),
    (17558, 'quote $includeInbound', 'sidecar', 'quote'),
    (17564, '$includeInbound', 'sidecar', ''),
    (17601, 'list "15090" "15021" $excludeInbound', 'sidecar', 'list'),
    (17640, 'compact', 'sidecar', ''),
    (17640, 'compact', 'sidecar', 'compact'),
    (17650, 'join ","', 'sidecar', ''),
    (17650, 'join ","', 'sidecar', 'join'),
    (17661, 'quote', 'sidecar', ''),
    (17661, 'quote', 'sidecar', 'quote'),
    (17681, '$includesOutbound', 'sidecar', ''),
    (17720, 'quote $includeOutbound', 'sidecar', ''),
    (17720, 'quote $includeOutbound', 'sidecar', 'quote'),
    (17726, '$includeOutbound', 'sidecar', ''),
    (17772, '$excludesOutbound', 'sidecar', ''),
    (17811, 'quote $excludeOutbound', 'sidecar', ''),
    (17811, 'quote $excludeOutbound', 'sidecar', 'quote'),
    (17817, '$excludeOutbound', 'sidecar', ''),
    (17869, '$annotations', 'sidecar', ''),
    (17882, '$virtualInterfaces', 'sidecar', ''),
    (17863, 'isset $annotations $virtualInterfaces', 'sidecar', ''),
    (17863, 'isset $annotations $virtualInterfaces', 'sidecar', 'isset'),
    (17922, 'index $annotations $virtualInterfaces', 'sidecar', 'index'),
    (17962, 'quote', 'sidecar', ''),
    (17962, 'quote', 'sidecar', 'quote'),
    (18003, '$annotations', 'sidecar', ''),
    (17997, 'isset $annotations "traffic.sidecar.istio.io/excludeInterfaces"', 'sidecar', 'isset'),
    (18016, '"traffic.sidecar.istio.io/excludeInterfaces"', 'sidecar', ''),
    (18082, 'index $annotations "traffic.sidecar.istio.io/excludeInterfaces"', 'sidecar', 'index'),
    (18148, 'quote', 'sidecar', ''),
    (18148, 'quote', 'sidecar', 'quote'),
    (18212, '.ObjectMeta', 'sidecar', ''),
    (18264, '$global.logging.level', 'sidecar', ''),
    (18201, 'annotation .ObjectMeta "sidecar.istio.io/agentLogLevel" $global.logging.level', 'sidecar', 'annotation'),
    (18301, '$global.logAsJson', 'sidecar', ''),
    (18361, '$cni', 'sidecar', ''),
    (18439, '$global.proxy_init.forceApplyIptables', 'sidecar', ''),
    (18526, '$global.nativeNftables', 'sidecar', ''),
    (18609, '.ProxyConfig.ProxyMetadata', 'sidecar', ''),
    (18653, '{{template "env.variables" .}}', 'sidecar', ''),
    (18706, '{{template "resources" .}}', 'sidecar', ''),
    (18786, '$global.proxy.privileged', 'sidecar', ''),
    (18835, '$global.proxy.privileged', 'sidecar', ''),
    (18869, '$cni', 'sidecar', ''),
    (19010, '$tproxy', 'sidecar', ''),
    (18991, 'ternary 1337 $user $tproxy', 'sidecar', 'ternary'),
    (19062, '$tproxy', 'sidecar', ''),
    (19042, 'ternary 1337 $group $tproxy', 'sidecar', 'ternary'),
    (19332, '$global.proxy.seccompProfile', 'sidecar', ''),
    (19391, 'toYaml .', 'sidecar', ''),
    (19391, 'toYaml .', 'sidecar', 'toYaml'),
    (19410, '8', 'sidecar', ''),
    (19402, 'nindent 8', 'sidecar', ''),
    (19402, 'nindent 8', 'sidecar', 'nindent'),
    (19455, 'not $native', 'sidecar', 'not'),
    (19459, '$native', 'sidecar', ''),
    (19536, '{{template "image" .}}', 'sidecar', ''),
    (19560, '$native', 'sidecar', ''),
    (19743, '{{template "args.agent" .}}', 'sidecar', ''),
    (19781, '$global.proxy.outlierLogPath', 'sidecar', ''),
    (19833, '.', 'sidecar', ''),
    (19874, '$global.proxy.lifecycle', 'sidecar', ''),
    (19919, 'toYaml .', 'sidecar', ''),
    (19919, 'toYaml .', 'sidecar', 'toYaml'),
    (19938, '6', 'sidecar', ''),
    (19930, 'nindent 6', 'sidecar', ''),
    (19930, 'nindent 6', 'sidecar', 'nindent'),
    (19970, '$hold', 'sidecar', ''),
    (20062, '$native', 'sidecar', ''),
    (20249, '$statusPort', 'sidecar', ''),
    (20338, '{{template "env.localhostProbes" .}}', 'sidecar', ''),
    (20382, '{{template "env.identity" .}}', 'sidecar', ''),
    (20419, '{{template "env.cpuLimit" .}}', 'sidecar', ''),
    (20456, '{{template "env.proxyConfig" .}}', 'sidecar', ''),
    (20496, '{{template "env.appContainers" $containers}}', 'sidecar', ''),
    (20548, '{{template "env.runtime" .}}', 'sidecar', ''),
    (20584, '{{template "env.cluster" .}}', 'sidecar', ''),
    (20660, 'quote $interception', 'sidecar', ''),
    (20660, 'quote $interception', 'sidecar', 'quote'),
    (20666, '$interception', 'sidecar', ''),
    (20700, '{{template "env.network" .}}', 'sidecar', ''),
    (20752, 'index $labels "service.istio.io/workload-name"', 'sidecar', 'index'),
    (20824, '.DeploymentMeta.Name', 'sidecar', ''),
    (20801, 'default .DeploymentMeta.Name', 'sidecar', 'default'),
    (20736, '{{template "env.workload" (index $labels "service.istio.io/workload-name" | default .DeploymentMeta.Name)}}', 'sidecar', ''),
    (20851, '{{template "env.owner" .}}', 'sidecar', ''),
    (20885, '{{template "env.bootstrap" .}}', 'sidecar', ''),
    (20923, '{{template "env.mesh" .}}', 'sidecar', ''),
    (20965, '$global.proxy.tracer', 'sidecar', ''),
    (20955, 'eq $global.proxy.tracer "datadog"', 'sidecar', ''),
    (20955, 'eq $global.proxy.tracer "datadog"', 'sidecar', 'eq'),
    (20979, '"datadog"', 'sidecar', ''),
    (20997, '$annotations', 'sidecar', ''),
    (20991, 'isset $annotations "apm.datadoghq.com/env"', 'sidecar', 'isset'),
    (21010, '"apm.datadoghq.com/env"', 'sidecar', ''),
    (21082, 'index $annotations "apm.datadoghq.com/env"', 'sidecar', 'index'),
    (21101, '"apm.datadoghq.com/env"', 'sidecar', ''),
    (21072, 'fromJSON (index $annotations "apm.datadoghq.com/env")', 'sidecar', ''),
    (21072, 'fromJSON (index $annotations "apm.datadoghq.com/env")', 'sidecar', 'fromJSON'),
    (21055, '{{template "env.variables" (fromJSON (index $annotations "apm.datadoghq.com/env"))}}', 'sidecar', ''),
    (21163, '.Values.features.otelResourceAttributes', 'sidecar', ''),
    (21242, '.MeshConfig', 'sidecar', ''),
    (21254, '$annotations', 'sidecar', ''),
    (21267, '$labels', 'sidecar', ''),
    (21290, '.DeploymentMeta.Namespace', 'sidecar', ''),
    (21306, '.Spec.Containers', 'sidecar', ''),
    (21212, 'builtinOtelResourceAttributes .MeshConfig $annotations $labels .DeploymentMeta.Namespace .Spec.Containers', 'sidecar', ''),
    (21212, 'builtinOtelResourceAttributes .MeshConfig $annotations $labels .DeploymentMeta.Namespace .Spec.Containers', 'sidecar', 'builtinOtelResourceAttributes'),
    (21374, 'quote .', 'sidecar', ''),
    (21374, 'quote .', 'sidecar', 'quote'),
    (21380, '.', 'sidecar', ''),
    (21460, '.ProxyConfig.ProxyMetadata', 'sidecar', ''),
    (21432, '{{template "env.variables" .ProxyConfig.ProxyMetadata}}', 'sidecar', ''),
    (21489, 'ne $statusPort "0"', 'sidecar', ''),
    (21489, 'ne $statusPort "0"', 'sidecar', 'ne'),
    (21504, '"0"', 'sidecar', ''),
    (21531, '$global.proxy.startupProbe', 'sidecar', ''),
    (21565, '.enabled', 'sidecar', ''),
    (21749, '.failureThreshold', 'sidecar', ''),
    (21912, '.ObjectMeta', 'sidecar', ''),
    (21987, '$global.proxy.readinessInitialDelaySeconds', 'sidecar', ''),
    (21901, 'annotation .ObjectMeta "readiness.status.sidecar.istio.io/initialDelaySeconds" $global.proxy.readinessInitialDelaySeconds', 'sidecar', 'annotation'),
    (22061, '.ObjectMeta', 'sidecar', ''),
    (22130, '$global.proxy.readinessPeriodSeconds', 'sidecar', ''),
    (22050, 'annotation .ObjectMeta "readiness.status.sidecar.istio.io/periodSeconds" $global.proxy.readinessPeriodSeconds', 'sidecar', 'annotation'),
    (22225, '.ObjectMeta', 'sidecar', ''),
    (22297, '$global.proxy.readinessFailureThreshold', 'sidecar', ''),
    (22214, 'annotation .ObjectMeta "readiness.status.sidecar.istio.io/failureThreshold" $global.proxy.readinessFailureThreshold', 'sidecar', 'annotation'),
    (22407, '$traced', 'sidecar', ''),
    (22422, '$global.proxy.privileged', 'sidecar', ''),
    (22467, '$traced', 'sidecar', ''),
    (22482, '$global.proxy.privileged', 'sidecar', ''),
    (22538, '$traced', 'sidecar', ''),
    (22594, '$asRoot', 'sidecar', ''),
    (22633, '$tproxy', 'sidecar', ''),
    (22698, '$bindsLowPorts', 'sidecar', ''),
    (22859, 'not $asRoot', 'sidecar', 'not'),
    (22863, '$asRoot', 'sidecar', ''),
    (22910, '$asRoot', 'sidecar', ''),
    (22894, 'ternary 0 $user $asRoot', 'sidecar', 'ternary'),
    (22967, '$asRoot', 'sidecar', ''),
    (22976, 'not $traced', 'sidecar', 'not'),
    (22980, '$traced', 'sidecar', ''),
    (22942, 'ternary 1337 $group (and $asRoot (not $traced))', 'sidecar', 'ternary'),
    (23015, '$global.proxy.seccompProfile', 'sidecar', ''),
    (23074, 'toYaml .', 'sidecar', ''),
    (23074, 'toYaml .', 'sidecar', 'toYaml'),
    (23093, '8', 'sidecar', ''),
    (23085, 'nindent 8', 'sidecar', ''),
    (23085, 'nindent 8', 'sidecar', 'nindent'),
    (23132, '{{template "resources" .}}', 'sidecar', ''),
    (23339, '{{template "mounts.workloadCertificate" .}}', 'sidecar', ''),
    (23390, '{{template "mounts.rootCertificate" .}}', 'sidecar', ''),
    (23441, '$global.pilotCertProvider', 'sidecar', ''),
    (23431, 'eq $global.pilotCertProvider "istiod"', 'sidecar', ''),
    (23431, 'eq $global.pilotCertProvider "istiod"', 'sidecar', 'eq'),
    (23460, '"istiod"', 'sidecar', ''),
    (23627, '{{template "mounts.bootstrap" .}}', 'sidecar', ''),
    (23723, '{{template "mounts.pod" .}}', 'sidecar', ''),
    (23752, '$lightstep', 'sidecar', ''),
    (23830, '$lightstep.GetCaCertificates', 'sidecar', ''),
    (23810, 'directory $lightstep.GetCaCertificates', 'sidecar', ''),
    (23810, 'directory $lightstep.GetCaCertificates', 'sidecar', 'directory'),
    (23851, 'quote', 'sidecar', ''),
    (23851, 'quote', 'sidecar', 'quote'),
    (23909, '{{template "mounts.user" .}}', 'sidecar', ''),
    (24009, '{{template "volumes.workloadCertificate" .}}', 'sidecar', ''),
    (24059, '{{template "volumes.bootstrap" .}}', 'sidecar', ''),
    (24152, '{{template "volumes.pod" .}}', 'sidecar', ''),
    (24186, '{{template "volumes.rootCertificate" .}}', 'sidecar', ''),
    (24281, '.Values.features.namedCrl', 'sidecar', ''),
    (24307, '.Values.pilot.crlConfigMapName', 'sidecar', ''),
    (24333, 'default "istio-ca-crl"', 'sidecar', 'default'),
    (24358, 'quote', 'sidecar', ''),
    (24358, 'quote', 'sidecar', 'quote'),
    (24403, '{{template "volumes.mountedCertificates" .}}', 'sidecar', ''),
    (24453, '{{template "volumes.user" .}}', 'sidecar', ''),
    (24482, '$lightstep', 'sidecar', ''),
    (24609, '{{template "imagePullSecrets" .}}', 'sidecar', ''),
    (380, '.ObjectMeta.Labels', 'label.canonicalRevision', ''),
    (451, 'index $labels "service.istio.io/canonical-revision"', 'label.canonicalRevision', 'index'),
    (511, 'index $labels "app.kubernetes.io/version"', 'label.canonicalRevision', 'index'),
    (561, 'index $labels "version"', 'label.canonicalRevision', 'index'),
    (435, 'coalesce (index $labels "service.istio.io/canonical-revision") (index $labels "app.kubernetes.io/version") (index $labels "version") "latest"', 'label.canonicalRevision', 'coalesce'),
    (603, 'quote', 'label.canonicalRevision', ''),
    (603, 'quote', 'label.canonicalRevision', 'quote'),
    (796, '.container', 'annotations.defaultContainer', ''),
    (830, '.annotations', 'annotations.defaultContainer', ''),
    (824, 'isset .annotations "kubectl.kubernetes.io/default-logs-container"', 'annotations.defaultContainer', 'isset'),
    (819, 'not (isset .annotations "kubectl.kubernetes.io/default-logs-container")', 'annotations.defaultContainer', 'not'),
    (843, '"kubectl.kubernetes.io/default-logs-container"', 'annotations.defaultContainer', ''),
    (947, '.container', 'annotations.defaultContainer', ''),
    (960, 'quote', 'annotations.defaultContainer', ''),
    (960, 'quote', 'annotations.defaultContainer', 'quote'),
    (1002, '.annotations', 'annotations.defaultContainer', ''),
    (996, 'isset .annotations "kubectl.kubernetes.io/default-container"', 'annotations.defaultContainer', 'isset'),
    (991, 'not (isset .annotations "kubectl.kubernetes.io/default-container")', 'annotations.defaultContainer', 'not'),
    (1015, '"kubectl.kubernetes.io/default-container"', 'annotations.defaultContainer', ''),
    (1109, '.container', 'annotations.defaultContainer', ''),
    (1122, 'quote', 'annotations.defaultContainer', ''),
    (1122, 'quote', 'annotations.defaultContainer', 'quote'),
    (7406, '.', 'env.variables', ''),
    (7426, 'quote $name', 'env.variables', ''),
    (7426, 'quote $name', 'env.variables', 'quote'),
    (7432, '$name', 'env.variables', ''),
    (7457, 'quote $value', 'env.variables', ''),
    (7457, 'quote $value', 'env.variables', 'quote'),
    (7463, '$value', 'env.variables', ''),
    (2234, '.ObjectMeta.Annotations', 'resources', ''),
    (2217, 'index .ObjectMeta.Annotations "sidecar.istio.io/proxyCPU"', 'resources', 'index'),
    (2310, '.ObjectMeta.Annotations', 'resources', ''),
    (2293, 'index .ObjectMeta.Annotations "sidecar.istio.io/proxyMemory"', 'resources', 'index'),
    (2391, '.ObjectMeta.Annotations', 'resources', ''),
    (2374, 'index .ObjectMeta.Annotations "sidecar.istio.io/proxyCPULimit"', 'resources', 'index'),
    (2477, '.ObjectMeta.Annotations', 'resources', ''),
    (2460, 'index .ObjectMeta.Annotations "sidecar.istio.io/proxyMemoryLimit"', 'resources', 'index'),
    (2539, '$cpu', 'resources', ''),
    (2544, '$memory', 'resources', ''),
    (2552, '$cpuLimit', 'resources', ''),
    (2562, '$memoryLimit', 'resources', ''),
    (2609, '$cpu', 'resources', ''),
    (2614, '$memory', 'resources', ''),
    (2658, '$cpu', 'resources', ''),
    (2682, 'quote .', 'resources', ''),
    (2682, 'quote .', 'resources', 'quote'),
    (2688, '.', 'resources', ''),
    (2729, '$memory', 'resources', ''),
    (2759, 'quote .', 'resources', ''),
    (2759, 'quote .', 'resources', 'quote'),
    (2765, '.', 'resources', ''),
    (2822, '$cpuLimit', 'resources', ''),
    (2832, '$memoryLimit', 'resources', ''),
    (2879, '$cpuLimit', 'resources', ''),
    (2908, 'quote .', 'resources', ''),
    (2908, 'quote .', 'resources', 'quote'),
    (2914, '.', 'resources', ''),
    (2955, '$memoryLimit', 'resources', ''),
    (2990, 'quote .', 'resources', ''),
    (2990, 'quote .', 'resources', 'quote'),
    (2996, '.', 'resources', ''),
    (3067, '.Values.global.proxy.resources', 'resources', ''),
    (3127, 'builtinOmitNil .', 'resources', ''),
    (3127, 'builtinOmitNil .', 'resources', 'builtinOmitNil'),
    (3119, 'toYaml (builtinOmitNil .)', 'resources', ''),
    (3119, 'toYaml (builtinOmitNil .)', 'resources', 'toYaml'),
    (3155, '6', 'resources', ''),
    (3147, 'nindent 6', 'resources', ''),
    (3147, 'nindent 6', 'resources', 'nindent'),
    (1214, '.ObjectMeta', 'image', ''),
    (1263, '.Values.global.proxy.image', 'image', ''),
    (1203, 'annotation .ObjectMeta "sidecar.istio.io/proxyImage" .Values.global.proxy.image', 'image', 'annotation'),
    (1315, '.ProxyImage', 'image', ''),
    (1341, '$image', 'image', ''),
    (1328, 'contains "/" $image', 'image', ''),
    (1328, 'contains "/" $image', 'image', 'contains'),
    (1300, 'ternary $image .ProxyImage (contains "/" $image)', 'image', 'ternary'),
    (1351, 'quote', 'image', ''),
    (1351, 'quote', 'image', 'quote'),
    (1376, '.Values.global.imagePullPolicy', 'image', ''),
    (1427, 'quote .', 'image', ''),
    (1427, 'quote .', 'image', 'quote'),
    (1433, '.', 'image', ''),
    (1540, '.Values.global.proxy.clusterDomain', 'args.agent', ''),
    (1608, '.ObjectMeta', 'args.agent', ''),
    (1655, '.Values.global.proxy.logLevel', 'args.agent', ''),
    (1597, 'annotation .ObjectMeta "sidecar.istio.io/logLevel" .Values.global.proxy.logLevel', 'args.agent', 'annotation'),
    (1728, '.ObjectMeta', 'args.agent', ''),
    (1784, '.Values.global.proxy.componentLogLevel', 'args.agent', ''),
    (1717, 'annotation .ObjectMeta "sidecar.istio.io/componentLogLevel" .Values.global.proxy.componentLogLevel', 'args.agent', 'annotation'),
    (1860, '.ObjectMeta', 'args.agent', ''),
    (1912, '.Values.global.logging.level', 'args.agent', ''),
    (1849, 'annotation .ObjectMeta "sidecar.istio.io/agentLogLevel" .Values.global.logging.level', 'args.agent', 'annotation'),
    (1954, '.Values.global.sts.servicePort', 'args.agent', ''),
    (2000, '.', 'args.agent', ''),
    (2030, '.Values.global.logAsJson', 'args.agent', ''),
    (4152, '.InboundTrafficPolicyMode', 'env.localhostProbes', ''),
    (4149, 'eq .InboundTrafficPolicyMode "localhost"', 'env.localhostProbes', ''),
    (4149, 'eq .InboundTrafficPolicyMode "localhost"', 'env.localhostProbes', 'eq'),
    (4178, '"localhost"', 'env.localhostProbes', ''),
    (3337, '.Values.revision', 'env.identity', ''),
    (3316, 'list "istiod" .Values.revision', 'env.identity', ''),
    (3316, 'list "istiod" .Values.revision', 'env.identity', 'list'),
    (3349, 'compact', 'env.identity', ''),
    (3349, 'compact', 'env.identity', 'compact'),
    (3359, 'join "-"', 'env.identity', ''),
    (3359, 'join "-"', 'env.identity', 'join'),
    (3426, '.Values.global.pilotCertProvider', 'env.identity', ''),
    (3454, 'quote', 'env.identity', ''),
    (3454, 'quote', 'env.identity', 'quote'),
    (3506, '.Values.global.caAddress', 'env.identity', ''),
    (3560, '.Values.global.istioNamespace', 'env.identity', ''),
    (3535, 'print $istiod "." .Values.global.istioNamespace ".svc:15012"', 'env.identity', ''),
    (3535, 'print $istiod "." .Values.global.istioNamespace ".svc:15012"', 'env.identity', 'print'),
    (3526, 'default (print $istiod "." .Values.global.istioNamespace ".svc:15012")', 'env.identity', 'default'),
    (3599, 'quote', 'env.identity', ''),
    (3599, 'quote', 'env.identity', 'quote'),
    (4414, '{{template "divisor" .}}', 'env.cpuLimit', ''),
    (4759, '.ProxyConfig', 'env.proxyConfig', ''),
    (4747, 'protoToJSON .ProxyConfig', 'env.proxyConfig', ''),
    (4747, 'protoToJSON .ProxyConfig', 'env.proxyConfig', 'protoToJSON'),
    (4789, 'list', 'env.proxyConfig', ''),
    (4789, 'list', 'env.proxyConfig', 'list'),
    (4812, '.Spec.Containers', 'env.proxyConfig', ''),
    (4839, '.Ports', 'env.proxyConfig', ''),
    (4881, 'structToJSON .', 'env.proxyConfig', ''),
    (4881, 'structToJSON .', 'env.proxyConfig', 'structToJSON'),
    (4866, 'append $ports (structToJSON .)', 'env.proxyConfig', ''),
    (4866, 'append $ports (structToJSON .)', 'env.proxyConfig', 'append'),
    (5018, '$ports', 'env.proxyConfig', ''),
    (5046, '$place', 'env.proxyConfig', ''),
    (5068, '$port', 'env.proxyConfig', ''),
    (5235, 'join "," .', 'env.appContainers', ''),
    (5235, 'join "," .', 'env.appContainers', 'join'),
    (5248, 'quote', 'env.appContainers', ''),
    (5248, 'quote', 'env.appContainers', 'quote'),
    (5480, '{{template "divisor" .}}', 'env.runtime', ''),
    (5589, '{{template "divisor" .}}', 'env.runtime', ''),
    (5615, '.CompliancePolicy', 'env.runtime', ''),
    (5682, 'quote .', 'env.runtime', ''),
    (5682, 'quote .', 'env.runtime', 'quote'),
    (5688, '.', 'env.runtime', ''),
    (5722, '.Values.features.fipsRuntime', 'env.runtime', ''),
    (5748, '.CompliancePolicy', 'env.runtime', ''),
    (5745, 'eq .CompliancePolicy "fips-140-3"', 'env.runtime', ''),
    (5745, 'eq .CompliancePolicy "fips-140-3"', 'env.runtime', 'eq'),
    (5766, '"fips-140-3"', 'env.runtime', ''),
    (5936, '.Values.global.multiCluster.clusterName', 'env.cluster', ''),
    (5971, 'default "Kubernetes"', 'env.cluster', ''),
    (5971, 'default "Kubernetes"', 'env.cluster', 'default'),
    (5994, 'quote', 'env.cluster', ''),
    (5994, 'quote', 'env.cluster', 'quote'),
    (6145, '.Values.global.network', 'env.network', ''),
    (6211, 'quote .', 'env.network', ''),
    (6211, 'quote .', 'env.network', 'quote'),
    (6217, '.', 'env.network', ''),
    (6311, '.', 'env.workload', ''),
    (6369, 'quote .', 'env.workload', ''),
    (6369, 'quote .', 'env.workload', 'quote'),
    (6375, '.', 'env.workload', ''),
    (6438, '.DeploymentMeta', 'env.owner', ''),
    (6470, '.Name', 'env.owner', ''),
    (6477, '$.TypeMeta.APIVersion', 'env.owner', ''),
    (6574, '$.TypeMeta.APIVersion', 'env.owner', ''),
    (6611, '.Namespace', 'env.owner', ''),
    (6624, 'default "default"', 'env.owner', 'default'),
    (6663, '$.TypeMeta.Kind', 'env.owner', ''),
    (6656, 'lower $.TypeMeta.Kind', 'env.owner', ''),
    (6656, 'lower $.TypeMeta.Kind', 'env.owner', 'lower'),
    (6684, '.Name', 'env.owner', ''),
    (6546, 'print "kubernetes://apis/" $.TypeMeta.APIVersion "/namespaces/" (.Namespace | default "default") "/" (lower $.TypeMeta.Kind) "s/" .Name', 'env.owner', ''),
    (6546, 'print "kubernetes://apis/" $.TypeMeta.APIVersion "/namespaces/" (.Namespace | default "default") "/" (lower $.TypeMeta.Kind) "s/" .Name', 'env.owner', 'print'),
    (6692, 'quote', 'env.owner', ''),
    (6692, 'quote', 'env.owner', 'quote'),
    (6791, '.ObjectMeta.Annotations', 'env.bootstrap', ''),
    (6774, 'isset .ObjectMeta.Annotations "sidecar.istio.io/bootstrapOverride"', 'env.bootstrap', 'isset'),
    (6804, '"sidecar.istio.io/bootstrapOverride"', 'env.bootstrap', ''),
    (7020, '.MeshConfig.TrustDomain', 'env.mesh', ''),
    (7050, '.Values.global.trustDomain', 'env.mesh', ''),
    (7035, 'default .Values.global.trustDomain', 'env.mesh', ''),
    (7035, 'default .Values.global.trustDomain', 'env.mesh', 'default'),
    (7089, '.Values.global.meshID', 'env.mesh', ''),
    (7106, 'default $trustDomain', 'env.mesh', 'default'),
    (7114, '$trustDomain', 'env.mesh', ''),
    (7177, 'quote .', 'env.mesh', ''),
    (7177, 'quote .', 'env.mesh', 'quote'),
    (7183, '.', 'env.mesh', ''),
    (7208, '$trustDomain', 'env.mesh', ''),
    (7265, 'quote .', 'env.mesh', ''),
    (7265, 'quote .', 'env.mesh', 'quote'),
    (7271, '.', 'env.mesh', ''),
    (7556, '.Values.global.caName', 'mounts.workloadCertificate', ''),
    (7546, 'eq .Values.global.caName "GkeWorkloadCertificate"', 'mounts.workloadCertificate', ''),
    (7546, 'eq .Values.global.caName "GkeWorkloadCertificate"', 'mounts.workloadCertificate', 'eq'),
    (7571, '"GkeWorkloadCertificate"', 'mounts.workloadCertificate', ''),
    (7888, '.Values.global.pilotCertProvider', 'mounts.rootCertificate', ''),
    (7878, 'eq .Values.global.pilotCertProvider "istiod"', 'mounts.rootCertificate', ''),
    (7878, 'eq .Values.global.pilotCertProvider "istiod"', 'mounts.rootCertificate', 'eq'),
    (7914, '"istiod"', 'mounts.rootCertificate', ''),
    (8070, '.ObjectMeta.Annotations', 'mounts.bootstrap', ''),
    (8053, 'isset .ObjectMeta.Annotations "sidecar.istio.io/bootstrapOverride"', 'mounts.bootstrap', 'isset'),
    (8083, '"sidecar.istio.io/bootstrapOverride"', 'mounts.bootstrap', ''),
    (8327, '.Values.global.mountMtlsCerts', 'mounts.pod', ''),
    (8549, '.ObjectMeta.Annotations', 'mounts.user', ''),
    (8532, 'isset .ObjectMeta.Annotations "sidecar.istio.io/userVolumeMount"', 'mounts.user', 'isset'),
    (8562, '"sidecar.istio.io/userVolumeMount"', 'mounts.user', ''),
    (8656, '.ObjectMeta.Annotations', 'mounts.user', ''),
    (8639, 'index .ObjectMeta.Annotations "sidecar.istio.io/userVolumeMount"', 'mounts.user', 'index'),
    (8669, '"sidecar.istio.io/userVolumeMount"', 'mounts.user', ''),
    (8629, 'fromJSON (index .ObjectMeta.Annotations "sidecar.istio.io/userVolumeMount")', 'mounts.user', ''),
    (8629, 'fromJSON (index .ObjectMeta.Annotations "sidecar.istio.io/userVolumeMount")', 'mounts.user', 'fromJSON'),
    (8723, 'quote $name', 'mounts.user', ''),
    (8723, 'quote $name', 'mounts.user', 'quote'),
    (8729, '$name', 'mounts.user', ''),
    (8748, 'toYaml $mount', 'mounts.user', ''),
    (8748, 'toYaml $mount', 'mounts.user', 'toYaml'),
    (8772, '6', 'mounts.user', ''),
    (8764, 'nindent 6', 'mounts.user', ''),
    (8764, 'nindent 6', 'mounts.user', 'nindent'),
    (8926, '.Values.global.caName', 'volumes.workloadCertificate', ''),
    (8916, 'eq .Values.global.caName "GkeWorkloadCertificate"', 'volumes.workloadCertificate', ''),
    (8916, 'eq .Values.global.caName "GkeWorkloadCertificate"', 'volumes.workloadCertificate', 'eq'),
    (8941, '"GkeWorkloadCertificate"', 'volumes.workloadCertificate', ''),
    (9184, '.ObjectMeta.Annotations', 'volumes.bootstrap', ''),
    (9215, '.', 'volumes.bootstrap', ''),
    (9209, 'isset . "sidecar.istio.io/bootstrapOverride"', 'volumes.bootstrap', 'isset'),
    (9217, '"sidecar.istio.io/bootstrapOverride"', 'volumes.bootstrap', ''),
    (9316, 'index . "sidecar.istio.io/bootstrapOverride"', 'volumes.bootstrap', 'index'),
    (9363, 'quote', 'volumes.bootstrap', ''),
    (9363, 'quote', 'volumes.bootstrap', 'quote'),
    (9839, '.Values.global.sds.token.aud', 'volumes.pod', ''),
    (9863, 'quote', 'volumes.pod', ''),
    (9863, 'quote', 'volumes.pod', 'quote'),
    (9946, '.Values.global.trustBundleName', 'volumes.rootCertificate', ''),
    (9990, '.Values.global.pilotCertProvider', 'volumes.rootCertificate', ''),
    (9980, 'eq .Values.global.pilotCertProvider "istiod"', 'volumes.rootCertificate', ''),
    (9980, 'eq .Values.global.pilotCertProvider "istiod"', 'volumes.rootCertificate', 'eq'),
    (10016, '"istiod"', 'volumes.rootCertificate', ''),
    (10072, '.Values.pilot.env.ENABLE_CLUSTER_TRUST_BUNDLE_API', 'volumes.rootCertificate', ''),
    (10062, 'eq .Values.pilot.env.ENABLE_CLUSTER_TRUST_BUNDLE_API true', 'volumes.rootCertificate', ''),
    (10062, 'eq .Values.pilot.env.ENABLE_CLUSTER_TRUST_BUNDLE_API true', 'volumes.rootCertificate', 'eq'),
    (10115, 'true', 'volumes.rootCertificate', ''),
    (10221, 'default "root-cert"', 'volumes.rootCertificate', 'default'),
    (10229, '"root-cert"', 'volumes.rootCertificate', ''),
    (10316, 'default "istio-ca-root-cert"', 'volumes.rootCertificate', 'default'),
    (10347, 'quote', 'volumes.rootCertificate', ''),
    (10347, 'quote', 'volumes.rootCertificate', 'quote'),
    (10451, '.Values.global.mountMtlsCerts', 'volumes.mountedCertificates', ''),
    (10565, '.Spec.ServiceAccountName', 'volumes.mountedCertificates', ''),
    (10587, 'default "default"', 'volumes.mountedCertificates', 'default'),
    (10595, '"default"', 'volumes.mountedCertificates', ''),
    (10685, '.ObjectMeta.Annotations', 'volumes.user', ''),
    (10668, 'isset .ObjectMeta.Annotations "sidecar.istio.io/userVolume"', 'volumes.user', 'isset'),
    (10698, '"sidecar.istio.io/userVolume"', 'volumes.user', ''),
    (10788, '.ObjectMeta.Annotations', 'volumes.user', ''),
    (10771, 'index .ObjectMeta.Annotations "sidecar.istio.io/userVolume"', 'volumes.user', 'index'),
    (10801, '"sidecar.istio.io/userVolume"', 'volumes.user', ''),
    (10761, 'fromJSON (index .ObjectMeta.Annotations "sidecar.istio.io/userVolume")', 'volumes.user', ''),
    (10761, 'fromJSON (index .ObjectMeta.Annotations "sidecar.istio.io/userVolume")', 'volumes.user', 'fromJSON'),
    (10848, 'quote $name', 'volumes.user', ''),
    (10848, 'quote $name', 'volumes.user', 'quote'),
    (10854, '$name', 'volumes.user', ''),
    (10871, 'toYaml $volume', 'volumes.user', ''),
    (10871, 'toYaml $volume', 'volumes.user', 'toYaml'),
    (10896, '4', 'volumes.user', ''),
    (10888, 'nindent 4', 'volumes.user', ''),
    (10888, 'nindent 4', 'volumes.user', 'nindent'),
    (10986, '.Values.global.imagePullSecrets', 'imagePullSecrets', ''),
    (11046, '.', 'imagePullSecrets', ''),
    (11064, 'quote .', 'imagePullSecrets', ''),
    (11064, 'quote .', 'imagePullSecrets', 'quote'),
    (11070, '.', 'imagePullSecrets', ''),
    (4602, '.Values.features.resourceDivisor', 'divisor', ''),
)
LINE_SITES = (-1, -1, -1, -1, -1, -1, 0, -1, 1, -1, -1, -1, 2, -1, 3, -1, 4, -1, 5, -1, 6, -1, -1, 7, -1, -1, 8, -1, -1, -1, -1, 9, -1, 9, 9, -1, 9, 10, 11, 12, 13, -1, 14, 15, 15, 16, 15, -1, 17, 18, 19, 20, 21, 22, 23, 24, 25, 24, -1, -1, -1, 26, 26, -1, 27, 28, 29, 28, -1, -1, -1, 30, 31, 32, 31, -1, 33, -1, -1, 34, -1, 35, -1, 36, 37, -1, 38, 39, -1, -1, -1, 40, -1, 41, 42, 43, -1, 44, 45, 46, -1, 47, 48, 49, -1, 50, 51, 52, 53, -1, 54, 55, 56, 57, -1, -1, 58, 59, 60, -1, -1, -1, 61, 62, 63, -1, -1, 64, 65, 66, -1, 67, 68, 69, 68, 70, 70, 71, 70, -1, 72, 73, 74, 75, -1, 76, -1, 78, -1, -1, -1, -1, 77, 78, 79, 78, -1, -1, -1, 80, 81, 82, -1, 83, -1, 84, -1, -1, 85, -1, 85, 86, -1, -1, -1, -1, 90, -1, -1, -1, 88, -1, -1, -1, -1, 87, 89, -1, -1, -1, 90, 91, -1, -1, -1, -1, 92, 93, 94, 95, 96, -1, -1, 97, -1, 98, -1, -1, 99, 100, 101, -1, 102, -1, -1, 103, -1, -1, -1, 104, 105, 106, 107, 106, 106, -1, 111, -1, -1, -1, 109, -1, -1, -1, -1, 108, 110, -1, -1, -1, 111, 112, -1, -1, -1, 113, -1, -1, 114, 115, 116, 117, 116, 116, -1, 118, 119, 118, 118, 120, 120, -1, -1, -1, 124, -1, -1, -1, 122, -1, -1, -1, -1, 121, 123, -1, -1, -1, 124, 125, 124, -1, -1, -1, 124, 126, 127, 128, 128, -1, 129, -1, -1, 131, -1, -1, -1, -1, 130, 131, 132, -1, -1, -1, 133, -1, -1, 134, 135, 136, 137, 136, 138, 139, 138, 138, -1, 140, 141, 140, 142, -1, 143, -1, -1, 144, 145, 144, 146, -1, 147, -1, -1, 148, 149, 148, 150, -1, 151, 152, 151, 153, -1, 154, 155, 154, 156, 157, -1, -1, 158, 159, 158, 160, 161, -1, -1, 162, 163, 162, 164, -1, -1, 165, -1, 166, 167, -1, -1, 168, -1, -1, 169, 170, 169, 171, 172, 173, -1, 174, -1, -1, -1, 175, 175, -1, 176, -1, -1, 177, 178, 179, 178, 177, 180, 181, 182, 181, 181, 183, -1, 183, -1, -1, 184, 185, 184, 186, -1, -1, 190, -1, -1, -1, 188, -1, -1, -1, -1, 187, 189, -1, -1, -1, 190, 191, 190, -1, -1, -1, 190, -1, -1, 195, -1, -1, -1, 193, -1, -1, -1, -1, 192, 194, -1, -1, -1, 195, 196, 195, -1, -1, -1, 195, -1, 197, 198, 199, 200, 199, 199, -1, 201, 202, 201, 203, -1, 204, 205, 204, 206, -1, 207, 208, 207, 209, -1, 210, 211, 210, 212, -1, 213, 214, 215, 214, 216, 217, 216, 218, 219, 218, 218, 220, -1, -1, 221, 222, 221, 223, 224, -1, -1, 225, 226, 225, 227, 228, 229, 230, 231, 229, -1, -1, 232, 233, 234, 233, 233, 235, 236, 237, -1, -1, 238, 239, 240, 239, 239, -1, 241, 242, 243, 242, -1, 244, 244, -1, -1, -1, -1, 245, -1, 246, 246, -1, -1, -1, -1, -1, -1, 247, 247, -1, -1, -1, -1, 248, -1, 248, -1, -1, 249, 249, -1, 250, 250, -1, -1, 251, 251, -1, 252, 252, 253, -1, -1, 254, 255, 254, -1, 256, 257, 256, -1, -1, -1, 258, -1, 258, -1, -1, 259, 260, 259, 261, 262, 263, 262, 261, 264, 265, -1, -1, -1, 266, 266, -1, 267, -1, -1, -1, 268, 268, -1, 269, -1, 269, -1, -1, 270, -1, 271, -1, 271, -1, -1, 272, 273, 272, 274, 275, 276, 275, 274, -1, -1, -1, -1, 277, -1, 278, -1, -1, -1, -1, -1, -1, 279, -1, -1, 280, 280, -1, 281, 281, -1, 282, 282, -1, 283, 283, -1, 284, 284, -1, 285, 285, -1, 286, 286, -1, -1, 287, 288, 287, 289, 290, 290, -1, 291, 292, 293, 294, 294, -1, 295, 295, -1, 296, 296, -1, 297, 297, -1, 298, 299, 300, -1, 301, 302, 303, -1, 304, -1, 305, 306, 307, 308, 307, 309, 309, -1, -1, -1, 310, 310, -1, -1, -1, 311, 312, 313, 314, 314, 315, 316, 317, -1, 315, -1, -1, 318, 319, 318, 320, -1, -1, 321, 322, 322, -1, 323, 324, 325, -1, 326, -1, 326, -1, 327, 327, -1, -1, 328, 328, -1, 329, 330, 331, 330, -1, 332, 333, 334, 333, -1, 335, 336, 337, 336, -1, -1, 338, 339, -1, 339, -1, -1, 340, 341, -1, 341, -1, -1, -1, 342, -1, 343, -1, -1, -1, -1, -1, -1, 344, -1, -1, 345, -1, -1, -1, 346, 347, -1, 348, 349, 348, -1, -1, 350, 351, -1, 352, 353, 352, 354, -1, 354, -1, -1, 355, 356, 355, 357, 358, 359, 358, 357, 360, 360, -1, -1, 361, 361, -1, 362, 362, -1, 363, 364, 365, 366, -1, -1, -1, 367, 367, -1, -1, 368, 368, -1, 369, -1, -1, 370, 370, 371, 372, 371, 373, 374, 373, 373, -1, 375, 375, -1, -1, 376, 376, -1, 377, 377, -1, -1, 378, 378, -1, 379, 379, -1, -1, -1, -1, 380, -1, 380, -1, -1, 381, -1, 382, 383, 384, 383, 383, -1, 385, 385, -1, 386, 386, -1, 387, -1, -1, 388, 388, -1, -1, -1, -1, -1, -1, -1, -1, 389, -1, -1, 390, 391, 392, 393, 394, 395, 394, 394, -1, -1, -1, -1, -1, -1, 396, 396, -1, 397, 397, -1, 398, -1, 399, 400, -1, -1, 401, -1, 402, 403, 402, 402, 404, 404, -1, 405, -1, 406, 407, -1, -1, 408, -1, 409, 410, 409, 409, -1, -1, -1, -1, -1, -1, -1, -1, 411, 411, -1, 411, -1, -1, -1, 412, 413, 412, 414, -1, 415, 416, 415, 417, -1, -1, -1, -1, -1, -1, 418, -1, 419, -1, 420, -1, 421, -1, 422, -1, 423, -1, 424, -1, 425, -1, -1, 426, -1, 427, -1, 428, -1, 429, -1, -1, -1, 430, -1, 431, -1, -1, -1, 432, -1, -1, 433, 434, 433, 435, -1, 436, -1, -1, 437, 438, 437, 439, -1, 440, -1, 441, -1, -1, -1, 442, -1, -1, 443, 444, 443, 445, -1, 446, -1, -1, 447, 448, 447, 449, -1, -1, -1, -1, 450, -1, 450, -1, -1, 451, 452, 451, 453, 454, 453, 455, 456, 457, 456, 455, -1, -1, -1, -1, -1, -1, 458, -1, -1, 459, -1, 460, -1, -1, 461, 462, 463, 464, 463, 462, 465, 466, 467, 466, 466, -1, -1, 468, -1, 468, -1, -1, 469, 470, 469, 471, -1, -1, -1, -1, -1, -1, -1, -1, -1, 472, 472, -1, 473, -1, -1, 474, -1, 475, 474, -1, 476, -1, -1, 477, -1, 478, 477, -1, 479, -1, -1, 480, -1, 481, 480, -1, -1, -1, 482, -1, 482, -1, -1, 483, -1, -1, 484, 484, -1, -1, -1, -1, -1, -1, -1, -1, -1, 486, -1, -1, -1, -1, 485, 486, 487, -1, -1, -1, 488, -1, -1, -1, -1, -1, -1, -1, -1, -1, 494, -1, -1, -1, 492, -1, -1, -1, 490, -1, -1, -1, -1, 489, 491, -1, -1, -1, 492, 493, 492, -1, -1, -1, 494, 495, 494, -1, -1, -1, -1, -1, -1, 497, -1, -1, -1, -1, 496, 497, 498, 497, -1, -1, -1, 497, -1, -1, -1, 499, -1, -1, 500, 501, 501, 502, 501, 503, 504, 505, 504, 504, -1, -1, -1, -1, -1, -1, -1, 506, 506, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 508, -1, -1, -1, -1, 507, 508, 509, 508, -1, -1, -1, 507, -1, 510, -1, -1, 511, -1, -1, -1, -1, 512, -1, 512, 512, -1, 512, 513, -1, 513, 513, -1, 513, 514, 515, 514, 516, 516, 517, 516, -1, -1, -1, -1, -1, 518, 518, -1, 518, -1, -1, -1, 519, -1, -1, 520, -1, -1, -1, -1, -1, -1, -1, 521, 522, 521, 523, 524, 523, 523, -1, -1, -1, -1, -1, -1, -1, 525, 525, -1, -1, 526, 526, -1, -1, -1, -1, 527, -1, 527, -1, -1, 528, 529, 528, 530, -1, -1, 531, -1, 531, -1, 533, -1, -1, -1, -1, 532, 533, 534, -1, -1, -1, -1, 535, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 539, -1, -1, -1, 537, -1, -1, -1, -1, 536, 538, -1, -1, -1, 539, 540, 539, -1, -1, -1, 539, -1, -1, -1, -1, -1, -1, -1, -1, -1, 541, -1, 541, -1, -1, 542, 543, 542, 544, -1, -1, -1, -1, -1, -1, 545, -1, -1, 546, 547, 546, 548, -1, -1, -1, -1, -1, -1, 549, -1, 549, -1, 550, -1, 550, 551, -1, 551, -1, -1, 552, 553, 554, 555, 555, -1, 556, 557, 556, 558, 559, 559, 559, 559, 560, 559, 561, 562, 561, 561, -1, -1, -1, -1, -1, -1, 563, 563, -1, 564, 565, -1, -1, -1, -1, -1, -1, -1, -1, -1, 568, -1, -1, -1, -1, 566, -1, -1, 567, 569, -1, -1, -1, -1, -1, -1, 570, 571, -1, 572, -1, -1, 573, 574, 573, 575, -1, 576, -1, -1, 577, 578, 577, 579, -1, -1, -1, -1, -1, -1, -1, 581, -1, -1, -1, -1, 580, 581, 582, -1, -1, -1, 583, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 585, -1, -1, -1, -1, 584, 585, 586, -1, -1, -1, 587, -1, -1, -1, -1, -1, -1, -1, -1, 588, 588, -1, 589, 590, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 591, 591, -1, -1, -1, -1, -1, -1, -1, -1, -1, 592, 592, -1, 593, 594, -1, 595, -1, 596, 597, -1, 598, 599, 598, -1, -1, -1, 597, 597, -1, 597, -1, -1, -1, 600, 601, 600, 602, 603, 604, 603, 605, 606, 607, 606, 605, -1, -1, -1, -1, -1, -1, -1, 609, -1, -1, -1, -1, 608, 609, 610, -1, -1, -1, 611, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 612, -1, 612, -1, 613, 614, 615, -1, -1, 616, 617, 618, 617, 617, -1, -1, -1, -1, -1, -1, -1, -1, -1, 620, -1, -1, -1, -1, 619, 620, 621, 620, -1, -1, -1, 620, -1, -1, -1, -1, -1, -1, -1, -1, 622, -1, -1, 624, -1, -1, -1, -1, 623, 624, 625, -1, -1, -1, 626, -1, -1, -1, 628, -1, -1, -1, -1, 627, 628, 629, -1, -1, -1, 630, -1, -1, 631, 632, -1, -1, -1, -1, 633, 634, 635, 634, 634, -1, -1, -1, -1, -1, -1, -1, -1, -1, 636, 636, -1, -1, 637, -1, 638, 639, -1, -1, -1, -1, -1, -1, -1, 640, 640, -1, 641, 642, -1, 643, -1, 644, 645, -1, 646, 647, 646, -1, -1, -1, 645, 645, -1, 645, -1, -1, -1, 648, 649, 648, 650, 651, 652, 651, 653, 654, 655, 654, 653, -1, -1, -1, -1, -1, -1, -1, -1, 656, -1, 656, -1, -1, -1, 657, 657, -1, 657, -1, 658, 659, 658, 660, -1, -1, -1, -1, -1, -1, -1, -1, 661, 661, -1, -1)

def template_0(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 2323
 v0 = v1 = dot
 f0 = f1 = f2 = f3 = f4 = f5 = f6 = f7 = f8 = f9 = f10 = f11 = f12 = f13 = f14 = f15 = f16 = f17 = f18 = f19 = f20 = f21 = f22 = f23 = f24 = f25 = f26 = f27 = f28 = f29 = UNREAD
 noted = noted_in(dot)
 if f0 is UNREAD: f0 = fields(run, v0, ('ObjectMeta', 'Annotations'))
 v2 = f0
 if f1 is UNREAD: f1 = fields(run, v0, ('ObjectMeta', 'Labels'))
 v3 = f1
 if f2 is UNREAD:
  f2 = noted.get('Values.global', UNREAD)
  if f2 is UNREAD: f2 = noted['Values.global'] = fields(UNMETERED, v0, ('Values', 'global'))
 v4 = f2
 if f3 is UNREAD: f3 = fields(run, v0, ('ProxyUID',))
 if f4 is UNREAD:
  f4 = function_0(1337, f3)
 v5 = f4
 if f5 is UNREAD: f5 = fields(run, v0, ('ProxyGID',))
 if f6 is UNREAD:
  f6 = function_0(1337, f5)
 v6 = f6
 t1 = noted.get('sidecar 1', UNREAD)
 if t1 is UNREAD: t1 = run.paid_again(noted.get('sidecar 1 long'))
 if t1 is UNREAD:
  t1_steps = run.steps_left; t1_values = run.values_left
  t1 = function_1()
  run.steps_left = t1_steps
  if run.values_left == t1_values: noted['sidecar 1'] = t1
  else: noted['sidecar 1 long'] = (t1, t1_values - run.values_left)
 v7 = t1
 if f7 is UNREAD: f7 = fields(run, v0, ('Spec', 'Containers'))
 v8 = slot_of(f7)
 t2 = run.elements(f7)
 for v9 in t2:
  pass
  run.turn(out, 21)
  t3 = fields(run, v9, ('Name',), v8)
  if type(t3) in SIZED and len(t3) > 1024: run.copy(t3)
  t4 = function_2(t3, 'istio-proxy')
  if t4:
   pass
   t5 = fields(run, v9, ('Name',), v8)
   if type(v7) in SIZED and len(v7) > 1024: run.copy(v7)
   if type(t5) in SIZED and len(t5) > 1024: run.copy(t5)
   t6 = function_3(v7, t5)
   if type(t6) in SIZED and len(t6) > 64: run.made(t6)
   v7 = t6
 t7 = function_4(v3, 'service.istio.io/canonical-name', meter=run)
 t8 = function_4(v3, 'app.kubernetes.io/name', meter=run)
 t9 = function_4(v3, 'app', meter=run)
 if f8 is UNREAD: f8 = fields(run, v0, ('DeploymentMeta', 'Name'))
 t10 = function_5(t7, t8, t9, f8)
 t11 = function_0('', t10)
 t12 = t11 if type(t11) is str else converted(t11, STRING)
 if len(t12) > 1024: run.copy(t12)
 t13 = function_6(63, t12)
 if type(t13) in SIZED and len(t13) > 64: run.made(t13)
 v10 = t13
 if f9 is UNREAD:
  f9 = noted.get('Values.features.strictCanonicalName', UNREAD)
  if f9 is UNREAD: f9 = noted['Values.features.strictCanonicalName'] = fields(UNMETERED, v0, ('Values', 'features', 'strictCanonicalName'))
 if (f9 if type(f9) in PLAIN else is_true(f9)):
  pass
  t14 = v10 if type(v10) is str else converted(v10, STRING)
  if type(t14) is not str or len(t14) > 64: run.walk(t14)
  t15 = function_7('-_.', t14)
  if type(t15) in SIZED and len(t15) > 64: run.made(t15)
  v10 = t15
 else:
  pass
  t16 = v10 if type(v10) is str else converted(v10, STRING)
  if len(t16) > 1024: run.copy(t16)
  t17 = function_8('-', t16)
  if type(t17) in SIZED and len(t17) > 64: run.made(t17)
  v10 = t17
 if f10 is UNREAD: f10 = fields(run, v0, ('ObjectMeta',))
 if f11 is UNREAD:
  f11 = noted.get('ProxyConfig.InterceptionMode', UNREAD)
  if f11 is UNREAD: f11 = noted['ProxyConfig.InterceptionMode'] = fields(UNMETERED, v0, ('ProxyConfig', 'InterceptionMode'))
 if f12 is UNREAD:
  f12 = function_9(f10, 'sidecar.istio.io/interceptionMode', f11, meter=run)
 v11 = f12
 if type(v11) in SIZED and len(v11) > 1024: run.copy(v11)
 t18 = function_2(v11, 'NONE')
 v12 = t18
 if type(v11) in SIZED and len(v11) > 1024: run.copy(v11)
 t19 = function_10(v11, 'TPROXY')
 v13 = t19
 if f13 is UNREAD:
  f13 = noted.get('Values.pilot.cni.enabled', UNREAD)
  if f13 is UNREAD: f13 = noted['Values.pilot.cni.enabled'] = fields(UNMETERED, v0, ('Values', 'pilot', 'cni', 'enabled'))
 v14 = f13
 if f10 is UNREAD: f10 = fields(run, v0, ('ObjectMeta',))
 t20 = fields(run, v4, ('proxy', 'includeIPRanges'))
 t21 = function_9(f10, 'traffic.sidecar.istio.io/includeOutboundIPRanges', t20, meter=run)
 v15 = t21
 if f10 is UNREAD: f10 = fields(run, v0, ('ObjectMeta',))
 t22 = fields(run, v4, ('proxy', 'excludeIPRanges'))
 t23 = function_9(f10, 'traffic.sidecar.istio.io/excludeOutboundIPRanges', t22, meter=run)
 v16 = t23
 if f10 is UNREAD: f10 = fields(run, v0, ('ObjectMeta',))
 t24 = fields(run, v4, ('proxy', 'includeInboundPorts'))
 t25 = function_9(f10, 'traffic.sidecar.istio.io/includeInboundPorts', t24, meter=run)
 v17 = t25
 if f10 is UNREAD: f10 = fields(run, v0, ('ObjectMeta',))
 t26 = fields(run, v4, ('proxy', 'includeOutboundPorts'))
 t27 = function_11(t26, '')
 t28 = function_9(f10, 'traffic.sidecar.istio.io/includeOutboundPorts', t27, meter=run)
 v18 = t28
 if f10 is UNREAD: f10 = fields(run, v0, ('ObjectMeta',))
 t29 = fields(run, v4, ('proxy', 'excludeOutboundPorts'))
 t30 = function_11(t29, '')
 t31 = function_9(f10, 'traffic.sidecar.istio.io/excludeOutboundPorts', t30, meter=run)
 v19 = t31
 t32 = v18
 if not (t32 if type(t32) in PLAIN else is_true(t32)):
  t33 = v2 if type(v2) is StringMap else converted(v2, STRING_MAP)
  t34 = function_12(t33, 'traffic.sidecar.istio.io/includeOutboundPorts')
  t32 = t34
 v20 = t32
 t35 = v19
 if not (t35 if type(t35) in PLAIN else is_true(t35)):
  t36 = v2 if type(v2) is StringMap else converted(v2, STRING_MAP)
  t37 = function_12(t36, 'traffic.sidecar.istio.io/excludeOutboundPorts')
  t35 = t37
 v21 = t35
 if f10 is UNREAD: f10 = fields(run, v0, ('ObjectMeta',))
 t38 = fields(run, v4, ('proxy', 'statusPort'))
 t39 = function_9(f10, 'status.sidecar.istio.io/port', t38, meter=run)
 v22 = t39
 if f10 is UNREAD: f10 = fields(run, v0, ('ObjectMeta',))
 t40 = fields(run, v4, ('proxy', 'excludeInboundPorts'))
 t41 = function_9(f10, 'traffic.sidecar.istio.io/excludeInboundPorts', t40, meter=run)
 t42 = t41 if type(t41) is str else converted(t41, STRING)
 if type(v22) is not str or len(v22) > 64: run.walk(v22)
 if type(t42) is not str or len(t42) > 64: run.walk(t42)
 t43 = function_13(v22, t42)
 if type(t43) in SIZED and len(t43) > 64: run.made(t43)
 v23 = t43
 t44 = v2 if type(v2) is StringMap else converted(v2, STRING_MAP)
 t45 = function_12(t44, 'istio.io/reroute-virtual-interfaces')
 t46 = t45 if type(t45) is bool else converted(t45, BOOL)
 t47 = function_14('istio.io/reroute-virtual-interfaces', 'traffic.sidecar.istio.io/kubevirtInterfaces', t46)
 v24 = t47
 t48 = function_4(v2, 'sidecar.istio.io/nativeSidecar', meter=run)
 t49 = noted.get('sidecar 2', UNREAD)
 if t49 is UNREAD: t49 = run.paid_again(noted.get('sidecar 2 long'))
 if t49 is UNREAD:
  t49_steps = run.steps_left; t49_values = run.values_left
  if f14 is UNREAD:
   f14 = noted.get('NativeSidecars', UNREAD)
   if f14 is UNREAD: f14 = noted['NativeSidecars'] = fields(UNMETERED, v0, ('NativeSidecars',))
  if type(f14) is not str or len(f14) > 64: run.walk(f14)
  t49 = function_15(f14, limit=run.value_length)
  if len(t49) > 64: run.made(t49)
  run.steps_left = t49_steps
  if run.values_left == t49_values: noted['sidecar 2'] = t49
  else: noted['sidecar 2 long'] = (t49, t49_values - run.values_left)
 t50 = function_0(t49, t48)
 if type(t50) in SIZED and len(t50) > 1024: run.copy(t50)
 t51 = function_2(t50, 'false')
 v25 = t51
 t53 = function_16(v25)
 t52 = t53
 if t52:
  if f15 is UNREAD:
   f15 = noted.get('ProxyConfig.HoldApplicationUntilProxyStarts.GetValue', UNREAD)
   if f15 is UNREAD: f15 = noted['ProxyConfig.HoldApplicationUntilProxyStarts.GetValue'] = fields(UNMETERED, v0, ('ProxyConfig', 'HoldApplicationUntilProxyStarts', 'GetValue'))
  t54 = f15
  if not (t54 if type(t54) in PLAIN else is_true(t54)):
   t55 = fields(run, v4, ('proxy', 'holdApplicationUntilProxyStarts'))
   t54 = t55
  t52 = t54
 v26 = t52
 t57 = noted.get('sidecar 4', UNREAD)
 if t57 is UNREAD: t57 = run.paid_again(noted.get('sidecar 4 long'))
 if t57 is UNREAD:
  t57_steps = run.steps_left; t57_values = run.values_left
  t56 = noted.get('sidecar 3', UNREAD)
  if t56 is UNREAD: t56 = run.paid_again(noted.get('sidecar 3 long'))
  if t56 is UNREAD:
   t56_steps = run.steps_left; t56_values = run.values_left
   if f16 is UNREAD:
    f16 = noted.get('ProxyConfig.ProxyMetadata', UNREAD)
    if f16 is UNREAD: f16 = noted['ProxyConfig.ProxyMetadata'] = fields(UNMETERED, v0, ('ProxyConfig', 'ProxyMetadata'))
   t56 = function_4(f16, 'IPTABLES_TRACE_LOGGING', meter=run)
   run.steps_left = t56_steps
   if run.values_left == t56_values: noted['sidecar 3'] = t56
   else: noted['sidecar 3 long'] = (t56, t56_values - run.values_left)
  if type(t56) in SIZED and len(t56) > 1024: run.copy(t56)
  t57 = function_10(t56, 'true')
  run.steps_left = t57_steps
  if run.values_left == t57_values: noted['sidecar 4'] = t57
  else: noted['sidecar 4 long'] = (t57, t57_values - run.values_left)
 v27 = t57
 if f10 is UNREAD: f10 = fields(run, v0, ('ObjectMeta',))
 t58 = fields(run, v4, ('proxy', 'capNetBindService'))
 t59 = function_9(f10, 'sidecar.istio.io/capNetBindService', t58, meter=run)
 if type(t59) in SIZED and len(t59) > 1024: run.copy(t59)
 t60 = function_10(t59, 'true')
 v28 = t60
 t61 = v27
 if not (t61 if type(t61) in PLAIN else is_true(t61)):
  t61 = v13
 if not (t61 if type(t61) in PLAIN else is_true(t61)):
  t61 = v28
 v29 = t61
 t63 = fields(run, v4, ('proxy', 'tracer'))
 if type(t63) in SIZED and len(t63) > 1024: run.copy(t63)
 t64 = function_10(t63, 'lightstep')
 t62 = t64
 if t62:
  if f17 is UNREAD:
   f17 = noted.get('ProxyConfig.GetTracing.GetTlsSettings', UNREAD)
   if f17 is UNREAD: f17 = noted['ProxyConfig.GetTracing.GetTlsSettings'] = fields(UNMETERED, v0, ('ProxyConfig', 'GetTracing', 'GetTlsSettings'))
  t62 = f17
 v30 = t62
 put(0)
 t65 = function_4(v3, 'security.istio.io/tlsMode', meter=run)
 t66 = function_0('istio', t65)
 if type(t66) is not str or len(t66) > 64: run.walk(t66)
 t67 = function_17(t66)
 if type(t67) in SIZED and len(t67) > 64: run.made(t67)
 put(-1); say(t67 if type(t67) is str else run.show(t67))
 t69 = noted.get('sidecar 6', UNREAD)
 if t69 is UNREAD: t69 = run.paid_again(noted.get('sidecar 6 long'))
 if t69 is UNREAD:
  t69_steps = run.steps_left; t69_values = run.values_left
  t68 = noted.get('sidecar 5', UNREAD)
  if t68 is UNREAD: t68 = run.paid_again(noted.get('sidecar 5 long'))
  if t68 is UNREAD:
   t68_steps = run.steps_left; t68_values = run.values_left
   if f16 is UNREAD:
    f16 = noted.get('ProxyConfig.ProxyMetadata', UNREAD)
    if f16 is UNREAD: f16 = noted['ProxyConfig.ProxyMetadata'] = fields(UNMETERED, v0, ('ProxyConfig', 'ProxyMetadata'))
   t68 = function_4(f16, 'ISTIO_META_ENABLE_HBONE', meter=run)
   run.steps_left = t68_steps
   if run.values_left == t68_values: noted['sidecar 5'] = t68
   else: noted['sidecar 5 long'] = (t68, t68_values - run.values_left)
  if type(t68) in SIZED and len(t68) > 1024: run.copy(t68)
  t69 = function_10(t68, 'true')
  run.steps_left = t69_steps
  if run.values_left == t69_values: noted['sidecar 6'] = t69
  else: noted['sidecar 6 long'] = (t69, t69_values - run.values_left)
 if t69:
  pass
  put(1)
  t70 = function_4(v3, 'networking.istio.io/tunnel', meter=run)
  t71 = function_0('http', t70)
  if type(t71) is not str or len(t71) > 64: run.walk(t71)
  t72 = function_17(t71)
  if type(t72) in SIZED and len(t72) > 64: run.made(t72)
  put(-1); say(t72 if type(t72) is str else run.show(t72))
 put(2)
 if type(v10) is not str or len(v10) > 64: run.walk(v10)
 t73 = function_17(v10)
 if type(t73) in SIZED and len(t73) > 64: run.made(t73)
 put(-1); say(t73 if type(t73) is str else run.show(t73))
 run.enter(out)
 template_1(run, out, v0)
 run.depth -= 1
 put(3)
 t75 = noted.get('sidecar 8', UNREAD)
 if t75 is UNREAD: t75 = run.paid_again(noted.get('sidecar 8 long'))
 if t75 is UNREAD:
  t75_steps = run.steps_left; t75_values = run.values_left
  t74 = noted.get('sidecar 7', UNREAD)
  if t74 is UNREAD: t74 = run.paid_again(noted.get('sidecar 7 long'))
  if t74 is UNREAD:
   t74_steps = run.steps_left; t74_values = run.values_left
   if f18 is UNREAD:
    f18 = noted.get('Revision', UNREAD)
    if f18 is UNREAD: f18 = noted['Revision'] = fields(UNMETERED, v0, ('Revision',))
   t74 = function_0('default', f18)
   run.steps_left = t74_steps
   if run.values_left == t74_values: noted['sidecar 7'] = t74
   else: noted['sidecar 7 long'] = (t74, t74_values - run.values_left)
  if type(t74) is not str or len(t74) > 64: run.walk(t74)
  t75 = function_17(t74)
  if type(t75) in SIZED and len(t75) > 64: run.made(t75)
  run.steps_left = t75_steps
  if run.values_left == t75_values: noted['sidecar 8'] = t75
  else: noted['sidecar 8 long'] = (t75, t75_values - run.values_left)
 put(-1); say(t75 if type(t75) is str else run.show(t75))
 t76 = function_18(v7)
 t77 = function_19('annotations', v2, 'container', t76, meter=run)
 run.enter(out)
 template_2(run, out, t77)
 run.depth -= 1
 if (v14 if type(v14) in PLAIN else is_true(v14)):
  pass
  t78 = noted.get('sidecar 9', UNREAD)
  if t78 is UNREAD: t78 = run.paid_again(noted.get('sidecar 9 long'))
  if t78 is UNREAD:
   t78_steps = run.steps_left; t78_values = run.values_left
   if f19 is UNREAD:
    f19 = noted.get('Values.pilot.cni.provider', UNREAD)
    if f19 is UNREAD: f19 = noted['Values.pilot.cni.provider'] = fields(UNMETERED, v0, ('Values', 'pilot', 'cni', 'provider'))
   if type(f19) in SIZED and len(f19) > 1024: run.copy(f19)
   t78 = function_10(f19, 'multus')
   run.steps_left = t78_steps
   if run.values_left == t78_values: noted['sidecar 9'] = t78
   else: noted['sidecar 9 long'] = (t78, t78_values - run.values_left)
  if t78:
   pass
   put(4)
   t79 = function_4(v2, 'k8s.v1.cni.cncf.io/networks', meter=run)
   t80 = t79 if type(t79) is str else converted(t79, STRING)
   if type(t80) is not str or len(t80) > 64: run.walk(t80)
   t81 = function_20(t80, 'default/istio-cni')
   if type(t81) in SIZED and len(t81) > 64: run.made(t81)
   if type(t81) is not str or len(t81) > 64: run.walk(t81)
   t82 = function_17(t81)
   if type(t82) in SIZED and len(t82) > 64: run.made(t82)
   put(-1); say(t82 if type(t82) is str else run.show(t82))
  put(5)
  if type(v11) is not str or len(v11) > 64: run.walk(v11)
  t83 = function_17(v11)
  if type(t83) in SIZED and len(t83) > 64: run.made(t83)
  put(-1); say(t83 if type(t83) is str else run.show(t83))
  v31 = v15
  if (v31 if type(v31) in PLAIN else is_true(v31)):
   pass
   put(6)
   if type(v31) is not str or len(v31) > 64: run.walk(v31)
   t84 = function_17(v31)
   if type(t84) in SIZED and len(t84) > 64: run.made(t84)
   put(-1); say(t84 if type(t84) is str else run.show(t84))
  v32 = v16
  if (v32 if type(v32) in PLAIN else is_true(v32)):
   pass
   put(7)
   if type(v32) is not str or len(v32) > 64: run.walk(v32)
   t85 = function_17(v32)
   if type(t85) in SIZED and len(t85) > 64: run.made(t85)
   put(-1); say(t85 if type(t85) is str else run.show(t85))
  put(8)
  if type(v17) is not str or len(v17) > 64: run.walk(v17)
  t86 = function_17(v17)
  if type(t86) in SIZED and len(t86) > 64: run.made(t86)
  put(-1); say(t86 if type(t86) is str else run.show(t86))
  put(9)
  if type(v23) is not str or len(v23) > 64: run.walk(v23)
  t87 = function_17(v23)
  if type(t87) in SIZED and len(t87) > 64: run.made(t87)
  put(-1); say(t87 if type(t87) is str else run.show(t87))
  if (v20 if type(v20) in PLAIN else is_true(v20)):
   pass
   put(10)
   if type(v18) is not str or len(v18) > 64: run.walk(v18)
   t88 = function_17(v18)
   if type(t88) in SIZED and len(t88) > 64: run.made(t88)
   put(-1); say(t88 if type(t88) is str else run.show(t88))
  if (v21 if type(v21) in PLAIN else is_true(v21)):
   pass
   put(11)
   if type(v19) is not str or len(v19) > 64: run.walk(v19)
   t89 = function_17(v19)
   if type(t89) in SIZED and len(t89) > 64: run.made(t89)
   put(-1); say(t89 if type(t89) is str else run.show(t89))
 put(12)
 t90 = v12
 if not (t90 if type(t90) in PLAIN else is_true(t90)):
  t90 = v25
 t91 = function_16(t90)
 if t91:
  pass
  put(13)
 if (v12 if type(v12) in PLAIN else is_true(v12)):
  pass
  put(14)
  t92 = v14 if type(v14) is bool else converted(v14, BOOL)
  t93 = function_14('istio-validation', 'istio-init', t92)
  put(-1); say(t93 if type(t93) is str else run.show(t93))
  if f10 is UNREAD: f10 = fields(run, v0, ('ObjectMeta',))
  t94 = fields(run, v4, ('proxy_init', 'image'))
  t95 = function_9(f10, 'sidecar.istio.io/proxyImage', t94, meter=run)
  v33 = t95
  if f20 is UNREAD: f20 = fields(run, v0, ('ProxyImage',))
  v34 = f20
  if f21 is UNREAD:
   f21 = noted.get('Values.features.ownInitImage', UNREAD)
   if f21 is UNREAD: f21 = noted['Values.features.ownInitImage'] = fields(UNMETERED, v0, ('Values', 'features', 'ownInitImage'))
  if (f21 if type(f21) in PLAIN else is_true(f21)):
   pass
   if f22 is UNREAD: f22 = fields(run, v0, ('ProxyInitImage',))
   v34 = f22
  put(15)
  t96 = v33 if type(v33) is str else converted(v33, STRING)
  if len(t96) > 1024: run.copy(t96)
  t97 = function_21('/', t96)
  if type(t97) in SIZED and len(t97) > 64: run.made(t97)
  t98 = t97 if type(t97) is bool else converted(t97, BOOL)
  t99 = function_14(v33, v34, t98)
  if type(t99) is not str or len(t99) > 64: run.walk(t99)
  t100 = function_17(t99)
  if type(t100) in SIZED and len(t100) > 64: run.made(t100)
  put(-1); say(t100 if type(t100) is str else run.show(t100))
  t101 = fields(run, v4, ('imagePullPolicy',))
  v35 = t101
  if (v35 if type(v35) in PLAIN else is_true(v35)):
   pass
   put(16)
   if type(v35) is not str or len(v35) > 64: run.walk(v35)
   t102 = function_17(v35)
   if type(t102) in SIZED and len(t102) > 64: run.made(t102)
   put(-1); say(t102 if type(t102) is str else run.show(t102))
  put(17)
  t104 = noted.get('sidecar 11', UNREAD)
  if t104 is UNREAD: t104 = run.paid_again(noted.get('sidecar 11 long'))
  if t104 is UNREAD:
   t104_steps = run.steps_left; t104_values = run.values_left
   t103 = noted.get('sidecar 10', UNREAD)
   if t103 is UNREAD: t103 = run.paid_again(noted.get('sidecar 10 long'))
   if t103 is UNREAD:
    t103_steps = run.steps_left; t103_values = run.values_left
    if f23 is UNREAD:
     f23 = noted.get('MeshConfig.ProxyListenPort', UNREAD)
     if f23 is UNREAD: f23 = noted['MeshConfig.ProxyListenPort'] = fields(UNMETERED, v0, ('MeshConfig', 'ProxyListenPort'))
    t103 = function_0(15001, f23)
    run.steps_left = t103_steps
    if run.values_left == t103_values: noted['sidecar 10'] = t103
    else: noted['sidecar 10 long'] = (t103, t103_values - run.values_left)
   if type(t103) is not str or len(t103) > 64: run.walk(t103)
   t104 = function_17(t103)
   if type(t104) in SIZED and len(t104) > 64: run.made(t104)
   run.steps_left = t104_steps
   if run.values_left == t104_values: noted['sidecar 11'] = t104
   else: noted['sidecar 11 long'] = (t104, t104_values - run.values_left)
  put(-1); say(t104 if type(t104) is str else run.show(t104))
  put(18)
  t106 = noted.get('sidecar 13', UNREAD)
  if t106 is UNREAD: t106 = run.paid_again(noted.get('sidecar 13 long'))
  if t106 is UNREAD:
   t106_steps = run.steps_left; t106_values = run.values_left
   t105 = noted.get('sidecar 12', UNREAD)
   if t105 is UNREAD: t105 = run.paid_again(noted.get('sidecar 12 long'))
   if t105 is UNREAD:
    t105_steps = run.steps_left; t105_values = run.values_left
    if f24 is UNREAD:
     f24 = noted.get('MeshConfig.ProxyInboundListenPort', UNREAD)
     if f24 is UNREAD: f24 = noted['MeshConfig.ProxyInboundListenPort'] = fields(UNMETERED, v0, ('MeshConfig', 'ProxyInboundListenPort'))
    t105 = function_0(15006, f24)
    run.steps_left = t105_steps
    if run.values_left == t105_values: noted['sidecar 12'] = t105
    else: noted['sidecar 12 long'] = (t105, t105_values - run.values_left)
   if type(t105) is not str or len(t105) > 64: run.walk(t105)
   t106 = function_17(t105)
   if type(t106) in SIZED and len(t106) > 64: run.made(t106)
   run.steps_left = t106_steps
   if run.values_left == t106_values: noted['sidecar 13'] = t106
   else: noted['sidecar 13 long'] = (t106, t106_values - run.values_left)
  put(-1); say(t106 if type(t106) is str else run.show(t106))
  put(19)
  t107 = v13 if type(v13) is bool else converted(v13, BOOL)
  t108 = function_14(1337, v5, t107)
  if type(t108) is not str or len(t108) > 64: run.walk(t108)
  t109 = function_17(t108)
  if type(t109) in SIZED and len(t109) > 64: run.made(t109)
  put(-1); say(t109 if type(t109) is str else run.show(t109))
  put(20)
  if type(v11) is not str or len(v11) > 64: run.walk(v11)
  t110 = function_17(v11)
  if type(t110) in SIZED and len(t110) > 64: run.made(t110)
  put(-1); say(t110 if type(t110) is str else run.show(t110))
  put(21)
  if type(v15) is not str or len(v15) > 64: run.walk(v15)
  t111 = function_17(v15)
  if type(t111) in SIZED and len(t111) > 64: run.made(t111)
  put(-1); say(t111 if type(t111) is str else run.show(t111))
  put(22)
  if type(v16) is not str or len(v16) > 64: run.walk(v16)
  t112 = function_17(v16)
  if type(t112) in SIZED and len(t112) > 64: run.made(t112)
  put(-1); say(t112 if type(t112) is str else run.show(t112))
  put(23)
  if type(v17) is not str or len(v17) > 64: run.walk(v17)
  t113 = function_17(v17)
  if type(t113) in SIZED and len(t113) > 64: run.made(t113)
  put(-1); say(t113 if type(t113) is str else run.show(t113))
  put(24)
  t114 = function_1('15090', '15021', v23)
  if type(t114) in SIZED and len(t114) > 1024: run.copy(t114)
  t115 = function_22(t114)
  if type(t115) in SIZED and len(t115) > 64: run.made(t115)
  if type(t115) is not str or len(t115) > 64: run.walk(t115)
  t116 = function_23(',', t115)
  if type(t116) in SIZED and len(t116) > 64: run.made(t116)
  if type(t116) is not str or len(t116) > 64: run.walk(t116)
  t117 = function_17(t116)
  if type(t117) in SIZED and len(t117) > 64: run.made(t117)
  put(-1); say(t117 if type(t117) is str else run.show(t117))
  if (v20 if type(v20) in PLAIN else is_true(v20)):
   pass
   put(25)
   if type(v18) is not str or len(v18) > 64: run.walk(v18)
   t118 = function_17(v18)
   if type(t118) in SIZED and len(t118) > 64: run.made(t118)
   put(-1); say(t118 if type(t118) is str else run.show(t118))
  if (v21 if type(v21) in PLAIN else is_true(v21)):
   pass
   put(26)
   if type(v19) is not str or len(v19) > 64: run.walk(v19)
   t119 = function_17(v19)
   if type(t119) in SIZED and len(t119) > 64: run.made(t119)
   put(-1); say(t119 if type(t119) is str else run.show(t119))
  t120 = v2 if type(v2) is StringMap else converted(v2, STRING_MAP)
  t121 = v24 if type(v24) is str else converted(v24, STRING)
  if len(t121) > 1024: run.copy(t121)
  t122 = function_12(t120, t121)
  if (t122 if type(t122) in PLAIN else is_true(t122)):
   pass
   put(27)
   t123 = function_4(v2, v24, meter=run)
   if type(t123) is not str or len(t123) > 64: run.walk(t123)
   t124 = function_17(t123)
   if type(t124) in SIZED and len(t124) > 64: run.made(t124)
   put(-1); say(t124 if type(t124) is str else run.show(t124))
  t125 = v2 if type(v2) is StringMap else converted(v2, STRING_MAP)
  t126 = function_12(t125, 'traffic.sidecar.istio.io/excludeInterfaces')
  if (t126 if type(t126) in PLAIN else is_true(t126)):
   pass
   put(28)
   t127 = function_4(v2, 'traffic.sidecar.istio.io/excludeInterfaces', meter=run)
   if type(t127) is not str or len(t127) > 64: run.walk(t127)
   t128 = function_17(t127)
   if type(t128) in SIZED and len(t128) > 64: run.made(t128)
   put(-1); say(t128 if type(t128) is str else run.show(t128))
  put(29)
  if f10 is UNREAD: f10 = fields(run, v0, ('ObjectMeta',))
  t129 = fields(run, v4, ('logging', 'level'))
  t130 = function_9(f10, 'sidecar.istio.io/agentLogLevel', t129, meter=run)
  put(-1); say(t130 if type(t130) is str else run.show(t130))
  put(30)
  t131 = fields(run, v4, ('logAsJson',))
  if (t131 if type(t131) in PLAIN else is_true(t131)):
   pass
   put(31)
  t132 = 0
  if t132 == 0:
   if (v14 if type(v14) in PLAIN else is_true(v14)): t132 = 1
  if t132 == 0:
   t133 = fields(run, v4, ('proxy_init', 'forceApplyIptables'))
   if (t133 if type(t133) in PLAIN else is_true(t133)): t132 = 2
  if t132 == 1:
   pass
   put(32)
  if t132 == 2:
   pass
   put(33)
  t134 = fields(run, v4, ('nativeNftables',))
  if (t134 if type(t134) in PLAIN else is_true(t134)):
   pass
   put(34)
  if f16 is UNREAD:
   f16 = noted.get('ProxyConfig.ProxyMetadata', UNREAD)
   if f16 is UNREAD: f16 = noted['ProxyConfig.ProxyMetadata'] = fields(UNMETERED, v0, ('ProxyConfig', 'ProxyMetadata'))
  v36 = f16
  if (v36 if type(v36) in PLAIN else is_true(v36)):
   pass
   put(35)
   run.enter(out)
   template_3(run, out, v36)
   run.depth -= 1
  run.enter(out)
  template_4(run, out, v0)
  run.depth -= 1
  put(36)
  t135 = fields(run, v4, ('proxy', 'privileged'))
  put(-1); say(t135 if type(t135) is str else run.show(t135))
  put(37)
  t136 = fields(run, v4, ('proxy', 'privileged'))
  put(-1); say(t136 if type(t136) is str else run.show(t136))
  if (v14 if type(v14) in PLAIN else is_true(v14)):
   pass
   put(38)
   t137 = v13 if type(v13) is bool else converted(v13, BOOL)
   t138 = function_14(1337, v5, t137)
   put(-1); say(t138 if type(t138) is str else run.show(t138))
   put(39)
   t139 = v13 if type(v13) is bool else converted(v13, BOOL)
   t140 = function_14(1337, v6, t139)
   put(-1); say(t140 if type(t140) is str else run.show(t140))
  else:
   pass
   put(40)
  t141 = fields(run, v4, ('proxy', 'seccompProfile'))
  v37 = t141
  if (v37 if type(v37) in PLAIN else is_true(v37)):
   pass
   put(41)
   if type(v37) is not str or len(v37) > 64: run.walk(v37)
   t142 = function_24(v37)
   if type(t142) in SIZED and len(t142) > 64: run.made(t142)
   t143 = t142 if type(t142) is str else converted(t142, STRING)
   if len(t143) > 1024: run.copy(t143)
   t144 = function_25(8, t143)
   if type(t144) in SIZED and len(t144) > 64: run.made(t144)
   put(-1); say(t144 if type(t144) is str else run.show(t144))
 t145 = function_16(v25)
 if t145:
  pass
  put(42)
 put(43)
 run.enter(out)
 template_5(run, out, v0)
 run.depth -= 1
 if (v25 if type(v25) in PLAIN else is_true(v25)):
  pass
  put(44)
 put(45)
 run.enter(out)
 template_6(run, out, v0)
 run.depth -= 1
 t146 = fields(run, v4, ('proxy', 'outlierLogPath'))
 v38 = t146
 if (v38 if type(v38) in PLAIN else is_true(v38)):
  pass
  put(46)
  put(-1); say(v38 if type(v38) is str else run.show(v38))
  put(47)
 t147 = fields(run, v4, ('proxy', 'lifecycle'))
 v39 = t147
 if (v39 if type(v39) in PLAIN else is_true(v39)):
  pass
  put(48)
  if type(v39) is not str or len(v39) > 64: run.walk(v39)
  t148 = function_24(v39)
  if type(t148) in SIZED and len(t148) > 64: run.made(t148)
  t149 = t148 if type(t148) is str else converted(t148, STRING)
  if len(t149) > 1024: run.copy(t149)
  t150 = function_25(6, t149)
  if type(t150) in SIZED and len(t150) > 64: run.made(t150)
  put(-1); say(t150 if type(t150) is str else run.show(t150))
 else:
  pass
  t151 = 0
  if t151 == 0:
   if (v26 if type(v26) in PLAIN else is_true(v26)): t151 = 1
  if t151 == 0:
   if (v25 if type(v25) in PLAIN else is_true(v25)): t151 = 2
  if t151 == 1:
   pass
   put(49)
  if t151 == 2:
   pass
   put(50)
   put(-1); say(v22 if type(v22) is str else run.show(v22))
   put(51)
 put(52)
 run.enter(out)
 template_7(run, out, v0)
 run.depth -= 1
 run.enter(out)
 template_8(run, out, v0)
 run.depth -= 1
 run.enter(out)
 template_9(run, out, v0)
 run.depth -= 1
 run.enter(out)
 template_10(run, out, v0)
 run.depth -= 1
 run.enter(out)
 template_11(run, out, v7)
 run.depth -= 1
 run.enter(out)
 template_12(run, out, v0)
 run.depth -= 1
 run.enter(out)
 template_13(run, out, v0)
 run.depth -= 1
 put(53)
 if type(v11) is not str or len(v11) > 64: run.walk(v11)
 t152 = function_17(v11)
 if type(t152) in SIZED and len(t152) > 64: run.made(t152)
 put(-1); say(t152 if type(t152) is str else run.show(t152))
 run.enter(out)
 template_14(run, out, v0)
 run.depth -= 1
 t153 = function_4(v3, 'service.istio.io/workload-name', meter=run)
 if f8 is UNREAD: f8 = fields(run, v0, ('DeploymentMeta', 'Name'))
 t154 = function_0(f8, t153)
 run.enter(out)
 template_15(run, out, t154)
 run.depth -= 1
 run.enter(out)
 template_16(run, out, v0)
 run.depth -= 1
 run.enter(out)
 template_17(run, out, v0)
 run.depth -= 1
 run.enter(out)
 template_18(run, out, v0)
 run.depth -= 1
 t156 = fields(run, v4, ('proxy', 'tracer'))
 if type(t156) in SIZED and len(t156) > 1024: run.copy(t156)
 t157 = function_10(t156, 'datadog')
 t155 = t157
 if t155:
  t158 = v2 if type(v2) is StringMap else converted(v2, STRING_MAP)
  t159 = function_12(t158, 'apm.datadoghq.com/env')
  t155 = t159
 if (t155 if type(t155) in PLAIN else is_true(t155)):
  pass
  t160 = function_4(v2, 'apm.datadoghq.com/env', meter=run)
  t161 = t160 if type(t160) is str else converted(t160, STRING)
  if type(t161) is not str or len(t161) > 64: run.walk(t161)
  t162 = function_26(t161)
  if type(t162) in SIZED and len(t162) > 64: run.made(t162)
  run.enter(out)
  template_3(run, out, t162)
  run.depth -= 1
 if f25 is UNREAD:
  f25 = noted.get('Values.features.otelResourceAttributes', UNREAD)
  if f25 is UNREAD: f25 = noted['Values.features.otelResourceAttributes'] = fields(UNMETERED, v0, ('Values', 'features', 'otelResourceAttributes'))
 if (f25 if type(f25) in PLAIN else is_true(f25)):
  pass
  if f26 is UNREAD:
   f26 = noted.get('MeshConfig', UNREAD)
   if f26 is UNREAD: f26 = noted['MeshConfig'] = fields(UNMETERED, v0, ('MeshConfig',))
  t163 = v2 if type(v2) is StringMap else converted(v2, STRING_MAP)
  t164 = v3 if type(v3) is StringMap else converted(v3, STRING_MAP)
  if f27 is UNREAD: f27 = fields(run, v0, ('DeploymentMeta', 'Namespace'), None, NIL)
  t165 = f27 if type(f27) is str else converted(f27, STRING)
  if f7 is UNREAD: f7 = fields(run, v0, ('Spec', 'Containers'))
  if len(t165) > 1024: run.copy(t165)
  t166 = function_27(f26, t163, t164, t165, f7, meter=run)
  v40 = t166
  if (v40 if type(v40) in PLAIN else is_true(v40)):
   pass
   put(54)
   if type(v40) is not str or len(v40) > 64: run.walk(v40)
   t167 = function_17(v40)
   if type(t167) in SIZED and len(t167) > 64: run.made(t167)
   put(-1); say(t167 if type(t167) is str else run.show(t167))
 if f16 is UNREAD:
  f16 = noted.get('ProxyConfig.ProxyMetadata', UNREAD)
  if f16 is UNREAD: f16 = noted['ProxyConfig.ProxyMetadata'] = fields(UNMETERED, v0, ('ProxyConfig', 'ProxyMetadata'))
 run.enter(out)
 template_3(run, out, f16)
 run.depth -= 1
 if type(v22) in SIZED and len(v22) > 1024: run.copy(v22)
 t168 = function_2(v22, '0')
 if t168:
  pass
  t169 = fields(run, v4, ('proxy', 'startupProbe'))
  v41 = t169
  if (v41 if type(v41) in PLAIN else is_true(v41)):
   pass
   t170 = fields(run, v41, ('enabled',))
   if (t170 if type(t170) in PLAIN else is_true(t170)):
    pass
    put(55)
    t171 = fields(run, v41, ('failureThreshold',))
    put(-1); say(t171 if type(t171) is str else run.show(t171))
  put(56)
  if f10 is UNREAD: f10 = fields(run, v0, ('ObjectMeta',))
  t172 = fields(run, v4, ('proxy', 'readinessInitialDelaySeconds'))
  t173 = function_9(f10, 'readiness.status.sidecar.istio.io/initialDelaySeconds', t172, meter=run)
  put(-1); say(t173 if type(t173) is str else run.show(t173))
  put(57)
  if f10 is UNREAD: f10 = fields(run, v0, ('ObjectMeta',))
  t174 = fields(run, v4, ('proxy', 'readinessPeriodSeconds'))
  t175 = function_9(f10, 'readiness.status.sidecar.istio.io/periodSeconds', t174, meter=run)
  put(-1); say(t175 if type(t175) is str else run.show(t175))
  put(58)
  if f10 is UNREAD: f10 = fields(run, v0, ('ObjectMeta',))
  t176 = fields(run, v4, ('proxy', 'readinessFailureThreshold'))
  t177 = function_9(f10, 'readiness.status.sidecar.istio.io/failureThreshold', t176, meter=run)
  put(-1); say(t177 if type(t177) is str else run.show(t177))
 put(59)
 t178 = v27
 if not (t178 if type(t178) in PLAIN else is_true(t178)):
  t179 = fields(run, v4, ('proxy', 'privileged'))
  t178 = t179
 put(-1); say(t178 if type(t178) is str else run.show(t178))
 put(60)
 t180 = v27
 if not (t180 if type(t180) in PLAIN else is_true(t180)):
  t181 = fields(run, v4, ('proxy', 'privileged'))
  t180 = t181
 put(-1); say(t180 if type(t180) is str else run.show(t180))
 put(61)
 t182 = 0
 if t182 == 0:
  if (v27 if type(v27) in PLAIN else is_true(v27)): t182 = 1
 if t182 == 0:
  if (v29 if type(v29) in PLAIN else is_true(v29)): t182 = 2
 if t182 == 1:
  pass
  put(62)
 if t182 == 2:
  pass
  put(63)
  if (v13 if type(v13) in PLAIN else is_true(v13)):
   pass
   put(64)
  if (v28 if type(v28) in PLAIN else is_true(v28)):
   pass
   put(65)
 put(66)
 t183 = function_16(v29)
 put(-1); say(t183 if type(t183) is str else run.show(t183))
 put(67)
 t184 = v29 if type(v29) is bool else converted(v29, BOOL)
 t185 = function_14(0, v5, t184)
 put(-1); say(t185 if type(t185) is str else run.show(t185))
 put(68)
 t186 = v29
 if (t186 if type(t186) in PLAIN else is_true(t186)):
  t187 = function_16(v27)
  t186 = t187
 t188 = t186 if type(t186) is bool else converted(t186, BOOL)
 t189 = function_14(1337, v6, t188)
 put(-1); say(t189 if type(t189) is str else run.show(t189))
 t190 = fields(run, v4, ('proxy', 'seccompProfile'))
 v42 = t190
 if (v42 if type(v42) in PLAIN else is_true(v42)):
  pass
  put(69)
  if type(v42) is not str or len(v42) > 64: run.walk(v42)
  t191 = function_24(v42)
  if type(t191) in SIZED and len(t191) > 64: run.made(t191)
  t192 = t191 if type(t191) is str else converted(t191, STRING)
  if len(t192) > 1024: run.copy(t192)
  t193 = function_25(8, t192)
  if type(t193) in SIZED and len(t193) > 64: run.made(t193)
  put(-1); say(t193 if type(t193) is str else run.show(t193))
 run.enter(out)
 template_4(run, out, v0)
 run.depth -= 1
 put(70)
 run.enter(out)
 template_19(run, out, v0)
 run.depth -= 1
 run.enter(out)
 template_20(run, out, v0)
 run.depth -= 1
 t194 = fields(run, v4, ('pilotCertProvider',))
 if type(t194) in SIZED and len(t194) > 1024: run.copy(t194)
 t195 = function_10(t194, 'istiod')
 if t195:
  pass
  put(71)
 put(72)
 run.enter(out)
 template_21(run, out, v0)
 run.depth -= 1
 put(73)
 run.enter(out)
 template_22(run, out, v0)
 run.depth -= 1
 if (v30 if type(v30) in PLAIN else is_true(v30)):
  pass
  put(74)
  t196 = fields(run, v30, ('GetCaCertificates',), None, NIL)
  t197 = t196 if type(t196) is str else converted(t196, STRING)
  if len(t197) > 1024: run.copy(t197)
  t198 = function_28(t197)
  if type(t198) in SIZED and len(t198) > 64: run.made(t198)
  if type(t198) is not str or len(t198) > 64: run.walk(t198)
  t199 = function_17(t198)
  if type(t199) in SIZED and len(t199) > 64: run.made(t199)
  put(-1); say(t199 if type(t199) is str else run.show(t199))
  put(75)
 run.enter(out)
 template_23(run, out, v0)
 run.depth -= 1
 put(76)
 run.enter(out)
 template_24(run, out, v0)
 run.depth -= 1
 run.enter(out)
 template_25(run, out, v0)
 run.depth -= 1
 put(77)
 run.enter(out)
 template_26(run, out, v0)
 run.depth -= 1
 run.enter(out)
 template_27(run, out, v0)
 run.depth -= 1
 put(78)
 if f28 is UNREAD:
  f28 = noted.get('Values.features.namedCrl', UNREAD)
  if f28 is UNREAD: f28 = noted['Values.features.namedCrl'] = fields(UNMETERED, v0, ('Values', 'features', 'namedCrl'))
 t200 = f28
 if (t200 if type(t200) in PLAIN else is_true(t200)):
  if f29 is UNREAD:
   f29 = noted.get('Values.pilot.crlConfigMapName', UNREAD)
   if f29 is UNREAD: f29 = noted['Values.pilot.crlConfigMapName'] = fields(UNMETERED, v0, ('Values', 'pilot', 'crlConfigMapName'))
  t200 = f29
 t201 = function_0('istio-ca-crl', t200)
 if type(t201) is not str or len(t201) > 64: run.walk(t201)
 t202 = function_17(t201)
 if type(t202) in SIZED and len(t202) > 64: run.made(t202)
 put(-1); say(t202 if type(t202) is str else run.show(t202))
 put(79)
 run.enter(out)
 template_28(run, out, v0)
 run.depth -= 1
 run.enter(out)
 template_29(run, out, v0)
 run.depth -= 1
 if (v30 if type(v30) in PLAIN else is_true(v30)):
  pass
  put(80)
 run.enter(out)
 template_30(run, out, v0)
 run.depth -= 1
 put(81)
def template_1(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 63
 v0 = v1 = dot
 f0 = UNREAD
 noted = noted_in(dot)
 if f0 is UNREAD: f0 = fields(run, v0, ('ObjectMeta', 'Labels'))
 v2 = f0
 put(82)
 t1 = function_4(v2, 'service.istio.io/canonical-revision', meter=run)
 t2 = function_4(v2, 'app.kubernetes.io/version', meter=run)
 t3 = function_4(v2, 'version', meter=run)
 t4 = function_5(t1, t2, t3, 'latest')
 if type(t4) is not str or len(t4) > 64: run.walk(t4)
 t5 = function_17(t4)
 if type(t5) in SIZED and len(t5) > 64: run.made(t5)
 put(-1); say(t5 if type(t5) is str else run.show(t5))
def template_2(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 99
 v0 = v1 = dot
 f0 = f1 = f2 = f3 = f4 = f5 = f6 = UNREAD
 noted = noted_in(dot)
 if f0 is UNREAD: f0 = fields(run, v0, ('container',))
 if (f0 if type(f0) in PLAIN else is_true(f0)):
  pass
  if f1 is UNREAD: f1 = fields(run, v0, ('annotations',), None, NIL)
  t1 = f1 if type(f1) is StringMap else converted(f1, STRING_MAP)
  if f2 is UNREAD:
   f2 = function_12(t1, 'kubectl.kubernetes.io/default-logs-container')
  if f3 is UNREAD:
   f3 = function_16(f2)
  if f3:
   pass
   put(83)
   if f0 is UNREAD: f0 = fields(run, v0, ('container',))
   if f4 is UNREAD:
    if type(f0) is not str or len(f0) > 64: run.walk(f0)
    f4 = function_17(f0)
    if type(f4) in SIZED and len(f4) > 64: run.made(f4)
   put(-1); say(f4 if type(f4) is str else run.show(f4))
  if f1 is UNREAD: f1 = fields(run, v0, ('annotations',), None, NIL)
  t2 = f1 if type(f1) is StringMap else converted(f1, STRING_MAP)
  if f5 is UNREAD:
   f5 = function_12(t2, 'kubectl.kubernetes.io/default-container')
  if f6 is UNREAD:
   f6 = function_16(f5)
  if f6:
   pass
   put(84)
   if f0 is UNREAD: f0 = fields(run, v0, ('container',))
   if f4 is UNREAD:
    if type(f0) is not str or len(f0) > 64: run.walk(f0)
    f4 = function_17(f0)
    if type(f4) in SIZED and len(f4) > 64: run.made(f4)
   put(-1); say(f4 if type(f4) is str else run.show(f4))
def template_3(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 2
 v0 = v1 = dot
 noted = noted_in(dot)
 v2 = v0
 v3 = v0
 v4 = slot_of(v0)
 t1 = run.pairs(v0)
 for v6, v5 in t1:
  pass
  run.turn(out, 74)
  v2 = v6
  v3 = v5
  put(85)
  if type(v2) is not str or len(v2) > 64: run.walk(v2)
  t2 = function_17(v2)
  if type(t2) in SIZED and len(t2) > 64: run.made(t2)
  put(-1); say(t2 if type(t2) is str else run.show(t2))
  put(86)
  if type(v3) is not str or len(v3) > 64: run.walk(v3)
  t3 = function_17(v3)
  if type(t3) in SIZED and len(t3) > 64: run.made(t3)
  put(-1); say(t3 if type(t3) is str else run.show(t3))
def template_4(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 280
 v0 = v1 = dot
 f0 = f1 = f2 = f3 = f4 = f5 = UNREAD
 noted = noted_in(dot)
 if f0 is UNREAD: f0 = fields(run, v0, ('ObjectMeta', 'Annotations'))
 if f1 is UNREAD:
  f1 = function_4(f0, 'sidecar.istio.io/proxyCPU', meter=run)
 v2 = f1
 if f0 is UNREAD: f0 = fields(run, v0, ('ObjectMeta', 'Annotations'))
 if f2 is UNREAD:
  f2 = function_4(f0, 'sidecar.istio.io/proxyMemory', meter=run)
 v3 = f2
 if f0 is UNREAD: f0 = fields(run, v0, ('ObjectMeta', 'Annotations'))
 if f3 is UNREAD:
  f3 = function_4(f0, 'sidecar.istio.io/proxyCPULimit', meter=run)
 v4 = f3
 if f0 is UNREAD: f0 = fields(run, v0, ('ObjectMeta', 'Annotations'))
 if f4 is UNREAD:
  f4 = function_4(f0, 'sidecar.istio.io/proxyMemoryLimit', meter=run)
 v5 = f4
 t1 = v2
 if not (t1 if type(t1) in PLAIN else is_true(t1)):
  t1 = v3
 if not (t1 if type(t1) in PLAIN else is_true(t1)):
  t1 = v4
 if not (t1 if type(t1) in PLAIN else is_true(t1)):
  t1 = v5
 if (t1 if type(t1) in PLAIN else is_true(t1)):
  pass
  put(87)
  t2 = v2
  if not (t2 if type(t2) in PLAIN else is_true(t2)):
   t2 = v3
  if (t2 if type(t2) in PLAIN else is_true(t2)):
   pass
   put(88)
   v6 = v2
   if (v6 if type(v6) in PLAIN else is_true(v6)):
    pass
    put(89)
    if type(v6) is not str or len(v6) > 64: run.walk(v6)
    t3 = function_17(v6)
    if type(t3) in SIZED and len(t3) > 64: run.made(t3)
    put(-1); say(t3 if type(t3) is str else run.show(t3))
   v7 = v3
   if (v7 if type(v7) in PLAIN else is_true(v7)):
    pass
    put(90)
    if type(v7) is not str or len(v7) > 64: run.walk(v7)
    t4 = function_17(v7)
    if type(t4) in SIZED and len(t4) > 64: run.made(t4)
    put(-1); say(t4 if type(t4) is str else run.show(t4))
  t5 = v4
  if not (t5 if type(t5) in PLAIN else is_true(t5)):
   t5 = v5
  if (t5 if type(t5) in PLAIN else is_true(t5)):
   pass
   put(91)
   v8 = v4
   if (v8 if type(v8) in PLAIN else is_true(v8)):
    pass
    put(92)
    if type(v8) is not str or len(v8) > 64: run.walk(v8)
    t6 = function_17(v8)
    if type(t6) in SIZED and len(t6) > 64: run.made(t6)
    put(-1); say(t6 if type(t6) is str else run.show(t6))
   v9 = v5
   if (v9 if type(v9) in PLAIN else is_true(v9)):
    pass
    put(93)
    if type(v9) is not str or len(v9) > 64: run.walk(v9)
    t7 = function_17(v9)
    if type(t7) in SIZED and len(t7) > 64: run.made(t7)
    put(-1); say(t7 if type(t7) is str else run.show(t7))
 else:
  pass
  if f5 is UNREAD:
   f5 = noted.get('Values.global.proxy.resources', UNREAD)
   if f5 is UNREAD: f5 = noted['Values.global.proxy.resources'] = fields(UNMETERED, v0, ('Values', 'global', 'proxy', 'resources'))
  v10 = f5
  if (v10 if type(v10) in PLAIN else is_true(v10)):
   pass
   put(94)
   if type(v10) is not str or len(v10) > 64: run.walk(v10)
   t8 = function_29(v10)
   if type(t8) in SIZED and len(t8) > 64: run.made(t8)
   if type(t8) is not str or len(t8) > 64: run.walk(t8)
   t9 = function_24(t8)
   if type(t9) in SIZED and len(t9) > 64: run.made(t9)
   t10 = t9 if type(t9) is str else converted(t9, STRING)
   if len(t10) > 1024: run.copy(t10)
   t11 = function_25(6, t10)
   if type(t11) in SIZED and len(t11) > 64: run.made(t11)
   put(-1); say(t11 if type(t11) is str else run.show(t11))
def template_5(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 105
 v0 = v1 = dot
 f0 = f1 = f2 = f3 = f4 = UNREAD
 noted = noted_in(dot)
 if f0 is UNREAD: f0 = fields(run, v0, ('ObjectMeta',))
 if f1 is UNREAD:
  f1 = noted.get('Values.global.proxy.image', UNREAD)
  if f1 is UNREAD: f1 = noted['Values.global.proxy.image'] = fields(UNMETERED, v0, ('Values', 'global', 'proxy', 'image'))
 if f2 is UNREAD:
  f2 = function_9(f0, 'sidecar.istio.io/proxyImage', f1, meter=run)
 v2 = f2
 put(95)
 if f3 is UNREAD: f3 = fields(run, v0, ('ProxyImage',))
 t1 = v2 if type(v2) is str else converted(v2, STRING)
 if len(t1) > 1024: run.copy(t1)
 t2 = function_21('/', t1)
 if type(t2) in SIZED and len(t2) > 64: run.made(t2)
 t3 = t2 if type(t2) is bool else converted(t2, BOOL)
 t4 = function_14(v2, f3, t3)
 if type(t4) is not str or len(t4) > 64: run.walk(t4)
 t5 = function_17(t4)
 if type(t5) in SIZED and len(t5) > 64: run.made(t5)
 put(-1); say(t5 if type(t5) is str else run.show(t5))
 if f4 is UNREAD:
  f4 = noted.get('Values.global.imagePullPolicy', UNREAD)
  if f4 is UNREAD: f4 = noted['Values.global.imagePullPolicy'] = fields(UNMETERED, v0, ('Values', 'global', 'imagePullPolicy'))
 v3 = f4
 if (v3 if type(v3) in PLAIN else is_true(v3)):
  pass
  put(96)
  if type(v3) is not str or len(v3) > 64: run.walk(v3)
  t6 = function_17(v3)
  if type(t6) in SIZED and len(t6) > 64: run.made(t6)
  put(-1); say(t6 if type(t6) is str else run.show(t6))
def template_6(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 65
 v0 = v1 = dot
 f0 = f1 = f2 = f3 = f4 = f5 = f6 = f7 = f8 = f9 = UNREAD
 noted = noted_in(dot)
 put(97)
 if f0 is UNREAD:
  f0 = noted.get('Values.global.proxy.clusterDomain', UNREAD)
  if f0 is UNREAD: f0 = noted['Values.global.proxy.clusterDomain'] = fields(UNMETERED, v0, ('Values', 'global', 'proxy', 'clusterDomain'))
 put(-1); say(f0 if type(f0) is str else run.show(f0))
 put(98)
 if f1 is UNREAD: f1 = fields(run, v0, ('ObjectMeta',))
 if f2 is UNREAD:
  f2 = noted.get('Values.global.proxy.logLevel', UNREAD)
  if f2 is UNREAD: f2 = noted['Values.global.proxy.logLevel'] = fields(UNMETERED, v0, ('Values', 'global', 'proxy', 'logLevel'))
 if f3 is UNREAD:
  f3 = function_9(f1, 'sidecar.istio.io/logLevel', f2, meter=run)
 put(-1); say(f3 if type(f3) is str else run.show(f3))
 put(99)
 if f1 is UNREAD: f1 = fields(run, v0, ('ObjectMeta',))
 if f4 is UNREAD:
  f4 = noted.get('Values.global.proxy.componentLogLevel', UNREAD)
  if f4 is UNREAD: f4 = noted['Values.global.proxy.componentLogLevel'] = fields(UNMETERED, v0, ('Values', 'global', 'proxy', 'componentLogLevel'))
 if f5 is UNREAD:
  f5 = function_9(f1, 'sidecar.istio.io/componentLogLevel', f4, meter=run)
 put(-1); say(f5 if type(f5) is str else run.show(f5))
 put(100)
 if f1 is UNREAD: f1 = fields(run, v0, ('ObjectMeta',))
 if f6 is UNREAD:
  f6 = noted.get('Values.global.logging.level', UNREAD)
  if f6 is UNREAD: f6 = noted['Values.global.logging.level'] = fields(UNMETERED, v0, ('Values', 'global', 'logging', 'level'))
 if f7 is UNREAD:
  f7 = function_9(f1, 'sidecar.istio.io/agentLogLevel', f6, meter=run)
 put(-1); say(f7 if type(f7) is str else run.show(f7))
 put(101)
 if f8 is UNREAD:
  f8 = noted.get('Values.global.sts.servicePort', UNREAD)
  if f8 is UNREAD: f8 = noted['Values.global.sts.servicePort'] = fields(UNMETERED, v0, ('Values', 'global', 'sts', 'servicePort'))
 v2 = f8
 if (v2 if type(v2) in PLAIN else is_true(v2)):
  pass
  put(102)
  put(-1); say(v2 if type(v2) is str else run.show(v2))
 if f9 is UNREAD:
  f9 = noted.get('Values.global.logAsJson', UNREAD)
  if f9 is UNREAD: f9 = noted['Values.global.logAsJson'] = fields(UNMETERED, v0, ('Values', 'global', 'logAsJson'))
 if (f9 if type(f9) in PLAIN else is_true(f9)):
  pass
  put(103)
def template_7(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 10
 v0 = v1 = dot
 f0 = UNREAD
 noted = noted_in(dot)
 t1 = noted.get('sidecar 14', UNREAD)
 if t1 is UNREAD: t1 = run.paid_again(noted.get('sidecar 14 long'))
 if t1 is UNREAD:
  t1_steps = run.steps_left; t1_values = run.values_left
  if f0 is UNREAD:
   f0 = noted.get('InboundTrafficPolicyMode', UNREAD)
   if f0 is UNREAD: f0 = noted['InboundTrafficPolicyMode'] = fields(UNMETERED, v0, ('InboundTrafficPolicyMode',))
  if type(f0) in SIZED and len(f0) > 1024: run.copy(f0)
  t1 = function_10(f0, 'localhost')
  run.steps_left = t1_steps
  if run.values_left == t1_values: noted['sidecar 14'] = t1
  else: noted['sidecar 14 long'] = (t1, t1_values - run.values_left)
 if t1:
  pass
  put(104)
def template_8(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 190
 v0 = v1 = dot
 f0 = f1 = f2 = f3 = UNREAD
 noted = noted_in(dot)
 t3 = noted.get('sidecar 17', UNREAD)
 if t3 is UNREAD: t3 = run.paid_again(noted.get('sidecar 17 long'))
 if t3 is UNREAD:
  t3_steps = run.steps_left; t3_values = run.values_left
  t2 = noted.get('sidecar 16', UNREAD)
  if t2 is UNREAD: t2 = run.paid_again(noted.get('sidecar 16 long'))
  if t2 is UNREAD:
   t2_steps = run.steps_left; t2_values = run.values_left
   t1 = noted.get('sidecar 15', UNREAD)
   if t1 is UNREAD: t1 = run.paid_again(noted.get('sidecar 15 long'))
   if t1 is UNREAD:
    t1_steps = run.steps_left; t1_values = run.values_left
    if f0 is UNREAD:
     f0 = noted.get('Values.revision', UNREAD)
     if f0 is UNREAD: f0 = noted['Values.revision'] = fields(UNMETERED, v0, ('Values', 'revision'))
    t1 = function_1('istiod', f0)
    run.steps_left = t1_steps
    if run.values_left == t1_values: noted['sidecar 15'] = t1
    else: noted['sidecar 15 long'] = (t1, t1_values - run.values_left)
   if type(t1) in SIZED and len(t1) > 1024: run.copy(t1)
   t2 = function_22(t1)
   if type(t2) in SIZED and len(t2) > 64: run.made(t2)
   run.steps_left = t2_steps
   if run.values_left == t2_values: noted['sidecar 16'] = t2
   else: noted['sidecar 16 long'] = (t2, t2_values - run.values_left)
  if type(t2) is not str or len(t2) > 64: run.walk(t2)
  t3 = function_23('-', t2)
  if type(t3) in SIZED and len(t3) > 64: run.made(t3)
  run.steps_left = t3_steps
  if run.values_left == t3_values: noted['sidecar 17'] = t3
  else: noted['sidecar 17 long'] = (t3, t3_values - run.values_left)
 v2 = t3
 put(105)
 t4 = noted.get('sidecar 18', UNREAD)
 if t4 is UNREAD: t4 = run.paid_again(noted.get('sidecar 18 long'))
 if t4 is UNREAD:
  t4_steps = run.steps_left; t4_values = run.values_left
  if f1 is UNREAD:
   f1 = noted.get('Values.global.pilotCertProvider', UNREAD)
   if f1 is UNREAD: f1 = noted['Values.global.pilotCertProvider'] = fields(UNMETERED, v0, ('Values', 'global', 'pilotCertProvider'))
  if type(f1) is not str or len(f1) > 64: run.walk(f1)
  t4 = function_17(f1)
  if type(t4) in SIZED and len(t4) > 64: run.made(t4)
  run.steps_left = t4_steps
  if run.values_left == t4_values: noted['sidecar 18'] = t4
  else: noted['sidecar 18 long'] = (t4, t4_values - run.values_left)
 put(-1); say(t4 if type(t4) is str else run.show(t4))
 put(106)
 if f2 is UNREAD:
  f2 = noted.get('Values.global.caAddress', UNREAD)
  if f2 is UNREAD: f2 = noted['Values.global.caAddress'] = fields(UNMETERED, v0, ('Values', 'global', 'caAddress'))
 if f3 is UNREAD:
  f3 = noted.get('Values.global.istioNamespace', UNREAD)
  if f3 is UNREAD: f3 = noted['Values.global.istioNamespace'] = fields(UNMETERED, v0, ('Values', 'global', 'istioNamespace'))
 if type(v2) is not str or len(v2) > 64: run.walk(v2)
 if type(f3) is not str or len(f3) > 64: run.walk(f3)
 t5 = function_15(v2, '.', f3, '.svc:15012', limit=run.value_length)
 if len(t5) > 64: run.made(t5)
 t6 = function_0(t5, f2)
 if type(t6) is not str or len(t6) > 64: run.walk(t6)
 t7 = function_17(t6)
 if type(t7) in SIZED and len(t7) > 64: run.made(t7)
 put(-1); say(t7 if type(t7) is str else run.show(t7))
 put(107)
def template_9(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 4
 v0 = v1 = dot
 noted = noted_in(dot)
 put(108)
 run.enter(out)
 template_31(run, out, v0)
 run.depth -= 1
 put(109)
def template_10(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 48
 v0 = v1 = dot
 f0 = f1 = UNREAD
 noted = noted_in(dot)
 put(110)
 t1 = noted.get('sidecar 19', UNREAD)
 if t1 is UNREAD: t1 = run.paid_again(noted.get('sidecar 19 long'))
 if t1 is UNREAD:
  t1_steps = run.steps_left; t1_values = run.values_left
  if f0 is UNREAD:
   f0 = noted.get('ProxyConfig', UNREAD)
   if f0 is UNREAD: f0 = noted['ProxyConfig'] = fields(UNMETERED, v0, ('ProxyConfig',))
  if type(f0) is not str or len(f0) > 64: run.walk(f0)
  t1 = function_30(f0)
  if type(t1) in SIZED and len(t1) > 64: run.made(t1)
  run.steps_left = t1_steps
  if run.values_left == t1_values: noted['sidecar 19'] = t1
  else: noted['sidecar 19 long'] = (t1, t1_values - run.values_left)
 put(-1); say(t1 if type(t1) is str else run.show(t1))
 t2 = noted.get('sidecar 20', UNREAD)
 if t2 is UNREAD: t2 = run.paid_again(noted.get('sidecar 20 long'))
 if t2 is UNREAD:
  t2_steps = run.steps_left; t2_values = run.values_left
  t2 = function_1()
  run.steps_left = t2_steps
  if run.values_left == t2_values: noted['sidecar 20'] = t2
  else: noted['sidecar 20 long'] = (t2, t2_values - run.values_left)
 v2 = t2
 if f1 is UNREAD: f1 = fields(run, v0, ('Spec', 'Containers'))
 v3 = slot_of(f1)
 t3 = run.elements(f1)
 for v4 in t3:
  pass
  run.turn(out, 5)
  t4 = fields(run, v4, ('Ports',), v3)
  v5 = slot_of(t4)
  t5 = run.elements(t4)
  for v6 in t5:
   pass
   run.turn(out, 45)
   if type(v6) is not str or len(v6) > 64: run.walk(v6)
   t6 = function_31(v6)
   if type(t6) in SIZED and len(t6) > 64: run.made(t6)
   if type(v2) in SIZED and len(v2) > 1024: run.copy(v2)
   if type(t6) in SIZED and len(t6) > 1024: run.copy(t6)
   t7 = function_3(v2, t6)
   if type(t7) in SIZED and len(t7) > 64: run.made(t7)
   v2 = t7
 put(111)
 v7 = v2
 v8 = v2
 v9 = slot_of(v2)
 t8 = run.pairs(v2)
 for v11, v10 in t8:
  pass
  run.turn(out, 8)
  v7 = v11
  v8 = v10
  put(112)
  if (v7 if type(v7) in PLAIN else is_true(v7)):
   pass
   put(113)
  put(-1); say(v8 if type(v8) is str else run.show(v8))
 put(114)
def template_11(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 73
 v0 = v1 = dot
 noted = noted_in(dot)
 put(115)
 if type(v0) is not str or len(v0) > 64: run.walk(v0)
 t1 = function_23(',', v0)
 if type(t1) in SIZED and len(t1) > 64: run.made(t1)
 if type(t1) is not str or len(t1) > 64: run.walk(t1)
 t2 = function_17(t1)
 if type(t2) in SIZED and len(t2) > 64: run.made(t2)
 put(-1); say(t2 if type(t2) is str else run.show(t2))
def template_12(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 61
 v0 = v1 = dot
 f0 = f1 = UNREAD
 noted = noted_in(dot)
 put(116)
 run.enter(out)
 template_31(run, out, v0)
 run.depth -= 1
 put(117)
 run.enter(out)
 template_31(run, out, v0)
 run.depth -= 1
 put(118)
 if f0 is UNREAD:
  f0 = noted.get('CompliancePolicy', UNREAD)
  if f0 is UNREAD: f0 = noted['CompliancePolicy'] = fields(UNMETERED, v0, ('CompliancePolicy',))
 v2 = f0
 if (v2 if type(v2) in PLAIN else is_true(v2)):
  pass
  put(119)
  if type(v2) is not str or len(v2) > 64: run.walk(v2)
  t1 = function_17(v2)
  if type(t1) in SIZED and len(t1) > 64: run.made(t1)
  put(-1); say(t1 if type(t1) is str else run.show(t1))
 if f1 is UNREAD:
  f1 = noted.get('Values.features.fipsRuntime', UNREAD)
  if f1 is UNREAD: f1 = noted['Values.features.fipsRuntime'] = fields(UNMETERED, v0, ('Values', 'features', 'fipsRuntime'))
 t2 = f1
 if (t2 if type(t2) in PLAIN else is_true(t2)):
  t3 = noted.get('sidecar 21', UNREAD)
  if t3 is UNREAD: t3 = run.paid_again(noted.get('sidecar 21 long'))
  if t3 is UNREAD:
   t3_steps = run.steps_left; t3_values = run.values_left
   if f0 is UNREAD:
    f0 = noted.get('CompliancePolicy', UNREAD)
    if f0 is UNREAD: f0 = noted['CompliancePolicy'] = fields(UNMETERED, v0, ('CompliancePolicy',))
   if type(f0) in SIZED and len(f0) > 1024: run.copy(f0)
   t3 = function_10(f0, 'fips-140-3')
   run.steps_left = t3_steps
   if run.values_left == t3_values: noted['sidecar 21'] = t3
   else: noted['sidecar 21 long'] = (t3, t3_values - run.values_left)
  t2 = t3
 if (t2 if type(t2) in PLAIN else is_true(t2)):
  pass
  put(120)
def template_13(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 45
 v0 = v1 = dot
 f0 = UNREAD
 noted = noted_in(dot)
 put(121)
 t2 = noted.get('sidecar 23', UNREAD)
 if t2 is UNREAD: t2 = run.paid_again(noted.get('sidecar 23 long'))
 if t2 is UNREAD:
  t2_steps = run.steps_left; t2_values = run.values_left
  t1 = noted.get('sidecar 22', UNREAD)
  if t1 is UNREAD: t1 = run.paid_again(noted.get('sidecar 22 long'))
  if t1 is UNREAD:
   t1_steps = run.steps_left; t1_values = run.values_left
   if f0 is UNREAD:
    f0 = noted.get('Values.global.multiCluster.clusterName', UNREAD)
    if f0 is UNREAD: f0 = noted['Values.global.multiCluster.clusterName'] = fields(UNMETERED, v0, ('Values', 'global', 'multiCluster', 'clusterName'))
   t1 = function_0('Kubernetes', f0)
   run.steps_left = t1_steps
   if run.values_left == t1_values: noted['sidecar 22'] = t1
   else: noted['sidecar 22 long'] = (t1, t1_values - run.values_left)
  if type(t1) is not str or len(t1) > 64: run.walk(t1)
  t2 = function_17(t1)
  if type(t2) in SIZED and len(t2) > 64: run.made(t2)
  run.steps_left = t2_steps
  if run.values_left == t2_values: noted['sidecar 23'] = t2
  else: noted['sidecar 23 long'] = (t2, t2_values - run.values_left)
 put(-1); say(t2 if type(t2) is str else run.show(t2))
 put(122)
def template_14(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 41
 v0 = v1 = dot
 f0 = UNREAD
 noted = noted_in(dot)
 if f0 is UNREAD:
  f0 = noted.get('Values.global.network', UNREAD)
  if f0 is UNREAD: f0 = noted['Values.global.network'] = fields(UNMETERED, v0, ('Values', 'global', 'network'))
 v2 = f0
 if (v2 if type(v2) in PLAIN else is_true(v2)):
  pass
  put(123)
  if type(v2) is not str or len(v2) > 64: run.walk(v2)
  t1 = function_17(v2)
  if type(t1) in SIZED and len(t1) > 64: run.made(t1)
  put(-1); say(t1 if type(t1) is str else run.show(t1))
def template_15(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 38
 v0 = v1 = dot
 noted = noted_in(dot)
 v2 = v0
 if (v2 if type(v2) in PLAIN else is_true(v2)):
  pass
  put(124)
  if type(v2) is not str or len(v2) > 64: run.walk(v2)
  t1 = function_17(v2)
  if type(t1) in SIZED and len(t1) > 64: run.made(t1)
  put(-1); say(t1 if type(t1) is str else run.show(t1))
def template_16(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 174
 v0 = v1 = dot
 f0 = f1 = f2 = f3 = UNREAD
 noted = noted_in(dot)
 if f0 is UNREAD: f0 = fields(run, v0, ('DeploymentMeta',))
 v2 = f0
 if (v2 if type(v2) in PLAIN else is_true(v2)):
  pass
  t2 = fields(run, v2, ('Name',))
  t1 = t2
  if (t1 if type(t1) in PLAIN else is_true(t1)):
   if f1 is UNREAD: f1 = fields(run, v1, ('TypeMeta', 'APIVersion'))
   t1 = f1
  if (t1 if type(t1) in PLAIN else is_true(t1)):
   pass
   put(125)
   if f1 is UNREAD: f1 = fields(run, v1, ('TypeMeta', 'APIVersion'))
   t3 = fields(run, v2, ('Namespace',))
   t4 = function_0('default', t3)
   if f2 is UNREAD: f2 = fields(run, v1, ('TypeMeta', 'Kind'), None, NIL)
   t5 = f2 if type(f2) is str else converted(f2, STRING)
   if f3 is UNREAD:
    if type(t5) is not str or len(t5) > 64: run.walk(t5)
    f3 = function_32(t5)
    if type(f3) in SIZED and len(f3) > 64: run.made(f3)
   t6 = fields(run, v2, ('Name',))
   if type(f1) is not str or len(f1) > 64: run.walk(f1)
   if type(t4) is not str or len(t4) > 64: run.walk(t4)
   if type(f3) is not str or len(f3) > 64: run.walk(f3)
   if type(t6) is not str or len(t6) > 64: run.walk(t6)
   t7 = function_15('kubernetes://apis/', f1, '/namespaces/', t4, '/', f3, 's/', t6, limit=run.value_length)
   if len(t7) > 64: run.made(t7)
   if type(t7) is not str or len(t7) > 64: run.walk(t7)
   t8 = function_17(t7)
   if type(t8) in SIZED and len(t8) > 64: run.made(t8)
   put(-1); say(t8 if type(t8) is str else run.show(t8))
def template_17(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 9
 v0 = v1 = dot
 f0 = f1 = UNREAD
 noted = noted_in(dot)
 if f0 is UNREAD: f0 = fields(run, v0, ('ObjectMeta', 'Annotations'), None, NIL)
 t1 = f0 if type(f0) is StringMap else converted(f0, STRING_MAP)
 if f1 is UNREAD:
  f1 = function_12(t1, 'sidecar.istio.io/bootstrapOverride')
 if (f1 if type(f1) in PLAIN else is_true(f1)):
  pass
  put(126)
def template_18(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 96
 v0 = v1 = dot
 f0 = f1 = f2 = UNREAD
 noted = noted_in(dot)
 t1 = noted.get('sidecar 24', UNREAD)
 if t1 is UNREAD: t1 = run.paid_again(noted.get('sidecar 24 long'))
 if t1 is UNREAD:
  t1_steps = run.steps_left; t1_values = run.values_left
  if f0 is UNREAD:
   f0 = noted.get('MeshConfig.TrustDomain', UNREAD)
   if f0 is UNREAD: f0 = noted['MeshConfig.TrustDomain'] = fields(UNMETERED, v0, ('MeshConfig', 'TrustDomain'))
  if f1 is UNREAD:
   f1 = noted.get('Values.global.trustDomain', UNREAD)
   if f1 is UNREAD: f1 = noted['Values.global.trustDomain'] = fields(UNMETERED, v0, ('Values', 'global', 'trustDomain'))
  t1 = function_0(f1, f0)
  run.steps_left = t1_steps
  if run.values_left == t1_values: noted['sidecar 24'] = t1
  else: noted['sidecar 24 long'] = (t1, t1_values - run.values_left)
 v2 = t1
 if f2 is UNREAD:
  f2 = noted.get('Values.global.meshID', UNREAD)
  if f2 is UNREAD: f2 = noted['Values.global.meshID'] = fields(UNMETERED, v0, ('Values', 'global', 'meshID'))
 t2 = function_0(v2, f2)
 v3 = t2
 if (v3 if type(v3) in PLAIN else is_true(v3)):
  pass
  put(127)
  if type(v3) is not str or len(v3) > 64: run.walk(v3)
  t3 = function_17(v3)
  if type(t3) in SIZED and len(t3) > 64: run.made(t3)
  put(-1); say(t3 if type(t3) is str else run.show(t3))
 v4 = v2
 if (v4 if type(v4) in PLAIN else is_true(v4)):
  pass
  put(128)
  if type(v4) is not str or len(v4) > 64: run.walk(v4)
  t4 = function_17(v4)
  if type(t4) in SIZED and len(t4) > 64: run.made(t4)
  put(-1); say(t4 if type(t4) is str else run.show(t4))
def template_19(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 13
 v0 = v1 = dot
 f0 = UNREAD
 noted = noted_in(dot)
 t1 = noted.get('sidecar 25', UNREAD)
 if t1 is UNREAD: t1 = run.paid_again(noted.get('sidecar 25 long'))
 if t1 is UNREAD:
  t1_steps = run.steps_left; t1_values = run.values_left
  if f0 is UNREAD:
   f0 = noted.get('Values.global.caName', UNREAD)
   if f0 is UNREAD: f0 = noted['Values.global.caName'] = fields(UNMETERED, v0, ('Values', 'global', 'caName'))
  if type(f0) in SIZED and len(f0) > 1024: run.copy(f0)
  t1 = function_10(f0, 'GkeWorkloadCertificate')
  run.steps_left = t1_steps
  if run.values_left == t1_values: noted['sidecar 25'] = t1
  else: noted['sidecar 25 long'] = (t1, t1_values - run.values_left)
 if t1:
  pass
  put(129)
 else:
  pass
  put(130)
def template_20(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 12
 v0 = v1 = dot
 f0 = UNREAD
 noted = noted_in(dot)
 t1 = noted.get('sidecar 26', UNREAD)
 if t1 is UNREAD: t1 = run.paid_again(noted.get('sidecar 26 long'))
 if t1 is UNREAD:
  t1_steps = run.steps_left; t1_values = run.values_left
  if f0 is UNREAD:
   f0 = noted.get('Values.global.pilotCertProvider', UNREAD)
   if f0 is UNREAD: f0 = noted['Values.global.pilotCertProvider'] = fields(UNMETERED, v0, ('Values', 'global', 'pilotCertProvider'))
  if type(f0) in SIZED and len(f0) > 1024: run.copy(f0)
  t1 = function_10(f0, 'istiod')
  run.steps_left = t1_steps
  if run.values_left == t1_values: noted['sidecar 26'] = t1
  else: noted['sidecar 26 long'] = (t1, t1_values - run.values_left)
 if t1:
  pass
  put(131)
def template_21(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 9
 v0 = v1 = dot
 f0 = f1 = UNREAD
 noted = noted_in(dot)
 if f0 is UNREAD: f0 = fields(run, v0, ('ObjectMeta', 'Annotations'), None, NIL)
 t1 = f0 if type(f0) is StringMap else converted(f0, STRING_MAP)
 if f1 is UNREAD:
  f1 = function_12(t1, 'sidecar.istio.io/bootstrapOverride')
 if (f1 if type(f1) in PLAIN else is_true(f1)):
  pass
  put(132)
def template_22(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 8
 v0 = v1 = dot
 f0 = UNREAD
 noted = noted_in(dot)
 put(133)
 if f0 is UNREAD:
  f0 = noted.get('Values.global.mountMtlsCerts', UNREAD)
  if f0 is UNREAD: f0 = noted['Values.global.mountMtlsCerts'] = fields(UNMETERED, v0, ('Values', 'global', 'mountMtlsCerts'))
 if (f0 if type(f0) in PLAIN else is_true(f0)):
  pass
  put(134)
 put(135)
def template_23(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 50
 v0 = v1 = dot
 f0 = f1 = f2 = f3 = f4 = UNREAD
 noted = noted_in(dot)
 if f0 is UNREAD: f0 = fields(run, v0, ('ObjectMeta', 'Annotations'), None, NIL)
 t1 = f0 if type(f0) is StringMap else converted(f0, STRING_MAP)
 if f1 is UNREAD:
  f1 = function_12(t1, 'sidecar.istio.io/userVolumeMount')
 if (f1 if type(f1) in PLAIN else is_true(f1)):
  pass
  if f2 is UNREAD: f2 = fields(run, v0, ('ObjectMeta', 'Annotations'))
  if f3 is UNREAD:
   f3 = function_4(f2, 'sidecar.istio.io/userVolumeMount', meter=run)
  t2 = f3 if type(f3) is str else converted(f3, STRING)
  if f4 is UNREAD:
   if type(t2) is not str or len(t2) > 64: run.walk(t2)
   f4 = function_26(t2)
   if type(f4) in SIZED and len(f4) > 64: run.made(f4)
  v2 = f4
  v3 = f4
  v4 = slot_of(f4)
  t3 = run.pairs(f4)
  for v6, v5 in t3:
   pass
   run.turn(out, 79)
   v2 = v6
   v3 = v5
   put(136)
   if type(v2) is not str or len(v2) > 64: run.walk(v2)
   t4 = function_17(v2)
   if type(t4) in SIZED and len(t4) > 64: run.made(t4)
   put(-1); say(t4 if type(t4) is str else run.show(t4))
   if type(v3) is not str or len(v3) > 64: run.walk(v3)
   t5 = function_24(v3)
   if type(t5) in SIZED and len(t5) > 64: run.made(t5)
   t6 = t5 if type(t5) is str else converted(t5, STRING)
   if len(t6) > 1024: run.copy(t6)
   t7 = function_25(6, t6)
   if type(t7) in SIZED and len(t7) > 64: run.made(t7)
   put(-1); say(t7 if type(t7) is str else run.show(t7))
def template_24(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 13
 v0 = v1 = dot
 f0 = UNREAD
 noted = noted_in(dot)
 t1 = noted.get('sidecar 27', UNREAD)
 if t1 is UNREAD: t1 = run.paid_again(noted.get('sidecar 27 long'))
 if t1 is UNREAD:
  t1_steps = run.steps_left; t1_values = run.values_left
  if f0 is UNREAD:
   f0 = noted.get('Values.global.caName', UNREAD)
   if f0 is UNREAD: f0 = noted['Values.global.caName'] = fields(UNMETERED, v0, ('Values', 'global', 'caName'))
  if type(f0) in SIZED and len(f0) > 1024: run.copy(f0)
  t1 = function_10(f0, 'GkeWorkloadCertificate')
  run.steps_left = t1_steps
  if run.values_left == t1_values: noted['sidecar 27'] = t1
  else: noted['sidecar 27 long'] = (t1, t1_values - run.values_left)
 if t1:
  pass
  put(137)
 else:
  pass
  put(138)
def template_25(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 51
 v0 = v1 = dot
 f0 = UNREAD
 noted = noted_in(dot)
 if f0 is UNREAD: f0 = fields(run, v0, ('ObjectMeta', 'Annotations'))
 v2 = f0
 if (v2 if type(v2) in PLAIN else is_true(v2)):
  pass
  t1 = v2 if type(v2) is StringMap else converted(v2, STRING_MAP)
  t2 = function_12(t1, 'sidecar.istio.io/bootstrapOverride')
  if (t2 if type(t2) in PLAIN else is_true(t2)):
   pass
   put(139)
   t3 = function_4(v2, 'sidecar.istio.io/bootstrapOverride', meter=run)
   if type(t3) is not str or len(t3) > 64: run.walk(t3)
   t4 = function_17(t3)
   if type(t4) in SIZED and len(t4) > 64: run.made(t4)
   put(-1); say(t4 if type(t4) is str else run.show(t4))
   put(140)
def template_26(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 41
 v0 = v1 = dot
 f0 = UNREAD
 noted = noted_in(dot)
 put(141)
 t1 = noted.get('sidecar 28', UNREAD)
 if t1 is UNREAD: t1 = run.paid_again(noted.get('sidecar 28 long'))
 if t1 is UNREAD:
  t1_steps = run.steps_left; t1_values = run.values_left
  if f0 is UNREAD:
   f0 = noted.get('Values.global.sds.token.aud', UNREAD)
   if f0 is UNREAD: f0 = noted['Values.global.sds.token.aud'] = fields(UNMETERED, v0, ('Values', 'global', 'sds', 'token', 'aud'))
  if type(f0) is not str or len(f0) > 64: run.walk(f0)
  t1 = function_17(f0)
  if type(t1) in SIZED and len(t1) > 64: run.made(t1)
  run.steps_left = t1_steps
  if run.values_left == t1_values: noted['sidecar 28'] = t1
  else: noted['sidecar 28 long'] = (t1, t1_values - run.values_left)
 put(-1); say(t1 if type(t1) is str else run.show(t1))
def template_27(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 78
 v0 = v1 = dot
 f0 = f1 = f2 = UNREAD
 noted = noted_in(dot)
 if f0 is UNREAD:
  f0 = noted.get('Values.global.trustBundleName', UNREAD)
  if f0 is UNREAD: f0 = noted['Values.global.trustBundleName'] = fields(UNMETERED, v0, ('Values', 'global', 'trustBundleName'))
 v2 = f0
 t1 = noted.get('sidecar 29', UNREAD)
 if t1 is UNREAD: t1 = run.paid_again(noted.get('sidecar 29 long'))
 if t1 is UNREAD:
  t1_steps = run.steps_left; t1_values = run.values_left
  if f1 is UNREAD:
   f1 = noted.get('Values.global.pilotCertProvider', UNREAD)
   if f1 is UNREAD: f1 = noted['Values.global.pilotCertProvider'] = fields(UNMETERED, v0, ('Values', 'global', 'pilotCertProvider'))
  if type(f1) in SIZED and len(f1) > 1024: run.copy(f1)
  t1 = function_10(f1, 'istiod')
  run.steps_left = t1_steps
  if run.values_left == t1_values: noted['sidecar 29'] = t1
  else: noted['sidecar 29 long'] = (t1, t1_values - run.values_left)
 if t1:
  pass
  put(142)
  t2 = noted.get('sidecar 30', UNREAD)
  if t2 is UNREAD: t2 = run.paid_again(noted.get('sidecar 30 long'))
  if t2 is UNREAD:
   t2_steps = run.steps_left; t2_values = run.values_left
   if f2 is UNREAD:
    f2 = noted.get('Values.pilot.env.ENABLE_CLUSTER_TRUST_BUNDLE_API', UNREAD)
    if f2 is UNREAD: f2 = noted['Values.pilot.env.ENABLE_CLUSTER_TRUST_BUNDLE_API'] = fields(UNMETERED, v0, ('Values', 'pilot', 'env', 'ENABLE_CLUSTER_TRUST_BUNDLE_API'))
   if type(f2) in SIZED and len(f2) > 1024: run.copy(f2)
   t2 = function_10(f2, True)
   run.steps_left = t2_steps
   if run.values_left == t2_values: noted['sidecar 30'] = t2
   else: noted['sidecar 30 long'] = (t2, t2_values - run.values_left)
  if t2:
   pass
   put(143)
   t3 = function_0('root-cert', v2)
   put(-1); say(t3 if type(t3) is str else run.show(t3))
   put(144)
  else:
   pass
   put(145)
   t4 = function_0('istio-ca-root-cert', v2)
   if type(t4) is not str or len(t4) > 64: run.walk(t4)
   t5 = function_17(t4)
   if type(t5) in SIZED and len(t5) > 64: run.made(t5)
   put(-1); say(t5 if type(t5) is str else run.show(t5))
   put(146)
def template_28(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 15
 v0 = v1 = dot
 f0 = f1 = f2 = UNREAD
 noted = noted_in(dot)
 if f0 is UNREAD:
  f0 = noted.get('Values.global.mountMtlsCerts', UNREAD)
  if f0 is UNREAD: f0 = noted['Values.global.mountMtlsCerts'] = fields(UNMETERED, v0, ('Values', 'global', 'mountMtlsCerts'))
 if (f0 if type(f0) in PLAIN else is_true(f0)):
  pass
  put(147)
  if f1 is UNREAD: f1 = fields(run, v0, ('Spec', 'ServiceAccountName'))
  if f2 is UNREAD:
   f2 = function_0('default', f1)
  put(-1); say(f2 if type(f2) is str else run.show(f2))
  put(148)
def template_29(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 50
 v0 = v1 = dot
 f0 = f1 = f2 = f3 = f4 = UNREAD
 noted = noted_in(dot)
 if f0 is UNREAD: f0 = fields(run, v0, ('ObjectMeta', 'Annotations'), None, NIL)
 t1 = f0 if type(f0) is StringMap else converted(f0, STRING_MAP)
 if f1 is UNREAD:
  f1 = function_12(t1, 'sidecar.istio.io/userVolume')
 if (f1 if type(f1) in PLAIN else is_true(f1)):
  pass
  if f2 is UNREAD: f2 = fields(run, v0, ('ObjectMeta', 'Annotations'))
  if f3 is UNREAD:
   f3 = function_4(f2, 'sidecar.istio.io/userVolume', meter=run)
  t2 = f3 if type(f3) is str else converted(f3, STRING)
  if f4 is UNREAD:
   if type(t2) is not str or len(t2) > 64: run.walk(t2)
   f4 = function_26(t2)
   if type(f4) in SIZED and len(f4) > 64: run.made(f4)
  v2 = f4
  v3 = f4
  v4 = slot_of(f4)
  t3 = run.pairs(f4)
  for v6, v5 in t3:
   pass
   run.turn(out, 79)
   v2 = v6
   v3 = v5
   put(149)
   if type(v2) is not str or len(v2) > 64: run.walk(v2)
   t4 = function_17(v2)
   if type(t4) in SIZED and len(t4) > 64: run.made(t4)
   put(-1); say(t4 if type(t4) is str else run.show(t4))
   if type(v3) is not str or len(v3) > 64: run.walk(v3)
   t5 = function_24(v3)
   if type(t5) in SIZED and len(t5) > 64: run.made(t5)
   t6 = t5 if type(t5) is str else converted(t5, STRING)
   if len(t6) > 1024: run.copy(t6)
   t7 = function_25(4, t6)
   if type(t7) in SIZED and len(t7) > 64: run.made(t7)
   put(-1); say(t7 if type(t7) is str else run.show(t7))
def template_30(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 8
 v0 = v1 = dot
 f0 = UNREAD
 noted = noted_in(dot)
 if f0 is UNREAD:
  f0 = noted.get('Values.global.imagePullSecrets', UNREAD)
  if f0 is UNREAD: f0 = noted['Values.global.imagePullSecrets'] = fields(UNMETERED, v0, ('Values', 'global', 'imagePullSecrets'))
 v2 = f0
 if (v2 if type(v2) in PLAIN else is_true(v2)):
  pass
  put(150)
  v3 = slot_of(v2)
  t1 = run.elements(v2)
  for v4 in t1:
   pass
   run.turn(out, 38)
   put(151)
   if type(v4) is not str or len(v4) > 64: run.walk(v4)
   t2 = function_17(v4)
   if type(t2) in SIZED and len(t2) > 64: run.made(t2)
   put(-1); say(t2 if type(t2) is str else run.show(t2))
def template_31(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 6
 v0 = v1 = dot
 f0 = UNREAD
 noted = noted_in(dot)
 if f0 is UNREAD:
  f0 = noted.get('Values.features.resourceDivisor', UNREAD)
  if f0 is UNREAD: f0 = noted['Values.features.resourceDivisor'] = fields(UNMETERED, v0, ('Values', 'features', 'resourceDivisor'))
 if (f0 if type(f0) in PLAIN else is_true(f0)):
  pass
  put(152)
