/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fills an empty service with the sample catalog, sample people and some weeks of invented cases.
 *
 * Everything goes through the same functions as real work, with a clock that is set back, so that
 * the samples can show nothing that the service cannot do. */
#include "yc-sample-data.h"

#include "yc-catalog-folder.h"
#include "yc-clock.h"
#include "yc-demo.h"
#include "yc-json.h"
#include "yc-password.h"
#include "yc-publisher.h"
#include "yc-sample-cases.h"
#include "yc-service-error.h"
#include "yc-users-table.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  YcService *service;
  JsonNode *catalog;
  JsonObject *people;
  JsonObject *cases;
  /* Password → its hash: hashing is slow on purpose, and the sample users share one. */
  GHashTable *hashes;
} Samples;

static void
clear_samples (Samples *self)
{
  g_clear_pointer (&self->catalog, json_node_unref);
  g_clear_pointer (&self->people, json_object_unref);
  g_clear_pointer (&self->cases, json_object_unref);
  g_clear_pointer (&self->hashes, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Samples, clear_samples)

static JsonObject *
read_object (GFile   *file,
             GError **error)
{
  g_autoptr (JsonNode) node = NULL;
  g_autofree char *text = NULL;
  gsize length;

  if (!g_file_load_contents (file, NULL, &text, &length, NULL, error))
    return NULL;
  node = yc_json_parse (text, length, NULL, error);
  return node != NULL ? json_object_ref (json_node_get_object (node)) : NULL;
}

static gboolean
read_samples (Samples  *self,
              GError  **error)
{
  g_autoptr (GFile) catalog = yc_demo_get_catalog ();
  g_autoptr (GFile) people = yc_demo_get_people ();
  g_autoptr (GFile) folder = g_file_get_parent (people);
  g_autoptr (GFile) cases = g_file_get_child (folder, "cases.json");
  g_autoptr (YcCatalogFolder) documents = yc_catalog_folder_read (catalog, error);

  if (documents == NULL)
    return FALSE;
  self->catalog = yc_catalog_folder_to_json (documents);
  self->people = read_object (people, error);
  self->cases = self->people != NULL ? read_object (cases, error) : NULL;
  return self->cases != NULL;
}

static gboolean
hash_passwords (Samples  *self,
                GError  **error)
{
  JsonArray *users = yc_json_get_array (self->people, "users");

  self->hashes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  for (guint i = 0; i < json_array_get_length (users); i++)
    {
      const char *password =
        yc_json_get_string (json_array_get_object_element (users, i), "password", "");
      char *hash;

      if (g_hash_table_contains (self->hashes, password))
        continue;
      hash = yc_password_hash (password, error);
      if (hash == NULL)
        return FALSE;
      g_hash_table_insert (self->hashes, g_strdup (password), hash);
    }
  return TRUE;
}

static gboolean
add_user (Samples       *self,
          const YcWork  *work,
          JsonObject    *body,
          GError       **error)
{
  const char *password = yc_json_get_string (body, "password", "");
  YcUser user = {
    .id = (char *) yc_json_get_string (body, "id", ""),
    .name = (char *) yc_json_get_string (body, "name", ""),
    .place = (char *) yc_json_get_string (body, "place", ""),
    .counter = (char *) yc_json_get_string (body, "counter", ""),
    .password = g_hash_table_lookup (self->hashes, password),
  };

  yc_role_from_string (yc_json_get_string (body, "role", NULL), &user.role);
  return yc_users_table_insert (work->transaction, &user, work->now_text, error) &&
         yc_work_add_audit (work, "user.create", user.id, json_object_new (), error);
}

static gboolean
add_users (Samples       *self,
           const YcWork  *work,
           GError       **error)
{
  JsonArray *users = yc_json_get_array (self->people, "users");

  for (guint i = 0; i < json_array_get_length (users); i++)
    if (!add_user (self, work, json_array_get_object_element (users, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
fill_func (YcTransaction  *transaction,
           gpointer        user_data,
           GError        **error)
{
  Samples *self = user_data;
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *now_text = yc_clock_format (now);
  YcIdentity setup = { .id = (char *) "setup" };
  YcWork work = {
    .service = self->service,
    .identity = &setup,
    .transaction = transaction,
    .now = now,
    .now_text = now_text,
  };
  gint64 version;
  guint n_changed, n_kept;

  return yc_publisher_replace (&work, self->catalog, &version, &n_changed, &n_kept, error) &&
         add_users (self, &work, error) &&
         yc_sample_cases_add (&work, self->cases, version, error);
}

static gboolean
is_empty (YcService  *service,
          gboolean   *empty,
          GError    **error)
{
  g_autoptr (YcTransaction) transaction =
    yc_database_begin_read (yc_service_get_database (service), error);
  gint64 n = transaction != NULL ? yc_users_table_count (transaction, error) : -1;

  *empty = n == 0;
  return n >= 0;
}

/**
 * yc_sample_data_fill:
 * @service: a service in demo mode
 * @error: (nullable): return location
 *
 * Fills the database if nobody can sign in yet; otherwise does nothing.
 *
 * Returns: %FALSE on an error; the database is then as it was
 */
gboolean
yc_sample_data_fill (YcService  *service,
                     GError    **error)
{
  g_auto (Samples) samples = { .service = service };
  gboolean empty = FALSE;

  if (!is_empty (service, &empty, error))
    return FALSE;
  if (!empty)
    return TRUE;
  return read_samples (&samples, error) && yc_publisher_check (samples.catalog, FALSE, error) &&
         hash_passwords (&samples, error) &&
         yc_writer_run (yc_service_get_writer (service), fill_func, &samples, error);
}
