"""The template grpc-simple as Python. Written by make templates."""

SOURCE = '12721-194608892a529f3f'
TEXTS = (
    'metadata:\n  annotations:\n    sidecar.istio.io/rewriteAppHTTPProbers: "false"\nspec:\n  initContainers:\n  - name: grpc-bootstrap-init\n    image: busybox:1.28\n    env:\n    - {name: INSTANCE_IP, valueFrom: {fieldRef: {fieldPath: status.podIP}}}\n    - {name: POD_NAME, valueFrom: {fieldRef: {fieldPath: metadata.name}}}\n    - {name: POD_NAMESPACE, valueFrom: {fieldRef: {fieldPath: metadata.namespace}}}\n    - name: ISTIO_NAMESPACE\n      value: |\n        ',
    '\n    command:\n    - sh\n    - -c\n    - |-\n      istiod="dns:///istiod.$(echo $ISTIO_NAMESPACE).svc:15010"\n      node="sidecar~$INSTANCE_IP~$POD_NAME.$POD_NAMESPACE~cluster.local"\n      cat > /var/lib/grpc/data/bootstrap.json <<END\n      {\n        "xds_servers": [\n          {"server_uri": "$istiod", "channel_creds": [{"type": "insecure"}], "server_features": ["xds_v3"]}\n        ],\n        "node": {"id": "$node", "metadata": {"GENERATOR": "grpc"}}\n      }\n      END\n    volumeMounts:\n    - {name: grpc-io-proxyless-bootstrap, mountPath: /var/lib/grpc/data/}\n\n  containers:',
    '\n  - name: ',
    '\n    env:\n    - {name: GRPC_XDS_BOOTSTRAP, value: /var/lib/grpc/data/bootstrap.json}\n    - {name: GRPC_GO_LOG_VERBOSITY_LEVEL, value: "99"}\n    - {name: GRPC_GO_LOG_SEVERITY_LEVEL, value: info}\n    volumeMounts:\n    - {name: grpc-io-proxyless-bootstrap, mountPath: /var/lib/grpc/data/}',
    '\n\n  volumes:\n  - name: grpc-io-proxyless-bootstrap\n    emptyDir: {}\n',
)
FUNCTIONS = (
    'quote',
)
SITES = (
    (11697, '.Values.global.istioNamespace', 'grpc-simple', ''),
    (12313, '.Spec.Containers', 'grpc-simple', ''),
    (12347, '.Name', 'grpc-simple', ''),
    (12341, 'quote .Name', 'grpc-simple', ''),
    (12341, 'quote .Name', 'grpc-simple', 'quote'),
)
LINE_SITES = (-1, -1, -1, -1, -1, -1, -1, -1, -1, 0, 0, -1, 1, -1, 1, 1, -1, 1, -1, 2, 3, 4, 3, 2, -1, -1)

def template_0(run, out, dot):
 put = out.way.append; say = out.strings.append
 run.steps_left -= 12
 v0 = v1 = dot
 f0 = f1 = UNREAD
 noted = noted_in(dot)
 put(0)
 if f0 is UNREAD:
  f0 = noted.get('Values.global.istioNamespace', UNREAD)
  if f0 is UNREAD: f0 = noted['Values.global.istioNamespace'] = fields(UNMETERED, v0, ('Values', 'global', 'istioNamespace'))
 put(-1); say(f0 if type(f0) is str else run.show(f0))
 put(1)
 if f1 is UNREAD: f1 = fields(run, v0, ('Spec', 'Containers'))
 v2 = slot_of(f1)
 t1 = run.elements(f1)
 for v3 in t1:
  pass
  run.turn(out, 40)
  put(2)
  t2 = fields(run, v3, ('Name',), v2)
  if type(t2) is not str or len(t2) > 64: run.walk(t2)
  t3 = function_0(t2)
  if type(t3) in SIZED and len(t3) > 64: run.made(t3)
  put(-1); say(t3 if type(t3) is str else run.show(t3))
  put(3)
 put(4)
