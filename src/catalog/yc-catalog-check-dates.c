/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates: what begins does so before it ends, and the versions of an entry follow one another. That
 * they exist is the schema's business. */
#include "yc-catalog-check-private.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "yc-json.h"

/* A version as far as its dates go; @pointer is "" for the one at the head of the file. */
typedef struct
{
  JsonObject *json;
  char *pointer;
  guint32 from, until;
} Span;

/* Days since the year 1, or 0 when @text is no day of the calendar. */
static guint32
parse_day (const char *text)
{
  unsigned year, month, day;
  int end = 0;

  if (sscanf (text, "%4u-%2u-%2u%n", &year, &month, &day, &end) != 3 || text[end] != '\0' ||
      year == 0 || month > 12 || !g_date_valid_dmy (day, month, year))
    return 0;

  g_autoptr (GDate) date = g_date_new_dmy (day, month, year);

  return g_date_get_julian (date);
}

static void
clear_span (gpointer data)
{
  g_free (((Span *) data)->pointer);
}

static void
add_span (GArray     *spans,
          JsonObject *json,
          char       *pointer)
{
  Span span = { .json = json, .pointer = pointer };

  span.from = parse_day (yc_json_get_string (json, "from", ""));
  span.until = parse_day (yc_json_get_string (json, "until", ""));
  g_array_append_val (spans, span);
}

static GArray *
list_spans (JsonObject *body)
{
  JsonArray *versions = yc_json_get_array (body, "versions");
  GArray *spans = g_array_new (FALSE, FALSE, sizeof (Span));

  g_array_set_clear_func (spans, clear_span);
  add_span (spans, body, g_strdup (""));
  for (guint i = 0; versions != NULL && i < json_array_get_length (versions); i++)
    add_span (spans, yc_json_node_get_object (json_array_get_element (versions, i)),
              g_strdup_printf ("/versions/%u", i));
  return spans;
}

static void
check_span (YcCatalogCheck    *check,
            YcCatalogDocument *document,
            const Span        *span)
{
  g_autofree char *pointer = g_strconcat (span->pointer, "/until", NULL);

  if (span->from != 0 && span->until != 0 && span->until < span->from)
    yc_catalog_check_tell (check, document, pointer, _("it ends before it begins"));
}

/* @older stands behind @newer in the file and is of the same place. */
static void
check_pair (YcCatalogCheck    *check,
            YcCatalogDocument *document,
            const Span        *newer,
            const Span        *older)
{
  g_autofree char *from = g_strconcat (older->pointer, "/from", NULL);
  g_autofree char *until = g_strconcat (older->pointer, "/until", NULL);

  if (newer->from == 0 || older->from == 0)
    return;
  if (older->from == newer->from)
    yc_catalog_check_tell (check, document, from,
                           _("two versions of the same place begin on this day"));
  else if (older->from > newer->from)
    yc_catalog_check_tell (check, document, from,
                           _("the versions of a place stand with the newest first"));
  else if (older->until >= newer->from)
    yc_catalog_check_tell (check, document, until,
                           _("the next version begins on %s, before this one ends"),
                           yc_json_get_string (newer->json, "from", ""));
  else if (older->until != 0 && older->until + 1 < newer->from)
    yc_catalog_check_warn (check, document, until,
                           _("nothing holds between this day and %s"),
                           yc_json_get_string (newer->json, "from", ""));
}

/* Each version is held against the one of its place that stands before it. */
static void
check_entry (YcCatalogCheck    *check,
             YcCatalogDocument *document,
             JsonObject        *body)
{
  g_autoptr (GArray) spans = list_spans (body);
  g_autoptr (GHashTable) last = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < spans->len; i++)
    {
      Span *span = &g_array_index (spans, Span, i);
      const char *place = yc_json_get_string (span->json, "place", "");
      Span *newer = g_hash_table_lookup (last, place);

      check_span (check, document, span);
      if (newer != NULL)
        check_pair (check, document, newer, span);
      g_hash_table_insert (last, (gpointer) place, span);
    }
}

void
yc_catalog_check_dates (YcCatalogCheck *check)
{
  yc_catalog_check_each (check, "entry", check_entry);
}
