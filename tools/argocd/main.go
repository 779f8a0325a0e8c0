// Argo CD's repository server and plugin server, as Argo CD releases them, and
// beside them what asks the one and compares as its application controller
// does. The tests run kubectl-inject's plugin in them.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"
	"time"

	"github.com/argoproj/argo-cd/gitops-engine/pkg/health"
	"github.com/spf13/cobra"
	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"

	pluginserver "github.com/argoproj/argo-cd/v3/cmd/argocd-cmp-server/commands"
	reposerver "github.com/argoproj/argo-cd/v3/cmd/argocd-repo-server/commands"
	"github.com/argoproj/argo-cd/v3/common"
	"github.com/argoproj/argo-cd/v3/pkg/apis/application/v1alpha1"
	"github.com/argoproj/argo-cd/v3/reposerver/apiclient"
	"github.com/argoproj/argo-cd/v3/util/argo/diff"
	"github.com/argoproj/argo-cd/v3/util/argo/normalizers"
	"github.com/argoproj/argo-cd/v3/util/tls"
)

const timeoutSeconds = 120

func main() {
	root := &cobra.Command{Use: "argocd", SilenceUsage: true}
	root.AddCommand(
		reposerver.NewCommand(),
		pluginserver.NewCommand(),
		asking("manifests", "Print what the repository server makes of the request on standard input", manifests),
		asking("details", "Print what the user interface learns of the source on standard input", details),
		&cobra.Command{
			Use:   "differences",
			Short: "Print which live objects differ from what is wanted, for the pairs on standard input",
			Args:  cobra.NoArgs,
			RunE:  func(*cobra.Command, []string) error { return differences() },
		},
		&cobra.Command{
			Use:   "health",
			Short: "Print the health of the live object on standard input",
			Args:  cobra.NoArgs,
			RunE:  func(*cobra.Command, []string) error { return printHealth() },
		},
	)
	if err := root.Execute(); err != nil {
		os.Exit(1)
	}
}

type asks = func(context.Context, apiclient.RepoServerServiceClient) (any, error)

// asking is a command whose argument is the repository server's address.
func asking(name, short string, ask asks) *cobra.Command {
	return &cobra.Command{Use: name + " ADDRESS", Short: short, Args: cobra.ExactArgs(1),
		RunE: func(command *cobra.Command, arguments []string) error {
			servers := apiclient.NewRepoServerClientset(arguments[0], timeoutSeconds, tls.Configuration{DisableTLS: true})
			closer, client, err := servers.NewRepoServerClient()
			if err != nil {
				return err
			}
			defer closer.Close()
			ctx, cancel := context.WithTimeout(command.Context(), timeoutSeconds*time.Second)
			defer cancel()
			answer, err := ask(ctx, client)
			if err != nil {
				return err
			}
			return json.NewEncoder(os.Stdout).Encode(answer)
		},
	}
}

func manifests(ctx context.Context, client apiclient.RepoServerServiceClient) (any, error) {
	request := &apiclient.ManifestRequest{}
	if err := json.NewDecoder(os.Stdin).Decode(request); err != nil {
		return nil, err
	}
	return client.GenerateManifest(ctx, request)
}

func details(ctx context.Context, client apiclient.RepoServerServiceClient) (any, error) {
	query := &apiclient.RepoServerAppDetailsQuery{}
	if err := json.NewDecoder(os.Stdin).Decode(query); err != nil {
		return nil, err
	}
	return client.GetAppDetails(ctx, query)
}

// printHealth judges as Argo CD does without customizations.
func printHealth() error {
	object := &unstructured.Unstructured{}
	if err := json.NewDecoder(os.Stdin).Decode(object); err != nil {
		return err
	}
	status, err := health.GetResourceHealth(object, nil)
	if err != nil {
		return err
	}
	return json.NewEncoder(os.Stdout).Encode(status)
}

// comparison is what is wanted and what is there, in the same order, and what
// an Application ignores of it.
type comparison struct {
	Wanted            []*unstructured.Unstructured         `json:"wanted"`
	Live              []*unstructured.Unstructured         `json:"live"`
	IgnoreDifferences []v1alpha1.ResourceIgnoreDifferences `json:"ignoreDifferences"`
}

type difference struct {
	Kind      string          `json:"kind"`
	Name      string          `json:"name"`
	Live      json.RawMessage `json:"live"`
	Predicted json.RawMessage `json:"predicted"`
}

// differences compares as the application controller does where nothing else
// is requested: three ways, with what was applied last as the third.
func differences() error {
	given := comparison{}
	if err := json.NewDecoder(os.Stdin).Decode(&given); err != nil {
		return err
	}
	config, err := diff.NewDiffConfigBuilder().
		WithDiffSettings(given.IgnoreDifferences, nil, false, normalizers.IgnoreNormalizerOpts{}).
		WithTracking(common.LabelKeyAppInstance, string(v1alpha1.TrackingMethodAnnotation)).
		WithNoCache().
		Build()
	if err != nil {
		return err
	}
	results, err := diff.StateDiffs(given.Live, given.Wanted, config)
	if err != nil {
		return err
	}
	found := []difference{}
	for i, result := range results.Diffs {
		if result.Modified {
			wanted := given.Wanted[i]
			found = append(found, difference{
				wanted.GetKind(), wanted.GetName(), result.NormalizedLive, result.PredictedLive,
			})
		}
	}
	if err := json.NewEncoder(os.Stdout).Encode(found); err != nil {
		return fmt.Errorf("writing the differences: %w", err)
	}
	return nil
}
