/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a report says, to compare it with another. */
#include "yc-test-report.h"

#include <string.h>

static int
compare_lines (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

char *
yc_test_report_write (const YcSchemaReport *report)
{
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < yc_schema_report_get_n_problems (report); i++)
    {
      const YcSchemaProblem *problem = yc_schema_report_get_problem (report, i);

      g_ptr_array_add (lines,
                       g_strdup_printf ("%s %s", yc_schema_problem_get_instance_location (problem),
                                        yc_schema_problem_get_keyword_location (problem)));
    }
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (GStrv) lines->pdata);
}
