/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What happened, for those who listen. */
#pragma once

#include "yc-transaction.h"

G_BEGIN_DECLS

/**
 * YcEvent:
 * @id: the running number
 * @kind: "case", "inquiry" or "catalog"
 * @place_path: path of the place it is of, "" for a catalog event
 * @clerk: who took the case in or recorded the inquiry, "" for a catalog event
 * @data: JSON text
 */
typedef struct
{
  gint64 id;
  char *kind;
  char *place_path;
  char *clerk;
  char *data;
} YcEvent;

YcEvent   *yc_event_ref              (YcEvent        *self);
void       yc_event_unref            (YcEvent        *self);
gboolean   yc_events_table_append    (YcTransaction  *transaction,
                                      const char     *now,
                                      const char     *kind,
                                      const char     *case_id,
                                      const char     *place_path,
                                      const char     *clerk,
                                      const char     *data,
                                      GError        **error);
gint64     yc_events_table_get_last  (YcTransaction  *transaction,
                                      GError        **error);
GPtrArray *yc_events_table_list      (YcTransaction  *transaction,
                                      gint64          after,
                                      gint64          limit,
                                      GError        **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcEvent, yc_event_unref)

G_END_DECLS
