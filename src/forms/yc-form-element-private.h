/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the form does with its layout's elements. */
#pragma once

#include "yc-form-element.h"
#include "yc-form-rule-private.h"

G_BEGIN_DECLS

struct _YcFormElement
{
  GObject            parent_instance;
  YcFormElementKind  kind;
  YcFormElement     *parent;        /* not owned */
  char              *node;          /* JSON Pointer into the layout; NULL for one made up */
  char              *scope;
  char              *title;
  char              *description;
  JsonObject        *options;
  GListStore        *children;
  YcFormField       *field;
  YcFormRule        *rule;
  guint              n_missing;
  guint              n_errors;
  gboolean           stepper;
  gboolean           visible;
  gboolean           enabled;
  gboolean           read_only;
  gboolean           required;
};

YcFormElement *yc_form_element_new           (YcFormElementKind  kind,
                                              const char        *title);
void           yc_form_element_append        (YcFormElement     *self,
                                              YcFormElement     *child);
void           yc_form_element_set_field     (YcFormElement     *self,
                                              YcFormField       *field);
void           yc_form_element_read          (YcFormElement     *self,
                                              JsonObject        *layout,
                                              const char        *node);
void           yc_form_element_take_rule     (YcFormElement     *self,
                                              YcFormRule        *rule);
YcFormRule    *yc_form_element_get_rule      (YcFormElement     *self);
void           yc_form_element_set_state     (YcFormElement     *self,
                                              gboolean           visible,
                                              gboolean           enabled);
void           yc_form_element_set_read_only (YcFormElement     *self,
                                              gboolean           read_only);
void           yc_form_element_set_counts    (YcFormElement     *self,
                                              guint              n_missing,
                                              guint              n_errors);

G_END_DECLS
