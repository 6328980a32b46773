/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which pages of a document are meant. */
#include "yc-page-ranges.h"

#include <glib/gi18n-lib.h>

#include "yc-printing-error.h"

/* More than any document has; keeps sums of page numbers small. */
#define LAST_PAGE 99999

/* What stands for a comma or a dash on a Chinese keyboard. */
static const struct
{
  gunichar typed;
  char     meant;
} marks[] = {
  { 0xff0c, ',' }, /* ， */
  { 0x3001, ',' }, /* 、 */
  { 0xff1b, ',' }, /* ； */
  { ';', ',' },
  { 0xff0d, '-' }, /* － */
  { 0x2013, '-' }, /* – */
  { 0x2014, '-' }, /* — */
  { 0x2212, '-' }, /* − */
  { '~', '-' },
  { 0xff5e, '-' }, /* ～ */
  { 0x81f3, '-' }, /* 至 */
  { 0x5230, '-' }, /* 到 */
};

static void
append_plain (GString *plain,
              gunichar c)
{
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (marks[i].typed == c)
      {
        g_string_append_c (plain, marks[i].meant);
        return;
      }
  if (g_unichar_isdigit (c))
    g_string_append_printf (plain, "%d", g_unichar_digit_value (c));
  else if (!g_unichar_isspace (c))
    g_string_append_unichar (plain, c);
}

static char *
make_plain (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    append_plain (plain, g_utf8_get_char (p));
  return g_string_free (plain, FALSE);
}

static gboolean
read_page (const char *text,
           int         otherwise,
           int        *page)
{
  guint64 number;

  *page = otherwise;
  if (*text == '\0')
    return otherwise > 0;
  if (!g_ascii_string_to_unsigned (text, 10, 1, LAST_PAGE, &number, NULL))
    return FALSE;
  *page = (int) number;
  return TRUE;
}

static gboolean
read_range (const char  *text,
            YcPageRange *range)
{
  g_auto (GStrv) ends = g_strsplit (text, "-", 3);
  guint n = g_strv_length (ends);

  if (n == 1)
    {
      gboolean good = read_page (ends[0], 0, &range->first);

      range->last = range->first;
      return good;
    }
  return n == 2 && read_page (ends[0], 0, &range->first) &&
         read_page (ends[1], LAST_PAGE, &range->last) && range->first <= range->last;
}

static int
compare_ranges (gconstpointer a,
                gconstpointer b)
{
  return ((const YcPageRange *) a)->first - ((const YcPageRange *) b)->first;
}

static GArray *
join_ranges (GArray *ranges)
{
  GArray *joined = g_array_new (FALSE, FALSE, sizeof (YcPageRange));

  g_array_sort (ranges, compare_ranges);
  for (guint i = 0; i < ranges->len; i++)
    {
      YcPageRange *range = &g_array_index (ranges, YcPageRange, i);
      YcPageRange *before =
          joined->len > 0 ? &g_array_index (joined, YcPageRange, joined->len - 1) : NULL;

      if (before != NULL && range->first <= before->last + 1)
        before->last = MAX (before->last, range->last);
      else
        g_array_append_val (joined, *range);
    }
  return joined;
}

GArray *
yc_page_ranges_parse (const char *text,
                      GError    **error)
{
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (YcPageRange));
  g_autofree char *plain = NULL;
  g_auto (GStrv) parts = NULL;

  g_return_val_if_fail (text != NULL && g_utf8_validate (text, -1, NULL), NULL);

  plain = make_plain (text);
  parts = g_strsplit (plain, ",", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      YcPageRange range;

      if (*parts[i] == '\0')
        continue;
      if (!read_range (parts[i], &range))
        {
          g_set_error_literal (error, YC_PRINTING_ERROR, YC_PRINTING_ERROR_UNSUPPORTED,
                               _("Write the pages as numbers, such as 1-3,5."));
          return NULL;
        }
      g_array_append_val (ranges, range);
    }
  return join_ranges (ranges);
}
