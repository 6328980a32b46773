/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Under what a part of a schema applies: a condition, or one of several alternatives. */
#pragma once

#include <json-glib/json-glib.h>

#include "yc-form-path-private.h"
#include "yc-form-reads-private.h"

G_BEGIN_DECLS

/*
 * YcFormGuard:
 * @n_steps: how many steps of a place lead to the object that it is about
 * @holder: the schema that has the keyword
 * @keyword: "then", "else", "oneOf" or "anyOf"
 * @part: the condition (`if`), or the alternative
 */
typedef struct
{
  guint       n_steps;
  JsonNode   *holder;
  const char *keyword;
  JsonNode   *part;
} YcFormGuard;

/* Whether the object at @pointer in @data is as @guard says. */
typedef gboolean (*YcFormApplies) (const YcFormGuard *guard,
                                   const char        *pointer,
                                   JsonNode          *data,
                                   gpointer           user_data);

GArray  *yc_form_guards_new       (void);
GArray  *yc_form_guards_copy      (const GArray      *self);
gboolean yc_form_guards_exclude   (const GArray      *self,
                                   const GArray      *other);
gboolean yc_form_guards_hold      (const GArray      *self,
                                   const YcFormPath  *place,
                                   const char        *row,
                                   JsonNode          *data,
                                   YcFormApplies      applies,
                                   gpointer           user_data);
void     yc_form_guards_add_reads (const GArray      *self,
                                   gboolean           precise,
                                   const YcFormPath  *place,
                                   YcFormReads       *reads,
                                   guint              who);

G_END_DECLS
