#!/bin/sh
# Puts a commit of the data on the site: checks it aside, and only if it holds no error makes it the live
# copy and indexes it. Whatever fails, the site goes on with what it had. The post-receive hook and
# catalogue-update.service both end here; a lock lets one run at a time.
#
#   publish.sh COMMIT     a commit that the repository has
#   publish.sh --fetch    the newest one of its branch, from the repository's origin
#
# Set by the environment, or by the file that PUBLISH_ENVIRONMENT names (unset: /etc/catalogue.env):
#   PUBLISH_REPOSITORY  the bare git repository of the data; the branch its HEAD names is published
#   PUBLISH_LIVE        the live copy, a worktree of it; made by the first run
#   PUBLISH_COMMAND     the command line of the catalogue (unset: catalogue)
#   CATALOGUE_DATA      the data folder of the site: the live copy or a folder in it
#   CATALOGUE_STATE     its state; all of this from the root, since commands run in a folder that is soon gone
set -eu

fail() {
    echo "publish: $*" >&2
    exit 1
}

read_environment() {
    file=${PUBLISH_ENVIRONMENT:-/etc/catalogue.env}
    if [ -r "$file" ]; then
        set -a
        # shellcheck disable=SC1090
        . "$file"
        set +a
    fi
    for name in PUBLISH_REPOSITORY PUBLISH_LIVE CATALOGUE_DATA CATALOGUE_STATE; do
        value=$(printenv "$name" || true)
        case $value in
            /*) ;;
            "") fail "$name is not set; set it in $file" ;;
            *) fail "$name is '$value', but has to start with /" ;;
        esac
    done
    case ${CATALOGUE_DATA%/}/ in
        "${PUBLISH_LIVE%/}"/*) below=${CATALOGUE_DATA#"${PUBLISH_LIVE%/}"} ;;
        *) fail "CATALOGUE_DATA ($CATALOGUE_DATA) is not in PUBLISH_LIVE ($PUBLISH_LIVE)" ;;
    esac
    command=${PUBLISH_COMMAND:-catalogue}
}

repository() { git --git-dir="$PUBLISH_REPOSITORY" "$@"; }

live() { git -C "$PUBLISH_LIVE" "$@"; }

clean() {
    repository worktree remove --force "$aside/candidate" 2>/dev/null || true
    rm -rf "$aside"
}

check() {
    repository worktree prune
    repository worktree add --quiet --detach "$aside/candidate" "$1"
    [ -d "$aside/candidate$below" ] || fail "commit $1 has no folder ${below#/}; the site stays as it was"
    status=0
    CATALOGUE_DATA=$aside/candidate$below "$command" check >"$aside/report" 2>&1 || status=$?
    # A file is named as in the repository: the copy aside is soon gone. It may be named from here.
    sed "s|$aside/candidate/||g; s|^candidate/||" "$aside/report" | tee "$aside/said"
    [ "$status" -eq 0 ] || fail "commit $1 has errors, listed above; the site stays as it was"
}

switch() {
    if [ -e "$PUBLISH_LIVE/.git" ]; then
        live checkout --quiet --detach "$1"
    else
        repository worktree add --quiet --detach "$PUBLISH_LIVE" "$1"
    fi
}

index() {
    status=0
    "$command" index >"$aside/report" 2>&1 || status=$?
    # What the check has said is not said twice.
    sed "s|${PUBLISH_LIVE%/}/||g" "$aside/report" | grep -vxFf "$aside/said" || true
    [ "$status" -ne 0 ] || return 0
    if [ -n "$before" ] && [ "$before" != "$1" ]; then
        live checkout --quiet --detach "$before"
    fi
    fail "commit $1 could not be indexed; the site stays as it was"
}

[ $# -eq 1 ] || fail "give a commit, or --fetch"
# What git tells a hook about its repository must not reach the git that looks at another.
# shellcheck disable=SC2046
unset $(git rev-parse --local-env-vars)
read_environment

exec 9>"$PUBLISH_REPOSITORY/publish.lock"
flock -w 900 9 || fail "another run has held the lock for 15 minutes"

if [ "$1" = --fetch ]; then
    wanted=$(repository symbolic-ref HEAD)
    repository fetch --quiet origin "+$wanted:$wanted"
else
    wanted=$1
fi
commit=$(repository rev-parse --verify --quiet "$wanted^{commit}") || fail "there is no commit $wanted"
aside=$(mktemp -d)
trap clean EXIT
trap 'exit 130' HUP INT TERM
cd "$aside"
: >"$aside/said"
before=$(live rev-parse --verify --quiet HEAD 2>/dev/null || true)

if [ "$before" != "$commit" ]; then
    check "$commit"
    switch "$commit"
fi
index "$commit"
