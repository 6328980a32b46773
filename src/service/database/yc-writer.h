/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one thread that changes the database. */
#pragma once

#include "yc-database.h"

G_BEGIN_DECLS

/**
 * YcWriteFunc:
 * @transaction: the transaction to work in
 * @user_data: the job's data
 * @error: return location
 *
 * Does one job's changes, on the writer's thread.
 *
 * Returns: %FALSE to undo what this job changed
 */
typedef gboolean (*YcWriteFunc) (YcTransaction  *transaction,
                                 gpointer        user_data,
                                 GError        **error);

/**
 * YcWriteDone:
 * @error: (nullable): %NULL when the job's changes are lasting, otherwise why they are not there
 * @user_data: the job's data
 *
 * Called on the writer's thread when the job's fate is known.
 */
typedef void (*YcWriteDone) (const GError *error,
                             gpointer      user_data);

#define YC_TYPE_WRITER (yc_writer_get_type ())

G_DECLARE_FINAL_TYPE (YcWriter, yc_writer, YC, WRITER, GObject)

YcWriter *yc_writer_new           (YcDatabase   *database);
void      yc_writer_set_committed (YcWriter     *self,
                                   GFunc         func,
                                   gpointer      user_data);
gboolean  yc_writer_push          (YcWriter     *self,
                                   YcWriteFunc   func,
                                   YcWriteDone   done,
                                   gpointer      user_data);
gboolean  yc_writer_run           (YcWriter     *self,
                                   YcWriteFunc   func,
                                   gpointer      user_data,
                                   GError      **error);
guint     yc_writer_get_n_waiting (YcWriter     *self);
void      yc_writer_stop          (YcWriter     *self);

G_END_DECLS
