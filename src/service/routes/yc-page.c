/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages of long lists: opaque cursors that say where the next one begins. */
#include "yc-page.h"

#include "yc-service-error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DEFAULT_LIMIT 50
#define MAX_LIMIT 200
#define MAX_CURSOR 256

static gboolean
read_cursor (YcPage     *page,
             const char *cursor)
{
  g_autofree char *text = NULL;
  g_autofree guchar *bytes = NULL;
  g_auto (GStrv) parts = NULL;
  gsize length;

  if (strlen (cursor) > MAX_CURSOR)
    return FALSE;
  bytes = g_base64_decode (cursor, &length);
  text = g_strndup ((const char *) bytes, length);
  parts = g_strsplit (text, " ", 2);
  if (strlen (text) != length || !g_utf8_validate (text, -1, NULL) || g_strv_length (parts) != 2)
    return FALSE;
  page->after_time = g_strdup (parts[0]);
  page->after_id = g_strdup (parts[1]);
  return TRUE;
}

/**
 * yc_page_read:
 * @page: (out): what is asked for
 * @request: a request with the query parameters cursor and limit, both optional
 * @error: (nullable): return location
 *
 * Returns: %FALSE with %YC_SERVICE_ERROR_MALFORMED
 */
gboolean
yc_page_read (YcPage         *page,
              YcHttpRequest  *request,
              GError        **error)
{
  const char *cursor = yc_http_request_get_query (request, "cursor");

  *page = (YcPage) { .limit = DEFAULT_LIMIT };
  if (!yc_http_request_get_number (request, "limit", 1, MAX_LIMIT, &page->limit, error))
    return FALSE;
  if (cursor == NULL || read_cursor (page, cursor))
    return TRUE;
  g_set_error_literal (error, YC_SERVICE_ERROR, YC_SERVICE_ERROR_MALFORMED,
                       _("The cursor is not one of this service."));
  return FALSE;
}

void
yc_page_clear (YcPage *page)
{
  g_clear_pointer (&page->after_time, g_free);
  g_clear_pointer (&page->after_id, g_free);
}

/**
 * yc_page_write_next:
 * @time: the last shown one's time
 * @id: the last shown one's id
 *
 * Returns: (transfer full): the cursor of the page after it
 */
char *
yc_page_write_next (const char *time,
                    const char *id)
{
  g_autofree char *text = g_strjoin (" ", time, id, NULL);

  return g_base64_encode ((const guchar *) text, strlen (text));
}
