/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The certificates that were issued, kept live. */
#include "yc-certificate-list.h"

#include "yc-issued-certificate-private.h"
#include "yc-json.h"
#include "yc-live-list-private.h"

/* @user_data: serial → YcIssuedCertificate: every one that was ever in the list. */
static GObject *
take_row (JsonObject *row,
          gpointer    user_data)
{
  const char *serial = yc_json_get_string (row, "serial", NULL);
  YcIssuedCertificate *known = serial != NULL ? g_hash_table_lookup (user_data, serial) : NULL;

  if (known != NULL)
    {
      yc_issued_certificate_update (known, row);
      return g_object_ref (G_OBJECT (known));
    }
  known = yc_issued_certificate_new_from_json (row, NULL);
  if (known != NULL)
    g_hash_table_insert (user_data, g_strdup (serial), g_object_ref (known));
  return (GObject *) known;
}

YcLiveList *
yc_certificate_list_new (YcParts *parts)
{
  GHashTable *known = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  YcLiveList *list = yc_live_list_new (parts, "certificates", YC_TYPE_ISSUED_CERTIFICATE, take_row,
                                       known, (GDestroyNotify) g_hash_table_unref);

  yc_live_list_set_path (list, "/certificates?view=place");
  return list;
}
