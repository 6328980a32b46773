/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the form does with its layout's elements. */
#pragma once

#include "yc-form-element.h"
#include "yc-form-rule-private.h"

G_BEGIN_DECLS

YcFormElement *yc_form_element_new       (YcFormElementKind  kind,
                                          const char        *title);
void           yc_form_element_append    (YcFormElement     *self,
                                          YcFormElement     *child);
void           yc_form_element_set_field (YcFormElement     *self,
                                          YcFormField       *field);
void           yc_form_element_set_stepper (YcFormElement   *self,
                                            gboolean         stepper);
void           yc_form_element_take_rule (YcFormElement     *self,
                                          YcFormRule        *rule);
YcFormRule    *yc_form_element_get_rule  (YcFormElement     *self);
void           yc_form_element_set_state (YcFormElement     *self,
                                          gboolean           visible,
                                          gboolean           enabled);

G_END_DECLS
