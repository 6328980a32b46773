/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Words for what the domain counts: levels, fees, times, as a clerk reads them. */
#include "yc-words.h"

#include "yc-day.h"

#include <glib/gi18n-lib.h>

#define SEPARATOR " · "

static const struct
{
  const char *level;
  const char *title;
} levels[] = {
  { "village", N_ ("Village") },
  { "town", N_ ("Town") },
  { "district", N_ ("District") },
  { "city", N_ ("City") },
};

/**
 * yc_words_level:
 * @level: (nullable): "village", "town", "district" or "city"
 *
 * Returns: the translated word, @level itself when it is none of these, "" for %NULL
 */
const char *
yc_words_level (const char *level)
{
  for (gsize i = 0; i < G_N_ELEMENTS (levels); i++)
    if (g_strcmp0 (levels[i].level, level) == 0)
      return _ (levels[i].title);

  return level != NULL ? level : "";
}

/**
 * yc_words_fee:
 * @fen: an amount in fen
 *
 * Returns: (transfer full): the amount in yuan, or that nothing is charged
 */
char *
yc_words_fee (gint64 fen)
{
  if (fen <= 0)
    return g_strdup (_ ("no fee"));

  /* Translators: a fee in yuan */
  return g_strdup_printf (_ ("¥%.2f"), fen / 100.0);
}

/**
 * yc_words_clock:
 * @time: a time
 *
 * Returns: (transfer full): hour, minute and second here
 */
char *
yc_words_clock (GDateTime *time)
{
  g_autoptr (GDateTime) local = NULL;

  g_return_val_if_fail (time != NULL, NULL);

  local = yc_day_in_china (time, 0);

  return g_date_time_format (local, "%H:%M:%S");
}

/**
 * yc_words_moment:
 * @time: (nullable): a time
 *
 * Returns: (transfer full): the time of day if it is today, the day and time otherwise; "" for
 *   %NULL
 */
char *
yc_words_moment (GDateTime *time)
{
  g_autoptr (GDateTime) local = NULL;
  g_autoptr (GDateTime) now = yc_day_now ();

  if (time == NULL)
    return g_strdup ("");

  local = yc_day_in_china (time, 0);
  if (g_date_time_get_year (local) != g_date_time_get_year (now))
    return g_date_time_format (local, "%Y-%m-%d");
  if (g_date_time_get_day_of_year (local) != g_date_time_get_day_of_year (now))
    return g_date_time_format (local, "%m-%d %H:%M");

  return g_date_time_format (local, "%H:%M");
}

/**
 * yc_words_since:
 * @time: (nullable): a time in the past
 *
 * Returns: (transfer full): how long ago, in the largest unit that fits; "" for %NULL
 */
char *
yc_words_since (GDateTime *time)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  gint64 minutes;

  if (time == NULL)
    return g_strdup ("");

  minutes = g_date_time_difference (now, time) / G_TIME_SPAN_MINUTE;
  if (minutes < 1)
    return g_strdup (_ ("just now"));
  if (minutes < 60)
    return g_strdup_printf (ngettext ("%d min", "%d min", minutes), (int) minutes);
  if (minutes < 24 * 60)
    return g_strdup_printf (ngettext ("%d h", "%d h", minutes / 60), (int) (minutes / 60));

  return g_strdup_printf (ngettext ("%d day", "%d days", minutes / 1440), (int) (minutes / 1440));
}

/**
 * yc_words_duration:
 * @seconds: a length of time in seconds
 *
 * Returns: (transfer full): minutes and seconds, with hours before them where there are some
 */
char *
yc_words_duration (gint64 seconds)
{
  if (seconds < 3600)
    return g_strdup_printf ("%02d:%02d", (int) (seconds / 60), (int) (seconds % 60));

  return g_strdup_printf ("%d:%02d:%02d", (int) (seconds / 3600), (int) (seconds / 60 % 60),
                          (int) (seconds % 60));
}

/**
 * yc_words_sending:
 * @n_sent: how many bytes of files have come over
 * @n_bytes: how many there are
 *
 * Returns: (transfer full) (nullable): how far the sending of files is; %NULL when there are none or
 *   all have come over
 */
char *
yc_words_sending (guint64 n_sent, guint64 n_bytes)
{
  g_autofree char *sent = g_format_size (n_sent);
  g_autofree char *all = g_format_size (n_bytes);

  if (n_sent >= n_bytes)
    return NULL;
  /* Translators: two sizes such as "1.2 MB" */
  return g_strdup_printf (_ ("Files sent: %s of %s"), sent, all);
}

/**
 * yc_words_join:
 * @first: (nullable): words
 * @...: more words, %NULL
 *
 * Returns: (transfer full): those that are not empty, with a dot between
 */
char *
yc_words_join (const char *first, ...)
{
  g_autoptr (GString) joined = g_string_new (first);
  const char *words;
  va_list arguments;

  va_start (arguments, first);
  while ((words = va_arg (arguments, const char *)) != NULL)
    {
      if (*words == '\0')
        continue;
      if (joined->len > 0)
        g_string_append (joined, SEPARATOR);
      g_string_append (joined, words);
    }
  va_end (arguments);

  return g_string_free (g_steal_pointer (&joined), FALSE);
}
