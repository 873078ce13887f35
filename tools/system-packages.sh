#!/bin/sh
# Installs what a bare Debian or Ubuntu lacks: `run` for the site, `test` for its tests as well, `audit` for Lighthouse.
# It says what it is about to do, and does nothing when everything is there. Rust comes from https://rustup.rs.
set -eu
purpose=$1
missing=''

has() { command -v "$1" >/dev/null 2>&1; }
exists() { [ -e "$1" ]; }
need() { missing="$missing $*"; }
stop() {
    echo "$*" >&2
    exit 1
}

has cargo || stop 'Rust is missing: install it from https://rustup.rs, then open a new terminal.'

has cc || need gcc libc6-dev
has pg_config || need libpq-dev
if [ "$purpose" != run ] || [ -z "${DATABASE_URL:-}" ]; then
    server=''
    exists "${OC_PG_BIN:-/nowhere}/initdb" || exists /usr/lib/postgresql/*/bin/initdb || has initdb || server=missing
    [ -z "$server" ] || need postgresql
    # Newer packages bring the extensions along; where they do not, they are a package of their own.
    [ -n "$server" ] || [ ! -d /usr/share/postgresql ] || exists /usr/share/postgresql/*/extension/btree_gist.control ||
        need postgresql-contrib
fi
if [ "$purpose" != run ]; then
    exists /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc || need fonts-noto-cjk
    { has node && has npm; } || need nodejs npm
    { has /usr/bin/python3 && /usr/bin/python3 -c 'import aiosmtpd' 2>/dev/null; } || need python3-aiosmtpd
    { has python3 && python3 -c 'import ensurepip' 2>/dev/null; } || need python3-venv
    if ! { has chromium || has google-chrome; } || ! has chromedriver; then
        if grep -qs '^ID=ubuntu' /etc/os-release; then
            stop 'Ubuntu offers Chromium only as a snap, which cannot be installed from here. Please run
    sudo snap install chromium && sudo ln -s /snap/bin/chromium.chromedriver /usr/local/bin/chromedriver
and then this command again.'
        fi
        need chromium chromium-driver
    fi
fi
[ -n "$missing" ] || exit 0

has apt-get || stop "These are missing, by their names in Debian:$missing. Please install them and run this command again."
as_root=''
if [ "$(id -u)" -ne 0 ]; then
    has sudo || stop "Please let an administrator run: apt-get install$missing"
    as_root=sudo
fi
# No package may ask questions, and recommended ones are not needed.
install() { $as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$@"; }

echo "Installing with apt-get:$missing"
$as_root apt-get update -q
settings=/etc/postgresql-common/createcluster.conf
case " $missing " in
*' postgresql '*)
    # The package would make and start a server of its own, which nobody here uses. Its usual way is restored after.
    install postgresql-common
    if [ -e $settings ] && ! grep -q '^create_main_cluster' $settings; then
        echo 'create_main_cluster = false' | $as_root tee -a $settings >/dev/null
        # shellcheck disable=SC2086 # a list of names
        install $missing
        $as_root sed -i '/^create_main_cluster = false$/d' $settings
        exit 0
    fi
    ;;
esac
# shellcheck disable=SC2086 # a list of names
install $missing
