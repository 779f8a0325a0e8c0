"""Fields of Kubernetes' workload types. Written by tools/schema; do not edit.

A line is a field: JSON name, Go name, type, whether it is omitted when empty, merge key, patch strategies. PROMOTED
names the fields that a struct has from one embedded in it. Text is read a type at a time, when that is first needed:
as tuples, the tables would take a twentieth of the time of a short run.
"""

NOTHING = "-"
"""What stands where a line has nothing."""

TYPES: dict[str, str] = {
    "AWSElasticBlockStoreVolumeSource": """\
volumeID VolumeID string written - -
fsType FSType string omitted - -
partition Partition int32 omitted - -
readOnly ReadOnly bool omitted - -
""",
    "Affinity": """\
nodeAffinity NodeAffinity *NodeAffinity omitted - -
podAffinity PodAffinity *PodAffinity omitted - -
podAntiAffinity PodAntiAffinity *PodAntiAffinity omitted - -
""",
    "AppArmorProfile": """\
type Type string written - -
localhostProfile LocalhostProfile *string omitted - -
""",
    "AzureDiskVolumeSource": """\
diskName DiskName string written - -
diskURI DataDiskURI string written - -
cachingMode CachingMode *string omitted - -
fsType FSType *string omitted - -
readOnly ReadOnly *bool omitted - -
kind Kind *string omitted - -
""",
    "AzureFileVolumeSource": """\
secretName SecretName string written - -
shareName ShareName string written - -
readOnly ReadOnly bool omitted - -
""",
    "CSIVolumeSource": """\
driver Driver string written - -
readOnly ReadOnly *bool omitted - -
fsType FSType *string omitted - -
volumeAttributes VolumeAttributes map[string]string omitted - -
nodePublishSecretRef NodePublishSecretRef *LocalObjectReference omitted - -
""",
    "Capabilities": """\
add Add []string omitted - -
drop Drop []string omitted - -
""",
    "CephFSVolumeSource": """\
monitors Monitors []string written - -
path Path string omitted - -
user User string omitted - -
secretFile SecretFile string omitted - -
secretRef SecretRef *LocalObjectReference omitted - -
readOnly ReadOnly bool omitted - -
""",
    "CinderVolumeSource": """\
volumeID VolumeID string written - -
fsType FSType string omitted - -
readOnly ReadOnly bool omitted - -
secretRef SecretRef *LocalObjectReference omitted - -
""",
    "ClusterTrustBundleProjection": """\
name Name *string omitted - -
signerName SignerName *string omitted - -
labelSelector LabelSelector *LabelSelector omitted - -
optional Optional *bool omitted - -
path Path string written - -
""",
    "ConfigMapEnvSource": """\
name Name string omitted - -
optional Optional *bool omitted - -
""",
    "ConfigMapKeySelector": """\
name Name string omitted - -
key Key string written - -
optional Optional *bool omitted - -
""",
    "ConfigMapProjection": """\
name Name string omitted - -
items Items []KeyToPath omitted - -
optional Optional *bool omitted - -
""",
    "ConfigMapVolumeSource": """\
name Name string omitted - -
items Items []KeyToPath omitted - -
defaultMode DefaultMode *int32 omitted - -
optional Optional *bool omitted - -
""",
    "Container": """\
name Name string written - -
image Image string omitted - -
command Command []string omitted - -
args Args []string omitted - -
workingDir WorkingDir string omitted - -
ports Ports []ContainerPort omitted containerPort merge
envFrom EnvFrom []EnvFromSource omitted - -
env Env []EnvVar omitted name merge
resources Resources ResourceRequirements written - -
resizePolicy ResizePolicy []ContainerResizePolicy omitted - -
restartPolicy RestartPolicy *string omitted - -
restartPolicyRules RestartPolicyRules []ContainerRestartRule omitted - -
volumeMounts VolumeMounts []VolumeMount omitted mountPath merge
volumeDevices VolumeDevices []VolumeDevice omitted devicePath merge
livenessProbe LivenessProbe *Probe omitted - -
readinessProbe ReadinessProbe *Probe omitted - -
startupProbe StartupProbe *Probe omitted - -
lifecycle Lifecycle *Lifecycle omitted - -
terminationMessagePath TerminationMessagePath string omitted - -
terminationMessagePolicy TerminationMessagePolicy string omitted - -
imagePullPolicy ImagePullPolicy string omitted - -
securityContext SecurityContext *SecurityContext omitted - -
stdin Stdin bool omitted - -
stdinOnce StdinOnce bool omitted - -
tty TTY bool omitted - -
""",
    "ContainerExtendedResourceRequest": """\
containerName ContainerName string written - -
resourceName ResourceName string written - -
requestName RequestName string written - -
""",
    "ContainerPort": """\
name Name string omitted - -
hostPort HostPort int32 omitted - -
containerPort ContainerPort int32 written - -
protocol Protocol string omitted - -
hostIP HostIP string omitted - -
""",
    "ContainerResizePolicy": """\
resourceName ResourceName string written - -
restartPolicy RestartPolicy string written - -
""",
    "ContainerRestartRule": """\
action Action string omitted - -
exitCodes ExitCodes *ContainerRestartRuleOnExitCodes omitted - -
""",
    "ContainerRestartRuleOnExitCodes": """\
operator Operator string omitted - -
values Values []int32 omitted - -
""",
    "ContainerState": """\
waiting Waiting *ContainerStateWaiting omitted - -
running Running *ContainerStateRunning omitted - -
terminated Terminated *ContainerStateTerminated omitted - -
""",
    "ContainerStateRunning": """\
startedAt StartedAt time written - -
""",
    "ContainerStateTerminated": """\
exitCode ExitCode int32 written - -
signal Signal int32 omitted - -
reason Reason string omitted - -
message Message string omitted - -
startedAt StartedAt time written - -
finishedAt FinishedAt time written - -
containerID ContainerID string omitted - -
""",
    "ContainerStateWaiting": """\
reason Reason string omitted - -
message Message string omitted - -
""",
    "ContainerStatus": """\
name Name string written - -
state State ContainerState written - -
lastState LastTerminationState ContainerState written - -
ready Ready bool written - -
restartCount RestartCount int32 written - -
image Image string written - -
imageID ImageID string written - -
containerID ContainerID string omitted - -
started Started *bool omitted - -
allocatedResources AllocatedResources map[string]quantity omitted - -
resources Resources *ResourceRequirements omitted - -
volumeMounts VolumeMounts []VolumeMountStatus omitted mountPath merge
user User *ContainerUser omitted - -
allocatedResourcesStatus AllocatedResourcesStatus []ResourceStatus omitted name merge
stopSignal StopSignal *string omitted - -
""",
    "ContainerUser": """\
linux Linux *LinuxContainerUser omitted - -
""",
    "CronJob": """\
kind Kind string omitted - -
apiVersion APIVersion string omitted - -
metadata ObjectMeta ObjectMeta written - -
spec Spec CronJobSpec written - -
status Status CronJobStatus written - -
""",
    "CronJobSpec": """\
schedule Schedule string written - -
timeZone TimeZone *string omitted - -
startingDeadlineSeconds StartingDeadlineSeconds *int64 omitted - -
concurrencyPolicy ConcurrencyPolicy string omitted - -
suspend Suspend *bool omitted - -
jobTemplate JobTemplate JobTemplateSpec written - -
successfulJobsHistoryLimit SuccessfulJobsHistoryLimit *int32 omitted - -
failedJobsHistoryLimit FailedJobsHistoryLimit *int32 omitted - -
""",
    "CronJobStatus": """\
active Active []ObjectReference omitted - -
lastScheduleTime LastScheduleTime *time omitted - -
lastSuccessfulTime LastSuccessfulTime *time omitted - -
""",
    "DaemonSet": """\
kind Kind string omitted - -
apiVersion APIVersion string omitted - -
metadata ObjectMeta ObjectMeta written - -
spec Spec DaemonSetSpec written - -
status Status DaemonSetStatus written - -
""",
    "DaemonSetCondition": """\
type Type string written - -
status Status string written - -
lastTransitionTime LastTransitionTime time written - -
reason Reason string omitted - -
message Message string omitted - -
""",
    "DaemonSetSpec": """\
selector Selector *LabelSelector written - -
template Template PodTemplateSpec written - -
updateStrategy UpdateStrategy DaemonSetUpdateStrategy written - -
minReadySeconds MinReadySeconds int32 omitted - -
revisionHistoryLimit RevisionHistoryLimit *int32 omitted - -
""",
    "DaemonSetStatus": """\
currentNumberScheduled CurrentNumberScheduled int32 written - -
numberMisscheduled NumberMisscheduled int32 written - -
desiredNumberScheduled DesiredNumberScheduled int32 written - -
numberReady NumberReady int32 written - -
observedGeneration ObservedGeneration int64 omitted - -
updatedNumberScheduled UpdatedNumberScheduled int32 omitted - -
numberAvailable NumberAvailable int32 omitted - -
numberUnavailable NumberUnavailable int32 omitted - -
collisionCount CollisionCount *int32 omitted - -
conditions Conditions []DaemonSetCondition omitted type merge
""",
    "DaemonSetUpdateStrategy": """\
type Type string omitted - -
rollingUpdate RollingUpdate *RollingUpdateDaemonSet omitted - -
""",
    "Deployment": """\
kind Kind string omitted - -
apiVersion APIVersion string omitted - -
metadata ObjectMeta ObjectMeta written - -
spec Spec DeploymentSpec written - -
status Status DeploymentStatus written - -
""",
    "DeploymentCause": """\
type Type string written - -
imageTrigger ImageTrigger *DeploymentCauseImageTrigger omitted - -
""",
    "DeploymentCauseImageTrigger": """\
from From ObjectReference written - -
""",
    "DeploymentCondition": """\
type Type string written - -
status Status string written - -
lastUpdateTime LastUpdateTime time written - -
lastTransitionTime LastTransitionTime time written - -
reason Reason string omitted - -
message Message string omitted - -
""",
    "DeploymentConfig": """\
kind Kind string omitted - -
apiVersion APIVersion string omitted - -
metadata ObjectMeta ObjectMeta written - -
spec Spec DeploymentConfigSpec written - -
status Status DeploymentConfigStatus written - -
""",
    "DeploymentConfigSpec": """\
strategy Strategy DeploymentStrategy written - -
minReadySeconds MinReadySeconds int32 omitted - -
triggers Triggers []DeploymentTriggerPolicy written - -
replicas Replicas int32 written - -
revisionHistoryLimit RevisionHistoryLimit *int32 omitted - -
test Test bool written - -
paused Paused bool omitted - -
selector Selector map[string]string omitted - -
template Template *PodTemplateSpec omitted - -
""",
    "DeploymentConfigStatus": """\
latestVersion LatestVersion int64 written - -
observedGeneration ObservedGeneration int64 written - -
replicas Replicas int32 written - -
updatedReplicas UpdatedReplicas int32 written - -
availableReplicas AvailableReplicas int32 written - -
unavailableReplicas UnavailableReplicas int32 written - -
details Details *DeploymentDetails omitted - -
conditions Conditions []DeploymentCondition omitted type merge
readyReplicas ReadyReplicas int32 omitted - -
""",
    "DeploymentDetails": """\
message Message string omitted - -
causes Causes []DeploymentCause written - -
""",
    "DeploymentSpec": """\
replicas Replicas *int32 omitted - -
selector Selector *LabelSelector written - -
template Template PodTemplateSpec written - -
strategy Strategy DeploymentStrategy written - retainKeys
minReadySeconds MinReadySeconds int32 omitted - -
revisionHistoryLimit RevisionHistoryLimit *int32 omitted - -
paused Paused bool omitted - -
progressDeadlineSeconds ProgressDeadlineSeconds *int32 omitted - -
""",
    "DeploymentStatus": """\
observedGeneration ObservedGeneration int64 omitted - -
replicas Replicas int32 omitted - -
updatedReplicas UpdatedReplicas int32 omitted - -
readyReplicas ReadyReplicas int32 omitted - -
availableReplicas AvailableReplicas int32 omitted - -
unavailableReplicas UnavailableReplicas int32 omitted - -
terminatingReplicas TerminatingReplicas *int32 omitted - -
conditions Conditions []DeploymentCondition omitted type merge
collisionCount CollisionCount *int32 omitted - -
""",
    "DeploymentStrategy": """\
type Type string omitted - -
rollingUpdate RollingUpdate *RollingUpdateDeployment omitted - -
""",
    "DeploymentTriggerImageChangeParams": """\
automatic Automatic bool omitted - -
containerNames ContainerNames []string omitted - -
from From ObjectReference written - -
lastTriggeredImage LastTriggeredImage string omitted - -
""",
    "DeploymentTriggerPolicy": """\
type Type string omitted - -
imageChangeParams ImageChangeParams *DeploymentTriggerImageChangeParams omitted - -
""",
    "DownwardAPIProjection": """\
items Items []DownwardAPIVolumeFile omitted - -
""",
    "DownwardAPIVolumeFile": """\
path Path string written - -
fieldRef FieldRef *ObjectFieldSelector omitted - -
resourceFieldRef ResourceFieldRef *ResourceFieldSelector omitted - -
mode Mode *int32 omitted - -
""",
    "DownwardAPIVolumeSource": """\
items Items []DownwardAPIVolumeFile omitted - -
defaultMode DefaultMode *int32 omitted - -
""",
    "EmptyDirVolumeSource": """\
medium Medium string omitted - -
sizeLimit SizeLimit *quantity omitted - -
""",
    "EnvFromSource": """\
prefix Prefix string omitted - -
configMapRef ConfigMapRef *ConfigMapEnvSource omitted - -
secretRef SecretRef *SecretEnvSource omitted - -
""",
    "EnvVar": """\
name Name string written - -
value Value string omitted - -
valueFrom ValueFrom *EnvVarSource omitted - -
""",
    "EnvVarSource": """\
fieldRef FieldRef *ObjectFieldSelector omitted - -
resourceFieldRef ResourceFieldRef *ResourceFieldSelector omitted - -
configMapKeyRef ConfigMapKeyRef *ConfigMapKeySelector omitted - -
secretKeyRef SecretKeyRef *SecretKeySelector omitted - -
fileKeyRef FileKeyRef *FileKeySelector omitted - -
""",
    "EphemeralContainer": """\
name Name string written - -
image Image string omitted - -
command Command []string omitted - -
args Args []string omitted - -
workingDir WorkingDir string omitted - -
ports Ports []ContainerPort omitted containerPort merge
envFrom EnvFrom []EnvFromSource omitted - -
env Env []EnvVar omitted name merge
resources Resources ResourceRequirements written - -
resizePolicy ResizePolicy []ContainerResizePolicy omitted - -
restartPolicy RestartPolicy *string omitted - -
restartPolicyRules RestartPolicyRules []ContainerRestartRule omitted - -
volumeMounts VolumeMounts []VolumeMount omitted mountPath merge
volumeDevices VolumeDevices []VolumeDevice omitted devicePath merge
livenessProbe LivenessProbe *Probe omitted - -
readinessProbe ReadinessProbe *Probe omitted - -
startupProbe StartupProbe *Probe omitted - -
lifecycle Lifecycle *Lifecycle omitted - -
terminationMessagePath TerminationMessagePath string omitted - -
terminationMessagePolicy TerminationMessagePolicy string omitted - -
imagePullPolicy ImagePullPolicy string omitted - -
securityContext SecurityContext *SecurityContext omitted - -
stdin Stdin bool omitted - -
stdinOnce StdinOnce bool omitted - -
tty TTY bool omitted - -
targetContainerName TargetContainerName string omitted - -
""",
    "EphemeralVolumeSource": """\
volumeClaimTemplate VolumeClaimTemplate *PersistentVolumeClaimTemplate omitted - -
""",
    "ExecAction": """\
command Command []string omitted - -
""",
    "FCVolumeSource": """\
targetWWNs TargetWWNs []string omitted - -
lun Lun *int32 omitted - -
fsType FSType string omitted - -
readOnly ReadOnly bool omitted - -
wwids WWIDs []string omitted - -
""",
    "FileKeySelector": """\
volumeName VolumeName string written - -
path Path string written - -
key Key string written - -
optional Optional *bool omitted - -
""",
    "FlexVolumeSource": """\
driver Driver string written - -
fsType FSType string omitted - -
secretRef SecretRef *LocalObjectReference omitted - -
readOnly ReadOnly bool omitted - -
options Options map[string]string omitted - -
""",
    "FlockerVolumeSource": """\
datasetName DatasetName string omitted - -
datasetUUID DatasetUUID string omitted - -
""",
    "GCEPersistentDiskVolumeSource": """\
pdName PDName string written - -
fsType FSType string omitted - -
partition Partition int32 omitted - -
readOnly ReadOnly bool omitted - -
""",
    "GRPCAction": """\
port Port int32 written - -
service Service *string written - -
""",
    "GitRepoVolumeSource": """\
repository Repository string written - -
revision Revision string omitted - -
directory Directory string omitted - -
""",
    "GlusterfsVolumeSource": """\
endpoints EndpointsName string written - -
path Path string written - -
readOnly ReadOnly bool omitted - -
""",
    "HTTPGetAction": """\
path Path string omitted - -
port Port int-or-string written - -
host Host string omitted - -
scheme Scheme string omitted - -
httpHeaders HTTPHeaders []HTTPHeader omitted - -
""",
    "HTTPHeader": """\
name Name string written - -
value Value string written - -
""",
    "HostAlias": """\
ip IP string written - -
hostnames Hostnames []string omitted - -
""",
    "HostIP": """\
ip IP string written - -
""",
    "HostPathVolumeSource": """\
path Path string written - -
type Type *string omitted - -
""",
    "ISCSIVolumeSource": """\
targetPortal TargetPortal string written - -
iqn IQN string written - -
lun Lun int32 written - -
iscsiInterface ISCSIInterface string omitted - -
fsType FSType string omitted - -
readOnly ReadOnly bool omitted - -
portals Portals []string omitted - -
chapAuthDiscovery DiscoveryCHAPAuth bool omitted - -
chapAuthSession SessionCHAPAuth bool omitted - -
secretRef SecretRef *LocalObjectReference omitted - -
initiatorName InitiatorName *string omitted - -
""",
    "ImageVolumeSource": """\
reference Reference string omitted - -
pullPolicy PullPolicy string omitted - -
""",
    "ImageVolumeStatus": """\
imageRef ImageRef string omitted - -
""",
    "Job": """\
kind Kind string omitted - -
apiVersion APIVersion string omitted - -
metadata ObjectMeta ObjectMeta written - -
spec Spec JobSpec written - -
status Status JobStatus written - -
""",
    "JobCondition": """\
type Type string written - -
status Status string written - -
lastProbeTime LastProbeTime time written - -
lastTransitionTime LastTransitionTime time written - -
reason Reason string omitted - -
message Message string omitted - -
""",
    "JobSpec": """\
parallelism Parallelism *int32 omitted - -
completions Completions *int32 omitted - -
activeDeadlineSeconds ActiveDeadlineSeconds *int64 omitted - -
podFailurePolicy PodFailurePolicy *PodFailurePolicy omitted - -
successPolicy SuccessPolicy *SuccessPolicy omitted - -
backoffLimit BackoffLimit *int32 omitted - -
backoffLimitPerIndex BackoffLimitPerIndex *int32 omitted - -
maxFailedIndexes MaxFailedIndexes *int32 omitted - -
selector Selector *LabelSelector omitted - -
manualSelector ManualSelector *bool omitted - -
template Template PodTemplateSpec written - -
ttlSecondsAfterFinished TTLSecondsAfterFinished *int32 omitted - -
completionMode CompletionMode *string omitted - -
suspend Suspend *bool omitted - -
podReplacementPolicy PodReplacementPolicy *string omitted - -
managedBy ManagedBy *string omitted - -
""",
    "JobStatus": """\
conditions Conditions []JobCondition omitted type merge
startTime StartTime *time omitted - -
completionTime CompletionTime *time omitted - -
active Active int32 omitted - -
succeeded Succeeded int32 omitted - -
failed Failed int32 omitted - -
terminating Terminating *int32 omitted - -
completedIndexes CompletedIndexes string omitted - -
failedIndexes FailedIndexes *string omitted - -
uncountedTerminatedPods UncountedTerminatedPods *UncountedTerminatedPods omitted - -
ready Ready *int32 omitted - -
""",
    "JobTemplateSpec": """\
metadata ObjectMeta ObjectMeta written - -
spec Spec JobSpec written - -
""",
    "KeyToPath": """\
key Key string written - -
path Path string written - -
mode Mode *int32 omitted - -
""",
    "LabelSelector": """\
matchLabels MatchLabels map[string]string omitted - -
matchExpressions MatchExpressions []LabelSelectorRequirement omitted - -
""",
    "LabelSelectorRequirement": """\
key Key string written - -
operator Operator string written - -
values Values []string omitted - -
""",
    "Lifecycle": """\
postStart PostStart *LifecycleHandler omitted - -
preStop PreStop *LifecycleHandler omitted - -
stopSignal StopSignal *string omitted - -
""",
    "LifecycleHandler": """\
exec Exec *ExecAction omitted - -
httpGet HTTPGet *HTTPGetAction omitted - -
tcpSocket TCPSocket *TCPSocketAction omitted - -
sleep Sleep *SleepAction omitted - -
""",
    "LinuxContainerUser": """\
uid UID int64 written - -
gid GID int64 written - -
supplementalGroups SupplementalGroups []int64 omitted - -
""",
    "List": """\
kind Kind string omitted - -
apiVersion APIVersion string omitted - -
metadata ListMeta ListMeta written - -
items Items []any written - -
""",
    "ListMeta": """\
selfLink SelfLink string omitted - -
resourceVersion ResourceVersion string omitted - -
continue Continue string omitted - -
remainingItemCount RemainingItemCount *int64 omitted - -
shardInfo ShardInfo *ShardInfo omitted - -
""",
    "LocalObjectReference": """\
name Name string omitted - -
""",
    "ManagedFieldsEntry": """\
manager Manager string omitted - -
operation Operation string omitted - -
apiVersion APIVersion string omitted - -
time Time *time omitted - -
fieldsType FieldsType string omitted - -
fieldsV1 FieldsV1 *any omitted - -
subresource Subresource string omitted - -
""",
    "ModifyVolumeStatus": """\
targetVolumeAttributesClassName TargetVolumeAttributesClassName string omitted - -
status Status string written - -
""",
    "NFSVolumeSource": """\
server Server string written - -
path Path string written - -
readOnly ReadOnly bool omitted - -
""",
    "NodeAffinity": """\
requiredDuringSchedulingIgnoredDuringExecution RequiredDuringSchedulingIgnoredDuringExecution *NodeSelector omitted - -
preferredDuringSchedulingIgnoredDuringExecution PreferredDuringSchedulingIgnoredDuringExecution []PreferredSchedulingTerm omitted - -
""",
    "NodeAllocatableResourceClaimStatus": """\
resourceClaimName ResourceClaimName string written - -
containers Containers []string omitted - -
resources Resources map[string]quantity written - -
""",
    "NodeSelector": """\
nodeSelectorTerms NodeSelectorTerms []NodeSelectorTerm written - -
""",
    "NodeSelectorRequirement": """\
key Key string written - -
operator Operator string written - -
values Values []string omitted - -
""",
    "NodeSelectorTerm": """\
matchExpressions MatchExpressions []NodeSelectorRequirement omitted - -
matchFields MatchFields []NodeSelectorRequirement omitted - -
""",
    "ObjectFieldSelector": """\
apiVersion APIVersion string omitted - -
fieldPath FieldPath string written - -
""",
    "ObjectMeta": """\
name Name string omitted - -
generateName GenerateName string omitted - -
namespace Namespace string omitted - -
selfLink SelfLink string omitted - -
uid UID string omitted - -
resourceVersion ResourceVersion string omitted - -
generation Generation int64 omitted - -
creationTimestamp CreationTimestamp time omitted - -
deletionTimestamp DeletionTimestamp *time omitted - -
deletionGracePeriodSeconds DeletionGracePeriodSeconds *int64 omitted - -
labels Labels map[string]string omitted - -
annotations Annotations map[string]string omitted - -
ownerReferences OwnerReferences []OwnerReference omitted uid merge
finalizers Finalizers []string omitted - merge
managedFields ManagedFields []ManagedFieldsEntry omitted - -
""",
    "ObjectReference": """\
kind Kind string omitted - -
namespace Namespace string omitted - -
name Name string omitted - -
uid UID string omitted - -
apiVersion APIVersion string omitted - -
resourceVersion ResourceVersion string omitted - -
fieldPath FieldPath string omitted - -
""",
    "OwnerReference": """\
apiVersion APIVersion string written - -
kind Kind string written - -
name Name string written - -
uid UID string written - -
controller Controller *bool omitted - -
blockOwnerDeletion BlockOwnerDeletion *bool omitted - -
""",
    "PersistentVolumeClaim": """\
kind Kind string omitted - -
apiVersion APIVersion string omitted - -
metadata ObjectMeta ObjectMeta written - -
spec Spec PersistentVolumeClaimSpec written - -
status Status PersistentVolumeClaimStatus written - -
""",
    "PersistentVolumeClaimCondition": """\
type Type string written - -
status Status string written - -
lastProbeTime LastProbeTime time written - -
lastTransitionTime LastTransitionTime time written - -
reason Reason string omitted - -
message Message string omitted - -
""",
    "PersistentVolumeClaimSpec": """\
accessModes AccessModes []string omitted - -
selector Selector *LabelSelector omitted - -
resources Resources VolumeResourceRequirements written - -
volumeName VolumeName string omitted - -
storageClassName StorageClassName *string omitted - -
volumeMode VolumeMode *string omitted - -
dataSource DataSource *TypedLocalObjectReference omitted - -
dataSourceRef DataSourceRef *TypedObjectReference omitted - -
volumeAttributesClassName VolumeAttributesClassName *string omitted - -
""",
    "PersistentVolumeClaimStatus": """\
phase Phase string omitted - -
accessModes AccessModes []string omitted - -
capacity Capacity map[string]quantity omitted - -
conditions Conditions []PersistentVolumeClaimCondition omitted type merge
allocatedResources AllocatedResources map[string]quantity omitted - -
allocatedResourceStatuses AllocatedResourceStatuses map[string]string omitted - -
currentVolumeAttributesClassName CurrentVolumeAttributesClassName *string omitted - -
modifyVolumeStatus ModifyVolumeStatus *ModifyVolumeStatus omitted - -
""",
    "PersistentVolumeClaimTemplate": """\
metadata ObjectMeta ObjectMeta written - -
spec Spec PersistentVolumeClaimSpec written - -
""",
    "PersistentVolumeClaimVolumeSource": """\
claimName ClaimName string written - -
readOnly ReadOnly bool omitted - -
""",
    "PhotonPersistentDiskVolumeSource": """\
pdID PdID string written - -
fsType FSType string omitted - -
""",
    "Pod": """\
kind Kind string omitted - -
apiVersion APIVersion string omitted - -
metadata ObjectMeta ObjectMeta written - -
spec Spec PodSpec written - -
status Status PodStatus written - -
""",
    "PodAffinity": """\
requiredDuringSchedulingIgnoredDuringExecution RequiredDuringSchedulingIgnoredDuringExecution []PodAffinityTerm omitted - -
preferredDuringSchedulingIgnoredDuringExecution PreferredDuringSchedulingIgnoredDuringExecution []WeightedPodAffinityTerm omitted - -
""",
    "PodAffinityTerm": """\
labelSelector LabelSelector *LabelSelector omitted - -
namespaces Namespaces []string omitted - -
topologyKey TopologyKey string written - -
namespaceSelector NamespaceSelector *LabelSelector omitted - -
matchLabelKeys MatchLabelKeys []string omitted - -
mismatchLabelKeys MismatchLabelKeys []string omitted - -
""",
    "PodAntiAffinity": """\
requiredDuringSchedulingIgnoredDuringExecution RequiredDuringSchedulingIgnoredDuringExecution []PodAffinityTerm omitted - -
preferredDuringSchedulingIgnoredDuringExecution PreferredDuringSchedulingIgnoredDuringExecution []WeightedPodAffinityTerm omitted - -
""",
    "PodCertificateProjection": """\
signerName SignerName string omitted - -
keyType KeyType string omitted - -
maxExpirationSeconds MaxExpirationSeconds *int32 omitted - -
credentialBundlePath CredentialBundlePath string omitted - -
keyPath KeyPath string omitted - -
certificateChainPath CertificateChainPath string omitted - -
userAnnotations UserAnnotations map[string]string omitted - -
""",
    "PodCondition": """\
type Type string written - -
observedGeneration ObservedGeneration int64 omitted - -
status Status string written - -
lastProbeTime LastProbeTime time written - -
lastTransitionTime LastTransitionTime time written - -
reason Reason string omitted - -
message Message string omitted - -
""",
    "PodDNSConfig": """\
nameservers Nameservers []string omitted - -
searches Searches []string omitted - -
options Options []PodDNSConfigOption omitted - -
""",
    "PodDNSConfigOption": """\
name Name string omitted - -
value Value *string omitted - -
""",
    "PodExtendedResourceClaimStatus": """\
requestMappings RequestMappings []ContainerExtendedResourceRequest written - -
resourceClaimName ResourceClaimName string written - -
""",
    "PodFailurePolicy": """\
rules Rules []PodFailurePolicyRule written - -
""",
    "PodFailurePolicyOnExitCodesRequirement": """\
containerName ContainerName *string omitted - -
operator Operator string written - -
values Values []int32 written - -
""",
    "PodFailurePolicyOnPodConditionsPattern": """\
type Type string written - -
status Status string written - -
""",
    "PodFailurePolicyRule": """\
action Action string written - -
onExitCodes OnExitCodes *PodFailurePolicyOnExitCodesRequirement omitted - -
onPodConditions OnPodConditions []PodFailurePolicyOnPodConditionsPattern omitted - -
""",
    "PodIP": """\
ip IP string written - -
""",
    "PodOS": """\
name Name string written - -
""",
    "PodReadinessGate": """\
conditionType ConditionType string written - -
""",
    "PodResourceClaim": """\
name Name string written - -
resourceClaimName ResourceClaimName *string omitted - -
resourceClaimTemplateName ResourceClaimTemplateName *string omitted - -
""",
    "PodResourceClaimStatus": """\
name Name string written - -
resourceClaimName ResourceClaimName *string omitted - -
""",
    "PodSchedulingGate": """\
name Name string written - -
""",
    "PodSchedulingGroup": """\
podGroupName PodGroupName *string omitted - -
""",
    "PodSecurityContext": """\
seLinuxOptions SELinuxOptions *SELinuxOptions omitted - -
windowsOptions WindowsOptions *WindowsSecurityContextOptions omitted - -
runAsUser RunAsUser *int64 omitted - -
runAsGroup RunAsGroup *int64 omitted - -
runAsNonRoot RunAsNonRoot *bool omitted - -
supplementalGroups SupplementalGroups []int64 omitted - -
supplementalGroupsPolicy SupplementalGroupsPolicy *string omitted - -
fsGroup FSGroup *int64 omitted - -
sysctls Sysctls []Sysctl omitted - -
fsGroupChangePolicy FSGroupChangePolicy *string omitted - -
seccompProfile SeccompProfile *SeccompProfile omitted - -
appArmorProfile AppArmorProfile *AppArmorProfile omitted - -
seLinuxChangePolicy SELinuxChangePolicy *string omitted - -
""",
    "PodSpec": """\
volumes Volumes []Volume omitted name merge,retainKeys
initContainers InitContainers []Container omitted name merge
containers Containers []Container written name merge
ephemeralContainers EphemeralContainers []EphemeralContainer omitted name merge
restartPolicy RestartPolicy string omitted - -
terminationGracePeriodSeconds TerminationGracePeriodSeconds *int64 omitted - -
activeDeadlineSeconds ActiveDeadlineSeconds *int64 omitted - -
dnsPolicy DNSPolicy string omitted - -
nodeSelector NodeSelector map[string]string omitted - -
serviceAccountName ServiceAccountName string omitted - -
serviceAccount DeprecatedServiceAccount string omitted - -
automountServiceAccountToken AutomountServiceAccountToken *bool omitted - -
nodeName NodeName string omitted - -
hostNetwork HostNetwork bool omitted - -
hostPID HostPID bool omitted - -
hostIPC HostIPC bool omitted - -
shareProcessNamespace ShareProcessNamespace *bool omitted - -
securityContext SecurityContext *PodSecurityContext omitted - -
imagePullSecrets ImagePullSecrets []LocalObjectReference omitted name merge
hostname Hostname string omitted - -
subdomain Subdomain string omitted - -
affinity Affinity *Affinity omitted - -
schedulerName SchedulerName string omitted - -
tolerations Tolerations []Toleration omitted - -
hostAliases HostAliases []HostAlias omitted ip merge
priorityClassName PriorityClassName string omitted - -
priority Priority *int32 omitted - -
dnsConfig DNSConfig *PodDNSConfig omitted - -
readinessGates ReadinessGates []PodReadinessGate omitted - -
runtimeClassName RuntimeClassName *string omitted - -
enableServiceLinks EnableServiceLinks *bool omitted - -
preemptionPolicy PreemptionPolicy *string omitted - -
overhead Overhead map[string]quantity omitted - -
topologySpreadConstraints TopologySpreadConstraints []TopologySpreadConstraint omitted topologyKey merge
setHostnameAsFQDN SetHostnameAsFQDN *bool omitted - -
os OS *PodOS omitted - -
hostUsers HostUsers *bool omitted - -
schedulingGates SchedulingGates []PodSchedulingGate omitted name merge
resourceClaims ResourceClaims []PodResourceClaim omitted name merge,retainKeys
resources Resources *ResourceRequirements omitted - -
hostnameOverride HostnameOverride *string omitted - -
schedulingGroup SchedulingGroup *PodSchedulingGroup omitted - -
""",
    "PodStatus": """\
observedGeneration ObservedGeneration int64 omitted - -
phase Phase string omitted - -
conditions Conditions []PodCondition omitted type merge
message Message string omitted - -
reason Reason string omitted - -
nominatedNodeName NominatedNodeName string omitted - -
hostIP HostIP string omitted - -
hostIPs HostIPs []HostIP omitted ip merge
podIP PodIP string omitted - -
podIPs PodIPs []PodIP omitted ip merge
startTime StartTime *time omitted - -
initContainerStatuses InitContainerStatuses []ContainerStatus omitted - -
containerStatuses ContainerStatuses []ContainerStatus omitted - -
qosClass QOSClass string omitted - -
ephemeralContainerStatuses EphemeralContainerStatuses []ContainerStatus omitted - -
resize Resize string omitted - -
resourceClaimStatuses ResourceClaimStatuses []PodResourceClaimStatus omitted name merge,retainKeys
extendedResourceClaimStatus ExtendedResourceClaimStatus *PodExtendedResourceClaimStatus omitted - -
allocatedResources AllocatedResources map[string]quantity omitted - -
resources Resources *ResourceRequirements omitted - -
nodeAllocatableResourceClaimStatuses NodeAllocatableResourceClaimStatuses []NodeAllocatableResourceClaimStatus omitted - -
""",
    "PodTemplateSpec": """\
metadata ObjectMeta ObjectMeta written - -
spec Spec PodSpec written - -
""",
    "PortworxVolumeSource": """\
volumeID VolumeID string written - -
fsType FSType string omitted - -
readOnly ReadOnly bool omitted - -
""",
    "PreferredSchedulingTerm": """\
weight Weight int32 written - -
preference Preference NodeSelectorTerm written - -
""",
    "Probe": """\
exec Exec *ExecAction omitted - -
httpGet HTTPGet *HTTPGetAction omitted - -
tcpSocket TCPSocket *TCPSocketAction omitted - -
grpc GRPC *GRPCAction omitted - -
initialDelaySeconds InitialDelaySeconds int32 omitted - -
timeoutSeconds TimeoutSeconds int32 omitted - -
periodSeconds PeriodSeconds int32 omitted - -
successThreshold SuccessThreshold int32 omitted - -
failureThreshold FailureThreshold int32 omitted - -
terminationGracePeriodSeconds TerminationGracePeriodSeconds *int64 omitted - -
""",
    "ProjectedVolumeSource": """\
sources Sources []VolumeProjection written - -
defaultMode DefaultMode *int32 omitted - -
""",
    "QuobyteVolumeSource": """\
registry Registry string written - -
volume Volume string written - -
readOnly ReadOnly bool omitted - -
user User string omitted - -
group Group string omitted - -
tenant Tenant string omitted - -
""",
    "RBDVolumeSource": """\
monitors CephMonitors []string written - -
image RBDImage string written - -
fsType FSType string omitted - -
pool RBDPool string omitted - -
user RadosUser string omitted - -
keyring Keyring string omitted - -
secretRef SecretRef *LocalObjectReference omitted - -
readOnly ReadOnly bool omitted - -
""",
    "ReplicaSet": """\
kind Kind string omitted - -
apiVersion APIVersion string omitted - -
metadata ObjectMeta ObjectMeta written - -
spec Spec ReplicaSetSpec written - -
status Status ReplicaSetStatus written - -
""",
    "ReplicaSetCondition": """\
type Type string written - -
status Status string written - -
lastTransitionTime LastTransitionTime time written - -
reason Reason string omitted - -
message Message string omitted - -
""",
    "ReplicaSetSpec": """\
replicas Replicas *int32 omitted - -
minReadySeconds MinReadySeconds int32 omitted - -
selector Selector *LabelSelector written - -
template Template PodTemplateSpec written - -
""",
    "ReplicaSetStatus": """\
replicas Replicas int32 written - -
fullyLabeledReplicas FullyLabeledReplicas int32 omitted - -
readyReplicas ReadyReplicas int32 omitted - -
availableReplicas AvailableReplicas int32 omitted - -
terminatingReplicas TerminatingReplicas *int32 omitted - -
observedGeneration ObservedGeneration int64 omitted - -
conditions Conditions []ReplicaSetCondition omitted type merge
""",
    "ReplicationController": """\
kind Kind string omitted - -
apiVersion APIVersion string omitted - -
metadata ObjectMeta ObjectMeta written - -
spec Spec ReplicationControllerSpec written - -
status Status ReplicationControllerStatus written - -
""",
    "ReplicationControllerCondition": """\
type Type string written - -
status Status string written - -
lastTransitionTime LastTransitionTime time written - -
reason Reason string omitted - -
message Message string omitted - -
""",
    "ReplicationControllerSpec": """\
replicas Replicas *int32 omitted - -
minReadySeconds MinReadySeconds int32 omitted - -
selector Selector map[string]string omitted - -
template Template *PodTemplateSpec omitted - -
""",
    "ReplicationControllerStatus": """\
replicas Replicas int32 written - -
fullyLabeledReplicas FullyLabeledReplicas int32 omitted - -
readyReplicas ReadyReplicas int32 omitted - -
availableReplicas AvailableReplicas int32 omitted - -
observedGeneration ObservedGeneration int64 omitted - -
conditions Conditions []ReplicationControllerCondition omitted type merge
""",
    "ResourceClaim": """\
name Name string written - -
request Request string omitted - -
""",
    "ResourceFieldSelector": """\
containerName ContainerName string omitted - -
resource Resource string written - -
divisor Divisor quantity written - -
""",
    "ResourceHealth": """\
resourceID ResourceID string written - -
health Health string omitted - -
message Message *string omitted - -
""",
    "ResourceRequirements": """\
limits Limits map[string]quantity omitted - -
requests Requests map[string]quantity omitted - -
claims Claims []ResourceClaim omitted - -
""",
    "ResourceStatus": """\
name Name string written - -
resources Resources []ResourceHealth omitted - -
""",
    "RollingUpdateDaemonSet": """\
maxUnavailable MaxUnavailable *int-or-string omitted - -
maxSurge MaxSurge *int-or-string omitted - -
""",
    "RollingUpdateDeployment": """\
maxUnavailable MaxUnavailable *int-or-string omitted - -
maxSurge MaxSurge *int-or-string omitted - -
""",
    "RollingUpdateStatefulSetStrategy": """\
partition Partition *int32 omitted - -
maxUnavailable MaxUnavailable *int-or-string omitted - -
""",
    "SELinuxOptions": """\
user User string omitted - -
role Role string omitted - -
type Type string omitted - -
level Level string omitted - -
""",
    "ScaleIOVolumeSource": """\
gateway Gateway string written - -
system System string written - -
secretRef SecretRef *LocalObjectReference written - -
sslEnabled SSLEnabled bool omitted - -
protectionDomain ProtectionDomain string omitted - -
storagePool StoragePool string omitted - -
storageMode StorageMode string omitted - -
volumeName VolumeName string omitted - -
fsType FSType string omitted - -
readOnly ReadOnly bool omitted - -
""",
    "SeccompProfile": """\
type Type string written - -
localhostProfile LocalhostProfile *string omitted - -
""",
    "SecretEnvSource": """\
name Name string omitted - -
optional Optional *bool omitted - -
""",
    "SecretKeySelector": """\
name Name string omitted - -
key Key string written - -
optional Optional *bool omitted - -
""",
    "SecretProjection": """\
name Name string omitted - -
items Items []KeyToPath omitted - -
optional Optional *bool omitted - -
""",
    "SecretVolumeSource": """\
secretName SecretName string omitted - -
items Items []KeyToPath omitted - -
defaultMode DefaultMode *int32 omitted - -
optional Optional *bool omitted - -
""",
    "SecurityContext": """\
capabilities Capabilities *Capabilities omitted - -
privileged Privileged *bool omitted - -
seLinuxOptions SELinuxOptions *SELinuxOptions omitted - -
windowsOptions WindowsOptions *WindowsSecurityContextOptions omitted - -
runAsUser RunAsUser *int64 omitted - -
runAsGroup RunAsGroup *int64 omitted - -
runAsNonRoot RunAsNonRoot *bool omitted - -
readOnlyRootFilesystem ReadOnlyRootFilesystem *bool omitted - -
allowPrivilegeEscalation AllowPrivilegeEscalation *bool omitted - -
procMount ProcMount *string omitted - -
seccompProfile SeccompProfile *SeccompProfile omitted - -
appArmorProfile AppArmorProfile *AppArmorProfile omitted - -
""",
    "ServiceAccountTokenProjection": """\
audience Audience string omitted - -
expirationSeconds ExpirationSeconds *int64 omitted - -
path Path string written - -
""",
    "ShardInfo": """\
selector Selector string written - -
""",
    "SleepAction": """\
seconds Seconds int64 written - -
""",
    "StatefulSet": """\
kind Kind string omitted - -
apiVersion APIVersion string omitted - -
metadata ObjectMeta ObjectMeta written - -
spec Spec StatefulSetSpec written - -
status Status StatefulSetStatus written - -
""",
    "StatefulSetCondition": """\
type Type string written - -
status Status string written - -
lastTransitionTime LastTransitionTime time written - -
reason Reason string omitted - -
message Message string omitted - -
""",
    "StatefulSetOrdinals": """\
start Start int32 written - -
""",
    "StatefulSetPersistentVolumeClaimRetentionPolicy": """\
whenDeleted WhenDeleted string omitted - -
whenScaled WhenScaled string omitted - -
""",
    "StatefulSetSpec": """\
replicas Replicas *int32 omitted - -
selector Selector *LabelSelector written - -
template Template PodTemplateSpec written - -
volumeClaimTemplates VolumeClaimTemplates []PersistentVolumeClaim omitted - -
serviceName ServiceName string written - -
podManagementPolicy PodManagementPolicy string omitted - -
updateStrategy UpdateStrategy StatefulSetUpdateStrategy written - -
revisionHistoryLimit RevisionHistoryLimit *int32 omitted - -
minReadySeconds MinReadySeconds int32 omitted - -
persistentVolumeClaimRetentionPolicy PersistentVolumeClaimRetentionPolicy *StatefulSetPersistentVolumeClaimRetentionPolicy omitted - -
ordinals Ordinals *StatefulSetOrdinals omitted - -
""",
    "StatefulSetStatus": """\
observedGeneration ObservedGeneration int64 omitted - -
replicas Replicas int32 written - -
readyReplicas ReadyReplicas int32 omitted - -
currentReplicas CurrentReplicas int32 omitted - -
updatedReplicas UpdatedReplicas int32 omitted - -
currentRevision CurrentRevision string omitted - -
updateRevision UpdateRevision string omitted - -
collisionCount CollisionCount *int32 omitted - -
conditions Conditions []StatefulSetCondition omitted type merge
availableReplicas AvailableReplicas int32 written - -
""",
    "StatefulSetUpdateStrategy": """\
type Type string omitted - -
rollingUpdate RollingUpdate *RollingUpdateStatefulSetStrategy omitted - -
""",
    "StorageOSVolumeSource": """\
volumeName VolumeName string omitted - -
volumeNamespace VolumeNamespace string omitted - -
fsType FSType string omitted - -
readOnly ReadOnly bool omitted - -
secretRef SecretRef *LocalObjectReference omitted - -
""",
    "SuccessPolicy": """\
rules Rules []SuccessPolicyRule written - -
""",
    "SuccessPolicyRule": """\
succeededIndexes SucceededIndexes *string omitted - -
succeededCount SucceededCount *int32 omitted - -
""",
    "Sysctl": """\
name Name string written - -
value Value string written - -
""",
    "TCPSocketAction": """\
port Port int-or-string written - -
host Host string omitted - -
""",
    "Toleration": """\
key Key string omitted - -
operator Operator string omitted - -
value Value string omitted - -
effect Effect string omitted - -
tolerationSeconds TolerationSeconds *int64 omitted - -
""",
    "TopologySpreadConstraint": """\
maxSkew MaxSkew int32 written - -
topologyKey TopologyKey string written - -
whenUnsatisfiable WhenUnsatisfiable string written - -
labelSelector LabelSelector *LabelSelector omitted - -
minDomains MinDomains *int32 omitted - -
nodeAffinityPolicy NodeAffinityPolicy *string omitted - -
nodeTaintsPolicy NodeTaintsPolicy *string omitted - -
matchLabelKeys MatchLabelKeys []string omitted - -
""",
    "TypedLocalObjectReference": """\
apiGroup APIGroup *string written - -
kind Kind string written - -
name Name string written - -
""",
    "TypedObjectReference": """\
apiGroup APIGroup *string written - -
kind Kind string written - -
name Name string written - -
namespace Namespace *string omitted - -
""",
    "UncountedTerminatedPods": """\
succeeded Succeeded []string omitted - -
failed Failed []string omitted - -
""",
    "Volume": """\
name Name string written - -
hostPath HostPath *HostPathVolumeSource omitted - -
emptyDir EmptyDir *EmptyDirVolumeSource omitted - -
gcePersistentDisk GCEPersistentDisk *GCEPersistentDiskVolumeSource omitted - -
awsElasticBlockStore AWSElasticBlockStore *AWSElasticBlockStoreVolumeSource omitted - -
gitRepo GitRepo *GitRepoVolumeSource omitted - -
secret Secret *SecretVolumeSource omitted - -
nfs NFS *NFSVolumeSource omitted - -
iscsi ISCSI *ISCSIVolumeSource omitted - -
glusterfs Glusterfs *GlusterfsVolumeSource omitted - -
persistentVolumeClaim PersistentVolumeClaim *PersistentVolumeClaimVolumeSource omitted - -
rbd RBD *RBDVolumeSource omitted - -
flexVolume FlexVolume *FlexVolumeSource omitted - -
cinder Cinder *CinderVolumeSource omitted - -
cephfs CephFS *CephFSVolumeSource omitted - -
flocker Flocker *FlockerVolumeSource omitted - -
downwardAPI DownwardAPI *DownwardAPIVolumeSource omitted - -
fc FC *FCVolumeSource omitted - -
azureFile AzureFile *AzureFileVolumeSource omitted - -
configMap ConfigMap *ConfigMapVolumeSource omitted - -
vsphereVolume VsphereVolume *VsphereVirtualDiskVolumeSource omitted - -
quobyte Quobyte *QuobyteVolumeSource omitted - -
azureDisk AzureDisk *AzureDiskVolumeSource omitted - -
photonPersistentDisk PhotonPersistentDisk *PhotonPersistentDiskVolumeSource omitted - -
projected Projected *ProjectedVolumeSource omitted - -
portworxVolume PortworxVolume *PortworxVolumeSource omitted - -
scaleIO ScaleIO *ScaleIOVolumeSource omitted - -
storageos StorageOS *StorageOSVolumeSource omitted - -
csi CSI *CSIVolumeSource omitted - -
ephemeral Ephemeral *EphemeralVolumeSource omitted - -
image Image *ImageVolumeSource omitted - -
""",
    "VolumeDevice": """\
name Name string written - -
devicePath DevicePath string written - -
""",
    "VolumeMount": """\
name Name string written - -
readOnly ReadOnly bool omitted - -
recursiveReadOnly RecursiveReadOnly *string omitted - -
mountPath MountPath string written - -
subPath SubPath string omitted - -
mountPropagation MountPropagation *string omitted - -
subPathExpr SubPathExpr string omitted - -
""",
    "VolumeMountStatus": """\
name Name string written - -
mountPath MountPath string written - -
readOnly ReadOnly bool omitted - -
recursiveReadOnly RecursiveReadOnly *string omitted - -
volumeStatus VolumeStatus *VolumeStatus omitted - -
""",
    "VolumeProjection": """\
secret Secret *SecretProjection omitted - -
downwardAPI DownwardAPI *DownwardAPIProjection omitted - -
configMap ConfigMap *ConfigMapProjection omitted - -
serviceAccountToken ServiceAccountToken *ServiceAccountTokenProjection omitted - -
clusterTrustBundle ClusterTrustBundle *ClusterTrustBundleProjection omitted - -
podCertificate PodCertificate *PodCertificateProjection omitted - -
""",
    "VolumeResourceRequirements": """\
limits Limits map[string]quantity omitted - -
requests Requests map[string]quantity omitted - -
""",
    "VolumeStatus": """\
image Image *ImageVolumeStatus omitted - -
""",
    "VsphereVirtualDiskVolumeSource": """\
volumePath VolumePath string written - -
fsType FSType string omitted - -
storagePolicyName StoragePolicyName string omitted - -
storagePolicyID StoragePolicyID string omitted - -
""",
    "WeightedPodAffinityTerm": """\
weight Weight int32 written - -
podAffinityTerm PodAffinityTerm PodAffinityTerm written - -
""",
    "WindowsSecurityContextOptions": """\
gmsaCredentialSpecName GMSACredentialSpecName *string omitted - -
gmsaCredentialSpec GMSACredentialSpec *string omitted - -
runAsUserName RunAsUserName *string omitted - -
hostProcess HostProcess *bool omitted - -
""",
}

PROMOTED: dict[str, str] = {
    "ConfigMapEnvSource": """\
name
""",
    "ConfigMapKeySelector": """\
name
""",
    "ConfigMapProjection": """\
name
""",
    "ConfigMapVolumeSource": """\
name
""",
    "CronJob": """\
kind
apiVersion
""",
    "DaemonSet": """\
kind
apiVersion
""",
    "Deployment": """\
kind
apiVersion
""",
    "DeploymentConfig": """\
kind
apiVersion
""",
    "EphemeralContainer": """\
name
image
command
args
workingDir
ports
envFrom
env
resources
resizePolicy
restartPolicy
restartPolicyRules
volumeMounts
volumeDevices
livenessProbe
readinessProbe
startupProbe
lifecycle
terminationMessagePath
terminationMessagePolicy
imagePullPolicy
securityContext
stdin
stdinOnce
tty
""",
    "Job": """\
kind
apiVersion
""",
    "List": """\
kind
apiVersion
""",
    "PersistentVolumeClaim": """\
kind
apiVersion
""",
    "Pod": """\
kind
apiVersion
""",
    "Probe": """\
exec
httpGet
tcpSocket
grpc
""",
    "ReplicaSet": """\
kind
apiVersion
""",
    "ReplicationController": """\
kind
apiVersion
""",
    "SecretEnvSource": """\
name
""",
    "SecretKeySelector": """\
name
""",
    "SecretProjection": """\
name
""",
    "StatefulSet": """\
kind
apiVersion
""",
    "Volume": """\
hostPath
emptyDir
gcePersistentDisk
awsElasticBlockStore
gitRepo
secret
nfs
iscsi
glusterfs
persistentVolumeClaim
rbd
flexVolume
cinder
cephfs
flocker
downwardAPI
fc
azureFile
configMap
vsphereVolume
quobyte
azureDisk
photonPersistentDisk
projected
portworxVolume
scaleIO
storageos
csi
ephemeral
image
""",
}
