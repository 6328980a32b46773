#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes the certificates of this folder anew: one for each thing that a check can find. cases.ini says
# what must be found. Argument: yichuangctl. The keys are thrown away; only trust.pem stays, with the
# sample authority and the authority of the signer whose certificate has run out.
set -eu
ctl=$1
cd "$(dirname "$0")"
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
root=../../../resources/demo

cat >"$work/data.json" <<'END'
{"applicant":{"name":"周明德","id_number":"990101196803124516"},
 "form":{"water_address":"沿河路 27 号","meter_account":"20260117","residents":4,"own_residents":4,
  "relation":"户主本人","has_tenants":false},
 "place":{"seal":"黄江镇北岸社区居民委员会"}}
END

# compose OUTPUT NUMBER TIME OPTIONS…
compose () {
  output=$1 number=$2 time=$3
  shift 3
  "$ctl" certificate compose -t $root/catalog/certificates/tiered-water.json -d "$work/data.json" \
    -o "$output" --serial "$number" --verify-url "https://ycsl.example/verify/$number" \
    --issuer 黄江镇北岸社区居民委员会 --issued-at "$time" "$@"
}

# signer NAME FROM UNTIL: an authority, and a signer that it vouches for from day to day
signer () {
  openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout "$work/$1-ca.key" \
    -out "$work/$1-ca.crt" -days 36500 -subj "/CN=$1 SAMPLE authority" \
    -addext keyUsage=critical,keyCertSign,cRLSign 2>/dev/null
  openssl req -new -newkey ec -pkeyopt ec_paramgen_curve:P-256 -nodes -keyout "$work/$1.key" \
    -out "$work/$1.csr" -subj "/CN=$1 SAMPLE seal" 2>/dev/null
  printf '[ca]\ndefault_ca=a\n[a]\ndir=%s\ndatabase=%s/%s.txt\nnew_certs_dir=%s\nrand_serial=yes\n%s' \
    "$work" "$work" "$1" "$work" 'default_md=sha256
policy=p
[p]
commonName=supplied
[x]
basicConstraints=critical,CA:FALSE
keyUsage=critical,digitalSignature,nonRepudiation
subjectKeyIdentifier=hash
authorityKeyIdentifier=keyid
' >"$work/$1.cnf"
  : >"$work/$1.txt"
  openssl ca -batch -notext -config "$work/$1.cnf" -keyfile "$work/$1-ca.key" -cert "$work/$1-ca.crt" \
    -in "$work/$1.csr" -extensions x -startdate "$2" -enddate "$3" -out "$work/$1.crt" 2>/dev/null
}

signer office 20200101000000Z 20210101000000Z
signer stranger 20200101000000Z 20500101000000Z
sed -n '/BEGIN/,/END/p' $root/keys/SAMPLE-authority.crt.pem "$work/office-ca.crt" >trust.pem

compose genuine.pdf ZM01-990119204001-2026-000123-U 2026-11-21T07:42:08Z --sample
compose void.pdf ZM01-990119204001-2026-000201-Y 2026-11-21T07:42:08Z --sample
compose replaced.pdf ZM01-990119204001-2026-000202-W 2026-11-21T07:42:08Z --sample
compose expired.pdf ZM01-990119204001-2026-000203-U 2026-05-21T07:42:08Z --sample \
  --valid-until 2026-05-31
compose unknown.pdf ZM01-990119204001-2026-000204-S 2026-11-21T07:42:08Z --sample
compose not-signed.pdf ZM01-990119204001-2026-000123-U 2026-11-21T07:42:08Z --unsigned
compose other-signer.pdf ZM01-990119204001-2026-000123-U 2026-11-21T07:42:08Z \
  --key "$work/stranger.key" --certificate "$work/stranger.crt"
compose signer-expired.pdf ZM01-990119204001-2026-000205-Q 2020-06-01T02:00:00Z \
  --key "$work/office.key" --certificate "$work/office.crt"

# One bit in the middle of what is signed.
size=$(wc -c <genuine.pdf)
byte=$(od -An -tu1 -j $((size / 3)) -N 1 genuine.pdf)
cp genuine.pdf altered.pdf
printf "$(printf '\\%03o' $((byte ^ 1)))" |
  dd of=altered.pdf bs=1 seek=$((size / 3)) conv=notrunc 2>/dev/null

# An empty update behind it, as a program that saves an annotation writes one.
{
  cat genuine.pdf
  printf '\n900 0 obj\n<< >>\nendobj\nxref\n900 1\n%010d 00000 n \ntrailer\n<< /Size 901 /Prev %d >>\n' \
    $((size + 1)) "$(tail -c 40 genuine.pdf | sed -n 's/^\([0-9][0-9]*\)$/\1/p')"
  printf 'startxref\n%d\n%%%%EOF\n' $((size + 28))
} >extended.pdf

head -c $((size / 2)) genuine.pdf >broken.pdf
ls -l ./*.pdf
