#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the SAMPLE certificate authority, the SAMPLE village's signing key and the SAMPLE key of QR
# codes of demo mode, into the folder this script is in. Everybody has these keys: what they sign
# proves nothing. The authority's own key is thrown away, so that it never signs anything else.
set -eu
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

cat >"$work/openssl.cnf" <<'END'
[ca]
default_ca = sample
[sample]
dir = .
database = $ENV::WORK/index.txt
new_certs_dir = $ENV::WORK
rand_serial = yes
default_md = sha256
policy = any
string_mask = utf8only
[any]
countryName = optional
organizationName = optional
commonName = supplied
[req]
distinguished_name = empty
string_mask = utf8only
utf8 = yes
[empty]
[authority]
basicConstraints = critical, CA:TRUE, pathlen:0
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
[village]
basicConstraints = critical, CA:FALSE
keyUsage = critical, digitalSignature, nonRepudiation
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
END

export WORK="$work"
: >"$work/index.txt"
from=20200101000000Z
until=20551231235959Z

openssl genrsa -out "$work/ca.key" 3072 2>/dev/null
openssl req -new -utf8 -config "$work/openssl.cnf" -key "$work/ca.key" -out "$work/ca.csr" \
  -subj '/C=CN/O=Yichuang SAMPLE/CN=样例根证书 SAMPLE authority, trust it in demo mode only'
openssl ca -batch -notext -utf8 -preserveDN -config "$work/openssl.cnf" -selfsign -keyfile "$work/ca.key" \
  -in "$work/ca.csr" -extensions authority -startdate $from -enddate $until \
  -out SAMPLE-authority.crt.pem 2>/dev/null

openssl genrsa -out SAMPLE-village.key.pem 3072 2>/dev/null
openssl req -new -utf8 -config "$work/openssl.cnf" -key SAMPLE-village.key.pem -out "$work/village.csr" \
  -subj '/C=CN/O=Yichuang SAMPLE/CN=样例社区居民委员会电子印章（演练）SAMPLE'
openssl ca -batch -notext -utf8 -preserveDN -config "$work/openssl.cnf" -keyfile "$work/ca.key" \
  -cert SAMPLE-authority.crt.pem -in "$work/village.csr" -extensions village \
  -startdate $from -enddate $until -out SAMPLE-village.crt.pem 2>/dev/null
chmod 644 SAMPLE-village.key.pem

# What signs the marks in QR codes; only its public half is to be trusted.
openssl genpkey -algorithm ed25519 -out SAMPLE-mark.key.pem
openssl pkey -in SAMPLE-mark.key.pem -pubout -out SAMPLE-mark.pub.pem
chmod 644 SAMPLE-mark.key.pem
echo "Made SAMPLE-authority.crt.pem, SAMPLE-village.*.pem and SAMPLE-mark.*.pem"
