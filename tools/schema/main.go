// Command schema writes the tables of field names and types that kubectl-inject reads Pods and mesh
// configurations by: those of Kubernetes' workloads and of Istio's MeshConfig.
//
// usage: go run . kubernetes > ../../kubectl_inject/kubernetes/schema/types_table.py
//
//	go run . mesh > ../../kubectl_inject/mesh_config/types_table.py
package main

import (
	"fmt"
	"os"
	"reflect"
	"sort"
	"strings"

	openshift "github.com/openshift/api/apps/v1"
	"google.golang.org/protobuf/reflect/protoreflect"
	mesh "istio.io/api/mesh/v1alpha1"
	apps "k8s.io/api/apps/v1"
	batch "k8s.io/api/batch/v1"
	core "k8s.io/api/core/v1"
)

func main() {
	switch os.Args[len(os.Args)-1] {
	case "kubernetes":
		writeKubernetes()
	case "mesh":
		writeMesh()
	default:
		fmt.Fprintln(os.Stderr, "usage: schema kubernetes|mesh")
		os.Exit(2)
	}
}

// opaque types are read as they are: they have spellings or contents of their own.
var opaque = map[string]string{
	"Quantity": "quantity", "IntOrString": "int-or-string", "Time": "time", "MicroTime": "time",
	"Duration": "any", "RawExtension": "any", "FieldsV1": "any",
}

func writeKubernetes() {
	structs := map[string]reflect.Type{}
	for _, root := range []any{
		core.Pod{}, core.ReplicationController{}, apps.Deployment{}, apps.StatefulSet{}, apps.DaemonSet{},
		apps.ReplicaSet{}, batch.Job{}, batch.CronJob{}, openshift.DeploymentConfig{}, core.List{},
	} {
		collect(reflect.TypeOf(root), structs)
	}
	names := make([]string, 0, len(structs))
	for name := range structs {
		names = append(names, name)
	}
	sort.Strings(names)
	fmt.Print(`"""Fields of Kubernetes' workload types. Written by tools/schema; do not edit.

A line is a field: JSON name, Go name, type, whether it is omitted when empty, merge key, patch strategies. PROMOTED
names the fields that a struct has from one embedded in it. Text is read a type at a time, when that is first needed:
as tuples, the tables would take a twentieth of the time of a short run.
"""

` + nothingConstant + `TYPES: dict[str, str] = {
`)
	for _, name := range names {
		printEntry(name, fields(structs[name]))
	}
	fmt.Print("}\n\nPROMOTED: dict[str, str] = {\n")
	for _, name := range names {
		if promoted := promotedFields(structs[name]); len(promoted) > 0 {
			printEntry(name, promoted)
		}
	}
	fmt.Println("}")
}

const nothing = "-"

const nothingConstant = `NOTHING = "` + nothing + `"
"""What stands where a line has nothing."""

`

func orNothing(word string) string {
	if word == "" {
		return nothing
	}
	return word
}

// printEntry prints an entry of a dictionary of texts.
func printEntry(name string, lines []string) {
	fmt.Printf("    %q: \"\"\"\\\n", name)
	for _, line := range lines {
		fmt.Println(line)
	}
	fmt.Println("\"\"\",")
}

// promotedFields are the JSON names of the fields of embedded structs.
func promotedFields(t reflect.Type) []string {
	var names []string
	for i := 0; i < t.NumField(); i++ {
		if !inlined(t.Field(i)) {
			continue
		}
		for _, line := range fields(t.Field(i).Type) {
			names = append(names, strings.SplitN(line, " ", 2)[0])
		}
	}
	return names
}

func collect(t reflect.Type, found map[string]reflect.Type) {
	switch t.Kind() {
	case reflect.Pointer, reflect.Slice, reflect.Map:
		collect(t.Elem(), found)
	case reflect.Struct:
		if _, seen := found[t.Name()]; seen || opaque[t.Name()] != "" {
			return
		}
		found[t.Name()] = t
		for i := 0; i < t.NumField(); i++ {
			collect(t.Field(i).Type, found)
			if inlined(t.Field(i)) {
				delete(found, t.Field(i).Type.Name())
			}
		}
	}
}

// inlined tells whether a field's own fields stand in its place.
func inlined(f reflect.StructField) bool {
	return f.Anonymous && strings.Split(f.Tag.Get("json"), ",")[0] == ""
}

func fields(t reflect.Type) []string {
	var lines []string
	for i := 0; i < t.NumField(); i++ {
		f := t.Field(i)
		if !f.IsExported() {
			continue
		}
		tag := strings.Split(f.Tag.Get("json"), ",")
		if inlined(f) {
			lines = append(lines, fields(f.Type)...)
			continue
		}
		if tag[0] == "" || tag[0] == "-" {
			continue
		}
		empty := "written"
		for _, option := range tag[1:] {
			if (option == "omitempty" && f.Type.Kind() != reflect.Struct) || option == "omitzero" {
				empty = "omitted"
			}
		}
		lines = append(lines, strings.Join([]string{tag[0], f.Name, spell(f.Type), empty,
			orNothing(f.Tag.Get("patchMergeKey")), orNothing(f.Tag.Get("patchStrategy"))}, " "))
	}
	return lines
}

func spell(t reflect.Type) string {
	switch t.Kind() {
	case reflect.Pointer:
		return "*" + spell(t.Elem())
	case reflect.Slice:
		if t.Elem().Kind() == reflect.Uint8 {
			return "string"
		}
		return "[]" + spell(t.Elem())
	case reflect.Map:
		return "map[string]" + spell(t.Elem())
	case reflect.Struct:
		if kind := opaque[t.Name()]; kind != "" {
			return kind
		}
		return t.Name()
	}
	return t.Kind().String()
}

func writeMesh() {
	messages := map[string]protoreflect.MessageDescriptor{}
	enums := map[string]protoreflect.EnumDescriptor{}
	collectMessages((&mesh.MeshConfig{}).ProtoReflect().Descriptor(), messages, enums)
	fmt.Print(`"""Fields of Istio's MeshConfig and the messages in it. Written by tools/schema; do not edit.

A line is a field: JSON name, proto name, oneof, type; or a value of an enum: name, number. Text is read a message at a
time, when that is first needed.
"""

` + nothingConstant + `MESSAGES: dict[str, str] = {
`)
	for _, name := range sorted(messages) {
		var lines []string
		for i := 0; i < messages[name].Fields().Len(); i++ {
			f := messages[name].Fields().Get(i)
			oneof := ""
			if o := f.ContainingOneof(); o != nil && !o.IsSynthetic() {
				oneof = string(o.Name())
			}
			lines = append(lines, strings.Join([]string{f.JSONName(), string(f.Name()), orNothing(oneof), protoType(f)}, " "))
		}
		printEntry(name, lines)
	}
	fmt.Print("}\n\nENUMS: dict[str, str] = {\n")
	for _, name := range sorted(enums) {
		var lines []string
		for i := 0; i < enums[name].Values().Len(); i++ {
			value := enums[name].Values().Get(i)
			lines = append(lines, fmt.Sprintf("%s %d", value.Name(), value.Number()))
		}
		printEntry(name, lines)
	}
	fmt.Println("}")
}

func sorted[V any](m map[string]V) []string {
	names := make([]string, 0, len(m))
	for name := range m {
		names = append(names, name)
	}
	sort.Strings(names)
	return names
}

func collectMessages(m protoreflect.MessageDescriptor, messages map[string]protoreflect.MessageDescriptor, enums map[string]protoreflect.EnumDescriptor) {
	name := string(m.FullName())
	if _, seen := messages[name]; seen || strings.HasPrefix(name, "google.protobuf.") {
		return
	}
	if !m.IsMapEntry() {
		messages[name] = m
	}
	for i := 0; i < m.Fields().Len(); i++ {
		f := m.Fields().Get(i)
		if f.Message() != nil {
			collectMessages(f.Message(), messages, enums)
		}
		if f.Enum() != nil {
			enums[string(f.Enum().FullName())] = f.Enum()
		}
	}
}

func protoType(f protoreflect.FieldDescriptor) string {
	if f.IsMap() {
		return "map[" + f.MapKey().Kind().String() + "]" + protoKind(f.MapValue())
	}
	if f.IsList() {
		return "[]" + protoKind(f)
	}
	return protoKind(f)
}

func protoKind(f protoreflect.FieldDescriptor) string {
	switch {
	case f.Message() != nil:
		return "message " + string(f.Message().FullName())
	case f.Enum() != nil:
		return "enum " + string(f.Enum().FullName())
	}
	return f.Kind().String()
}
