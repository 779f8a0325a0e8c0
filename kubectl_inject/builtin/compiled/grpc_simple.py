"""The template grpc-simple as Python. Written by make templates."""

SOURCE = '12716-01d95f5a8c0d5005'
TEXTS = (
    'metadata:\n  annotations:\n    sidecar.istio.io/rewriteAppHTTPProbers: "false"\nspec:\n  initContainers:\n  - name: grpc-bootstrap-init\n    image: busybox:1.28\n    env:\n    - {name: INSTANCE_IP, valueFrom: {fieldRef: {fieldPath: status.podIP}}}\n    - {name: POD_NAME, valueFrom: {fieldRef: {fieldPath: metadata.name}}}\n    - {name: POD_NAMESPACE, valueFrom: {fieldRef: {fieldPath: metadata.namespace}}}\n    - name: ISTIO_NAMESPACE\n      value: |\n        ',
    '\n    command:\n    - sh\n    - -c\n    - |-\n      istiod="dns:///istiod.$(echo $ISTIO_NAMESPACE).svc:15010"\n      node="sidecar~$INSTANCE_IP~$POD_NAME.$POD_NAMESPACE~cluster.local"\n      cat > /var/lib/grpc/data/bootstrap.json <<END\n      {\n        "xds_servers": [\n          {"server_uri": "$istiod", "channel_creds": [{"type": "insecure"}], "server_features": ["xds_v3"]}\n        ],\n        "node": {"id": "$node", "metadata": {"GENERATOR": "grpc"}}\n      }\n      END\n    volumeMounts:\n    - {name: grpc-io-proxyless-bootstrap, mountPath: /var/lib/grpc/data/}\n\n  containers:',
    '\n  - name: ',
    '\n    env:\n    - {name: GRPC_XDS_BOOTSTRAP, value: /var/lib/grpc/data/bootstrap.json}\n    - {name: GRPC_GO_LOG_VERBOSITY_LEVEL, value: "99"}\n    - {name: GRPC_GO_LOG_SEVERITY_LEVEL, value: info}\n    volumeMounts:\n    - {name: grpc-io-proxyless-bootstrap, mountPath: /var/lib/grpc/data/}',
    '\n\n  volumes:\n  - name: grpc-io-proxyless-bootstrap\n    emptyDir: {}\n',
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
    '\n    resources:',
    '\n      requests:',
    '\n        cpu: ',
    '\n        memory: ',
    '\n      limits:',
    '\n        cpu: ',
    '\n        memory: ',
    '\n    resources:',
    '\n    - name: PILOT_CERT_PROVIDER\n      value: ',
    '\n    - name: CA_ADDR\n      value: ',
    '\n    - {name: POD_NAME, valueFrom: {fieldRef: {fieldPath: metadata.name}}}\n    - {name: POD_NAMESPACE, valueFrom: {fieldRef: {fieldPath: metadata.namespace}}}\n    - {name: INSTANCE_IP, valueFrom: {fieldRef: {fieldPath: status.podIP}}}\n    - {name: SERVICE_ACCOUNT, valueFrom: {fieldRef: {fieldPath: spec.serviceAccountName}}}\n    - {name: HOST_IP, valueFrom: {fieldRef: {fieldPath: status.hostIP}}}',
    '\n    - {name: REWRITE_PROBE_LEGACY_LOCALHOST_DESTINATION, value: "true"}',
    '\n    - name: ISTIO_CPU_LIMIT\n      valueFrom: {resourceFieldRef: {resource: limits.cpu',
    '}}',
    ', divisor: "1"',
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
    '\n    - name: ',
    '\n      value: ',
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
)
FUNCTIONS = (
    'quote',
    'index',
    'coalesce',
    'isset',
    'not',
    'annotation',
    'contains',
    'ternary',
    'omitNil',
    'toYaml',
    'nindent',
    'list',
    'compact',
    'join',
    'printf',
    'default',
    'eq',
    'protoToJSON',
    'structToJSON',
    'append',
    'lower',
    'fromJSON',
)
SITES = (
    (11692, '.Values.global.istioNamespace', 'grpc-simple', ''),
    (12308, '.Spec.Containers', 'grpc-simple', ''),
    (12342, '.Name', 'grpc-simple', ''),
    (12336, 'quote .Name', 'grpc-simple', 'quote'),
    (12336, 'quote .Name', 'grpc-simple', ''),
    (380, '.ObjectMeta.Labels', 'label.canonicalRevision', ''),
    (451, 'index $labels "service.istio.io/canonical-revision"', 'label.canonicalRevision', 'index'),
    (451, 'index $labels "service.istio.io/canonical-revision"', 'label.canonicalRevision', ''),
    (511, 'index $labels "app.kubernetes.io/version"', 'label.canonicalRevision', 'index'),
    (511, 'index $labels "app.kubernetes.io/version"', 'label.canonicalRevision', ''),
    (561, 'index $labels "version"', 'label.canonicalRevision', 'index'),
    (561, 'index $labels "version"', 'label.canonicalRevision', ''),
    (435, 'coalesce (index $labels "service.istio.io/canonical-revision") (index $labels "app.kubernetes.io/version") (index $labels "version") "latest"', 'label.canonicalRevision', 'coalesce'),
    (435, 'coalesce (index $labels "service.istio.io/canonical-revision") (index $labels "app.kubernetes.io/version") (index $labels "version") "latest"', 'label.canonicalRevision', ''),
    (603, 'quote', 'label.canonicalRevision', 'quote'),
    (603, 'quote', 'label.canonicalRevision', ''),
    (796, '.container', 'annotations.defaultContainer', ''),
    (830, '.annotations', 'annotations.defaultContainer', ''),
    (824, 'isset .annotations "kubectl.kubernetes.io/default-logs-container"', 'annotations.defaultContainer', 'isset'),
    (824, 'isset .annotations "kubectl.kubernetes.io/default-logs-container"', 'annotations.defaultContainer', ''),
    (819, 'not (isset .annotations "kubectl.kubernetes.io/default-logs-container")', 'annotations.defaultContainer', 'not'),
    (843, '"kubectl.kubernetes.io/default-logs-container"', 'annotations.defaultContainer', ''),
    (947, '.container', 'annotations.defaultContainer', ''),
    (960, 'quote', 'annotations.defaultContainer', 'quote'),
    (960, 'quote', 'annotations.defaultContainer', ''),
    (1002, '.annotations', 'annotations.defaultContainer', ''),
    (996, 'isset .annotations "kubectl.kubernetes.io/default-container"', 'annotations.defaultContainer', 'isset'),
    (996, 'isset .annotations "kubectl.kubernetes.io/default-container"', 'annotations.defaultContainer', ''),
    (991, 'not (isset .annotations "kubectl.kubernetes.io/default-container")', 'annotations.defaultContainer', 'not'),
    (1015, '"kubectl.kubernetes.io/default-container"', 'annotations.defaultContainer', ''),
    (1109, '.container', 'annotations.defaultContainer', ''),
    (1122, 'quote', 'annotations.defaultContainer', 'quote'),
    (1122, 'quote', 'annotations.defaultContainer', ''),
    (1214, '.ObjectMeta', 'image', ''),
    (1263, '.Values.global.proxy.image', 'image', ''),
    (1203, 'annotation .ObjectMeta "sidecar.istio.io/proxyImage" .Values.global.proxy.image', 'image', 'annotation'),
    (1203, 'annotation .ObjectMeta "sidecar.istio.io/proxyImage" .Values.global.proxy.image', 'image', ''),
    (1315, '.ProxyImage', 'image', ''),
    (1341, '$image', 'image', ''),
    (1328, 'contains "/" $image', 'image', 'contains'),
    (1328, 'contains "/" $image', 'image', ''),
    (1300, 'ternary $image .ProxyImage (contains "/" $image)', 'image', 'ternary'),
    (1300, 'ternary $image .ProxyImage (contains "/" $image)', 'image', ''),
    (1351, 'quote', 'image', 'quote'),
    (1351, 'quote', 'image', ''),
    (1376, '.Values.global.imagePullPolicy', 'image', ''),
    (1427, 'quote .', 'image', 'quote'),
    (1427, 'quote .', 'image', ''),
    (1433, '.', 'image', ''),
    (1540, '.Values.global.proxy.clusterDomain', 'args.agent', ''),
    (1608, '.ObjectMeta', 'args.agent', ''),
    (1655, '.Values.global.proxy.logLevel', 'args.agent', ''),
    (1597, 'annotation .ObjectMeta "sidecar.istio.io/logLevel" .Values.global.proxy.logLevel', 'args.agent', 'annotation'),
    (1597, 'annotation .ObjectMeta "sidecar.istio.io/logLevel" .Values.global.proxy.logLevel', 'args.agent', ''),
    (1728, '.ObjectMeta', 'args.agent', ''),
    (1784, '.Values.global.proxy.componentLogLevel', 'args.agent', ''),
    (1717, 'annotation .ObjectMeta "sidecar.istio.io/componentLogLevel" .Values.global.proxy.componentLogLevel', 'args.agent', 'annotation'),
    (1717, 'annotation .ObjectMeta "sidecar.istio.io/componentLogLevel" .Values.global.proxy.componentLogLevel', 'args.agent', ''),
    (1860, '.ObjectMeta', 'args.agent', ''),
    (1912, '.Values.global.logging.level', 'args.agent', ''),
    (1849, 'annotation .ObjectMeta "sidecar.istio.io/agentLogLevel" .Values.global.logging.level', 'args.agent', 'annotation'),
    (1849, 'annotation .ObjectMeta "sidecar.istio.io/agentLogLevel" .Values.global.logging.level', 'args.agent', ''),
    (1954, '.Values.global.sts.servicePort', 'args.agent', ''),
    (2000, '.', 'args.agent', ''),
    (2030, '.Values.global.logAsJson', 'args.agent', ''),
    (2234, '.ObjectMeta.Annotations', 'resources', ''),
    (2217, 'index .ObjectMeta.Annotations "sidecar.istio.io/proxyCPU"', 'resources', 'index'),
    (2217, 'index .ObjectMeta.Annotations "sidecar.istio.io/proxyCPU"', 'resources', ''),
    (2310, '.ObjectMeta.Annotations', 'resources', ''),
    (2293, 'index .ObjectMeta.Annotations "sidecar.istio.io/proxyMemory"', 'resources', 'index'),
    (2293, 'index .ObjectMeta.Annotations "sidecar.istio.io/proxyMemory"', 'resources', ''),
    (2391, '.ObjectMeta.Annotations', 'resources', ''),
    (2374, 'index .ObjectMeta.Annotations "sidecar.istio.io/proxyCPULimit"', 'resources', 'index'),
    (2374, 'index .ObjectMeta.Annotations "sidecar.istio.io/proxyCPULimit"', 'resources', ''),
    (2477, '.ObjectMeta.Annotations', 'resources', ''),
    (2460, 'index .ObjectMeta.Annotations "sidecar.istio.io/proxyMemoryLimit"', 'resources', 'index'),
    (2460, 'index .ObjectMeta.Annotations "sidecar.istio.io/proxyMemoryLimit"', 'resources', ''),
    (2539, '$cpu', 'resources', ''),
    (2544, '$memory', 'resources', ''),
    (2552, '$cpuLimit', 'resources', ''),
    (2562, '$memoryLimit', 'resources', ''),
    (2609, '$cpu', 'resources', ''),
    (2614, '$memory', 'resources', ''),
    (2658, '$cpu', 'resources', ''),
    (2682, 'quote .', 'resources', 'quote'),
    (2682, 'quote .', 'resources', ''),
    (2688, '.', 'resources', ''),
    (2729, '$memory', 'resources', ''),
    (2759, 'quote .', 'resources', 'quote'),
    (2759, 'quote .', 'resources', ''),
    (2765, '.', 'resources', ''),
    (2822, '$cpuLimit', 'resources', ''),
    (2832, '$memoryLimit', 'resources', ''),
    (2879, '$cpuLimit', 'resources', ''),
    (2908, 'quote .', 'resources', 'quote'),
    (2908, 'quote .', 'resources', ''),
    (2914, '.', 'resources', ''),
    (2955, '$memoryLimit', 'resources', ''),
    (2990, 'quote .', 'resources', 'quote'),
    (2990, 'quote .', 'resources', ''),
    (2996, '.', 'resources', ''),
    (3067, '.Values.global.proxy.resources', 'resources', ''),
    (3127, 'omitNil .', 'resources', 'omitNil'),
    (3127, 'omitNil .', 'resources', ''),
    (3119, 'toYaml (omitNil .)', 'resources', 'toYaml'),
    (3119, 'toYaml (omitNil .)', 'resources', ''),
    (3148, '6', 'resources', ''),
    (3140, 'nindent 6', 'resources', 'nindent'),
    (3140, 'nindent 6', 'resources', ''),
    (3330, '.Values.revision', 'env.identity', ''),
    (3309, 'list "istiod" .Values.revision', 'env.identity', 'list'),
    (3309, 'list "istiod" .Values.revision', 'env.identity', ''),
    (3342, 'compact', 'env.identity', 'compact'),
    (3342, 'compact', 'env.identity', ''),
    (3352, 'join "-"', 'env.identity', 'join'),
    (3352, 'join "-"', 'env.identity', ''),
    (3419, '.Values.global.pilotCertProvider', 'env.identity', ''),
    (3447, 'quote', 'env.identity', 'quote'),
    (3447, 'quote', 'env.identity', ''),
    (3499, '.Values.global.caAddress', 'env.identity', ''),
    (3568, '.Values.global.istioNamespace', 'env.identity', ''),
    (3528, 'printf "%s.%s.svc:15012" $istiod .Values.global.istioNamespace', 'env.identity', 'printf'),
    (3528, 'printf "%s.%s.svc:15012" $istiod .Values.global.istioNamespace', 'env.identity', ''),
    (3519, 'default (printf "%s.%s.svc:15012" $istiod .Values.global.istioNamespace)', 'env.identity', 'default'),
    (3519, 'default (printf "%s.%s.svc:15012" $istiod .Values.global.istioNamespace)', 'env.identity', ''),
    (3594, 'quote', 'env.identity', 'quote'),
    (3594, 'quote', 'env.identity', ''),
    (4147, '.InboundTrafficPolicyMode', 'env.localhostProbes', ''),
    (4144, 'eq .InboundTrafficPolicyMode "localhost"', 'env.localhostProbes', 'eq'),
    (4173, '"localhost"', 'env.localhostProbes', ''),
    (4409, '{{template "divisor" .}}', 'env.cpuLimit', ''),
    (4597, '.Values.features.resourceDivisor', 'divisor', ''),
    (4754, '.ProxyConfig', 'env.proxyConfig', ''),
    (4742, 'protoToJSON .ProxyConfig', 'env.proxyConfig', 'protoToJSON'),
    (4742, 'protoToJSON .ProxyConfig', 'env.proxyConfig', ''),
    (4784, 'list', 'env.proxyConfig', 'list'),
    (4784, 'list', 'env.proxyConfig', ''),
    (4807, '.Spec.Containers', 'env.proxyConfig', ''),
    (4834, '.Ports', 'env.proxyConfig', ''),
    (4876, 'structToJSON .', 'env.proxyConfig', 'structToJSON'),
    (4876, 'structToJSON .', 'env.proxyConfig', ''),
    (4861, 'append $ports (structToJSON .)', 'env.proxyConfig', 'append'),
    (4861, 'append $ports (structToJSON .)', 'env.proxyConfig', ''),
    (5013, '$ports', 'env.proxyConfig', ''),
    (5041, '$place', 'env.proxyConfig', ''),
    (5063, '$port', 'env.proxyConfig', ''),
    (5230, 'join "," .', 'env.appContainers', 'join'),
    (5230, 'join "," .', 'env.appContainers', ''),
    (5243, 'quote', 'env.appContainers', 'quote'),
    (5243, 'quote', 'env.appContainers', ''),
    (5475, '{{template "divisor" .}}', 'env.runtime', ''),
    (5584, '{{template "divisor" .}}', 'env.runtime', ''),
    (5610, '.CompliancePolicy', 'env.runtime', ''),
    (5677, 'quote .', 'env.runtime', 'quote'),
    (5677, 'quote .', 'env.runtime', ''),
    (5683, '.', 'env.runtime', ''),
    (5717, '.Values.features.fipsRuntime', 'env.runtime', ''),
    (5743, '.CompliancePolicy', 'env.runtime', ''),
    (5740, 'eq .CompliancePolicy "fips-140-3"', 'env.runtime', 'eq'),
    (5761, '"fips-140-3"', 'env.runtime', ''),
    (5931, '.Values.global.multiCluster.clusterName', 'env.cluster', ''),
    (5966, 'default "Kubernetes"', 'env.cluster', 'default'),
    (5966, 'default "Kubernetes"', 'env.cluster', ''),
    (5989, 'quote', 'env.cluster', 'quote'),
    (5989, 'quote', 'env.cluster', ''),
    (6140, '.Values.global.network', 'env.network', ''),
    (6206, 'quote .', 'env.network', 'quote'),
    (6206, 'quote .', 'env.network', ''),
    (6212, '.', 'env.network', ''),
    (6306, '.', 'env.workload', ''),
    (6364, 'quote .', 'env.workload', 'quote'),
    (6364, 'quote .', 'env.workload', ''),
    (6370, '.', 'env.workload', ''),
    (6433, '.DeploymentMeta', 'env.owner', ''),
    (6465, '.Name', 'env.owner', ''),
    (6472, '$.TypeMeta.APIVersion', 'env.owner', ''),
    (6601, '$.TypeMeta.APIVersion', 'env.owner', ''),
    (6623, '.Namespace', 'env.owner', ''),
    (6636, 'default "default"', 'env.owner', 'default'),
    (6636, 'default "default"', 'env.owner', ''),
    (6663, '$.TypeMeta.Kind', 'env.owner', ''),
    (6656, 'lower $.TypeMeta.Kind', 'env.owner', 'lower'),
    (6656, 'lower $.TypeMeta.Kind', 'env.owner', ''),
    (6679, '.Name', 'env.owner', ''),
    (6541, 'printf "kubernetes://apis/%s/namespaces/%s/%ss/%s" $.TypeMeta.APIVersion (.Namespace | default "default") (lower $.TypeMeta.Kind) .Name', 'env.owner', 'printf'),
    (6541, 'printf "kubernetes://apis/%s/namespaces/%s/%ss/%s" $.TypeMeta.APIVersion (.Namespace | default "default") (lower $.TypeMeta.Kind) .Name', 'env.owner', ''),
    (6687, 'quote', 'env.owner', 'quote'),
    (6687, 'quote', 'env.owner', ''),
    (6786, '.ObjectMeta.Annotations', 'env.bootstrap', ''),
    (6769, 'isset .ObjectMeta.Annotations "sidecar.istio.io/bootstrapOverride"', 'env.bootstrap', 'isset'),
    (6769, 'isset .ObjectMeta.Annotations "sidecar.istio.io/bootstrapOverride"', 'env.bootstrap', ''),
    (6799, '"sidecar.istio.io/bootstrapOverride"', 'env.bootstrap', ''),
    (7015, '.MeshConfig.TrustDomain', 'env.mesh', ''),
    (7045, '.Values.global.trustDomain', 'env.mesh', ''),
    (7030, 'default .Values.global.trustDomain', 'env.mesh', 'default'),
    (7030, 'default .Values.global.trustDomain', 'env.mesh', ''),
    (7084, '.Values.global.meshID', 'env.mesh', ''),
    (7101, 'default $trustDomain', 'env.mesh', 'default'),
    (7101, 'default $trustDomain', 'env.mesh', ''),
    (7109, '$trustDomain', 'env.mesh', ''),
    (7172, 'quote .', 'env.mesh', 'quote'),
    (7172, 'quote .', 'env.mesh', ''),
    (7178, '.', 'env.mesh', ''),
    (7203, '$trustDomain', 'env.mesh', ''),
    (7260, 'quote .', 'env.mesh', 'quote'),
    (7260, 'quote .', 'env.mesh', ''),
    (7266, '.', 'env.mesh', ''),
    (7401, '.', 'env.variables', ''),
    (7421, 'quote $name', 'env.variables', 'quote'),
    (7421, 'quote $name', 'env.variables', ''),
    (7427, '$name', 'env.variables', ''),
    (7452, 'quote $value', 'env.variables', 'quote'),
    (7452, 'quote $value', 'env.variables', ''),
    (7458, '$value', 'env.variables', ''),
    (7551, '.Values.global.caName', 'mounts.workloadCertificate', ''),
    (7541, 'eq .Values.global.caName "GkeWorkloadCertificate"', 'mounts.workloadCertificate', 'eq'),
    (7566, '"GkeWorkloadCertificate"', 'mounts.workloadCertificate', ''),
    (7883, '.Values.global.pilotCertProvider', 'mounts.rootCertificate', ''),
    (7873, 'eq .Values.global.pilotCertProvider "istiod"', 'mounts.rootCertificate', 'eq'),
    (7909, '"istiod"', 'mounts.rootCertificate', ''),
    (8065, '.ObjectMeta.Annotations', 'mounts.bootstrap', ''),
    (8048, 'isset .ObjectMeta.Annotations "sidecar.istio.io/bootstrapOverride"', 'mounts.bootstrap', 'isset'),
    (8048, 'isset .ObjectMeta.Annotations "sidecar.istio.io/bootstrapOverride"', 'mounts.bootstrap', ''),
    (8078, '"sidecar.istio.io/bootstrapOverride"', 'mounts.bootstrap', ''),
    (8322, '.Values.global.mountMtlsCerts', 'mounts.pod', ''),
    (8544, '.ObjectMeta.Annotations', 'mounts.user', ''),
    (8527, 'isset .ObjectMeta.Annotations "sidecar.istio.io/userVolumeMount"', 'mounts.user', 'isset'),
    (8527, 'isset .ObjectMeta.Annotations "sidecar.istio.io/userVolumeMount"', 'mounts.user', ''),
    (8557, '"sidecar.istio.io/userVolumeMount"', 'mounts.user', ''),
    (8651, '.ObjectMeta.Annotations', 'mounts.user', ''),
    (8634, 'index .ObjectMeta.Annotations "sidecar.istio.io/userVolumeMount"', 'mounts.user', 'index'),
    (8634, 'index .ObjectMeta.Annotations "sidecar.istio.io/userVolumeMount"', 'mounts.user', ''),
    (8664, '"sidecar.istio.io/userVolumeMount"', 'mounts.user', ''),
    (8624, 'fromJSON (index .ObjectMeta.Annotations "sidecar.istio.io/userVolumeMount")', 'mounts.user', 'fromJSON'),
    (8624, 'fromJSON (index .ObjectMeta.Annotations "sidecar.istio.io/userVolumeMount")', 'mounts.user', ''),
    (8718, 'quote $name', 'mounts.user', 'quote'),
    (8718, 'quote $name', 'mounts.user', ''),
    (8724, '$name', 'mounts.user', ''),
    (8743, 'toYaml $mount', 'mounts.user', 'toYaml'),
    (8743, 'toYaml $mount', 'mounts.user', ''),
    (8767, '6', 'mounts.user', ''),
    (8759, 'nindent 6', 'mounts.user', 'nindent'),
    (8759, 'nindent 6', 'mounts.user', ''),
    (8921, '.Values.global.caName', 'volumes.workloadCertificate', ''),
    (8911, 'eq .Values.global.caName "GkeWorkloadCertificate"', 'volumes.workloadCertificate', 'eq'),
    (8936, '"GkeWorkloadCertificate"', 'volumes.workloadCertificate', ''),
    (9179, '.ObjectMeta.Annotations', 'volumes.bootstrap', ''),
    (9210, '.', 'volumes.bootstrap', ''),
    (9204, 'isset . "sidecar.istio.io/bootstrapOverride"', 'volumes.bootstrap', 'isset'),
    (9204, 'isset . "sidecar.istio.io/bootstrapOverride"', 'volumes.bootstrap', ''),
    (9212, '"sidecar.istio.io/bootstrapOverride"', 'volumes.bootstrap', ''),
    (9311, 'index . "sidecar.istio.io/bootstrapOverride"', 'volumes.bootstrap', 'index'),
    (9311, 'index . "sidecar.istio.io/bootstrapOverride"', 'volumes.bootstrap', ''),
    (9358, 'quote', 'volumes.bootstrap', 'quote'),
    (9358, 'quote', 'volumes.bootstrap', ''),
    (9834, '.Values.global.sds.token.aud', 'volumes.pod', ''),
    (9858, 'quote', 'volumes.pod', 'quote'),
    (9858, 'quote', 'volumes.pod', ''),
    (9941, '.Values.global.trustBundleName', 'volumes.rootCertificate', ''),
    (9985, '.Values.global.pilotCertProvider', 'volumes.rootCertificate', ''),
    (9975, 'eq .Values.global.pilotCertProvider "istiod"', 'volumes.rootCertificate', 'eq'),
    (10011, '"istiod"', 'volumes.rootCertificate', ''),
    (10067, '.Values.pilot.env.ENABLE_CLUSTER_TRUST_BUNDLE_API', 'volumes.rootCertificate', ''),
    (10057, 'eq .Values.pilot.env.ENABLE_CLUSTER_TRUST_BUNDLE_API true', 'volumes.rootCertificate', 'eq'),
    (10110, 'true', 'volumes.rootCertificate', ''),
    (10216, 'default "root-cert"', 'volumes.rootCertificate', 'default'),
    (10216, 'default "root-cert"', 'volumes.rootCertificate', ''),
    (10224, '"root-cert"', 'volumes.rootCertificate', ''),
    (10311, 'default "istio-ca-root-cert"', 'volumes.rootCertificate', 'default'),
    (10311, 'default "istio-ca-root-cert"', 'volumes.rootCertificate', ''),
    (10342, 'quote', 'volumes.rootCertificate', 'quote'),
    (10342, 'quote', 'volumes.rootCertificate', ''),
    (10446, '.Values.global.mountMtlsCerts', 'volumes.mountedCertificates', ''),
    (10560, '.Spec.ServiceAccountName', 'volumes.mountedCertificates', ''),
    (10582, 'default "default"', 'volumes.mountedCertificates', 'default'),
    (10582, 'default "default"', 'volumes.mountedCertificates', ''),
    (10590, '"default"', 'volumes.mountedCertificates', ''),
    (10680, '.ObjectMeta.Annotations', 'volumes.user', ''),
    (10663, 'isset .ObjectMeta.Annotations "sidecar.istio.io/userVolume"', 'volumes.user', 'isset'),
    (10663, 'isset .ObjectMeta.Annotations "sidecar.istio.io/userVolume"', 'volumes.user', ''),
    (10693, '"sidecar.istio.io/userVolume"', 'volumes.user', ''),
    (10783, '.ObjectMeta.Annotations', 'volumes.user', ''),
    (10766, 'index .ObjectMeta.Annotations "sidecar.istio.io/userVolume"', 'volumes.user', 'index'),
    (10766, 'index .ObjectMeta.Annotations "sidecar.istio.io/userVolume"', 'volumes.user', ''),
    (10796, '"sidecar.istio.io/userVolume"', 'volumes.user', ''),
    (10756, 'fromJSON (index .ObjectMeta.Annotations "sidecar.istio.io/userVolume")', 'volumes.user', 'fromJSON'),
    (10756, 'fromJSON (index .ObjectMeta.Annotations "sidecar.istio.io/userVolume")', 'volumes.user', ''),
    (10843, 'quote $name', 'volumes.user', 'quote'),
    (10843, 'quote $name', 'volumes.user', ''),
    (10849, '$name', 'volumes.user', ''),
    (10866, 'toYaml $volume', 'volumes.user', 'toYaml'),
    (10866, 'toYaml $volume', 'volumes.user', ''),
    (10891, '4', 'volumes.user', ''),
    (10883, 'nindent 4', 'volumes.user', 'nindent'),
    (10883, 'nindent 4', 'volumes.user', ''),
    (10981, '.Values.global.imagePullSecrets', 'imagePullSecrets', ''),
    (11041, '.', 'imagePullSecrets', ''),
    (11059, 'quote .', 'imagePullSecrets', 'quote'),
    (11059, 'quote .', 'imagePullSecrets', ''),
    (11065, '.', 'imagePullSecrets', ''),
)
LINE_SITES = (-1, -1, -1, -1, -1, -1, -1, -1, 0, 0, -1, 1, -1, 1, 1, -1, 1, -1, 2, 3, 4, 2, -1, -1, -1, -1, -1, -1, -1, 5, -1, -1, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 15, -1, -1, -1, -1, -1, 16, 16, -1, 17, 17, -1, 18, 19, -1, 20, 21, -1, -1, 22, -1, 23, 24, 24, 25, 25, -1, 26, 27, -1, 28, 29, -1, -1, 30, -1, 31, 32, 32, -1, -1, -1, -1, -1, 33, -1, -1, 34, -1, 35, 36, -1, -1, 37, 38, 39, 40, 38, 41, 42, 43, 44, 44, -1, -1, 45, -1, 45, -1, -1, 46, 47, 48, -1, -1, -1, -1, -1, -1, -1, -1, 49, 49, -1, 50, -1, -1, 51, -1, 52, 53, 51, -1, 54, -1, -1, 55, -1, 56, 57, 55, -1, 58, -1, -1, 59, -1, 60, 61, 59, -1, -1, -1, 62, -1, 62, -1, -1, 63, -1, -1, 64, 64, -1, -1, -1, -1, -1, -1, -1, 65, -1, 66, 67, -1, 68, -1, 69, 70, -1, 71, -1, 72, 73, -1, 74, -1, 75, 76, -1, -1, 77, -1, 78, -1, 79, -1, 80, -1, -1, -1, 81, -1, 82, -1, -1, -1, 83, -1, -1, 84, 85, 86, -1, 87, -1, -1, 88, 89, 90, -1, 91, -1, 92, -1, -1, -1, 93, -1, -1, 94, 95, 96, -1, 97, -1, -1, 98, 99, 100, -1, -1, -1, -1, 101, -1, 101, -1, -1, 102, 103, 104, 105, 106, 107, 108, 106, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 109, 110, 111, -1, 112, 113, -1, 114, 115, -1, -1, -1, -1, -1, -1, -1, -1, 116, 117, 118, -1, 118, -1, -1, -1, 119, -1, -1, 120, 121, 122, 123, 124, 125, 126, 126, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 127, 128, -1, 129, -1, -1, -1, -1, -1, -1, -1, 130, 130, -1, -1, -1, -1, -1, -1, -1, -1, -1, 131, 131, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 132, 133, 134, -1, 132, -1, -1, -1, 135, 136, -1, -1, 137, -1, 137, 137, -1, 137, 138, -1, 138, 138, -1, 138, 139, 140, 141, 142, -1, -1, -1, -1, -1, 143, 143, -1, 143, -1, -1, -1, 144, -1, -1, 145, -1, -1, -1, -1, -1, -1, 146, 147, 148, 149, 149, -1, -1, -1, -1, -1, -1, 150, 150, -1, -1, 151, 151, -1, -1, -1, -1, 152, -1, 152, -1, -1, 153, 154, 155, -1, -1, 156, -1, 156, -1, -1, -1, -1, -1, 157, 158, -1, -1, 159, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 160, 161, 162, -1, 163, 164, -1, 164, -1, -1, -1, -1, -1, -1, -1, -1, 165, -1, 165, -1, -1, 166, 167, 168, -1, -1, -1, -1, -1, 169, -1, -1, 170, 171, 172, -1, -1, -1, -1, -1, 173, -1, 173, -1, 174, -1, 174, 175, -1, 175, -1, -1, 176, 177, 178, 179, 180, 180, -1, 181, 182, 183, 184, 185, 186, 187, 187, -1, -1, -1, -1, -1, 188, 188, -1, 189, 190, 191, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 192, -1, -1, 193, 194, 195, -1, -1, -1, -1, 196, 197, 198, -1, 199, -1, -1, 200, 201, 202, -1, 203, -1, -1, 204, 205, 206, -1, -1, -1, -1, -1, -1, -1, 207, 207, -1, 207, -1, -1, -1, 208, 209, 210, -1, 211, 212, 213, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 214, 215, -1, 216, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 217, 218, -1, 219, -1, -1, -1, -1, -1, -1, -1, 220, 220, -1, 221, 222, 223, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 224, 224, -1, -1, -1, -1, -1, -1, -1, -1, 225, 225, -1, 226, 227, 228, -1, 229, -1, 230, 231, 232, -1, 233, 234, -1, -1, -1, 232, 232, -1, 232, -1, -1, -1, 235, 236, 237, 238, 239, 240, 241, 242, 240, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 243, 244, -1, 245, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 246, -1, 246, -1, 247, 248, 249, 250, -1, -1, 251, 252, 253, 254, 254, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 255, 256, 257, -1, 257, -1, -1, -1, -1, -1, -1, -1, 258, -1, -1, -1, -1, -1, -1, 259, 260, -1, 261, -1, -1, -1, -1, -1, -1, -1, 262, 263, -1, 264, -1, -1, 265, 266, 267, -1, -1, -1, -1, 268, 269, 270, 271, 271, -1, -1, -1, -1, -1, -1, -1, -1, 272, 272, -1, -1, 273, -1, 274, 275, 276, -1, -1, -1, -1, -1, -1, 277, 277, -1, 278, 279, 280, -1, 281, -1, 282, 283, 284, -1, 285, 286, -1, -1, -1, 284, 284, -1, 284, -1, -1, -1, 287, 288, 289, 290, 291, 292, 293, 294, 292, -1, -1, -1, -1, -1, -1, -1, 295, -1, 295, -1, -1, -1, 296, 296, -1, 296, -1, 297, 298, 299)

def template_0(run, out, dot):
 put = out.way.append; say = out.strings.append
 v0 = v1 = dot
 f0 = f1 = UNREAD
 noted = noted_in(dot)
 put(0)
 if f0 is UNREAD:
  f0 = noted.get('Values.global.istioNamespace', UNREAD)
  if f0 is UNREAD: f0 = noted['Values.global.istioNamespace'] = fields(v0, ('Values', 'global', 'istioNamespace'))
 put(-1); say(f0 if type(f0) is str else run.show(f0))
 put(1)
 if f1 is UNREAD: f1 = fields(v0, ('Spec', 'Containers'))
 v2 = slot_of(f1)
 t1 = run.elements(f1)
 for v3 in t1:
  pass
  run.count_parts(out)
  put(2)
  t2 = fields(v3, ('Name',), v2)
  t3 = function_0(t2)
  if type(t3) in SIZED and len(t3) > 4096: run.count_large(len(t3))
  put(-1); say(t3 if type(t3) is str else run.show(t3))
  put(3)
 put(4)
def template_1(run, out, dot):
 put = out.way.append; say = out.strings.append
 v0 = v1 = dot
 f0 = UNREAD
 noted = noted_in(dot)
 if f0 is UNREAD: f0 = fields(v0, ('ObjectMeta', 'Labels'))
 v2 = f0
 put(5)
 t1 = function_1(v2, 'service.istio.io/canonical-revision')
 if type(t1) in SIZED and len(t1) > 4096: run.count_large(len(t1))
 t2 = function_1(v2, 'app.kubernetes.io/version')
 if type(t2) in SIZED and len(t2) > 4096: run.count_large(len(t2))
 t3 = function_1(v2, 'version')
 if type(t3) in SIZED and len(t3) > 4096: run.count_large(len(t3))
 t4 = function_2(t1, t2, t3, 'latest')
 if type(t4) in SIZED and len(t4) > 4096: run.count_large(len(t4))
 t5 = function_0(t4)
 if type(t5) in SIZED and len(t5) > 4096: run.count_large(len(t5))
 put(-1); say(t5 if type(t5) is str else run.show(t5))
def template_2(run, out, dot):
 put = out.way.append; say = out.strings.append
 v0 = v1 = dot
 f0 = f1 = f2 = f3 = f4 = f5 = f6 = UNREAD
 noted = noted_in(dot)
 if f0 is UNREAD: f0 = fields(v0, ('container',))
 if (f0 if type(f0) in PLAIN else is_true(f0)):
  pass
  if f1 is UNREAD: f1 = fields(v0, ('annotations',), None, NIL)
  t1 = f1 if type(f1) is StringMap else converted(f1, STRING_MAP)
  if f2 is UNREAD:
   f2 = function_3(t1, 'kubectl.kubernetes.io/default-logs-container')
   if type(f2) in SIZED and len(f2) > 4096: run.count_large(len(f2))
  if f3 is UNREAD:
   f3 = function_4(f2)
  if f3:
   pass
   put(6)
   if f0 is UNREAD: f0 = fields(v0, ('container',))
   if f4 is UNREAD:
    f4 = function_0(f0)
    if type(f4) in SIZED and len(f4) > 4096: run.count_large(len(f4))
   put(-1); say(f4 if type(f4) is str else run.show(f4))
  if f1 is UNREAD: f1 = fields(v0, ('annotations',), None, NIL)
  t2 = f1 if type(f1) is StringMap else converted(f1, STRING_MAP)
  if f5 is UNREAD:
   f5 = function_3(t2, 'kubectl.kubernetes.io/default-container')
   if type(f5) in SIZED and len(f5) > 4096: run.count_large(len(f5))
  if f6 is UNREAD:
   f6 = function_4(f5)
  if f6:
   pass
   put(7)
   if f0 is UNREAD: f0 = fields(v0, ('container',))
   if f4 is UNREAD:
    f4 = function_0(f0)
    if type(f4) in SIZED and len(f4) > 4096: run.count_large(len(f4))
   put(-1); say(f4 if type(f4) is str else run.show(f4))
def template_3(run, out, dot):
 put = out.way.append; say = out.strings.append
 v0 = v1 = dot
 f0 = f1 = f2 = f3 = f4 = UNREAD
 noted = noted_in(dot)
 if f0 is UNREAD: f0 = fields(v0, ('ObjectMeta',))
 if f1 is UNREAD:
  f1 = noted.get('Values.global.proxy.image', UNREAD)
  if f1 is UNREAD: f1 = noted['Values.global.proxy.image'] = fields(v0, ('Values', 'global', 'proxy', 'image'))
 if f2 is UNREAD:
  f2 = function_5(f0, 'sidecar.istio.io/proxyImage', f1)
  if type(f2) in SIZED and len(f2) > 4096: run.count_large(len(f2))
 v2 = f2
 put(8)
 if f3 is UNREAD: f3 = fields(v0, ('ProxyImage',))
 t1 = v2 if type(v2) is str else converted(v2, STRING)
 t2 = function_6('/', t1)
 if type(t2) in SIZED and len(t2) > 4096: run.count_large(len(t2))
 t3 = t2 if type(t2) is bool else converted(t2, BOOL)
 t4 = function_7(v2, f3, t3)
 if type(t4) in SIZED and len(t4) > 4096: run.count_large(len(t4))
 t5 = function_0(t4)
 if type(t5) in SIZED and len(t5) > 4096: run.count_large(len(t5))
 put(-1); say(t5 if type(t5) is str else run.show(t5))
 if f4 is UNREAD:
  f4 = noted.get('Values.global.imagePullPolicy', UNREAD)
  if f4 is UNREAD: f4 = noted['Values.global.imagePullPolicy'] = fields(v0, ('Values', 'global', 'imagePullPolicy'))
 v3 = f4
 if (v3 if type(v3) in PLAIN else is_true(v3)):
  pass
  put(9)
  t6 = function_0(v3)
  if type(t6) in SIZED and len(t6) > 4096: run.count_large(len(t6))
  put(-1); say(t6 if type(t6) is str else run.show(t6))
def template_4(run, out, dot):
 put = out.way.append; say = out.strings.append
 v0 = v1 = dot
 f0 = f1 = f2 = f3 = f4 = f5 = f6 = f7 = f8 = f9 = UNREAD
 noted = noted_in(dot)
 put(10)
 if f0 is UNREAD:
  f0 = noted.get('Values.global.proxy.clusterDomain', UNREAD)
  if f0 is UNREAD: f0 = noted['Values.global.proxy.clusterDomain'] = fields(v0, ('Values', 'global', 'proxy', 'clusterDomain'))
 put(-1); say(f0 if type(f0) is str else run.show(f0))
 put(11)
 if f1 is UNREAD: f1 = fields(v0, ('ObjectMeta',))
 if f2 is UNREAD:
  f2 = noted.get('Values.global.proxy.logLevel', UNREAD)
  if f2 is UNREAD: f2 = noted['Values.global.proxy.logLevel'] = fields(v0, ('Values', 'global', 'proxy', 'logLevel'))
 if f3 is UNREAD:
  f3 = function_5(f1, 'sidecar.istio.io/logLevel', f2)
  if type(f3) in SIZED and len(f3) > 4096: run.count_large(len(f3))
 put(-1); say(f3 if type(f3) is str else run.show(f3))
 put(12)
 if f1 is UNREAD: f1 = fields(v0, ('ObjectMeta',))
 if f4 is UNREAD:
  f4 = noted.get('Values.global.proxy.componentLogLevel', UNREAD)
  if f4 is UNREAD: f4 = noted['Values.global.proxy.componentLogLevel'] = fields(v0, ('Values', 'global', 'proxy', 'componentLogLevel'))
 if f5 is UNREAD:
  f5 = function_5(f1, 'sidecar.istio.io/componentLogLevel', f4)
  if type(f5) in SIZED and len(f5) > 4096: run.count_large(len(f5))
 put(-1); say(f5 if type(f5) is str else run.show(f5))
 put(13)
 if f1 is UNREAD: f1 = fields(v0, ('ObjectMeta',))
 if f6 is UNREAD:
  f6 = noted.get('Values.global.logging.level', UNREAD)
  if f6 is UNREAD: f6 = noted['Values.global.logging.level'] = fields(v0, ('Values', 'global', 'logging', 'level'))
 if f7 is UNREAD:
  f7 = function_5(f1, 'sidecar.istio.io/agentLogLevel', f6)
  if type(f7) in SIZED and len(f7) > 4096: run.count_large(len(f7))
 put(-1); say(f7 if type(f7) is str else run.show(f7))
 put(14)
 if f8 is UNREAD:
  f8 = noted.get('Values.global.sts.servicePort', UNREAD)
  if f8 is UNREAD: f8 = noted['Values.global.sts.servicePort'] = fields(v0, ('Values', 'global', 'sts', 'servicePort'))
 v2 = f8
 if (v2 if type(v2) in PLAIN else is_true(v2)):
  pass
  put(15)
  put(-1); say(v2 if type(v2) is str else run.show(v2))
 if f9 is UNREAD:
  f9 = noted.get('Values.global.logAsJson', UNREAD)
  if f9 is UNREAD: f9 = noted['Values.global.logAsJson'] = fields(v0, ('Values', 'global', 'logAsJson'))
 if (f9 if type(f9) in PLAIN else is_true(f9)):
  pass
  put(16)
def template_5(run, out, dot):
 put = out.way.append; say = out.strings.append
 v0 = v1 = dot
 f0 = f1 = f2 = f3 = f4 = f5 = UNREAD
 noted = noted_in(dot)
 if f0 is UNREAD: f0 = fields(v0, ('ObjectMeta', 'Annotations'))
 if f1 is UNREAD:
  f1 = function_1(f0, 'sidecar.istio.io/proxyCPU')
  if type(f1) in SIZED and len(f1) > 4096: run.count_large(len(f1))
 v2 = f1
 if f0 is UNREAD: f0 = fields(v0, ('ObjectMeta', 'Annotations'))
 if f2 is UNREAD:
  f2 = function_1(f0, 'sidecar.istio.io/proxyMemory')
  if type(f2) in SIZED and len(f2) > 4096: run.count_large(len(f2))
 v3 = f2
 if f0 is UNREAD: f0 = fields(v0, ('ObjectMeta', 'Annotations'))
 if f3 is UNREAD:
  f3 = function_1(f0, 'sidecar.istio.io/proxyCPULimit')
  if type(f3) in SIZED and len(f3) > 4096: run.count_large(len(f3))
 v4 = f3
 if f0 is UNREAD: f0 = fields(v0, ('ObjectMeta', 'Annotations'))
 if f4 is UNREAD:
  f4 = function_1(f0, 'sidecar.istio.io/proxyMemoryLimit')
  if type(f4) in SIZED and len(f4) > 4096: run.count_large(len(f4))
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
  put(17)
  t2 = v2
  if not (t2 if type(t2) in PLAIN else is_true(t2)):
   t2 = v3
  if (t2 if type(t2) in PLAIN else is_true(t2)):
   pass
   put(18)
   v6 = v2
   if (v6 if type(v6) in PLAIN else is_true(v6)):
    pass
    put(19)
    t3 = function_0(v6)
    if type(t3) in SIZED and len(t3) > 4096: run.count_large(len(t3))
    put(-1); say(t3 if type(t3) is str else run.show(t3))
   v7 = v3
   if (v7 if type(v7) in PLAIN else is_true(v7)):
    pass
    put(20)
    t4 = function_0(v7)
    if type(t4) in SIZED and len(t4) > 4096: run.count_large(len(t4))
    put(-1); say(t4 if type(t4) is str else run.show(t4))
  t5 = v4
  if not (t5 if type(t5) in PLAIN else is_true(t5)):
   t5 = v5
  if (t5 if type(t5) in PLAIN else is_true(t5)):
   pass
   put(21)
   v8 = v4
   if (v8 if type(v8) in PLAIN else is_true(v8)):
    pass
    put(22)
    t6 = function_0(v8)
    if type(t6) in SIZED and len(t6) > 4096: run.count_large(len(t6))
    put(-1); say(t6 if type(t6) is str else run.show(t6))
   v9 = v5
   if (v9 if type(v9) in PLAIN else is_true(v9)):
    pass
    put(23)
    t7 = function_0(v9)
    if type(t7) in SIZED and len(t7) > 4096: run.count_large(len(t7))
    put(-1); say(t7 if type(t7) is str else run.show(t7))
 else:
  pass
  if f5 is UNREAD:
   f5 = noted.get('Values.global.proxy.resources', UNREAD)
   if f5 is UNREAD: f5 = noted['Values.global.proxy.resources'] = fields(v0, ('Values', 'global', 'proxy', 'resources'))
  v10 = f5
  if (v10 if type(v10) in PLAIN else is_true(v10)):
   pass
   put(24)
   t8 = function_8(v10)
   if type(t8) in SIZED and len(t8) > 4096: run.count_large(len(t8))
   t9 = function_9(t8)
   if type(t9) in SIZED and len(t9) > 4096: run.count_large(len(t9))
   t10 = t9 if type(t9) is str else converted(t9, STRING)
   t11 = function_10(6, t10)
   if type(t11) in SIZED and len(t11) > 4096: run.count_large(len(t11))
   put(-1); say(t11 if type(t11) is str else run.show(t11))
def template_6(run, out, dot):
 put = out.way.append; say = out.strings.append
 v0 = v1 = dot
 f0 = f1 = f2 = f3 = UNREAD
 noted = noted_in(dot)
 t3 = noted.get('grpc-simple 3', UNREAD)
 if t3 is UNREAD:
  t3_left = run.large_left
  t2 = noted.get('grpc-simple 2', UNREAD)
  if t2 is UNREAD:
   t2_left = run.large_left
   t1 = noted.get('grpc-simple 1', UNREAD)
   if t1 is UNREAD:
    t1_left = run.large_left
    if f0 is UNREAD:
     f0 = noted.get('Values.revision', UNREAD)
     if f0 is UNREAD: f0 = noted['Values.revision'] = fields(v0, ('Values', 'revision'))
    t1 = function_11('istiod', f0)
    if type(t1) in SIZED and len(t1) > 4096: run.count_large(len(t1))
    if run.large_left == t1_left: noted['grpc-simple 1'] = t1
   t2 = function_12(t1)
   if type(t2) in SIZED and len(t2) > 4096: run.count_large(len(t2))
   if run.large_left == t2_left: noted['grpc-simple 2'] = t2
  t3 = function_13('-', t2)
  if type(t3) in SIZED and len(t3) > 4096: run.count_large(len(t3))
  if run.large_left == t3_left: noted['grpc-simple 3'] = t3
 v2 = t3
 put(25)
 t4 = noted.get('grpc-simple 4', UNREAD)
 if t4 is UNREAD:
  t4_left = run.large_left
  if f1 is UNREAD:
   f1 = noted.get('Values.global.pilotCertProvider', UNREAD)
   if f1 is UNREAD: f1 = noted['Values.global.pilotCertProvider'] = fields(v0, ('Values', 'global', 'pilotCertProvider'))
  t4 = function_0(f1)
  if type(t4) in SIZED and len(t4) > 4096: run.count_large(len(t4))
  if run.large_left == t4_left: noted['grpc-simple 4'] = t4
 put(-1); say(t4 if type(t4) is str else run.show(t4))
 put(26)
 if f2 is UNREAD:
  f2 = noted.get('Values.global.caAddress', UNREAD)
  if f2 is UNREAD: f2 = noted['Values.global.caAddress'] = fields(v0, ('Values', 'global', 'caAddress'))
 if f3 is UNREAD:
  f3 = noted.get('Values.global.istioNamespace', UNREAD)
  if f3 is UNREAD: f3 = noted['Values.global.istioNamespace'] = fields(v0, ('Values', 'global', 'istioNamespace'))
 t5 = function_14('%s.%s.svc:15012', v2, f3, limit=run.value_length)
 if type(t5) in SIZED and len(t5) > 4096: run.count_large(len(t5))
 t6 = function_15(t5, f2)
 if type(t6) in SIZED and len(t6) > 4096: run.count_large(len(t6))
 t7 = function_0(t6)
 if type(t7) in SIZED and len(t7) > 4096: run.count_large(len(t7))
 put(-1); say(t7 if type(t7) is str else run.show(t7))
 put(27)
def template_7(run, out, dot):
 put = out.way.append; say = out.strings.append
 v0 = v1 = dot
 f0 = UNREAD
 noted = noted_in(dot)
 t1 = noted.get('grpc-simple 5', UNREAD)
 if t1 is UNREAD:
  t1_left = run.large_left
  if f0 is UNREAD:
   f0 = noted.get('InboundTrafficPolicyMode', UNREAD)
   if f0 is UNREAD: f0 = noted['InboundTrafficPolicyMode'] = fields(v0, ('InboundTrafficPolicyMode',))
  t1 = function_16(f0, 'localhost')
  if run.large_left == t1_left: noted['grpc-simple 5'] = t1
 if t1:
  pass
  put(28)
def template_8(run, out, dot):
 put = out.way.append; say = out.strings.append
 v0 = v1 = dot
 noted = noted_in(dot)
 put(29)
 run.enter(out)
 template_9(run, out, v0)
 run.depth -= 1
 put(30)
def template_9(run, out, dot):
 put = out.way.append; say = out.strings.append
 v0 = v1 = dot
 f0 = UNREAD
 noted = noted_in(dot)
 if f0 is UNREAD:
  f0 = noted.get('Values.features.resourceDivisor', UNREAD)
  if f0 is UNREAD: f0 = noted['Values.features.resourceDivisor'] = fields(v0, ('Values', 'features', 'resourceDivisor'))
 if (f0 if type(f0) in PLAIN else is_true(f0)):
  pass
  put(31)
def template_10(run, out, dot):
 put = out.way.append; say = out.strings.append
 v0 = v1 = dot
 f0 = f1 = UNREAD
 noted = noted_in(dot)
 put(32)
 t1 = noted.get('grpc-simple 6', UNREAD)
 if t1 is UNREAD:
  t1_left = run.large_left
  if f0 is UNREAD:
   f0 = noted.get('ProxyConfig', UNREAD)
   if f0 is UNREAD: f0 = noted['ProxyConfig'] = fields(v0, ('ProxyConfig',))
  t1 = function_17(f0)
  if type(t1) in SIZED and len(t1) > 4096: run.count_large(len(t1))
  if run.large_left == t1_left: noted['grpc-simple 6'] = t1
 put(-1); say(t1 if type(t1) is str else run.show(t1))
 t2 = noted.get('grpc-simple 7', UNREAD)
 if t2 is UNREAD:
  t2_left = run.large_left
  t2 = function_11()
  if type(t2) in SIZED and len(t2) > 4096: run.count_large(len(t2))
  if run.large_left == t2_left: noted['grpc-simple 7'] = t2
 v2 = t2
 if f1 is UNREAD: f1 = fields(v0, ('Spec', 'Containers'))
 v3 = slot_of(f1)
 t3 = run.elements(f1)
 for v4 in t3:
  pass
  run.count_parts(out)
  t4 = fields(v4, ('Ports',), v3)
  v5 = slot_of(t4)
  t5 = run.elements(t4)
  for v6 in t5:
   pass
   run.count_parts(out)
   t6 = function_18(v6)
   if type(t6) in SIZED and len(t6) > 4096: run.count_large(len(t6))
   t7 = function_19(v2, t6)
   if type(t7) in SIZED and len(t7) > 4096: run.count_large(len(t7))
   v2 = t7
 put(33)
 v7 = v2
 v8 = v2
 v9 = slot_of(v2)
 t8 = run.pairs(v2)
 for v11, v10 in t8:
  pass
  run.count_parts(out)
  v7 = v11
  v8 = v10
  put(34)
  if (v7 if type(v7) in PLAIN else is_true(v7)):
   pass
   put(35)
  put(-1); say(v8 if type(v8) is str else run.show(v8))
 put(36)
def template_11(run, out, dot):
 put = out.way.append; say = out.strings.append
 v0 = v1 = dot
 noted = noted_in(dot)
 put(37)
 t1 = function_13(',', v0)
 if type(t1) in SIZED and len(t1) > 4096: run.count_large(len(t1))
 t2 = function_0(t1)
 if type(t2) in SIZED and len(t2) > 4096: run.count_large(len(t2))
 put(-1); say(t2 if type(t2) is str else run.show(t2))
def template_12(run, out, dot):
 put = out.way.append; say = out.strings.append
 v0 = v1 = dot
 f0 = f1 = UNREAD
 noted = noted_in(dot)
 put(38)
 run.enter(out)
 template_9(run, out, v0)
 run.depth -= 1
 put(39)
 run.enter(out)
 template_9(run, out, v0)
 run.depth -= 1
 put(40)
 if f0 is UNREAD:
  f0 = noted.get('CompliancePolicy', UNREAD)
  if f0 is UNREAD: f0 = noted['CompliancePolicy'] = fields(v0, ('CompliancePolicy',))
 v2 = f0
 if (v2 if type(v2) in PLAIN else is_true(v2)):
  pass
  put(41)
  t1 = function_0(v2)
  if type(t1) in SIZED and len(t1) > 4096: run.count_large(len(t1))
  put(-1); say(t1 if type(t1) is str else run.show(t1))
 if f1 is UNREAD:
  f1 = noted.get('Values.features.fipsRuntime', UNREAD)
  if f1 is UNREAD: f1 = noted['Values.features.fipsRuntime'] = fields(v0, ('Values', 'features', 'fipsRuntime'))
 t2 = f1
 if (t2 if type(t2) in PLAIN else is_true(t2)):
  t3 = noted.get('grpc-simple 8', UNREAD)
  if t3 is UNREAD:
   t3_left = run.large_left
   if f0 is UNREAD:
    f0 = noted.get('CompliancePolicy', UNREAD)
    if f0 is UNREAD: f0 = noted['CompliancePolicy'] = fields(v0, ('CompliancePolicy',))
   t3 = function_16(f0, 'fips-140-3')
   if run.large_left == t3_left: noted['grpc-simple 8'] = t3
  t2 = t3
 if (t2 if type(t2) in PLAIN else is_true(t2)):
  pass
  put(42)
def template_13(run, out, dot):
 put = out.way.append; say = out.strings.append
 v0 = v1 = dot
 f0 = UNREAD
 noted = noted_in(dot)
 put(43)
 t2 = noted.get('grpc-simple 10', UNREAD)
 if t2 is UNREAD:
  t2_left = run.large_left
  t1 = noted.get('grpc-simple 9', UNREAD)
  if t1 is UNREAD:
   t1_left = run.large_left
   if f0 is UNREAD:
    f0 = noted.get('Values.global.multiCluster.clusterName', UNREAD)
    if f0 is UNREAD: f0 = noted['Values.global.multiCluster.clusterName'] = fields(v0, ('Values', 'global', 'multiCluster', 'clusterName'))
   t1 = function_15('Kubernetes', f0)
   if type(t1) in SIZED and len(t1) > 4096: run.count_large(len(t1))
   if run.large_left == t1_left: noted['grpc-simple 9'] = t1
  t2 = function_0(t1)
  if type(t2) in SIZED and len(t2) > 4096: run.count_large(len(t2))
  if run.large_left == t2_left: noted['grpc-simple 10'] = t2
 put(-1); say(t2 if type(t2) is str else run.show(t2))
 put(44)
def template_14(run, out, dot):
 put = out.way.append; say = out.strings.append
 v0 = v1 = dot
 f0 = UNREAD
 noted = noted_in(dot)
 if f0 is UNREAD:
  f0 = noted.get('Values.global.network', UNREAD)
  if f0 is UNREAD: f0 = noted['Values.global.network'] = fields(v0, ('Values', 'global', 'network'))
 v2 = f0
 if (v2 if type(v2) in PLAIN else is_true(v2)):
  pass
  put(45)
  t1 = function_0(v2)
  if type(t1) in SIZED and len(t1) > 4096: run.count_large(len(t1))
  put(-1); say(t1 if type(t1) is str else run.show(t1))
def template_15(run, out, dot):
 put = out.way.append; say = out.strings.append
 v0 = v1 = dot
 noted = noted_in(dot)
 v2 = v0
 if (v2 if type(v2) in PLAIN else is_true(v2)):
  pass
  put(46)
  t1 = function_0(v2)
  if type(t1) in SIZED and len(t1) > 4096: run.count_large(len(t1))
  put(-1); say(t1 if type(t1) is str else run.show(t1))
def template_16(run, out, dot):
 put = out.way.append; say = out.strings.append
 v0 = v1 = dot
 f0 = f1 = f2 = f3 = UNREAD
 noted = noted_in(dot)
 if f0 is UNREAD: f0 = fields(v0, ('DeploymentMeta',))
 v2 = f0
 if (v2 if type(v2) in PLAIN else is_true(v2)):
  pass
  t2 = fields(v2, ('Name',))
  t1 = t2
  if (t1 if type(t1) in PLAIN else is_true(t1)):
   if f1 is UNREAD: f1 = fields(v1, ('TypeMeta', 'APIVersion'))
   t1 = f1
  if (t1 if type(t1) in PLAIN else is_true(t1)):
   pass
   put(47)
   if f1 is UNREAD: f1 = fields(v1, ('TypeMeta', 'APIVersion'))
   t3 = fields(v2, ('Namespace',))
   t4 = function_15('default', t3)
   if type(t4) in SIZED and len(t4) > 4096: run.count_large(len(t4))
   if f2 is UNREAD: f2 = fields(v1, ('TypeMeta', 'Kind'), None, NIL)
   t5 = f2 if type(f2) is str else converted(f2, STRING)
   if f3 is UNREAD:
    f3 = function_20(t5)
    if type(f3) in SIZED and len(f3) > 4096: run.count_large(len(f3))
   t6 = fields(v2, ('Name',))
   t7 = function_14('kubernetes://apis/%s/namespaces/%s/%ss/%s', f1, t4, f3, t6, limit=run.value_length)
   if type(t7) in SIZED and len(t7) > 4096: run.count_large(len(t7))
   t8 = function_0(t7)
   if type(t8) in SIZED and len(t8) > 4096: run.count_large(len(t8))
   put(-1); say(t8 if type(t8) is str else run.show(t8))
def template_17(run, out, dot):
 put = out.way.append; say = out.strings.append
 v0 = v1 = dot
 f0 = f1 = UNREAD
 noted = noted_in(dot)
 if f0 is UNREAD: f0 = fields(v0, ('ObjectMeta', 'Annotations'), None, NIL)
 t1 = f0 if type(f0) is StringMap else converted(f0, STRING_MAP)
 if f1 is UNREAD:
  f1 = function_3(t1, 'sidecar.istio.io/bootstrapOverride')
  if type(f1) in SIZED and len(f1) > 4096: run.count_large(len(f1))
 if (f1 if type(f1) in PLAIN else is_true(f1)):
  pass
  put(48)
def template_18(run, out, dot):
 put = out.way.append; say = out.strings.append
 v0 = v1 = dot
 f0 = f1 = f2 = UNREAD
 noted = noted_in(dot)
 t1 = noted.get('grpc-simple 11', UNREAD)
 if t1 is UNREAD:
  t1_left = run.large_left
  if f0 is UNREAD:
   f0 = noted.get('MeshConfig.TrustDomain', UNREAD)
   if f0 is UNREAD: f0 = noted['MeshConfig.TrustDomain'] = fields(v0, ('MeshConfig', 'TrustDomain'))
  if f1 is UNREAD:
   f1 = noted.get('Values.global.trustDomain', UNREAD)
   if f1 is UNREAD: f1 = noted['Values.global.trustDomain'] = fields(v0, ('Values', 'global', 'trustDomain'))
  t1 = function_15(f1, f0)
  if type(t1) in SIZED and len(t1) > 4096: run.count_large(len(t1))
  if run.large_left == t1_left: noted['grpc-simple 11'] = t1
 v2 = t1
 if f2 is UNREAD:
  f2 = noted.get('Values.global.meshID', UNREAD)
  if f2 is UNREAD: f2 = noted['Values.global.meshID'] = fields(v0, ('Values', 'global', 'meshID'))
 t2 = function_15(v2, f2)
 if type(t2) in SIZED and len(t2) > 4096: run.count_large(len(t2))
 v3 = t2
 if (v3 if type(v3) in PLAIN else is_true(v3)):
  pass
  put(49)
  t3 = function_0(v3)
  if type(t3) in SIZED and len(t3) > 4096: run.count_large(len(t3))
  put(-1); say(t3 if type(t3) is str else run.show(t3))
 v4 = v2
 if (v4 if type(v4) in PLAIN else is_true(v4)):
  pass
  put(50)
  t4 = function_0(v4)
  if type(t4) in SIZED and len(t4) > 4096: run.count_large(len(t4))
  put(-1); say(t4 if type(t4) is str else run.show(t4))
def template_19(run, out, dot):
 put = out.way.append; say = out.strings.append
 v0 = v1 = dot
 noted = noted_in(dot)
 v2 = v0
 v3 = v0
 v4 = slot_of(v0)
 t1 = run.pairs(v0)
 for v6, v5 in t1:
  pass
  run.count_parts(out)
  v2 = v6
  v3 = v5
  put(51)
  t2 = function_0(v2)
  if type(t2) in SIZED and len(t2) > 4096: run.count_large(len(t2))
  put(-1); say(t2 if type(t2) is str else run.show(t2))
  put(52)
  t3 = function_0(v3)
  if type(t3) in SIZED and len(t3) > 4096: run.count_large(len(t3))
  put(-1); say(t3 if type(t3) is str else run.show(t3))
def template_20(run, out, dot):
 put = out.way.append; say = out.strings.append
 v0 = v1 = dot
 f0 = UNREAD
 noted = noted_in(dot)
 t1 = noted.get('grpc-simple 12', UNREAD)
 if t1 is UNREAD:
  t1_left = run.large_left
  if f0 is UNREAD:
   f0 = noted.get('Values.global.caName', UNREAD)
   if f0 is UNREAD: f0 = noted['Values.global.caName'] = fields(v0, ('Values', 'global', 'caName'))
  t1 = function_16(f0, 'GkeWorkloadCertificate')
  if run.large_left == t1_left: noted['grpc-simple 12'] = t1
 if t1:
  pass
  put(53)
 else:
  pass
  put(54)
def template_21(run, out, dot):
 put = out.way.append; say = out.strings.append
 v0 = v1 = dot
 f0 = UNREAD
 noted = noted_in(dot)
 t1 = noted.get('grpc-simple 13', UNREAD)
 if t1 is UNREAD:
  t1_left = run.large_left
  if f0 is UNREAD:
   f0 = noted.get('Values.global.pilotCertProvider', UNREAD)
   if f0 is UNREAD: f0 = noted['Values.global.pilotCertProvider'] = fields(v0, ('Values', 'global', 'pilotCertProvider'))
  t1 = function_16(f0, 'istiod')
  if run.large_left == t1_left: noted['grpc-simple 13'] = t1
 if t1:
  pass
  put(55)
def template_22(run, out, dot):
 put = out.way.append; say = out.strings.append
 v0 = v1 = dot
 f0 = f1 = UNREAD
 noted = noted_in(dot)
 if f0 is UNREAD: f0 = fields(v0, ('ObjectMeta', 'Annotations'), None, NIL)
 t1 = f0 if type(f0) is StringMap else converted(f0, STRING_MAP)
 if f1 is UNREAD:
  f1 = function_3(t1, 'sidecar.istio.io/bootstrapOverride')
  if type(f1) in SIZED and len(f1) > 4096: run.count_large(len(f1))
 if (f1 if type(f1) in PLAIN else is_true(f1)):
  pass
  put(56)
def template_23(run, out, dot):
 put = out.way.append; say = out.strings.append
 v0 = v1 = dot
 f0 = UNREAD
 noted = noted_in(dot)
 put(57)
 if f0 is UNREAD:
  f0 = noted.get('Values.global.mountMtlsCerts', UNREAD)
  if f0 is UNREAD: f0 = noted['Values.global.mountMtlsCerts'] = fields(v0, ('Values', 'global', 'mountMtlsCerts'))
 if (f0 if type(f0) in PLAIN else is_true(f0)):
  pass
  put(58)
 put(59)
def template_24(run, out, dot):
 put = out.way.append; say = out.strings.append
 v0 = v1 = dot
 f0 = f1 = f2 = f3 = f4 = UNREAD
 noted = noted_in(dot)
 if f0 is UNREAD: f0 = fields(v0, ('ObjectMeta', 'Annotations'), None, NIL)
 t1 = f0 if type(f0) is StringMap else converted(f0, STRING_MAP)
 if f1 is UNREAD:
  f1 = function_3(t1, 'sidecar.istio.io/userVolumeMount')
  if type(f1) in SIZED and len(f1) > 4096: run.count_large(len(f1))
 if (f1 if type(f1) in PLAIN else is_true(f1)):
  pass
  if f2 is UNREAD: f2 = fields(v0, ('ObjectMeta', 'Annotations'))
  if f3 is UNREAD:
   f3 = function_1(f2, 'sidecar.istio.io/userVolumeMount')
   if type(f3) in SIZED and len(f3) > 4096: run.count_large(len(f3))
  t2 = f3 if type(f3) is str else converted(f3, STRING)
  if f4 is UNREAD:
   f4 = function_21(t2)
   if type(f4) in SIZED and len(f4) > 4096: run.count_large(len(f4))
  v2 = f4
  v3 = f4
  v4 = slot_of(f4)
  t3 = run.pairs(f4)
  for v6, v5 in t3:
   pass
   run.count_parts(out)
   v2 = v6
   v3 = v5
   put(60)
   t4 = function_0(v2)
   if type(t4) in SIZED and len(t4) > 4096: run.count_large(len(t4))
   put(-1); say(t4 if type(t4) is str else run.show(t4))
   t5 = function_9(v3)
   if type(t5) in SIZED and len(t5) > 4096: run.count_large(len(t5))
   t6 = t5 if type(t5) is str else converted(t5, STRING)
   t7 = function_10(6, t6)
   if type(t7) in SIZED and len(t7) > 4096: run.count_large(len(t7))
   put(-1); say(t7 if type(t7) is str else run.show(t7))
def template_25(run, out, dot):
 put = out.way.append; say = out.strings.append
 v0 = v1 = dot
 f0 = UNREAD
 noted = noted_in(dot)
 t1 = noted.get('grpc-simple 14', UNREAD)
 if t1 is UNREAD:
  t1_left = run.large_left
  if f0 is UNREAD:
   f0 = noted.get('Values.global.caName', UNREAD)
   if f0 is UNREAD: f0 = noted['Values.global.caName'] = fields(v0, ('Values', 'global', 'caName'))
  t1 = function_16(f0, 'GkeWorkloadCertificate')
  if run.large_left == t1_left: noted['grpc-simple 14'] = t1
 if t1:
  pass
  put(61)
 else:
  pass
  put(62)
def template_26(run, out, dot):
 put = out.way.append; say = out.strings.append
 v0 = v1 = dot
 f0 = UNREAD
 noted = noted_in(dot)
 if f0 is UNREAD: f0 = fields(v0, ('ObjectMeta', 'Annotations'))
 v2 = f0
 if (v2 if type(v2) in PLAIN else is_true(v2)):
  pass
  t1 = v2 if type(v2) is StringMap else converted(v2, STRING_MAP)
  t2 = function_3(t1, 'sidecar.istio.io/bootstrapOverride')
  if type(t2) in SIZED and len(t2) > 4096: run.count_large(len(t2))
  if (t2 if type(t2) in PLAIN else is_true(t2)):
   pass
   put(63)
   t3 = function_1(v2, 'sidecar.istio.io/bootstrapOverride')
   if type(t3) in SIZED and len(t3) > 4096: run.count_large(len(t3))
   t4 = function_0(t3)
   if type(t4) in SIZED and len(t4) > 4096: run.count_large(len(t4))
   put(-1); say(t4 if type(t4) is str else run.show(t4))
   put(64)
def template_27(run, out, dot):
 put = out.way.append; say = out.strings.append
 v0 = v1 = dot
 f0 = UNREAD
 noted = noted_in(dot)
 put(65)
 t1 = noted.get('grpc-simple 15', UNREAD)
 if t1 is UNREAD:
  t1_left = run.large_left
  if f0 is UNREAD:
   f0 = noted.get('Values.global.sds.token.aud', UNREAD)
   if f0 is UNREAD: f0 = noted['Values.global.sds.token.aud'] = fields(v0, ('Values', 'global', 'sds', 'token', 'aud'))
  t1 = function_0(f0)
  if type(t1) in SIZED and len(t1) > 4096: run.count_large(len(t1))
  if run.large_left == t1_left: noted['grpc-simple 15'] = t1
 put(-1); say(t1 if type(t1) is str else run.show(t1))
def template_28(run, out, dot):
 put = out.way.append; say = out.strings.append
 v0 = v1 = dot
 f0 = f1 = f2 = UNREAD
 noted = noted_in(dot)
 if f0 is UNREAD:
  f0 = noted.get('Values.global.trustBundleName', UNREAD)
  if f0 is UNREAD: f0 = noted['Values.global.trustBundleName'] = fields(v0, ('Values', 'global', 'trustBundleName'))
 v2 = f0
 t1 = noted.get('grpc-simple 16', UNREAD)
 if t1 is UNREAD:
  t1_left = run.large_left
  if f1 is UNREAD:
   f1 = noted.get('Values.global.pilotCertProvider', UNREAD)
   if f1 is UNREAD: f1 = noted['Values.global.pilotCertProvider'] = fields(v0, ('Values', 'global', 'pilotCertProvider'))
  t1 = function_16(f1, 'istiod')
  if run.large_left == t1_left: noted['grpc-simple 16'] = t1
 if t1:
  pass
  put(66)
  t2 = noted.get('grpc-simple 17', UNREAD)
  if t2 is UNREAD:
   t2_left = run.large_left
   if f2 is UNREAD:
    f2 = noted.get('Values.pilot.env.ENABLE_CLUSTER_TRUST_BUNDLE_API', UNREAD)
    if f2 is UNREAD: f2 = noted['Values.pilot.env.ENABLE_CLUSTER_TRUST_BUNDLE_API'] = fields(v0, ('Values', 'pilot', 'env', 'ENABLE_CLUSTER_TRUST_BUNDLE_API'))
   t2 = function_16(f2, True)
   if run.large_left == t2_left: noted['grpc-simple 17'] = t2
  if t2:
   pass
   put(67)
   t3 = function_15('root-cert', v2)
   if type(t3) in SIZED and len(t3) > 4096: run.count_large(len(t3))
   put(-1); say(t3 if type(t3) is str else run.show(t3))
   put(68)
  else:
   pass
   put(69)
   t4 = function_15('istio-ca-root-cert', v2)
   if type(t4) in SIZED and len(t4) > 4096: run.count_large(len(t4))
   t5 = function_0(t4)
   if type(t5) in SIZED and len(t5) > 4096: run.count_large(len(t5))
   put(-1); say(t5 if type(t5) is str else run.show(t5))
   put(70)
def template_29(run, out, dot):
 put = out.way.append; say = out.strings.append
 v0 = v1 = dot
 f0 = f1 = f2 = UNREAD
 noted = noted_in(dot)
 if f0 is UNREAD:
  f0 = noted.get('Values.global.mountMtlsCerts', UNREAD)
  if f0 is UNREAD: f0 = noted['Values.global.mountMtlsCerts'] = fields(v0, ('Values', 'global', 'mountMtlsCerts'))
 if (f0 if type(f0) in PLAIN else is_true(f0)):
  pass
  put(71)
  if f1 is UNREAD: f1 = fields(v0, ('Spec', 'ServiceAccountName'))
  if f2 is UNREAD:
   f2 = function_15('default', f1)
   if type(f2) in SIZED and len(f2) > 4096: run.count_large(len(f2))
  put(-1); say(f2 if type(f2) is str else run.show(f2))
  put(72)
def template_30(run, out, dot):
 put = out.way.append; say = out.strings.append
 v0 = v1 = dot
 f0 = f1 = f2 = f3 = f4 = UNREAD
 noted = noted_in(dot)
 if f0 is UNREAD: f0 = fields(v0, ('ObjectMeta', 'Annotations'), None, NIL)
 t1 = f0 if type(f0) is StringMap else converted(f0, STRING_MAP)
 if f1 is UNREAD:
  f1 = function_3(t1, 'sidecar.istio.io/userVolume')
  if type(f1) in SIZED and len(f1) > 4096: run.count_large(len(f1))
 if (f1 if type(f1) in PLAIN else is_true(f1)):
  pass
  if f2 is UNREAD: f2 = fields(v0, ('ObjectMeta', 'Annotations'))
  if f3 is UNREAD:
   f3 = function_1(f2, 'sidecar.istio.io/userVolume')
   if type(f3) in SIZED and len(f3) > 4096: run.count_large(len(f3))
  t2 = f3 if type(f3) is str else converted(f3, STRING)
  if f4 is UNREAD:
   f4 = function_21(t2)
   if type(f4) in SIZED and len(f4) > 4096: run.count_large(len(f4))
  v2 = f4
  v3 = f4
  v4 = slot_of(f4)
  t3 = run.pairs(f4)
  for v6, v5 in t3:
   pass
   run.count_parts(out)
   v2 = v6
   v3 = v5
   put(73)
   t4 = function_0(v2)
   if type(t4) in SIZED and len(t4) > 4096: run.count_large(len(t4))
   put(-1); say(t4 if type(t4) is str else run.show(t4))
   t5 = function_9(v3)
   if type(t5) in SIZED and len(t5) > 4096: run.count_large(len(t5))
   t6 = t5 if type(t5) is str else converted(t5, STRING)
   t7 = function_10(4, t6)
   if type(t7) in SIZED and len(t7) > 4096: run.count_large(len(t7))
   put(-1); say(t7 if type(t7) is str else run.show(t7))
def template_31(run, out, dot):
 put = out.way.append; say = out.strings.append
 v0 = v1 = dot
 f0 = UNREAD
 noted = noted_in(dot)
 if f0 is UNREAD:
  f0 = noted.get('Values.global.imagePullSecrets', UNREAD)
  if f0 is UNREAD: f0 = noted['Values.global.imagePullSecrets'] = fields(v0, ('Values', 'global', 'imagePullSecrets'))
 v2 = f0
 if (v2 if type(v2) in PLAIN else is_true(v2)):
  pass
  put(74)
  v3 = slot_of(v2)
  t1 = run.elements(v2)
  for v4 in t1:
   pass
   run.count_parts(out)
   put(75)
   t2 = function_0(v4)
   if type(t2) in SIZED and len(t2) > 4096: run.count_large(len(t2))
   put(-1); say(t2 if type(t2) is str else run.show(t2))
