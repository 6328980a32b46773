/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Seals what is personal before it touches the disk: XChaCha20-Poly1305 with a random nonce,
 * bound to the place it is stored in, under a key that lives in guarded memory. */
#include "yc-vault.h"

#include "yc-key-file.h"
#include "yc-store-error.h"

#include <sodium.h>

G_STATIC_ASSERT (YC_VAULT_KEY_BYTES == crypto_kdf_KEYBYTES);

#define FORMAT 1
#define NONCE_BYTES crypto_aead_xchacha20poly1305_ietf_NPUBBYTES
#define TAG_BYTES crypto_aead_xchacha20poly1305_ietf_ABYTES
#define HEAD_BYTES (1 + NONCE_BYTES)
#define FINGERPRINT_BYTES 16

G_STATIC_ASSERT (YC_VAULT_SEAL_BYTES == HEAD_BYTES + TAG_BYTES);

/* Sub-keys of the master key; the numbers are part of the format. */
#define CONTEXT "yc-vault"
#define SUBKEY_SEAL 1
#define SUBKEY_FINGERPRINT 2

struct _YcVault
{
  GObject       parent_instance;

  /* In guarded memory: locked, never in a core dump, unreadable pages around it. */
  guint8       *seal_key;
  guint8       *fingerprint_key;
};

G_DEFINE_FINAL_TYPE (YcVault, yc_vault, G_TYPE_OBJECT)

static void
yc_vault_finalize (GObject *object)
{
  YcVault *self = YC_VAULT (object);

  g_clear_pointer (&self->seal_key, sodium_free);
  g_clear_pointer (&self->fingerprint_key, sodium_free);

  G_OBJECT_CLASS (yc_vault_parent_class)->finalize (object);
}

static void
yc_vault_class_init (YcVaultClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = yc_vault_finalize;
}

static void
yc_vault_init (YcVault *self)
{
}

static guint8 *
derive (const guint8 *key,
        guint64       number)
{
  guint8 *subkey = sodium_malloc (crypto_kdf_KEYBYTES);

  if (subkey == NULL)
    return NULL;
  crypto_kdf_derive_from_key (subkey, crypto_kdf_KEYBYTES, number, CONTEXT, key);
  sodium_mprotect_readonly (subkey);
  return subkey;
}

/**
 * yc_vault_new:
 * @key: 32 random bytes; copied
 * @length: must be %YC_VAULT_KEY_BYTES
 * @error: return location
 *
 * A vault may be used from any thread.
 *
 * Returns: (transfer full) (nullable): a vault; %NULL with %YC_STORE_ERROR_KEY
 */
YcVault *
yc_vault_new (const guint8  *key,
              gsize          length,
              GError       **error)
{
  g_autoptr (YcVault) self = NULL;

  g_return_val_if_fail (key != NULL, NULL);

  if (sodium_init () < 0 || length != YC_VAULT_KEY_BYTES)
    {
      g_set_error (error, YC_STORE_ERROR, YC_STORE_ERROR_KEY,
                   "The key has %" G_GSIZE_FORMAT " bytes instead of %d", length,
                   YC_VAULT_KEY_BYTES);
      return NULL;
    }

  self = g_object_new (YC_TYPE_VAULT, NULL);
  self->seal_key = derive (key, SUBKEY_SEAL);
  self->fingerprint_key = derive (key, SUBKEY_FINGERPRINT);
  if (self->seal_key != NULL && self->fingerprint_key != NULL)
    return g_steal_pointer (&self);

  g_set_error_literal (error, YC_STORE_ERROR, YC_STORE_ERROR_KEY,
                       "No guarded memory is left for the key");
  return NULL;
}

/**
 * yc_vault_new_from_file:
 * @path: a file of 32 bytes that only its owner reads; made (mode 0600) when it is missing
 * @error: return location
 *
 * Blocks for a moment on the disk.
 *
 * Returns: (transfer full) (nullable): a vault; %NULL with %YC_STORE_ERROR_KEY
 */
YcVault *
yc_vault_new_from_file (const char  *path,
                        GError     **error)
{
  g_autoptr (YcVault) self = NULL;
  guint8 *key;

  g_return_val_if_fail (path != NULL, NULL);

  if (sodium_init () < 0 || (key = sodium_malloc (YC_VAULT_KEY_BYTES)) == NULL)
    {
      g_set_error_literal (error, YC_STORE_ERROR, YC_STORE_ERROR_KEY, "No guarded memory is left");
      return NULL;
    }
  if (yc_key_file_load_or_create (path, key, YC_VAULT_KEY_BYTES, error))
    self = yc_vault_new (key, YC_VAULT_KEY_BYTES, error);
  sodium_free (key);
  return g_steal_pointer (&self);
}

/**
 * yc_vault_new_from_passphrase:
 * @passphrase: what the user typed
 * @path: a file with the salt, the cost, and a sealed word that tells a wrong passphrase;
 *   made when it is missing
 * @error: return location
 *
 * Derives the key with argon2id (64 MiB, about a fifth of a second): call it in a thread.
 *
 * Returns: (transfer full) (nullable): a vault; %NULL with %YC_STORE_ERROR_PASSPHRASE when the
 *   passphrase is not the one @path was made with, or %YC_STORE_ERROR_KEY
 */
YcVault *
yc_vault_new_from_passphrase (const char  *passphrase,
                              const char  *path,
                              GError     **error)
{
  g_autoptr (YcVault) self = NULL;
  YcPassphraseFile file;
  guint8 *key;

  g_return_val_if_fail (passphrase != NULL, NULL);
  g_return_val_if_fail (path != NULL, NULL);

  if (sodium_init () < 0 || (key = sodium_malloc (YC_VAULT_KEY_BYTES)) == NULL)
    {
      g_set_error_literal (error, YC_STORE_ERROR, YC_STORE_ERROR_KEY, "No guarded memory is left");
      return NULL;
    }
  if (yc_passphrase_file_load_or_create (path, &file, passphrase, error) &&
      yc_passphrase_file_derive (&file, passphrase, key, error))
    self = yc_vault_new (key, YC_VAULT_KEY_BYTES, error);
  sodium_free (key);
  return g_steal_pointer (&self);
}

/**
 * yc_vault_seal:
 * @self: a vault
 * @plain: what to hide
 * @associated: where it is stored ("drafts/ID", say); opening needs the same words, so that
 *   sealed bytes cannot be moved to another row
 *
 * Returns: (transfer full): the sealed bytes, %YC_VAULT_SEAL_BYTES longer than @plain
 */
GBytes *
yc_vault_seal (YcVault    *self,
               GBytes     *plain,
               const char *associated)
{
  gsize size;
  const guint8 *data;
  guint8 *sealed;

  g_return_val_if_fail (YC_IS_VAULT (self), NULL);
  g_return_val_if_fail (plain != NULL, NULL);
  g_return_val_if_fail (associated != NULL, NULL);

  data = g_bytes_get_data (plain, &size);
  sealed = g_malloc (HEAD_BYTES + size + TAG_BYTES);
  sealed[0] = FORMAT;
  randombytes_buf (sealed + 1, NONCE_BYTES);
  crypto_aead_xchacha20poly1305_ietf_encrypt (sealed + HEAD_BYTES, NULL, data, size,
                                              (const guint8 *) associated, strlen (associated),
                                              NULL, sealed + 1, self->seal_key);
  return g_bytes_new_take (sealed, HEAD_BYTES + size + TAG_BYTES);
}

static void
wipe_and_free (gpointer data)
{
  GByteArray *array = data;

  sodium_memzero (array->data, array->len);
  g_byte_array_unref (array);
}

/**
 * yc_vault_open:
 * @self: a vault
 * @sealed: what yc_vault_seal() gave
 * @associated: the same words as when it was sealed
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the plain bytes, wiped when freed; %NULL with
 *   %YC_STORE_ERROR_SEALED
 */
GBytes *
yc_vault_open (YcVault     *self,
               GBytes      *sealed,
               const char  *associated,
               GError     **error)
{
  gsize size;
  const guint8 *data;
  GByteArray *plain;

  g_return_val_if_fail (YC_IS_VAULT (self), NULL);
  g_return_val_if_fail (sealed != NULL, NULL);
  g_return_val_if_fail (associated != NULL, NULL);

  data = g_bytes_get_data (sealed, &size);
  if (size >= HEAD_BYTES + TAG_BYTES && data[0] == FORMAT)
    {
      plain = g_byte_array_sized_new (size - HEAD_BYTES - TAG_BYTES + 1);
      g_byte_array_set_size (plain, size - HEAD_BYTES - TAG_BYTES);
      if (crypto_aead_xchacha20poly1305_ietf_decrypt (plain->data, NULL, NULL, data + HEAD_BYTES,
                                                      size - HEAD_BYTES,
                                                      (const guint8 *) associated,
                                                      strlen (associated), data + 1,
                                                      self->seal_key) == 0)
        return g_bytes_new_with_free_func (plain->data, plain->len, wipe_and_free, plain);
      g_byte_array_unref (plain);
    }
  g_set_error_literal (error, YC_STORE_ERROR, YC_STORE_ERROR_SEALED,
                       "Sealed data cannot be opened: it was altered or sealed with another key");
  return NULL;
}

/**
 * yc_vault_seal_text:
 * @self: a vault
 * @text: (nullable): UTF-8
 * @associated: where it is stored
 *
 * Returns: (transfer full) (nullable): the sealed text; %NULL for %NULL
 */
GBytes *
yc_vault_seal_text (YcVault    *self,
                    const char *text,
                    const char *associated)
{
  g_autoptr (GBytes) plain = NULL;

  if (text == NULL)
    return NULL;
  plain = g_bytes_new_static (text, strlen (text));
  return yc_vault_seal (self, plain, associated);
}

/**
 * yc_vault_open_text:
 * @self: a vault
 * @sealed: (nullable): what yc_vault_seal_text() gave
 * @associated: the same words as when it was sealed
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the text; %NULL for %NULL without an error, or with
 *   %YC_STORE_ERROR_SEALED
 */
char *
yc_vault_open_text (YcVault     *self,
                    GBytes      *sealed,
                    const char  *associated,
                    GError     **error)
{
  g_autoptr (GBytes) plain = NULL;
  gconstpointer data;
  gsize size;

  if (sealed == NULL)
    return NULL;
  plain = yc_vault_open (self, sealed, associated, error);
  if (plain == NULL)
    return NULL;
  data = g_bytes_get_data (plain, &size);
  return data != NULL ? g_strndup (data, size) : g_strdup ("");
}

/**
 * yc_vault_fingerprint:
 * @self: a vault
 * @text: a personal text, such as an ID number
 * @context: what it is ("id-number")
 *
 * A keyed hash, so that a sealed column can still be looked up by its exact value.
 *
 * Returns: (transfer full): 32 hexadecimal digits
 */
char *
yc_vault_fingerprint (YcVault    *self,
                      const char *text,
                      const char *context)
{
  guint8 hash[FINGERPRINT_BYTES];
  char hex[2 * FINGERPRINT_BYTES + 1];
  crypto_generichash_state state;

  g_return_val_if_fail (YC_IS_VAULT (self), NULL);
  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (context != NULL, NULL);

  crypto_generichash_init (&state, self->fingerprint_key, crypto_kdf_KEYBYTES, sizeof hash);
  crypto_generichash_update (&state, (const guint8 *) context, strlen (context) + 1);
  crypto_generichash_update (&state, (const guint8 *) text, strlen (text));
  crypto_generichash_final (&state, hash, sizeof hash);
  sodium_bin2hex (hex, sizeof hex, hash, sizeof hash);
  return g_strdup (hex);
}
