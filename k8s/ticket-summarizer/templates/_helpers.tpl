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

{{/* Which services ask whom, whose limits they divide, and whose lag tells how much waits. */}}
{{- define "ticket-summarizer.services" -}}
fetcher: { topic: ticket-ids, secret: zendesk, fake: fake-zendesk, accounts: [ZENDESK] }
synthesis: &asks-models { topic: raw-tickets, secret: models, fake: fake-llm, accounts: [GEMINI, AZURE_OPENAI, ANTHROPIC, OPENAI] }
pod: { <<: *asks-models, topic: synthesized }
diagnostics: { <<: *asks-models, topic: synthesized }
aggregator: { topic: pod-results }
{{- end }}

{{/* Of a service, from the root and its name, as YAML: its own settings before those of all, and those before ours. */}}
{{- define "ticket-summarizer.settings" -}}
{{- $service := get (index . 0).Values.services (index . 1) }}
{{- range $setting, $value := merge (dict) $service.settings (index . 0).Values.settings (include "ticket-summarizer.instances" . | fromYaml) }}
{{- /* Numbers of a file of values have a floating point: 4000000 would become 4e+06. */}}
{{- $isWhole := and (kindIs "float64" $value) (eq (float64 $value) (floor $value)) }}
{{ $setting }}: {{ ternary (int64 $value) $value $isWhole | quote }}
{{- end }}
{{- end }}

{{/* The limits of an account are divided by the replicas that use it, or by the most of them that there may be. */}}
{{- define "ticket-summarizer.instances" -}}
{{- $values := (index . 0).Values }}
{{- $facts := include "ticket-summarizer.services" (index . 0) | fromYaml }}
{{- range $account := (get $facts (index . 1)).accounts }}
{{- $instances := 0 }}
{{- range $name, $fact := $facts }}
{{- if has $account ($fact.accounts | default list) }}
{{- $instances = add $instances (ternary $values.autoscaling.maxReplicas (get $values.services $name).replicas $values.autoscaling.enabled) }}
{{- end }}
{{- end }}
{{ $account }}_INSTANCES: {{ max 1 $instances }}
{{- end }}
{{- end }}
