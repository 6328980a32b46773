/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who looks at what in a form's data: an index by place, to find those whom a change concerns. */
#pragma once

#include <json-glib/json-glib.h>

#include "yc-form-path-private.h"

G_BEGIN_DECLS

typedef struct _YcFormReads YcFormReads;

/*
 * YcFormConcerned:
 * @who: the number of a rule
 * @place: what was changed
 * @n_shared: only the instances of the rule whose place begins with so many steps of @place
 */
typedef void (*YcFormConcerned) (guint             who,
                                 const YcFormPath *place,
                                 guint             n_shared,
                                 gpointer          user_data);

YcFormReads *yc_form_reads_new      (void);
void         yc_form_reads_free     (YcFormReads       *self);
void         yc_form_reads_add_rule (YcFormReads       *self,
                                     guint              who,
                                     JsonNode          *rule,
                                     const YcFormPath  *scope);
void         yc_form_reads_add_path (YcFormReads       *self,
                                     guint              who,
                                     const YcFormPath  *path,
                                     guint              n_shared);
gboolean     yc_form_reads_has_all  (YcFormReads       *self,
                                     guint              who);
void         yc_form_reads_find     (YcFormReads       *self,
                                     const YcFormPath  *place,
                                     JsonNode          *data,
                                     YcFormConcerned    concerned,
                                     gpointer           user_data);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (YcFormReads, yc_form_reads_free)

G_END_DECLS
