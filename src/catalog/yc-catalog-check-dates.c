/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates: they exist, and what begins does so before it ends. */
#include "yc-catalog-check-private.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

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

static guint32
check_day (YcCatalogCheck    *check,
           YcCatalogDocument *document,
           JsonObject        *body,
           const char        *member)
{
  g_autofree char *pointer = g_strconcat ("/", member, NULL);
  const char *text = yc_json_get_string (body, member, NULL);
  guint32 day = text != NULL ? parse_day (text) : 0;

  if (text != NULL && day == 0)
    yc_catalog_check_tell (check, document, pointer, _("“%s” is not a day of the calendar"), text);

  return day;
}

static void
check_entry (YcCatalogCheck    *check,
             YcCatalogDocument *document,
             JsonObject        *body)
{
  guint32 from = check_day (check, document, body, "from");
  guint32 until = check_day (check, document, body, "until");

  if (from != 0 && until != 0 && until < from)
    yc_catalog_check_tell (check, document, "/until", _("it ends before it begins"));
}

void
yc_catalog_check_dates (YcCatalogCheck *check)
{
  yc_catalog_check_each (check, "entry", check_entry);
}
