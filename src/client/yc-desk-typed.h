/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was typed into a sheet and not sent: kept sealed at the desk, for its writer alone, until the
 * same sheet is opened again. */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

#define YC_TYPE_DESK_TYPED (yc_desk_typed_get_type ())

G_DECLARE_FINAL_TYPE (YcDeskTyped, yc_desk_typed, YC, DESK_TYPED, GObject)

const char  *yc_desk_typed_get_user (YcDeskTyped *self);

/* Whether what was kept earlier is known, as far as it can be read; signal "read" when it is. */
gboolean     yc_desk_typed_get_read (YcDeskTyped *self);

/* (transfer none) (nullable): what was typed into the sheet that @key names */
JsonObject  *yc_desk_typed_find     (YcDeskTyped *self,
                                     const char  *key);
/* NULL @typed: nothing is to be kept any more. It is written without waiting for it. */
void         yc_desk_typed_keep     (YcDeskTyped *self,
                                     const char  *key,
                                     JsonObject  *typed);
/* Nothing is to be kept any more whose key begins with @prefix. */
void         yc_desk_typed_forget   (YcDeskTyped *self,
                                     const char  *prefix);

G_END_DECLS
