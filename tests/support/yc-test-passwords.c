/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Quick passwords for the service under test. Hashing one takes a tenth of a second on purpose,
 * and tests sign in some thousand times: this file, linked into a service of the tests' own, stands
 * before libsodium's function of the same name and hashes with the least effort that Argon2 knows.
 * A check takes its effort from the hash, so it is quick with these and slow with real ones. */
#include <sodium.h>

int
crypto_pwhash_str_alg (char                out[crypto_pwhash_STRBYTES],
                       const char         *password,
                       unsigned long long  length,
                       unsigned long long  ops,
                       size_t              memory,
                       int                 algorithm)
{
  return crypto_pwhash_argon2id_str (out, password, length, crypto_pwhash_argon2id_OPSLIMIT_MIN,
                                     crypto_pwhash_argon2id_MEMLIMIT_MIN);
}
