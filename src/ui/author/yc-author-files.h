/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The files that make up a form, watched while their author works on them. */
#pragma once

#include <gio/gio.h>

#include "yc-form.h"

G_BEGIN_DECLS

/**
 * YcAuthorRole:
 * @YC_AUTHOR_SCHEMA: what is valid.
 * @YC_AUTHOR_LAYOUT: how it looks.
 * @YC_AUTHOR_DATA: what is filled in.
 * @YC_AUTHOR_SOURCES: what a desk would know, to fill in from.
 */
typedef enum
{
  YC_AUTHOR_SCHEMA,
  YC_AUTHOR_LAYOUT,
  YC_AUTHOR_DATA,
  YC_AUTHOR_SOURCES,
  YC_AUTHOR_N_ROLES,
} YcAuthorRole;

#define YC_TYPE_AUTHOR_FILES (yc_author_files_get_type ())

G_DECLARE_FINAL_TYPE (YcAuthorFiles, yc_author_files, YC, AUTHOR_FILES, GObject)

YcAuthorFiles *yc_author_files_new        (const char *const *paths);
void           yc_author_files_set_checks (YcAuthorFiles     *self,
                                           gboolean           checks);
void           yc_author_files_set_sources (YcAuthorFiles    *self,
                                            const char       *path);
YcForm        *yc_author_files_open       (YcAuthorFiles     *self,
                                           GPtrArray         *mistakes);
void           yc_author_files_watch      (YcAuthorFiles     *self);
char          *yc_author_files_dup_names  (YcAuthorFiles     *self);
gboolean       yc_author_files_take_data  (YcAuthorFiles     *self);

G_END_DECLS
