# Short names for the scripts in scripts/. Each script explains what it does and why.
.DEFAULT_GOAL := help
PORT ?= 8080
export PORT

.PHONY: help setup serve test install native dist docs standalone pictures pkg bench size release-dry-run fmt lint test-native test-web test-e2e test-node mutants deny trust trust-check trust-update trust-keys oracle clean

help: ## List the targets
	@awk -F ':.*## ' '/^[a-z0-9-]+:.*## / { printf "  make %-16s %s\n", $$1, $$2 }' Makefile

setup: ## Install the missing tools for building and testing
	@scripts/setup.sh test

serve: ## Build the page and serve it on http://localhost:8080 (PORT=...)
	@scripts/serve.sh

test: ## Run everything that CI checks
	@scripts/test.sh

dist: ## Build the page into dist/
	@scripts/dist.sh

docs: ## Build the documentation into target/docs-site/ (also part of dist)
	@scripts/docs.sh target/docs-site

standalone: ## Pack dist/ into one HTML file that works from disk
	@scripts/standalone.sh

pictures: ## Redraw the icons and the preview card
	@scripts/pictures.sh

pkg: ## Build the npm package into pkg/
	@scripts/pkg.sh

bench: ## Compare with other libraries in Chromium, Node and natively (BENCH_ROUNDS=5; docs/benchmarks.md)
	@scripts/bench.sh

size: ## Print the transfer sizes of dist/ and pkg/ by part
	@node scripts/size.mjs

native: ## Build the native command for this machine and pack it in target/native-files/ (TARGET=...)
	@scripts/native.sh pack "$(TARGET)"

install: ## Install the native command, its manual page and completions (PREFIX=/usr/local, DESTDIR=)
	@DESTDIR="$(DESTDIR)" scripts/native.sh install "$(PREFIX)"

release-dry-run: ## Run a release without publishing
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

mutants: ## Change the code in many places and count how often the tests notice it (PART=3/20)
	@scripts/mutants.sh "$(or $(PART),1/20)"

deny: ## Check the dependencies' licences, sources and advisories
	@scripts/test.sh deny

trust: ## Regenerate the embedded trust data from its sources
	@scripts/trust.sh generate

trust-check: ## Check the trust data; fail if the committed tables differ
	@scripts/trust.sh check

trust-update: ## Import a newer AWS list: LIST=page.html VERSION=YYYY-MM-DD [CERTIFICATES="bundle.pem folder"]
	@scripts/trust.sh update "$(LIST)" --version "$(VERSION)" $(if $(CERTIFICATES),--certificates $(CERTIFICATES))

trust-keys: ## Import the CA keys that are public, from the newest rustls-webpki
	@scripts/trust.sh keys

oracle: ## Rerun the corpus through JDK 11, 17, 21 and 25, openssl and rustls-webpki
	@tests/oracle/run.sh

clean: ## Remove the build output (the tools in the cache folder stay)
	@rm -rf target dist pkg artifacts .tools tests/e2e/node_modules bench/node_modules bench/work
