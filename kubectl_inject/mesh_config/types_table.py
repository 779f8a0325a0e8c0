"""Fields of Istio's MeshConfig and the messages in it. Written by tools/schema; do not edit.

A line is a field: JSON name, proto name, oneof, type; or a value of an enum: name, number. Text is read a message at a
time, when that is first needed.
"""

NOTHING = "-"
"""What stands where a line has nothing."""

MESSAGES: dict[str, str] = {
    "istio.mesh.v1alpha1.Certificate": """\
secretName secret_name - string
dnsNames dns_names - []string
""",
    "istio.mesh.v1alpha1.ConfigSource": """\
address address - string
tlsSettings tls_settings - message istio.networking.v1alpha3.ClientTLSSettings
subscribedResources subscribed_resources - []enum istio.mesh.v1alpha1.Resource
""",
    "istio.mesh.v1alpha1.LabelSelector": """\
matchLabels matchLabels - map[string]string
matchExpressions matchExpressions - []message istio.mesh.v1alpha1.LabelSelectorRequirement
""",
    "istio.mesh.v1alpha1.LabelSelectorRequirement": """\
key key - string
operator operator - string
values values - []string
""",
    "istio.mesh.v1alpha1.MeshConfig": """\
proxyListenPort proxy_listen_port - int32
proxyInboundListenPort proxy_inbound_listen_port - int32
proxyHttpPort proxy_http_port - int32
connectTimeout connect_timeout - message google.protobuf.Duration
hboneIdleTimeout hbone_idle_timeout - message google.protobuf.Duration
protocolDetectionTimeout protocol_detection_timeout - message google.protobuf.Duration
tcpKeepalive tcp_keepalive - message istio.networking.v1alpha3.ConnectionPoolSettings.TCPSettings.TcpKeepalive
ingressClass ingress_class - string
ingressService ingress_service - string
ingressControllerMode ingress_controller_mode - enum istio.mesh.v1alpha1.MeshConfig.IngressControllerMode
ingressSelector ingress_selector - string
enableTracing enable_tracing - bool
accessLogFile access_log_file - string
accessLogFormat access_log_format - string
accessLogEncoding access_log_encoding - enum istio.mesh.v1alpha1.MeshConfig.AccessLogEncoding
enableEnvoyAccessLogService enable_envoy_access_log_service - bool
disableEnvoyListenerLog disable_envoy_listener_log - bool
defaultConfig default_config - message istio.mesh.v1alpha1.ProxyConfig
outboundTrafficPolicy outbound_traffic_policy - message istio.mesh.v1alpha1.MeshConfig.OutboundTrafficPolicy
inboundTrafficPolicy inbound_traffic_policy - message istio.mesh.v1alpha1.MeshConfig.InboundTrafficPolicy
configSources config_sources - []message istio.mesh.v1alpha1.ConfigSource
enableAutoMtls enable_auto_mtls - message google.protobuf.BoolValue
trustDomain trust_domain - string
trustDomainAliases trust_domain_aliases - []string
caCertificates ca_certificates - []message istio.mesh.v1alpha1.MeshConfig.CertificateData
defaultServiceExportTo default_service_export_to - []string
defaultVirtualServiceExportTo default_virtual_service_export_to - []string
defaultDestinationRuleExportTo default_destination_rule_export_to - []string
rootNamespace root_namespace - string
localityLbSetting locality_lb_setting - message istio.networking.v1alpha3.LocalityLoadBalancerSetting
zoneAwareLbSetting zone_aware_lb_setting - message istio.networking.v1alpha3.ZoneAwareLoadBalancerSetting
dnsRefreshRate dns_refresh_rate - message google.protobuf.Duration
h2UpgradePolicy h2_upgrade_policy - enum istio.mesh.v1alpha1.MeshConfig.H2UpgradePolicy
inboundClusterStatName inbound_cluster_stat_name - string
outboundClusterStatName outbound_cluster_stat_name - string
certificates certificates - []message istio.mesh.v1alpha1.Certificate
serviceSettings service_settings - []message istio.mesh.v1alpha1.MeshConfig.ServiceSettings
serviceScopeConfigs service_scope_configs - []message istio.mesh.v1alpha1.MeshConfig.ServiceScopeConfigs
enablePrometheusMerge enable_prometheus_merge - message google.protobuf.BoolValue
verifyCertificateAtClient verify_certificate_at_client - message google.protobuf.BoolValue
ca ca - message istio.mesh.v1alpha1.MeshConfig.CA
extensionProviders extension_providers - []message istio.mesh.v1alpha1.MeshConfig.ExtensionProvider
defaultProviders default_providers - message istio.mesh.v1alpha1.MeshConfig.DefaultProviders
discoverySelectors discovery_selectors - []message istio.mesh.v1alpha1.LabelSelector
pathNormalization path_normalization - message istio.mesh.v1alpha1.MeshConfig.ProxyPathNormalization
defaultHttpRetryPolicy default_http_retry_policy - message istio.networking.v1alpha3.HTTPRetry
defaultInboundHttpRetryPolicy default_inbound_http_retry_policy - message istio.networking.v1alpha3.HTTPRetry
meshMTLS mesh_mTLS - message istio.mesh.v1alpha1.MeshConfig.TLSConfig
tlsDefaults tls_defaults - message istio.mesh.v1alpha1.MeshConfig.TLSConfig
defaultTrafficPolicy default_traffic_policy - message istio.mesh.v1alpha1.MeshConfig.DefaultTrafficPolicy
serviceEntryVisibility service_entry_visibility - message istio.mesh.v1alpha1.ServiceEntryVisibility
""",
    "istio.mesh.v1alpha1.MeshConfig.CA": """\
address address - string
tlsSettings tls_settings - message istio.networking.v1alpha3.ClientTLSSettings
requestTimeout request_timeout - message google.protobuf.Duration
istiodSide istiod_side - bool
""",
    "istio.mesh.v1alpha1.MeshConfig.CertificateData": """\
pem pem certificate_data string
spiffeBundleUrl spiffe_bundle_url certificate_data string
certSigners cert_signers - []string
trustDomains trust_domains - []string
""",
    "istio.mesh.v1alpha1.MeshConfig.DefaultProviders": """\
tracing tracing - []string
metrics metrics - []string
accessLogging access_logging - []string
""",
    "istio.mesh.v1alpha1.MeshConfig.DefaultTrafficPolicy": """\
connectionPool connection_pool - message istio.networking.v1alpha3.ConnectionPoolSettings
outlierDetection outlier_detection - message istio.networking.v1alpha3.OutlierDetection
""",
    "istio.mesh.v1alpha1.MeshConfig.ExtensionProvider": """\
name name - string
envoyExtAuthzHttp envoy_ext_authz_http provider message istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.EnvoyExternalAuthorizationHttpProvider
envoyExtAuthzGrpc envoy_ext_authz_grpc provider message istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.EnvoyExternalAuthorizationGrpcProvider
zipkin zipkin provider message istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.ZipkinTracingProvider
lightstep lightstep provider message istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.LightstepTracingProvider
datadog datadog provider message istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.DatadogTracingProvider
stackdriver stackdriver provider message istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.StackdriverProvider
opencensus opencensus provider message istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.OpenCensusAgentTracingProvider
skywalking skywalking provider message istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.SkyWalkingTracingProvider
opentelemetry opentelemetry provider message istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.OpenTelemetryTracingProvider
prometheus prometheus provider message istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.PrometheusMetricsProvider
envoyFileAccessLog envoy_file_access_log provider message istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.EnvoyFileAccessLogProvider
envoyHttpAls envoy_http_als provider message istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.EnvoyHttpGrpcV3LogProvider
envoyTcpAls envoy_tcp_als provider message istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.EnvoyTcpGrpcV3LogProvider
envoyOtelAls envoy_otel_als provider message istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.EnvoyOpenTelemetryLogProvider
sds sds provider message istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.SDSProvider
""",
    "istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.DatadogTracingProvider": """\
service service - string
port port - uint32
maxTagLength max_tag_length - uint32
""",
    "istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.EnvoyExternalAuthorizationGrpcProvider": """\
service service - string
port port - uint32
timeout timeout - message google.protobuf.Duration
failOpen fail_open - bool
clearRouteCache clear_route_cache - bool
statusOnError status_on_error - string
includeRequestBodyInCheck include_request_body_in_check - message istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.EnvoyExternalAuthorizationRequestBody
""",
    "istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.EnvoyExternalAuthorizationHttpProvider": """\
service service - string
port port - uint32
timeout timeout - message google.protobuf.Duration
pathPrefix path_prefix - string
failOpen fail_open - bool
clearRouteCache clear_route_cache - bool
statusOnError status_on_error - string
includeHeadersInCheck include_headers_in_check - []string
includeRequestHeadersInCheck include_request_headers_in_check - []string
includeAdditionalHeadersInCheck include_additional_headers_in_check - map[string]string
includeRequestBodyInCheck include_request_body_in_check - message istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.EnvoyExternalAuthorizationRequestBody
headersToUpstreamOnAllow headers_to_upstream_on_allow - []string
headersToDownstreamOnDeny headers_to_downstream_on_deny - []string
headersToDownstreamOnAllow headers_to_downstream_on_allow - []string
""",
    "istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.EnvoyExternalAuthorizationRequestBody": """\
maxRequestBytes max_request_bytes - uint32
allowPartialMessage allow_partial_message - bool
packAsBytes pack_as_bytes - bool
""",
    "istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.EnvoyFileAccessLogProvider": """\
path path - string
logFormat log_format - message istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.EnvoyFileAccessLogProvider.LogFormat
omitEmptyValues omit_empty_values - bool
""",
    "istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.EnvoyFileAccessLogProvider.LogFormat": """\
text text log_format string
labels labels log_format message google.protobuf.Struct
""",
    "istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.EnvoyHttpGrpcV3LogProvider": """\
service service - string
port port - uint32
logName log_name - string
filterStateObjectsToLog filter_state_objects_to_log - []string
additionalRequestHeadersToLog additional_request_headers_to_log - []string
additionalResponseHeadersToLog additional_response_headers_to_log - []string
additionalResponseTrailersToLog additional_response_trailers_to_log - []string
""",
    "istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.EnvoyOpenTelemetryLogProvider": """\
service service - string
port port - uint32
logName log_name - string
logFormat log_format - message istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.EnvoyOpenTelemetryLogProvider.LogFormat
""",
    "istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.EnvoyOpenTelemetryLogProvider.LogFormat": """\
text text - string
labels labels - message google.protobuf.Struct
""",
    "istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.EnvoyTcpGrpcV3LogProvider": """\
service service - string
port port - uint32
logName log_name - string
filterStateObjectsToLog filter_state_objects_to_log - []string
""",
    "istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.GrpcService": """\
timeout timeout - message google.protobuf.Duration
initialMetadata initial_metadata - []message istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.HttpHeader
""",
    "istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.HttpHeader": """\
name name - string
value value header_value string
envName env_name header_value string
""",
    "istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.HttpService": """\
path path - string
timeout timeout - message google.protobuf.Duration
headers headers - []message istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.HttpHeader
""",
    "istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.LightstepTracingProvider": """\
service service - string
port port - uint32
accessToken access_token - string
maxTagLength max_tag_length - uint32
""",
    "istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.OpenCensusAgentTracingProvider": """\
service service - string
port port - uint32
context context - []enum istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.OpenCensusAgentTracingProvider.TraceContext
maxTagLength max_tag_length - uint32
""",
    "istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.OpenTelemetryTracingProvider": """\
service service - string
port port - uint32
maxTagLength max_tag_length - uint32
http http - message istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.HttpService
grpc grpc - message istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.GrpcService
resourceDetectors resource_detectors - message istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.ResourceDetectors
serviceAttributeEnrichment service_attribute_enrichment - enum istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.ServiceAttributeEnrichment
dynatraceSampler dynatrace_sampler sampling message istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.OpenTelemetryTracingProvider.DynatraceSampler
""",
    "istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.OpenTelemetryTracingProvider.DynatraceSampler": """\
tenant tenant - string
clusterId cluster_id - int32
rootSpansPerMinute root_spans_per_minute - uint32
httpService http_service - message istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.OpenTelemetryTracingProvider.DynatraceSampler.DynatraceApi
""",
    "istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.OpenTelemetryTracingProvider.DynatraceSampler.DynatraceApi": """\
service service - string
port port - uint32
http http - message istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.HttpService
""",
    "istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.PrometheusMetricsProvider": """\
""",
    "istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.ResourceDetectors": """\
environment environment - message istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.ResourceDetectors.EnvironmentResourceDetector
dynatrace dynatrace - message istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.ResourceDetectors.DynatraceResourceDetector
""",
    "istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.ResourceDetectors.DynatraceResourceDetector": """\
""",
    "istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.ResourceDetectors.EnvironmentResourceDetector": """\
""",
    "istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.SDSProvider": """\
name name - string
service service - string
port port - uint32
""",
    "istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.SkyWalkingTracingProvider": """\
service service - string
port port - uint32
accessToken access_token - string
""",
    "istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.StackdriverProvider": """\
debug debug - bool
maxNumberOfAttributes max_number_of_attributes - message google.protobuf.Int64Value
maxNumberOfAnnotations max_number_of_annotations - message google.protobuf.Int64Value
maxNumberOfMessageEvents max_number_of_message_events - message google.protobuf.Int64Value
maxTagLength max_tag_length - uint32
logging logging - message istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.StackdriverProvider.Logging
""",
    "istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.StackdriverProvider.Logging": """\
labels labels - map[string]string
""",
    "istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.ZipkinTracingProvider": """\
service service - string
port port - uint32
maxTagLength max_tag_length - uint32
enable64bitTraceId enable_64bit_trace_id - bool
path path - string
traceContextOption trace_context_option - enum istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.ZipkinTracingProvider.TraceContextOption
timeout timeout - message google.protobuf.Duration
headers headers - []message istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.HttpHeader
""",
    "istio.mesh.v1alpha1.MeshConfig.InboundTrafficPolicy": """\
mode mode - enum istio.mesh.v1alpha1.MeshConfig.InboundTrafficPolicy.Mode
""",
    "istio.mesh.v1alpha1.MeshConfig.OutboundTrafficPolicy": """\
mode mode - enum istio.mesh.v1alpha1.MeshConfig.OutboundTrafficPolicy.Mode
tls tls - message istio.networking.v1alpha3.ClientTLSSettings
""",
    "istio.mesh.v1alpha1.MeshConfig.ProxyPathNormalization": """\
normalization normalization - enum istio.mesh.v1alpha1.MeshConfig.ProxyPathNormalization.NormalizationType
""",
    "istio.mesh.v1alpha1.MeshConfig.ServiceScopeConfigs": """\
namespaceSelector namespace_selector - message istio.mesh.v1alpha1.LabelSelector
servicesSelector services_selector - message istio.mesh.v1alpha1.LabelSelector
scope scope - enum istio.mesh.v1alpha1.MeshConfig.ServiceScopeConfigs.Scope
""",
    "istio.mesh.v1alpha1.MeshConfig.ServiceSettings": """\
settings settings - message istio.mesh.v1alpha1.MeshConfig.ServiceSettings.Settings
hosts hosts - []string
""",
    "istio.mesh.v1alpha1.MeshConfig.ServiceSettings.Settings": """\
clusterLocal cluster_local - bool
""",
    "istio.mesh.v1alpha1.MeshConfig.TLSConfig": """\
minProtocolVersion min_protocol_version - enum istio.mesh.v1alpha1.MeshConfig.TLSConfig.TLSProtocol
ecdhCurves ecdh_curves - []string
cipherSuites cipher_suites - []string
""",
    "istio.mesh.v1alpha1.PrivateKeyProvider": """\
cryptomb cryptomb provider message istio.mesh.v1alpha1.PrivateKeyProvider.CryptoMb
qat qat provider message istio.mesh.v1alpha1.PrivateKeyProvider.QAT
""",
    "istio.mesh.v1alpha1.PrivateKeyProvider.CryptoMb": """\
pollDelay poll_delay - message google.protobuf.Duration
fallback fallback - message google.protobuf.BoolValue
""",
    "istio.mesh.v1alpha1.PrivateKeyProvider.QAT": """\
pollDelay poll_delay - message google.protobuf.Duration
fallback fallback - message google.protobuf.BoolValue
""",
    "istio.mesh.v1alpha1.ProxyConfig": """\
configPath config_path - string
binaryPath binary_path - string
serviceCluster service_cluster cluster_name string
tracingServiceName tracing_service_name cluster_name enum istio.mesh.v1alpha1.ProxyConfig.TracingServiceName
drainDuration drain_duration - message google.protobuf.Duration
discoveryAddress discovery_address - string
discoveryRefreshDelay discovery_refresh_delay - message google.protobuf.Duration
zipkinAddress zipkin_address - string
statsdUdpAddress statsd_udp_address - string
envoyMetricsServiceAddress envoy_metrics_service_address - string
proxyAdminPort proxy_admin_port - int32
availabilityZone availability_zone - string
controlPlaneAuthPolicy control_plane_auth_policy - enum istio.mesh.v1alpha1.AuthenticationPolicy
customConfigFile custom_config_file - string
statNameLength stat_name_length - int32
concurrency concurrency - message google.protobuf.Int32Value
proxyBootstrapTemplatePath proxy_bootstrap_template_path - string
interceptionMode interception_mode - enum istio.mesh.v1alpha1.ProxyConfig.InboundInterceptionMode
tracing tracing - message istio.mesh.v1alpha1.Tracing
sds sds - message istio.mesh.v1alpha1.SDS
envoyAccessLogService envoy_access_log_service - message istio.mesh.v1alpha1.RemoteService
envoyMetricsService envoy_metrics_service - message istio.mesh.v1alpha1.RemoteService
proxyMetadata proxy_metadata - map[string]string
runtimeValues runtime_values - map[string]string
statusPort status_port - int32
extraStatTags extra_stat_tags - []string
gatewayTopology gateway_topology - message istio.mesh.v1alpha1.Topology
terminationDrainDuration termination_drain_duration - message google.protobuf.Duration
meshId mesh_id - string
readinessProbe readiness_probe - message istio.networking.v1alpha3.ReadinessProbe
proxyStatsMatcher proxy_stats_matcher - message istio.mesh.v1alpha1.ProxyConfig.ProxyStatsMatcher
holdApplicationUntilProxyStarts hold_application_until_proxy_starts - message google.protobuf.BoolValue
caCertificatesPem ca_certificates_pem - []string
image image - message istio.networking.v1beta1.ProxyImage
privateKeyProvider private_key_provider - message istio.mesh.v1alpha1.PrivateKeyProvider
proxyHeaders proxy_headers - message istio.mesh.v1alpha1.ProxyConfig.ProxyHeaders
fileFlushInterval file_flush_interval - message google.protobuf.Duration
fileFlushMinSizeKb file_flush_min_size_kb - uint32
statsCompression stats_compression - message google.protobuf.BoolValue
connectionSettings connection_settings - message istio.mesh.v1alpha1.ProxyConfig.ConnectionSettings
""",
    "istio.mesh.v1alpha1.ProxyConfig.ConnectionSettings": """\
profile profile - enum istio.mesh.v1alpha1.ProxyConfig.ConnectionSettings.Profile
listenerPerConnectionBufferLimitBytes listener_per_connection_buffer_limit_bytes - message google.protobuf.Int32Value
clusterPerConnectionBufferLimitBytes cluster_per_connection_buffer_limit_bytes - message google.protobuf.Int32Value
httpIdleTimeout http_idle_timeout - message google.protobuf.Duration
httpMaxConnectionDuration http_max_connection_duration - message google.protobuf.Duration
httpDrainTimeout http_drain_timeout - message google.protobuf.Duration
httpRequestTimeout http_request_timeout - message google.protobuf.Duration
httpRequestHeadersTimeout http_request_headers_timeout - message google.protobuf.Duration
httpStreamIdleTimeout http_stream_idle_timeout - message google.protobuf.Duration
httpMaxStreamDuration http_max_stream_duration - message google.protobuf.Duration
httpMaxConcurrentStreams http_max_concurrent_streams - message google.protobuf.Int32Value
http2InitialStreamWindowSize http2_initial_stream_window_size - message google.protobuf.Int32Value
http2InitialConnectionWindowSize http2_initial_connection_window_size - message google.protobuf.Int32Value
httpHeadersWithUnderscoresAction http_headers_with_underscores_action - enum istio.mesh.v1alpha1.ProxyConfig.ConnectionSettings.HeadersWithUnderscoresAction
httpMergeSlashes http_merge_slashes - message google.protobuf.BoolValue
httpPathWithEscapedSlashesAction http_path_with_escaped_slashes_action - enum istio.mesh.v1alpha1.ProxyConfig.ConnectionSettings.PathWithEscapedSlashesAction
listenerConnectionLimit listener_connection_limit - message google.protobuf.Int32Value
globalDownstreamConnectionLimit global_downstream_connection_limit - message google.protobuf.Int32Value
""",
    "istio.mesh.v1alpha1.ProxyConfig.ProxyHeaders": """\
forwardedClientCert forwarded_client_cert - enum istio.mesh.v1alpha1.ForwardClientCertDetails
setCurrentClientCertDetails set_current_client_cert_details - message istio.mesh.v1alpha1.ProxyConfig.ProxyHeaders.SetCurrentClientCertDetails
requestId request_id - message istio.mesh.v1alpha1.ProxyConfig.ProxyHeaders.RequestId
server server - message istio.mesh.v1alpha1.ProxyConfig.ProxyHeaders.Server
attemptCount attempt_count - message istio.mesh.v1alpha1.ProxyConfig.ProxyHeaders.AttemptCount
envoyDebugHeaders envoy_debug_headers - message istio.mesh.v1alpha1.ProxyConfig.ProxyHeaders.EnvoyDebugHeaders
metadataExchangeHeaders metadata_exchange_headers - message istio.mesh.v1alpha1.ProxyConfig.ProxyHeaders.MetadataExchangeHeaders
preserveHttp1HeaderCase preserve_http1_header_case - message google.protobuf.BoolValue
xForwardedHost x_forwarded_host - message istio.mesh.v1alpha1.ProxyConfig.ProxyHeaders.XForwardedHost
xForwardedPort x_forwarded_port - message istio.mesh.v1alpha1.ProxyConfig.ProxyHeaders.XForwardedPort
""",
    "istio.mesh.v1alpha1.ProxyConfig.ProxyHeaders.AttemptCount": """\
disabled disabled - message google.protobuf.BoolValue
""",
    "istio.mesh.v1alpha1.ProxyConfig.ProxyHeaders.EnvoyDebugHeaders": """\
disabled disabled - message google.protobuf.BoolValue
""",
    "istio.mesh.v1alpha1.ProxyConfig.ProxyHeaders.MetadataExchangeHeaders": """\
mode mode - enum istio.mesh.v1alpha1.ProxyConfig.ProxyHeaders.MetadataExchangeMode
""",
    "istio.mesh.v1alpha1.ProxyConfig.ProxyHeaders.RequestId": """\
disabled disabled - message google.protobuf.BoolValue
""",
    "istio.mesh.v1alpha1.ProxyConfig.ProxyHeaders.Server": """\
disabled disabled - message google.protobuf.BoolValue
value value - string
""",
    "istio.mesh.v1alpha1.ProxyConfig.ProxyHeaders.SetCurrentClientCertDetails": """\
subject subject - message google.protobuf.BoolValue
cert cert - message google.protobuf.BoolValue
chain chain - message google.protobuf.BoolValue
dns dns - message google.protobuf.BoolValue
uri uri - message google.protobuf.BoolValue
""",
    "istio.mesh.v1alpha1.ProxyConfig.ProxyHeaders.XForwardedHost": """\
enabled enabled - message google.protobuf.BoolValue
""",
    "istio.mesh.v1alpha1.ProxyConfig.ProxyHeaders.XForwardedPort": """\
enabled enabled - message google.protobuf.BoolValue
""",
    "istio.mesh.v1alpha1.ProxyConfig.ProxyStatsMatcher": """\
inclusionPrefixes inclusion_prefixes - []string
inclusionSuffixes inclusion_suffixes - []string
inclusionRegexps inclusion_regexps - []string
""",
    "istio.mesh.v1alpha1.RemoteService": """\
address address - string
tlsSettings tls_settings - message istio.networking.v1alpha3.ClientTLSSettings
tcpKeepalive tcp_keepalive - message istio.networking.v1alpha3.ConnectionPoolSettings.TCPSettings.TcpKeepalive
""",
    "istio.mesh.v1alpha1.SDS": """\
enabled enabled - bool
k8sSaJwtPath k8s_sa_jwt_path - string
""",
    "istio.mesh.v1alpha1.ServiceEntryVisibility": """\
defaultVisibility default_visibility - enum istio.mesh.v1alpha1.ServiceEntryVisibility.Visibility
applyToSidecars apply_to_sidecars - bool
policies policies - []message istio.mesh.v1alpha1.ServiceEntryVisibility.Policy
""",
    "istio.mesh.v1alpha1.ServiceEntryVisibility.MatchRule": """\
namespaceSelector namespace_selector matcher message istio.mesh.v1alpha1.LabelSelector
""",
    "istio.mesh.v1alpha1.ServiceEntryVisibility.Policy": """\
visibility visibility - enum istio.mesh.v1alpha1.ServiceEntryVisibility.Visibility
matchingRules matching_rules - []message istio.mesh.v1alpha1.ServiceEntryVisibility.MatchRule
""",
    "istio.mesh.v1alpha1.Topology": """\
numTrustedProxies num_trusted_proxies - uint32
forwardClientCertDetails forward_client_cert_details - enum istio.mesh.v1alpha1.ForwardClientCertDetails
proxyProtocol proxy_protocol - message istio.mesh.v1alpha1.Topology.ProxyProtocolConfiguration
""",
    "istio.mesh.v1alpha1.Topology.ProxyProtocolConfiguration": """\
""",
    "istio.mesh.v1alpha1.Tracing": """\
zipkin zipkin tracer message istio.mesh.v1alpha1.Tracing.Zipkin
lightstep lightstep tracer message istio.mesh.v1alpha1.Tracing.Lightstep
datadog datadog tracer message istio.mesh.v1alpha1.Tracing.Datadog
stackdriver stackdriver tracer message istio.mesh.v1alpha1.Tracing.Stackdriver
openCensusAgent open_census_agent tracer message istio.mesh.v1alpha1.Tracing.OpenCensusAgent
customTags custom_tags - map[string]message istio.mesh.v1alpha1.Tracing.CustomTag
maxPathTagLength max_path_tag_length - uint32
sampling sampling - double
tlsSettings tls_settings - message istio.networking.v1alpha3.ClientTLSSettings
enableIstioTags enable_istio_tags - message google.protobuf.BoolValue
""",
    "istio.mesh.v1alpha1.Tracing.CustomTag": """\
literal literal type message istio.mesh.v1alpha1.Tracing.Literal
environment environment type message istio.mesh.v1alpha1.Tracing.Environment
header header type message istio.mesh.v1alpha1.Tracing.RequestHeader
""",
    "istio.mesh.v1alpha1.Tracing.Datadog": """\
address address - string
""",
    "istio.mesh.v1alpha1.Tracing.Environment": """\
name name - string
defaultValue default_value - string
""",
    "istio.mesh.v1alpha1.Tracing.Lightstep": """\
address address - string
accessToken access_token - string
""",
    "istio.mesh.v1alpha1.Tracing.Literal": """\
value value - string
""",
    "istio.mesh.v1alpha1.Tracing.OpenCensusAgent": """\
address address - string
context context - []enum istio.mesh.v1alpha1.Tracing.OpenCensusAgent.TraceContext
""",
    "istio.mesh.v1alpha1.Tracing.RequestHeader": """\
name name - string
defaultValue default_value - string
""",
    "istio.mesh.v1alpha1.Tracing.Stackdriver": """\
debug debug - bool
maxNumberOfAttributes max_number_of_attributes - message google.protobuf.Int64Value
maxNumberOfAnnotations max_number_of_annotations - message google.protobuf.Int64Value
maxNumberOfMessageEvents max_number_of_message_events - message google.protobuf.Int64Value
""",
    "istio.mesh.v1alpha1.Tracing.Zipkin": """\
address address - string
""",
    "istio.networking.v1alpha3.ClientTLSSettings": """\
mode mode - enum istio.networking.v1alpha3.ClientTLSSettings.TLSmode
clientCertificate client_certificate - string
privateKey private_key - string
caCertificates ca_certificates - string
credentialName credential_name - string
caCertCredentialName ca_cert_credential_name - string
subjectAltNames subject_alt_names - []string
sni sni - string
insecureSkipVerify insecure_skip_verify - message google.protobuf.BoolValue
caCrl ca_crl - string
""",
    "istio.networking.v1alpha3.ConnectionPoolSettings": """\
tcp tcp - message istio.networking.v1alpha3.ConnectionPoolSettings.TCPSettings
http http - message istio.networking.v1alpha3.ConnectionPoolSettings.HTTPSettings
""",
    "istio.networking.v1alpha3.ConnectionPoolSettings.HTTPSettings": """\
http1MaxPendingRequests http1_max_pending_requests - int32
http2MaxRequests http2_max_requests - int32
maxRequestsPerConnection max_requests_per_connection - int32
maxRetries max_retries - int32
idleTimeout idle_timeout - message google.protobuf.Duration
h2UpgradePolicy h2_upgrade_policy - enum istio.networking.v1alpha3.ConnectionPoolSettings.HTTPSettings.H2UpgradePolicy
useClientProtocol use_client_protocol - bool
maxConcurrentStreams max_concurrent_streams - int32
http2KeepAlive http2_keep_alive - message istio.networking.v1alpha3.ConnectionPoolSettings.HTTPSettings.ConnectionKeepalive
""",
    "istio.networking.v1alpha3.ConnectionPoolSettings.HTTPSettings.ConnectionKeepalive": """\
interval interval - message google.protobuf.Duration
timeout timeout - message google.protobuf.Duration
""",
    "istio.networking.v1alpha3.ConnectionPoolSettings.TCPSettings": """\
maxConnections max_connections - int32
connectTimeout connect_timeout - message google.protobuf.Duration
tcpKeepalive tcp_keepalive - message istio.networking.v1alpha3.ConnectionPoolSettings.TCPSettings.TcpKeepalive
maxConnectionDuration max_connection_duration - message google.protobuf.Duration
idleTimeout idle_timeout - message google.protobuf.Duration
""",
    "istio.networking.v1alpha3.ConnectionPoolSettings.TCPSettings.TcpKeepalive": """\
probes probes - uint32
time time - message google.protobuf.Duration
interval interval - message google.protobuf.Duration
""",
    "istio.networking.v1alpha3.ExecHealthCheckConfig": """\
command command - []string
""",
    "istio.networking.v1alpha3.GrpcHealthCheckConfig": """\
port port - uint32
service service - string
""",
    "istio.networking.v1alpha3.HTTPHeader": """\
name name - string
value value - string
""",
    "istio.networking.v1alpha3.HTTPHealthCheckConfig": """\
path path - string
port port - uint32
host host - string
scheme scheme - string
httpHeaders http_headers - []message istio.networking.v1alpha3.HTTPHeader
""",
    "istio.networking.v1alpha3.HTTPRetry": """\
attempts attempts - int32
perTryTimeout per_try_timeout - message google.protobuf.Duration
retryOn retry_on - string
retryRemoteLocalities retry_remote_localities - message google.protobuf.BoolValue
retryIgnorePreviousHosts retry_ignore_previous_hosts - message google.protobuf.BoolValue
backoff backoff - message google.protobuf.Duration
""",
    "istio.networking.v1alpha3.LocalityLoadBalancerSetting": """\
distribute distribute - []message istio.networking.v1alpha3.LocalityLoadBalancerSetting.Distribute
failover failover - []message istio.networking.v1alpha3.LocalityLoadBalancerSetting.Failover
failoverPriority failover_priority - []string
enabled enabled - message google.protobuf.BoolValue
""",
    "istio.networking.v1alpha3.LocalityLoadBalancerSetting.Distribute": """\
from from - string
to to - map[string]uint32
""",
    "istio.networking.v1alpha3.LocalityLoadBalancerSetting.Failover": """\
from from - string
to to - string
""",
    "istio.networking.v1alpha3.OutlierDetection": """\
consecutiveErrors consecutive_errors - int32
splitExternalLocalOriginErrors split_external_local_origin_errors - bool
consecutiveLocalOriginFailures consecutive_local_origin_failures - message google.protobuf.UInt32Value
consecutiveGatewayErrors consecutive_gateway_errors - message google.protobuf.UInt32Value
consecutive5xxErrors consecutive_5xx_errors - message google.protobuf.UInt32Value
interval interval - message google.protobuf.Duration
baseEjectionTime base_ejection_time - message google.protobuf.Duration
maxEjectionPercent max_ejection_percent - int32
minHealthPercent min_health_percent - int32
outlierDetectionHttpErrorCodes outlier_detection_http_error_codes - []uint32
failurePercentageThreshold failure_percentage_threshold - message google.protobuf.UInt32Value
""",
    "istio.networking.v1alpha3.ReadinessProbe": """\
initialDelaySeconds initial_delay_seconds - int32
timeoutSeconds timeout_seconds - int32
periodSeconds period_seconds - int32
successThreshold success_threshold - int32
failureThreshold failure_threshold - int32
httpGet http_get health_check_method message istio.networking.v1alpha3.HTTPHealthCheckConfig
tcpSocket tcp_socket health_check_method message istio.networking.v1alpha3.TCPHealthCheckConfig
exec exec health_check_method message istio.networking.v1alpha3.ExecHealthCheckConfig
grpc grpc health_check_method message istio.networking.v1alpha3.GrpcHealthCheckConfig
""",
    "istio.networking.v1alpha3.TCPHealthCheckConfig": """\
host host - string
port port - uint32
""",
    "istio.networking.v1alpha3.ZoneAwareLoadBalancerSetting": """\
enabled enabled - message google.protobuf.BoolValue
failover failover - []message istio.networking.v1alpha3.ZoneAwareLoadBalancerSetting.Failover
failoverPriority failover_priority - []string
minClusterSize min_cluster_size - message google.protobuf.UInt32Value
""",
    "istio.networking.v1alpha3.ZoneAwareLoadBalancerSetting.Failover": """\
from from - string
to to - string
""",
    "istio.networking.v1beta1.ProxyImage": """\
imageType image_type - string
""",
}

ENUMS: dict[str, str] = {
    "istio.mesh.v1alpha1.AuthenticationPolicy": """\
NONE 0
MUTUAL_TLS 1
INHERIT 1000
""",
    "istio.mesh.v1alpha1.ForwardClientCertDetails": """\
UNDEFINED 0
SANITIZE 1
FORWARD_ONLY 2
APPEND_FORWARD 3
SANITIZE_SET 4
ALWAYS_FORWARD_ONLY 5
""",
    "istio.mesh.v1alpha1.MeshConfig.AccessLogEncoding": """\
TEXT 0
JSON 1
""",
    "istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.OpenCensusAgentTracingProvider.TraceContext": """\
UNSPECIFIED 0
W3C_TRACE_CONTEXT 1
GRPC_BIN 2
CLOUD_TRACE_CONTEXT 3
B3 4
""",
    "istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.ServiceAttributeEnrichment": """\
ISTIO_CANONICAL 0
OTEL_SEMANTIC_CONVENTIONS 1
""",
    "istio.mesh.v1alpha1.MeshConfig.ExtensionProvider.ZipkinTracingProvider.TraceContextOption": """\
USE_B3 0
USE_B3_WITH_W3C_PROPAGATION 1
""",
    "istio.mesh.v1alpha1.MeshConfig.H2UpgradePolicy": """\
DO_NOT_UPGRADE 0
UPGRADE 1
""",
    "istio.mesh.v1alpha1.MeshConfig.InboundTrafficPolicy.Mode": """\
PASSTHROUGH 0
LOCALHOST 1
""",
    "istio.mesh.v1alpha1.MeshConfig.IngressControllerMode": """\
UNSPECIFIED 0
OFF 1
DEFAULT 2
STRICT 3
""",
    "istio.mesh.v1alpha1.MeshConfig.OutboundTrafficPolicy.Mode": """\
REGISTRY_ONLY 0
ALLOW_ANY 1
ALLOW_ANY_DYNAMIC_DNS 3
""",
    "istio.mesh.v1alpha1.MeshConfig.ProxyPathNormalization.NormalizationType": """\
DEFAULT 0
NONE 1
BASE 2
MERGE_SLASHES 3
DECODE_AND_MERGE_SLASHES 4
""",
    "istio.mesh.v1alpha1.MeshConfig.ServiceScopeConfigs.Scope": """\
LOCAL 0
GLOBAL 1
""",
    "istio.mesh.v1alpha1.MeshConfig.TLSConfig.TLSProtocol": """\
TLS_AUTO 0
TLSV1_2 1
TLSV1_3 2
""",
    "istio.mesh.v1alpha1.ProxyConfig.ConnectionSettings.HeadersWithUnderscoresAction": """\
HEADERS_WITH_UNDERSCORES_UNSPECIFIED 0
HEADERS_WITH_UNDERSCORES_ALLOW 1
HEADERS_WITH_UNDERSCORES_REJECT_REQUEST 2
HEADERS_WITH_UNDERSCORES_DROP_HEADER 3
""",
    "istio.mesh.v1alpha1.ProxyConfig.ConnectionSettings.PathWithEscapedSlashesAction": """\
PATH_WITH_ESCAPED_SLASHES_UNSPECIFIED 0
KEEP_UNCHANGED 1
REJECT_REQUEST 2
UNESCAPE_AND_REDIRECT 3
UNESCAPE_AND_FORWARD 4
""",
    "istio.mesh.v1alpha1.ProxyConfig.ConnectionSettings.Profile": """\
SIDECAR 0
EDGE 1
""",
    "istio.mesh.v1alpha1.ProxyConfig.InboundInterceptionMode": """\
REDIRECT 0
TPROXY 1
NONE 2
""",
    "istio.mesh.v1alpha1.ProxyConfig.ProxyHeaders.MetadataExchangeMode": """\
UNDEFINED 0
IN_MESH 1
""",
    "istio.mesh.v1alpha1.ProxyConfig.TracingServiceName": """\
APP_LABEL_AND_NAMESPACE 0
CANONICAL_NAME_ONLY 1
CANONICAL_NAME_AND_NAMESPACE 2
""",
    "istio.mesh.v1alpha1.Resource": """\
SERVICE_REGISTRY 0
""",
    "istio.mesh.v1alpha1.ServiceEntryVisibility.Visibility": """\
VISIBILITY_UNSPECIFIED 0
NONE 1
NAMESPACE 2
PUBLIC 3
""",
    "istio.mesh.v1alpha1.Tracing.OpenCensusAgent.TraceContext": """\
UNSPECIFIED 0
W3C_TRACE_CONTEXT 1
GRPC_BIN 2
CLOUD_TRACE_CONTEXT 3
B3 4
""",
    "istio.networking.v1alpha3.ClientTLSSettings.TLSmode": """\
DISABLE 0
SIMPLE 1
MUTUAL 2
ISTIO_MUTUAL 3
""",
    "istio.networking.v1alpha3.ConnectionPoolSettings.HTTPSettings.H2UpgradePolicy": """\
DEFAULT 0
DO_NOT_UPGRADE 1
UPGRADE 2
""",
}
