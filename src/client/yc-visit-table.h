/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Visits and drafts on the disk: jobs for the database thread. Private to the client room. */
#pragma once

#include <json-glib/json-glib.h>

#include "yc-storage.h"

G_BEGIN_DECLS

/**
 * YcDraftRow:
 * @case_id: the draft's case
 * @item_code: its item
 * @position: its place in the visit
 * @state: (nullable): written only when the row is new
 * @command_id: (nullable): the submission on its way; read only
 * @content: what is sealed
 */
typedef struct
{
  char     *case_id;
  char     *item_code;
  guint     position;
  char     *state;
  char     *command_id;
  JsonNode *content;
} YcDraftRow;

/**
 * YcVisitRow:
 * @id: the visit
 * @user_id: whose visit it is
 * @started_at: RFC 3339
 * @content: (nullable): what is sealed; %NULL to save drafts only
 * @drafts: (element-type YcDraftRow): its drafts, or those to save
 */
typedef struct
{
  char      *id;
  char      *user_id;
  char      *started_at;
  JsonNode  *content;
  GPtrArray *drafts;
} YcVisitRow;

YcVisitRow *yc_visit_row_new                (const char           *id);
YcDraftRow *yc_visit_row_add_draft          (YcVisitRow           *row,
                                             const char           *case_id,
                                             const char           *item_code);
void        yc_visit_row_free               (YcVisitRow           *row);

/* Takes @rows (element-type YcVisitRow). */
void        yc_visit_table_save_async       (YcStorage            *storage,
                                             GPtrArray            *rows,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
/* Finishes with yc_storage_run_finish(), a GPtrArray of YcVisitRow (transfer full). */
void        yc_visit_table_load_async       (YcStorage            *storage,
                                             const char           *user_id,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);
void        yc_visit_table_delete_async     (YcStorage            *storage,
                                             const char           *visit_id,
                                             const char           *case_id,
                                             GAsyncReadyCallback   callback,
                                             gpointer              user_data);

G_END_DECLS
