/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One SQLite database, opened the way every part of the product needs it. */
#pragma once

#include <glib-object.h>

#include "yc-statement.h"

G_BEGIN_DECLS

/**
 * YcConnectionMode:
 * @YC_CONNECTION_READ_WRITE: the file is created when it is missing.
 * @YC_CONNECTION_READ_ONLY: the file must exist; writing gives %YC_STORE_ERROR_READ_ONLY.
 */
typedef enum
{
  YC_CONNECTION_READ_WRITE = 1,
  YC_CONNECTION_READ_ONLY,
} YcConnectionMode;

#define YC_TYPE_CONNECTION (yc_connection_get_type ())

G_DECLARE_FINAL_TYPE (YcConnection, yc_connection, YC, CONNECTION, GObject)

YcConnection *yc_connection_open               (const char        *path,
                                                YcConnectionMode   mode,
                                                GError           **error);
const char   *yc_connection_get_path           (YcConnection      *self);
gboolean      yc_connection_exec               (YcConnection      *self,
                                                const char        *sql,
                                                GError           **error);
YcStatement  *yc_connection_prepare            (YcConnection      *self,
                                                const char        *sql,
                                                GError           **error);
gboolean      yc_connection_begin              (YcConnection      *self,
                                                GError           **error);
gboolean      yc_connection_commit             (YcConnection      *self,
                                                GError           **error);
void          yc_connection_rollback           (YcConnection      *self);
gboolean      yc_connection_is_in_transaction  (YcConnection      *self);
gint64        yc_connection_get_changes        (YcConnection      *self);
gint64        yc_connection_get_last_insert_id (YcConnection      *self);

G_END_DECLS
