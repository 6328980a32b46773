/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Marks on the way: how far the program has come, and when. */
#include "yc-mark.h"

gboolean
yc_mark_is_on (void)
{
  return !g_log_writer_default_would_drop (G_LOG_LEVEL_DEBUG, YC_MARK_DOMAIN);
}

void
yc_mark (const char *name)
{
  g_return_if_fail (name != NULL);

  if (yc_mark_is_on ())
    g_log (YC_MARK_DOMAIN, G_LOG_LEVEL_DEBUG, "%s %" G_GINT64_FORMAT, name,
           g_get_monotonic_time ());
}
