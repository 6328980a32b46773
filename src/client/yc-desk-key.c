/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the desk's key comes from: a file for the demo's invented data, else the Secret Service,
 * else a passphrase. A key that does not fit what is on the disk is never replaced by a new one.
 * Which of them it was is decided once, by the first start: a passphrase leaves its file. */
#include "yc-desk-key.h"

#include "yc-client-error.h"
#include "yc-store-error.h"

#include <libsecret/secret.h>
#include <sodium.h>

#define APPLICATION "io.github.yichuang.Yichuang"
#define KEY_FILE "desk.key"
#define PASSPHRASE_FILE "passphrase"
#define BASE64_VARIANT sodium_base64_VARIANT_ORIGINAL
#define BASE64_BYTES sodium_base64_ENCODED_LEN (YC_VAULT_KEY_BYTES, BASE64_VARIANT)

typedef struct
{
  char     *data_dir;
  char     *passphrase_path;
  char     *key_path;
  gboolean  demo;
  /* Whether there is sealed data already. */
  gboolean  in_use;
  char     *passphrase;
  char     *fresh;
} Search;

/* A locked key ring knows its entries by their attributes, but not by the name of their schema. */
static const SecretSchema schema = {
  "io.github.yichuang.Yichuang.Desk",
  SECRET_SCHEMA_DONT_MATCH_NAME,
  { { "application", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { "data-dir", SECRET_SCHEMA_ATTRIBUTE_STRING },
    { NULL, 0 } },
  0, 0, 0, 0, 0, 0, 0, 0
};

static void
wipe_free (char *text)
{
  if (text == NULL)
    return;
  sodium_memzero (text, strlen (text));
  g_free (text);
}

static void
search_free (Search *search)
{
  g_free (search->data_dir);
  g_free (search->passphrase_path);
  g_free (search->key_path);
  wipe_free (search->passphrase);
  wipe_free (search->fresh);
  g_free (search);
}

/* (transfer full) */
char *
yc_desk_key_get_passphrase_path (const char *data_dir)
{
  return g_build_filename (data_dir, PASSPHRASE_FILE, NULL);
}

static void
return_error (GTask        *task,
              YcClientError code,
              const char   *message)
{
  g_task_return_new_error (task, YC_CLIENT_ERROR, (int) code, "%s", message);
}

static void
return_vault (GTask   *task,
              YcVault *vault,
              GError  *error)
{
  if (vault != NULL)
    g_task_return_pointer (task, vault, g_object_unref);
  else if (error == NULL)
    return_error (task, YC_CLIENT_ERROR_KEY_LOST, "What the key ring keeps for this data is no key");
  else if (g_error_matches (error, YC_STORE_ERROR, YC_STORE_ERROR_PASSPHRASE))
    return_error (task, YC_CLIENT_ERROR_PASSPHRASE_WRONG, error->message);
  else
    return_error (task, YC_CLIENT_ERROR_DISK, error->message);
  g_clear_error (&error);
}

static void
passphrase_thread (GTask        *task,
                   gpointer      source,
                   gpointer      data,
                   GCancellable *cancellable)
{
  Search *search = data;
  GError *error = NULL;
  YcVault *vault;

  vault = yc_vault_new_from_passphrase (search->passphrase, search->passphrase_path, &error);
  return_vault (task, vault, error);
}

/* Takes @task. */
static void
use_passphrase (GTask *task)
{
  Search *search = g_task_get_task_data (task);

  if (search->passphrase != NULL)
    g_task_run_in_thread (task, passphrase_thread);
  else
    return_error (task, YC_CLIENT_ERROR_PASSPHRASE_NEEDED,
                  "No Secret Service: a passphrase is needed");
  g_object_unref (task);
}

/* (transfer full) (nullable): NULL without an error when @text is no key. */
static YcVault *
vault_from_base64 (const char  *text,
                   GError     **error)
{
  guint8 key[YC_VAULT_KEY_BYTES];
  gsize length = 0;
  YcVault *vault = NULL;

  if (sodium_init () < 0)
    g_error ("libsodium cannot be used");
  if (sodium_base642bin (key, sizeof key, text, strlen (text), NULL, &length, NULL,
                         BASE64_VARIANT) == 0 && length == sizeof key)
    vault = yc_vault_new (key, length, error);
  sodium_memzero (key, sizeof key);
  return vault;
}

static void
return_key (GTask      *task,
            const char *text)
{
  GError *error = NULL;
  YcVault *vault = vault_from_base64 (text, &error);

  return_vault (task, vault, error);
}

static void
stored_cb (GObject      *source,
           GAsyncResult *result,
           gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Search *search = g_task_get_task_data (task);

  if (secret_password_store_finish (result, NULL))
    return_key (task, search->fresh);
  else
    use_passphrase (g_steal_pointer (&task));
}

/* Takes @task. */
static void
store_fresh_key (GTask *task)
{
  Search *search = g_task_get_task_data (task);
  guint8 key[YC_VAULT_KEY_BYTES];

  if (sodium_init () < 0)
    g_error ("libsodium cannot be used");
  randombytes_buf (key, sizeof key);
  search->fresh = g_malloc (BASE64_BYTES);
  sodium_bin2base64 (search->fresh, BASE64_BYTES, key, sizeof key, BASE64_VARIANT);
  sodium_memzero (key, sizeof key);
  secret_password_store (&schema, SECRET_COLLECTION_DEFAULT, "Yichuang", search->fresh,
                         g_task_get_cancellable (task), stored_cb, task, "application",
                         APPLICATION, "data-dir", search->data_dir, NULL);
}

/* There is data, but its key was not given out: is it in the key ring at all? */
static void
searched_cb (GObject      *source,
             GAsyncResult *result,
             gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  g_autolist (GObject) items = secret_password_search_finish (result, &error);

  if (items != NULL || error != NULL)
    return_error (task, YC_CLIENT_ERROR_KEY_RING_LOCKED, "The key ring stayed locked");
  else
    return_error (task, YC_CLIENT_ERROR_KEY_LOST, "The key ring has no key for this data");
}

/* Takes @task. */
static void
search_locked_key (GTask *task)
{
  Search *search = g_task_get_task_data (task);

  secret_password_search (&schema, SECRET_SEARCH_NONE, g_task_get_cancellable (task), searched_cb,
                          task, "application", APPLICATION, "data-dir", search->data_dir, NULL);
}

static void
looked_up_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Search *search = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  char *text = secret_password_lookup_finish (result, &error);

  if (text != NULL)
    return_key (task, text);
  else if (search->in_use && error != NULL)
    return_error (task, YC_CLIENT_ERROR_KEY_RING_LOCKED, error->message);
  else if (search->in_use)
    search_locked_key (g_steal_pointer (&task));
  else if (error != NULL)
    use_passphrase (g_steal_pointer (&task));
  else
    store_fresh_key (g_steal_pointer (&task));
  if (text != NULL)
    secret_password_free (text);
}

/* Takes @task. */
static void
look_up_key (GTask *task)
{
  Search *search = g_task_get_task_data (task);

  /* The key ring may have been started again since the last try; libsecret would ask the old one. */
  secret_service_disconnect ();
  secret_password_lookup (&schema, g_task_get_cancellable (task), looked_up_cb, task,
                          "application", APPLICATION, "data-dir", search->data_dir, NULL);
}

/* Data that was begun with the key ring has no use for a passphrase. */
static gboolean
is_passphrase_way (Search *search)
{
  return g_file_test (search->passphrase_path, G_FILE_TEST_EXISTS) ||
         (search->passphrase != NULL && !search->in_use);
}

static Search *
search_new (const char *data_dir,
            const char *database,
            gboolean    demo,
            const char *passphrase)
{
  Search *search = g_new0 (Search, 1);

  /* However the folder is written, its key is filed under one name. */
  search->data_dir = g_canonicalize_filename (data_dir, NULL);
  search->passphrase_path = yc_desk_key_get_passphrase_path (data_dir);
  search->key_path = g_build_filename (data_dir, KEY_FILE, NULL);
  search->demo = demo;
  search->in_use = g_file_test (database, G_FILE_TEST_EXISTS);
  search->passphrase = g_strdup (passphrase);
  return search;
}

/**
 * yc_desk_key_load_async:
 * @data_dir: the desk's folder
 * @database: its database file, which tells whether a key is in use already
 * @demo: whether all data is invented
 * @passphrase: (nullable): what the user typed
 * @cancellable: (nullable): a cancellable
 * @callback: called in the main context
 * @user_data: for @callback
 *
 * Finds the key, or makes one for a new desk.
 */
void
yc_desk_key_load_async (const char          *data_dir,
                        const char          *database,
                        gboolean             demo,
                        const char          *passphrase,
                        GCancellable        *cancellable,
                        GAsyncReadyCallback  callback,
                        gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, user_data);
  Search *search = search_new (data_dir, database, demo, passphrase);
  GError *error = NULL;

  g_task_set_task_data (task, search, (GDestroyNotify) search_free);
  if (demo)
    return_vault (task, yc_vault_new_from_file (search->key_path, &error), error);
  else if (is_passphrase_way (search))
    use_passphrase (g_steal_pointer (&task));
  else
    look_up_key (g_steal_pointer (&task));
}

/* (transfer full): NULL with YC_CLIENT_ERROR_PASSPHRASE_NEEDED, _PASSPHRASE_WRONG,
 * _KEY_RING_LOCKED, _KEY_LOST or _DISK */
YcVault *
yc_desk_key_load_finish (GAsyncResult  *result,
                         GError       **error)
{
  return g_task_propagate_pointer (G_TASK (result), error);
}
