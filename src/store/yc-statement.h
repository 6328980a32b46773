/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One prepared SQL statement: bind, step, read the columns. */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

#define YC_TYPE_STATEMENT (yc_statement_get_type ())

G_DECLARE_FINAL_TYPE (YcStatement, yc_statement, YC, STATEMENT, GObject)

guint       yc_statement_find_parameter  (YcStatement  *self,
                                          const char   *name);
void        yc_statement_bind_int        (YcStatement  *self,
                                          guint         parameter,
                                          gint64        value);
void        yc_statement_bind_double     (YcStatement  *self,
                                          guint         parameter,
                                          double        value);
void        yc_statement_bind_boolean    (YcStatement  *self,
                                          guint         parameter,
                                          gboolean      value);
void        yc_statement_bind_text       (YcStatement  *self,
                                          guint         parameter,
                                          const char   *value);
void        yc_statement_bind_bytes      (YcStatement  *self,
                                          guint         parameter,
                                          GBytes       *value);
void        yc_statement_bind_null       (YcStatement  *self,
                                          guint         parameter);
gboolean    yc_statement_step            (YcStatement  *self,
                                          GError      **error);
gboolean    yc_statement_run             (YcStatement  *self,
                                          GError      **error);
void        yc_statement_reset           (YcStatement  *self);
guint       yc_statement_get_n_columns   (YcStatement  *self);
const char *yc_statement_get_column_name (YcStatement  *self,
                                          guint         column);
gboolean    yc_statement_is_null         (YcStatement  *self,
                                          guint         column);
gint64      yc_statement_get_int         (YcStatement  *self,
                                          guint         column);
double      yc_statement_get_double      (YcStatement  *self,
                                          guint         column);
gboolean    yc_statement_get_boolean     (YcStatement  *self,
                                          guint         column);
const char *yc_statement_get_text        (YcStatement  *self,
                                          guint         column);
char       *yc_statement_dup_text        (YcStatement  *self,
                                          guint         column);
GBytes     *yc_statement_dup_bytes       (YcStatement  *self,
                                          guint         column);

G_END_DECLS
