/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long it takes to find out whether a certificate is genuine: of the sheet's file, which may be
 * changed in any way that tests/data/verify has, and of the code printed on it. Prints one JSON line. */
#include "yc-certificate-verifier.h"
#include "yc-verification.h"
#include "yc-verify-mark.h"

#define N_ROUNDS 200
/* As in tests/certificate/test-mark.c. */
#define CODE                                                                                     \
  "https://ycsl.example.gov.cn/verify/ZM01-990119204001-2026-000123-U"                            \
  "#ASASihWl7SvpJl0nyeBtbHE_8hrVGf1BeNK2m5zs_dgIIB6N16sQPxDRAjxmLfyIuwn6hNe0I5F3K-w9"              \
  "bHcvdDvVhMwR4---0_T6ztCKA_K5dslNyBRzCymBwYgD"

typedef struct
{
  YcTrust *trust;
  GPtrArray *files;
  GArray *times;
} Bench;

static int
compare (gconstpointer a, gconstpointer b)
{
  double first = *(const double *) a, second = *(const double *) b;

  return first < second ? -1 : first > second;
}

static void
report (const char *name, GArray *times)
{
  g_array_sort (times, compare);
  g_print (",\"%s_p50_ms\":%.2f,\"%s_p99_ms\":%.2f", name,
           g_array_index (times, double, times->len / 2), name,
           g_array_index (times, double, times->len * 99 / 100));
  g_array_set_size (times, 0);
}

static double
now (void)
{
  return (double) g_get_monotonic_time () / 1000.0;
}

static void
load (Bench *self, const char *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (folder, 0, &error);
  const char *name;

  g_assert_no_error (error);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);
      char *data;
      gsize size;

      if (g_str_has_suffix (name, ".pdf") && g_file_get_contents (path, &data, &size, NULL))
        g_ptr_array_add (self->files, g_bytes_new_take (data, size));
    }
  g_assert_cmpuint (self->files->len, >, 0);
}

/* All of a check but for the register: the verdict and its words. */
static void
verify_file (Bench *self, GBytes *pdf)
{
  double start = now (), time;
  g_autoptr (YcVerdict) verdict = yc_certificate_verify (pdf, self->trust, NULL);
  g_autoptr (YcVerification) verification = yc_verification_new_for_file (verdict, pdf);

  g_assert_nonnull (yc_verification_get_sentence (verification));
  time = now () - start;
  g_array_append_val (self->times, time);
}

static void
verify_code (Bench *self)
{
  double start = now (), time;
  g_autoptr (YcVerifyMark) mark = yc_verify_mark_parse (CODE, NULL);
  YcMarkResult result =
      yc_verify_mark_check_holder (mark, self->trust, "周明德", "990101196803124516");
  g_autoptr (YcVerification) verification = yc_verification_new_for_mark (mark, result, NULL);

  g_assert_nonnull (yc_verification_get_sentence (verification));
  time = now () - start;
  g_array_append_val (self->times, time);
}

int
main (int argc, char **argv)
{
  g_autoptr (YcTrust) trust = yc_trust_new_sample (NULL);
  g_autoptr (GPtrArray) files = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  Bench self = { trust, files, times };

  g_assert_cmpint (argc, ==, 2);
  load (&self, argv[1]);
  g_print ("{\"bench\":\"verify\",\"rounds\":%d,\"files\":%u", N_ROUNDS, files->len);
  for (guint round = 0; round < N_ROUNDS; round++)
    for (guint i = 0; i < files->len; i++)
      verify_file (&self, g_ptr_array_index (files, i));
  report ("file", times);
  for (guint round = 0; round < N_ROUNDS; round++)
    verify_code (&self);
  report ("code", times);
  g_print (",\"budget_ms\":5}\n");

  return 0;
}
