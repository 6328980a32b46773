/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which place is asked at each step of a review: the one of the step's level above, or at, the
 * counter that took the case in. */
#include "yc-case-review.h"

#include "yc-json.h"
#include "yc-service-error.h"

#include <glib/gi18n-lib.h>

/* A city without districts reviews what elsewhere a district does. */
static gboolean
is_of_level (JsonObject *place,
             const char *level)
{
  const char *own = yc_json_get_string (place, "level", "");

  return g_str_equal (own, level) ||
         (g_str_equal (level, "district") && g_str_equal (own, "city"));
}

static char *
join_path (GStrv codes,
           guint n)
{
  GString *path = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (path, "%s/", codes[i]);
  return g_string_free (path, FALSE);
}

/**
 * yc_case_review_find_place:
 * @work: the work
 * @record: a case
 * @level: "village", "town", "district" or "city"
 * @path: (out) (optional) (transfer full): the place's path
 *
 * Returns: (transfer full) (nullable): the lowest place of that level on the case's path, %NULL
 *   when there is none; @path is then left alone
 */
JsonObject *
yc_case_review_find_place (const YcWork  *work,
                           YcCaseRecord  *record,
                           const char    *level,
                           char         **path)
{
  g_auto (GStrv) codes = g_strsplit (record->place_path, "/", -1);
  YcShelf *shelf = yc_service_get_shelf (work->service);

  for (guint n = g_strv_length (codes); n > 0; n--)
    {
      g_autoptr (JsonObject) place = NULL;

      if (codes[n - 1][0] != '\0')
        place = yc_shelf_get (shelf, work->transaction, "place", codes[n - 1],
                              record->catalog_version, NULL);
      if (place == NULL || !is_of_level (place, level))
        continue;
      if (path != NULL)
        *path = join_path (codes, n);
      return g_steal_pointer (&place);
    }
  return NULL;
}

/**
 * yc_case_review_set_step:
 * @work: the work
 * @record: a case with its steps; changed
 * @step: the step that begins, from 0
 *
 * Moves the case to a step and to the place that reviews it. Without a place of the step's level
 * the case's own place does.
 */
void
yc_case_review_set_step (const YcWork *work,
                         YcCaseRecord *record,
                         gint64        step)
{
  g_autoptr (JsonObject) place = NULL;
  char *path = NULL;

  record->step = step;
  if (step < json_array_get_length (record->steps))
    place = yc_case_review_find_place (work, record, yc_case_record_get_level (record), &path);
  g_free (record->review_path);
  record->review_path = path != NULL ? path : g_strdup (record->place_path);
}

/**
 * yc_case_review_check_place:
 * @work: the work of a reviewer
 * @record: a case
 * @error: (nullable): return location
 *
 * Returns: %FALSE with %YC_SERVICE_ERROR_DENIED when the step under way is for a place above the
 *   reviewer's
 */
gboolean
yc_case_review_check_place (const YcWork  *work,
                            YcCaseRecord  *record,
                            GError       **error)
{
  if (yc_identity_covers (work->identity, record->review_path))
    return TRUE;
  g_set_error_literal (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_DENIED,
                       _("This step of the review is for a higher level."));
  return FALSE;
}
