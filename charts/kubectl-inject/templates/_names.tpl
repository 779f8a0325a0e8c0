{{/* What the objects are called: each revision has its own. */}}
{{- define "name" -}}
kubectl-inject{{ if not (has .Values.revision (list "" "default")) }}-{{ .Values.revision }}{{ end }}
{{- end }}

{{- define "namespace" -}}
{{ .Values.namespace.name | default .Release.Namespace }}
{{- end }}

{{/* What objects of the whole cluster have behind their names. */}}
{{- define "suffix" -}}
{{ if ne (include "namespace" .) "kubectl-inject" }}-{{ include "namespace" . }}{{ end }}
{{- end }}

{{- define "revision" -}}
{{ .Values.revision | default "default" }}
{{- end }}

{{- define "labels" -}}
app.kubernetes.io/name: kubectl-inject
app.kubernetes.io/instance: {{ include "name" . }}
{{- end }}

{{- define "metadata" -}}
name: {{ include "name" . }}
namespace: {{ include "namespace" . }}
labels:
  {{- include "labels" . | nindent 2 }}
{{- end }}

{{- define "configMaps" -}}
{{- $suffix := trimPrefix "kubectl-inject" (include "name" .) -}}
{{- list (.Values.istio.injectConfigMap | default (print "istio-sidecar-injector" $suffix))
  (.Values.istio.meshConfigMap | default (print "istio" $suffix)) | toJson -}}
{{- end }}
