# Thin names for scripts/: what is done, and why, is said there.
.DEFAULT_GOAL := help
PORT ?= 8080
export PORT

.PHONY: help setup serve test dist docs standalone pictures pkg bench size release-dry-run fmt lint test-native test-web test-e2e test-node deny trust trust-check trust-update oracle clean

help: ## Say what there is
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-16s %s\n", $$1, $$2 }' Makefile

setup: ## Install all that building and testing need, where it is missing
	@scripts/setup.sh test

serve: ## Build the page and serve it on http://localhost:8080 (PORT=...)
	@scripts/serve.sh

test: ## Run everything that CI checks
	@scripts/test.sh

dist: ## Build the page into dist/
	@scripts/dist.sh

docs: ## Build the documentation into target/docs-site/ (dist has it, too)
	@scripts/docs.sh target/docs-site

standalone: ## Pack dist/ into one HTML file that works from disk
	@scripts/standalone.sh

pictures: ## Draw the icons and the preview card anew
	@scripts/pictures.sh

pkg: ## Build the npm package into pkg/
	@scripts/pkg.sh

bench: ## Measure against other libraries, in Chromium, in Node and natively (BENCH_ROUNDS=5; docs/benchmarks.md)
	@scripts/bench.sh

size: ## Print the transfer sizes of dist/ and pkg/ by part
	@node scripts/size.mjs

release-dry-run: ## Try all of a release but the publishing
	@scripts/release.sh --dry-run

fmt: ## Format the Rust code
	@cargo fmt --all

lint: ## Check format and lints, natively and for wasm32
	@scripts/test.sh fmt clippy clippy-wasm

test-native: ## Run the native tests
	@scripts/test.sh native

test-web: ## Run the wasm tests in a headless browser
	@scripts/test.sh web

test-node: ## Build pkg/ and run its tests in Node
	@scripts/test.sh pkg node

test-e2e: ## Build dist/ and run the end-to-end tests on it
	@scripts/test.sh dist e2e

deny: ## Check the dependencies' licences, sources and advisories
	@scripts/test.sh deny

trust: ## Make the embedded trust data anew from its sources
	@scripts/trust.sh generate

trust-check: ## Check the trust data; fail where the committed tables differ
	@scripts/trust.sh check

trust-update: ## Take a newer AWS list: LIST=page.txt EDITION=YYYY-MM-DD [CERTIFICATES="bundle.pem folder"]
	@scripts/trust.sh update "$(LIST)" --edition "$(EDITION)" $(if $(CERTIFICATES),--certificates $(CERTIFICATES))

oracle: ## Ask a real JDK 17 (and openssl, and rustls-webpki) about the corpus anew
	@tests/oracle/run.sh

clean: ## Remove what was built here (not the tools in the cache folder)
	@rm -rf target dist pkg artifacts .tools tests/e2e/node_modules bench/node_modules bench/work
