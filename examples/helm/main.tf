# Terraform's Helm provider runs Helm 3's library: the program itself is the post-renderer.
resource "helm_release" "web" {
  name      = "web"
  namespace = "shop"
  chart     = "${path.module}/chart"

  postrender {
    binary_path = "kubectl-inject-helm"
    args        = ["--config=${path.module}/mesh/default.yaml", "-n=shop"]
  }
}
