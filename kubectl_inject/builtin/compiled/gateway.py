"""The template gateway as Python. Written by make templates."""

SOURCE = '14511-08c6865d3e290db8'
TEXTS = (
    'metadata:\n  labels:\n    service.istio.io/canonical-name: ',
    '\n  annotations:\n    istio.io/rev: ',
    '\nspec:\n  securityContext:',
    '\n    sysctls:\n    - {name: net.ipv4.ip_unprivileged_port_start, value: "0"}',
    '\n\n  containers:\n  - name: istio-proxy',
    '\n    ports:\n    - {name: http-envoy-prom, containerPort: 15090, protocol: TCP}\n    args:\n    - proxy\n    - router',
    '\n    lifecycle:',
    '\n    securityContext:\n      runAsUser: ',
    '\n      runAsGroup: ',
    '\n    env:',
    '\n    - name: ISTIO_META_INTERCEPTION_MODE\n      value: ',
    '\n    readinessProbe:\n      httpGet: {path: /healthz/ready, port: 15021}\n      initialDelaySeconds: ',
    '\n      periodSeconds: ',
    '\n      timeoutSeconds: 3\n      failureThreshold: ',
    '\n    volumeMounts:\n    - {name: workload-socket, mountPath: /var/run/secrets/workload-spiffe-uds}\n    - {name: credential-socket, mountPath: /var/run/secrets/credential-uds}',
    '\n    - {name: istio-data, mountPath: /var/lib/istio/data}',
    '\n    - {name: istio-envoy, mountPath: /etc/istio/proxy}',
    '\n\n  volumes:\n  - name: workload-socket\n  - name: credential-socket\n    emptyDir: {}',
    '\n    emptyDir: {}',
    '\n  - name: istio-envoy\n    emptyDir: {medium: Memory}',
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
    '\n    - name: GOMEMLIMIT\n      valueFrom: {resourceFieldRef: {resource: limits.memory',
    '}}\n    - name: GOMAXPROCS\n      valueFrom: {resourceFieldRef: {resource: limits.cpu',
    '}}',
    '\n    - name: COMPLIANCE_POLICY\n      value: ',
    '\n    - {name: GODEBUG, value: "fips140=only"}',
    '\n    - name: ISTIO_META_APP_CONTAINERS\n      value: ',
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
    '\n  imagePullSecrets:',
    '\n  - name: ',
    ', divisor: "1"',
)
FUNCTIONS = (
    'list',
    'ne',
    'append',
    'index',
    'coalesce',
    'default',
    'quote',
    'first',
    'dict',
    'toYaml',
    'nindent',
    'isset',
    'not',
    'annotation',
    'contains',
    'ternary',
    'compact',
    'join',
    'print',
    'protoToJSON',
    'structToJSON',
    'eq',
    'lower',
)
SITES = (
    (11227, '.ObjectMeta.Labels', 'gateway', ''),
    (11260, '.Values.global', 'gateway', ''),
    (11291, 'list', 'gateway', ''),
    (11291, 'list', 'gateway', 'list'),
    (11314, '.Spec.Containers', 'gateway', ''),
    (11341, '.Name', 'gateway', ''),
    (11338, 'ne .Name "istio-proxy"', 'gateway', ''),
    (11338, 'ne .Name "istio-proxy"', 'gateway', 'ne'),
    (11347, '"istio-proxy"', 'gateway', ''),
    (11399, '.Name', 'gateway', ''),
    (11380, 'append $containers .Name', 'gateway', ''),
    (11380, 'append $containers .Name', 'gateway', 'append'),
    (11506, 'index $labels "service.istio.io/canonical-name"', 'gateway', 'index'),
    (11562, 'index $labels "app.kubernetes.io/name"', 'gateway', 'index'),
    (11609, 'index $labels "app"', 'gateway', 'index'),
    (11651, '.DeploymentMeta.Name', 'gateway', ''),
    (11490, 'coalesce (index $labels "service.istio.io/canonical-name") (index $labels "app.kubernetes.io/name") (index $labels "app") .DeploymentMeta.Name', 'gateway', 'coalesce'),
    (11659, 'default ""', 'gateway', 'default'),
    (11672, 'quote', 'gateway', ''),
    (11672, 'quote', 'gateway', 'quote'),
    (11698, '{{template "label.canonicalRevision" .}}', 'gateway', ''),
    (11765, '.Revision', 'gateway', ''),
    (11777, 'default "default"', 'gateway', ''),
    (11777, 'default "default"', 'gateway', 'default'),
    (11797, 'quote', 'gateway', ''),
    (11797, 'quote', 'gateway', 'quote'),
    (11885, '.ObjectMeta.Annotations', 'gateway', ''),
    (11911, 'first $containers', 'gateway', 'first'),
    (11855, 'dict "annotations" .ObjectMeta.Annotations "container" (first $containers)', 'gateway', 'dict'),
    (11823, '{{template "annotations.defaultContainer" (dict "annotations" .ObjectMeta.Annotations "container" (first $containers))}}', 'gateway', ''),
    (11979, '.Values.gateways.securityContext', 'gateway', ''),
    (12016, 'toYaml .', 'gateway', ''),
    (12016, 'toYaml .', 'gateway', 'toYaml'),
    (12035, '4', 'gateway', ''),
    (12027, 'nindent 4', 'gateway', ''),
    (12027, 'nindent 4', 'gateway', 'nindent'),
    (12272, '{{template "image" .}}', 'gateway', ''),
    (12415, '{{template "args.agent" .}}', 'gateway', ''),
    (12453, '$global.proxy.lifecycle', 'gateway', ''),
    (12498, 'toYaml .', 'gateway', ''),
    (12498, 'toYaml .', 'gateway', 'toYaml'),
    (12517, '6', 'gateway', ''),
    (12509, 'nindent 6', 'gateway', ''),
    (12509, 'nindent 6', 'gateway', 'nindent'),
    (12578, '.ProxyUID', 'gateway', ''),
    (12590, 'default 1337', 'gateway', 'default'),
    (12598, '1337', 'gateway', ''),
    (12627, '.ProxyGID', 'gateway', ''),
    (12639, 'default 1337', 'gateway', 'default'),
    (12647, '1337', 'gateway', ''),
    (12681, '{{template "env.identity" .}}', 'gateway', ''),
    (12718, '{{template "env.cpuLimit" .}}', 'gateway', ''),
    (12755, '{{template "env.proxyConfig" .}}', 'gateway', ''),
    (12795, '{{template "env.runtime" .}}', 'gateway', ''),
    (12831, '{{template "env.appContainers" $containers}}', 'gateway', ''),
    (12883, '{{template "env.cluster" .}}', 'gateway', ''),
    (12971, '.ProxyConfig.InterceptionMode.String', 'gateway', ''),
    (12998, 'quote', 'gateway', ''),
    (12998, 'quote', 'gateway', 'quote'),
    (13024, '{{template "env.network" .}}', 'gateway', ''),
    (13090, '.DeploymentMeta.Name', 'gateway', ''),
    (13060, '{{template "env.workload" .DeploymentMeta.Name}}', 'gateway', ''),
    (13116, '{{template "env.owner" .}}', 'gateway', ''),
    (13150, '{{template "env.bootstrap" .}}', 'gateway', ''),
    (13188, '{{template "env.mesh" .}}', 'gateway', ''),
    (13249, '.ProxyConfig.ProxyMetadata', 'gateway', ''),
    (13221, '{{template "env.variables" .ProxyConfig.ProxyMetadata}}', 'gateway', ''),
    (13375, '$global.proxy.readinessInitialDelaySeconds', 'gateway', ''),
    (13445, '$global.proxy.readinessPeriodSeconds', 'gateway', ''),
    (13536, '$global.proxy.readinessFailureThreshold', 'gateway', ''),
    (13762, '{{template "mounts.workloadCertificate" .}}', 'gateway', ''),
    (13813, '{{template "mounts.rootCertificate" .}}', 'gateway', ''),
    (13917, '{{template "mounts.bootstrap" .}}', 'gateway', ''),
    (14013, '{{template "mounts.pod" .}}', 'gateway', ''),
    (14129, '{{template "volumes.workloadCertificate" .}}', 'gateway', ''),
    (14183, '$global.caName', 'gateway', ''),
    (14173, 'ne $global.caName "GkeWorkloadCertificate"', 'gateway', ''),
    (14173, 'ne $global.caName "GkeWorkloadCertificate"', 'gateway', 'ne'),
    (14191, '"GkeWorkloadCertificate"', 'gateway', ''),
    (14264, '{{template "volumes.bootstrap" .}}', 'gateway', ''),
    (14357, '{{template "volumes.pod" .}}', 'gateway', ''),
    (14391, '{{template "volumes.rootCertificate" .}}', 'gateway', ''),
    (14437, '{{template "volumes.mountedCertificates" .}}', 'gateway', ''),
    (14487, '{{template "imagePullSecrets" .}}', 'gateway', ''),
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
    (7406, '.', 'env.variables', ''),
    (7426, 'quote $name', 'env.variables', ''),
    (7426, 'quote $name', 'env.variables', 'quote'),
    (7432, '$name', 'env.variables', ''),
    (7457, 'quote $value', 'env.variables', ''),
    (7457, 'quote $value', 'env.variables', 'quote'),
    (7463, '$value', 'env.variables', ''),
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
    (10986, '.Values.global.imagePullSecrets', 'imagePullSecrets', ''),
    (11046, '.', 'imagePullSecrets', ''),
    (11064, 'quote .', 'imagePullSecrets', ''),
    (11064, 'quote .', 'imagePullSecrets', 'quote'),
    (11070, '.', 'imagePullSecrets', ''),
    (4602, '.Values.features.resourceDivisor', 'divisor', ''),
)
LINE_SITES = (-1, -1, -1, -1, -1, -1, 0, -1, -1, -1, 1, -1, -1, 2, -1, -1, 3, -1, -1, -1, -1, 4, -1, 4, 4, -1, 4, 5, 6, 7, 8, -1, 9, 10, 10, 11, 10, -1, -1, 12, 13, 14, 15, 16, 17, 18, 19, 18, 18, 20, 20, -1, -1, -1, 24, -1, -1, -1, 22, -1, -1, -1, -1, 21, 23, -1, -1, -1, 24, 25, 24, -1, -1, -1, 24, 26, 27, 28, 29, 29, -1, -1, -1, -1, 30, -1, 30, -1, 31, 32, 31, 33, 34, 35, 34, 33, -1, -1, -1, -1, 36, 36, -1, -1, 37, 37, -1, 38, -1, 38, -1, -1, 39, 40, 39, 41, 42, 43, 42, 41, -1, 44, -1, 45, 46, -1, 47, -1, 48, 49, -1, 50, 50, -1, 51, 51, -1, 52, 52, -1, 53, 53, -1, 54, 54, -1, 55, 55, -1, -1, -1, 57, -1, -1, -1, -1, 56, 57, 58, 57, -1, -1, -1, 57, 59, 59, -1, 60, 61, 61, -1, 62, 62, -1, 63, 63, -1, 64, 64, -1, -1, -1, 65, 66, 66, -1, -1, 67, 67, -1, 68, 68, -1, 69, 69, -1, 70, 70, -1, 71, 71, -1, -1, 72, 72, -1, -1, 73, 73, -1, -1, 74, 74, -1, 75, 76, 77, 78, -1, -1, 79, 79, -1, -1, 80, 80, -1, 81, 81, -1, 82, 82, -1, 83, 83, -1, -1, -1, -1, -1, -1, -1, -1, 84, -1, -1, 85, 86, 87, 88, 89, 90, 89, 89, -1, -1, -1, -1, -1, -1, 91, 91, -1, 92, 92, -1, 93, -1, 94, 95, -1, -1, 96, -1, 97, 98, 97, 97, 99, 99, -1, 100, -1, 101, 102, -1, -1, 103, -1, 104, 105, 104, 104, -1, -1, -1, -1, -1, -1, 106, -1, -1, 107, -1, 108, -1, -1, 109, 110, 111, 112, 111, 110, 113, 114, 115, 114, 114, -1, -1, 116, -1, 116, -1, -1, 117, 118, 117, 119, -1, -1, -1, -1, -1, -1, -1, -1, -1, 120, 120, -1, 121, -1, -1, 122, -1, 123, 122, -1, 124, -1, -1, 125, -1, 126, 125, -1, 127, -1, -1, 128, -1, 129, 128, -1, -1, -1, 130, -1, 130, -1, -1, 131, -1, -1, 132, 132, -1, -1, -1, -1, -1, -1, -1, -1, -1, 138, -1, -1, -1, 136, -1, -1, -1, 134, -1, -1, -1, -1, 133, 135, -1, -1, -1, 136, 137, 136, -1, -1, -1, 138, 139, 138, -1, -1, -1, -1, -1, -1, 141, -1, -1, -1, -1, 140, 141, 142, 141, -1, -1, -1, 141, -1, -1, -1, 143, -1, -1, 144, 145, 145, 146, 145, 147, 148, 149, 148, 148, -1, -1, -1, -1, -1, -1, -1, 150, 150, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 152, -1, -1, -1, -1, 151, 152, 153, 152, -1, -1, -1, 151, -1, 154, -1, -1, 155, -1, -1, -1, -1, 156, -1, 156, 156, -1, 156, 157, -1, 157, 157, -1, 157, 158, 159, 158, 160, 160, 161, 160, -1, -1, -1, -1, -1, 162, 162, -1, 162, -1, -1, -1, 163, -1, -1, 164, -1, -1, -1, -1, -1, -1, -1, -1, 165, 165, -1, -1, 166, 166, -1, -1, -1, -1, 167, -1, 167, -1, -1, 168, 169, 168, 170, -1, -1, 171, -1, 171, -1, 173, -1, -1, -1, -1, 172, 173, 174, -1, -1, -1, -1, 175, -1, -1, -1, -1, -1, -1, -1, -1, 176, 177, 176, 178, 179, 178, 178, -1, -1, -1, -1, -1, -1, -1, -1, 183, -1, -1, -1, 181, -1, -1, -1, -1, 180, 182, -1, -1, -1, 183, 184, 183, -1, -1, -1, 183, -1, -1, -1, -1, -1, -1, -1, -1, -1, 185, -1, 185, -1, -1, 186, 187, 186, 188, -1, -1, -1, -1, -1, -1, 189, -1, -1, 190, 191, 190, 192, -1, -1, -1, -1, -1, -1, 193, -1, 193, -1, 194, -1, 194, 195, -1, 195, -1, -1, 196, 197, 198, 199, 199, -1, 200, 201, 200, 202, 203, 203, 203, 203, 204, 203, 205, 206, 205, 205, -1, -1, -1, -1, -1, -1, 207, 207, -1, 208, 209, -1, -1, -1, -1, -1, -1, -1, -1, -1, 212, -1, -1, -1, -1, 210, -1, -1, 211, 213, -1, -1, -1, -1, -1, -1, 214, 215, -1, 216, -1, -1, 217, 218, 217, 219, -1, 220, -1, -1, 221, 222, 221, 223, -1, -1, -1, -1, -1, -1, -1, -1, 224, 224, -1, 224, -1, -1, -1, 225, 226, 225, 227, -1, 228, 229, 228, 230, -1, -1, -1, -1, -1, -1, -1, 232, -1, -1, -1, -1, 231, 232, 233, -1, -1, -1, 234, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 236, -1, -1, -1, -1, 235, 236, 237, -1, -1, -1, 238, -1, -1, -1, -1, -1, -1, -1, -1, 239, 239, -1, 240, 241, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 242, 242, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 244, -1, -1, -1, -1, 243, 244, 245, -1, -1, -1, 246, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, -1, 247, -1, 247, -1, 248, 249, 250, -1, -1, 251, 252, 253, 252, 252, -1, -1, -1, -1, -1, -1, -1, -1, -1, 255, -1, -1, -1, -1, 254, 255, 256, 255, -1, -1, -1, 255, -1, -1, -1, -1, -1, -1, -1, -1, 257, -1, -1, 259, -1, -1, -1, -1, 258, 259, 260, -1, -1, -1, 261, -1, -1, -1, 263, -1, -1, -1, -1, 262, 263, 264, -1, -1, -1, 265, -1, -1, 266, 267, -1, -1, -1, -1, 268, 269, 270, 269, 269, -1, -1, -1, -1, -1, -1, -1, -1, -1, 271, 271, -1, -1, 272, -1, 273, 274, -1, -1, -1, -1, -1, -1, -1, -1, -1, 275, -1, 275, -1, -1, -1, 276, 276, -1, 276, -1, 277, 278, 277, 279, -1, -1, -1, -1, -1, -1, -1, -1, 280, 280, -1, -1)

def template_0(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 375
 v0 = v1 = dot
 f0 = f1 = f2 = f3 = f4 = f5 = f6 = f7 = f8 = f9 = f10 = f11 = f12 = UNREAD
 noted = noted_in(dot)
 if f0 is UNREAD: f0 = fields(run, v0, ('ObjectMeta', 'Labels'))
 v2 = f0
 if f1 is UNREAD:
  f1 = noted.get('Values.global', UNREAD)
  if f1 is UNREAD: f1 = noted['Values.global'] = fields(UNMETERED, v0, ('Values', 'global'))
 v3 = f1
 t1 = noted.get('gateway 1', UNREAD)
 if t1 is UNREAD: t1 = run.paid_again(noted.get('gateway 1 long'))
 if t1 is UNREAD:
  t1_steps = run.steps_left; t1_values = run.values_left
  t1 = function_0()
  run.steps_left = t1_steps
  if run.values_left == t1_values: noted['gateway 1'] = t1
  else: noted['gateway 1 long'] = (t1, t1_values - run.values_left)
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
 put(0)
 t7 = function_3(v2, 'service.istio.io/canonical-name', meter=run)
 t8 = function_3(v2, 'app.kubernetes.io/name', meter=run)
 t9 = function_3(v2, 'app', meter=run)
 if f3 is UNREAD: f3 = fields(run, v0, ('DeploymentMeta', 'Name'))
 t10 = function_4(t7, t8, t9, f3)
 t11 = function_5('', t10)
 if type(t11) is not str or len(t11) > 64: run.walk(t11)
 t12 = function_6(t11)
 if type(t12) in SIZED and len(t12) > 64: run.made(t12)
 put(-1); say(t12 if type(t12) is str else run.show(t12))
 run.enter(out)
 template_1(run, out, v0)
 run.depth -= 1
 put(1)
 t14 = noted.get('gateway 3', UNREAD)
 if t14 is UNREAD: t14 = run.paid_again(noted.get('gateway 3 long'))
 if t14 is UNREAD:
  t14_steps = run.steps_left; t14_values = run.values_left
  t13 = noted.get('gateway 2', UNREAD)
  if t13 is UNREAD: t13 = run.paid_again(noted.get('gateway 2 long'))
  if t13 is UNREAD:
   t13_steps = run.steps_left; t13_values = run.values_left
   if f4 is UNREAD:
    f4 = noted.get('Revision', UNREAD)
    if f4 is UNREAD: f4 = noted['Revision'] = fields(UNMETERED, v0, ('Revision',))
   t13 = function_5('default', f4)
   run.steps_left = t13_steps
   if run.values_left == t13_values: noted['gateway 2'] = t13
   else: noted['gateway 2 long'] = (t13, t13_values - run.values_left)
  if type(t13) is not str or len(t13) > 64: run.walk(t13)
  t14 = function_6(t13)
  if type(t14) in SIZED and len(t14) > 64: run.made(t14)
  run.steps_left = t14_steps
  if run.values_left == t14_values: noted['gateway 3'] = t14
  else: noted['gateway 3 long'] = (t14, t14_values - run.values_left)
 put(-1); say(t14 if type(t14) is str else run.show(t14))
 if f5 is UNREAD: f5 = fields(run, v0, ('ObjectMeta', 'Annotations'))
 t15 = function_7(v4)
 t16 = function_8('annotations', f5, 'container', t15, meter=run)
 run.enter(out)
 template_2(run, out, t16)
 run.depth -= 1
 put(2)
 if f6 is UNREAD:
  f6 = noted.get('Values.gateways.securityContext', UNREAD)
  if f6 is UNREAD: f6 = noted['Values.gateways.securityContext'] = fields(UNMETERED, v0, ('Values', 'gateways', 'securityContext'))
 v7 = f6
 if (v7 if type(v7) in PLAIN else is_true(v7)):
  pass
  if type(v7) is not str or len(v7) > 64: run.walk(v7)
  t17 = function_9(v7)
  if type(t17) in SIZED and len(t17) > 64: run.made(t17)
  t18 = t17 if type(t17) is str else converted(t17, STRING)
  if len(t18) > 1024: run.copy(t18)
  t19 = function_10(4, t18)
  if type(t19) in SIZED and len(t19) > 64: run.made(t19)
  put(-1); say(t19 if type(t19) is str else run.show(t19))
 else:
  pass
  put(3)
 put(4)
 run.enter(out)
 template_3(run, out, v0)
 run.depth -= 1
 put(5)
 run.enter(out)
 template_4(run, out, v0)
 run.depth -= 1
 t20 = fields(run, v3, ('proxy', 'lifecycle'))
 v8 = t20
 if (v8 if type(v8) in PLAIN else is_true(v8)):
  pass
  put(6)
  if type(v8) is not str or len(v8) > 64: run.walk(v8)
  t21 = function_9(v8)
  if type(t21) in SIZED and len(t21) > 64: run.made(t21)
  t22 = t21 if type(t21) is str else converted(t21, STRING)
  if len(t22) > 1024: run.copy(t22)
  t23 = function_10(6, t22)
  if type(t23) in SIZED and len(t23) > 64: run.made(t23)
  put(-1); say(t23 if type(t23) is str else run.show(t23))
 put(7)
 if f7 is UNREAD: f7 = fields(run, v0, ('ProxyUID',))
 if f8 is UNREAD:
  f8 = function_5(1337, f7)
 put(-1); say(f8 if type(f8) is str else run.show(f8))
 put(8)
 if f9 is UNREAD: f9 = fields(run, v0, ('ProxyGID',))
 if f10 is UNREAD:
  f10 = function_5(1337, f9)
 put(-1); say(f10 if type(f10) is str else run.show(f10))
 put(9)
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
 template_8(run, out, v0)
 run.depth -= 1
 run.enter(out)
 template_9(run, out, v4)
 run.depth -= 1
 run.enter(out)
 template_10(run, out, v0)
 run.depth -= 1
 put(10)
 t24 = noted.get('gateway 4', UNREAD)
 if t24 is UNREAD: t24 = run.paid_again(noted.get('gateway 4 long'))
 if t24 is UNREAD:
  t24_steps = run.steps_left; t24_values = run.values_left
  if f11 is UNREAD:
   f11 = noted.get('ProxyConfig.InterceptionMode.String', UNREAD)
   if f11 is UNREAD: f11 = noted['ProxyConfig.InterceptionMode.String'] = fields(UNMETERED, v0, ('ProxyConfig', 'InterceptionMode', 'String'))
  if type(f11) is not str or len(f11) > 64: run.walk(f11)
  t24 = function_6(f11)
  if type(t24) in SIZED and len(t24) > 64: run.made(t24)
  run.steps_left = t24_steps
  if run.values_left == t24_values: noted['gateway 4'] = t24
  else: noted['gateway 4 long'] = (t24, t24_values - run.values_left)
 put(-1); say(t24 if type(t24) is str else run.show(t24))
 run.enter(out)
 template_11(run, out, v0)
 run.depth -= 1
 if f3 is UNREAD: f3 = fields(run, v0, ('DeploymentMeta', 'Name'))
 run.enter(out)
 template_12(run, out, f3)
 run.depth -= 1
 run.enter(out)
 template_13(run, out, v0)
 run.depth -= 1
 run.enter(out)
 template_14(run, out, v0)
 run.depth -= 1
 run.enter(out)
 template_15(run, out, v0)
 run.depth -= 1
 if f12 is UNREAD:
  f12 = noted.get('ProxyConfig.ProxyMetadata', UNREAD)
  if f12 is UNREAD: f12 = noted['ProxyConfig.ProxyMetadata'] = fields(UNMETERED, v0, ('ProxyConfig', 'ProxyMetadata'))
 run.enter(out)
 template_16(run, out, f12)
 run.depth -= 1
 put(11)
 t25 = fields(run, v3, ('proxy', 'readinessInitialDelaySeconds'))
 put(-1); say(t25 if type(t25) is str else run.show(t25))
 put(12)
 t26 = fields(run, v3, ('proxy', 'readinessPeriodSeconds'))
 put(-1); say(t26 if type(t26) is str else run.show(t26))
 put(13)
 t27 = fields(run, v3, ('proxy', 'readinessFailureThreshold'))
 put(-1); say(t27 if type(t27) is str else run.show(t27))
 put(14)
 run.enter(out)
 template_17(run, out, v0)
 run.depth -= 1
 run.enter(out)
 template_18(run, out, v0)
 run.depth -= 1
 put(15)
 run.enter(out)
 template_19(run, out, v0)
 run.depth -= 1
 put(16)
 run.enter(out)
 template_20(run, out, v0)
 run.depth -= 1
 put(17)
 run.enter(out)
 template_21(run, out, v0)
 run.depth -= 1
 t28 = fields(run, v3, ('caName',))
 if type(t28) in SIZED and len(t28) > 1024: run.copy(t28)
 t29 = function_1(t28, 'GkeWorkloadCertificate')
 if t29:
  pass
  put(18)
 run.enter(out)
 template_22(run, out, v0)
 run.depth -= 1
 put(19)
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
 put(20)
def template_1(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 63
 v0 = v1 = dot
 f0 = UNREAD
 noted = noted_in(dot)
 if f0 is UNREAD: f0 = fields(run, v0, ('ObjectMeta', 'Labels'))
 v2 = f0
 put(21)
 t1 = function_3(v2, 'service.istio.io/canonical-revision', meter=run)
 t2 = function_3(v2, 'app.kubernetes.io/version', meter=run)
 t3 = function_3(v2, 'version', meter=run)
 t4 = function_4(t1, t2, t3, 'latest')
 if type(t4) is not str or len(t4) > 64: run.walk(t4)
 t5 = function_6(t4)
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
   f2 = function_11(t1, 'kubectl.kubernetes.io/default-logs-container')
  if f3 is UNREAD:
   f3 = function_12(f2)
  if f3:
   pass
   put(22)
   if f0 is UNREAD: f0 = fields(run, v0, ('container',))
   if f4 is UNREAD:
    if type(f0) is not str or len(f0) > 64: run.walk(f0)
    f4 = function_6(f0)
    if type(f4) in SIZED and len(f4) > 64: run.made(f4)
   put(-1); say(f4 if type(f4) is str else run.show(f4))
  if f1 is UNREAD: f1 = fields(run, v0, ('annotations',), None, NIL)
  t2 = f1 if type(f1) is StringMap else converted(f1, STRING_MAP)
  if f5 is UNREAD:
   f5 = function_11(t2, 'kubectl.kubernetes.io/default-container')
  if f6 is UNREAD:
   f6 = function_12(f5)
  if f6:
   pass
   put(23)
   if f0 is UNREAD: f0 = fields(run, v0, ('container',))
   if f4 is UNREAD:
    if type(f0) is not str or len(f0) > 64: run.walk(f0)
    f4 = function_6(f0)
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
  f2 = function_13(f0, 'sidecar.istio.io/proxyImage', f1, meter=run)
 v2 = f2
 put(24)
 if f3 is UNREAD: f3 = fields(run, v0, ('ProxyImage',))
 t1 = v2 if type(v2) is str else converted(v2, STRING)
 if len(t1) > 1024: run.copy(t1)
 t2 = function_14('/', t1)
 if type(t2) in SIZED and len(t2) > 64: run.made(t2)
 t3 = t2 if type(t2) is bool else converted(t2, BOOL)
 t4 = function_15(v2, f3, t3)
 if type(t4) is not str or len(t4) > 64: run.walk(t4)
 t5 = function_6(t4)
 if type(t5) in SIZED and len(t5) > 64: run.made(t5)
 put(-1); say(t5 if type(t5) is str else run.show(t5))
 if f4 is UNREAD:
  f4 = noted.get('Values.global.imagePullPolicy', UNREAD)
  if f4 is UNREAD: f4 = noted['Values.global.imagePullPolicy'] = fields(UNMETERED, v0, ('Values', 'global', 'imagePullPolicy'))
 v3 = f4
 if (v3 if type(v3) in PLAIN else is_true(v3)):
  pass
  put(25)
  if type(v3) is not str or len(v3) > 64: run.walk(v3)
  t6 = function_6(v3)
  if type(t6) in SIZED and len(t6) > 64: run.made(t6)
  put(-1); say(t6 if type(t6) is str else run.show(t6))
def template_4(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 65
 v0 = v1 = dot
 f0 = f1 = f2 = f3 = f4 = f5 = f6 = f7 = f8 = f9 = UNREAD
 noted = noted_in(dot)
 put(26)
 if f0 is UNREAD:
  f0 = noted.get('Values.global.proxy.clusterDomain', UNREAD)
  if f0 is UNREAD: f0 = noted['Values.global.proxy.clusterDomain'] = fields(UNMETERED, v0, ('Values', 'global', 'proxy', 'clusterDomain'))
 put(-1); say(f0 if type(f0) is str else run.show(f0))
 put(27)
 if f1 is UNREAD: f1 = fields(run, v0, ('ObjectMeta',))
 if f2 is UNREAD:
  f2 = noted.get('Values.global.proxy.logLevel', UNREAD)
  if f2 is UNREAD: f2 = noted['Values.global.proxy.logLevel'] = fields(UNMETERED, v0, ('Values', 'global', 'proxy', 'logLevel'))
 if f3 is UNREAD:
  f3 = function_13(f1, 'sidecar.istio.io/logLevel', f2, meter=run)
 put(-1); say(f3 if type(f3) is str else run.show(f3))
 put(28)
 if f1 is UNREAD: f1 = fields(run, v0, ('ObjectMeta',))
 if f4 is UNREAD:
  f4 = noted.get('Values.global.proxy.componentLogLevel', UNREAD)
  if f4 is UNREAD: f4 = noted['Values.global.proxy.componentLogLevel'] = fields(UNMETERED, v0, ('Values', 'global', 'proxy', 'componentLogLevel'))
 if f5 is UNREAD:
  f5 = function_13(f1, 'sidecar.istio.io/componentLogLevel', f4, meter=run)
 put(-1); say(f5 if type(f5) is str else run.show(f5))
 put(29)
 if f1 is UNREAD: f1 = fields(run, v0, ('ObjectMeta',))
 if f6 is UNREAD:
  f6 = noted.get('Values.global.logging.level', UNREAD)
  if f6 is UNREAD: f6 = noted['Values.global.logging.level'] = fields(UNMETERED, v0, ('Values', 'global', 'logging', 'level'))
 if f7 is UNREAD:
  f7 = function_13(f1, 'sidecar.istio.io/agentLogLevel', f6, meter=run)
 put(-1); say(f7 if type(f7) is str else run.show(f7))
 put(30)
 if f8 is UNREAD:
  f8 = noted.get('Values.global.sts.servicePort', UNREAD)
  if f8 is UNREAD: f8 = noted['Values.global.sts.servicePort'] = fields(UNMETERED, v0, ('Values', 'global', 'sts', 'servicePort'))
 v2 = f8
 if (v2 if type(v2) in PLAIN else is_true(v2)):
  pass
  put(31)
  put(-1); say(v2 if type(v2) is str else run.show(v2))
 if f9 is UNREAD:
  f9 = noted.get('Values.global.logAsJson', UNREAD)
  if f9 is UNREAD: f9 = noted['Values.global.logAsJson'] = fields(UNMETERED, v0, ('Values', 'global', 'logAsJson'))
 if (f9 if type(f9) in PLAIN else is_true(f9)):
  pass
  put(32)
def template_5(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 190
 v0 = v1 = dot
 f0 = f1 = f2 = f3 = UNREAD
 noted = noted_in(dot)
 t3 = noted.get('gateway 7', UNREAD)
 if t3 is UNREAD: t3 = run.paid_again(noted.get('gateway 7 long'))
 if t3 is UNREAD:
  t3_steps = run.steps_left; t3_values = run.values_left
  t2 = noted.get('gateway 6', UNREAD)
  if t2 is UNREAD: t2 = run.paid_again(noted.get('gateway 6 long'))
  if t2 is UNREAD:
   t2_steps = run.steps_left; t2_values = run.values_left
   t1 = noted.get('gateway 5', UNREAD)
   if t1 is UNREAD: t1 = run.paid_again(noted.get('gateway 5 long'))
   if t1 is UNREAD:
    t1_steps = run.steps_left; t1_values = run.values_left
    if f0 is UNREAD:
     f0 = noted.get('Values.revision', UNREAD)
     if f0 is UNREAD: f0 = noted['Values.revision'] = fields(UNMETERED, v0, ('Values', 'revision'))
    t1 = function_0('istiod', f0)
    run.steps_left = t1_steps
    if run.values_left == t1_values: noted['gateway 5'] = t1
    else: noted['gateway 5 long'] = (t1, t1_values - run.values_left)
   if type(t1) in SIZED and len(t1) > 1024: run.copy(t1)
   t2 = function_16(t1)
   if type(t2) in SIZED and len(t2) > 64: run.made(t2)
   run.steps_left = t2_steps
   if run.values_left == t2_values: noted['gateway 6'] = t2
   else: noted['gateway 6 long'] = (t2, t2_values - run.values_left)
  if type(t2) is not str or len(t2) > 64: run.walk(t2)
  t3 = function_17('-', t2)
  if type(t3) in SIZED and len(t3) > 64: run.made(t3)
  run.steps_left = t3_steps
  if run.values_left == t3_values: noted['gateway 7'] = t3
  else: noted['gateway 7 long'] = (t3, t3_values - run.values_left)
 v2 = t3
 put(33)
 t4 = noted.get('gateway 8', UNREAD)
 if t4 is UNREAD: t4 = run.paid_again(noted.get('gateway 8 long'))
 if t4 is UNREAD:
  t4_steps = run.steps_left; t4_values = run.values_left
  if f1 is UNREAD:
   f1 = noted.get('Values.global.pilotCertProvider', UNREAD)
   if f1 is UNREAD: f1 = noted['Values.global.pilotCertProvider'] = fields(UNMETERED, v0, ('Values', 'global', 'pilotCertProvider'))
  if type(f1) is not str or len(f1) > 64: run.walk(f1)
  t4 = function_6(f1)
  if type(t4) in SIZED and len(t4) > 64: run.made(t4)
  run.steps_left = t4_steps
  if run.values_left == t4_values: noted['gateway 8'] = t4
  else: noted['gateway 8 long'] = (t4, t4_values - run.values_left)
 put(-1); say(t4 if type(t4) is str else run.show(t4))
 put(34)
 if f2 is UNREAD:
  f2 = noted.get('Values.global.caAddress', UNREAD)
  if f2 is UNREAD: f2 = noted['Values.global.caAddress'] = fields(UNMETERED, v0, ('Values', 'global', 'caAddress'))
 if f3 is UNREAD:
  f3 = noted.get('Values.global.istioNamespace', UNREAD)
  if f3 is UNREAD: f3 = noted['Values.global.istioNamespace'] = fields(UNMETERED, v0, ('Values', 'global', 'istioNamespace'))
 if type(v2) is not str or len(v2) > 64: run.walk(v2)
 if type(f3) is not str or len(f3) > 64: run.walk(f3)
 t5 = function_18(v2, '.', f3, '.svc:15012', limit=run.value_length)
 if len(t5) > 64: run.made(t5)
 t6 = function_5(t5, f2)
 if type(t6) is not str or len(t6) > 64: run.walk(t6)
 t7 = function_6(t6)
 if type(t7) in SIZED and len(t7) > 64: run.made(t7)
 put(-1); say(t7 if type(t7) is str else run.show(t7))
 put(35)
def template_6(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 4
 v0 = v1 = dot
 noted = noted_in(dot)
 put(36)
 run.enter(out)
 template_27(run, out, v0)
 run.depth -= 1
 put(37)
def template_7(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 48
 v0 = v1 = dot
 f0 = f1 = UNREAD
 noted = noted_in(dot)
 put(38)
 t1 = noted.get('gateway 9', UNREAD)
 if t1 is UNREAD: t1 = run.paid_again(noted.get('gateway 9 long'))
 if t1 is UNREAD:
  t1_steps = run.steps_left; t1_values = run.values_left
  if f0 is UNREAD:
   f0 = noted.get('ProxyConfig', UNREAD)
   if f0 is UNREAD: f0 = noted['ProxyConfig'] = fields(UNMETERED, v0, ('ProxyConfig',))
  if type(f0) is not str or len(f0) > 64: run.walk(f0)
  t1 = function_19(f0)
  if type(t1) in SIZED and len(t1) > 64: run.made(t1)
  run.steps_left = t1_steps
  if run.values_left == t1_values: noted['gateway 9'] = t1
  else: noted['gateway 9 long'] = (t1, t1_values - run.values_left)
 put(-1); say(t1 if type(t1) is str else run.show(t1))
 t2 = noted.get('gateway 10', UNREAD)
 if t2 is UNREAD: t2 = run.paid_again(noted.get('gateway 10 long'))
 if t2 is UNREAD:
  t2_steps = run.steps_left; t2_values = run.values_left
  t2 = function_0()
  run.steps_left = t2_steps
  if run.values_left == t2_values: noted['gateway 10'] = t2
  else: noted['gateway 10 long'] = (t2, t2_values - run.values_left)
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
   t6 = function_20(v6)
   if type(t6) in SIZED and len(t6) > 64: run.made(t6)
   if type(v2) in SIZED and len(v2) > 1024: run.copy(v2)
   if type(t6) in SIZED and len(t6) > 1024: run.copy(t6)
   t7 = function_2(v2, t6)
   if type(t7) in SIZED and len(t7) > 64: run.made(t7)
   v2 = t7
 put(39)
 v7 = v2
 v8 = v2
 v9 = slot_of(v2)
 t8 = run.pairs(v2)
 for v11, v10 in t8:
  pass
  run.turn(out, 8)
  v7 = v11
  v8 = v10
  put(40)
  if (v7 if type(v7) in PLAIN else is_true(v7)):
   pass
   put(41)
  put(-1); say(v8 if type(v8) is str else run.show(v8))
 put(42)
def template_8(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 61
 v0 = v1 = dot
 f0 = f1 = UNREAD
 noted = noted_in(dot)
 put(43)
 run.enter(out)
 template_27(run, out, v0)
 run.depth -= 1
 put(44)
 run.enter(out)
 template_27(run, out, v0)
 run.depth -= 1
 put(45)
 if f0 is UNREAD:
  f0 = noted.get('CompliancePolicy', UNREAD)
  if f0 is UNREAD: f0 = noted['CompliancePolicy'] = fields(UNMETERED, v0, ('CompliancePolicy',))
 v2 = f0
 if (v2 if type(v2) in PLAIN else is_true(v2)):
  pass
  put(46)
  if type(v2) is not str or len(v2) > 64: run.walk(v2)
  t1 = function_6(v2)
  if type(t1) in SIZED and len(t1) > 64: run.made(t1)
  put(-1); say(t1 if type(t1) is str else run.show(t1))
 if f1 is UNREAD:
  f1 = noted.get('Values.features.fipsRuntime', UNREAD)
  if f1 is UNREAD: f1 = noted['Values.features.fipsRuntime'] = fields(UNMETERED, v0, ('Values', 'features', 'fipsRuntime'))
 t2 = f1
 if (t2 if type(t2) in PLAIN else is_true(t2)):
  t3 = noted.get('gateway 11', UNREAD)
  if t3 is UNREAD: t3 = run.paid_again(noted.get('gateway 11 long'))
  if t3 is UNREAD:
   t3_steps = run.steps_left; t3_values = run.values_left
   if f0 is UNREAD:
    f0 = noted.get('CompliancePolicy', UNREAD)
    if f0 is UNREAD: f0 = noted['CompliancePolicy'] = fields(UNMETERED, v0, ('CompliancePolicy',))
   if type(f0) in SIZED and len(f0) > 1024: run.copy(f0)
   t3 = function_21(f0, 'fips-140-3')
   run.steps_left = t3_steps
   if run.values_left == t3_values: noted['gateway 11'] = t3
   else: noted['gateway 11 long'] = (t3, t3_values - run.values_left)
  t2 = t3
 if (t2 if type(t2) in PLAIN else is_true(t2)):
  pass
  put(47)
def template_9(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 73
 v0 = v1 = dot
 noted = noted_in(dot)
 put(48)
 if type(v0) is not str or len(v0) > 64: run.walk(v0)
 t1 = function_17(',', v0)
 if type(t1) in SIZED and len(t1) > 64: run.made(t1)
 if type(t1) is not str or len(t1) > 64: run.walk(t1)
 t2 = function_6(t1)
 if type(t2) in SIZED and len(t2) > 64: run.made(t2)
 put(-1); say(t2 if type(t2) is str else run.show(t2))
def template_10(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 45
 v0 = v1 = dot
 f0 = UNREAD
 noted = noted_in(dot)
 put(49)
 t2 = noted.get('gateway 13', UNREAD)
 if t2 is UNREAD: t2 = run.paid_again(noted.get('gateway 13 long'))
 if t2 is UNREAD:
  t2_steps = run.steps_left; t2_values = run.values_left
  t1 = noted.get('gateway 12', UNREAD)
  if t1 is UNREAD: t1 = run.paid_again(noted.get('gateway 12 long'))
  if t1 is UNREAD:
   t1_steps = run.steps_left; t1_values = run.values_left
   if f0 is UNREAD:
    f0 = noted.get('Values.global.multiCluster.clusterName', UNREAD)
    if f0 is UNREAD: f0 = noted['Values.global.multiCluster.clusterName'] = fields(UNMETERED, v0, ('Values', 'global', 'multiCluster', 'clusterName'))
   t1 = function_5('Kubernetes', f0)
   run.steps_left = t1_steps
   if run.values_left == t1_values: noted['gateway 12'] = t1
   else: noted['gateway 12 long'] = (t1, t1_values - run.values_left)
  if type(t1) is not str or len(t1) > 64: run.walk(t1)
  t2 = function_6(t1)
  if type(t2) in SIZED and len(t2) > 64: run.made(t2)
  run.steps_left = t2_steps
  if run.values_left == t2_values: noted['gateway 13'] = t2
  else: noted['gateway 13 long'] = (t2, t2_values - run.values_left)
 put(-1); say(t2 if type(t2) is str else run.show(t2))
 put(50)
def template_11(run, out, dot):
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
  put(51)
  if type(v2) is not str or len(v2) > 64: run.walk(v2)
  t1 = function_6(v2)
  if type(t1) in SIZED and len(t1) > 64: run.made(t1)
  put(-1); say(t1 if type(t1) is str else run.show(t1))
def template_12(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 38
 v0 = v1 = dot
 noted = noted_in(dot)
 v2 = v0
 if (v2 if type(v2) in PLAIN else is_true(v2)):
  pass
  put(52)
  if type(v2) is not str or len(v2) > 64: run.walk(v2)
  t1 = function_6(v2)
  if type(t1) in SIZED and len(t1) > 64: run.made(t1)
  put(-1); say(t1 if type(t1) is str else run.show(t1))
def template_13(run, out, dot):
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
   put(53)
   if f1 is UNREAD: f1 = fields(run, v1, ('TypeMeta', 'APIVersion'))
   t3 = fields(run, v2, ('Namespace',))
   t4 = function_5('default', t3)
   if f2 is UNREAD: f2 = fields(run, v1, ('TypeMeta', 'Kind'), None, NIL)
   t5 = f2 if type(f2) is str else converted(f2, STRING)
   if f3 is UNREAD:
    if type(t5) is not str or len(t5) > 64: run.walk(t5)
    f3 = function_22(t5)
    if type(f3) in SIZED and len(f3) > 64: run.made(f3)
   t6 = fields(run, v2, ('Name',))
   if type(f1) is not str or len(f1) > 64: run.walk(f1)
   if type(t4) is not str or len(t4) > 64: run.walk(t4)
   if type(f3) is not str or len(f3) > 64: run.walk(f3)
   if type(t6) is not str or len(t6) > 64: run.walk(t6)
   t7 = function_18('kubernetes://apis/', f1, '/namespaces/', t4, '/', f3, 's/', t6, limit=run.value_length)
   if len(t7) > 64: run.made(t7)
   if type(t7) is not str or len(t7) > 64: run.walk(t7)
   t8 = function_6(t7)
   if type(t8) in SIZED and len(t8) > 64: run.made(t8)
   put(-1); say(t8 if type(t8) is str else run.show(t8))
def template_14(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 9
 v0 = v1 = dot
 f0 = f1 = UNREAD
 noted = noted_in(dot)
 if f0 is UNREAD: f0 = fields(run, v0, ('ObjectMeta', 'Annotations'), None, NIL)
 t1 = f0 if type(f0) is StringMap else converted(f0, STRING_MAP)
 if f1 is UNREAD:
  f1 = function_11(t1, 'sidecar.istio.io/bootstrapOverride')
 if (f1 if type(f1) in PLAIN else is_true(f1)):
  pass
  put(54)
def template_15(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 96
 v0 = v1 = dot
 f0 = f1 = f2 = UNREAD
 noted = noted_in(dot)
 t1 = noted.get('gateway 14', UNREAD)
 if t1 is UNREAD: t1 = run.paid_again(noted.get('gateway 14 long'))
 if t1 is UNREAD:
  t1_steps = run.steps_left; t1_values = run.values_left
  if f0 is UNREAD:
   f0 = noted.get('MeshConfig.TrustDomain', UNREAD)
   if f0 is UNREAD: f0 = noted['MeshConfig.TrustDomain'] = fields(UNMETERED, v0, ('MeshConfig', 'TrustDomain'))
  if f1 is UNREAD:
   f1 = noted.get('Values.global.trustDomain', UNREAD)
   if f1 is UNREAD: f1 = noted['Values.global.trustDomain'] = fields(UNMETERED, v0, ('Values', 'global', 'trustDomain'))
  t1 = function_5(f1, f0)
  run.steps_left = t1_steps
  if run.values_left == t1_values: noted['gateway 14'] = t1
  else: noted['gateway 14 long'] = (t1, t1_values - run.values_left)
 v2 = t1
 if f2 is UNREAD:
  f2 = noted.get('Values.global.meshID', UNREAD)
  if f2 is UNREAD: f2 = noted['Values.global.meshID'] = fields(UNMETERED, v0, ('Values', 'global', 'meshID'))
 t2 = function_5(v2, f2)
 v3 = t2
 if (v3 if type(v3) in PLAIN else is_true(v3)):
  pass
  put(55)
  if type(v3) is not str or len(v3) > 64: run.walk(v3)
  t3 = function_6(v3)
  if type(t3) in SIZED and len(t3) > 64: run.made(t3)
  put(-1); say(t3 if type(t3) is str else run.show(t3))
 v4 = v2
 if (v4 if type(v4) in PLAIN else is_true(v4)):
  pass
  put(56)
  if type(v4) is not str or len(v4) > 64: run.walk(v4)
  t4 = function_6(v4)
  if type(t4) in SIZED and len(t4) > 64: run.made(t4)
  put(-1); say(t4 if type(t4) is str else run.show(t4))
def template_16(run, out, dot):
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
  put(57)
  if type(v2) is not str or len(v2) > 64: run.walk(v2)
  t2 = function_6(v2)
  if type(t2) in SIZED and len(t2) > 64: run.made(t2)
  put(-1); say(t2 if type(t2) is str else run.show(t2))
  put(58)
  if type(v3) is not str or len(v3) > 64: run.walk(v3)
  t3 = function_6(v3)
  if type(t3) in SIZED and len(t3) > 64: run.made(t3)
  put(-1); say(t3 if type(t3) is str else run.show(t3))
def template_17(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 13
 v0 = v1 = dot
 f0 = UNREAD
 noted = noted_in(dot)
 t1 = noted.get('gateway 15', UNREAD)
 if t1 is UNREAD: t1 = run.paid_again(noted.get('gateway 15 long'))
 if t1 is UNREAD:
  t1_steps = run.steps_left; t1_values = run.values_left
  if f0 is UNREAD:
   f0 = noted.get('Values.global.caName', UNREAD)
   if f0 is UNREAD: f0 = noted['Values.global.caName'] = fields(UNMETERED, v0, ('Values', 'global', 'caName'))
  if type(f0) in SIZED and len(f0) > 1024: run.copy(f0)
  t1 = function_21(f0, 'GkeWorkloadCertificate')
  run.steps_left = t1_steps
  if run.values_left == t1_values: noted['gateway 15'] = t1
  else: noted['gateway 15 long'] = (t1, t1_values - run.values_left)
 if t1:
  pass
  put(59)
 else:
  pass
  put(60)
def template_18(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 12
 v0 = v1 = dot
 f0 = UNREAD
 noted = noted_in(dot)
 t1 = noted.get('gateway 16', UNREAD)
 if t1 is UNREAD: t1 = run.paid_again(noted.get('gateway 16 long'))
 if t1 is UNREAD:
  t1_steps = run.steps_left; t1_values = run.values_left
  if f0 is UNREAD:
   f0 = noted.get('Values.global.pilotCertProvider', UNREAD)
   if f0 is UNREAD: f0 = noted['Values.global.pilotCertProvider'] = fields(UNMETERED, v0, ('Values', 'global', 'pilotCertProvider'))
  if type(f0) in SIZED and len(f0) > 1024: run.copy(f0)
  t1 = function_21(f0, 'istiod')
  run.steps_left = t1_steps
  if run.values_left == t1_values: noted['gateway 16'] = t1
  else: noted['gateway 16 long'] = (t1, t1_values - run.values_left)
 if t1:
  pass
  put(61)
def template_19(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 9
 v0 = v1 = dot
 f0 = f1 = UNREAD
 noted = noted_in(dot)
 if f0 is UNREAD: f0 = fields(run, v0, ('ObjectMeta', 'Annotations'), None, NIL)
 t1 = f0 if type(f0) is StringMap else converted(f0, STRING_MAP)
 if f1 is UNREAD:
  f1 = function_11(t1, 'sidecar.istio.io/bootstrapOverride')
 if (f1 if type(f1) in PLAIN else is_true(f1)):
  pass
  put(62)
def template_20(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 8
 v0 = v1 = dot
 f0 = UNREAD
 noted = noted_in(dot)
 put(63)
 if f0 is UNREAD:
  f0 = noted.get('Values.global.mountMtlsCerts', UNREAD)
  if f0 is UNREAD: f0 = noted['Values.global.mountMtlsCerts'] = fields(UNMETERED, v0, ('Values', 'global', 'mountMtlsCerts'))
 if (f0 if type(f0) in PLAIN else is_true(f0)):
  pass
  put(64)
 put(65)
def template_21(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 13
 v0 = v1 = dot
 f0 = UNREAD
 noted = noted_in(dot)
 t1 = noted.get('gateway 17', UNREAD)
 if t1 is UNREAD: t1 = run.paid_again(noted.get('gateway 17 long'))
 if t1 is UNREAD:
  t1_steps = run.steps_left; t1_values = run.values_left
  if f0 is UNREAD:
   f0 = noted.get('Values.global.caName', UNREAD)
   if f0 is UNREAD: f0 = noted['Values.global.caName'] = fields(UNMETERED, v0, ('Values', 'global', 'caName'))
  if type(f0) in SIZED and len(f0) > 1024: run.copy(f0)
  t1 = function_21(f0, 'GkeWorkloadCertificate')
  run.steps_left = t1_steps
  if run.values_left == t1_values: noted['gateway 17'] = t1
  else: noted['gateway 17 long'] = (t1, t1_values - run.values_left)
 if t1:
  pass
  put(66)
 else:
  pass
  put(67)
def template_22(run, out, dot):
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
  t2 = function_11(t1, 'sidecar.istio.io/bootstrapOverride')
  if (t2 if type(t2) in PLAIN else is_true(t2)):
   pass
   put(68)
   t3 = function_3(v2, 'sidecar.istio.io/bootstrapOverride', meter=run)
   if type(t3) is not str or len(t3) > 64: run.walk(t3)
   t4 = function_6(t3)
   if type(t4) in SIZED and len(t4) > 64: run.made(t4)
   put(-1); say(t4 if type(t4) is str else run.show(t4))
   put(69)
def template_23(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 41
 v0 = v1 = dot
 f0 = UNREAD
 noted = noted_in(dot)
 put(70)
 t1 = noted.get('gateway 18', UNREAD)
 if t1 is UNREAD: t1 = run.paid_again(noted.get('gateway 18 long'))
 if t1 is UNREAD:
  t1_steps = run.steps_left; t1_values = run.values_left
  if f0 is UNREAD:
   f0 = noted.get('Values.global.sds.token.aud', UNREAD)
   if f0 is UNREAD: f0 = noted['Values.global.sds.token.aud'] = fields(UNMETERED, v0, ('Values', 'global', 'sds', 'token', 'aud'))
  if type(f0) is not str or len(f0) > 64: run.walk(f0)
  t1 = function_6(f0)
  if type(t1) in SIZED and len(t1) > 64: run.made(t1)
  run.steps_left = t1_steps
  if run.values_left == t1_values: noted['gateway 18'] = t1
  else: noted['gateway 18 long'] = (t1, t1_values - run.values_left)
 put(-1); say(t1 if type(t1) is str else run.show(t1))
def template_24(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 78
 v0 = v1 = dot
 f0 = f1 = f2 = UNREAD
 noted = noted_in(dot)
 if f0 is UNREAD:
  f0 = noted.get('Values.global.trustBundleName', UNREAD)
  if f0 is UNREAD: f0 = noted['Values.global.trustBundleName'] = fields(UNMETERED, v0, ('Values', 'global', 'trustBundleName'))
 v2 = f0
 t1 = noted.get('gateway 19', UNREAD)
 if t1 is UNREAD: t1 = run.paid_again(noted.get('gateway 19 long'))
 if t1 is UNREAD:
  t1_steps = run.steps_left; t1_values = run.values_left
  if f1 is UNREAD:
   f1 = noted.get('Values.global.pilotCertProvider', UNREAD)
   if f1 is UNREAD: f1 = noted['Values.global.pilotCertProvider'] = fields(UNMETERED, v0, ('Values', 'global', 'pilotCertProvider'))
  if type(f1) in SIZED and len(f1) > 1024: run.copy(f1)
  t1 = function_21(f1, 'istiod')
  run.steps_left = t1_steps
  if run.values_left == t1_values: noted['gateway 19'] = t1
  else: noted['gateway 19 long'] = (t1, t1_values - run.values_left)
 if t1:
  pass
  put(71)
  t2 = noted.get('gateway 20', UNREAD)
  if t2 is UNREAD: t2 = run.paid_again(noted.get('gateway 20 long'))
  if t2 is UNREAD:
   t2_steps = run.steps_left; t2_values = run.values_left
   if f2 is UNREAD:
    f2 = noted.get('Values.pilot.env.ENABLE_CLUSTER_TRUST_BUNDLE_API', UNREAD)
    if f2 is UNREAD: f2 = noted['Values.pilot.env.ENABLE_CLUSTER_TRUST_BUNDLE_API'] = fields(UNMETERED, v0, ('Values', 'pilot', 'env', 'ENABLE_CLUSTER_TRUST_BUNDLE_API'))
   if type(f2) in SIZED and len(f2) > 1024: run.copy(f2)
   t2 = function_21(f2, True)
   run.steps_left = t2_steps
   if run.values_left == t2_values: noted['gateway 20'] = t2
   else: noted['gateway 20 long'] = (t2, t2_values - run.values_left)
  if t2:
   pass
   put(72)
   t3 = function_5('root-cert', v2)
   put(-1); say(t3 if type(t3) is str else run.show(t3))
   put(73)
  else:
   pass
   put(74)
   t4 = function_5('istio-ca-root-cert', v2)
   if type(t4) is not str or len(t4) > 64: run.walk(t4)
   t5 = function_6(t4)
   if type(t5) in SIZED and len(t5) > 64: run.made(t5)
   put(-1); say(t5 if type(t5) is str else run.show(t5))
   put(75)
def template_25(run, out, dot):
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
  put(76)
  if f1 is UNREAD: f1 = fields(run, v0, ('Spec', 'ServiceAccountName'))
  if f2 is UNREAD:
   f2 = function_5('default', f1)
  put(-1); say(f2 if type(f2) is str else run.show(f2))
  put(77)
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
  put(78)
  v3 = slot_of(v2)
  t1 = run.elements(v2)
  for v4 in t1:
   pass
   run.turn(out, 38)
   put(79)
   if type(v4) is not str or len(v4) > 64: run.walk(v4)
   t2 = function_6(v4)
   if type(t2) in SIZED and len(t2) > 64: run.made(t2)
   put(-1); say(t2 if type(t2) is str else run.show(t2))
def template_27(run, out, dot):
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
  put(80)
