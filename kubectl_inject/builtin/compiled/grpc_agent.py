"""The template grpc-agent as Python. Written by make templates."""

SOURCE = '14971-0dd832bfe89ab062'
TEXTS = (
    'metadata:\n  labels:\n    service.istio.io/canonical-name: ',
    '\n  annotations:\n    istio.io/rev: ',
    '\n    sidecar.istio.io/rewriteAppHTTPProbers: "false"\nspec:\n  containers:\n  - name: istio-proxy',
    '\n    ports:\n    - {name: mesh-metrics, containerPort: 15020, protocol: TCP}\n    args:\n    - proxy\n    - sidecar',
    '\n    lifecycle: {postStart: {exec: {command: [pilot-agent, wait, "--url=http://localhost:15020/healthz/ready"]}}}\n    env:\n    - {name: ISTIO_META_GENERATOR, value: grpc}\n    - {name: OUTPUT_CERTS, value: /var/lib/istio/data}',
    '\n    - {name: ISTIO_META_DNS_CAPTURE, value: "false"}\n    - {name: DISABLE_ENVOY, value: "true"}',
    '\n    readinessProbe:\n      httpGet: {path: /healthz/ready, port: 15020}\n      initialDelaySeconds: ',
    '\n      periodSeconds: ',
    '\n      timeoutSeconds: 3\n      failureThreshold: ',
    '\n    volumeMounts:\n    - {name: workload-socket, mountPath: /var/run/secrets/workload-spiffe-uds}',
    '\n    - {name: istio-data, mountPath: /var/lib/istio/data}\n    - {name: istio-xds, mountPath: /etc/istio/proxy}',
    '\n  - name: ',
    '\n    env:\n    - {name: GRPC_XDS_EXPERIMENTAL_SECURITY_SUPPORT, value: "true"}\n    - {name: GRPC_XDS_BOOTSTRAP, value: /etc/istio/proxy/grpc-bootstrap.json}\n    volumeMounts:\n    - {name: istio-data, mountPath: /var/lib/istio/data}\n    - {name: istio-xds, mountPath: /etc/istio/proxy}',
    '\n\n  volumes:\n  - name: workload-socket',
    '\n  - name: istio-xds\n    emptyDir: {medium: Memory}',
    '\n',
    '\n    service.istio.io/canonical-revision: ',
    '\n    kubectl.kubernetes.io/default-logs-container: ',
    '\n    kubectl.kubernetes.io/default-container: ',
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
    '\n    - name: PROXY_CONFIG\n      value: |\n        ',
    '\n    - name: ISTIO_META_POD_PORTS\n      value: |-\n        [',
    '\n            ',
    ',',
    '\n        ]',
    '\n    - name: ISTIO_META_APP_CONTAINERS\n      value: ',
    '\n    - name: ISTIO_META_CLUSTER_ID\n      value: ',
    '\n    - {name: ISTIO_META_NODE_NAME, valueFrom: {fieldRef: {fieldPath: spec.nodeName}}}',
    '\n    - name: ISTIO_META_NETWORK\n      value: ',
    '\n    - name: ISTIO_META_WORKLOAD_NAME\n      value: ',
    '\n    - name: ISTIO_META_OWNER\n      value: ',
    '\n    - name: ISTIO_META_MESH_ID\n      value: ',
    '\n    - name: TRUST_DOMAIN\n      value: ',
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
    '\n    - {name: gke-workload-certificate, mountPath: /var/run/secrets/workload-spiffe-credentials, readOnly: true}',
    '\n    - {name: workload-certs, mountPath: /var/run/secrets/workload-spiffe-credentials}',
    '\n    - {name: istiod-ca-cert, mountPath: /var/run/secrets/istio}',
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
)
FUNCTIONS = (
    'list',
    'ne',
    'append',
    'annotation',
    'index',
    'coalesce',
    'default',
    'quote',
    'first',
    'dict',
    'isset',
    'not',
    'contains',
    'ternary',
    'eq',
    'compact',
    'join',
    'print',
    'protoToJSON',
    'structToJSON',
    'lower',
    'builtinOmitNil',
    'toYaml',
    'nindent',
    'fromJSON',
)
SITES = (
    (11263, '.ObjectMeta.Labels', 'grpc-agent', ''),
    (11296, '.Values.global', 'grpc-agent', ''),
    (11327, 'list', 'grpc-agent', ''),
    (11327, 'list', 'grpc-agent', 'list'),
    (11350, '.Spec.Containers', 'grpc-agent', ''),
    (11377, '.Name', 'grpc-agent', ''),
    (11374, 'ne .Name "istio-proxy"', 'grpc-agent', ''),
    (11374, 'ne .Name "istio-proxy"', 'grpc-agent', 'ne'),
    (11383, '"istio-proxy"', 'grpc-agent', ''),
    (11435, '.Name', 'grpc-agent', ''),
    (11416, 'append $containers .Name', 'grpc-agent', ''),
    (11416, 'append $containers .Name', 'grpc-agent', 'append'),
    (11605, '.ObjectMeta', 'grpc-agent', ''),
    (11655, '$global.proxy.statusPort', 'grpc-agent', ''),
    (11594, 'annotation .ObjectMeta "status.sidecar.istio.io/port" $global.proxy.statusPort', 'grpc-agent', 'annotation'),
    (11590, 'ne (annotation .ObjectMeta "status.sidecar.istio.io/port" $global.proxy.statusPort) "0"', 'grpc-agent', ''),
    (11590, 'ne (annotation .ObjectMeta "status.sidecar.istio.io/port" $global.proxy.statusPort) "0"', 'grpc-agent', 'ne'),
    (11759, 'index $labels "service.istio.io/canonical-name"', 'grpc-agent', 'index'),
    (11815, 'index $labels "app.kubernetes.io/name"', 'grpc-agent', 'index'),
    (11862, 'index $labels "app"', 'grpc-agent', 'index'),
    (11904, '.DeploymentMeta.Name', 'grpc-agent', ''),
    (11743, 'coalesce (index $labels "service.istio.io/canonical-name") (index $labels "app.kubernetes.io/name") (index $labels "app") .DeploymentMeta.Name', 'grpc-agent', 'coalesce'),
    (11912, 'default ""', 'grpc-agent', 'default'),
    (11925, 'quote', 'grpc-agent', ''),
    (11925, 'quote', 'grpc-agent', 'quote'),
    (11951, '{{template "label.canonicalRevision" .}}', 'grpc-agent', ''),
    (12018, '.Revision', 'grpc-agent', ''),
    (12030, 'default "default"', 'grpc-agent', ''),
    (12030, 'default "default"', 'grpc-agent', 'default'),
    (12050, 'quote', 'grpc-agent', ''),
    (12050, 'quote', 'grpc-agent', 'quote'),
    (12138, '.ObjectMeta.Annotations', 'grpc-agent', ''),
    (12164, 'first $containers', 'grpc-agent', 'first'),
    (12108, 'dict "annotations" .ObjectMeta.Annotations "container" (first $containers)', 'grpc-agent', 'dict'),
    (12076, '{{template "annotations.defaultContainer" (dict "annotations" .ObjectMeta.Annotations "container" (first $containers))}}', 'grpc-agent', ''),
    (12298, '{{template "image" .}}', 'grpc-agent', ''),
    (12439, '{{template "args.agent" .}}', 'grpc-agent', ''),
    (12699, '{{template "env.localhostProbes" .}}', 'grpc-agent', ''),
    (12743, '{{template "env.identity" .}}', 'grpc-agent', ''),
    (12780, '{{template "env.proxyConfig" .}}', 'grpc-agent', ''),
    (12820, '{{template "env.appContainers" $containers}}', 'grpc-agent', ''),
    (12872, '{{template "env.cluster" .}}', 'grpc-agent', ''),
    (12908, '{{template "env.network" .}}', 'grpc-agent', ''),
    (12974, '.DeploymentMeta.Name', 'grpc-agent', ''),
    (12944, '{{template "env.workload" .DeploymentMeta.Name}}', 'grpc-agent', ''),
    (13000, '{{template "env.owner" .}}', 'grpc-agent', ''),
    (13034, '{{template "env.mesh" .}}', 'grpc-agent', ''),
    (13095, '.ProxyConfig.ProxyMetadata', 'grpc-agent', ''),
    (13067, '{{template "env.variables" .ProxyConfig.ProxyMetadata}}', 'grpc-agent', ''),
    (13220, '$serves', 'grpc-agent', ''),
    (13343, '.ObjectMeta', 'grpc-agent', ''),
    (13418, '$global.proxy.readinessInitialDelaySeconds', 'grpc-agent', ''),
    (13332, 'annotation .ObjectMeta "readiness.status.sidecar.istio.io/initialDelaySeconds" $global.proxy.readinessInitialDelaySeconds', 'grpc-agent', 'annotation'),
    (13492, '.ObjectMeta', 'grpc-agent', ''),
    (13561, '$global.proxy.readinessPeriodSeconds', 'grpc-agent', ''),
    (13481, 'annotation .ObjectMeta "readiness.status.sidecar.istio.io/periodSeconds" $global.proxy.readinessPeriodSeconds', 'grpc-agent', 'annotation'),
    (13656, '.ObjectMeta', 'grpc-agent', ''),
    (13728, '$global.proxy.readinessFailureThreshold', 'grpc-agent', ''),
    (13645, 'annotation .ObjectMeta "readiness.status.sidecar.istio.io/failureThreshold" $global.proxy.readinessFailureThreshold', 'grpc-agent', 'annotation'),
    (13781, '{{template "resources" .}}', 'grpc-agent', ''),
    (13912, '{{template "mounts.workloadCertificate" .}}', 'grpc-agent', ''),
    (13963, '{{template "mounts.rootCertificate" .}}', 'grpc-agent', ''),
    (14120, '{{template "mounts.pod" .}}', 'grpc-agent', ''),
    (14155, '{{template "mounts.user" .}}', 'grpc-agent', ''),
    (14202, '$containers', 'grpc-agent', ''),
    (14230, 'quote .', 'grpc-agent', ''),
    (14230, 'quote .', 'grpc-agent', 'quote'),
    (14236, '.', 'grpc-agent', ''),
    (14541, '{{template "mounts.workloadCertificate" $}}', 'grpc-agent', ''),
    (14641, '{{template "volumes.workloadCertificate" .}}', 'grpc-agent', ''),
    (14691, '{{template "volumes.bootstrap" .}}', 'grpc-agent', ''),
    (14782, '{{template "volumes.pod" .}}', 'grpc-agent', ''),
    (14816, '{{template "volumes.rootCertificate" .}}', 'grpc-agent', ''),
    (14862, '{{template "volumes.mountedCertificates" .}}', 'grpc-agent', ''),
    (14912, '{{template "volumes.user" .}}', 'grpc-agent', ''),
    (14947, '{{template "imagePullSecrets" .}}', 'grpc-agent', ''),
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
    (7556, '.Values.global.caName', 'mounts.workloadCertificate', ''),
    (7546, 'eq .Values.global.caName "GkeWorkloadCertificate"', 'mounts.workloadCertificate', ''),
    (7546, 'eq .Values.global.caName "GkeWorkloadCertificate"', 'mounts.workloadCertificate', 'eq'),
    (7571, '"GkeWorkloadCertificate"', 'mounts.workloadCertificate', ''),
    (7888, '.Values.global.pilotCertProvider', 'mounts.rootCertificate', ''),
    (7878, 'eq .Values.global.pilotCertProvider "istiod"', 'mounts.rootCertificate', ''),
    (7878, 'eq .Values.global.pilotCertProvider "istiod"', 'mounts.rootCertificate', 'eq'),
    (7914, '"istiod"', 'mounts.rootCertificate', ''),
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
)
LINE_SITES = (-1, -1, -1, -1, -1, -1, 0, -1, -1, -1, 1, -1, -1, 2, -1, -1, 3, -1, -1, -1, -1, 4, -1, 4, 4, -1, 4, 5, 6, 7, 8, -1, 9, 10, 10, 11, 10, -1, 12, 13, 14, 15, 16, -1, -1, 17, 18, 19, 20, 21, 22, 23, 24, 23, 23, 25, 25, -1, -1, -1, 29, -1, -1, -1, 27, -1, -1, -1, -1, 26, 28, -1, -1, -1, 29, 30, 29, -1, -1, -1, 29, 31, 32, 33, 34, 34, -1, -1, 35, 35, -1, -1, 36, 36, -1, -1, 37, 37, -1, 38, 38, -1, 39, 39, -1, 40, 40, -1, 41, 41, -1, 42, 42, -1, 43, 44, 44, -1, 45, 45, -1, 46, 46, -1, -1, -1, 47, 48, 48, -1, -1, 49, -1, -1, 50, 51, 52, 51, -1, 53, 54, 55, 54, -1, 56, 57, 58, 57, 59, 59, -1, -1, 60, 60, -1, 61, 61, -1, -1, 62, 62, -1, 63, 63, -1, -1, 64, 64, -1, 64, -1, 65, 66, 65, 67, -1, 68, 68, -1, -1, 69, 69, -1, 70, 70, -1, -1, 71, 71, -1, 72, 72, -1, 73, 73, -1, 74, 74, -1, 75, 75, -1, -1, -1, -1, -1, -1, -1, -1, 76, -1, -1, 77, 78, 79, 80, 81, 82, 81, 81, -1, -1, -1, -1, -1, -1, 83, 83, -1, 84, 84, -1, 85, -1, 86, 87, -1, -1, 88, -1, 89, 90, 89, 89, 91, 91, -1, 92, -1, 93, 94, -1, -1, 95, -1, 96, 97, 96, 96, -1, -1, -1, -1, -1, -1, 98, -1, -1, 99, -1, 100, -1, -1, 101, 102, 103, 104, 103, 102, 105, 106, 107, 106, 106, -1, -1, 108, -1, 108, -1, -1, 109, 110, 109, 111, -1, -1, -1, -1, -1, -1, -1, -1, -1, 112, 112, -1, 113, -1, -1, 114, -1, 115, 114, -1, 116, -1, -1, 117, -1, 118, 117, -1, 119, -1, -1, 120, -1, 121, 120, -1, -1, -1, 122, -1, 122, -1, -1, 123, -1, -1, 124, 124, -1, -1, -1, -1, -1, -1, -1, -1, -1, 126, -1, -1, -1, -1, 125, 126, 127, -1, -1, -1, 128, -1, -1, -1, -1, -1, -1, -1, -1, -1, 134, -1, -1, -1, 132, -1, -1, -1, 130, -1, -1, -1, -1, 129, 131, -1, -1, -1, 132, 133, 132, -1, -1, -1, 134, 135, 134, -1, -1, -1, -1, -1, -1, 137, -1, -1, -1, -1, 136, 137, 138, 137, -1, -1, -1, 137, -1, -1, -1, 139, -1, -1, 140, 141, 141, 142, 141, 143, 144, 145, 144, 144, -1, -1, -1, -1, -1, -1, -1, -1, -1, 147, -1, -1, -1, -1, 146, 147, 148, 147, -1, -1, -1, 146, -1, 149, -1, -1, 150, -1, -1, -1, -1, 151, -1, 151, 151, -1, 151, 152, -1, 152, 152, -1, 152, 153, 154, 153, 155, 155, 156, 155, -1, -1, -1, -1, -1, 157, 157, -1, 157, -1, -1, -1, 158, -1, -1, 159, -1, -1, -1, -1, -1, -1, -1, 160, 161, 160, 162, 163, 162, 162, -1, -1, -1, -1, -1, -1, -1, -1, 167, -1, -1, -1, 165, -1, -1, -1, -1, 164, 166, -1, -1, -1, 167, 168, 167, -1, -1, -1, 167, -1, -1, -1, -1, -1, -1, -1, -1, -1, 169, -1, 169, -1, -1, 170, 171, 170, 172, -1, -1, -1, -1, -1, -1, 173, -1, -1, 174, 175, 174, 176, -1, -1, -1, -1, -1, -1, 177, -1, 177, -1, 178, -1, 178, 179, -1, 179, -1, -1, 180, 181, 182, 183, 183, -1, 184, 185, 184, 186, 187, 187, 187, 187, 188, 187, 189, 190, 189, 189, -1, -1, -1, -1, -1, -1, -1, 193, -1, -1, -1, -1, 191, -1, -1, 192, 194, -1, -1, -1, -1, -1, -1, 195, 196, -1, 197, -1, -1, 198, 199, 198, 200, -1, 201, -1, -1, 202, 203, 202, 204, -1, -1, -1, -1, -1, -1, -1, -1, 205, 205, -1, 205, -1, -1, -1, 206, 207, 206, 208, -1, 209, 210, 209, 211, -1, -1, -1, -1, -1, -1, 212, -1, 213, -1, 214, -1, 215, -1, 216, -1, 217, -1, 218, -1, 219, -1, -1, 220, -1, 221, -1, 222, -1, 223, -1, -1, -1, 224, -1, 225, -1, -1, -1, 226, -1, -1, 227, 228, 227, 229, -1, 230, -1, -1, 231, 232, 231, 233, -1, 234, -1, 235, -1, -1, -1, 236, -1, -1, 237, 238, 237, 239, -1, 240, -1, -1, 241, 242, 241, 243, -1, -1, -1, -1, 244, -1, 244, -1, -1, 245, 246, 245, 247, 248, 247, 249, 250, 251, 250, 249, -1, -1, -1, -1, -1, -1, -1, 253, -1, -1, -1, -1, 252, 253, 254, -1, -1, -1, 255, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 257, -1, -1, -1, -1, 256, 257, 258, -1, -1, -1, 259, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 260, 260, -1, -1, -1, -1, -1, -1, -1, -1, -1, 261, 261, -1, 262, 263, -1, 264, -1, 265, 266, -1, 267, 268, 267, -1, -1, -1, 266, 266, -1, 266, -1, -1, -1, 269, 270, 269, 271, 272, 273, 272, 274, 275, 276, 275, 274, -1, -1, -1, -1, -1, -1, -1, 278, -1, -1, -1, -1, 277, 278, 279, -1, -1, -1, 280, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 281, -1, 281, -1, 282, 283, 284, -1, -1, 285, 286, 287, 286, 286, -1, -1, -1, -1, -1, -1, -1, -1, -1, 289, -1, -1, -1, -1, 288, 289, 290, 289, -1, -1, -1, 289, -1, -1, -1, -1, -1, -1, -1, -1, 291, -1, -1, 293, -1, -1, -1, -1, 292, 293, 294, -1, -1, -1, 295, -1, -1, -1, 297, -1, -1, -1, -1, 296, 297, 298, -1, -1, -1, 299, -1, -1, 300, 301, -1, -1, -1, -1, 302, 303, 304, 303, 303, -1, -1, -1, -1, -1, -1, -1, -1, -1, 305, 305, -1, -1, 306, -1, 307, 308, -1, -1, -1, -1, -1, -1, -1, 309, 309, -1, 310, 311, -1, 312, -1, 313, 314, -1, 315, 316, 315, -1, -1, -1, 314, 314, -1, 314, -1, -1, -1, 317, 318, 317, 319, 320, 321, 320, 322, 323, 324, 323, 322, -1, -1, -1, -1, -1, -1, -1, -1, 325, -1, 325, -1, -1, -1, 326, 326, -1, 326, -1, 327, 328, 327, 329)

def template_0(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 259
 v0 = v1 = dot
 f0 = f1 = f2 = f3 = f4 = f5 = f6 = f7 = UNREAD
 noted = noted_in(dot)
 if f0 is UNREAD: f0 = fields(run, v0, ('ObjectMeta', 'Labels'))
 v2 = f0
 if f1 is UNREAD:
  f1 = noted.get('Values.global', UNREAD)
  if f1 is UNREAD: f1 = noted['Values.global'] = fields(UNMETERED, v0, ('Values', 'global'))
 v3 = f1
 t1 = noted.get('grpc-agent 1', UNREAD)
 if t1 is UNREAD: t1 = run.paid_again(noted.get('grpc-agent 1 long'))
 if t1 is UNREAD:
  t1_steps = run.steps_left; t1_values = run.values_left
  t1 = function_0()
  run.steps_left = t1_steps
  if run.values_left == t1_values: noted['grpc-agent 1'] = t1
  else: noted['grpc-agent 1 long'] = (t1, t1_values - run.values_left)
 v4 = t1
 if f2 is UNREAD: f2 = fields(run, v0, ('Spec', 'Containers'))
 v5 = slot_of(f2)
 t2 = run.elements(f2)
 for v6 in t2:
  pass
  run.turn(out, 21)
  t3 = fields(run, v6, ('Name',), v5)
  if type(t3) in SIZED and len(t3) > 1024: run.copy(t3)
  t4 = function_1(t3, 'istio-proxy')
  if t4:
   pass
   t5 = fields(run, v6, ('Name',), v5)
   if type(v4) in SIZED and len(v4) > 1024: run.copy(v4)
   if type(t5) in SIZED and len(t5) > 1024: run.copy(t5)
   t6 = function_2(v4, t5)
   if type(t6) in SIZED and len(t6) > 64: run.made(t6)
   v4 = t6
 if f3 is UNREAD: f3 = fields(run, v0, ('ObjectMeta',))
 t7 = fields(run, v3, ('proxy', 'statusPort'))
 t8 = function_3(f3, 'status.sidecar.istio.io/port', t7, meter=run)
 if type(t8) in SIZED and len(t8) > 1024: run.copy(t8)
 t9 = function_1(t8, '0')
 v7 = t9
 put(0)
 t10 = function_4(v2, 'service.istio.io/canonical-name', meter=run)
 t11 = function_4(v2, 'app.kubernetes.io/name', meter=run)
 t12 = function_4(v2, 'app', meter=run)
 if f4 is UNREAD: f4 = fields(run, v0, ('DeploymentMeta', 'Name'))
 t13 = function_5(t10, t11, t12, f4)
 t14 = function_6('', t13)
 if type(t14) is not str or len(t14) > 64: run.walk(t14)
 t15 = function_7(t14)
 if type(t15) in SIZED and len(t15) > 64: run.made(t15)
 put(-1); say(t15 if type(t15) is str else run.show(t15))
 run.enter(out)
 template_1(run, out, v0)
 run.depth -= 1
 put(1)
 t17 = noted.get('grpc-agent 3', UNREAD)
 if t17 is UNREAD: t17 = run.paid_again(noted.get('grpc-agent 3 long'))
 if t17 is UNREAD:
  t17_steps = run.steps_left; t17_values = run.values_left
  t16 = noted.get('grpc-agent 2', UNREAD)
  if t16 is UNREAD: t16 = run.paid_again(noted.get('grpc-agent 2 long'))
  if t16 is UNREAD:
   t16_steps = run.steps_left; t16_values = run.values_left
   if f5 is UNREAD:
    f5 = noted.get('Revision', UNREAD)
    if f5 is UNREAD: f5 = noted['Revision'] = fields(UNMETERED, v0, ('Revision',))
   t16 = function_6('default', f5)
   run.steps_left = t16_steps
   if run.values_left == t16_values: noted['grpc-agent 2'] = t16
   else: noted['grpc-agent 2 long'] = (t16, t16_values - run.values_left)
  if type(t16) is not str or len(t16) > 64: run.walk(t16)
  t17 = function_7(t16)
  if type(t17) in SIZED and len(t17) > 64: run.made(t17)
  run.steps_left = t17_steps
  if run.values_left == t17_values: noted['grpc-agent 3'] = t17
  else: noted['grpc-agent 3 long'] = (t17, t17_values - run.values_left)
 put(-1); say(t17 if type(t17) is str else run.show(t17))
 if f6 is UNREAD: f6 = fields(run, v0, ('ObjectMeta', 'Annotations'))
 t18 = function_8(v4)
 t19 = function_9('annotations', f6, 'container', t18, meter=run)
 run.enter(out)
 template_2(run, out, t19)
 run.depth -= 1
 put(2)
 run.enter(out)
 template_3(run, out, v0)
 run.depth -= 1
 put(3)
 run.enter(out)
 template_4(run, out, v0)
 run.depth -= 1
 put(4)
 run.enter(out)
 template_5(run, out, v0)
 run.depth -= 1
 run.enter(out)
 template_6(run, out, v0)
 run.depth -= 1
 run.enter(out)
 template_7(run, out, v0)
 run.depth -= 1
 run.enter(out)
 template_8(run, out, v4)
 run.depth -= 1
 run.enter(out)
 template_9(run, out, v0)
 run.depth -= 1
 run.enter(out)
 template_10(run, out, v0)
 run.depth -= 1
 if f4 is UNREAD: f4 = fields(run, v0, ('DeploymentMeta', 'Name'))
 run.enter(out)
 template_11(run, out, f4)
 run.depth -= 1
 run.enter(out)
 template_12(run, out, v0)
 run.depth -= 1
 run.enter(out)
 template_13(run, out, v0)
 run.depth -= 1
 if f7 is UNREAD:
  f7 = noted.get('ProxyConfig.ProxyMetadata', UNREAD)
  if f7 is UNREAD: f7 = noted['ProxyConfig.ProxyMetadata'] = fields(UNMETERED, v0, ('ProxyConfig', 'ProxyMetadata'))
 run.enter(out)
 template_14(run, out, f7)
 run.depth -= 1
 put(5)
 if (v7 if type(v7) in PLAIN else is_true(v7)):
  pass
  put(6)
  if f3 is UNREAD: f3 = fields(run, v0, ('ObjectMeta',))
  t20 = fields(run, v3, ('proxy', 'readinessInitialDelaySeconds'))
  t21 = function_3(f3, 'readiness.status.sidecar.istio.io/initialDelaySeconds', t20, meter=run)
  put(-1); say(t21 if type(t21) is str else run.show(t21))
  put(7)
  if f3 is UNREAD: f3 = fields(run, v0, ('ObjectMeta',))
  t22 = fields(run, v3, ('proxy', 'readinessPeriodSeconds'))
  t23 = function_3(f3, 'readiness.status.sidecar.istio.io/periodSeconds', t22, meter=run)
  put(-1); say(t23 if type(t23) is str else run.show(t23))
  put(8)
  if f3 is UNREAD: f3 = fields(run, v0, ('ObjectMeta',))
  t24 = fields(run, v3, ('proxy', 'readinessFailureThreshold'))
  t25 = function_3(f3, 'readiness.status.sidecar.istio.io/failureThreshold', t24, meter=run)
  put(-1); say(t25 if type(t25) is str else run.show(t25))
  run.enter(out)
  template_15(run, out, v0)
  run.depth -= 1
  put(9)
  run.enter(out)
  template_16(run, out, v0)
  run.depth -= 1
  run.enter(out)
  template_17(run, out, v0)
  run.depth -= 1
  put(10)
  run.enter(out)
  template_18(run, out, v0)
  run.depth -= 1
  run.enter(out)
  template_19(run, out, v0)
  run.depth -= 1
 v8 = slot_of(v4)
 t26 = run.elements(v4)
 for v9 in t26:
  pass
  run.turn(out, 41)
  put(11)
  if type(v9) is not str or len(v9) > 64: run.walk(v9)
  t27 = function_7(v9)
  if type(t27) in SIZED and len(t27) > 64: run.made(t27)
  put(-1); say(t27 if type(t27) is str else run.show(t27))
  put(12)
  run.enter(out)
  template_16(run, out, v1)
  run.depth -= 1
 put(13)
 run.enter(out)
 template_20(run, out, v0)
 run.depth -= 1
 run.enter(out)
 template_21(run, out, v0)
 run.depth -= 1
 put(14)
 run.enter(out)
 template_22(run, out, v0)
 run.depth -= 1
 run.enter(out)
 template_23(run, out, v0)
 run.depth -= 1
 run.enter(out)
 template_24(run, out, v0)
 run.depth -= 1
 run.enter(out)
 template_25(run, out, v0)
 run.depth -= 1
 run.enter(out)
 template_26(run, out, v0)
 run.depth -= 1
 put(15)
def template_1(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 63
 v0 = v1 = dot
 f0 = UNREAD
 noted = noted_in(dot)
 if f0 is UNREAD: f0 = fields(run, v0, ('ObjectMeta', 'Labels'))
 v2 = f0
 put(16)
 t1 = function_4(v2, 'service.istio.io/canonical-revision', meter=run)
 t2 = function_4(v2, 'app.kubernetes.io/version', meter=run)
 t3 = function_4(v2, 'version', meter=run)
 t4 = function_5(t1, t2, t3, 'latest')
 if type(t4) is not str or len(t4) > 64: run.walk(t4)
 t5 = function_7(t4)
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
   f2 = function_10(t1, 'kubectl.kubernetes.io/default-logs-container')
  if f3 is UNREAD:
   f3 = function_11(f2)
  if f3:
   pass
   put(17)
   if f0 is UNREAD: f0 = fields(run, v0, ('container',))
   if f4 is UNREAD:
    if type(f0) is not str or len(f0) > 64: run.walk(f0)
    f4 = function_7(f0)
    if type(f4) in SIZED and len(f4) > 64: run.made(f4)
   put(-1); say(f4 if type(f4) is str else run.show(f4))
  if f1 is UNREAD: f1 = fields(run, v0, ('annotations',), None, NIL)
  t2 = f1 if type(f1) is StringMap else converted(f1, STRING_MAP)
  if f5 is UNREAD:
   f5 = function_10(t2, 'kubectl.kubernetes.io/default-container')
  if f6 is UNREAD:
   f6 = function_11(f5)
  if f6:
   pass
   put(18)
   if f0 is UNREAD: f0 = fields(run, v0, ('container',))
   if f4 is UNREAD:
    if type(f0) is not str or len(f0) > 64: run.walk(f0)
    f4 = function_7(f0)
    if type(f4) in SIZED and len(f4) > 64: run.made(f4)
   put(-1); say(f4 if type(f4) is str else run.show(f4))
def template_3(run, out, dot):
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
  f2 = function_3(f0, 'sidecar.istio.io/proxyImage', f1, meter=run)
 v2 = f2
 put(19)
 if f3 is UNREAD: f3 = fields(run, v0, ('ProxyImage',))
 t1 = v2 if type(v2) is str else converted(v2, STRING)
 if len(t1) > 1024: run.copy(t1)
 t2 = function_12('/', t1)
 if type(t2) in SIZED and len(t2) > 64: run.made(t2)
 t3 = t2 if type(t2) is bool else converted(t2, BOOL)
 t4 = function_13(v2, f3, t3)
 if type(t4) is not str or len(t4) > 64: run.walk(t4)
 t5 = function_7(t4)
 if type(t5) in SIZED and len(t5) > 64: run.made(t5)
 put(-1); say(t5 if type(t5) is str else run.show(t5))
 if f4 is UNREAD:
  f4 = noted.get('Values.global.imagePullPolicy', UNREAD)
  if f4 is UNREAD: f4 = noted['Values.global.imagePullPolicy'] = fields(UNMETERED, v0, ('Values', 'global', 'imagePullPolicy'))
 v3 = f4
 if (v3 if type(v3) in PLAIN else is_true(v3)):
  pass
  put(20)
  if type(v3) is not str or len(v3) > 64: run.walk(v3)
  t6 = function_7(v3)
  if type(t6) in SIZED and len(t6) > 64: run.made(t6)
  put(-1); say(t6 if type(t6) is str else run.show(t6))
def template_4(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 65
 v0 = v1 = dot
 f0 = f1 = f2 = f3 = f4 = f5 = f6 = f7 = f8 = f9 = UNREAD
 noted = noted_in(dot)
 put(21)
 if f0 is UNREAD:
  f0 = noted.get('Values.global.proxy.clusterDomain', UNREAD)
  if f0 is UNREAD: f0 = noted['Values.global.proxy.clusterDomain'] = fields(UNMETERED, v0, ('Values', 'global', 'proxy', 'clusterDomain'))
 put(-1); say(f0 if type(f0) is str else run.show(f0))
 put(22)
 if f1 is UNREAD: f1 = fields(run, v0, ('ObjectMeta',))
 if f2 is UNREAD:
  f2 = noted.get('Values.global.proxy.logLevel', UNREAD)
  if f2 is UNREAD: f2 = noted['Values.global.proxy.logLevel'] = fields(UNMETERED, v0, ('Values', 'global', 'proxy', 'logLevel'))
 if f3 is UNREAD:
  f3 = function_3(f1, 'sidecar.istio.io/logLevel', f2, meter=run)
 put(-1); say(f3 if type(f3) is str else run.show(f3))
 put(23)
 if f1 is UNREAD: f1 = fields(run, v0, ('ObjectMeta',))
 if f4 is UNREAD:
  f4 = noted.get('Values.global.proxy.componentLogLevel', UNREAD)
  if f4 is UNREAD: f4 = noted['Values.global.proxy.componentLogLevel'] = fields(UNMETERED, v0, ('Values', 'global', 'proxy', 'componentLogLevel'))
 if f5 is UNREAD:
  f5 = function_3(f1, 'sidecar.istio.io/componentLogLevel', f4, meter=run)
 put(-1); say(f5 if type(f5) is str else run.show(f5))
 put(24)
 if f1 is UNREAD: f1 = fields(run, v0, ('ObjectMeta',))
 if f6 is UNREAD:
  f6 = noted.get('Values.global.logging.level', UNREAD)
  if f6 is UNREAD: f6 = noted['Values.global.logging.level'] = fields(UNMETERED, v0, ('Values', 'global', 'logging', 'level'))
 if f7 is UNREAD:
  f7 = function_3(f1, 'sidecar.istio.io/agentLogLevel', f6, meter=run)
 put(-1); say(f7 if type(f7) is str else run.show(f7))
 put(25)
 if f8 is UNREAD:
  f8 = noted.get('Values.global.sts.servicePort', UNREAD)
  if f8 is UNREAD: f8 = noted['Values.global.sts.servicePort'] = fields(UNMETERED, v0, ('Values', 'global', 'sts', 'servicePort'))
 v2 = f8
 if (v2 if type(v2) in PLAIN else is_true(v2)):
  pass
  put(26)
  put(-1); say(v2 if type(v2) is str else run.show(v2))
 if f9 is UNREAD:
  f9 = noted.get('Values.global.logAsJson', UNREAD)
  if f9 is UNREAD: f9 = noted['Values.global.logAsJson'] = fields(UNMETERED, v0, ('Values', 'global', 'logAsJson'))
 if (f9 if type(f9) in PLAIN else is_true(f9)):
  pass
  put(27)
def template_5(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 10
 v0 = v1 = dot
 f0 = UNREAD
 noted = noted_in(dot)
 t1 = noted.get('grpc-agent 4', UNREAD)
 if t1 is UNREAD: t1 = run.paid_again(noted.get('grpc-agent 4 long'))
 if t1 is UNREAD:
  t1_steps = run.steps_left; t1_values = run.values_left
  if f0 is UNREAD:
   f0 = noted.get('InboundTrafficPolicyMode', UNREAD)
   if f0 is UNREAD: f0 = noted['InboundTrafficPolicyMode'] = fields(UNMETERED, v0, ('InboundTrafficPolicyMode',))
  if type(f0) in SIZED and len(f0) > 1024: run.copy(f0)
  t1 = function_14(f0, 'localhost')
  run.steps_left = t1_steps
  if run.values_left == t1_values: noted['grpc-agent 4'] = t1
  else: noted['grpc-agent 4 long'] = (t1, t1_values - run.values_left)
 if t1:
  pass
  put(28)
def template_6(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 190
 v0 = v1 = dot
 f0 = f1 = f2 = f3 = UNREAD
 noted = noted_in(dot)
 t3 = noted.get('grpc-agent 7', UNREAD)
 if t3 is UNREAD: t3 = run.paid_again(noted.get('grpc-agent 7 long'))
 if t3 is UNREAD:
  t3_steps = run.steps_left; t3_values = run.values_left
  t2 = noted.get('grpc-agent 6', UNREAD)
  if t2 is UNREAD: t2 = run.paid_again(noted.get('grpc-agent 6 long'))
  if t2 is UNREAD:
   t2_steps = run.steps_left; t2_values = run.values_left
   t1 = noted.get('grpc-agent 5', UNREAD)
   if t1 is UNREAD: t1 = run.paid_again(noted.get('grpc-agent 5 long'))
   if t1 is UNREAD:
    t1_steps = run.steps_left; t1_values = run.values_left
    if f0 is UNREAD:
     f0 = noted.get('Values.revision', UNREAD)
     if f0 is UNREAD: f0 = noted['Values.revision'] = fields(UNMETERED, v0, ('Values', 'revision'))
    t1 = function_0('istiod', f0)
    run.steps_left = t1_steps
    if run.values_left == t1_values: noted['grpc-agent 5'] = t1
    else: noted['grpc-agent 5 long'] = (t1, t1_values - run.values_left)
   if type(t1) in SIZED and len(t1) > 1024: run.copy(t1)
   t2 = function_15(t1)
   if type(t2) in SIZED and len(t2) > 64: run.made(t2)
   run.steps_left = t2_steps
   if run.values_left == t2_values: noted['grpc-agent 6'] = t2
   else: noted['grpc-agent 6 long'] = (t2, t2_values - run.values_left)
  if type(t2) is not str or len(t2) > 64: run.walk(t2)
  t3 = function_16('-', t2)
  if type(t3) in SIZED and len(t3) > 64: run.made(t3)
  run.steps_left = t3_steps
  if run.values_left == t3_values: noted['grpc-agent 7'] = t3
  else: noted['grpc-agent 7 long'] = (t3, t3_values - run.values_left)
 v2 = t3
 put(29)
 t4 = noted.get('grpc-agent 8', UNREAD)
 if t4 is UNREAD: t4 = run.paid_again(noted.get('grpc-agent 8 long'))
 if t4 is UNREAD:
  t4_steps = run.steps_left; t4_values = run.values_left
  if f1 is UNREAD:
   f1 = noted.get('Values.global.pilotCertProvider', UNREAD)
   if f1 is UNREAD: f1 = noted['Values.global.pilotCertProvider'] = fields(UNMETERED, v0, ('Values', 'global', 'pilotCertProvider'))
  if type(f1) is not str or len(f1) > 64: run.walk(f1)
  t4 = function_7(f1)
  if type(t4) in SIZED and len(t4) > 64: run.made(t4)
  run.steps_left = t4_steps
  if run.values_left == t4_values: noted['grpc-agent 8'] = t4
  else: noted['grpc-agent 8 long'] = (t4, t4_values - run.values_left)
 put(-1); say(t4 if type(t4) is str else run.show(t4))
 put(30)
 if f2 is UNREAD:
  f2 = noted.get('Values.global.caAddress', UNREAD)
  if f2 is UNREAD: f2 = noted['Values.global.caAddress'] = fields(UNMETERED, v0, ('Values', 'global', 'caAddress'))
 if f3 is UNREAD:
  f3 = noted.get('Values.global.istioNamespace', UNREAD)
  if f3 is UNREAD: f3 = noted['Values.global.istioNamespace'] = fields(UNMETERED, v0, ('Values', 'global', 'istioNamespace'))
 if type(v2) is not str or len(v2) > 64: run.walk(v2)
 if type(f3) is not str or len(f3) > 64: run.walk(f3)
 t5 = function_17(v2, '.', f3, '.svc:15012', limit=run.value_length)
 if len(t5) > 64: run.made(t5)
 t6 = function_6(t5, f2)
 if type(t6) is not str or len(t6) > 64: run.walk(t6)
 t7 = function_7(t6)
 if type(t7) in SIZED and len(t7) > 64: run.made(t7)
 put(-1); say(t7 if type(t7) is str else run.show(t7))
 put(31)
def template_7(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 48
 v0 = v1 = dot
 f0 = f1 = UNREAD
 noted = noted_in(dot)
 put(32)
 t1 = noted.get('grpc-agent 9', UNREAD)
 if t1 is UNREAD: t1 = run.paid_again(noted.get('grpc-agent 9 long'))
 if t1 is UNREAD:
  t1_steps = run.steps_left; t1_values = run.values_left
  if f0 is UNREAD:
   f0 = noted.get('ProxyConfig', UNREAD)
   if f0 is UNREAD: f0 = noted['ProxyConfig'] = fields(UNMETERED, v0, ('ProxyConfig',))
  if type(f0) is not str or len(f0) > 64: run.walk(f0)
  t1 = function_18(f0)
  if type(t1) in SIZED and len(t1) > 64: run.made(t1)
  run.steps_left = t1_steps
  if run.values_left == t1_values: noted['grpc-agent 9'] = t1
  else: noted['grpc-agent 9 long'] = (t1, t1_values - run.values_left)
 put(-1); say(t1 if type(t1) is str else run.show(t1))
 t2 = noted.get('grpc-agent 10', UNREAD)
 if t2 is UNREAD: t2 = run.paid_again(noted.get('grpc-agent 10 long'))
 if t2 is UNREAD:
  t2_steps = run.steps_left; t2_values = run.values_left
  t2 = function_0()
  run.steps_left = t2_steps
  if run.values_left == t2_values: noted['grpc-agent 10'] = t2
  else: noted['grpc-agent 10 long'] = (t2, t2_values - run.values_left)
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
   t6 = function_19(v6)
   if type(t6) in SIZED and len(t6) > 64: run.made(t6)
   if type(v2) in SIZED and len(v2) > 1024: run.copy(v2)
   if type(t6) in SIZED and len(t6) > 1024: run.copy(t6)
   t7 = function_2(v2, t6)
   if type(t7) in SIZED and len(t7) > 64: run.made(t7)
   v2 = t7
 put(33)
 v7 = v2
 v8 = v2
 v9 = slot_of(v2)
 t8 = run.pairs(v2)
 for v11, v10 in t8:
  pass
  run.turn(out, 8)
  v7 = v11
  v8 = v10
  put(34)
  if (v7 if type(v7) in PLAIN else is_true(v7)):
   pass
   put(35)
  put(-1); say(v8 if type(v8) is str else run.show(v8))
 put(36)
def template_8(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 73
 v0 = v1 = dot
 noted = noted_in(dot)
 put(37)
 if type(v0) is not str or len(v0) > 64: run.walk(v0)
 t1 = function_16(',', v0)
 if type(t1) in SIZED and len(t1) > 64: run.made(t1)
 if type(t1) is not str or len(t1) > 64: run.walk(t1)
 t2 = function_7(t1)
 if type(t2) in SIZED and len(t2) > 64: run.made(t2)
 put(-1); say(t2 if type(t2) is str else run.show(t2))
def template_9(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 45
 v0 = v1 = dot
 f0 = UNREAD
 noted = noted_in(dot)
 put(38)
 t2 = noted.get('grpc-agent 12', UNREAD)
 if t2 is UNREAD: t2 = run.paid_again(noted.get('grpc-agent 12 long'))
 if t2 is UNREAD:
  t2_steps = run.steps_left; t2_values = run.values_left
  t1 = noted.get('grpc-agent 11', UNREAD)
  if t1 is UNREAD: t1 = run.paid_again(noted.get('grpc-agent 11 long'))
  if t1 is UNREAD:
   t1_steps = run.steps_left; t1_values = run.values_left
   if f0 is UNREAD:
    f0 = noted.get('Values.global.multiCluster.clusterName', UNREAD)
    if f0 is UNREAD: f0 = noted['Values.global.multiCluster.clusterName'] = fields(UNMETERED, v0, ('Values', 'global', 'multiCluster', 'clusterName'))
   t1 = function_6('Kubernetes', f0)
   run.steps_left = t1_steps
   if run.values_left == t1_values: noted['grpc-agent 11'] = t1
   else: noted['grpc-agent 11 long'] = (t1, t1_values - run.values_left)
  if type(t1) is not str or len(t1) > 64: run.walk(t1)
  t2 = function_7(t1)
  if type(t2) in SIZED and len(t2) > 64: run.made(t2)
  run.steps_left = t2_steps
  if run.values_left == t2_values: noted['grpc-agent 12'] = t2
  else: noted['grpc-agent 12 long'] = (t2, t2_values - run.values_left)
 put(-1); say(t2 if type(t2) is str else run.show(t2))
 put(39)
def template_10(run, out, dot):
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
  put(40)
  if type(v2) is not str or len(v2) > 64: run.walk(v2)
  t1 = function_7(v2)
  if type(t1) in SIZED and len(t1) > 64: run.made(t1)
  put(-1); say(t1 if type(t1) is str else run.show(t1))
def template_11(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 38
 v0 = v1 = dot
 noted = noted_in(dot)
 v2 = v0
 if (v2 if type(v2) in PLAIN else is_true(v2)):
  pass
  put(41)
  if type(v2) is not str or len(v2) > 64: run.walk(v2)
  t1 = function_7(v2)
  if type(t1) in SIZED and len(t1) > 64: run.made(t1)
  put(-1); say(t1 if type(t1) is str else run.show(t1))
def template_12(run, out, dot):
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
   put(42)
   if f1 is UNREAD: f1 = fields(run, v1, ('TypeMeta', 'APIVersion'))
   t3 = fields(run, v2, ('Namespace',))
   t4 = function_6('default', t3)
   if f2 is UNREAD: f2 = fields(run, v1, ('TypeMeta', 'Kind'), None, NIL)
   t5 = f2 if type(f2) is str else converted(f2, STRING)
   if f3 is UNREAD:
    if type(t5) is not str or len(t5) > 64: run.walk(t5)
    f3 = function_20(t5)
    if type(f3) in SIZED and len(f3) > 64: run.made(f3)
   t6 = fields(run, v2, ('Name',))
   if type(f1) is not str or len(f1) > 64: run.walk(f1)
   if type(t4) is not str or len(t4) > 64: run.walk(t4)
   if type(f3) is not str or len(f3) > 64: run.walk(f3)
   if type(t6) is not str or len(t6) > 64: run.walk(t6)
   t7 = function_17('kubernetes://apis/', f1, '/namespaces/', t4, '/', f3, 's/', t6, limit=run.value_length)
   if len(t7) > 64: run.made(t7)
   if type(t7) is not str or len(t7) > 64: run.walk(t7)
   t8 = function_7(t7)
   if type(t8) in SIZED and len(t8) > 64: run.made(t8)
   put(-1); say(t8 if type(t8) is str else run.show(t8))
def template_13(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 96
 v0 = v1 = dot
 f0 = f1 = f2 = UNREAD
 noted = noted_in(dot)
 t1 = noted.get('grpc-agent 13', UNREAD)
 if t1 is UNREAD: t1 = run.paid_again(noted.get('grpc-agent 13 long'))
 if t1 is UNREAD:
  t1_steps = run.steps_left; t1_values = run.values_left
  if f0 is UNREAD:
   f0 = noted.get('MeshConfig.TrustDomain', UNREAD)
   if f0 is UNREAD: f0 = noted['MeshConfig.TrustDomain'] = fields(UNMETERED, v0, ('MeshConfig', 'TrustDomain'))
  if f1 is UNREAD:
   f1 = noted.get('Values.global.trustDomain', UNREAD)
   if f1 is UNREAD: f1 = noted['Values.global.trustDomain'] = fields(UNMETERED, v0, ('Values', 'global', 'trustDomain'))
  t1 = function_6(f1, f0)
  run.steps_left = t1_steps
  if run.values_left == t1_values: noted['grpc-agent 13'] = t1
  else: noted['grpc-agent 13 long'] = (t1, t1_values - run.values_left)
 v2 = t1
 if f2 is UNREAD:
  f2 = noted.get('Values.global.meshID', UNREAD)
  if f2 is UNREAD: f2 = noted['Values.global.meshID'] = fields(UNMETERED, v0, ('Values', 'global', 'meshID'))
 t2 = function_6(v2, f2)
 v3 = t2
 if (v3 if type(v3) in PLAIN else is_true(v3)):
  pass
  put(43)
  if type(v3) is not str or len(v3) > 64: run.walk(v3)
  t3 = function_7(v3)
  if type(t3) in SIZED and len(t3) > 64: run.made(t3)
  put(-1); say(t3 if type(t3) is str else run.show(t3))
 v4 = v2
 if (v4 if type(v4) in PLAIN else is_true(v4)):
  pass
  put(44)
  if type(v4) is not str or len(v4) > 64: run.walk(v4)
  t4 = function_7(v4)
  if type(t4) in SIZED and len(t4) > 64: run.made(t4)
  put(-1); say(t4 if type(t4) is str else run.show(t4))
def template_14(run, out, dot):
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
  put(45)
  if type(v2) is not str or len(v2) > 64: run.walk(v2)
  t2 = function_7(v2)
  if type(t2) in SIZED and len(t2) > 64: run.made(t2)
  put(-1); say(t2 if type(t2) is str else run.show(t2))
  put(46)
  if type(v3) is not str or len(v3) > 64: run.walk(v3)
  t3 = function_7(v3)
  if type(t3) in SIZED and len(t3) > 64: run.made(t3)
  put(-1); say(t3 if type(t3) is str else run.show(t3))
def template_15(run, out, dot):
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
  put(47)
  t2 = v2
  if not (t2 if type(t2) in PLAIN else is_true(t2)):
   t2 = v3
  if (t2 if type(t2) in PLAIN else is_true(t2)):
   pass
   put(48)
   v6 = v2
   if (v6 if type(v6) in PLAIN else is_true(v6)):
    pass
    put(49)
    if type(v6) is not str or len(v6) > 64: run.walk(v6)
    t3 = function_7(v6)
    if type(t3) in SIZED and len(t3) > 64: run.made(t3)
    put(-1); say(t3 if type(t3) is str else run.show(t3))
   v7 = v3
   if (v7 if type(v7) in PLAIN else is_true(v7)):
    pass
    put(50)
    if type(v7) is not str or len(v7) > 64: run.walk(v7)
    t4 = function_7(v7)
    if type(t4) in SIZED and len(t4) > 64: run.made(t4)
    put(-1); say(t4 if type(t4) is str else run.show(t4))
  t5 = v4
  if not (t5 if type(t5) in PLAIN else is_true(t5)):
   t5 = v5
  if (t5 if type(t5) in PLAIN else is_true(t5)):
   pass
   put(51)
   v8 = v4
   if (v8 if type(v8) in PLAIN else is_true(v8)):
    pass
    put(52)
    if type(v8) is not str or len(v8) > 64: run.walk(v8)
    t6 = function_7(v8)
    if type(t6) in SIZED and len(t6) > 64: run.made(t6)
    put(-1); say(t6 if type(t6) is str else run.show(t6))
   v9 = v5
   if (v9 if type(v9) in PLAIN else is_true(v9)):
    pass
    put(53)
    if type(v9) is not str or len(v9) > 64: run.walk(v9)
    t7 = function_7(v9)
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
   put(54)
   if type(v10) is not str or len(v10) > 64: run.walk(v10)
   t8 = function_21(v10)
   if type(t8) in SIZED and len(t8) > 64: run.made(t8)
   if type(t8) is not str or len(t8) > 64: run.walk(t8)
   t9 = function_22(t8)
   if type(t9) in SIZED and len(t9) > 64: run.made(t9)
   t10 = t9 if type(t9) is str else converted(t9, STRING)
   if len(t10) > 1024: run.copy(t10)
   t11 = function_23(6, t10)
   if type(t11) in SIZED and len(t11) > 64: run.made(t11)
   put(-1); say(t11 if type(t11) is str else run.show(t11))
def template_16(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 13
 v0 = v1 = dot
 f0 = UNREAD
 noted = noted_in(dot)
 t1 = noted.get('grpc-agent 14', UNREAD)
 if t1 is UNREAD: t1 = run.paid_again(noted.get('grpc-agent 14 long'))
 if t1 is UNREAD:
  t1_steps = run.steps_left; t1_values = run.values_left
  if f0 is UNREAD:
   f0 = noted.get('Values.global.caName', UNREAD)
   if f0 is UNREAD: f0 = noted['Values.global.caName'] = fields(UNMETERED, v0, ('Values', 'global', 'caName'))
  if type(f0) in SIZED and len(f0) > 1024: run.copy(f0)
  t1 = function_14(f0, 'GkeWorkloadCertificate')
  run.steps_left = t1_steps
  if run.values_left == t1_values: noted['grpc-agent 14'] = t1
  else: noted['grpc-agent 14 long'] = (t1, t1_values - run.values_left)
 if t1:
  pass
  put(55)
 else:
  pass
  put(56)
def template_17(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 12
 v0 = v1 = dot
 f0 = UNREAD
 noted = noted_in(dot)
 t1 = noted.get('grpc-agent 15', UNREAD)
 if t1 is UNREAD: t1 = run.paid_again(noted.get('grpc-agent 15 long'))
 if t1 is UNREAD:
  t1_steps = run.steps_left; t1_values = run.values_left
  if f0 is UNREAD:
   f0 = noted.get('Values.global.pilotCertProvider', UNREAD)
   if f0 is UNREAD: f0 = noted['Values.global.pilotCertProvider'] = fields(UNMETERED, v0, ('Values', 'global', 'pilotCertProvider'))
  if type(f0) in SIZED and len(f0) > 1024: run.copy(f0)
  t1 = function_14(f0, 'istiod')
  run.steps_left = t1_steps
  if run.values_left == t1_values: noted['grpc-agent 15'] = t1
  else: noted['grpc-agent 15 long'] = (t1, t1_values - run.values_left)
 if t1:
  pass
  put(57)
def template_18(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 8
 v0 = v1 = dot
 f0 = UNREAD
 noted = noted_in(dot)
 put(58)
 if f0 is UNREAD:
  f0 = noted.get('Values.global.mountMtlsCerts', UNREAD)
  if f0 is UNREAD: f0 = noted['Values.global.mountMtlsCerts'] = fields(UNMETERED, v0, ('Values', 'global', 'mountMtlsCerts'))
 if (f0 if type(f0) in PLAIN else is_true(f0)):
  pass
  put(59)
 put(60)
def template_19(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 50
 v0 = v1 = dot
 f0 = f1 = f2 = f3 = f4 = UNREAD
 noted = noted_in(dot)
 if f0 is UNREAD: f0 = fields(run, v0, ('ObjectMeta', 'Annotations'), None, NIL)
 t1 = f0 if type(f0) is StringMap else converted(f0, STRING_MAP)
 if f1 is UNREAD:
  f1 = function_10(t1, 'sidecar.istio.io/userVolumeMount')
 if (f1 if type(f1) in PLAIN else is_true(f1)):
  pass
  if f2 is UNREAD: f2 = fields(run, v0, ('ObjectMeta', 'Annotations'))
  if f3 is UNREAD:
   f3 = function_4(f2, 'sidecar.istio.io/userVolumeMount', meter=run)
  t2 = f3 if type(f3) is str else converted(f3, STRING)
  if f4 is UNREAD:
   if type(t2) is not str or len(t2) > 64: run.walk(t2)
   f4 = function_24(t2)
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
   put(61)
   if type(v2) is not str or len(v2) > 64: run.walk(v2)
   t4 = function_7(v2)
   if type(t4) in SIZED and len(t4) > 64: run.made(t4)
   put(-1); say(t4 if type(t4) is str else run.show(t4))
   if type(v3) is not str or len(v3) > 64: run.walk(v3)
   t5 = function_22(v3)
   if type(t5) in SIZED and len(t5) > 64: run.made(t5)
   t6 = t5 if type(t5) is str else converted(t5, STRING)
   if len(t6) > 1024: run.copy(t6)
   t7 = function_23(6, t6)
   if type(t7) in SIZED and len(t7) > 64: run.made(t7)
   put(-1); say(t7 if type(t7) is str else run.show(t7))
def template_20(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 13
 v0 = v1 = dot
 f0 = UNREAD
 noted = noted_in(dot)
 t1 = noted.get('grpc-agent 16', UNREAD)
 if t1 is UNREAD: t1 = run.paid_again(noted.get('grpc-agent 16 long'))
 if t1 is UNREAD:
  t1_steps = run.steps_left; t1_values = run.values_left
  if f0 is UNREAD:
   f0 = noted.get('Values.global.caName', UNREAD)
   if f0 is UNREAD: f0 = noted['Values.global.caName'] = fields(UNMETERED, v0, ('Values', 'global', 'caName'))
  if type(f0) in SIZED and len(f0) > 1024: run.copy(f0)
  t1 = function_14(f0, 'GkeWorkloadCertificate')
  run.steps_left = t1_steps
  if run.values_left == t1_values: noted['grpc-agent 16'] = t1
  else: noted['grpc-agent 16 long'] = (t1, t1_values - run.values_left)
 if t1:
  pass
  put(62)
 else:
  pass
  put(63)
def template_21(run, out, dot):
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
  t2 = function_10(t1, 'sidecar.istio.io/bootstrapOverride')
  if (t2 if type(t2) in PLAIN else is_true(t2)):
   pass
   put(64)
   t3 = function_4(v2, 'sidecar.istio.io/bootstrapOverride', meter=run)
   if type(t3) is not str or len(t3) > 64: run.walk(t3)
   t4 = function_7(t3)
   if type(t4) in SIZED and len(t4) > 64: run.made(t4)
   put(-1); say(t4 if type(t4) is str else run.show(t4))
   put(65)
def template_22(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 41
 v0 = v1 = dot
 f0 = UNREAD
 noted = noted_in(dot)
 put(66)
 t1 = noted.get('grpc-agent 17', UNREAD)
 if t1 is UNREAD: t1 = run.paid_again(noted.get('grpc-agent 17 long'))
 if t1 is UNREAD:
  t1_steps = run.steps_left; t1_values = run.values_left
  if f0 is UNREAD:
   f0 = noted.get('Values.global.sds.token.aud', UNREAD)
   if f0 is UNREAD: f0 = noted['Values.global.sds.token.aud'] = fields(UNMETERED, v0, ('Values', 'global', 'sds', 'token', 'aud'))
  if type(f0) is not str or len(f0) > 64: run.walk(f0)
  t1 = function_7(f0)
  if type(t1) in SIZED and len(t1) > 64: run.made(t1)
  run.steps_left = t1_steps
  if run.values_left == t1_values: noted['grpc-agent 17'] = t1
  else: noted['grpc-agent 17 long'] = (t1, t1_values - run.values_left)
 put(-1); say(t1 if type(t1) is str else run.show(t1))
def template_23(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 78
 v0 = v1 = dot
 f0 = f1 = f2 = UNREAD
 noted = noted_in(dot)
 if f0 is UNREAD:
  f0 = noted.get('Values.global.trustBundleName', UNREAD)
  if f0 is UNREAD: f0 = noted['Values.global.trustBundleName'] = fields(UNMETERED, v0, ('Values', 'global', 'trustBundleName'))
 v2 = f0
 t1 = noted.get('grpc-agent 18', UNREAD)
 if t1 is UNREAD: t1 = run.paid_again(noted.get('grpc-agent 18 long'))
 if t1 is UNREAD:
  t1_steps = run.steps_left; t1_values = run.values_left
  if f1 is UNREAD:
   f1 = noted.get('Values.global.pilotCertProvider', UNREAD)
   if f1 is UNREAD: f1 = noted['Values.global.pilotCertProvider'] = fields(UNMETERED, v0, ('Values', 'global', 'pilotCertProvider'))
  if type(f1) in SIZED and len(f1) > 1024: run.copy(f1)
  t1 = function_14(f1, 'istiod')
  run.steps_left = t1_steps
  if run.values_left == t1_values: noted['grpc-agent 18'] = t1
  else: noted['grpc-agent 18 long'] = (t1, t1_values - run.values_left)
 if t1:
  pass
  put(67)
  t2 = noted.get('grpc-agent 19', UNREAD)
  if t2 is UNREAD: t2 = run.paid_again(noted.get('grpc-agent 19 long'))
  if t2 is UNREAD:
   t2_steps = run.steps_left; t2_values = run.values_left
   if f2 is UNREAD:
    f2 = noted.get('Values.pilot.env.ENABLE_CLUSTER_TRUST_BUNDLE_API', UNREAD)
    if f2 is UNREAD: f2 = noted['Values.pilot.env.ENABLE_CLUSTER_TRUST_BUNDLE_API'] = fields(UNMETERED, v0, ('Values', 'pilot', 'env', 'ENABLE_CLUSTER_TRUST_BUNDLE_API'))
   if type(f2) in SIZED and len(f2) > 1024: run.copy(f2)
   t2 = function_14(f2, True)
   run.steps_left = t2_steps
   if run.values_left == t2_values: noted['grpc-agent 19'] = t2
   else: noted['grpc-agent 19 long'] = (t2, t2_values - run.values_left)
  if t2:
   pass
   put(68)
   t3 = function_6('root-cert', v2)
   put(-1); say(t3 if type(t3) is str else run.show(t3))
   put(69)
  else:
   pass
   put(70)
   t4 = function_6('istio-ca-root-cert', v2)
   if type(t4) is not str or len(t4) > 64: run.walk(t4)
   t5 = function_7(t4)
   if type(t5) in SIZED and len(t5) > 64: run.made(t5)
   put(-1); say(t5 if type(t5) is str else run.show(t5))
   put(71)
def template_24(run, out, dot):
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
  put(72)
  if f1 is UNREAD: f1 = fields(run, v0, ('Spec', 'ServiceAccountName'))
  if f2 is UNREAD:
   f2 = function_6('default', f1)
  put(-1); say(f2 if type(f2) is str else run.show(f2))
  put(73)
def template_25(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 50
 v0 = v1 = dot
 f0 = f1 = f2 = f3 = f4 = UNREAD
 noted = noted_in(dot)
 if f0 is UNREAD: f0 = fields(run, v0, ('ObjectMeta', 'Annotations'), None, NIL)
 t1 = f0 if type(f0) is StringMap else converted(f0, STRING_MAP)
 if f1 is UNREAD:
  f1 = function_10(t1, 'sidecar.istio.io/userVolume')
 if (f1 if type(f1) in PLAIN else is_true(f1)):
  pass
  if f2 is UNREAD: f2 = fields(run, v0, ('ObjectMeta', 'Annotations'))
  if f3 is UNREAD:
   f3 = function_4(f2, 'sidecar.istio.io/userVolume', meter=run)
  t2 = f3 if type(f3) is str else converted(f3, STRING)
  if f4 is UNREAD:
   if type(t2) is not str or len(t2) > 64: run.walk(t2)
   f4 = function_24(t2)
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
   put(74)
   if type(v2) is not str or len(v2) > 64: run.walk(v2)
   t4 = function_7(v2)
   if type(t4) in SIZED and len(t4) > 64: run.made(t4)
   put(-1); say(t4 if type(t4) is str else run.show(t4))
   if type(v3) is not str or len(v3) > 64: run.walk(v3)
   t5 = function_22(v3)
   if type(t5) in SIZED and len(t5) > 64: run.made(t5)
   t6 = t5 if type(t5) is str else converted(t5, STRING)
   if len(t6) > 1024: run.copy(t6)
   t7 = function_23(4, t6)
   if type(t7) in SIZED and len(t7) > 64: run.made(t7)
   put(-1); say(t7 if type(t7) is str else run.show(t7))
def template_26(run, out, dot):
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
  put(75)
  v3 = slot_of(v2)
  t1 = run.elements(v2)
  for v4 in t1:
   pass
   run.turn(out, 38)
   put(76)
   if type(v4) is not str or len(v4) > 64: run.walk(v4)
   t2 = function_7(v4)
   if type(t2) in SIZED and len(t2) > 64: run.made(t2)
   put(-1); say(t2 if type(t2) is str else run.show(t2))
