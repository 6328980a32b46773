/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates: what begins does so before it ends. That they exist is the schema's business. */
#include "yc-catalog-check-private.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>

#include "yc-json.h"

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
check_entry (YcCatalogCheck    *check,
             YcCatalogDocument *document,
             JsonObject        *body)
{
  guint32 from = parse_day (yc_json_get_string (body, "from", ""));
  guint32 until = parse_day (yc_json_get_string (body, "until", ""));

  if (from != 0 && until != 0 && until < from)
    yc_catalog_check_tell (check, document, "/until", _("it ends before it begins"));
}

void
yc_catalog_check_dates (YcCatalogCheck *check)
{
  yc_catalog_check_each (check, "entry", check_entry);
}
