{{- define "ticket-summarizer.fullname" -}}
{{- if contains .Chart.Name .Release.Name }}{{ .Release.Name | trunc 40 | trimSuffix "-" }}
{{- else }}{{ printf "%s-%s" .Release.Name .Chart.Name | trunc 40 | trimSuffix "-" }}
{{- end }}
{{- end }}

{{- define "ticket-summarizer.image" -}}
{{ .Values.image.repository }}:{{ .Values.image.tag | default .Chart.AppVersion }}
{{- end }}

{{/* What tells the objects of this release from others; never changes. */}}
{{- define "ticket-summarizer.selector" -}}
app.kubernetes.io/name: {{ .Chart.Name }}
app.kubernetes.io/instance: {{ .Release.Name }}
{{- end }}

{{- define "ticket-summarizer.labels" -}}
{{ include "ticket-summarizer.selector" . }}
app.kubernetes.io/version: {{ .Chart.AppVersion | quote }}
app.kubernetes.io/managed-by: {{ .Release.Service }}
helm.sh/chart: {{ .Chart.Name }}-{{ .Chart.Version }}
{{- end }}

{{- define "ticket-summarizer.kafka" -}}
{{- if .Values.trial.kafka }}{{ include "ticket-summarizer.fullname" . }}-kafka:9092
{{- else }}{{ required "kafka.bootstrapServers: say where Kafka is, as host:port, or set trial.kafka=true" .Values.kafka.bootstrapServers }}
{{- end }}
{{- end }}

{{- define "ticket-summarizer.platforms" -}}
{{ .Values.telemetry.platforms | default (ternary "phoenix" "" .Values.phoenix.enabled) }}
{{- end }}

{{/* The restricted pod security standard: https://kubernetes.io/docs/concepts/security/pod-security-standards/ */}}
{{- define "ticket-summarizer.podSecurity" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
fsGroup: 10001
seccompProfile: { type: RuntimeDefault }
{{- end }}

{{- define "ticket-summarizer.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: { drop: [ALL] }
{{- end }}

{{/* Where Kafka is and how it lets us in: environment of every container that talks to it. */}}
{{- define "ticket-summarizer.kafkaEnvironment" -}}
- { name: KAFKA_BOOTSTRAP_SERVERS, value: {{ include "ticket-summarizer.kafka" . | quote }} }
{{- with .Values.kafka }}
- { name: KAFKA_SECURITY_PROTOCOL, value: {{ .securityProtocol | quote }} }
{{- with .saslMechanism }}
- { name: KAFKA_SASL_MECHANISM, value: {{ . | quote }} }
{{- end }}
{{- with .saslJaasConfig }}{{ if .secret }}
- name: KAFKA_SASL_JAAS_CONFIG
  valueFrom: { secretKeyRef: { name: {{ .secret | quote }}, key: {{ .key | quote }} } }
{{- end }}{{ end }}
{{- with .tls.truststoreKey }}
- { name: KAFKA_SSL_TRUSTSTORE_TYPE, value: PEM }
- { name: KAFKA_SSL_TRUSTSTORE_LOCATION, value: {{ printf "/etc/kafka-tls/%s" . | quote }} }
{{- end }}
{{- with .tls.keystoreKey }}
- { name: KAFKA_SSL_KEYSTORE_TYPE, value: PEM }
- { name: KAFKA_SSL_KEYSTORE_LOCATION, value: {{ printf "/etc/kafka-tls/%s" . | quote }} }
{{- end }}
{{- end }}
{{- end }}

{{- define "ticket-summarizer.volumeMounts" -}}
- { name: tmp, mountPath: /tmp }
- { name: state, mountPath: /var/lib/ticket-summarizer }
{{- if .Values.kafka.tls.secret }}
- { name: kafka-tls, mountPath: /etc/kafka-tls, readOnly: true }
{{- end }}
{{- end }}

{{- define "ticket-summarizer.volumes" -}}
- name: tmp
  emptyDir: { sizeLimit: 256Mi }
{{- with .Values.kafka.tls.secret }}
- name: kafka-tls
  secret: { secretName: {{ . | quote }}, defaultMode: 0440 }
{{- end }}
{{- end }}

{{/* Which services ask whom, and whose lag tells how much waits. */}}
{{- define "ticket-summarizer.services" -}}
fetcher: { topic: ticket-ids, secret: zendesk, fake: fake-zendesk }
synthesis: { topic: raw-tickets, secret: models, fake: fake-llm }
pod: { topic: synthesized, secret: models, fake: fake-llm }
diagnostics: { topic: synthesized, secret: models, fake: fake-llm }
aggregator: { topic: pod-results }
{{- end }}
