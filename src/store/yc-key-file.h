/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The small files a vault's key comes from. Private to the store room. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define YC_PASSPHRASE_SALT_BYTES 16
#define YC_PASSPHRASE_CHECK_BYTES 16

/**
 * YcPassphraseFile:
 * @ops: argon2id passes
 * @memory: argon2id memory in bytes
 * @salt: random
 * @check: hash of the derived key, which tells a wrong passphrase
 *
 * What is stored beside a vault that is locked by a passphrase.
 */
typedef struct
{
  guint32 ops;
  guint32 memory;
  guint8  salt[YC_PASSPHRASE_SALT_BYTES];
  guint8  check[YC_PASSPHRASE_CHECK_BYTES];
} YcPassphraseFile;

gboolean yc_key_file_load_or_create        (const char              *path,
                                            guint8                  *key,
                                            gsize                    length,
                                            GError                 **error);
gboolean yc_passphrase_file_load_or_create (const char              *path,
                                            YcPassphraseFile        *file,
                                            const char              *passphrase,
                                            GError                 **error);
gboolean yc_passphrase_file_derive         (const YcPassphraseFile  *file,
                                            const char              *passphrase,
                                            guint8                  *key,
                                            GError                 **error);

G_END_DECLS
