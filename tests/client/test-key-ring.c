/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The desk's key in a real key ring: kept, found again, locked away, lost. Whatever happens to it,
 * what the desk keeps stays as it is. */
#define _GNU_SOURCE
#include "yc-json.h"
#include "yc-test-desk.h"
#include "yc-test-key-ring.h"

#include <string.h>
#include <unistd.h>

#define URL "http://127.0.0.1:1"
#define PLACE "citizen"
#define NAME "周伯安"
#define PASSPHRASE "一二三四"
/* 32 bytes of nothing. */
#define OTHER_KEY "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="

typedef struct
{
  YcTestFolder *folder;
  YcDesk       *desk;
} Fixture;

static YcTestKeyRing *key_ring;

static YcDesk *
desk_new (const char *folder)
{
  YcLimits limits;

  yc_test_limits_init (&limits);
  return yc_desk_new_with_limits (folder, URL, FALSE, &limits);
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  yc_test_key_ring_start (key_ring, TRUE);
  self->folder = yc_test_folder_new ();
  self->desk = desk_new (self->folder);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  yc_test_desk_free (self->desk);
  yc_test_folder_free (self->folder);
  yc_test_key_ring_stop (key_ring);
}

static void
assert_opens (YcDesk *desk)
{
  g_autoptr (GError) error = NULL;

  yc_test_desk_try_open (desk, &error);
  g_assert_no_error (error);
  g_assert_true (yc_desk_get_open (desk));
}

static void
assert_refused (YcDesk        *desk,
                YcClientError  code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (yc_test_desk_try_open (desk, &error));
  g_assert_error (error, YC_CLIENT_ERROR, (int) code);
}

static void
restart (Fixture *self)
{
  yc_test_desk_free (self->desk);
  self->desk = desk_new (self->folder);
}

static void
restart_key_ring (gboolean unlocked)
{
  yc_test_key_ring_stop (key_ring);
  yc_test_key_ring_start (key_ring, unlocked);
}

static void
keep_name (YcDesk *desk)
{
  g_autoptr (JsonNode) json = json_node_init_string (json_node_alloc (), NAME);
  g_autoptr (GAsyncResult) result = NULL;

  yc_storage_set_async (yc_desk_get_parts (desk)->storage, PLACE, json, yc_test_keep_result,
                        &result);
  yc_test_wait_until (result != NULL);
}

static void
assert_has_name (YcDesk *desk)
{
  YcStorage *storage = yc_desk_get_parts (desk)->storage;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (JsonNode) json = NULL;
  g_autoptr (GError) error = NULL;

  yc_storage_get_async (storage, PLACE, yc_test_keep_result, &result);
  yc_test_wait_until (result != NULL);
  json = yc_storage_get_finish (storage, result, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (json_node_get_string (json), ==, NAME);
}

/* A desk with a name in it, closed again. */
static void
begin (Fixture *self)
{
  assert_opens (self->desk);
  keep_name (self->desk);
  restart (self);
}

static void
assert_reads_again (Fixture *self)
{
  assert_opens (self->desk);
  assert_has_name (self->desk);
}

static gboolean
has_file (Fixture    *self,
          const char *name)
{
  g_autofree char *path = g_build_filename (self->folder, name, NULL);

  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* Nothing lies beside the data that would open it; the data itself tells nobody's name. */
static void
assert_sealed (Fixture *self)
{
  static const char *const files[] = { "desk.db", "desk.db-wal" };

  g_assert_false (has_file (self, "desk.key"));
  g_assert_false (has_file (self, "passphrase"));
  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (self->folder, files[i], NULL);
      g_autofree char *bytes = NULL;
      gsize length = 0;

      g_file_get_contents (path, &bytes, &length, NULL);
      g_assert_null (memmem (bytes, length, NAME, strlen (NAME)));
    }
}

static void
test_kept (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *before = NULL, *after = NULL;

  g_assert_null (yc_test_key_ring_read (self->folder));
  begin (self);
  assert_sealed (self);
  before = yc_test_key_ring_read (self->folder);
  g_assert_nonnull (before);

  restart_key_ring (TRUE);
  assert_reads_again (self);
  after = yc_test_key_ring_read (self->folder);
  g_assert_cmpstr (after, ==, before);
}

/* However its folder is written, a desk is the same desk. */
static void
test_spelling (Fixture       *self,
               gconstpointer  data)
{
  g_autofree char *name = g_path_get_basename (self->folder);
  g_autofree char *twisted = g_strconcat (self->folder, "/../", name, "/", NULL);
  g_autofree char *here = g_get_current_dir ();
  const char *spellings[] = { twisted, name };

  begin (self);
  for (guint i = 0; i < G_N_ELEMENTS (spellings); i++)
    {
      yc_test_desk_free (self->desk);
      g_assert_cmpint (chdir (g_get_tmp_dir ()), ==, 0);
      self->desk = desk_new (spellings[i]);
      assert_reads_again (self);
      g_assert_cmpint (chdir (here), ==, 0);
    }
}

/* A new desk on a computer whose key ring stays locked: a passphrase, from then on. */
static void
test_locked_at_first (Fixture       *self,
                      gconstpointer  data)
{
  restart_key_ring (FALSE);
  assert_refused (self->desk, YC_CLIENT_ERROR_PASSPHRASE_NEEDED);
  g_assert_true (yc_desk_get_passphrase_is_new (self->desk));
  yc_desk_set_passphrase (self->desk, PASSPHRASE);
  begin (self);

  restart_key_ring (TRUE);
  g_assert_null (yc_test_key_ring_read (self->folder));
  assert_refused (self->desk, YC_CLIENT_ERROR_PASSPHRASE_NEEDED);
  g_assert_false (yc_desk_get_passphrase_is_new (self->desk));
  yc_desk_set_passphrase (self->desk, PASSPHRASE);
  assert_reads_again (self);
}

/* The key is in a key ring that stays locked, or that does not run: no passphrase can help, and
 * one that was set is not taken for the way in. */
static void
test_locked_later (Fixture       *self,
                   gconstpointer  data)
{
  begin (self);
  restart_key_ring (FALSE);
  assert_refused (self->desk, YC_CLIENT_ERROR_KEY_RING_LOCKED);
  yc_desk_set_passphrase (self->desk, PASSPHRASE);
  assert_refused (self->desk, YC_CLIENT_ERROR_KEY_RING_LOCKED);
  g_assert_false (has_file (self, "passphrase"));
  yc_test_key_ring_stop (key_ring);
  assert_refused (self->desk, YC_CLIENT_ERROR_KEY_RING_LOCKED);
  g_assert_false (has_file (self, "passphrase"));

  yc_test_key_ring_start (key_ring, TRUE);
  assert_reads_again (self);
}

static void
test_absent_at_first (Fixture       *self,
                      gconstpointer  data)
{
  yc_test_key_ring_stop (key_ring);
  assert_refused (self->desk, YC_CLIENT_ERROR_PASSPHRASE_NEEDED);
  yc_test_key_ring_start (key_ring, TRUE);
  begin (self);
  assert_sealed (self);
  assert_reads_again (self);
}

/* Refused, and neither the data nor what the key ring has is changed by that. */
static void
assert_lost (Fixture    *self,
             const char *secret)
{
  g_autofree char *after = NULL;

  assert_refused (self->desk, YC_CLIENT_ERROR_KEY_LOST);
  assert_refused (self->desk, YC_CLIENT_ERROR_KEY_LOST);
  assert_sealed (self);
  after = yc_test_key_ring_read (self->folder);
  g_assert_cmpstr (after, ==, secret);
}

static void
test_lost (Fixture       *self,
           gconstpointer  data)
{
  static const char *const others[] = { OTHER_KEY, "AAAA", "这不是密钥", "" };
  g_autofree char *key = NULL;

  begin (self);
  key = yc_test_key_ring_read (self->folder);
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      yc_test_key_ring_write (self->folder, others[i]);
      assert_lost (self, others[i]);
    }
  yc_test_key_ring_remove (self->folder);
  assert_lost (self, NULL);

  yc_test_key_ring_write (self->folder, key);
  assert_reads_again (self);
}

static void
add (const char *path,
     void      (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int    argc,
      char **argv)
{
  int status;

  g_test_init (&argc, &argv, NULL);
  key_ring = yc_test_key_ring_new ();
  add ("/client/key-ring/kept", test_kept);
  add ("/client/key-ring/spelling", test_spelling);
  add ("/client/key-ring/locked-at-first", test_locked_at_first);
  add ("/client/key-ring/locked-later", test_locked_later);
  add ("/client/key-ring/absent-at-first", test_absent_at_first);
  add ("/client/key-ring/lost", test_lost);
  status = g_test_run ();
  yc_test_key_ring_free (key_ring);
  return status;
}
