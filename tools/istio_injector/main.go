// A real Istio injector: Istio's own webhook, with the configuration of files
// and no cluster. The tests ask it what kubectl-inject should have answered.
//
// Istio itself reads ENABLE_NATIVE_SIDECARS from the environment; "true" and
// "false" mean the same here as in istiod, "auto" finds no nodes to look at.
package main

import (
	"crypto/tls"
	"flag"
	"fmt"
	"net/http"
	"os"
	"strings"

	"istio.io/istio/pilot/pkg/model"
	"istio.io/istio/pkg/config/mesh"
	"istio.io/istio/pkg/config/mesh/meshwatcher"
	"istio.io/istio/pkg/kube/inject"
	"istio.io/istio/pkg/kube/multicluster"
	"k8s.io/client-go/util/cert"
)

type options struct {
	listen       string
	injectConfig string
	values       string
	mesh         string
	revision     string
	hosts        string
	certificate  string
}

func parseFlags() options {
	var o options
	flag.StringVar(&o.listen, "listen", "127.0.0.1:15017", "address and port to serve on")
	flag.StringVar(&o.injectConfig, "inject-config", "", "file with the key config of the injector's ConfigMap")
	flag.StringVar(&o.values, "values", "", "file with the key values of the injector's ConfigMap")
	flag.StringVar(&o.mesh, "mesh", "", "file with the key mesh of the mesh's ConfigMap")
	flag.StringVar(&o.revision, "revision", "", "revision of the control plane; empty for the default one")
	flag.StringVar(&o.hosts, "hosts", "localhost", "names for the server's certificate, with commas between them")
	flag.StringVar(&o.certificate, "certificate", "", "file to write the certificate to, for those who call")
	flag.Parse()
	return o
}

// environment is what istiod would know of the mesh: its configuration, and no
// ProxyConfig resources.
func environment(meshFile string) (*model.Environment, error) {
	text, err := os.ReadFile(meshFile)
	if err != nil {
		return nil, err
	}
	config, err := mesh.ApplyMeshConfigDefaults(string(text))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", meshFile, err)
	}
	env := model.NewEnvironment()
	env.Watcher = meshwatcher.NewTestWatcher(config)
	env.PushContext().ProxyConfigs = &model.ProxyConfigs{}
	return env, nil
}

// selfSigned returns a new certificate, after writing its public part to a file.
func selfSigned(hosts []string, file string) (tls.Certificate, error) {
	certificate, key, err := cert.GenerateSelfSignedCertKey(hosts[0], nil, hosts)
	if err != nil {
		return tls.Certificate{}, err
	}
	if err := os.WriteFile(file, certificate, 0o644); err != nil {
		return tls.Certificate{}, err
	}
	return tls.X509KeyPair(certificate, key)
}

func serve(o options) error {
	env, err := environment(o.mesh)
	if err != nil {
		return err
	}
	watcher, err := inject.NewFileWatcher(o.injectConfig, o.values)
	if err != nil {
		return err
	}
	mux := http.NewServeMux()
	if _, err := inject.NewWebhook(inject.WebhookParameters{
		Watcher:      watcher,
		Env:          env,
		Mux:          mux,
		Revision:     o.revision,
		MultiCluster: multicluster.NewFakeController(),
	}); err != nil {
		return err
	}
	pair, err := selfSigned(strings.Split(o.hosts, ","), o.certificate)
	if err != nil {
		return err
	}
	server := &http.Server{
		Addr:      o.listen,
		Handler:   mux,
		TLSConfig: &tls.Config{Certificates: []tls.Certificate{pair}},
	}
	return server.ListenAndServeTLS("", "")
}

func main() {
	if err := serve(parseFlags()); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
