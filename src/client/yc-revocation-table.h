/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The copy of which certificates are not in force any more: jobs for the database thread. Private to
 * the client room. */
#pragma once

#include <json-glib/json-glib.h>

#include "yc-registered-certificate.h"
#include "yc-storage.h"

G_BEGIN_DECLS

/**
 * YcRevocation:
 * @state: %YC_REGISTERED_VALID when the copy does not have it
 * @replaced_by: (nullable): the number of the version that took its place
 *
 * What the copy has of one certificate.
 */
typedef struct
{
  YcRegisteredState state;
  char             *replaced_by;
} YcRevocation;

void          yc_revocation_free              (YcRevocation         *revocation);
/* @rows: as the API lists them. With @clear nothing that was known before counts. Finishes with
 * yc_storage_run_finish(). */
void          yc_revocation_table_store_async (YcStorage            *storage,
                                               JsonArray            *rows,
                                               gboolean              clear,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
void          yc_revocation_table_find_async  (YcStorage            *storage,
                                               const char           *serial,
                                               GCancellable         *cancellable,
                                               GAsyncReadyCallback   callback,
                                               gpointer              user_data);
/* (transfer full): NULL only on an error */
YcRevocation *yc_revocation_table_find_finish (YcStorage            *storage,
                                               GAsyncResult         *result,
                                               GError              **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcRevocation, yc_revocation_free)

G_END_DECLS
