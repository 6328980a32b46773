/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the form does with its layout's elements. */
#pragma once

#include "yc-form-element.h"
#include "yc-form-rule-private.h"
#include "yc-form-spec-private.h"

G_BEGIN_DECLS

typedef struct _YcFormBranch YcFormBranch;

struct _YcFormElement
{
  GObject            parent_instance;
  YcFormElementKind  kind;
  YcFormBranch      *branch;        /* not owned; NULL once it is gone */
  YcFormElement     *parent;        /* not owned */
  YcFormElement     *control;       /* not owned; of a row's root the control that shows the row */
  JsonObject        *layout;        /* what the layout says of it; nullable */
  char              *node;          /* JSON Pointer into the layout; NULL for one made up */
  char              *place;         /* JSON Pointer from the branch's base on: where its rule's
                                     * scopes begin */
  char              *bound;         /* of what has a scope: the place of its data, likewise */
  JsonNode          *schema;        /* that the scope names; not owned, nullable */
  char              *own_title;     /* before it is translated */
  char              *own_description;
  char              *title;
  char              *label;         /* of a control as JSON Forms says it, "" for none; else NULL */
  char              *description;
  GListStore        *children;      /* NULL while there are none */
  YcFormField       *field;
  YcFormSpec        *spec;          /* what the control itself says of the field; nullable */
  GListStore        *columns;       /* of a table, if they are not those of the field */
  YcFormRule        *rule;
  guint              n_missing;
  guint              n_errors;
  gboolean           counts_changed;
  gboolean           holds;         /* what the rule says now */
  gboolean           stepper;
  gboolean           visible;
  gboolean           enabled;
  gboolean           sensitive;     /* enabled but for what is only read only */
  gboolean           read_only;
  gboolean           required;
};

YcFormElement *yc_form_element_new           (YcFormElementKind  kind,
                                              JsonObject        *layout,
                                              const char        *node,
                                              const char        *place);
void           yc_form_element_append        (YcFormElement     *self,
                                              YcFormElement     *child);
void           yc_form_element_set_field     (YcFormElement     *self,
                                              YcFormField       *field);
void           yc_form_element_set_words     (YcFormElement     *self,
                                              const char        *title,
                                              const char        *description);
void           yc_form_element_translate     (YcFormElement     *self,
                                              const char        *title,
                                              const char        *description);
void           yc_form_element_set_state     (YcFormElement     *self,
                                              gboolean           visible,
                                              gboolean           enabled,
                                              gboolean           read_only);
void           yc_form_element_add_counts    (YcFormElement     *self,
                                              int                n_missing,
                                              int                n_errors);
void           yc_form_element_notify_counts (YcFormElement     *self);
char          *yc_form_element_dup_pointer   (YcFormElement     *self);
JsonObject    *yc_form_element_ask_schema    (YcFormElement     *self);

G_END_DECLS
