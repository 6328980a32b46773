/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the fuzzers share: an input in parts, its time limit, and a run over files without a fuzzer. */
#include "yc-fuzz.h"

#include <gio/gio.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "yc-json.h"

#if defined(__SANITIZE_ADDRESS__)
#define SLOWER 3
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define SLOWER 3
#endif
#endif
#ifndef SLOWER
#define SLOWER 1
#endif

#define LINE "\n---\n"

void
yc_fuzz_split (const uint8_t  *data,
               size_t          size,
               guint           n,
               JsonNode      **parts)
{
  const YcJsonLimits limits = { .big_integers = TRUE };
  g_autofree char *text = g_strndup ((const char *) data, size);
  g_auto (GStrv) texts = g_strsplit (text, LINE, (int) n);
  guint n_texts = g_strv_length (texts);

  for (guint i = 0; i < n; i++)
    parts[i] = i < n_texts ? yc_json_parse (texts[i], -1, &limits, NULL) : NULL;
}

void
yc_fuzz_clear (guint      n,
               JsonNode **parts)
{
  for (guint i = 0; i < n; i++)
    g_clear_pointer (&parts[i], json_node_unref);
}

/* Of the processor, not of the clock: a busy machine is slow, not wrong. */
static gint64
get_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_THREAD_CPUTIME_ID, &now);
  return now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

/* GLib ends by a trap, of which libFuzzer knows nothing. */
static void
trap_cb (int number)
{
  abort ();
}

/* A wrong call of a library is as bad as a crash. */
gint64
yc_fuzz_begin (void)
{
  signal (SIGTRAP, trap_cb);
  g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_ERROR);
  return get_time ();
}

void
yc_fuzz_end (gint64 begun)
{
  gint64 took = get_time () - begun;

  if (took > SLOWER * G_USEC_PER_SEC)
    g_error ("took %" G_GINT64_FORMAT " ms", took / 1000);
}

#ifndef YC_LIBFUZZER

static void
test_file (gconstpointer path)
{
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  gsize size;

  g_file_get_contents (path, &text, &size, &error);
  g_assert_no_error (error);
  LLVMFuzzerTestOneInput ((const uint8_t *) text, size);
}

static void
add_folder (const char *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *where = g_path_get_basename (folder);
      g_autofree char *test = g_strdup_printf ("/fuzz/%s/%s", where, name);

      g_test_add_data_func_full (test, g_build_filename (folder, name, NULL), test_file, g_free);
    }
}

/* Arguments: the folders with inputs. */
int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  for (int i = 1; i < argc; i++)
    add_folder (argv[i]);
  return g_test_run ();
}

#endif
