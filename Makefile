# What people type; `make help` lists it. Each target can be run again at any time, and on a fresh machine with Rust.

.DEFAULT_GOAL := help
.PHONY: help run test bench audit components

# A site already running: its guest pages are audited, unless PAGES names others.
SITE ?= http://127.0.0.1:8080
PAGES ?= $(SITE)

help: ## list what can be made
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1	\2/p' Makefile

run: ## install what is missing, build, and open the site with its demo town
	@tools/system-packages.sh run
	cargo run --release --locked -- serve

test: system-packages tools/node_modules/.package-lock.json tools/moto/.made ## install what is missing, then run every check and test there is
	@cargo fmt --version >/dev/null 2>&1 && cargo clippy --version >/dev/null 2>&1 || rustup component add rustfmt clippy
	cargo fmt --check
	cargo clippy --lib --bins --tests --locked -- -D warnings
	OC_REQUIRE_BROWSER=1 cargo test --locked --test it

bench: ## measure the claims of the README on this machine
	@tools/system-packages.sh run
	cargo run --release --locked -- bench

audit: ## judge the guest pages of a running site with Lighthouse (SITE=http://...); needs Node 22
	@tools/system-packages.sh audit
	npm --prefix tools ci --ignore-scripts --no-audit --no-fund
	node tools/audit.mjs $(PAGES)

components: target/tools/bin/cargo-cyclonedx ## list every component with its version and hash (CycloneDX, in target/)
	PATH="$(CURDIR)/target/tools/bin:$$PATH" cargo cyclonedx --quiet --format json --all --override-filename components
	mv components.json target/components.json
	@echo target/components.json

# moto, which speaks S3, Radicale, which speaks CalDAV, and dkimpy, which judges signatures
tools/moto/.made: tools/requirements.txt | system-packages
	python3 -m venv tools/moto
	tools/moto/bin/python -m pip install --quiet --disable-pip-version-check -r tools/requirements.txt
	touch $@

target/tools/bin/cargo-cyclonedx:
	cargo install cargo-cyclonedx --version 0.5.9 --locked --root target/tools

# axe-core and oidc-provider, which tests ask; Lighthouse is left out here, as it is large and only `make audit` wants it.
tools/node_modules/.package-lock.json: tools/package-lock.json | system-packages
	npm --prefix tools ci --ignore-scripts --omit=dev --no-audit --no-fund

.PHONY: system-packages
system-packages:
	@tools/system-packages.sh test
